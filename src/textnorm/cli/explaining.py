"""What changed, instead of the changed text: --diff, --explain, --statistics and --report."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Any

import textnorm
from textnorm.cli.chunks import Chunk, Problem, Result, Text
from textnorm.cli.commands import Settings
from textnorm.cli.errors import Failure, reason
from textnorm.cli.newlines import folded
from textnorm.cli.reading import Opened
from textnorm.cli.records import to_json
from textnorm.cli.views import FUNCTIONS
from textnorm.cli.writing import StandardOutput, Writer


def task_for(args: argparse.Namespace, settings: Settings, view: str) -> Task:
    """What workers do."""
    return Task(settings, view, view == "diff" and _colour(args.colour))


def writer_for(args: argparse.Namespace, view: str) -> Writer:
    """What becomes of their results."""
    match view:
        case "diff":
            return Diff(args.output_encoding)
        case "explain":
            return StandardOutput(args.output_encoding)
        case "statistics":
            return Statistics(args.json)
        case _:
            return Report(args.report)


def _colour(when: str) -> bool:
    if when != "auto":
        return when == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Task:
    """Explain the texts of a chunk. Picklable, without state."""

    def __init__(self, settings: Settings, view: str, colour: bool = False) -> None:
        self.settings, self.view, self.colour = settings, view, colour

    def __call__(self, chunk: Chunk) -> Result:
        try:
            return self._explained(chunk)
        except Failure as failure:
            return Result(chunk.data, failure=failure.message)
        except Exception as error:  # whatever it is, it stops this file and no other
            return Result(chunk.data, failure=reason(error))

    def _explained(self, chunk: Chunk) -> Result:
        lines: list[str] = []
        problems: list[Problem] = []
        changed = False
        for text in chunk.format.texts(chunk):
            if isinstance(text, Problem):
                problems.append(text)
                continue
            raw, done = self._explain(text.text)
            changed = changed or bool(done.changes)
            lines += (line + "\n" for line in self._lines(chunk, text, raw, done))
        return Result("".join(lines).encode("utf-8", "backslashreplace"), changed, tuple(problems))

    def _explain(self, text: str) -> tuple[textnorm.Explained, textnorm.Explained]:
        """Line ends folded to LF, as for the text itself; and what was done to the folded text."""
        ends = folded(text)
        function = getattr(textnorm, FUNCTIONS[self.settings.command])
        return ends, function(ends.text, **self.settings.options)

    def _lines(
        self, chunk: Chunk, text: Text, ends: textnorm.Explained, done: textnorm.Explained
    ) -> list[str]:
        if self.view == "diff":
            from textnorm.report.diff import diff

            return list(diff(ends.text, done, text.line, self.colour))
        if self.view == "explain":
            return [to_json(record) for record in _changes(chunk.source, text, ends, done)]
        return [json.dumps([chunk.source, text.line, ends.text, done.text, done.changes])]


def _changes(
    source: str, text: Text, ends: textnorm.Explained, done: textnorm.Explained
) -> list[dict[str, Any]]:
    """Each change with its line and its offsets in the text as it stands in the file."""
    records, line, seen = [], text.line, 0
    for change in done.changes:
        if not text.in_record:
            line += ends.text.count("\n", seen, change.start)
            seen = change.start
        start, end = ends.map_span(change.start, change.end)
        place = {"start": text.at + start, "end": text.at + end}
        records.append({"file": source, "line": line, **change._asdict(), **place})
    return records


class Diff(StandardOutput):
    """Changed lines below the name of their file."""

    def begin(self, opened: Opened) -> None:
        from textnorm.cli.errors import printable

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
        from textnorm.cli.atomic import AtomicFile
        from textnorm.cli.errors import OutputFailure

        try:
            file = AtomicFile(self._path)
            file.stream.write(page)
            file.commit()
        except OSError as error:
            raise OutputFailure(reason(error), self._path) from None
