"""Where results go. A writer gets the results of one file after another and says whether they stand."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO, Protocol

from textnorm.cli.errors import Failure, reason


class OutputFailure(Failure):
    """The output cannot be written at all; nothing more can be done."""


class Writer(Protocol):
    """Takes the results of one file at a time."""

    def begin(self, source: str) -> None: ...
    def write(self, data: bytes) -> None: ...
    def commit(self, changed: bool) -> None: ...
    def abort(self) -> None: ...
    def close(self) -> None: ...


class StandardOutput:
    """Everything to standard output, as UTF-8 whatever the locale."""

    def __init__(self, stream: BinaryIO | None = None) -> None:
        self.stream = stream or os.fdopen(os.dup(sys.stdout.fileno()), "wb")

    def begin(self, source: str) -> None:
        """Files follow one another without a word."""

    def write(self, data: bytes) -> None:
        try:
            self.stream.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputFailure(reason(error), "standard output") from None

    def commit(self, changed: bool) -> None:
        self.write(b"")
        self.stream.flush()

    def abort(self) -> None:
        """What was written is out."""

    def close(self) -> None:
        self.stream.flush()


class Nothing:
    """For ``--check``: no output at all."""

    def begin(self, source: str) -> None: ...
    def write(self, data: bytes) -> None: ...
    def commit(self, changed: bool) -> None: ...
    def abort(self) -> None: ...
    def close(self) -> None: ...
