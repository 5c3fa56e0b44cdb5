"""Cut a long JSON text between the items of its lists and objects, in bounded memory.

Each piece travels with the brackets and keys that are open where it starts, and those it would need to
end: between them it is a JSON text of its own, in which every string stands at the path it has in the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from textnorm.cli.io.line_chunks import CHUNK_BYTES, LONGEST_RECORD, too_long

#: a string with the colon that makes it a key, or a bracket; a string without an end has no group ``end``
_STRUCTURE = rb'"(?:[^"\\]++|\\.)*+(?P<end>")?(?P<colon>[ \t\n\r]*+:)?|[\[\]{}]'
_BRACKET = re.compile(_STRUCTURE, re.DOTALL)
_BRACKET_OR_COMMA = re.compile(_STRUCTURE + b"|,", re.DOTALL)
_CLOSING = {b"{": b"}", b"[": b"]"}


class Piece(NamedTuple):
    """A piece of a JSON text: ``before + data + after`` is one, where data loses its last comma."""

    data: bytes
    before: bytes = b""
    after: bytes = b""


class _Scanner:
    """Follows the brackets of a JSON text."""

    def __init__(self) -> None:
        self.open: list[list[bytes]] = []  # brackets, each with its current key
        self.broken = False

    def next_cut(self, data: bytes, at: int, final: bool) -> tuple[int, int]:
        """Up to where the data was understood, and where it may be cut, or 0."""
        while True:
            pattern = _BRACKET_OR_COMMA if at >= CHUNK_BYTES else _BRACKET
            match = pattern.search(data, at)
            if match is None:
                return len(data), 0
            if not final and (match.end() == len(data) or _is_open(match)):
                return match.start(), 0
            at = match.end()
            if match[0] == b",":
                if self.open:
                    return at, at
            elif not self._take(match):
                self.broken = True
                return at, 0

    def _take(self, match: re.Match[bytes]) -> bool:
        mark = match[0][:1]
        if mark == b'"':
            if match["colon"] and self.open:
                self.open[-1][1] = match[0]
            return not _is_open(match)
        if mark in b"{[":
            self.open.append([mark, b""])
            return True
        return bool(self.open) and _CLOSING[self.open.pop()[0]] == mark

    def before(self) -> bytes:
        """Return what must stand before the text that follows here."""
        above = b"".join(bracket + key for bracket, key in self.open[:-1])
        return above + (self.open[-1][0] if self.open else b"")

    def after(self) -> bytes:
        """Return what closes the text that ends here."""
        return b"".join(_CLOSING[bracket] for bracket, _ in reversed(self.open))


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """Yield the pieces of a JSON text; what is no JSON ends in a piece that is none, and nothing more is read."""
    scanner, data, at, before, line = _Scanner(), b"", 0, b"", 1
    wish, final = CHUNK_BYTES, False
    while not final and not scanner.broken:
        block = stream.read(wish)
        data, final = data + block, not block
        cut = 1
        while cut and not scanner.broken:
            at, cut = scanner.next_cut(data, at, final)
            if cut:
                yield Piece(data[:cut], before, scanner.after())
                line += data.count(b"\n", 0, cut)
                data, at, before = data[cut:], 0, scanner.before()
        if len(data) > LONGEST_RECORD:
            raise too_long(line)
        wish = max(CHUNK_BYTES, len(data))  # doubling: a long string costs linear time
    yield Piece(data, before)


def _is_open(match: re.Match[bytes]) -> bool:
    return match[0][:1] == b'"' and match["end"] is None
