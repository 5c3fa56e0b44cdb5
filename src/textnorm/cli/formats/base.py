"""Say what every format offers to the rest of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple, Protocol

from textnorm.cli.io.chunks import Chunk, Problem, Result, Text

Edit = Callable[[str], str]


class Asked(NamedTuple):
    """What the flags say about reading: for the factories of formats."""

    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    delimiter: str | None = None
    header: bool = True
    errors: str = "strict"
    as_shown: bool = False  # whether broken bytes of pages are shown as browsers do
    whole: bool = True
    places: bool = False
    drop_bad: bool = False
    in_place: bool = False
    reflow: bool = False
    posts: bool = False  # whether posts are wanted rather than texts
    page: bool = False  # whether the command reads pages
    url: str | None = None  # the address of the page


class Format(Protocol):
    """One file format. Instances are small and picklable: they travel to worker processes."""

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        """Cut the stream; runs in the main process and looks at bytes only."""

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        """Apply ``edit`` to every text of the chunk and leave every other byte as it is."""

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        """Return the texts of the chunk, for commands that report records."""


class BinaryFormat(Format, Protocol):
    """A format that is no stream of text: its results are put together again by a sink."""

    def sink_of(self, stream: BinaryIO) -> Callable[[BinaryIO], Any]:
        """Return what makes a writer of results into a file like this one."""
