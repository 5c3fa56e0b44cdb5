"""Columns of small whole numbers, one a line of a page, and what is made of them: sums, distances, runs.

A column is a list; everything is a comprehension or a slice over a whole page, and linear in its lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, groupby
from typing import Any

from textnorm.core import native_module

Column = list[int]
#: no line counts for more words than this
MOST_WORDS = 255
_STEPS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 31, 47, 71, 119, 200)
_GAPS = (0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100, 200)
_FAR = 256


@cache
def size_table(reach: int = 1, times: int = 1) -> Column:
    """Return the step of each sum of words over ``reach`` lines, by their mean, ``times`` over."""
    return [bisect_right(_STEPS, value * times // reach) - 1 for value in range(MOST_WORDS * reach + 1)]


GAP = [bisect_right(_GAPS, value) - 1 for value in range(_FAR)]


def shifted(column: Column, by: int, fill: int = 0) -> Column:
    """Return the column seen from each line ``by`` lines further down (negative: further up)."""
    if by >= 0:
        return column[by:] + [fill] * min(by, len(column))
    return [fill] * min(-by, len(column)) + column[:by]


def _window(values: Sequence[int], before: int, after: int) -> list[int]:
    """Return the sum over the lines from ``before`` above to ``after`` below each line, itself included.

    >>> _window([1, 2, 3, 4], 1, 0)
    [1, 3, 5, 7]
    """
    total = [0, *accumulate(values)]
    totals = [0] * before + total + [total[-1]] * after
    return [b - a for a, b in zip(totals, totals[before + after + 1 :], strict=False)]


def ramp(size: int) -> Column:
    """Return the steps of the distances 0, 1, 2, … as far as ``size``."""
    return GAP[:size] if size <= _FAR else GAP + [GAP[-1]] * (size - _FAR)


def _since(flags: Sequence[int]) -> Column:
    """Return how many lines above each the last flagged one stands, in steps; the last step without one.

    >>> _since([0, 1, 0, 0]) == [GAP[-1], 0, 1, 2]
    True
    """
    places = [place for place, flag in enumerate(flags) if flag]
    if not places:
        return [GAP[-1]] * len(flags)
    result = [GAP[-1]] * places[0]
    steps = ramp(len(flags))
    for place, until_next in zip(places, [*places[1:], len(flags)], strict=True):
        result += steps[: until_next - place]
    return result


def _until(flags: Sequence[int]) -> Column:
    """Return the same, looking down."""
    return _since(flags[::-1])[::-1]


def _runs(flags: Sequence[int]) -> Column:
    """Return the length of the run of flagged lines that each line stands in, in steps; 0 outside."""
    result: Column = []
    for flag, group in groupby(flags):
        size = len(list(group))
        result += [GAP[min(size, _FAR - 1)] if flag else 0] * size
    return result


def _shared(
    telling: Sequence[frozenset[str]],
    counts: Sequence[int],
    sentences: Sequence[int],
    first: Sequence[int],
) -> Column:
    """Return how many of each line's words the other sentences have too, in eighths.

    Given the telling words of each line, how many words it has in all, whether it is a sentence, and whether
    it stands there for the first time.

    >>> _shared([frozenset({"rain"}), frozenset({"rain", "north"})], [2, 4], [0, 1], [1, 1])
    [4, 0]
    """
    once: set[str] = set()
    twice: set[str] = set()
    for words, sentence, new in zip(telling, sentences, first, strict=True):
        if sentence and new:
            twice |= once & words
            once |= words
    pools = (once, twice)
    return [
        len(pools[sentence] & words) * 8 // count if count else 0
        for words, count, sentence in zip(telling, counts, sentences, strict=True)
    ]


_core = native_module()
#: the same functions, of the native core where there is one: it takes lists alone
window: Callable[[Sequence[int], int, int], Column] = _core.window if _core else _window
since: Callable[[Sequence[int]], Column] = _core.since if _core else _since
until: Callable[[Sequence[int]], Column] = _core.until if _core else _until
runs: Callable[[Sequence[int]], Column] = _core.runs if _core else _runs


def shared(
    telling: Sequence[Any], counts: Sequence[int], sentences: Sequence[int], first: Sequence[int]
) -> Column:
    """Return what `_shared` does, of words or of what the native core knows them by."""
    by_core = _core and telling and isinstance(telling[0], bytes)
    found: Column = (_core.shared if by_core else _shared)(telling, counts, sentences, first)
    return found
