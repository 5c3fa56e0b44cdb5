"""Results with a file of their own: in the place of what was read, or below an output directory."""

from __future__ import annotations

import os
import stat

from textnorm.cli.io.encodings import UTF8, Encoding
from textnorm.cli.io.reading import Opened
from textnorm.cli.io.sources import STDIN, Source
from textnorm.cli.io.writing import Files, Nothing, Writer
from textnorm.cli.messages import Failure


def writes_each(writer: Writer) -> bool:
    """Say whether each file has a result of its own, so that several processes may write them; with --check none has."""
    return isinstance(writer, (Nothing, InPlace, OutputDirectory))


class InPlace(Files):
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
    from textnorm.cli.io.atomic import check_one_name

    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise Failure("is no regular file; write to another with -o")
    check_one_name(status)
    if not os.access(path, os.W_OK):
        raise Failure("is read-only")


class OutputDirectory(Files):
    """Each file below a directory, at the path it has below the directory it was found in."""

    def __init__(self, root: str, encoding: str | None, suffix: str = "") -> None:
        super().__init__(encoding)
        self._root, self._suffix = root, suffix
        self._real = os.path.join(os.path.realpath(root), "")
        self._ready: set[str] = set()  # folders that are there, below the root

    def target(self, source: Source) -> str:
        """Return where the result of a source goes."""
        relative = "standard-input" if source.path == STDIN else source.relative
        return os.path.join(self._root, relative + self._suffix)

    def begin(self, opened: Opened) -> None:
        target = self.target(opened.source)
        self._check(target)
        if (folder := os.path.dirname(target)) not in self._ready:
            os.makedirs(folder or os.curdir, exist_ok=True)
            self._ready.add(folder)
        suffix = "" if self._suffix else opened.compression
        self._start(target, Encoding(self._asked or UTF8), suffix, opened)

    def _check(self, target: str) -> None:
        """Refuse what is no regular file, and what lies elsewhere."""
        mode = _mode(target)
        folder = os.path.dirname(target)
        doubtful = target if stat.S_ISLNK(mode) else "" if folder in self._ready else folder
        if doubtful and not os.path.join(os.path.realpath(doubtful), "").startswith(self._real):
            raise Failure(f"{target} leads out of {self._root} through a link")
        if os.name == "nt" and (part := device(target)):
            raise Failure(f"{part} is the name of a device on Windows; rename it")
        if mode and not (stat.S_ISREG(mode) or os.path.isfile(target)):
            raise Failure(f"{target} is no regular file")

    def commit(self, changed: bool) -> None:
        self._finish()

    def is_done(self, source: Source) -> bool:
        """Tell whether an earlier run wrote this file, after its source was last changed.

        One that is empty may be what a power failure left of it.
        """
        try:
            done, before = os.stat(self.target(source)), os.stat(source.path)
        except OSError:
            return False
        return done.st_mtime_ns >= before.st_mtime_ns and (done.st_size > 0 or before.st_size == 0)


def _mode(path: str) -> int:
    """Return what a path itself is, 0 where nothing is."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def device(path: str) -> str:
    r"""Return the part of a path that Windows takes for a device: what is written there is lost.

    >>> device("a/Nul.txt"), device(r"a\com1"), device("a/null.txt")
    ('Nul.txt', 'com1', '')
    """
    parts = path.replace("\\", "/").split("/")
    return next((part for part in parts if part.partition(".")[0].rstrip(" ").lower() in _DEVICES), "")
