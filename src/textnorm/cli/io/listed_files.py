"""The list of paths that ``--files0-from`` names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from textnorm.cli.io.sources import STDIN, Source, below
from textnorm.cli.messages import UsageFailure, reason

#: paths, and bytes of one, beyond which a list has no end or is none
_MOST, _LONGEST = 1 << 20, 1 << 16
_BLOCK = 1 << 16


def listed(list_file: str) -> list[Source]:
    """Return the NUL-separated paths of a file, or of standard input, each with its place in an output directory."""
    try:
        if list_file != STDIN:
            with open(list_file, "rb") as stream:
                return _sources(stream, list_file)
    except OSError as error:
        raise UsageFailure(reason(error), list_file) from None
    if sys.stdin is None:
        raise UsageFailure("standard input is closed")
    return _sources(sys.stdin.buffer, "standard input")


def _sources(stream: BinaryIO, name: str) -> list[Source]:
    found: list[Source] = []
    for path in map(os.fsdecode, _paths(stream, name)):
        if len(found) == _MOST:
            raise UsageFailure(
                f"more than {_MOST:,} paths: give them in parts (xargs -0 -n 100000 textnorm ...)", name
            )
        found.append(Source(path, below(path)))
    return found


def _paths(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the paths; what holds none between two NULs, or no NUL for long, is no list of paths."""
    rest = b""
    while block := stream.read(_BLOCK):
        *paths, rest = (rest + block).split(b"\0")
        if not all(paths):
            raise UsageFailure("an empty path (two NULs in a row): not a list of paths?", name)
        yield from paths
        if len(rest) > _LONGEST:
            raise UsageFailure(
                f"no NUL in {_LONGEST >> 10} KB: paths are separated by NUL (find -print0)", name
            )
    if rest:
        yield rest
