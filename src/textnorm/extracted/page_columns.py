"""The pieces of text on a page, and the columns in which they stand."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

#: pieces whose middles differ by less than this share of their height stand on one line
ONE_LINE = 0.5
#: fewest lines on either side of a gutter that has lines on its other side, too, and its least width in heights of letters
_LEAST_LINES, _WIDTH = 6, 0.5
#: the share of the width of the text, in the middle of it, in which a gutter may be, and of pieces that may lie across it
_MIDDLE, _ACROSS = (0.3, 0.7), 0.2
#: how much of its width a column fills with text, that a part of a table does not
_FILLED = 0.6
#: by how much of its width a piece that stands between two letters may overlap them
_OVERLAP = 0.25


class Piece(NamedTuple):
    """A stretch of text on the page: its box, its letters, and where each of them begins and ends."""

    left: float
    right: float
    bottom: float
    top: float
    text: str
    places: tuple[tuple[float, float], ...] = ()

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def on_one_line(a: Piece, b: Piece) -> bool:
    """Return whether two pieces stand on one line."""
    return abs(a.middle - b.middle) <= ONE_LINE * max(a.height, b.height)


def in_turn(line: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line from left to right; one that holds another one between its letters is parted there.

    >>> outer = Piece(0, 34, 0, 10, ".)(", ((0, 4), (4, 8), (30, 34)))
    >>> inner = Piece(8, 30, 0, 10, "12", ((8, 20), (20, 30)))
    >>> [piece.text for piece in in_turn([outer, inner])]
    ['.)', '12', '(']
    """
    waiting = sorted(line, reverse=True)
    found: list[Piece] = []
    while waiting:
        piece = waiting.pop()
        inner = waiting[-1] if waiting else None
        at = 0 if inner is None else bisect_left(piece.places, (inner.left,))
        if (
            inner is None
            or not 0 < at < len(piece.places)
            or not _is_between(piece.places[at - 1 : at + 1], inner)
        ):
            found.append(piece)
            continue
        rest = piece._replace(left=piece.places[at][0], text=piece.text[at:], places=piece.places[at:])
        found.append(piece._replace(right=inner.left, text=piece.text[:at], places=piece.places[:at]))
        insort(waiting, rest, key=lambda each: -each.left)
    return found


def _is_between(letters: Sequence[tuple[float, float]], inner: Piece) -> bool:
    """Return whether a piece stands between two letters, but for the little by which letters may overlap."""
    (_, end), (start, _) = letters
    overlap = _OVERLAP * (inner.right - inner.left)
    return end <= inner.left + overlap and inner.right - overlap <= start


def columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of a page in the order in which they are read, a group for each column.

    Of two columns side by side the right one comes first; a piece across both ends what stands above it.
    """
    pieces = sorted(pieces, key=lambda piece: -piece.middle)
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces] if pieces else []
    groups: list[list[Piece]] = []
    right: list[Piece] = []
    left: list[Piece] = []
    for piece in pieces:
        if piece.right <= gutter:
            left.append(piece)
        elif piece.left >= gutter:
            right.append(piece)
        else:
            groups += (right, left, [piece])
            right, left = [], []
    return [group for group in (*groups, right, left) if group]


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where the space between two columns is, if text fills both sides of it and next to no piece lies across it."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    start, end = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    least, most = (start + share * (end - start) for share in _MIDDLE)
    width = _WIDTH * median(piece.height for piece in pieces)
    places = sorted(
        [(piece.left, 1) for piece in pieces] + [(piece.right, -1) for piece in pieces],
    )
    found: list[tuple[int, float]] = []
    over = 0
    for (at, change), (following, _) in pairwise(places):
        over += change
        place = (at + following) / 2
        if following - at >= width and least <= place <= most:
            found.append((over, place))
    across, place = min(found, default=(len(pieces), 0.0))
    return place if across <= _ACROSS * len(pieces) and _stand_beside(pieces, place) else None


def _stand_beside(pieces: Sequence[Piece], place: float) -> bool:
    """Return whether lines fill both sides of *place*, next to each other."""
    left = _rows([piece for piece in pieces if piece.right <= place])
    right = _rows([piece for piece in pieces if piece.left >= place])
    if min(len(left), len(right)) < _LEAST_LINES or not (_are_filled(left) and _are_filled(right)):
        return False
    low = max(left[-1][0].bottom, right[-1][0].bottom)
    high = min(left[0][0].top, right[0][0].top)
    return all(sum(low <= row[0].middle <= high for row in rows) >= _LEAST_LINES for rows in (left, right))


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces, which stand from top to bottom, by lines."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and on_one_line(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _are_filled(rows: list[list[Piece]]) -> bool:
    start = min(piece.left for row in rows for piece in row)
    end = max(piece.right for row in rows for piece in row)
    filled = median(sum(piece.right - piece.left for piece in row) for row in rows)
    return filled >= _FILLED * (end - start)
