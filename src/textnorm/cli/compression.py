"""Compressed files: read and written by the suffix of their name."""

from __future__ import annotations

import io
from typing import Any, BinaryIO, cast

from textnorm.cli.errors import Failure

SUFFIXES = (".gz", ".bz2", ".xz", ".zst")
#: compressed bytes handed to zstd at once; four of them can stand for 128 kB, so this bounds the memory
_ZSTD_BLOCK = 1 << 10


def suffix_of(path: str) -> str:
    """The compression suffix of a path, or nothing.

    >>> suffix_of("a.txt.GZ"), suffix_of("a.txt")
    ('.gz', '')
    """
    return next((suffix for suffix in SUFFIXES if path.lower().endswith(suffix)), "")


def reader(raw: BinaryIO, suffix: str) -> BinaryIO:
    """A stream of what was compressed. A cut file raises ``EOFError``, a broken one ``OSError``."""
    match suffix:
        case ".gz":
            import gzip

            return cast(BinaryIO, gzip.GzipFile(fileobj=raw, mode="rb"))
        case ".bz2":
            import bz2

            return cast(BinaryIO, bz2.BZ2File(raw, "rb"))
        case ".xz":
            import lzma

            return cast(BinaryIO, lzma.LZMAFile(raw, "rb"))
        case ".zst":
            return io.BufferedReader(_ZstdReader(raw, _zstandard()))
    return raw


def writer(raw: BinaryIO, suffix: str) -> Any:
    """A stream that compresses into ``raw`` and leaves it open. The same text gives the same bytes."""
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
        raise Failure("needs the package zstandard: pip install 'textnorm[zstd]'") from None
    return zstandard


class _ZstdReader(io.RawIOBase):
    """Frame after frame; unlike the library's own reader it notices a file that was cut."""

    def __init__(self, raw: BinaryIO, library: Any) -> None:
        self._raw, self._library = raw, library
        self._frame = library.ZstdDecompressor().decompressobj()
        self._ready, self._input, self._started = memoryview(b""), b"", False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._input or self._raw.read(_ZSTD_BLOCK)
            self._input = b""
            if not data:
                if self._started:
                    raise EOFError("compressed file ended before the end-of-stream marker was reached")
                return 0
            self._feed(data)
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _feed(self, data: bytes) -> None:
        try:
            self._ready, self._started = memoryview(self._frame.decompress(data)), True
        except self._library.ZstdError as error:
            raise OSError(f"not a zst file: {error}") from None
        if self._frame.eof:
            self._input, self._started = self._frame.unused_data, False
            self._frame = self._library.ZstdDecompressor().decompressobj()
