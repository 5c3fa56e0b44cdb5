"""Which format a file has: by the flag, by its name, and by its first bytes."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

from textnorm.cli.formats.base import Format
from textnorm.cli.io.encodings import SAMPLE
from textnorm.cli.messages import Failure

NAMES = ("auto", "text", "jsonl", "json", "csv", "tsv", "telegram", "feed", "html", "parquet")
_SUFFIXES = {
    ".txt": "text", ".md": "text", ".rst": "text", ".html": "text", ".htm": "text",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json",
    ".rss": "feed", ".atom": "feed", ".wxr": "feed",
}  # fmt: skip
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_MARKS = (b"<!doctype html", b"<html")
_FEED_MARKS = (b"<rss", b"<feed", b"xmlns:wp=")


class Formats(NamedTuple):
    """The flags that say how files are to be read."""

    name: str = "auto"
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    delimiter: str | None = None
    header: bool = True
    errors: str = "strict"
    whole: bool = True
    places: bool = False
    drop_bad: bool = False
    in_place: bool = False
    html: bool = False  # whether the command reads the article in an HTML page

    def of(self, path: str, head: bytes) -> Format:
        """The format of one file; ``path`` without the suffix of its compression."""
        name = self.name
        if name == "auto":
            name = "html" if self.html and is_html(path, head) else guess(path, head)
        format_: Format = self._named(name)
        return format_

    @functools.cache  # noqa: B019 - a handful of formats, and the object lives as long as the run
    def _named(self, name: str) -> Any:
        # imported here: a filter over plain text needs none of the others
        match name:
            case "jsonl":
                from textnorm.cli.formats.jsonl import JsonLines

                return JsonLines(self.fields or ("text",), self.errors, self.drop_bad)
            case "json" | "telegram":
                from textnorm.cli.formats.json import JsonDocument

                return JsonDocument(() if name == "telegram" else self.fields, self.errors)
            case "csv" | "tsv":
                from textnorm.cli.formats.table import Table

                delimiter = self.delimiter or ("\t" if name == "tsv" else None)
                return Table(self.columns, delimiter, self.header, self.errors)
            case "parquet":
                raise Failure("no whole Parquet file: it starts with other bytes")
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

                return Plain(self.whole, self.errors, self.places)


def is_html(path: str, head: bytes) -> bool:
    """Whether a file is a page of HTML, by its name or its first bytes.

    >>> is_html("a.HTM", b""), is_html("-", b"  <!DOCTYPE html>"), is_html("-", b"<p> is a tag")
    (True, True, False)
    """
    start = head[:64].lstrip().lower()
    return path.lower().endswith(_HTML_SUFFIXES) or start.startswith(_HTML_MARKS)


def guess(path: str, head: bytes) -> str:
    """The name of the format, from the name of the file, else from its first bytes.

    >>> guess("a/b.jsonl", b""), guess("feed.xml", b'<?xml version="1.0"?><rss>'), guess("-", b"text")
    ('jsonl', 'feed', 'text')
    >>> guess("-", b'{"text": "a"}\\n{"text": "b"}\\n'), guess("a.txt", b'{"text": "a"}')
    ('jsonl', 'text')
    """
    lower = path.lower()
    name = next((name for suffix, name in _SUFFIXES.items() if lower.endswith(suffix)), "")
    if name == "json":
        return "jsonl" if _json_kind(head) == "jsonl" else "json"
    return name or _by_content(head)


def _by_content(head: bytes) -> str:
    start = head.lstrip()[:1]
    if start == b"<" and any(mark in head for mark in _FEED_MARKS):
        return "feed"
    return _json_kind(head) if start in (b"{", b"[") else "text"


def _json_kind(head: bytes) -> str:
    """``jsonl`` where a line is a value and more follow, or one object is all; ``json`` for the start of a value."""
    import json

    text = head.decode("utf-8", "ignore").lstrip()
    try:
        _, end = json.JSONDecoder(parse_int=str).raw_decode(text)
    except RecursionError:
        return "text"
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text) - 10 or error.msg.startswith("Unterminated string")
        return "json" if cut and len(head) >= SAMPLE else "text"
    rest = text[end:].lstrip(" \t\r")
    if "\n" in text[:end] or not (rest == "" or rest.startswith("\n")):
        return "json" if not rest.strip() else "text"
    return "jsonl" if rest.strip() or text.startswith("{") else "json"
