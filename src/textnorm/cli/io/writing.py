"""Where results go. A writer gets the results of one file after another and says whether they stand."""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from textnorm.cli.io import compression
from textnorm.cli.io.encodings import UTF8, Encoder, Encoding, canonical
from textnorm.cli.io.reading import Opened, standard
from textnorm.cli.io.sources import STDIN, Source
from textnorm.cli.messages import Failure, OutputFailure, OutputRefused, reason, say

if TYPE_CHECKING:
    from textnorm.cli.io.output import Output


class Writer(Protocol):
    """Takes the results of one file at a time."""

    def begin(self, opened: Opened) -> None:
        """A file starts."""

    def write(self, data: bytes) -> None:
        """More of the file, as UTF-8."""

    def commit(self, changed: bool) -> None:
        """The file is complete."""

    def abort(self) -> None:
        """The file is not wanted after all. May be called at any time."""

    def close(self) -> None:
        """The run is over."""

    def discard(self) -> None:
        """The run ended in the middle: leave nothing half-written."""


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
        self._encoder = Encoder(Encoding(_asked(encoding) or UTF8))
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
        """What was written is out."""

    def discard(self) -> None:
        """What was written is out; what is left in the buffer has nowhere to go."""
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
        """What is left in the buffer cannot be written at exit either; Python 3.13 complains of it there."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.stream.fileno())
        os.close(nowhere)


class _Files:
    """One new file after another, each complete or not there."""

    def __init__(self, encoding: str | None) -> None:
        self._asked = _asked(encoding)
        self._file: Output | None = None
        self._stream: Any = None
        self._encoder = Encoder(Encoding())

    def _start(self, target: str, encoding: Encoding, suffix: str, opened: Opened) -> None:
        from textnorm.cli.io.output import open_output  # a filter writes no file

        self._file = open_output(target)
        self._stream = compression.writer(self._file.stream, suffix)
        if opened.marked and encoding.name == UTF8:
            encoding = Encoding(UTF8, codecs.BOM_UTF8)
        self._encoder = Encoder(Encoding() if opened.sink else encoding)
        self._encoder.begin(opened.encoding)
        if opened.sink:
            self._stream = opened.sink(self._stream)
        else:
            self._stream.write(encoding.bom)

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
        """Nothing is left open between two files."""

    def discard(self) -> None:
        _Files.abort(self)


class InPlace(_Files):
    """Each file in its own place, and only if it changes. Encoding, mark and compression stay."""

    def begin(self, opened: Opened) -> None:
        path = opened.source.path
        if path == STDIN:
            raise Failure("standard input has no place to be written to; leave out --in-place")
        _check_replaceable(path)
        same = opened.encoding if not self._asked else Encoding(self._asked)
        self._start(path, same, opened.compression, opened)

    def commit(self, changed: bool) -> None:
        self._finish() if changed else self.abort()


def _check_replaceable(path: str) -> None:
    from textnorm.cli.io.output import check_one_name

    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise Failure("is no regular file; write to another with -o")
    check_one_name(path)
    if not os.access(path, os.W_OK):
        raise Failure("is read-only")


class OutputDirectory(_Files):
    """Each file below a directory, at the path it has below the directory it was found in."""

    def __init__(self, root: str, encoding: str | None, suffix: str = "") -> None:
        super().__init__(encoding)
        self._root, self._suffix = root, suffix
        self._real = os.path.join(os.path.realpath(root), "")
        self._written: dict[str, str] = {}

    def target(self, relative: str) -> str:
        """Return where the result of a source goes."""
        return os.path.join(self._root, relative + self._suffix)

    def begin(self, opened: Opened) -> None:
        source = opened.source
        target = self.target("standard-input" if source.path == STDIN else source.relative)
        if other := self._written.get(target):
            raise Failure(f"{other} was already written to {target}")
        if not os.path.join(os.path.realpath(target), "").startswith(self._real):
            raise Failure(f"{target} leads out of {self._root} through a link")
        if os.name == "nt" and (part := device(target)):
            raise Failure(f"{part} is the name of a device on Windows; rename it")
        if os.path.lexists(target) and not os.path.isfile(target):
            raise Failure(f"{target} is no regular file")
        self._written[target] = source.path
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        suffix = "" if self._suffix else opened.compression
        self._start(target, Encoding(self._asked or UTF8), suffix, opened)

    def commit(self, changed: bool) -> None:
        self._finish()

    def is_done(self, source: Source) -> bool:
        """Tell whether an earlier run wrote this file, after its source was last changed."""
        try:
            return os.stat(self.target(source.relative)).st_mtime_ns >= os.stat(source.path).st_mtime_ns
        except OSError:
            return False


_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def device(path: str) -> str:
    r"""Return the part of a path that Windows takes for a device: what is written there is lost.

    >>> device("a/Nul.txt"), device(r"a\com1"), device("a/null.txt")
    ('Nul.txt', 'com1', '')
    """
    parts = path.replace("\\", "/").split("/")
    return next((part for part in parts if part.partition(".")[0].rstrip(" ").lower() in _DEVICES), "")


class OutputFile(_Files):
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
        """The next file follows in the same output."""

    def abort(self) -> None:
        """An input broke: what it gave before may be kept, but not in the place of a whole file."""
        self._broken = True

    def close(self) -> None:
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


def _asked(name: str | None) -> str | None:
    return canonical(name) if name else None
