"""normalise() and explain(): the rules applied to the Persian runs of a text, by options and profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

from .engine import Edit, Explained, Recorder, Rule, splice
from .rules import ALL
from .segments import persian_spans


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the output should look like. Immutable, hashable, picklable.

    words    : ``"clean"`` repairs spelling damage word by word (joins, repeated letters); ``"keep"`` does not
    spacing  : set spaces and punctuation of Persian text
    joins    : half-spaces restored: ``"certain"`` ones, ``"all"`` with the likely ones, or ``"none"``
    digits   : ``"keep"`` leaves ASCII digits in Persian text; ``"persian"`` sets Persian ones
    quotes   : ``"keep"``, or ``"guillemets"``
    ezafe    : ``"keep"``, or ``"hamza"`` for هٔ
    signs    : ``"keep"``, or ``"persian"`` for … and ٪
    fold     : fold for search: case, marks, hamza, digits, ZWNJ
    ignore   : ids of rules or families to leave out; an unknown one is a ValueError
    """

    spacing: bool = True
    joins: Literal["none", "certain", "all"] = "certain"
    marks: bool = True
    repeats: bool = True
    digits: Literal["keep", "persian"] = "keep"
    quotes: Literal["keep", "guillemets"] = "keep"
    ezafe: Literal["keep", "hamza"] = "keep"
    signs: Literal["keep", "persian"] = "keep"
    fold: bool = False
    ignore: frozenset[str] = frozenset()
