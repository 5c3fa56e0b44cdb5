"""Records for ``--json``: one JSON object a line, keys in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from textnorm.cli.io.chunks import Text

Record = dict[str, Any]


def to_json(record: Record, indent: int | None = None) -> str:
    """Return one line of JSON, or several with ``indent``; Persian stays readable.

    >>> from datetime import date
    >>> to_json({"text": "سلام", "date": date(2018, 9, 30)})
    '{"text": "سلام", "date": "2018-09-30"}'
    """
    import json  # a filter over plain text needs none

    return json.dumps(record, ensure_ascii=False, default=_plain, indent=indent)


def _plain(value: object) -> object:
    if hasattr(value, "isoformat"):  # a date, without loading what dates are
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return str(value)


def fields_of(value: object) -> Record:
    """Return the public fields of a dataclass or named tuple, in their order."""
    names: Iterable[str] = getattr(value, "__dataclass_fields__", getattr(value, "_fields", ()))
    return {name: getattr(value, name) for name in names if not name.startswith("_")}


def change_records(source: str, text: Text, explained: Any) -> Iterator[Record]:
    """Yield one record a text: the result and every change with its offsets into the source."""
    changes = [
        {
            "start": text.at + c.start,
            "end": text.at + c.end,
            "before": c.before,
            "after": c.after,
            "rules": list(c.rules),
        }
        for c in explained.changes
    ]
    yield {**place(source, text), "text": explained.text, "changes": changes}


def date_records(source: str, text: Text, found: Any) -> Iterator[Record]:
    """Yield one record a date found: its line, its offsets and what it means, or why it means nothing."""
    line, seen = text.line, 0
    for item in found:
        if not text.in_record:
            line += text.text.count("\n", seen, item.start)
            seen = item.start
        rest = fields_of(item)
        first = {"start": text.at + rest.pop("start"), "end": text.at + rest.pop("end")}
        yield {
            "file": source,
            "line": line,
            **first,
            "text": rest.pop("text"),
            "iso": rest.pop("date"),
            **rest,
        }


def post_records(source: str, text: Text, posts: Iterable[Any]) -> Iterator[Record]:
    """Yield one record a post, every field of it, the date as ISO."""
    for post in posts:
        yield {**place(source, text), **fields_of(post)}


def dropped_records(source: str, text: Text, page: Any) -> Iterator[Record]:
    """Yield one record for each artefact that went from a page, with its text, below the key ``dropped``."""
    lines = text.lines
    for artefact in page.dropped:
        about = {"file": source, **fields_of(artefact), "text": lines[artefact.start : artefact.end]}
        yield {"dropped": about}


def place(source: str, text: Text) -> Record:
    """Return the file of a record, and the line where a text is one of many."""
    where: Record = {"file": source}
    if text.in_record or text.at:
        where["line"] = text.line
    return where
