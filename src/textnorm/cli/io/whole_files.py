"""Read what is needed whole, a configuration, a site profile, a page, and no more than one can be."""

from __future__ import annotations

from typing import BinaryIO

from textnorm.cli.messages import Failure, UsageFailure

#: bytes; a device, or a file that was not meant, may have no end
_MOST = 1 << 26
#: the same for what is read: a page, with its pictures in it, and a document or an export
LARGEST_PAGE, LARGEST_DOCUMENT = 1 << 28, 1 << 30


def whole(stream: BinaryIO, path: str) -> bytes:
    """Return all that a stream holds; *path* is named where that is too much."""
    data = _at_most(stream, _MOST)
    if data is None:
        raise UsageFailure(f"is longer than {_MOST >> 20} MB: not what was meant?", path)
    return data


def whole_input(stream: BinaryIO, most: int, what: str) -> bytes:
    """Return all of a stream that is read at once; ``Failure`` where it is too much for one of *what*."""
    data = _at_most(stream, most)
    if data is None:
        raise Failure(f"more than {most >> 20} MB; is it one {what}?")
    return data


def _at_most(stream: BinaryIO, most: int) -> bytes | None:
    pieces: list[bytes] = []
    size = 0
    while size <= most:
        if not (piece := stream.read(min(1 << 20, most + 1 - size))):
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
    return None
