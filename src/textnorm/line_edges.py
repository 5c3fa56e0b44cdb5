"""The rules for the edges of lines, on runs that may themselves start and end inside a line."""

from __future__ import annotations

from .edits import shifted, splice
from .recorder import Recorder
from .ruleset.rule import Rule

#: what may stand at the edge of a line: nothing, a space, a tab, the first half of a line end of Windows
EDGE_SPACES = ("", " ", "\t", "\r")


def with_edges(
    result: str, edges: tuple[Rule, ...], chunk: str, start: int, end: int, recorder: Recorder | None
) -> str:
    """Return what the rules for the edges of lines make of a run's *result*; the run is that from *start* to *end*."""
    starts = start == 0 or chunk[start - 1] == "\n"
    ends = end == len(chunk) or chunk[end - 1] == "\n"
    if "\n" in result or (starts and result[:1] in EDGE_SPACES) or (ends and result[-1:] in EDGE_SPACES):
        return _on_line_edges(result, edges, starts, ends, recorder)
    return result


def _on_line_edges(
    text: str, edges: tuple[Rule, ...], starts: bool, ends: bool, recorder: Recorder | None
) -> str:
    """Run the rules for the edges of lines on one run, which may itself start and end inside a line."""
    for rule in edges:
        if rule.applies(text, ()):
            start = 0 if starts or rule.line_edge == "end" else text.find("\n") + 1 or len(text)
            end = len(text) if ends or rule.line_edge == "start" else text.rfind("\n") + 1
            edits = shifted(rule.edits(text[start:end]), start)
            if recorder is not None:
                recorder.record(edits)
            text = splice(text, edits)
    return text
