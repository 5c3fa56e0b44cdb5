"""The rules, in the order in which they are applied.

Repair of encodings comes first, for it brings letters to light; then marks are removed, letters and
digits mapped, spaces and punctuation set; words are looked at last, when they are clean: repeated
letters, then joins. (Joins come after spacing, not before it: «می  رود» must be one space to be seen.)
"""

from __future__ import annotations

from ..engine import Rule
from . import editorial, encoding, letters, marks, search, spacing

#: bumped whenever the output of any profile changes for some text
RULES_VERSION = "1"

ENCODING_RULES = encoding.RULES
_FORMS, *_LETTERS = letters.RULES

#: every rule, in order
ALL: tuple[Rule, ...] = (
    *encoding.RULES,
    *search.FIRST,
    _FORMS,
    *marks.RULES[:2],
    *_LETTERS,
    *marks.RULES[2:],
    *spacing.RULES,
    *editorial.BEFORE_JOINERS,
    *editorial.PUNCTUATION,
    *search.LAST,
)
