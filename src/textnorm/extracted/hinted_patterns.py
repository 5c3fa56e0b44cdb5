"""Patterns that are tried only where one look at a text by the native core says that they may begin.

Each has hints: which characters stand where it begins, before that place and behind it. The core finds the places of all
patterns in one go; without a core a pattern is looked for as any other.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from ..core import native_module
from ..lazy import lazy_pattern
from .last import Last

#: what stands before the place where a pattern begins, there, and behind it: what is written in a set of characters, None for
#: anything; the start and the end of a text are as good as anything
Hint = tuple[str | None, str, str | None]
#: the characters that sets tell apart; all others are as good as the last one
_TOLD_APART = "".join(
    map(chr, (*range(0x900), 0x1680, *range(0x2000, 0x2070), 0x3000, *range(0xFB50, 0xFF00), 0xFFFF))
)
_BMP, _KINDS = 1 << 16, 1 << 8


class HintedPattern:
    """A pattern with its hints, whose matches may be asked for in a whole text."""

    def __init__(self, pattern: str, hints: Sequence[Hint], flags: int, group: str) -> None:
        self.pattern = lazy_pattern(pattern, flags)
        self._group, self._number = group, len(_HINTS[group])
        _HINTS[group].append(hints)

    def places(self, text: str) -> Sequence[int]:
        """Return where the pattern may begin, or where it does: it is said of those whose hints say all."""
        found = places_in(text, self._group)
        return (
            [match.start() for match in self.pattern.finditer(text)] if found is None else found[self._number]
        )

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches, as those of a pattern do not overlap."""
        found = places_in(text, self._group)
        return self.pattern.finditer(text) if found is None else self._at(found[self._number], text)

    def is_found(self, text: str) -> bool:
        """Return whether there is a match."""
        return next(self.finditer(text), None) is not None

    def _at(self, places: Sequence[int], text: str) -> Iterator[re.Match[str]]:
        end = 0
        match = self.pattern.match
        for place in places:
            if place >= end and (found := match(text, place)) is not None:
                yield found
                end = found.end()


#: patterns that are looked for in whole texts, in lines whose order is in doubt, and in texts of shaped forms
OF_TEXTS, OF_LINES, OF_SHAPES = "texts", "lines", "shapes"
#: the hints of all patterns, by group: one look finds the places of a group
_HINTS: dict[str, list[Sequence[Hint]]] = {OF_TEXTS: [], OF_LINES: [], OF_SHAPES: []}


def hinted_pattern(pattern: str, *hints: Hint, flags: int = 0, group: str = OF_TEXTS) -> HintedPattern:
    """Return a pattern that begins only where one of the hints allows it.

    >>> digits = hinted_pattern("[0-9](?<!a.)b?", ("^a", "0-9", None))
    >>> [found[0] for found in digits.finditer("a1b 2b 3")]
    ['2b', '3']
    """
    return HintedPattern(pattern, hints, flags, group)


_Places = tuple[list[int], ...]


def places_in(text: str, group: str = OF_TEXTS) -> _Places | None:
    """Return for each pattern of a group where it may begin in `text`; None where no core tells."""
    if native_module() is None:
        return None
    return _looker(group, len(_HINTS[group]))(text)


@cache
def _looker(group: str, count: int) -> Last[str, _Places]:
    """Return what finds the places of the first *count* patterns of a group, and remembers those in the last texts."""
    kinds, allowed, patterns = _tables(_HINTS[group][:count])
    places = native_module().places

    def look(text: str) -> _Places:
        found: _Places = places(text, kinds, allowed, patterns)
        return found

    return Last(look, 2)


def _tables(of_patterns: Sequence[Sequence[Hint]]) -> tuple[bytes, bytes, bytes]:
    """Return the kind of each character below U+10000; by kind the hints that allow it before a place, at it and behind it, a bit
    each; and the number of the pattern of each hint."""
    hints = [(hint, number) for number, found in enumerate(of_patterns) for hint in found]
    of_set: dict[str | None, int] = defaultdict(int)  # the sets, as bits by side and hint
    for bit, (hint, _) in enumerate(hints):
        for side, held in enumerate(hint):
            of_set[held] |= 1 << (len(hints) * side + bit)
    always = of_set.pop(None, 0)
    allowed = dict.fromkeys(_TOLD_APART, always)
    for held, bits in of_set.items():
        for match in lazy_pattern(f"[{held}]").finditer(_TOLD_APART):
            allowed[match[0]] |= bits
    numbers = {(1 << 3 * len(hints)) - 1: 0}  # the first kind is that of the edges
    numbered = {ord(c): numbers.setdefault(bits, len(numbers)) for c, bits in allowed.items()}
    kinds = bytearray([numbered[ord(_TOLD_APART[-1])]]) * _BMP
    for code, number in numbered.items():
        kinds[code] = number
    mask = (1 << len(hints)) - 1
    rows = [*numbers, *[0] * (_KINDS - len(numbers))]
    sides = array("Q", [bits >> len(hints) * side & mask for side in range(3) for bits in rows])
    return bytes(kinds), sides.tobytes(), bytes(number for _, number in hints)
