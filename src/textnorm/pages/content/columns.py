"""Columns of small whole numbers, one a line of a page, and what is made of them: sums, distances, runs.

A column is a list; everything is a comprehension or a slice over a whole page, and linear in its lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, groupby

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


def padded(total: Sequence[int], before: int, after: int) -> list[int]:
    """Return running totals, from 0 on, made longer: a sum over a window is one subtraction then."""
    return [0] * before + [*total] + [total[-1]] * after


def window(values: Sequence[int], before: int, after: int) -> list[int]:
    """Return the sum over the lines from ``before`` above to ``after`` below each line, itself included.

    >>> window([1, 2, 3, 4], 1, 0)
    [1, 3, 5, 7]
    """
    totals = padded([0, *accumulate(values)], before, after)
    return [b - a for a, b in zip(totals, totals[before + after + 1 :], strict=False)]


def ramp(size: int) -> Column:
    """Return the steps of the distances 0, 1, 2, … as far as ``size``."""
    return GAP[:size] if size <= _FAR else GAP + [GAP[-1]] * (size - _FAR)


def since(flags: Sequence[int]) -> Column:
    """Return how many lines above each the last flagged one stands, in steps; the last step without one.

    >>> since([0, 1, 0, 0]) == [GAP[-1], 0, 1, 2]
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


def until(flags: Sequence[int]) -> Column:
    """Return the same, looking down."""
    return since(flags[::-1])[::-1]


def runs(flags: Sequence[int]) -> Column:
    """Return the length of the run of flagged lines that each line stands in, in steps; 0 outside."""
    result: Column = []
    for flag, group in groupby(flags):
        size = len(list(group))
        result += [GAP[min(size, _FAR - 1)] if flag else 0] * size
    return result
