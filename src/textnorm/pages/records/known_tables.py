"""Exports that are tables (CSV), known by the names of their columns: one row, one record."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import listed, record, said
from textnorm.pages.results import Post

Row = dict[str, str]
Names = tuple[str, ...]


class Table(NamedTuple):
    """What the columns of a table say, by their names in small letters; of several names the first that says something."""

    needs: Names
    text: Callable[[Row], str]
    when: Names
    kind: str = "post"
    title: Names = ()
    author: Names = ()
    number: Callable[[Row], str] = lambda row: ""
    url: Callable[[Row], str] = lambda row: ""
    tags: Callable[[Row], list[str]] = lambda row: []
    #: whether the table has no other columns
    exact: bool = False


def _of(*names: str) -> Callable[[Row], str]:
    return lambda row: said(row, *names)


def _lines(*names: str) -> Callable[[Row], str]:
    return lambda row: "\n".join(filter(None, (said(row, name) for name in names)))


def _split(name: str, by: str) -> Callable[[Row], list[str]]:
    return lambda row: [tag.strip() for tag in row.get(name, "").split(by)]


def _share(row: Row) -> str:
    """Return a post of LinkedIn, of which each line may stand in quotation marks of its own."""
    text = said(row, "sharecommentary")
    return text.replace('"\n"', "\n") if text.count('"\n"') == text.count("\n") else text


def _comment(row: Row) -> str:
    """Return a comment of YouTube, whose text is JSON: one piece, or several, or pieces with commas between them."""
    text = said(row, "comment text")
    try:
        value = json.loads(f"[{text}]") if text.startswith("{") else None
    except (ValueError, RecursionError):
        value = None
    pieces = [piece for one in listed(value) for piece in listed(one, "takeoutSegments") or [one]]
    found = [piece["text"] for piece in pieces if isinstance(piece.get("text"), str)]
    return "".join(found).strip() if found else text


def _video(row: Row) -> str:
    video, number, post = said(row, "video id"), said(row, "comment id"), said(row, "post id")
    if video:
        return f"https://www.youtube.com/watch?v={video}" + (f"&lc={number}" if number else "")
    return f"https://www.youtube.com/post/{post}" if post else ""


def _labels(row: Row) -> list[str]:
    """Return the tags of a page in Instapaper, a list of JSON."""
    try:
        value = json.loads(row.get("tags") or "[]")
    except (ValueError, RecursionError):
        value = None
    return [tag for tag in value if isinstance(tag, str)] if isinstance(value, list) else []


def _reference(row: Row) -> str:
    """Return the abstract of a work in Zotero, and the notes on it, which are HTML."""
    notes = fragment_lines(row.get("notes", ""))
    return "\n".join(filter(None, (said(row, "abstract note"), *notes)))


def _review(row: Row) -> str:
    return "\n".join(fragment_lines(row.get("review", "").replace("\n", "<br>")))


#: the more certain first
TABLES = (
    # LinkedIn: what a member wrote, said to others, and sent
    Table(("date", "sharelink", "sharecommentary"), _share, ("date",), url=_of("sharelink")),
    Table(
        ("conversation id", "from", "date", "content"), _of("content"), ("date",), "comment", ("subject", "conversation title"), ("from",),
        number=_of("conversation id"),
    ),
    Table(("date", "link", "message"), _of("message"), ("date",), "comment", url=_of("link"), exact=True),
    # comments in YouTube, from Google Takeout
    Table(
        ("comment id", "comment create timestamp", "comment text"), _comment, ("comment create timestamp",), "comment",
        number=_of("comment id"), url=_video,
    ),
    # what was kept to be read: Pocket, Instapaper, Raindrop; and what was marked in it: Readwise
    Table(("title", "url", "time_added", "tags", "status"), _of("excerpt"), ("time_added",), "bookmark", ("title",), url=_of("url"), tags=_split("tags", "|")),
    Table(("url", "title", "selection", "folder", "timestamp"), _of("selection"), ("timestamp",), "bookmark", ("title",), url=_of("url"), tags=_labels),
    Table(
        ("id", "title", "note", "excerpt", "url", "tags", "created"), _lines("excerpt", "note"), ("created",), "bookmark", ("title",),
        number=_of("id"), url=_of("url"), tags=_split("tags", ","),
    ),
    # works in Zotero, with their abstracts and notes
    Table(
        ("key", "item type", "title", "abstract note", "date"), _reference, ("date",), "reference", ("title",), ("author",),
        number=_of("key"), url=_of("url"), tags=_split("manual tags", ";"),
    ),
    Table(("highlight", "book title", "book author"), _lines("highlight", "note"), ("highlighted at",), "highlight", ("book title",), ("book author",), tags=_split("tags", ",")),
    # reviews of Letterboxd, the tweets of older archives, channels of Discord
    Table(("date", "name", "letterboxd uri", "review"), _review, ("date",), title=("name",), url=_of("letterboxd uri"), tags=_split("tags", ",")),
    Table(("tweet_id", "timestamp", "text"), _of("text"), ("timestamp",), number=_of("tweet_id")),
    Table(("authorid", "author", "date", "content", "attachments", "reactions"), _of("content"), ("date",), author=("author",)),
)  # fmt: skip


def table_of(head: str) -> Table | None:
    """Return what a text is that begins so, if it is a table of records.

    >>> table_of("Date,Link,Message\\r\\n").kind, table_of("Date,Link,Message,Other\\n"), table_of("Yes, he came.")
    ('comment', None, None)
    """
    first, end, _ = head.partition("\n")
    if not end or "," not in first:
        return None
    names = [name.strip().lower() for name in next(csv.reader([first.strip("\r")]), ())]
    return next((table for table in TABLES if _is_of(table, names)), None)


def _is_of(table: Table, names: list[str]) -> bool:
    return set(table.needs) <= set(names) and not (table.exact and len(names) > len(table.needs))


def table_posts(lines: Iterable[str], table: Table) -> Iterator[Post]:
    """Yield the records of a table. Those of one conversation are counted, since they share its number."""
    rows = csv.reader(lines)
    counts: Counter[str] = Counter()
    try:
        names = [name.strip().lower().lstrip("\ufeff") for name in next(rows, ())]
        for values in rows:
            row = dict(zip(names, values, strict=False))
            if any(value.strip() for value in values):
                yield _post(table, row, counts)
    except csv.Error as error:
        raise ValueError(f"not CSV: {error}") from None


def _post(table: Table, row: Row, counts: Counter[str]) -> Post:
    number = table.number(row)
    if "conversation id" in table.needs:
        counts[number] += 1
        number = f"{number}/{counts[number]}"
    answers = "in_reply_to_status_id" in row and bool(row["in_reply_to_status_id"])
    return record(
        table.text(row),
        said(row, *table.when),
        number or None,
        author=said(row, *table.author),
        title=said(row, *table.title),
        tags=table.tags(row),
        url=table.url(row),
        kind="comment" if answers else table.kind,
    )
