"""The elements that make the lines of a page, as numbers: which stands in which, and in which each line stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textnorm.core import native_module
from textnorm.pages.content.columns import Column
from textnorm.pages.markup.places import Place

Parts = Sequence[tuple[int, Place | None]]
#: to leave the numbers out of names of elements («post-123»)
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


class BlockTree:
    """The blocks round some lines of a page, each behind those round it; the last stands for lines without a place.

    ``above`` says which block each one stands in (a root in itself), ``lines`` in which each line does, ``kinds`` has a number
    for each block that those share which are called alike, ``tags`` and ``depths`` what each block is. ``words``, ``near`` and
    ``landmarks`` say it of each line.
    """

    def __init__(self, main: list[Place | None]) -> None:
        """Make the tree of the places of lines."""
        self.places = main
        core = native_module()
        made = core.block_tree(core.Place, Column, main) if core and Column is core.Column else None
        self.blocks: list[Place]
        self.blocks, *columns = made or numbered(main)
        self.lines, self.words, self.near, self.landmarks, self.above, self.kinds, self.tags, self.depths = (
            columns
        )

    def __len__(self) -> int:
        return len(self.above)

    def spread(self, numbers: Column) -> Column:
        """Return a column of blocks as one of lines."""
        spread: Column = self.lines.steps(numbers)
        return spread

    @property
    def kinds_of_lines(self) -> list[int]:
        """Return the kind of each line's block."""
        return self.spread(self.kinds).tolist()


def numbered(main: Sequence[Place | None]) -> tuple[Any, ...]:
    """Return what the native core says of a tree: its blocks, and the columns."""
    blocks: list[Place] = []
    above: list[int] = []
    numbers: dict[Place, int] = {}
    lines: list[int] = []
    for place in main:
        if place is None:
            lines.append(-1)
            continue
        if place.block not in numbers:
            _add(place.block, blocks, above, numbers)
        lines.append(numbers[place.block])
    above.append(len(blocks))
    said = [(place.words, place.near, place.landmarks) if place else (0, 0, 0) for place in main]
    words, near, landmarks = zip(*said, strict=True) if said else ((), (), ())
    tags, depths = ([*(getattr(block, name) for block in blocks), 0] for name in ("tag", "depth"))
    found = (
        [n if n >= 0 else len(blocks) for n in lines],
        words,
        near,
        landmarks,
        above,
        _kinds(blocks, above),
    )
    return blocks, *map(Column, (*found, tags, depths))


def _add(block: Place, blocks: list[Place], above: list[int], numbers: dict[Place, int]) -> None:
    """Number a block and those round it that have no number yet."""
    new = [block]
    upper = block.parent
    while upper is not None and upper.block not in numbers:
        new.append(upper.block)
        upper = upper.block.parent
    number = len(blocks) if upper is None else numbers[upper.block]
    for one in reversed(new):
        above.append(number)
        number = numbers[one] = len(blocks)
        blocks.append(one)


def _kinds(blocks: Sequence[Place], above: Sequence[int]) -> list[int]:
    """Return a number for each block that those share which are called alike; one of its own for lines without a place."""
    names = [block.names.translate(_NO_DIGITS) for block in blocks]
    known: dict[tuple[object, ...], int] = {}
    kinds: list[int] = []
    for number, upper in enumerate(above[:-1]):
        kind = (blocks[number].tag, names[number], blocks[upper].tag, names[upper], names[above[upper]])
        kinds.append(known.setdefault(kind, len(known)))
    return [*kinds, len(known)]


def likeness(place: Place) -> tuple[object, ...]:
    """Return what lines share that are parts of one kind: how the elements round them are called, but for numbers in names."""
    block = place.block
    above = block.parent.block if block.parent else None
    names = block.names.translate(_NO_DIGITS)
    if above is None:
        return (block.tag, names)
    higher = above.parent.block.names.translate(_NO_DIGITS) if above.parent else ""
    return (block.tag, names, above.tag, above.names.translate(_NO_DIGITS), higher)
