"""Long lines cut to what can be read: the changes with a little of what stands round them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .rows import Piece, Row

#: characters shown on either side of a change, where the line is long
AROUND = 90
#: characters shown of the start of a line, which says in which direction it is read
HEAD = 30
#: characters shown of one changed place, at its start and at its end
CHANGED = 300
#: pieces shown of one line
MOST_PIECES = 160


def clipped(row: Row) -> Row:
    """The row without what nobody would read; each gap says how many characters it hides."""
    pieces = list(row.pieces)
    rest = pieces[MOST_PIECES:]
    shown = [part for at, piece in enumerate(pieces[:MOST_PIECES]) for part in _part(piece, at, len(pieces))]
    if rest:
        shown.append(_gap(rest))
    return Row(row.line, tuple(shown))


def _part(piece: Piece, at: int, count: int) -> Iterator[Piece]:
    if piece.rules:
        yield from _changed(piece)
        return
    head = HEAD if at == 0 else AROUND
    tail = 0 if at == count - 1 else AROUND
    size = len(piece.before)
    if size <= 3 * AROUND:
        yield piece
        return
    yield from _same(piece.before[:head])
    yield Piece("", "", (), size - head - tail)
    yield from _same(piece.before[size - tail :])


def _same(text: str) -> Iterator[Piece]:
    if text:
        yield Piece(text, text)


def _changed(piece: Piece) -> Iterator[Piece]:
    longest = max(len(piece.before), len(piece.after))
    if longest <= 2 * CHANGED:
        yield piece
        return
    yield Piece(piece.before[:CHANGED], piece.after[:CHANGED], piece.rules)
    yield Piece("", "", (), longest - 2 * CHANGED)
    yield Piece(_tail(piece.before), _tail(piece.after), piece.rules)


def _tail(text: str) -> str:
    return text[max(CHANGED, len(text) - CHANGED) :]


def _gap(pieces: Iterable[Piece]) -> Piece:
    return Piece("", "", (), sum(max(len(piece.before), len(piece.after)) for piece in pieces))
