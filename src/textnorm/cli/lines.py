"""Cut a stream of bytes into chunks of whole lines, in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from textnorm.cli.chunks import Chunk

#: small enough for a worker's cache, large enough that the hand-over costs nothing
CHUNK_BYTES = 1 << 18
#: a fenced block that never closes is cut here all the same
_LONGEST_BLOCK = 1 << 22
_FENCE = re.compile(rb"^[ ]{0,3}(```|~~~)", re.MULTILINE)


def line_chunks(stream: BinaryIO, source: str, *, fences: bool = True) -> Iterator[Chunk]:
    """Yield chunks of whole lines; with ``fences`` no fenced block of code is cut in two."""
    line, offset = 1, 0
    for data in _blocks(stream, fences):
        yield Chunk(data, source, line, offset)
        line += data.count(b"\n")
        offset += len(data)


def _blocks(stream: BinaryIO, fences: bool) -> Iterator[bytes]:
    waiting: list[bytes] = []  # a list, so that one endless line costs linear time
    size = 0
    while block := stream.read(CHUNK_BYTES):
        waiting.append(block)
        size += len(block)
        if b"\n" not in block:
            continue
        data = b"".join(waiting)
        end = _cut(data, fences and size < _LONGEST_BLOCK)
        if end:
            yield data[:end]
        waiting = [data[end:]]
        size = len(data) - end
    if rest := b"".join(waiting):
        yield rest


def _cut(data: bytes, fences: bool) -> int:
    """The place after the last line end outside a fenced block; 0 where there is none."""
    last = data.rfind(b"\n") + 1
    if not fences:
        return last
    marks = list(_FENCE.finditer(data, 0, last))
    return last if len(marks) % 2 == 0 else marks[-1].start()
