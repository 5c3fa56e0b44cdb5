"""Look at the first bytes of a file to see what it is."""

from __future__ import annotations

from textnorm.cli.io.encodings import SAMPLE

_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_MARKS = (b"<!doctype html", b"<html")
_FEED_MARKS = (b"<rss", b"<feed", b"xmlns:wp=")


def is_parquet(head: bytes) -> bool:
    """Say whether a file is Parquet."""
    return head.startswith(b"PAR1")


def is_pdf(head: bytes) -> bool:
    """Say whether a file is PDF."""
    return head[:64].lstrip().startswith(b"%PDF-")


def is_html(path: str, head: bytes) -> bool:
    """Say whether a file is a page of HTML, by its name or its first bytes.

    >>> is_html("a.HTM", b""), is_html("-", b"  <!DOCTYPE html>"), is_html("-", b"<p> is a tag")
    (True, True, False)
    """
    start = head[:64].lstrip().lower()
    return path.lower().endswith(_HTML_SUFFIXES) or start.startswith(_HTML_MARKS)


def is_feed(head: bytes) -> bool:
    """Say whether a file is RSS, Atom or an export of WordPress.

    >>> is_feed(b'<?xml version="1.0"?><rss>'), is_feed(b"<p> <rss>"), is_feed(b"text")
    (True, True, False)
    """
    return head.lstrip()[:1] == b"<" and any(mark in head for mark in _FEED_MARKS)


def json_kind(head: bytes) -> str:
    """Return ``jsonl`` for records one a line, ``json`` for the start of one value, ``text`` for neither.

    >>> json_kind(b'{"a": 1}\\n{"a": 2}\\n'), json_kind(b'{"a":\\n 1}'), json_kind(b"{a}")
    ('jsonl', 'json', 'text')
    """
    if head.lstrip()[:1] not in (b"{", b"["):
        return "text"
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
