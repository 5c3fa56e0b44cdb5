"""What changed, instead of the changed text: --diff, --explain, --statistics and --report."""

from __future__ import annotations

import argparse
import json
import os
import sys

import textnorm
from textnorm.cli.io.reading import Opened
from textnorm.cli.io.writing import StandardOutput, Writer
from textnorm.cli.output.json_records import to_json


def writer_for(args: argparse.Namespace, view: str) -> Writer:
    """Return what becomes of their results."""
    match view:
        case "diff":
            return Diff(args.output_encoding)
        case "explain":
            return StandardOutput(args.output_encoding)
        case "statistics":
            return Statistics(args.json)
        case _:
            return Report(args.report)


def wants_colour(args: argparse.Namespace, view: str) -> bool:
    """Say whether a diff is to be coloured: at a terminal, or always where that was asked for."""
    if view != "diff" or args.colour != "auto":
        return view == "diff" and args.colour == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Diff(StandardOutput):
    """Changed lines below the name of their file."""

    def begin(self, opened: Opened) -> None:
        from textnorm.cli.messages import printable

        name = printable(opened.source.path)
        self._head = f"--- {name}\n+++ {name}\n".encode()

    def write(self, data: bytes) -> None:
        if data:
            super().write(self._head + data)
            self._head = b""


class _Collected:
    """A writer that counts what workers found."""

    def __init__(self) -> None:
        from textnorm.report import Tally

        self.tally = Tally()
        self._failed = False

    def begin(self, opened: Opened) -> None:
        """Texts are told apart by their name."""

    def write(self, data: bytes) -> None:
        for line in data.decode("utf-8").splitlines():
            name, first, source, text, changes = json.loads(line)
            made = (
                textnorm.Change(start, end, before, after, tuple(rules))
                for start, end, before, after, rules in changes
            )
            self.tally.add(name, source, textnorm.Explained(text, tuple(made)), first)

    def commit(self, changed: bool) -> None: ...
    def abort(self) -> None: ...
    def close(self) -> None: ...
    def discard(self) -> None: ...


class Statistics(_Collected):
    """Counts by rule, to standard output when all is done."""

    def __init__(self, as_json: bool) -> None:
        super().__init__()
        self._json = as_json

    def close(self) -> None:
        sys.stdout.write(self._as_json() if self._json else self._as_text())
        sys.stdout.flush()

    def _as_json(self) -> str:
        tally = self.tally
        names = ("lines", "characters", "changes", "changed_lines")
        counts = {name: getattr(tally, name) for name in names}
        return to_json({**counts, "rules": tally.ordered()}) + "\n"

    def _as_text(self) -> str:
        tally = self.tally
        head = f"{tally.changes:,} changes in {tally.changed_lines:,} of {tally.lines:,} lines\n"
        return head + "".join(f"{count:>11,}  {rule}\n" for rule, count in tally.ordered().items())


class Report(_Collected):
    """One HTML page, written when all is done."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def close(self) -> None:
        from textnorm.report import report

        page = report(self.tally).encode("utf-8", "replace")
        if self._path == "-":
            sys.stdout.buffer.write(page)
            sys.stdout.buffer.flush()
            return
        from textnorm.cli.io.output import write_whole

        write_whole(self._path, page)
