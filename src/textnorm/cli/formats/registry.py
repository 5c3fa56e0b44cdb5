"""List the formats: one table of names, suffixes, first bytes and factories; everything else is derived.

To add a format, write ``formats/NAME.py`` with a function ``make(name, asked)`` and add one row here.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from textnorm.cli.formats.base import Asked, Format
from textnorm.cli.formats.sniff import (
    is_feed,
    is_forum_print,
    is_html,
    is_mail,
    is_mhtml,
    is_parquet,
    is_pdf,
    is_table_or_front_matter,
    is_telegram_line,
    is_tweets,
    is_warc,
    is_whatsapp,
    is_xml_of_records,
    json_kind,
    table_kind,
)
from textnorm.cli.io.sources import STDIN
from textnorm.cli.messages import Failure


class Row(NamedTuple):
    """A format: what ``--format`` calls it, and what tells a file of it."""

    name: str
    module: str  # of this folder; its ``make(name, asked)`` gives the format
    suffixes: tuple[str, ...] = ()
    looks: Callable[[bytes], bool] | None = None  # whether the first bytes are those of such a file
    binary: bool = False  # read as bytes, never decoded, and written as bytes by its own sink
    raw: bool = False  # read as bytes, never decoded, and written as text
    keeps_mark: bool = False  # a byte order mark of the source is written again


#: in the order in which the first bytes are asked
FORMATS = (
    Row("parquet", "parquet", (".parquet",), is_parquet, binary=True),
    Row("pdf", "pdf", (".pdf",), is_pdf, raw=True),
    Row("docx", "office", (".docx",), binary=True),
    Row("xlsx", "office", (".xlsx",), binary=True),
    Row("vtt", "subtitles", (".vtt",), lambda head: head.startswith(b"WEBVTT")),
    Row("srt", "subtitles", (".srt",)),
    Row("ass", "subtitles", (".ass", ".ssa")),
    Row("po", "catalogue", (".po", ".pot")),
    Row("feed", "feed", (".rss", ".atom", ".wxr"), is_feed),
    Row("telegram-lines", "jsonl", looks=is_telegram_line),
    Row("jsonl", "jsonl", (".jsonl", ".ndjson"), lambda head: json_kind(head) == "jsonl"),
    Row("json", "json", (".json",), lambda head: json_kind(head) == "json"),
    Row("telegram", "json"),
    Row("csv", "delimited", (".csv",), keeps_mark=True),
    Row("tsv", "delimited", (".tsv", ".tab"), keeps_mark=True),
    Row("records", "records"),
    Row("whatsapp", "records"),
    Row("forum-print", "records"),
    Row("tweets", "records"),
    Row("mail", "records", raw=True),
    Row("archive", "records", raw=True),
    Row("mhtml", "mhtml", (".mhtml", ".mht"), is_mhtml, raw=True),
    Row("warc", "warc", (".warc",), is_warc, raw=True),
    Row("html", "html"),
    Row("text", "plain", (".txt", ".md", ".rst", ".html", ".htm")),
)
_BY_NAME = {row.name: row for row in FORMATS}
_BY_SUFFIX = {suffix: row.name for row in FORMATS for suffix in row.suffixes}
NAMES = ("auto", *sorted(_BY_NAME))


class Formats(NamedTuple):
    """The flags that say how files are to be read."""

    name: str = "auto"
    asked: Asked = Asked()
    html: bool = False  # whether the command reads the article in an HTML page

    def of(self, path: str, head: bytes, wide: bool = False) -> Row:
        """Return the row of one file.

        ``path`` is without the suffix of its compression, ``head`` the first bytes as UTF-8; ``wide`` says
        that the file has them as UTF-16, as the "Unicode text" of Excel, which is a table called ``.txt``.
        """
        name = self.name
        if name == "auto":
            name = "html" if self.html and is_html(path, head) else self._guess(path, head, wide)
        plain = self.name == "auto" and not self.asked.fields and not self.asked.columns
        if self.asked.posts and plain and name in _KINDS:
            name = _KINDS[name](head) or name
        if name == "telegram" and json_kind(head) == "jsonl":
            name = "telegram-lines"
        if name == "parquet" and not is_parquet(head):
            raise Failure("no whole Parquet file: it starts with other bytes")
        if name == "jsonl" and not self.asked.fields and is_telegram_line(head):
            name = "telegram-lines"
        return _BY_NAME["parquet" if is_parquet(head) else name]

    def _guess(self, path: str, head: bytes, wide: bool) -> str:
        name = guess(path, head)
        if name != "text":
            return name
        if self.asked.fields and (kind := json_kind(head)) != "text":
            return kind
        if not (wide or path == STDIN or self.asked.columns):
            return name
        return table_kind(head) or ("csv" if self.asked.columns and (wide or path == STDIN) else "text")

    def make(self, row: Row) -> Format:
        """Return the format of a row, made once for all files."""
        return _made(row, self.asked)


def _kind_of_records(head: bytes) -> str:
    """Return what records of posts a text holds, by its first bytes; nothing for other texts."""
    if is_whatsapp(head):
        return "whatsapp"
    if head.startswith(b"PK\x03\x04"):
        return "archive"
    if is_mail(head):
        return "mail"
    if is_xml_of_records(head):
        return "records"
    if is_table_or_front_matter(head):
        return "records"
    return "forum-print" if is_forum_print(head) else "tweets" if is_tweets(head) else ""


def _kind_of_lines(head: bytes) -> str:
    """Return what values of JSON, one a line, hold if they are an export: records, or one value that is all of it."""
    from textnorm.pages.records.read_records import holds_lines, holds_value

    return "records" if holds_lines(head) else "json" if holds_value(head) else ""


def _kind_of_table(head: bytes) -> str:
    return "records" if is_table_or_front_matter(head) else ""


#: by what a file seems to be: what tells whether it holds records of posts
_KINDS = {"text": _kind_of_records, "jsonl": _kind_of_lines, "csv": _kind_of_table}


@functools.cache
def _made(row: Row, asked: Asked) -> Format:
    # imported here: a filter over plain text needs none of the others
    module = import_module(f"textnorm.cli.formats.{row.module}")
    made: Format = module.make(row.name, asked)
    return made


def guess(path: str, head: bytes) -> str:
    """Return the name of the format, by the name of the file, else by its first bytes.

    >>> guess("a/b.jsonl", b""), guess("feed.xml", b'<?xml version="1.0"?><rss>'), guess("-", b"text")
    ('jsonl', 'feed', 'text')
    >>> guess("-", b'{"text": "a"}\\n{"text": "b"}\\n'), guess("a.txt", b'{"text": "a"}')
    ('jsonl', 'text')
    """
    dot = path.rfind(".")
    name = _BY_SUFFIX.get(path[dot:].lower(), "") if dot >= 0 else ""
    if name == "json":
        return "jsonl" if json_kind(head) == "jsonl" else "json"
    return name or next((row.name for row in FORMATS if row.looks and row.looks(head)), "text")
