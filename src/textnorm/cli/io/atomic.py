"""Write a file so that at every moment its path holds the whole old text or the whole new one.

The new text has no name until it is complete (Linux, where the file system allows it): a process that is
killed leaves nothing behind. Elsewhere it has a temporary name beside the target.

A text that replaces another is on the disk before it takes its place, so even a power failure leaves one of
both. A small new file has nothing to replace and is left to the system, as ``cp`` and ``rsync`` do: waiting
for the disk takes longer than the work on a page.
"""

from __future__ import annotations

import contextlib
import io
import os
import stat
from functools import cache
from typing import BinaryIO, cast

from textnorm.cli.messages import Failure, OutputRefused, Terminated

#: a new file of more bytes is on the disk before it has a name: it takes long to make, the disk little beside that
_LARGE = 1 << 20
_CHANGED = "changed while it was being read; left as it is"


class AtomicFile:
    """Write to ``stream``, then :meth:`commit` or :meth:`abort`."""

    def __init__(self, target: str) -> None:
        """Open beside the file that ``target`` is, or points to.

        Raises ``OSError`` where that cannot be, and :class:`OutputRefused` where the file has other names or is read-only.
        """
        _clean_up_when_terminated()
        self.target, self._before = _found(target)
        if self._before is not None:
            check_one_name(self._before)
            if not os.access(self.target, os.W_OK):
                raise OutputRefused("is read-only")
        self._named, self._temporary = False, ""
        self.stream: BinaryIO = cast(BinaryIO, io.BufferedWriter(io.FileIO(self._open(), "wb")))

    def _open(self) -> int:
        unnamed = getattr(os, "O_TMPFILE", 0)
        if unnamed and _has_descriptors():
            with contextlib.suppress(OSError):
                return os.open(os.path.dirname(self.target) or os.curdir, unnamed | os.O_WRONLY, 0o666)
        self._choose_name()
        return os.open(
            self._temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
        )

    def _choose_name(self) -> None:
        """Choose a name for the time being, and note that it stands before it does: a signal may come right after."""
        folder, name = os.path.split(self.target)
        self._temporary = os.path.join(folder, f".{name[:100]}.{os.urandom(4).hex()}.textnorm")
        self._named = True

    def commit(self) -> None:
        """Put the new text in the place of the old one; on any failure the old one stays."""
        try:
            self.stream.flush()
            if self._before is not None or self.stream.tell() > _LARGE:
                self._copy_attributes()
                os.fsync(self.stream.fileno())
            if self._before is None and not self._named:
                self._appear()
            else:
                self._replace()
        finally:
            self.abort()

    def _appear(self) -> None:
        try:
            self._link(self.target)
        except FileExistsError:
            raise Failure(_CHANGED) from None

    def _replace(self) -> None:
        if _state(_status(self.target)) != _state(self._before):
            raise Failure(_CHANGED)
        if not self._named:
            self._choose_name()
            self._link(self._temporary)
        self.stream.close()
        os.replace(self._temporary, self.target)
        self._named = False

    def _link(self, path: str) -> None:
        """Give the text a name."""
        # with any descriptor Python calls linkat, which alone follows the link below /proc
        descriptor = self.stream.fileno()
        os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=descriptor, follow_symlinks=True)

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
            if self._named:
                os.rename(self._temporary, place)
                self._named = False
            else:
                self._link(place)
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


def check_one_name(status: os.stat_result) -> None:
    """Refuse to replace a file that has other names: they would keep the old text."""
    if status.st_nlink > 1 and not stat.S_ISDIR(status.st_mode):
        raise OutputRefused(
            f"has {status.st_nlink} hard links, which replacing it would part; write to another with -o"
        )


@cache
def _has_descriptors() -> bool:
    """Say whether a file that has no name can be given one here."""
    return os.path.isdir("/proc/self/fd")


@cache
def _clean_up_when_terminated() -> None:
    import signal  # a filter from standard input to standard output does without

    with contextlib.suppress(ValueError):  # a thread that is not the main one may not
        signal.signal(signal.SIGTERM, _terminate)


def _terminate(*_: object) -> None:
    raise Terminated


def _found(path: str) -> tuple[str, os.stat_result | None]:
    """Return where a path leads, and what is there."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return path, None
    if stat.S_ISLNK(status.st_mode):
        path = os.path.realpath(path)
        return path, _status(path)
    return path, status


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _state(status: os.stat_result | None) -> tuple[int, int, int] | None:
    return status and (status.st_ino, status.st_size, status.st_mtime_ns)
