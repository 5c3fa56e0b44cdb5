"""Open what ``-o``, ``--report`` and ``learn-site -o`` name: a file that is replaced, or a stream that is written to.

A device, a FIFO, ``/dev/stdout`` or a process substitution gets the bytes, as with ``cp`` and ``sort -o``; only
regular files are replaced, and those with several names are refused, as with ``--in-place``.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable
from typing import BinaryIO, Protocol

from textnorm.cli.io.atomic import AtomicFile
from textnorm.cli.io.sources import STDIN
from textnorm.cli.messages import OutputFailure, OutputRefused, UsageFailure, reason

_DESCRIPTOR = re.compile(r"/(?:dev|proc/(?:self|\d+))/fd/(\d+)")
_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
#: links that lead to more links than this go round in a circle
_MOST_LINKS = 40


class Output(Protocol):
    """Something to write bytes to, which then stands or not."""

    stream: BinaryIO

    def commit(self) -> None:
        """Let what was written stand."""

    def keep_partial(self) -> str:
        """Keep what was written beside the target, and return the message that says so."""

    def abort(self) -> None:
        """Leave no trace, as far as that can be."""


class Stream:
    """A device, a pipe or a descriptor: what was written is out."""

    def __init__(self, path: str, descriptor: int | None) -> None:
        self.path = path
        number = os.dup(descriptor) if descriptor is not None else os.open(path, os.O_WRONLY)
        self.stream: BinaryIO = os.fdopen(number, "wb")

    def commit(self) -> None:
        self.stream.close()

    def keep_partial(self) -> str:
        self.stream.close()
        return "got all that could be written"

    def abort(self) -> None:
        with contextlib.suppress(OSError):
            self.stream.close()


def refuse_if_read(flag: str, path: str | None, source: str) -> None:
    """Refuse to write what a flag names into a file that is read."""
    if path and os.path.isfile(path) and os.path.exists(source) and os.path.samefile(path, source):
        raise UsageFailure(f"is the file of --{flag} too", source)


def refuse_foreign(
    flag: str, path: str | None, begins: bytes, folders: Iterable[str], is_named: bool
) -> None:
    """Refuse to write what a flag names over a file that is none of an earlier run, for those begin otherwise: below *folders*,
    and where no input *is_named*, since the name behind the flag may be that of the text."""
    if not path or not os.path.isfile(path) or not os.path.getsize(path):
        return
    real = os.path.realpath(path)
    why = "it stands below a directory that is read" if is_named else "no input is named beside it"
    if not is_named or any(real.startswith(os.path.join(os.path.realpath(folder), "")) for folder in folders):
        with open(path, "rb") as stream:
            if stream.read(len(begins)) != begins:
                raise UsageFailure(
                    f"is the file of --{flag} too: {why}, and no --{flag} wrote it",
                    path,
                )


def open_output(path: str) -> Output:
    """Open what a path names for writing; raises ``OSError`` or :class:`OutputRefused` where that cannot be."""
    descriptor = descriptor_of(path)
    if descriptor is not None or is_stream(path):
        return Stream(path, descriptor)
    if os.path.isdir(path):
        raise OutputRefused("is a directory")
    return AtomicFile(path)


def is_stream(path: str) -> bool:
    """Say whether a path is there and is neither a regular file nor a directory."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def descriptor_of(path: str) -> int | None:
    """Return the descriptor of this process that a path such as ``/dev/stdout``, or ``-``, stands for, if it does.

    >>> descriptor_of("/dev/fd/7"), descriptor_of("/dev/stderr"), descriptor_of("-"), descriptor_of("/dev/null")
    (7, 2, 1, None)
    """
    if path == STDIN:
        return 1
    if os.name != "posix":
        return None
    for _ in range(_MOST_LINKS):
        folder, name = os.path.split(os.path.abspath(path))
        plain = os.path.join(folder, name)
        if plain in _STREAMS:
            return _STREAMS[plain]
        if match := _DESCRIPTOR.fullmatch(plain):
            return int(match[1])
        if not os.path.islink(plain):
            return None
        path = os.path.join(folder, os.readlink(plain))
    return None


def write_whole(path: str, data: bytes) -> None:
    """Write one file in one step; :class:`OutputFailure` says why not."""
    try:
        output = open_output(path)
        try:
            output.stream.write(data)
            output.commit()
        finally:
            output.abort()
    except (OSError, OutputRefused) as error:
        raise OutputFailure(reason(error), path) from None
