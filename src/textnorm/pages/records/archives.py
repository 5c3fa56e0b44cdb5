"""Exports that come as one zip file: those of Slack, Medium, Substack and of whatever else holds files of records."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.markup.days import read_moment
from textnorm.pages.records.chats import is_slack, member_names, slack_posts
from textnorm.pages.records.fields import record
from textnorm.pages.records.front_matter import dated_by_name
from textnorm.pages.results import Post

#: files that may hold records; pages of posts
_RECORDS = re.compile(
    r"\.(?:json|xml|atom|rss|wxr|mbox|eml|js|csv|enex|sql|md|markdown)$|(?:^|/)(?:_chat|whatsapp chat[^/]*)\.txt$",
    re.IGNORECASE,
)
_PAGES = re.compile(r"(?:^|/)posts/([^/]+)\.html$")
#: no file that is larger unpacked is read at once
_LARGEST = 2 << 30

Reader = Callable[[BinaryIO], Iterator[Post]]


class UnknownRecordsError(ValueError):
    """What is read is no feed and no export that is known."""


def is_archive_file(head: bytes) -> bool:
    """Tell whether a file is a zip file."""
    return head.startswith(b"PK\x03\x04")


def archive_posts(stream: BinaryIO, reader: Reader) -> Iterator[Post]:
    """Yield the records of the files in a zip file, in the order of their names; *reader* reads one of them.

    Files that hold no records are left out. ``UnknownRecordsError`` where none does, ``ValueError`` for a broken file.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            files = {
                one.filename: one
                for one in archive.infolist()
                if not one.is_dir() and one.file_size <= _LARGEST
            }
            count = 0
            for post in _posts(archive, sorted(files), reader):
                count += 1
                yield post
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise ValueError(f"no whole zip file: {error}") from None
    if not count:
        raise UnknownRecordsError("no file in it is a feed or an export that textnorm reads")


def _posts(archive: zipfile.ZipFile, names: list[str], reader: Reader) -> Iterator[Post]:
    members = next((_json(archive, name) for name in names if name.rpartition("/")[2] == "users.json"), None)
    known = member_names(members)
    index = {
        row.get("post_id", ""): row
        for name in names
        if name.rpartition("/")[2] == "posts.csv"
        for row in _table(archive, name)
    }
    for name in names:
        if page := _PAGES.search(name):
            yield from _of_page(archive, name, index.get(page[1]))
        elif known and name.endswith(".json"):
            day = _json(archive, name)
            if is_slack(day):
                channel = name.rpartition("/")[0].rpartition("/")[2]
                yield from (replace(post, id=f"{channel}/{post.id}") for post in slack_posts(day, known))
        elif _RECORDS.search(name):
            try:
                with archive.open(name) as file:
                    yield from (dated_by_name(post, name) for post in reader(io.BytesIO(file.read())))
            except UnknownRecordsError:
                continue


def _json(archive: zipfile.ZipFile, name: str) -> Any:
    try:
        return json.loads(archive.read(name).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _table(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, str]]:
    text = archive.read(name).decode("utf-8-sig", "replace")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield {key: value for key, value in row.items() if isinstance(key, str) and isinstance(value, str)}


def _of_page(archive: zipfile.ZipFile, name: str, row: dict[str, str] | None) -> Iterator[Post]:
    """Yield the posts of a page of Medium; of one of Substack, which is a text alone, the post that the table tells of."""
    html = archive.read(name).decode("utf-8-sig", "replace")
    if row is None:
        from textnorm.pages.markup.read_html import read_html

        number = name.rpartition("/")[2].removesuffix(".html")
        is_draft = number.startswith("draft_")
        for post in read_html(html).posts:
            yield replace(post, id=post.id or number, kind="draft" if is_draft else post.kind)
        return
    lines = [row.get("subtitle", ""), *fragment_lines(html)]
    written = row.get("post_date", "")
    yield record(
        "\n".join(filter(None, lines)),
        written if read_moment(written) else None,
        row["post_id"],
        title=row.get("title", ""),
        kind="post" if row.get("is_published", "").lower() in ("true", "1") else "draft",
    )
