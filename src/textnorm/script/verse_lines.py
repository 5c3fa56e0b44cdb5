"""Verses in two halves with a wide gap between them, which is the layout of the poem and stays."""

from __future__ import annotations

import sys

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..lazy import lazy_pattern

#: no line without one of these is a verse in two halves
VERSE_HINT = lazy_pattern(rf"[\w{ARABIC_MARKS}\u200c،؛!؟](?: {{4}}|\t)")
#: a verse: two halves of words with one space between them, a wide gap between the halves, no end of a sentence
_HALF = rf"[{ARABIC_LETTERS}{ARABIC_MARKS}\u200c،؛!؟]++(?: [{ARABIC_LETTERS}{ARABIC_MARKS}\u200c،؛!؟]++)*+"
#: two halves differ in length by no more than this ratio, and each has at least this many spaces
HALVES, LEAST_SPACES = (3, 4), 2
_VERSE = lazy_pattern(rf"[ \t]*+({_HALF})( {{4,}}|\t{{1,8}})({_HALF})\s*+")


def may_hold_verse(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Return whether a gap between *start* and *end* is so wide that it may part the halves of a verse.

    >>> may_hold_verse("باد آمد\\tباران"), may_hold_verse("باد  آمد")
    (True, False)
    """
    if text.find("\t", start, end) < 0 and text.find("    ", start, end) < 0:
        return False
    return VERSE_HINT.search(text, start, end) is not None


def verse_gap(line: str) -> tuple[int, int] | None:
    """Return the bounds of the gap between the two halves of a verse, None for any other line.

    >>> verse_gap("باران گرفت و باد آمد    برف آمد و سرد شد هوا")
    (20, 24)
    """
    verse = _VERSE.fullmatch(line)
    return verse.span(2) if verse is not None and _are_halves(verse[1], verse[3]) else None


def _are_halves(first: str, second: str) -> bool:
    """Return whether both sides of a wide gap are as long as the halves of a verse are."""
    fewer, more = sorted((len(first), len(second)))
    least, most = HALVES
    return more * least <= fewer * most and min(first.count(" "), second.count(" ")) >= LEAST_SPACES
