"""Where results go. A writer gets the results of one file after another and says whether they stand."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from textnorm.cli.io import compression
from textnorm.cli.io.encodings import UTF8, Encoder, Encoding, canonical
from textnorm.cli.io.reading import Opened, standard
from textnorm.cli.messages import Failure, OutputFailure, OutputRefused, reason, say

if TYPE_CHECKING:
    from textnorm.cli.io.output import Output


class Writer(Protocol):
    """Takes the results of one file at a time."""

    def begin(self, opened: Opened) -> None:
        """Start a file."""

    def write(self, data: bytes) -> None:
        """More of the file, as UTF-8."""

    def commit(self, changed: bool) -> None:
        """Let the file stand: it is complete."""

    def abort(self) -> None:
        """Drop the file, which is not wanted after all. May be called at any time."""

    def close(self) -> None:
        """End the run."""

    def discard(self) -> None:
        """Leave nothing half-written: the run ended in the middle."""


class Nothing:
    """For ``--check``: no output at all."""

    def begin(self, opened: Opened) -> None: ...
    def write(self, data: bytes) -> None: ...
    def commit(self, changed: bool) -> None: ...
    def abort(self) -> None: ...
    def close(self) -> None: ...
    def discard(self) -> None: ...


class StandardOutput:
    """Everything to standard output, as UTF-8 whatever the locale."""

    def __init__(self, encoding: str | None = None) -> None:
        self._encoder = Encoder(Encoding(asked(encoding) or UTF8))
        self._refuse = False
        self.stream: BinaryIO = os.fdopen(os.dup(standard("output", sys.stdout)), "wb")

    def begin(self, opened: Opened) -> None:
        """Files follow one another without a word."""
        self._refuse = opened.sink is not None
        self._encoder.begin(opened.encoding)

    def write(self, data: bytes) -> None:
        if self._refuse:
            raise Failure("such a file is not written to standard output; use -o or --in-place")
        data = self._encoder.encode(data)
        self._do(lambda: self.stream.write(data))

    def commit(self, changed: bool) -> None:
        self._do(self.stream.flush)

    def abort(self) -> None:
        """Do nothing: what was written is out."""

    def discard(self) -> None:
        """Drop what is left in the buffer; what was written is out."""
        with contextlib.suppress(OSError, ValueError):
            self.stream.close()

    def close(self) -> None:
        self._do(lambda: self.stream.write(self._encoder.finish()))
        self._do(self.stream.flush)
        self._do(self.stream.close)

    def _do(self, action: Any) -> None:
        try:
            action()
        except OSError as error:
            self._send_the_rest_nowhere()
            if isinstance(error, BrokenPipeError):
                raise
            raise OutputFailure(reason(error), "standard output") from None

    def _send_the_rest_nowhere(self) -> None:
        """Drop what is left in the buffer: it cannot be written at exit either, and Python 3.13 complains of it there."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.stream.fileno())
        os.close(nowhere)


class Files:
    """One new file after another, each complete or not there."""

    def __init__(self, encoding: str | None) -> None:
        self._asked = asked(encoding)
        self._file: Output | None = None
        self._stream: Any = None
        self._encoder = Encoder(Encoding())

    def _start(self, target: str, encoding: Encoding, suffix: str, opened: Opened) -> None:
        self._file = self._open_target(target)
        self._stream = compression.writer(self._file.stream, suffix)
        if opened.marked and encoding.name == UTF8:
            encoding = Encoding(UTF8, codecs.BOM_UTF8)
        self._encoder = Encoder(Encoding() if opened.sink else encoding)
        self._encoder.begin(opened.encoding)
        if opened.sink:
            self._stream = opened.sink(self._stream)
        else:
            self._stream.write(encoding.bom)

    @staticmethod
    def _open_target(target: str) -> Output:
        from textnorm.cli.io.atomic import AtomicFile  # a filter writes no file

        return AtomicFile(target)

    def write(self, data: bytes) -> None:
        self._stream.write(self._encoder.encode(data))

    def _finish(self) -> None:
        if self._file is not None:
            self._end_stream()
            self._file.commit()
            self._file = None

    def _end_stream(self) -> None:
        self._stream.write(self._encoder.finish())
        if self._file is not None and self._stream is not self._file.stream:
            self._stream.close()

    def abort(self) -> None:
        if self._file is not None:
            if self._stream is not self._file.stream:
                with contextlib.suppress(Exception):  # it may want to flush what nobody wants
                    self._stream.close()
            self._file.abort()
            self._file = None

    def close(self) -> None:
        """Do nothing: no file is open between two others."""

    def discard(self) -> None:
        Files.abort(self)


class OutputFile(Files):
    """Everything into one file, which appears when the run is over; if an input broke, beside it (``.partial``)."""

    def __init__(self, path: str, encoding: str | None) -> None:
        super().__init__(encoding)
        self._path, self._alone, self._broken = path, False, False

    def begin(self, opened: Opened) -> None:
        if self._file is None:
            self._do(lambda: self._open(opened))
            self._alone = opened.sink is not None
        elif self._alone or opened.sink:
            raise Failure("such a file stands alone; write to a directory with -o DIR/")
        else:
            self._encoder.begin(opened.encoding)

    @staticmethod
    def _open_target(target: str) -> Output:
        from textnorm.cli.io.output import open_output  # which may be a device or a pipe

        return open_output(target)

    def _open(self, opened: Opened) -> None:
        self._start(self._path, Encoding(self._asked or UTF8), compression.suffix_of(self._path), opened)

    def write(self, data: bytes) -> None:
        data = self._encoder.encode(data)
        self._do(lambda: self._stream.write(data))

    def _do(self, action: Callable[[], object]) -> None:
        try:
            action()
        except BrokenPipeError:
            raise
        except (OSError, OutputRefused) as error:
            raise OutputFailure(reason(error), self._path) from None

    def commit(self, changed: bool) -> None:
        """Do nothing: the next file follows in the same output."""

    def abort(self) -> None:
        """Note that an input broke: what it gave before may be kept, but not in the place of a whole file."""
        self._broken = True

    def close(self) -> None:
        if self._file is None and not self._broken:
            raise OutputFailure("not written, since no input could be read", self._path)
        try:
            self._do(self._keep_partial if self._broken else self._finish)
        finally:
            self.discard()

    def _keep_partial(self) -> None:
        if self._file is None:
            say(f"{self._path}: {'left as it was' if os.path.lexists(self._path) else 'not written'}")
            return
        with contextlib.suppress(Exception):  # a format may have nothing to end
            self._end_stream()
        say(f"{self._path}: {self._file.keep_partial()}")
        self._file = None


def asked(name: str | None) -> str | None:
    return canonical(name) if name else None
