"""Records for people: one line a date or change, posts as text. ``--json`` is for programs."""

from __future__ import annotations

from collections.abc import Callable

from textnorm.cli.output.json_records import Record, to_json


def date_line(record: Record) -> str:
    """File, line, ISO date or the reason, then the text: Persian last, so that nothing is reordered."""
    meaning = record.get("iso") or f"({record.get('reason') or 'no date'})"
    return f"{record['file']}:{record['line']}: {meaning}\t{record['text']}"


def post_text(record: Record) -> str:
    """Return a post as plain text: what is known about it, a blank line, the body, a line between posts."""
    head = [f"{key}: {record[key]}" for key in ("title", "author", "date") if record.get(key)]
    return "\n".join([*head, "", str(record.get("body", "")), "", "----"])


WRITERS: dict[str, Callable[[Record], str]] = {"dates": date_line, "posts": post_text, "normalise": to_json}
