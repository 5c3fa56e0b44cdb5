"""What rules say of a page by whole columns: places, sums and peaks over all lines, steps of sums of words."""

from __future__ import annotations

from functools import cache
from itertools import chain, pairwise

from textnorm.pages.content.columns import MOST_WORDS, Column

_STEPS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 31, 47, 71, 119, 200)


def everywhere(number: int, column: Column) -> Column:
    """Return a number for each line of a column."""
    return (column & 0) + number


def places(column: Column) -> Column:
    """Return the place of each line of a column."""
    return everywhere(1, column).totals() - 1


def total(column: Column) -> Column:
    """Return the sum of all numbers of a column, for each line."""
    return column.sums(column & 0)


def line_count(column: Column) -> Column:
    """Return how many lines there are, for each line."""
    return total(everywhere(1, column))


def peak(column: Column) -> Column:
    """Return the largest number of a column, for each line."""
    return column.peaks(column & 0)


@cache
def size_table(reach: int = 1, times: int = 1) -> Column:
    """Return the step of each sum of words over ``reach`` lines, by their mean, ``times`` over."""
    least = [-(-step * reach // times) for step in _STEPS]  # the least sum of each step
    ends = pairwise([*least, MOST_WORDS * reach + 1])
    return Column(list(chain.from_iterable([step] * (end - first) for step, (first, end) in enumerate(ends))))
