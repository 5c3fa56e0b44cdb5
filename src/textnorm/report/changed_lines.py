"""The changed lines of a text: source and result of each line, in pieces that were changed or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textnorm.explained import Explained


class Piece(NamedTuple):
    """A stretch of a line; without rules it was not changed. ``left_out`` stands for text not shown."""

    before: str
    after: str
    rules: tuple[str, ...] = ()
    left_out: int = 0


class Row(NamedTuple):
    """A changed line, or several where the change joins or parts lines."""

    line: int
    pieces: tuple[Piece, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the rules at work in the row, each once."""
        return tuple(dict.fromkeys(rule for piece in self.pieces for rule in piece.rules))


def rows(source: str, explained: Explained, first_line: int = 1) -> Iterator[Row]:
    r"""Yield the changed lines of *source*, in order.

    >>> from textnorm import explain
    >>> [row] = rows("باد\nاو علي بود\n", explain("باد\nاو علي بود\n"))
    >>> row.line, row.pieces[1]
    (2, Piece(before='ي', after='ی', rules=('arabic-yeh',), left_out=0))
    """
    changes = explained.changes
    line, seen, index = first_line, 0, 0
    while index < len(changes):
        start = source.rfind("\n", 0, changes[index].start) + 1
        line += source.count("\n", seen, start)
        seen = start
        first, (index, end) = index, _last(source, explained, index)
        yield Row(line, tuple(_pieces(source, explained, first, index, start, end)))


def _last(source: str, explained: Explained, index: int) -> tuple[int, int]:
    """Return the index after the row's last change, and where the row's last line ends."""
    end = _line_end(source, explained.changes[index].start)
    while index < len(explained.changes) and explained.changes[index].start <= end:
        if explained.changes[index].end > end:
            end = _line_end(source, explained.changes[index].end)
        index += 1
    return index, end


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return len(source) if end < 0 else end


def _pieces(source: str, explained: Explained, first: int, last: int, at: int, end: int) -> Iterator[Piece]:
    for change in explained.changes[first:last]:
        if at < change.start:
            yield Piece(source[at : change.start], source[at : change.start])
        yield Piece(change.before, change.after, change.rules)
        at = change.end
    if at < end:
        yield Piece(source[at:end], source[at:end])
