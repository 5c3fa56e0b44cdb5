"""Which format a file has: by the flag, by its name, and by its first bytes."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from textnorm.cli.errors import Failure
from textnorm.cli.formats.base import Format

NAMES = ("auto", "text", "jsonl", "json", "csv", "tsv", "telegram", "feed", "html")
_SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json",
    ".rss": "feed", ".atom": "feed", ".wxr": "feed",
}  # fmt: skip
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_MARKS = (b"<!doctype html", b"<html")
_FEED_MARKS = (b"<rss", b"<feed", b"xmlns:wp=")


@dataclass(frozen=True)
class Formats:
    """The flags that say how files are to be read."""

    name: str = "auto"
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    delimiter: str | None = None
    header: bool = True
    errors: str = "strict"
    whole: bool = True
    drop_bad: bool = False
    in_place: bool = False
    html: bool = False  # whether the command reads the article in an HTML page

    def of(self, path: str, head: bytes) -> Format:
        """The format of one file; ``path`` without the suffix of its compression."""
        name = self.name
        if name == "auto":
            name = "html" if self.html and is_html(path, head) else guess(path, head)
        format_: Format = self._make(name)
        return format_

    @functools.cache  # noqa: B019 - a handful of formats, and the object lives as long as the run
    def _make(self, name: str) -> Any:
        # imported here: a filter over plain text needs none of the others
        match name:
            case "jsonl":
                from textnorm.cli.formats.jsonl import JsonLines

                return JsonLines(self.fields or ("text",), self.errors, self.drop_bad)
            case "json" | "telegram":
                from textnorm.cli.formats.json_document import JsonDocument

                return JsonDocument(() if name == "telegram" else self.fields, self.errors)
            case "csv" | "tsv":
                from textnorm.cli.formats.table import Table

                if not self.columns:
                    raise Failure("a table: name its columns with --column NAME")
                delimiter = self.delimiter or ("\t" if name == "tsv" else None)
                return Table(self.columns, delimiter, self.header, self.errors)
            case "feed":
                from textnorm.cli.formats.feed import Feed

                return Feed(self.errors)
            case "html":
                from textnorm.cli.formats.html import Html

                if self.in_place:
                    raise Failure("a page of HTML is read and not written back; use -o")
                return Html(self.errors)
            case _:
                from textnorm.cli.formats.plain import Plain

                return Plain(self.whole, self.errors)


def is_html(path: str, head: bytes) -> bool:
    """Whether a file is a page of HTML, by its name or its first bytes.

    >>> is_html("a.HTM", b""), is_html("-", b"  <!DOCTYPE html>"), is_html("-", b"<p> is a tag")
    (True, True, False)
    """
    start = head[:64].lstrip().lower()
    return path.lower().endswith(_HTML_SUFFIXES) or start.startswith(_HTML_MARKS)


def guess(path: str, head: bytes) -> str:
    """The name of the format, from the name of the file and its first bytes.

    >>> guess("a/b.jsonl", b""), guess("feed.xml", b'<?xml version="1.0"?><rss>'), guess("-", b"text")
    ('jsonl', 'feed', 'text')
    """
    lower = path.lower()
    for suffix, name in _SUFFIXES.items():
        if lower.endswith(suffix):
            return name
    if lower.endswith(".xml") and any(mark in head for mark in _FEED_MARKS):
        return "feed"
    return "text"
