"""Explain the texts of a chunk: what workers do for --diff, --explain, --statistics and --report."""

from __future__ import annotations

import json
from typing import Any

import textnorm
from textnorm.cli.commands.text_commands import Settings, explained
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.newlines import to_lf
from textnorm.cli.output.json_records import to_json
from textnorm.cli.output.views import FUNCTIONS
from textnorm.cli.run.task import Task


class ExplainTask(Task):
    """Explain the texts of a chunk."""

    def __init__(self, settings: Settings, view: str, colour: bool = False) -> None:
        self.settings, self.view, self.colour = settings, view, colour

    def result(self, chunk: Chunk) -> Result:
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
        """Return line ends folded to LF, as for the text itself; and what was done to the folded text."""
        ends = to_lf(text)
        return ends, explained(self.settings, FUNCTIONS[self.settings.command], ends.text)

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
    """Return each change with its line and its offsets in the text as it stands in the file."""
    records, line, seen = [], text.line, 0
    for change in done.changes:
        if not text.in_record:
            line += ends.text.count("\n", seen, change.start)
            seen = change.start
        start, end = ends.map_span(change.start, change.end)
        place = {"start": text.at + start, "end": text.at + end}
        records.append({"file": source, "line": line, **change._asdict(), **place})
    return records
