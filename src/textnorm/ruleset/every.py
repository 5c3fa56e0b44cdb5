"""Every rule, in the order in which they are applied: those of chain.py, the folds of SEARCH, and the rules for words of speech."""

from __future__ import annotations

from . import search, search_characters, speech
from .chain import BEFORE, BEHIND
from .rule import Rule

#: every rule, in order
ALL: tuple[Rule, ...] = (
    *BEFORE,
    *search_characters.RULES,
    *BEHIND,
    *search.LAST,
    *speech.RULES,  # between two runs of all others, and only for ``informal="formal"``
)
