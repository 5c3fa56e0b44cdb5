"""Read what is needed whole, a configuration or a site profile, and no more than one can be."""

from __future__ import annotations

from typing import BinaryIO

from textnorm.cli.messages import UsageFailure

#: bytes; a device, or a file that was not meant, may have no end
_MOST = 1 << 26


def whole(stream: BinaryIO, path: str) -> bytes:
    """Return all that a stream holds; *path* is named where that is too much."""
    data = b""
    while len(data) <= _MOST:
        if not (piece := stream.read(_MOST + 1 - len(data))):
            return data
        data += piece
    raise UsageFailure(f"is longer than {_MOST >> 20} MB: not what was meant?", path)
