"""Edits of a text, and how the edits of several steps become one: the one place that composes offsets.

A *region* is a changed place with its bounds in both texts. Use `shifted`, `splice` and `Recorder`
instead of adding and subtracting offsets of two texts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

#: start, end, replacement, id of the rule (or of several, in order); offsets in the text that was given
Edit = tuple[int, int, str, str | tuple[str, ...]]
#: source start, source end, result start, result end, rule ids
Region = tuple[int, int, int, int, tuple[str, ...]]


def splice(text: str, edits: Iterable[Edit]) -> str:
    """*text* with sorted, disjoint edits put in.

    >>> splice("abc", [(1, 2, "X", "rule")])
    'aXc'
    """
    pieces: list[str] = []
    at = 0
    for start, end, after, _ in edits:
        pieces += (text[at:start], after)
        at = end
    if not pieces:
        return text
    pieces.append(text[at:])
    return "".join(pieces)


def shifted(edits: Iterable[Edit], by: int) -> list[Edit]:
    """Return the same edits for a text that stands at *by* of a longer one.

    >>> shifted([(1, 2, "X", "rule")], 10)
    [(11, 12, 'X', 'rule')]
    """
    return [(start + by, end + by, after, ids) for start, end, after, ids in edits]


def parted(text: str, edits: Iterable[Edit], bounds: Sequence[int]) -> list[Edit]:
    """Return the same edits of *text*, none of which reaches over one of the sorted *bounds*.

    What both sides of an edit have in common at a bound is left out of it; of what is left, the first part takes the
    replacement.

    >>> parted("ab cd", [(1, 4, "b c", "rule"), (4, 5, "x", "rule")], [3])
    [(4, 5, 'x', 'rule')]
    >>> parted("ab cd", [(1, 4, "xy", "rule")], [3])
    [(1, 3, 'xy', 'rule'), (3, 4, '', 'rule')]
    """
    found: list[Edit] = []
    for start, end, after, ids in edits:
        first, last = bisect_right(bounds, start), bisect_left(bounds, end)
        if first < last:
            start, end, after = _trimmed(text, start, end, after)
            first, last = bisect_right(bounds, start), bisect_left(bounds, end)
        for bound in bounds[first:last]:
            found.append((start, bound, after, ids))
            start, after = bound, ""
        if start < end or after:
            found.append((start, end, after, ids))
    return found


def _trimmed(text: str, start: int, end: int, after: str) -> tuple[int, int, str]:
    """Return an edit without the characters that it has in common with what it replaces, at its start and at its end."""
    while start < end and after and text[start] == after[0]:
        start, after = start + 1, after[1:]
    while start < end and after and text[end - 1] == after[-1]:
        end, after = end - 1, after[:-1]
    return start, end, after


def around(edits: Iterable[Edit], inserts: Sequence[tuple[int, str]]) -> list[Edit]:
    """Return edits of a text for the same text with *inserts* (places, and what was put there) put into it.

    No edit reaches over such a place. What an edit puts at one stands outside of an element: behind a closing tag.

    >>> around([(2, 2, "-", "rule"), (3, 4, "x", "rule")], [(2, "</b>")])
    [(6, 6, '-', 'rule'), (7, 8, 'x', 'rule')]
    """
    places = [place for place, _ in inserts]
    lengths = [0, *accumulate(len(insert) for _, insert in inserts)]
    found: list[Edit] = []
    for start, end, after, ids in edits:
        first, last = bisect_left(places, start), bisect_right(places, start)
        if start == end:
            while first < last and any(insert.startswith("</") for _, insert in inserts[first:last]):
                first += 1
            found.append((start + lengths[first], end + lengths[first], after, ids))
        else:
            found.append((start + lengths[last], end + lengths[bisect_left(places, end)], after, ids))
    return found


class OffsetMap:
    """The bounds of the changed places in one text and in the other, from the left: 0, start, end, start …

    Between an end and the next start both texts are the same, so one search says where an offset lies.
    """

    __slots__ = ("here", "there")

    def __init__(self, here: array[int], there: array[int]) -> None:
        self.here, self.there = here, there

    def point(self, offset: int) -> int:
        """Return where the character at *offset* stands there; inside a changed place, where that place starts."""
        at = bisect_right(self.here, offset) - 1
        return self.there[at] if at % 2 else self.there[at] + offset - self.here[at]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest span there that holds all of the span here; a changed place is never split."""
        first = self.point(start)
        if start >= end:
            return first, first
        at = bisect_right(self.here, end - 1) - 1
        last = self.there[at + 1] if at % 2 else self.there[at] + end - self.here[at]
        return first, last

    def back(self) -> OffsetMap:
        """Return the same map in the other direction."""
        return OffsetMap(self.there, self.here)


