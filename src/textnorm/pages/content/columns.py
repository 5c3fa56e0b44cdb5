"""Columns of small whole numbers, one a line of a page, and what is made of them: sums, distances, runs, groups.

What the page model sees is said in terms of whole columns, once. `Column` is the native core's where there is one, and
else `ListColumn`, which gives the same numbers. Everything is linear in the lines of a page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise, repeat
from typing import TYPE_CHECKING

from textnorm.core import native_module

#: no line counts for more words than this
MOST_WORDS = 255
_GAPS = (0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100, 200)
_FAR = 256
GAP = [bisect_right(_GAPS, value) - 1 for value in range(_FAR)]


class ListColumn:
    """A column as a list. Flags are 0 and 1; what stands beside a column may be a number, too.

    >>> words = ListColumn([3, 12, 40])
    >>> (words > 9).tolist(), (words // 10).tolist(), words.window(1, 0).tolist()
    ([0, 1, 1], [0, 1, 4], [3, 15, 52])
    """

    __slots__ = ("_groups", "numbers")

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self.numbers = numbers if type(numbers) is list else list(numbers)
        self._groups: list[tuple[int, int]] | None = None

    @classmethod
    def filled(cls, number: int, size: int) -> ListColumn:
        """Return the same number for each of some lines."""
        return cls([number] * size)

    @classmethod
    def places(cls, size: int) -> ListColumn:
        """Return the places of some lines."""
        return cls(range(size))

    def tolist(self) -> list[int]:
        """Return the numbers as a list."""
        return list(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, place: int) -> int:
        return self.numbers[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self.numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ListColumn) and self.numbers == other.numbers

    __hash__ = None  # type: ignore[assignment]

    # line by line ---------------------------------------------------------------------------------------

    def _beside(self, other: ListColumn | int) -> Iterable[tuple[int, int]]:
        """Return each number with what stands beside it."""
        if isinstance(other, int):
            return zip(self.numbers, repeat(other))
        if len(other) != len(self.numbers):
            raise ValueError("columns must be of one length")
        return zip(self.numbers, other.numbers, strict=True)

    def __add__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([a + b for a, b in self._beside(other)])

    def __sub__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([a - b for a, b in self._beside(other)])

    def __rsub__(self, other: int) -> ListColumn:
        return ListColumn([other - number for number in self.numbers])

    def __mul__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([a * b for a, b in self._beside(other)])

    def __floordiv__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([a // b for a, b in self._beside(other)])

    def __and__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([a & b for a, b in self._beside(other)])

    def __or__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([a | b for a, b in self._beside(other)])

    def __lt__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([1 if a < b else 0 for a, b in self._beside(other)])

    def __gt__(self, other: ListColumn | int) -> ListColumn:
        return ListColumn([1 if a > b else 0 for a, b in self._beside(other)])

    def equals(self, other: ListColumn | int) -> ListColumn:
        """Return 1 where the number is another one."""
        return ListColumn([1 if a == b else 0 for a, b in self._beside(other)])

    def has(self, bits: int) -> ListColumn:
        """Return 1 where the number has one of some bits."""
        return ListColumn([1 if number & bits else 0 for number in self.numbers])

    def at_most(self, other: ListColumn | int) -> ListColumn:
        """Return the numbers, none above another one."""
        return ListColumn([a if a < b else b for a, b in self._beside(other)])

    def at_least(self, other: ListColumn | int) -> ListColumn:
        """Return the numbers, none below another one."""
        return ListColumn([a if a > b else b for a, b in self._beside(other)])

    def bit_lengths(self) -> ListColumn:
        """Return how many bits each number has; none is below zero."""
        return ListColumn(map(int.bit_length, self.numbers))

    def steps(self, table: ListColumn) -> ListColumn:
        """Return what a table has at the place of each number, or at its end."""
        last = len(table) - 1
        found = table.numbers
        return ListColumn(
            [found[number if 0 <= number <= last else last if number > 0 else 0] for number in self.numbers]
        )

    # over the lines -------------------------------------------------------------------------------------

    def shifted(self, by: int, fill: int) -> ListColumn:
        """Return the column seen from each line ``by`` lines further down (negative: further up)."""
        size = min(abs(by), len(self.numbers))
        if by >= 0:
            return ListColumn(self.numbers[by:] + [fill] * size)
        return ListColumn([fill] * size + self.numbers[:by])

    def totals(self) -> ListColumn:
        """Return the sum over each line and those above it."""
        return ListColumn(accumulate(self.numbers))

    def lowest(self) -> ListColumn:
        """Return the least number of each line and those above it."""
        return ListColumn(accumulate(self.numbers, min))

    def window(self, before: int, after: int) -> ListColumn:
        """Return the sum over the lines from ``before`` above to ``after`` below each line, itself included."""
        total = [0, *accumulate(self.numbers)]
        totals = [0] * before + total + [total[-1]] * after
        return ListColumn([b - a for a, b in zip(totals, totals[before + after + 1 :], strict=False)])

    def since(self) -> ListColumn:
        """Return how many lines above each the last flagged one stands, in steps; the last step without one.

        >>> ListColumn([0, 1, 0, 0]).since().tolist() == [GAP[-1], 0, 1, 2]
        True
        """
        return ListColumn(_since(self.numbers))

    def until(self) -> ListColumn:
        """Return the same, looking down."""
        return ListColumn(_since(self.numbers[::-1])[::-1])

    def runs(self) -> ListColumn:
        """Return the length of the run of flagged lines that each line stands in, in steps; 0 outside."""
        result: list[int] = []
        for flag, group in groupby(self.numbers):
            size = len(list(group))
            result += [GAP[min(size, _FAR - 1)] if flag else 0] * size
        return ListColumn(result)

    def held(self, flags: ListColumn, none: int) -> ListColumn:
        """Return the number at the last flagged line at or above each; ``none`` where there is no such line."""
        return ListColumn(_held(self.numbers, flags.numbers, none))

    def held_below(self, flags: ListColumn, none: int) -> ListColumn:
        """Return the same, looking down."""
        return ListColumn(_held(self.numbers[::-1], flags.numbers[::-1], none)[::-1])

    # groups: each begins at a flagged line, the first at the top -----------------------------------------

    def sums(self, starts: ListColumn) -> ListColumn:
        """Return the sum over the group of each line.

        >>> ListColumn([1, 2, 3]).sums(ListColumn([0, 0, 1])).tolist()
        [3, 3, 3]
        """
        return self._grouped(starts, sum)

    def peaks(self, starts: ListColumn) -> ListColumn:
        """Return the largest number of the group of each line."""
        return self._grouped(starts, max)

    def _grouped(self, starts: ListColumn, of: Callable[[Sequence[int]], int]) -> ListColumn:
        if starts._groups is None:
            places = [place for place, flag in enumerate(starts.numbers) if flag or not place]
            starts._groups = list(pairwise([*places, len(starts)]))
        result: list[int] = []
        for start, end in starts._groups:
            result += [of(self.numbers[start:end])] * (end - start)
        return ListColumn(result)

    def gathered(self, places: ListColumn, size: int) -> ListColumn:
        """Return for each of some places the sum of the numbers of the lines that say it.

        >>> ListColumn([3, 4, 5]).gathered(ListColumn([0, 2, 0]), 3).tolist()
        [8, 0, 4]
        """
        found = [0] * size
        for place, number in zip(places.numbers, self.numbers, strict=True):
            found[place] += number
        return ListColumn(found)

    def raised(self, above: ListColumn) -> ListColumn:
        """Return each number with those of the places that stand in its own.

        >>> ListColumn([1, 2, 4]).raised(ListColumn([0, 0, 1])).tolist()
        [7, 6, 4]
        """
        found = list(self.numbers)
        for place, upper in reversed(list(enumerate(above.numbers))):
            found[upper] += found[place] * (upper != place)
        return ListColumn(found)

    def inward(self, place: int, most: int) -> ListColumn:
        """Return how many places from a certain one inward each stands in, up to some; a place says which one it stands in.

        >>> ListColumn([0, 0, 1, 0]).inward(1, 9).tolist()
        [0, 1, 2, 0]
        """
        found: list[int] = []
        for number, above in enumerate(self.numbers):
            upper = found[above] if above != number else 0
            found.append(min(upper + 1, most) if upper or number == place else 0)
        return ListColumn(found)

    def branches(self, flags: ListColumn) -> ListColumn:
        """Return for each place the one right inside of the innermost that is not flagged, of those it stands in, or itself.

        >>> ListColumn([0, 0, 1, 2]).branches(ListColumn([1, 0, 1, 1])).tolist()
        [0, 0, 2, 2]
        """
        found: list[int] = []
        for number, above in enumerate(self.numbers):
            found.append(found[above] if above != number and flags[above] else number)
        return ListColumn(found)

    def sum(self) -> int:
        """Return the sum of all numbers."""
        return sum(self.numbers)

    def max(self) -> int:
        """Return the largest number; a page without lines has none: ``ValueError``."""
        return max(self.numbers)


def _since(flags: Sequence[int]) -> list[int]:
    size = len(flags)
    steps = GAP[:size] if size <= _FAR else GAP + [GAP[-1]] * (size - _FAR)
    places = [place for place, flag in enumerate(flags) if flag]
    result = [GAP[-1]] * (places[0] if places else size)
    for place, following in pairwise([*places, size]):
        result += steps[: following - place]
    return result


def _held(numbers: Sequence[int], flags: Sequence[int], none: int) -> list[int]:
    places = [place for place, flag in enumerate(flags) if flag]
    result = [none] * (places[0] if places else len(numbers))
    for place, following in pairwise([*places, len(numbers)]):
        result += [numbers[place]] * (following - place)
    return result


_core = native_module()
if TYPE_CHECKING:
    Column = ListColumn
else:
    Column = _core.Column if _core else ListColumn
