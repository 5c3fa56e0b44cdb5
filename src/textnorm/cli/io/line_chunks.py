"""Cut a stream of bytes into chunks of whole lines, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from textnorm.cli.io.chunks import Chunk
from textnorm.cli.messages import Failure
from textnorm.lazy import lazy_pattern

#: small enough for a worker's cache, large enough that the hand-over costs nothing
CHUNK_BYTES = 1 << 19
#: a line or fenced block that is longer is cut all the same; a text at work takes twenty times its size
LONGEST_TEXT = 1 << 21
#: a page that is longer is no page, and is cut between its paragraphs
LONGEST_PAGE = 1 << 22
#: lines; each takes more memory than its characters, and a page has fewer
_MOST_LINES = 1 << 16
#: a record is never cut: one that is longer is refused before it fills the memory
LONGEST_RECORD = 1 << 26
_FENCE = lazy_pattern(rb"(?m)^[ ]{0,3}(?:```|~~~)")
_SENTENCE_END = (b". ", b"! ", b"? ", "؟ ".encode(), "؛ ".encode(), b" ", b"\t")
_CONTINUATION = bytes(range(0x80, 0xC0))


def line_chunks(stream: BinaryIO, source: str, *, count: bool = False) -> Iterator[Chunk]:
    """Return chunks of whole lines, no fenced block of code cut in two; ``count`` characters up to each, too."""
    return _numbered(_lines(stream), source, count)


def page_chunks(stream: BinaryIO, source: str, *, count: bool = False) -> Iterator[Chunk]:
    """Return the whole stream in one chunk, unless it is far too long for a page."""
    return _numbered(_pages(stream), source, count)


def record_chunks(stream: BinaryIO, source: str) -> Iterator[Chunk]:
    """Return chunks of whole lines, each of which is a record."""
    return _numbered(_records(stream), source, False)


def too_long(line: int) -> Failure:
    """Return a record that would fill the memory."""
    return Failure(f"line {line}: a record of more than {LONGEST_RECORD >> 20} MB; is it one?")


def _numbered(pieces: Iterator[tuple[bytes, bool]], source: str, count: bool) -> Iterator[Chunk]:
    line, offset, character = 1, 0, 0
    for data, part in pieces:
        yield Chunk(data, source, line, offset, character, part=part)
        line += data.count(b"\n")
        offset += len(data)
        if count:
            character += len(data.translate(None, _CONTINUATION))


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Yield blocks that end where a line ends, and whether a line longer than memory allows was cut for them."""
    waiting: list[bytes] = []  # a list, so that one long line costs linear time
    size, inside = 0, False
    while block := stream.read(CHUNK_BYTES):
        waiting.append(block)
        size += len(block)
        if b"\n" not in block and size < LONGEST_TEXT:
            continue
        data = b"".join(waiting)
        end = _line_end(data, fences=size < LONGEST_TEXT)
        cut = end or (_sentence_end(data) if size >= LONGEST_TEXT else 0)
        if cut:
            yield data[:cut], inside or not end
            inside = not end
        waiting, size = [data[cut:]], len(data) - cut
    if rest := b"".join(waiting):
        yield rest, inside


def _records(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    waiting: list[bytes] = []
    size, line = 0, 1
    while block := stream.read(CHUNK_BYTES):
        end = block.rfind(b"\n") + 1
        if end:
            data = b"".join([*waiting, block[:end]])
            yield data, False
            line += data.count(b"\n")
            waiting, size = [], 0
        waiting.append(block[end:])
        size += len(block) - end
        if size > LONGEST_RECORD:
            raise too_long(line)
    if rest := b"".join(waiting):
        yield rest, False


def _pages(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    data, part = b"", False
    while block := stream.read(LONGEST_PAGE - len(data)):
        data += block
        while len(data) >= LONGEST_PAGE or data.count(b"\n") > _MOST_LINES:
            first = _first_lines(data)
            end = _paragraph_end(first) or first.rfind(b"\n") + 1 or _sentence_end(first)
            yield data[:end], True
            data, part = data[end:], True
    if data or not part:
        yield data, part


def _first_lines(data: bytes) -> bytes:
    """Return as many lines as one page may have."""
    for number, end in enumerate(_LINE_END.finditer(data), 1):
        if number == _MOST_LINES:
            return data[: end.end()]
    return data


_LINE_END = lazy_pattern(rb"\n")
_BLANK_LINE = lazy_pattern(rb"\n\r?\n")


def _paragraph_end(data: bytes) -> int:
    """Return the place after the last blank line; 0 where there is none."""
    ends = [match.end() for match in _BLANK_LINE.finditer(data)]
    return ends[-1] if ends else 0


def _line_end(data: bytes, fences: bool) -> int:
    """Return the place after the last line end, outside a fenced block if ``fences``; 0 where there is none."""
    last = data.rfind(b"\n") + 1
    if not fences or (b"```" not in data and b"~~~" not in data):
        return last
    marks = list(_FENCE.finditer(data[:last]))
    return last if len(marks) % 2 == 0 else marks[-1].start()


def _sentence_end(data: bytes) -> int:
    """Return a place to cut where no line ends: after a sentence, else a space, else between two characters."""
    half = len(data) // 2
    for mark in _SENTENCE_END:
        if (at := data.rfind(mark, half)) >= 0:
            return at + len(mark)
    end = len(data) - 1
    while end > len(data) - 4 and data[end] & 0xC0 == 0x80:
        end -= 1
    return end
