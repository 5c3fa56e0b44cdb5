"""What travels between the reader, the workers and the writer."""

from __future__ import annotations

from typing import NamedTuple


class Chunk(NamedTuple):
    """A piece of one file: whole lines or a whole document, as UTF-8."""

    data: bytes
    source: str = "-"  # how messages and records call the file
    line: int = 1  # the number of its first line
    offset: int = 0  # of its first byte
    header: tuple[str, ...] = ()  # the column names of a table


class Text(NamedTuple):
    """One text found in a chunk, for commands that report records."""

    text: str
    line: int = 1
    field: str | None = None


class Problem(NamedTuple):
    """One record that could not be handled. It stands in the output as it was."""

    line: int
    message: str
    data: bytes


class Result(NamedTuple):
    """What a worker made of a chunk."""

    data: bytes
    changed: bool = False
    problems: tuple[Problem, ...] = ()
    #: records of a table or of JSON Lines in which no wanted field was found
    seen: int = 0
    failure: str | None = None  # the chunk, and with it the file, could not be handled
