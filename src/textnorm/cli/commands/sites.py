"""Site profiles on the command line: ``textnorm learn-site PAGES… -o site.json`` and the flag ``--site``."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable, Iterator
from typing import Any

import textnorm
from textnorm.cli.args.option_flags import option_parameters
from textnorm.cli.formats.base import Asked
from textnorm.cli.formats.registry import Formats
from textnorm.cli.io import encodings
from textnorm.cli.io.chunks import Chunk, Problem
from textnorm.cli.io.listed_files import listed
from textnorm.cli.io.reading import Broken, Event, Reader, Skipped
from textnorm.cli.io.sources import STDIN, Selection
from textnorm.cli.io.whole_files import whole
from textnorm.cli.messages import Failure, UsageFailure, reason, say
from textnorm.cli.startup import settle

#: fewer different pages than this have nothing to teach
_FEWEST = 2
#: from this many pages on, a folder is taken for one site without being told
_ENOUGH = 5


def add_learn_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags of learn-site to those that say which files and formats."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where the profile goes; default: standard output"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")


def with_profile(options: dict[str, Any], function: Callable[..., Any], path: str) -> dict[str, Any]:
    """Return the keyword arguments of a function, its page options with the site profile of a file."""
    return _with(options, function, _profile(path))


def with_learned(
    options: dict[str, Any], function: Callable[..., Any], args: argparse.Namespace
) -> dict[str, Any]:
    """Return the same with a profile of the pages themselves, from five different ones on, as `read_pages` does."""
    profile = _learned(_Pages(args, quiet=True))
    return _with(options, function, profile) if profile.pages >= _ENOUGH else options


def _with(
    options: dict[str, Any], function: Callable[..., Any], profile: textnorm.SiteProfile
) -> dict[str, Any]:
    starts = option_parameters(function).items()
    name, start = next(item for item in starts if isinstance(item[1], textnorm.PageOptions))
    return {**options, name: dataclasses.replace(options.get(name, start), site=profile)}


def _profile(path: str) -> textnorm.SiteProfile:
    try:
        with open(path, "rb") as stream:
            return textnorm.SiteProfile.from_json(whole(stream, path).decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UsageFailure(f"{path}: {reason(error)}") from None


def learn(args: argparse.Namespace) -> int:
    """Read the pages, write the profile, and return the exit code: 2 if some page could not be read."""
    if args.encoding not in (None, "auto"):
        encodings.canonical(args.encoding)
    pages = _Pages(args)
    profile = _learned(pages)
    if profile.pages < _FEWEST:
        raise UsageFailure(f"learn-site needs {_FEWEST} different pages of one site, and has {profile.pages}")
    _write(profile.to_json() + "\n", args.output)
    if not args.quiet:
        repeated = sum(map(profile.is_repeated, profile.lines))
        say(f"{profile.pages} different pages; most of them repeat {repeated} lines")
    return 2 if pages.failed else 0


class _Pages:
    """The texts of the files, one after another; what cannot be read is said and counted."""

    def __init__(self, args: argparse.Namespace, *, quiet: bool = False) -> None:
        self._quiet = quiet
        paths = args.files + (listed(args.files0_from) if args.files0_from else [])
        selection = Selection(tuple(args.include), tuple(args.exclude), args.gitignore, pages=True)
        asked = Asked(
            fields=tuple(args.field), columns=tuple(args.column), delimiter=args.delimiter,
            header=args.header, errors=args.errors or "strict", as_shown=args.errors is None, posts=args.command in ("posts", "learn-site"), page=True,
        )  # fmt: skip
        formats = Formats(args.format, asked, html=True)
        reader = Reader(formats, args.encoding, as_records=True)
        self._events = reader.events(selection.of(paths or [STDIN]))
        self.failed = False

    def __iter__(self) -> Iterator[str]:
        for event in self._events:
            try:
                yield from self._texts(event)
            except Failure as failure:
                self._fail(failure.message, failure.source or "")
            except ImportError as error:
                self._fail(reason(error))

    def _texts(self, event: Event) -> Iterator[str]:
        if isinstance(event, (Broken, Skipped)):
            self._fail(event.message, event.source.path)
        elif isinstance(event, Chunk):
            for text in event.format.texts(event):
                if isinstance(text, Problem):
                    self._fail(text.message, f"{event.source}:{text.line}")
                else:
                    yield text.lines

    def _fail(self, message: str, where: str = "") -> None:
        if not self._quiet:  # what is read again says it then
            say(f"{where}: {message}" if where else message)
        self.failed = True


def _learned(pages: _Pages) -> textnorm.SiteProfile:
    """Learn from the pages, one at a time in memory: the trees of HTML are garbage when their text is read."""
    settle()
    return textnorm.learn_site(pages)


def _write(profile: str, target: str | None) -> None:
    if target in (None, STDIN):
        sys.stdout.write(profile)
        sys.stdout.flush()
        return
    from textnorm.cli.io.output import write_whole

    write_whole(str(target), profile.encode())
