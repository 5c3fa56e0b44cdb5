"""The quick road through a text: line by line where words decide all, on the whole road (`road`) where they do not.

The tests hold both roads equal on arbitrary text.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from . import road
from .engine import Edit, Recorder
from .folded import FoldedLines
from .lines import LETTERS, Lines
from .options import Options
from .ruleset.encoding import ENTITY, has_markup, is_sound


@lru_cache(maxsize=8)
def lines_of(options: Options) -> Lines:
    """What the plan of *options* does with lines."""
    if options.fold:
        return FoldedLines(options, lines_of(replace(options, fold=False)))
    return Lines(options)


def _of_markup(options: Options) -> Lines:
    """The same for lines of a text that keeps its entities."""
    return lines_of(replace(options, ignore=options.ignore | {ENTITY.id}))


def run(text: str, lines: Lines, recorder: Recorder | None = None) -> str:
    """*text* after the plan: line by line where words decide, on the whole road where they do not.

    A recorder must be new: what it holds before is lost.
    """
    if "\n" not in text:
        return _run_line(text, lines, recorder)
    if "```" in text or "~~~" in text:
        return road.run(text, lines.plan, recorder)
    if "&" in text and has_markup(text):
        lines = _of_markup(lines.options)  # decided for the text, not for each line
    if recorder is None:
        return "\n".join([_run_line(line, lines, None) for line in text.split("\n")])
    results: list[str] = []
    edits: list[Edit] = []
    start = 0
    for line in text.split("\n"):
        own = Recorder(line)
        results.append(_run_line(line, lines, own))
        edits += own.edits(results[-1], start)
        start += len(line) + 1
    recorder.record(edits)
    return "\n".join(results)


def _run_line(line: str, lines: Lines, recorder: Recorder | None) -> str:
    if line.isascii():
        if "&" not in line and line.isprintable() and (recorder is None or not lines.plan.folds):
            return lines.cased(line)  # nothing else can be done to it
        return road.run(line, lines.plan, recorder)
    if line[0] not in LETTERS and is_sound(line) and (recorder is None or not lines.plan.folds):
        cased = lines.cased(line)
        if cased is line or is_sound(cased):
            return cased
    hidden = "&" in line and ";" in line  # blanks and letters that make other words
    if recorder is not None and "\xa0" in line:
        hidden = True
    after = None if hidden else lines.line(line, recorder)
    if after is None:
        if recorder is not None:
            recorder.forget()
        repaired = lines.repaired(line, recorder)
        if (hidden or repaired != line) and not repaired.isascii():
            after = lines.line(repaired, recorder)
    if after is None:
        if recorder is not None:
            recorder.forget()
        after = road.run(line, lines.plan, recorder)
    return after
