"""Which files a run takes: those that are named, and those found below named directories."""

from __future__ import annotations

import fnmatch
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from textnorm.cli.errors import UsageFailure, reason

STDIN = "-"


class Source(NamedTuple):
    """A file, and the path it has in an output directory."""

    path: str
    relative: str


@dataclass(frozen=True)
class Selection:
    """What to take below directories. Files that are named are always taken."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True

    def of(self, paths: Sequence[str]) -> Iterator[Source]:
        """The files, directories in the order of their names."""
        for path in paths:
            if path != STDIN and os.path.isdir(path):
                yield from self._below(path)
            else:
                yield Source(path, os.path.basename(path))

    def _below(self, root: str) -> Iterator[Source]:
        ignored = Ignored(root) if self.gitignore else None
        for folder, folders, files in os.walk(root):
            if ignored:
                ignored.read(folder)
            folders[:] = sorted(f for f in folders if self._visits(os.path.join(folder, f), ignored))
            for name in sorted(files):
                path = os.path.join(folder, name)
                relative = os.path.relpath(path, root)
                if self._takes(relative, name) and not (ignored and ignored.covers(path)):
                    yield Source(path, relative)

    def _visits(self, path: str, ignored: Ignored | None) -> bool:
        name = os.path.basename(path)
        return not (
            name.startswith(".")
            or _matches(name, name, self.exclude)
            or (ignored and ignored.covers(path + "/"))
        )

    def _takes(self, relative: str, name: str) -> bool:
        if name.startswith(".") or _matches(relative, name, self.exclude):
            return False
        return not self.include or _matches(relative, name, self.include)


def _matches(relative: str, name: str, patterns: Sequence[str]) -> bool:
    relative = relative.replace(os.sep, "/")
    return any(fnmatch.fnmatchcase(relative, p) or fnmatch.fnmatchcase(name, p) for p in patterns)


class Ignored:
    """The .gitignore files of a directory, of those below it, and of those above it in its repository."""

    def __init__(self, root: str) -> None:
        self._specs: list[tuple[str, Any]] = []
        top = os.path.realpath(root)
        repository = _repository(top)
        inside = os.path.relpath(top, repository).split(os.sep) if repository else []
        folder = repository
        for name in inside if repository and top != repository else []:
            self.read(folder)
            folder = os.path.join(folder, name)

    def read(self, folder: str) -> None:
        """Take the .gitignore of a folder, if it has one."""
        path = os.path.join(folder, ".gitignore")
        if os.path.isfile(path):
            from pathspec import GitIgnoreSpec

            with open(path, encoding="utf-8", errors="replace") as stream:
                lines = stream.read().split("\n")
            self._specs.append((os.path.realpath(folder), GitIgnoreSpec.from_lines(lines)))

    def covers(self, path: str) -> bool:
        """Whether git would ignore the path; a folder ends in a slash. The deepest file decides."""
        slash = "/" if path.endswith("/") else ""
        full = os.path.join(
            os.path.realpath(os.path.dirname(path.rstrip("/"))), os.path.basename(path.rstrip("/"))
        )
        for folder, spec in reversed(self._specs):
            if full.startswith(folder + os.sep):
                verdict = spec.check_file(os.path.relpath(full, folder) + slash).include
                if verdict is not None:
                    return bool(verdict)
        return False


def _repository(folder: str) -> str:
    """The git repository a folder lies in, or nothing."""
    while not os.path.exists(os.path.join(folder, ".git")):
        if folder == os.path.dirname(folder):
            return ""
        folder = os.path.dirname(folder)
    return folder


def listed(list_file: str) -> list[str]:
    """The NUL-separated paths of ``--files0-from``."""
    if list_file == STDIN:
        data = sys.stdin.buffer.read()
    else:
        try:
            with open(list_file, "rb") as stream:
                data = stream.read()
        except OSError as error:
            raise UsageFailure(reason(error), list_file) from None
    return [os.fsdecode(path) for path in data.split(b"\0") if path]
