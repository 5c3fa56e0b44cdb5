"""Open files, and the events a run is made of: a file opens, its chunks, it closes or breaks."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple, cast

from textnorm.cli.formats.base import BinaryFormat, Format
from textnorm.cli.formats.registry import Formats, Row
from textnorm.cli.io import compression
from textnorm.cli.io.chunks import Chunk
from textnorm.cli.io.encodings import SAMPLE, Encoding, as_utf8, detect, looks_binary
from textnorm.cli.io.page_bytes import is_page, page_as_utf8
from textnorm.cli.io.page_encoding import page_encoding
from textnorm.cli.io.sources import STDIN, Source
from textnorm.cli.messages import Failure, reason, say

#: a record of more bytes is announced before it is read, with the memory it takes: this many times its size
LARGE, TIMES = 1 << 23, 15


class Opened(NamedTuple):
    """A file was opened; its results follow."""

    source: Source
    encoding: Encoding = Encoding()
    compression: str = ""
    sink: Callable[[BinaryIO], Any] | None = None  # for formats that are no stream of text
    marked: bool = False  # its byte order mark is kept: a spreadsheet needs it to read UTF-8


class Closed(NamedTuple):
    """Every chunk of the file has been handed out."""

    source: Source
    empty: bool = False


class Broken(NamedTuple):
    """The file cannot be read, from the start or from here on."""

    source: Source
    message: str


class Skipped(NamedTuple):
    """The file is not supported."""

    source: Source
    message: str


Event = Opened | Chunk | Closed | Broken | Skipped


def _nothing(path: str) -> bool:
    """Drop no file."""
    return False


class Reader(NamedTuple):
    """Turns files into events. ``dropped`` says that nobody wants the rest of a file."""

    formats: Formats
    encoding: str | None
    as_records: bool = False  # results are records, whatever the format
    dropped: Callable[[str], bool] = _nothing
    advance: Callable[[int], None] | None = None  # is told how many bytes more were read

    def events(self, sources: Iterable[Source]) -> Iterator[Event]:
        """Yield the events of all files, in order."""
        for source in sources:
            try:
                yield from self._read(source)
            except Failure as failure:
                yield Broken(source, failure.message)
            except (OSError, EOFError) as error:
                yield Broken(source, reason(error))
            except Exception as error:  # of lzma, zlib, pyarrow and their like
                if os.environ.get("TEXTNORM_DEBUG"):
                    raise
                yield Broken(source, f"damaged: {(str(error) or type(error).__name__).splitlines()[0]}")

    def _read(self, source: Source) -> Iterator[Event]:
        if source.problem:
            raise Failure(source.problem)
        if source.unfit:
            yield Skipped(source, source.unfit)
            return
        suffix = compression.suffix_of(source.path)
        with open_bytes(source.path) as raw:
            unpacked = compression.UpToFault(compression.reader(io.BufferedReader(raw), suffix))
            stream = io.BufferedReader(unpacked if suffix else cast(io.RawIOBase, raw), SAMPLE)
            head = stream.peek(SAMPLE)
            if not head:
                unpacked.tell_fault()
            row, encoding = self._recognised(source, suffix, head)
            if row.binary:
                binary = cast(BinaryFormat, self.formats.make(row))
                yield from self._read_binary(source, io.BufferedReader(raw), binary)
                return
            if not row.raw and looks_binary(head, encoding) and not (self._as_shown(row) and is_page(head)):
                message = f"a binary file (it holds NUL bytes{_what_to_do(head)})"
                if source.path == STDIN:  # to go on would tell the next command that this was all
                    raise Failure(message)
                yield Skipped(source, f"skipped: {message}")
                return
            format_ = self.formats.make(row)
            yield Opened(source, encoding, suffix, marked=row.keeps_mark and bool(encoding.bom))
            data = self._as_utf8(stream, source, row, encoding)
            try:
                is_empty = yield from self._chunks(source, format_, data, raw)
            except Failure:
                unpacked.tell_fault()  # it says more than what a format finds missing
                raise
            unpacked.tell_fault()
        yield Closed(source, is_empty)

    def _as_shown(self, row: Row) -> bool:
        """Tell whether a file is read as browsers show it, broken bytes and all."""
        return row.name == "html" and self.formats.asked.as_shown

    def _as_utf8(self, stream: BinaryIO, source: Source, row: Row, encoding: Encoding) -> BinaryIO:
        if self._as_shown(row):
            return page_as_utf8(stream, encoding, source.path)
        return stream if row.raw else as_utf8(stream, encoding, self.formats.asked.errors)

    def _recognised(self, source: Source, suffix: str, head: bytes) -> tuple[Row, Encoding]:
        """Return the format of a file and its encoding, by its name and its first bytes."""
        encoding = detect(self._telling(source, suffix, head), self.encoding)
        row = self.formats.of(source.path.lower().removesuffix(suffix), *_as_sample(head, encoding))
        if row.raw:
            return row, detect(b"", None)
        if row.name == "html" and self.encoding is None and not encoding.bom:
            return row, Encoding(page_encoding(head, self._past_ascii(source, suffix, head)))
        return row, encoding

    def _chunks(
        self, source: Source, format_: Format, data: BinaryIO, raw: io.IOBase
    ) -> Generator[Chunk, None, bool]:
        """Yield the pieces of a file, and return whether nothing stands in it."""
        is_empty, at = True, 0
        for chunk in format_.chunks(data, source.path):
            if self.dropped(source.path):
                break
            is_empty = is_empty and not chunk.data
            _say_if_large(chunk)
            yield chunk._replace(format=format_)
            at = self._report(raw, at)
        return is_empty

    def _telling(self, source: Source, suffix: str, head: bytes) -> bytes:
        """Return the first bytes of a file from which an encoding can be guessed: ASCII says nothing."""
        return self._past_ascii(source, suffix, head) if self.encoding == "auto" else head

    @staticmethod
    def _past_ascii(source: Source, suffix: str, head: bytes) -> bytes:
        """Return the first bytes of a file that are not all ASCII, or its head where there are none."""
        if head.isascii() and b"\0" not in head and source.path != STDIN:
            with open_bytes(source.path) as raw:
                stream = compression.reader(io.BufferedReader(raw), suffix)
                beginning = io.BufferedReader(compression.UpToFault(stream), SAMPLE)
                while block := beginning.read(SAMPLE):
                    if not block.isascii():
                        return block
        return head

    def _read_binary(self, source: Source, raw: io.BufferedReader, format_: BinaryFormat) -> Iterator[Event]:
        if not raw.seekable():
            raise Failure("such a file is read from its end: name the file")
        at = 0
        yield Opened(source, sink=None if self.as_records else format_.sink_of(raw))
        for chunk in format_.chunks(raw, source.path):
            if self.dropped(source.path):
                break
            yield chunk._replace(format=format_)
            at = self._report(raw, at)
        yield Closed(source)

    def _report(self, raw: io.IOBase, before: int) -> int:
        """Tell the progress how many bytes of the file, as it lies on the disk, were read."""
        if self.advance is None or not raw.seekable():
            return before
        now = max(raw.tell(), before)
        self.advance(now - before)
        return now


def _say_if_large(chunk: Chunk) -> None:
    """Say beforehand that a record takes much memory: it is never cut."""
    if len(chunk.data) > LARGE:
        size = len(chunk.data) / 1e6
        say(
            f"{chunk.source}:{chunk.line}: a record of {size:.0f} MB, which takes some {size * TIMES:.0f} MB of memory"
        )


def _as_sample(head: bytes, encoding: Encoding) -> tuple[bytes, bool]:
    """Return the first bytes as UTF-8, and whether they were UTF-16."""
    wide = encoding.name.startswith("utf-16")
    if not wide:
        return head.removeprefix(encoding.bom), False
    return head[len(encoding.bom) :].decode(encoding.name, "ignore").encode("utf-8", "ignore"), True


#: what files of offices that are not read begin with, and what to do with them
_NOT_READ = (
    (b"\xd0\xcf\x11\xe0", "; if it is of an old Word or Excel, save it as .docx or .xlsx"),
    (b"mimetypeapplication/vnd.oasis", "; OpenDocument: save it as .docx or .xlsx"),
    (b"mimetypeapplication/epub", "; an e-book: unpack it, and name its pages of HTML"),
    (b"[Content_Types].xml", "; if it is of Word or Excel, call it .docx or .xlsx"),
)


def _what_to_do(head: bytes) -> str:
    from textnorm.cli.io.detect import wide

    for begins, hint in _NOT_READ:
        if begins in head[:80]:
            return hint
    name = wide(head)
    return f"; if it is text, say --encoding {name}" if name else ""


def open_bytes(path: str) -> io.FileIO:
    """Open a file, or standard input; nothing is read ahead."""
    if path == STDIN:
        return io.FileIO(os.dup(standard("input", sys.stdin)))
    return io.FileIO(path)


def standard(name: str, stream: Any) -> int:
    """Return the descriptor of a standard stream, which may have been closed (``>&-``)."""
    if stream is None or stream.closed:
        raise Failure(f"standard {name} is closed")
    return int(stream.fileno())
