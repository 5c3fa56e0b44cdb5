"""What travels between the reader, the workers and the writer."""

from __future__ import annotations

from typing import Any, NamedTuple

from textnorm.cli.io.sources import Source


class Chunk(NamedTuple):
    """A piece of one file: whole lines or a whole document, as UTF-8."""

    data: bytes
    source: str = "-"  # how messages and records call the file
    line: int = 1  # the number of its first line
    offset: int = 0  # of its first byte
    character: int = 0  # of its first character in the file, where somebody asks for it
    context: tuple[str, ...] = ()  # what its format must know to read it alone
    part: bool = False  # it starts or ends inside a line or page that is too long to be held
    posts: tuple[Any, ...] = ()  # what was read of it already, where records are wanted
    format: Any = None  # the Format that cut it and can edit it


class Batch(NamedTuple):
    """Small files, in order, for one process to read."""

    sources: tuple[Source, ...]
    size: int  # in bytes


class Text(NamedTuple):
    """One text found in a chunk, for commands that report records."""

    text: str
    line: int = 1
    in_record: bool = False  # one field of a record, not a document of its own
    at: int = 0  # where it starts in its document, in code points
    html: str | None = None  # the page whose lines are the text
    url: str | None = None  # the address of that page
    posts: tuple[Any, ...] = ()  # records that are posts already

    @property
    def lines(self) -> str:
        """Return the text; of a page of HTML its lines, for which it is read."""
        if self.html is None:
            return self.text
        import textnorm

        return textnorm.html_to_lines(self.html)


class Problem(NamedTuple):
    """One record that could not be handled."""

    line: int
    message: str
    data: bytes


class Result(NamedTuple):
    """What a worker made of a chunk."""

    data: bytes
    changed: bool = False
    problems: tuple[Problem, ...] = ()
    records: int = 0  # records read, and those among them in which a wanted field was found
    hits: int = 0
    failure: str | None = None  # the chunk, and with it the file, could not be handled
    broken: str | None = (
        None  # where the file was cut: what there is of it is written, and replaces nothing whole
    )
