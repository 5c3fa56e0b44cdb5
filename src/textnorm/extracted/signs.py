"""Kashidas that a font showed as digits or signs, where the words of the text prove it for all of them."""

from __future__ import annotations

from collections import Counter

from ..chars import ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import SEEN, UNKNOWN, standing
from ..ruleset.extracted.signs import RULE as RULE, SIGNS
from .clues import windows

_W = f"{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}"
_WORD = lazy_pattern(f"(?<![{_W}{SIGNS}])[{_W}]++(?:([{SIGNS}])\\1*+[{_W}]++)+")
_RUN = lazy_pattern(f"(?<=[{_W}])([{SIGNS}])\\1*+(?=[{_W}])")
_SIGNS = lazy_pattern(f"[{SIGNS}]+")
#: words that prove a sign, at the least, and what share of those that hold it
_LEAST, _SHARE = 3, 0.5


def find_sign_kashidas(text: str) -> list[Edit]:
    """Return the edits that take out each sign that stands for kashidas, where it does so in most words that hold it.

    >>> [edit[:3] for edit in find_sign_kashidas("خ1ط نخس1ت ب1اران")]
    [(1, 2, ''), (7, 8, ''), (11, 12, '')]
    """
    if not _RUN.search(windows(text)):
        return []
    seen: Counter[str] = Counter()
    proven: Counter[str] = Counter()
    for word in _WORD.finditer(text):
        seen[word[1]] += 1
        proven[word[1]] += _is_one_word(word[0])
    signs = {sign for sign, times in proven.items() if times >= _LEAST and times >= _SHARE * seen[sign]}
    return [(*run.span(), "", RULE) for run in _RUN.finditer(text) if run[1] in signs] if signs else []


def _is_one_word(word: str) -> bool:
    """Return whether the parts of `word` make one word in which kashidas could stand, and are not words themselves."""
    parts = _SIGNS.split(word)
    if any(part[-1] in NON_JOINING for part in parts[:-1]):
        return False
    return standing("".join(parts)) > UNKNOWN and not all(
        len(part) > 1 and standing(part) >= SEEN for part in parts
    )
