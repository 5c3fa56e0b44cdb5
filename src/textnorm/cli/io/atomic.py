"""Write a file so that at every moment its path holds the whole old text or the whole new one.

The new text has no name until it is complete and on the disk (Linux, where the file system allows it):
a process that is killed leaves nothing behind. Elsewhere it has a temporary name beside the target.
"""

from __future__ import annotations

import contextlib
import os
import stat
from functools import cache
from typing import BinaryIO

from textnorm.cli.messages import Failure, Terminated


class AtomicFile:
    """Write to ``stream``, then :meth:`commit` or :meth:`abort`."""

    def __init__(self, target: str) -> None:
        """Open beside the file that ``target`` is, or points to; raises ``OSError`` where that cannot be."""
        _clean_up_when_terminated()
        self.target = os.path.realpath(target)
        self._before = _state(self.target)
        folder, name = os.path.split(self.target)
        self._temporary = os.path.join(folder, f".{name[:100]}.{os.urandom(4).hex()}.textnorm")
        self._named = False
        self.stream: BinaryIO = os.fdopen(self._open(folder), "wb")

    def _open(self, folder: str) -> int:
        unnamed = getattr(os, "O_TMPFILE", 0)
        if unnamed and os.path.isdir("/proc/self/fd"):
            with contextlib.suppress(OSError):
                return os.open(folder, unnamed | os.O_WRONLY, 0o666)
        self._named = True
        return os.open(
            self._temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
        )

    def commit(self) -> None:
        """Put the new text in the place of the old one; on any failure the old one stays."""
        try:
            self.stream.flush()
            self._copy_attributes()
            os.fsync(self.stream.fileno())
            if _state(self.target) != self._before:
                raise Failure("changed while it was being read; left as it is")
            if not self._named:
                self._give_name()
            self.stream.close()
            os.replace(self._temporary, self.target)
            self._named = False
        finally:
            self.abort()
        _sync_folder(os.path.dirname(self.target))

    def _give_name(self) -> None:
        # with a folder's descriptor Python calls linkat, which alone follows the link below /proc
        folder = os.open(os.path.dirname(self.target), os.O_RDONLY)
        try:
            source = f"/proc/self/fd/{self.stream.fileno()}"
            self._named = True  # before it is so: a signal may come right after
            os.link(source, self._temporary, src_dir_fd=folder, follow_symlinks=True)
        finally:
            os.close(folder)

    def _copy_attributes(self) -> None:
        """Mode, owner and extended attributes of the file that is replaced."""
        if self._before is None:
            return
        status = os.stat(self.target)
        descriptor = self.stream.fileno()
        if hasattr(os, "fchown"):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, status.st_uid, status.st_gid)
            os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
        if hasattr(os, "listxattr"):
            with contextlib.suppress(OSError):
                for name in os.listxattr(self.target):
                    os.setxattr(descriptor, name, os.getxattr(self.target, name))

    def keep_partial(self) -> str:
        """Put what was written beside the target, which stays as it is; return the message that says so."""
        place, there = f"{self.target}.partial", self._before is not None
        kept = "left as it was" if there else "not written"
        try:
            self.stream.flush()
            if not self.stream.tell():
                return kept
            if os.path.lexists(place):
                return f"{kept}, and nothing kept: {place} is already there"
            if not self._named:
                self._give_name()
            os.rename(self._temporary, place)
            self._named = False
        finally:
            self.abort()
        return f"{kept}; what could be written is in {place}"

    def abort(self) -> None:
        """Leave no trace. May be called again."""
        with contextlib.suppress(OSError):  # what could not be flushed is not wanted
            self.stream.close()
        if self._named:
            self._named = False
            with contextlib.suppress(OSError):
                os.unlink(self._temporary)


@cache
def _clean_up_when_terminated() -> None:
    import signal  # a filter from standard input to standard output does without

    with contextlib.suppress(ValueError):  # a thread that is not the main one may not
        signal.signal(signal.SIGTERM, _terminate)


def _terminate(*_: object) -> None:
    raise Terminated


def _state(path: str) -> tuple[int, int, int] | None:
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _sync_folder(folder: str) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