def offset_map(bounds: Iterable[tuple[int, int, int]]) -> OffsetMap:
    """Return the map from the source to the result, for changed places as (start, end, length of what stands there now).

    >>> there = offset_map([(2, 3, 0)])
    >>> [there.point(offset) for offset in range(5)]
    [0, 1, 2, 2, 3]
    """
    from array import array  # most callers want the text alone

    here, there = [0], [0]
    lag = 0
    for start, end, length in bounds:
        here += (start, end)
        there += (start + lag, start + lag + length)
        lag += length - (end - start)
    return OffsetMap(array("q", here), array("q", there))


def first_regions(edits: Iterable[Edit]) -> list[Region] | None:
    """Return the regions of a first step; None where an insertion touches another edit."""
    regions: list[Region] = []
    last, shift, empty = -1, 0, False
    for start, end, after, rule in edits:
        if start <= last and (start < last or empty or start == end):
            return None
        size = len(after)
        ids = (rule,) if isinstance(rule, str) else rule
        regions.append((start, end, start + shift, start + shift + size, ids))
        shift += size - (end - start)
        last, empty = end, start == end
    return regions


def merged(regions: Sequence[Region], edits: Sequence[Edit]) -> list[Region]:
    """Return the regions after one more step, whose edits have the offsets of the text before that step."""
    if not regions and (first := first_regions(edits)) is not None:
        return first
    result: list[Region] = []
    keep = result.append
    r = e = lag = shift = 0  # lag: offset now - offset in the source; shift: offset after this step - before
    last_region, last_edit = len(regions), len(edits)
    s0, s1, c0, c1, ids = regions[0] if regions else _NO_REGION
    e0, e1, after, rule = edits[0] if edits else _NO_EDIT
    while True:
        while c1 < e0:  # a region that no edit meets
            keep((s0, s1, c0 + shift, c1 + shift, ids))
            lag, r = c1 - s1, r + 1
            s0, s1, c0, c1, ids = regions[r] if r < last_region else _NO_REGION
        if e == last_edit:
            return result
        if e0 < c0:
            follows = edits[e + 1] if e + 1 < last_edit else _NO_EDIT
            # an edit that meets nothing: what follows is further on, or touches it where neither is empty
            if e1 < c0 and (e1 < follows[0] or (e0 < e1 == follows[0] < follows[1])):
                end, own = e0 + shift + len(after), (rule,) if isinstance(rule, str) else rule
                keep((e0 - lag, e1 - lag, e0 + shift, end, own))
                shift, e = end - e1, e + 1
                e0, e1, after, rule = follows
                continue
        region, r, e, lag, shift = _group(regions, edits, r, e, lag, shift, min((c0, c1), (e0, e1)))
        keep(region)
        s0, s1, c0, c1, ids = regions[r] if r < last_region else _NO_REGION
        e0, e1, after, rule = edits[e] if e < last_edit else _NO_EDIT


#: further right than any text reaches
_NEVER = 1 << 62
_NO_EDIT: Edit = (_NEVER, _NEVER, "", "")
_NO_REGION: Region = (_NEVER, _NEVER, _NEVER, _NEVER, ())


def _group(
    regions: Sequence[Region],
    edits: Sequence[Edit],
    r: int,
    e: int,
    lag: int,
    shift: int,
    first: tuple[int, int],
) -> tuple[Region, int, int, int, int]:
    """Return regions and edits that meet, from the one with the bounds *first* on, as one region; and where the merge stands after them.

    They meet where they overlap, or touch where one of them is empty.
    """
    start, end = first
    group_lag, growth = lag, 0
    last_region, last_edit = len(regions), len(edits)
    rules: list[str] = []
    while True:
        if r < last_region:
            _, s1, c0, c1, ids = regions[r]
            if c0 < end or (c0 == end and (c0 == c1 or start == end)):
                end, group_lag, r = c1 if c1 > end else end, c1 - s1, r + 1
                rules += ids
                continue
        if e < last_edit:
            e0, e1, after, rule = edits[e]
            if e0 < end or (e0 == end and (e0 == e1 or start == end)):
                end, growth, e = e1 if e1 > end else end, growth + len(after) - (e1 - e0), e + 1
                rules += (rule,) if isinstance(rule, str) else rule
                continue
        break
    region = (start - lag, end - group_lag, start + shift, end + shift + growth, tuple(dict.fromkeys(rules)))
    return region, r, e, group_lag, shift + growth
