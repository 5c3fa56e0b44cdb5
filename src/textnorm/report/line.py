"""A changed line as HTML: the source beside the result, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from .changed_lines import Row
from .inline import plain, side
from .notes import Note, Summary, codes


def line(row: Row, summary: Summary, numbers: Mapping[str, int], place: str = "") -> str:
    """Return one row and what happened in it; *numbers*: the filter number of each rule, *place*: the name of the text."""
    classes = " ".join(["row", *(f"r{numbers[rule]}" for rule in summary.rules if rule in numbers)])
    where = f'<bdi class="file">{plain(place)}</bdi>:' if place else ""
    return (
        f'<li class="{classes}"><span class="at">{where}{row.line}</span>'
        f'<p class="source" dir="auto">{side(row.pieces, "before")}</p>'
        f'<p class="result" dir="auto">{side(row.pieces, "after")}</p>'
        f"{_notes(summary)}</li>"
    )


def _notes(summary: Summary) -> str:
    items = [_note(note) for note in summary.notes]
    if summary.more:
        items.append(f"<li>and {summary.more:,} more</li>")
    return f'<ul class="notes">{"".join(items)}</ul>'


def _note(note: Note) -> str:
    times = f' <span class="times">×{note.times}</span>' if note.times > 1 else ""
    return (
        f"<li><code>{codes(note.before)} → {codes(note.after)}</code>{times} "
        f'<span class="rules">{escape(", ".join(note.rules))}</span></li>'
    )
