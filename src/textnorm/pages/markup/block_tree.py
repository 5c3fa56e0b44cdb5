"""The elements that make the lines of a page, as numbers: which stands in which, and in which each line stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from textnorm.pages.content.columns import Column
from textnorm.pages.markup.builder import main_place
from textnorm.pages.markup.places import Place

Parts = Sequence[tuple[int, Place | None]]
#: to leave the numbers out of names of elements («post-123»)
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


class BlockTree:
    """The blocks round some lines of a page, each behind those round it; the last stands for lines without a place.

    ``above`` says which block each one stands in (a root in itself), ``lines`` in which each line does.
    """

    def __init__(self, parts: Sequence[Parts]) -> None:
        self.places = list(map(main_place, parts))
        self.blocks: list[Place] = []
        self.above: list[int] = []
        numbers: dict[Place, int] = {}
        lines: list[int] = []
        for place in self.places:
            block = place.block if place is not None else None
            lines.append(
                -1 if block is None else numbers[block] if block in numbers else self._add(block, numbers)
            )
        self.above.append(len(self.blocks))
        self.lines = [number if number >= 0 else len(self.blocks) for number in lines]
        #: the same as a column
        self.column = Column(self.lines)

    def _add(self, block: Place, numbers: dict[Place, int]) -> int:
        """Number a block and those round it that have no number yet."""
        new = [block]
        above = block.parent
        while above is not None and above.block not in numbers:
            new.append(above.block)
            above = above.block.parent
        number = len(self.blocks) if above is None else numbers[above.block]
        for one in reversed(new):
            self.above.append(number)
            number = numbers[one] = len(self.blocks)
            self.blocks.append(one)
        return number

    def __len__(self) -> int:
        return len(self.above)

    def spread(self, numbers: Column) -> Column:
        """Return a column of blocks as one of lines."""
        return self.column.steps(numbers)

    @cached_property
    def kinds(self) -> list[int]:
        """Return a number for each block that those share which are called alike."""
        names = [block.names.translate(_NO_DIGITS) for block in self.blocks]
        known: dict[tuple[object, ...], int] = {}
        kinds: list[int] = []
        for number, above in enumerate(self.above[:-1]):
            block, higher = self.blocks[number], self.above[above]
            kind = (block.tag, names[number], self.blocks[above].tag, names[above], names[higher])
            kinds.append(known.setdefault(kind, len(known)))
        return [*kinds, len(known)]

    @property
    def kinds_of_lines(self) -> list[int]:
        """Return the same for each line."""
        return [self.kinds[block] for block in self.lines]


def likeness(place: Place) -> tuple[object, ...]:
    """Return what lines share that are parts of one kind: how the elements round them are called, but for numbers in names."""
    block = place.block
    above = block.parent.block if block.parent else None
    names = block.names.translate(_NO_DIGITS)
    if above is None:
        return (block.tag, names)
    higher = above.parent.block.names.translate(_NO_DIGITS) if above.parent else ""
    return (block.tag, names, above.tag, above.names.translate(_NO_DIGITS), higher)
