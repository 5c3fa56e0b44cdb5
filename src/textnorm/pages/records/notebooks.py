"""Notes of Evernote (.enex) and the journal of Day One."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import listed, record, said, strings
from textnorm.pages.records.xml import Node
from textnorm.pages.results import Post

#: a moment without hyphens: «20200218T083000Z»
_MOMENT = lazy_pattern(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_TO_DO = lazy_pattern(r"<en-todo\b([^<>]{0,80})>", re.IGNORECASE)
_DONE = lazy_pattern(r"checked\s?=\s?.?true", re.IGNORECASE)
#: what stands before the text of a note, which is a document by itself
_PROLOG = lazy_pattern(r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!DOCTYPE[^<>]{0,300}>\s*)?", re.IGNORECASE)
_PICTURE = lazy_pattern(r"!\[[^\[\]]{0,200}\]\(dayone-[^()\s]{1,300}\)")


def evernote_post(node: Node) -> Post:
    """Return a note of Evernote; what is to be done in it has marks, as Markdown writes them."""
    about = node.first("note-attributes") or Node("")
    content = _PROLOG.sub("", node.said("content"), count=1)
    written, changed = _moment(node.said("created")), _moment(node.said("updated"))
    return record(
        "\n".join(fragment_lines(_TO_DO.sub(_mark, content))),
        written or changed,
        None,
        author=about.said("author"),
        title=" ".join(node.said("title").split()),
        tags=[tag.text for tag in node.all("tag")],
        url=about.said("source-url"),
        changed=changed if changed != written else None,
    )


def _mark(found: re.Match[str]) -> str:
    return "[x] " if _DONE.search(found[1]) else "[ ] "


def _moment(written: str) -> str:
    match = _MOMENT.fullmatch(written)
    return "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else written


def is_day_one(value: Any) -> bool:
    """Tell whether a value is a journal of Day One."""
    first = next(iter(listed(value, "entries")), {}) if isinstance(value, dict) else {}
    return "creationDate" in first and "uuid" in first


def day_one_posts(value: Any) -> Iterator[Post]:
    """Yield the entries of a journal of Day One, as Markdown, without the places of their pictures."""
    for entry in listed(value, "entries"):
        yield record(
            _PICTURE.sub("", said(entry, "text")).strip(),
            entry.get("creationDate"),
            entry.get("uuid"),
            tags=strings(entry, "tags"),
            changed=entry.get("modifiedDate"),
        )
