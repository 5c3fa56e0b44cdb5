"""Compressed files: read and written by the suffix of their name."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any, BinaryIO

from textnorm.cli.messages import Failure

SUFFIXES = (".gz", ".bz2", ".xz", ".zst")
#: compressed bytes handed to xz and zstd at once; four of them can stand for 128 kB, so this bounds the memory
_BLOCK = 1 << 10
#: what is taken at once out of gzip and bz2, which say or keep what they have not used of a piece
_MOST_READY = 1 << 17
#: what a file may make its decompressor hold, in bytes: as much as the strongest settings of either tool ask for
_MOST_HELD = 1 << 27
#: what a piece stands for, whether its frame ends with it, and what is left of it
_Step = tuple[bytes, bool, bytes]


def suffix_of(path: str) -> str:
    """Return the compression suffix of a path, or nothing.

    >>> suffix_of("a.txt.GZ"), suffix_of("a.txt")
    ('.gz', '')
    """
    return next((suffix for suffix in SUFFIXES if path.lower().endswith(suffix)), "")


def reader(raw: BinaryIO, suffix: str) -> BinaryIO:
    """Return a stream of what was compressed. A cut file raises ``EOFError``, a broken one ``OSError``."""
    match suffix:
        case ".gz":
            return io.BufferedReader(_Frames(raw, _gz_frame, io.DEFAULT_BUFFER_SIZE))
        case ".bz2":
            return io.BufferedReader(_Frames(raw, _bz2_frame, io.DEFAULT_BUFFER_SIZE))
        case ".xz":
            return io.BufferedReader(_Frames(raw, _xz_frame, _BLOCK))
        case ".zst":
            return io.BufferedReader(_Frames(raw, _zst_frame, _BLOCK))
    return raw


def writer(raw: BinaryIO, suffix: str) -> Any:
    """Return a stream that compresses into ``raw`` and leaves it open. The same text gives the same bytes."""
    match suffix:
        case ".gz":
            import gzip

            return gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0)
        case ".bz2":
            import bz2

            return bz2.BZ2File(raw, "wb")
        case ".xz":
            import lzma

            return lzma.LZMAFile(raw, "wb")
        case ".zst":
            return _zstandard().ZstdCompressor().stream_writer(raw, closefd=False)
    return raw


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise Failure("needs the package zstandard: pip install 'textnorm-fa[zstd]'") from None
    return zstandard


def _gz_frame() -> Callable[[bytes], _Step]:
    import zlib

    frame = zlib.decompressobj(16 + zlib.MAX_WBITS)  # with the header of gzip

    def step(data: bytes) -> _Step:
        try:
            ready = frame.decompress(data, _MOST_READY)
        except zlib.error as error:
            told = str(error).rpartition(": ")[2]
            raise OSError("not a gzip file" if "header" in told else f"damaged: {told}") from None
        # zeros may pad the place behind a stream
        return ready, frame.eof, frame.unused_data.lstrip(b"\0") if frame.eof else frame.unconsumed_tail

    return step


def _bz2_frame() -> Callable[[bytes], _Step]:
    import bz2

    frame = bz2.BZ2Decompressor()

    def step(data: bytes) -> _Step:
        try:
            ready = frame.decompress(data if frame.needs_input else b"", _MOST_READY)
        except OSError:
            raise OSError("not a bz2 file, or damaged") from None
        if frame.eof:  # zeros may pad the place behind a stream
            return ready, True, frame.unused_data.lstrip(b"\0")
        # what it has not used it keeps: the same piece says that it is to be asked again
        return ready, False, b"" if frame.needs_input else data

    return step


def _xz_frame() -> Callable[[bytes], _Step]:
    import lzma

    frame = lzma.LZMADecompressor(memlimit=_MOST_HELD + (1 << 20))

    def step(data: bytes) -> _Step:
        try:
            ready = frame.decompress(data)
        except lzma.LZMAError as error:
            raise OSError(_too_much("xz") if "limit" in str(error) else f"damaged: {error}") from None
        # zeros may pad the place between two streams
        return ready, frame.eof, frame.unused_data.lstrip(b"\0") if frame.eof else b""

    return step


def _zst_frame() -> Callable[[bytes], _Step]:
    library = _zstandard()
    frame = library.ZstdDecompressor(max_window_size=_MOST_HELD).decompressobj()

    def step(data: bytes) -> _Step:
        try:
            ready = frame.decompress(data)
        except library.ZstdError as error:
            raise OSError(
                _too_much("zstd --long=31") if "memory" in str(error) else f"not a zst file: {error}"
            ) from None
        return ready, frame.eof, frame.unused_data if frame.eof else b""

    return step


def _too_much(tool: str) -> str:
    return f"wants more than {_MOST_HELD >> 20} MB of memory to be decompressed: decompress it with {tool} -d first"


class _Frames(io.RawIOBase):
    """Frame after frame, in bounded memory; unlike the library's own reader of zst it notices a file that was cut.

    What stands behind the last frame and is none itself is said, once all that came before has been read.
    """

    def __init__(self, raw: BinaryIO, new: Callable[[], Callable[[bytes], _Step]], block: int) -> None:
        self._raw, self._new, self._step, self._block = raw, new, new(), block
        self._ready, self._input, self._started, self._frames = memoryview(b""), b"", False, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._input or self._raw.read(self._block)
            self._input = b""
            if not data:
                if self._started:
                    raise EOFError("compressed file ended before the end-of-stream marker was reached")
                return 0
            self._take(data)
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _take(self, data: bytes) -> None:
        try:
            ready, ended, self._input = self._step(data)
        except OSError:
            if self._frames and not self._started:
                raise OSError(
                    "what follows the compressed data is not compressed, and was left out"
                ) from None
            raise
        self._ready, self._started = memoryview(ready), not ended
        if ended:
            self._step = self._new()
            self._frames += 1


#: the bytes that begin a character of UTF-8, at the end of a piece that has not all of it
_HALF_CHARACTER = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")


class UpToFault(io.RawIOBase):
    """A stream that ends where it is damaged or cut, between two characters: *fault* says what was wrong there.

    So all that came before can be read first, as if it were a whole file.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._kept = stream, b""
        self.fault: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = b""
        while not data and self.fault is None:
            try:
                data = self._stream.read1(len(buffer) - len(self._kept))  # type: ignore[attr-defined]
            except Exception as error:  # of zlib, bz2, lzma and their like
                self.fault = error
                return 0
            ended, data, self._kept = not data, self._kept + data, b""
            if ended:
                break
            if half := _HALF_CHARACTER.search(data, max(0, len(data) - 3)):
                data, self._kept = data[: half.start()], half[0]
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what is read, too."""
        self._stream.close()
        super().close()

    def tell_fault(self) -> None:
        """Raise what was wrong, if anything was."""
        if self.fault is not None:
            raise self.fault
