"""Marks before the Persian number that they stand behind: «از سال .۱۳۳۲ ده ساله» for «از سال ۱۳۳۲. ده ساله»."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_DIGITS
from ..edits import Edit
from ..lazy import lazy_pattern
from .hinted_patterns import hinted_pattern

RULE = "mark-before-number"
_W = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
_NUMBER = f"[{PERSIAN_DIGITS}]+(?:[/.:٫٬][{PERSIAN_DIGITS}]+)*+"
#: one or more behind a word, and before a space; one behind a number may stand behind it in any order
_RUN = hinted_pattern(
    f" [.،؛:](?<=[{_W}،] .){_NUMBER}(?: [.،؛:]{_NUMBER})*+(?=[ \\r\\n]|\\Z)", (f"{_W}،", " ", ".،؛:")
)
_EARLY = lazy_pattern("([.،؛:])([^ ]+)")


def find_early_marks(text: str) -> list[Edit]:
    """Return the edits that set marks behind the numbers before which they stand.

    >>> [after for *_, after, _ in find_early_marks("غلظت ،۰ ،۵۰ ۱۵۰ و سال .۱۳۳۲ ده")]
    ['۰،', '۵۰،', '۱۳۳۲.']
    >>> find_early_marks("باد، ۱۲ کوه و ۱۲:۳۰ و .۵")
    []
    """
    found: list[Edit] = [
        (early.start(), early.end(), early[2] + early[1], RULE)
        for run in _RUN.finditer(text)
        for early in _EARLY.finditer(text, run.start() + 1, run.end())
    ]
    return found if len(found) > 1 else []
