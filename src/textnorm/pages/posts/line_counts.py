"""Many lines of a page looked at once, for all that is asked of each: how many of a kind there are, where words stand again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from textnorm.pages.posts.page_lines import PageLines


class KindCounts:
    """How many lines of some kinds there are between two lines, of which none is outside of *start* and *end*."""

    def __init__(self, page: PageLines, start: int, end: int) -> None:
        places = range(start, end)
        dated = [page.is_meta(n) for n in places]
        lines = [*zip(places, dated, strict=True)]
        flags = {
            "dated": dated,
            "rows": [own or page.is_about(n) for n, own in lines],
            "others": [not own and not page.is_junk(n) for n, own in lines],
            "outside": [page.is_outside(n) for n in places],
        }
        self._start = start
        self._totals = {kind: [0, *accumulate(own)] for kind, own in flags.items()}

    def count(self, kind: str, start: int, end: int) -> int:
        """Count the lines of a kind from *start* on and above *end*; none where that is further up."""
        totals = self._totals[kind]
        return totals[end - self._start] - totals[start - self._start] if start < end else 0


class KeyIndex:
    """Where on a page the words of a line stand again, given the key of each line.

    >>> [*KeyIndex(["rain", "wind", "rainyday"]).lines_with("rain")]
    [0, 2]
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._text = "\n".join(keys)
        self._starts = [0, *accumulate(len(key) + 1 for key in keys)]

    def lines_with(self, key: str) -> Iterator[int]:
        """Yield the lines that say it, alone or among other words."""
        place = self._text.find(key)
        while place >= 0:
            line = bisect_right(self._starts, place) - 1
            yield line
            place = self._text.find(key, self._starts[line + 1])
