"""The heads of the posts in a text: where a title may stand.

A date in the middle of a text opens a post only when it has its weekday, as the headers of blogs do, or
when the text begins with a date too; the dates of a forum thread open nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice

from textnorm.lazy import lazy_pattern
from textnorm.pages.content.characters import LONGEST_HEADER
from textnorm.pages.document import Document
from textnorm.pages.posts.date_lines import mark_of
from textnorm.pages.posts.dating import may_have_weekday

_DIGIT = lazy_pattern(r"\d")
#: lines of a head; the most heads of a text; what stands for the line above the first
_HEAD, _MANY, _TOP = 8, 65, -1
#: weekdays are looked for above this many likely heads only where something hangs on them, above more at once
_FEW = 16


class Heads:
    """The heads of a text; which lines are header dates is found out only where something hangs on it."""

    def __init__(self, document: Document) -> None:
        filled, lines = document.nonblank, document.lines
        short = [n for n in document.look.dates if len(lines[n]) < LONGEST_HEADER and _DIGIT.search(lines[n])]
        likely = {_TOP: 0} if filled else {}
        likely |= {
            n: bisect_left(filled, n) + 1 for n in (short if len(short) <= _FEW else _dated(document, short))
        }
        #: what is a head if the line above it is a header, by the number of that line; _TOP: the first lines of the text
        self.likely = {n: filled[first : first + _HEAD] for n, first in likely.items() if first < len(filled)}
        self._headers = {_TOP: True}
        self._looked = len(short) > _FEW

    def that(self, document: Document, is_wanted: Callable[[Sequence[int]], bool]) -> list[list[int]]:
        """Return the first non-blank lines of the text, and those after each header date, where something is true of them.

        The document is that of which these are the heads; it holds them, and they do not hold it.
        """
        every = len(self.likely) > _MANY  # of many the first count, wanted or not
        asked = [above for above, head in self.likely.items() if every or is_wanted(head)]
        if not self._looked and asked not in ([], [_TOP]):
            self._look_for_weekdays(document)
            asked = [above for above in asked if above in self.likely]
        heads = [
            self.likely[above] for above in islice((n for n in asked if self._is_header(document, n)), _MANY)
        ]
        return [*filter(is_wanted, heads)] if every else heads

    def _look_for_weekdays(self, document: Document) -> None:
        """Leave of the likely heads only those below a line that may be a header."""
        self._looked = True
        dated = _dated(document, [number for number in self.likely if number != _TOP])
        self.likely = {number: self.likely[number] for number in (_TOP, *dated)}

    def _is_header(self, document: Document, number: int) -> bool:
        """Tell whether a line that may be a header is one."""
        if number not in self._headers:
            weekday = number != document.nonblank[0]
            self._headers[number] = _is_header(document, document.lines[number], weekday=weekday)
        return self._headers[number]


def _dated(document: Document, numbers: Sequence[int]) -> list[int]:
    """Return the lines that may be headers after a look for weekdays, which only the first of the text may lack."""
    top, lines = document.nonblank[0], document.lines
    known = document.of_lines("weekday")
    new = [line for line in dict.fromkeys(lines[number] for number in numbers) if line not in known]
    known.update(zip(new, may_have_weekday(new) if new else (), strict=True))
    return [number for number in numbers if known[lines[number]] or number == top]


def _is_header(document: Document, line: str, *, weekday: bool) -> bool:
    mark = document.of_line("mark", mark_of, line)
    found = mark.found if mark is not None and mark.style == "alone" else None
    return found is not None and (not weekday or found.weekday_agrees is True)
