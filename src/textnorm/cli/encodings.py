"""Bytes to text: UTF-8, strictly, with an error that says where and what to try."""

from __future__ import annotations

from textnorm.cli.chunks import Chunk
from textnorm.cli.errors import Failure

BOM = b"\xef\xbb\xbf"


def decode(chunk: Chunk, errors: str = "strict") -> str:
    """Decode a chunk; the error names the byte offset in the file and what to try."""
    try:
        return chunk.data.decode("utf-8", errors)
    except UnicodeDecodeError as error:
        at = chunk.offset + error.start
        raise Failure(undecodable(chunk.data, error.start, at), chunk.source) from None


def undecodable(data: bytes, start: int, offset: int) -> str:
    """The message for a byte that is not UTF-8."""
    return (
        f"not UTF-8 at byte {offset} (0x{data[start]:02x}); "
        "try --encoding auto, --encoding windows-1256 or --errors replace"
    )
