"""Long lines cut to what can be read: the changes with a little of what stands round them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from .changed_lines import Piece, Row

#: characters shown on either side of a change, where the line is long
AROUND = 90
#: characters shown of the start of a line, which says in which direction it is read
HEAD = 30
#: characters shown of one changed place, at its start and at its end
CHANGED = 300
#: pieces shown of one line
MOST_PIECES = 160


def clipped(row: Row) -> Row:
    """Return the row without what nobody would read; each gap says how many characters it hides."""
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
    first, last = whole(piece.before, head), whole(piece.before, size - tail)
    yield from _same(piece.before[:first])
    yield Piece("", "", (), last - first)
    yield from _same(piece.before[last:])


def _same(text: str) -> Iterator[Piece]:
    if text:
        yield Piece(text, text)


def _changed(piece: Piece) -> Iterator[Piece]:
    if max(len(piece.before), len(piece.after)) <= 2 * CHANGED:
        yield piece
        return
    before, after = _ends(piece.before), _ends(piece.after)
    hidden = max(
        len(text) - len(head) - len(tail)
        for text, (head, tail) in ((piece.before, before), (piece.after, after))
    )
    yield Piece(before[0], after[0], piece.rules)
    yield Piece("", "", (), hidden)
    yield Piece(before[1], after[1], piece.rules)


def _ends(text: str) -> tuple[str, str]:
    head = whole(text, CHANGED)
    return text[:head], text[max(head, whole(text, len(text) - CHANGED)) :]


def whole(text: str, at: int) -> int:
    """Return the last place up to *at* where a text can be cut without cutting what a reader takes for one character.

    A letter keeps its marks and an emoji its parts (grapheme clusters, Unicode Standard Annex 29), which is what
    `regex` is for: `re` does not know them.

    >>> whole("باد 👨‍👩‍👧", 6), whole("باد", 2), whole("سَلام", 1)
    (4, 2, 0)
    """
    if not 0 < at < len(text):
        return max(0, min(at, len(text)))
    start = max(text.rfind(" ", 0, at), at - _LOOK_BACK, 0)
    for cluster in _clusters().finditer(text, start):
        if cluster.end() >= at:
            return at if cluster.end() == at else int(cluster.start())
    return at


#: how far back a space is looked for, at which counting clusters begins
_LOOK_BACK = 400


@cache
def _clusters() -> Any:
    import regex  # costs 13 ms, which only a report of long lines has to pay

    return regex.compile(r"\X")


def _gap(pieces: Iterable[Piece]) -> Piece:
    return Piece("", "", (), sum(max(len(piece.before), len(piece.after)) for piece in pieces))
