"""What every format offers to the rest of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from textnorm.cli.io.chunks import Chunk, Problem, Result, Text

Edit = Callable[[str], str]


class Format(Protocol):
    """One file format. Instances are small and picklable: they travel to worker processes."""

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        """Cut the stream; runs in the main process and looks at bytes only."""

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        """Apply ``edit`` to every text of the chunk and leave every other byte as it is."""

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        """The texts of the chunk, for commands that report records."""
