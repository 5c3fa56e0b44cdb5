"""Open files, and the events a run is made of: a file opens, its chunks, it closes or breaks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

from textnorm.cli.chunks import Chunk
from textnorm.cli.errors import Failure, reason
from textnorm.cli.formats.base import Format

STDIN = "-"


class Opened(NamedTuple):
    """A file was opened; its results follow."""

    source: str
    bom: bytes = b""


class Closed(NamedTuple):
    """Every chunk of the file has been handed out."""

    source: str
    empty: bool = False


class Broken(NamedTuple):
    """The file cannot be read, from the start or from here on."""

    source: str
    message: str


Event = Opened | Chunk | Closed | Broken


def read_all(sources: Iterable[str], format_: Format, dropped: Callable[[str], bool]) -> Iterator[Event]:
    """The events of all files, in order. ``dropped`` says that nobody wants the rest of a file."""
    for source in sources:
        try:
            yield from _read(source, format_, dropped)
        except Failure as failure:
            yield Broken(source, failure.message)
        except (OSError, EOFError) as error:
            yield Broken(source, reason(error))


def _read(source: str, format_: Format, dropped: Callable[[str], bool]) -> Iterator[Event]:
    empty = True
    with _open(source) as stream:
        yield Opened(source)
        for chunk in format_.chunks(stream, source):
            empty = empty and not chunk.data
            if dropped(source):
                break
            yield chunk
    yield Closed(source, empty)


def _open(source: str) -> BinaryIO:
    if source == STDIN:
        return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    if os.path.isdir(source):
        raise Failure("is a directory; name its files")
    return open(source, "rb")
