"""Which files a run takes: those that are named, and those found below named directories."""

from __future__ import annotations

import fnmatch
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from textnorm.cli.messages import reason, say

STDIN = "-"
#: how browsers call the folder beside a saved page, in the languages that differ
_BESIDE = ("_files", ".files", "_fichiers", "_archivos", "-Dateien", "-filer", "_bestanden")


class Source(NamedTuple):
    """A file, and the path it has in an output directory."""

    path: str
    relative: str
    problem: str = ""  # why nobody can see what it is, or write what becomes of it
    unfit: str = ""  # why it is left out
    size: int | None = None  # in bytes, of a regular file


class Selection(NamedTuple):
    """What to take below directories. Files that are named are always taken."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    links: bool = True  # take what links below directories point to; in place, only what is there itself
    apart: tuple[str, ...] = ()  # what this run writes
    leave: Callable[[str], bool] = lambda path: False  # what is no text below a directory
    pages: bool = False  # leave out the folders of what belongs to saved pages

    def of(self, named: Iterable[str | Source]) -> Iterator[Source]:
        """Yield the files, directories in the order of their names."""
        for item in named:
            source = Source(item, os.path.basename(item)) if isinstance(item, str) else item
            mode, size = (0, None) if source.path == STDIN else _mode_and_size(source.path)
            if stat.S_ISDIR(mode):
                yield from self._below(source.path)
            else:
                yield source._replace(size=size)

    def _below(self, root: str) -> Iterator[Source]:
        ignored = Ignored(root) if self.gitignore else None
        own = self._own(root)
        taken, left = False, 0
        hidden: list[OSError] = []
        for folder, folders, files in os.walk(root, onerror=hidden.append):
            if ignored:
                ignored.read(folder)
            inside = os.path.relpath(folder, root)
            folders[:] = sorted(
                f
                for f in folders
                if self._visits(os.path.join(folder, f), ignored, own)
                and not (self.pages and belongs_to_page(f, files))
            )
            for name in sorted(files):
                path = os.path.join(folder, name)
                relative = name if inside == os.curdir else os.path.join(inside, name)
                if self._takes(relative, path, own) and not (ignored and ignored.covers(path)):
                    if self.leave(path) and not self.include:
                        left += 1
                        continue
                    taken = True
                    mode, size = _mode_and_size(path)
                    yield Source(path, relative, unfit=_unfit(mode), size=size)
        for error in hidden:
            yield Source(str(error.filename), "", reason(error))
        if left:
            say(f"{root}: {left} files of source code left out; name them or use --include to take them")
        elif not taken:
            say(f"{root}: no file to take below it")

    def _own(self, root: str) -> set[str]:
        """Return what this run writes below a directory: no work of a run before this one."""
        top = os.path.join(os.path.realpath(root), "")
        return {real for path in self.apart if (real := os.path.realpath(path)).startswith(top)}

    def _visits(self, path: str, ignored: Ignored | None, own: set[str]) -> bool:
        name = os.path.basename(path)
        return not (
            name.startswith(".")
            or matches(name, self.exclude)
            or (own and os.path.realpath(path) in own)
            or (ignored and ignored.covers(path + "/"))
        )

    def _takes(self, relative: str, path: str, own: set[str]) -> bool:
        if os.path.basename(path).startswith(".") or matches(relative, self.exclude):
            return False
        if (own and os.path.realpath(path) in own) or (not self.links and os.path.islink(path)):
            return False
        return not self.include or matches(relative, self.include)


def belongs_to_page(folder: str, files: Sequence[str]) -> bool:
    """Say whether a folder holds the pictures, styles and frames of a page that a browser saved beside it.

    >>> belongs_to_page("news_files", ["news.html"]), belongs_to_page("old_files", ["news.html"])
    (True, False)
    """
    stem = next((folder.removesuffix(end) for end in _BESIDE if folder.endswith(end)), "")
    return bool(stem) and any(f"{stem}{suffix}" in files for suffix in (".html", ".htm", ".xhtml"))


def _mode_and_size(path: str) -> tuple[int, int | None]:
    """Return what kind of file a path is, 0 where nobody can tell, and the size of a regular one."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return 0, None  # opening it says why
    return status.st_mode, status.st_size if stat.S_ISREG(status.st_mode) else None


def _unfit(mode: int) -> str:
    """Say why a file below a directory is no text to work on: opening a FIFO would wait for ever."""
    return "skipped: no regular file" if mode and not stat.S_ISREG(mode) else ""


def matches(relative: str, patterns: Sequence[str]) -> bool:
    """Tell whether a path, or its last part, fits a pattern; both spellings of é and of slashes are one.

    >>> matches("a/b.txt", ["*.txt"]), matches("a/b.txt", ["a/*"]), matches("b.txt", ["**/b.txt"])
    (True, True, True)
    """
    path = _one_spelling(relative)
    name = path.rpartition("/")[2]
    return any(
        fnmatch.fnmatchcase(path, pattern) or fnmatch.fnmatchcase(name, pattern.removeprefix("**/"))
        for pattern in map(_one_spelling, patterns)
    )


def _one_spelling(path: str) -> str:
    """Slashes instead of what this system has, no ``./``; composed letters, which macOS takes apart."""
    path = path.replace(os.sep, "/").removeprefix("./")
    if path.isascii():
        return path
    import unicodedata

    return unicodedata.normalize("NFC", path)


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
        """Tell whether git would ignore the path; a folder ends in a slash. The deepest file decides."""
        if not self._specs:
            return False
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
    """Return the git repository a folder lies in, or nothing."""
    while not os.path.exists(os.path.join(folder, ".git")):
        if folder == os.path.dirname(folder):
            return ""
        folder = os.path.dirname(folder)
    return folder


def below(path: str, flavour: Any = os.path) -> str:
    """Return where a path goes below a directory: its own folders, but never out of it, as with tar.

    >>> below("a/./b.txt"), below("/etc/hostname"), below("../../b/c")
    ('a/b.txt', 'etc/hostname', 'b/c')
    """
    _, tail = flavour.splitdrive(flavour.normpath(path))
    parts = tail.replace(flavour.sep, "/").split("/")
    return str(flavour.join(*(part for part in parts if part not in ("", ".", "..")), ""))[:-1]
