"""The posts in dumps of data bases of MySQL: phpBB, SMF, MyBB, vBulletin and WordPress, known by the columns of their tables."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.feeds import status_kind, with_breaks
from textnorm.pages.records.fields import record, said
from textnorm.pages.records.sql_dumps import Rows, inserted
from textnorm.pages.results import Post

Row = dict[str, str]
Names = tuple[str, ...]
_BBCODE = lazy_pattern(
    r"\[/?(?:b|i|u|s|color|size|font|url|email|attachment|sup|sub|rtl|ltr|move)(?:\s?=[^\[\]\n]{0,300})?(?::[a-z0-9]{1,12}){0,2}\]",
    re.IGNORECASE,
)
#: those that stand on lines of their own
_BLOCKS = lazy_pattern(
    r"\[/?(?:quote|code|php|html|img|list|center|left|right|align|justify|spoiler|hide|hr|table|tr|td|li|\*)(?:\s?=[^\[\]\n]{0,300})?(?::[a-z0-9]{1,12}){0,2}\]",
    re.IGNORECASE,
)
#: the signs of BBCode as phpBB keeps them beside what they mean
_MARKS = lazy_pattern(r"<([se])>[^<]{0,400}</\1>")
_NOTES = lazy_pattern(r"<!-- [^<>]{1,40} -->")
_SMILE = lazy_pattern(r"<img\b[^<>]{0,400}>")
_MEMBERS = (("user_id", "username"), ("id", "user_login", "display_name"))
_TOPICS = ("topic_id", "topic_title")


class Kept(NamedTuple):
    """A table of posts: the columns that tell it, and which of them say what."""

    needs: Names
    text: Callable[[str], list[str]]
    column: Names
    when: Names
    number: str
    topic: str = ""
    title: Names = ()
    name: Names = ()
    member: str = ""
    seen: Names = ()
    changed: Names = ()


def _plain(text: str) -> list[str]:
    lines = (line.strip() for line in _BBCODE.sub("", _BLOCKS.sub("\n", text)).splitlines())
    return [line for line in lines if line]


def _of_html(text: str) -> list[str]:
    """Return the lines of a text in HTML with BBCode in it, as SMF and phpBB keep it."""
    whole = _NOTES.sub("", _MARKS.sub("", text)).replace("\n", "<br>")
    return _plain("\n".join(fragment_lines(_SMILE.sub("", whole))))


def _of_wordpress(text: str) -> list[str]:
    return fragment_lines(with_breaks(text))


TABLES = (
    Kept(("post_id", "topic_id", "poster_id", "post_time", "post_text"), _of_html, ("post_text",), ("post_time",), "post_id", "topic_id", ("post_subject",),
         ("post_username",), "poster_id", ("post_visibility", "post_approved"), ("post_edit_time",)),
    Kept(("id_msg", "id_topic", "subject", "body"), _of_html, ("body",), ("poster_time", "postertime"), "id_msg", "id_topic", ("subject",),
         ("poster_name", "postername"), "", ("approved",), ("modified_time", "modifiedtime")),
    Kept(("pid", "tid", "subject", "username", "dateline", "message"), _plain, ("message",), ("dateline",), "pid", "tid", ("subject",), ("username",), "",
         ("visible",), ("edittime",)),
    Kept(("postid", "threadid", "username", "dateline", "pagetext"), _plain, ("pagetext",), ("dateline",), "postid", "threadid", ("title",), ("username",), "",
         ("visible",)),
    Kept(("post_author", "post_date", "post_content", "post_title", "post_status", "post_type"), _of_wordpress, ("post_content",), ("post_date",), "id", "",
         ("post_title",), (), "post_author", (), ("post_modified",)),
    Kept(("comment_id", "comment_author", "comment_date", "comment_content", "comment_approved"), _of_wordpress, ("comment_content",), ("comment_date",),
         "comment_id", "comment_post_id", (), ("comment_author",)),
)  # fmt: skip


def dump_posts(stream: BinaryIO) -> Iterator[Post]:
    """Yield the posts and comments in a dump, in its order; it is read twice, since members may stand behind what they wrote."""
    members, topics = _known(stream)
    seen: set[str] = set()
    for rows in _inserted(stream):
        kept = next((table for table in TABLES if set(table.needs) <= set(rows.names)), None)
        for row in rows.all() if kept else ():
            assert kept is not None
            topic = said(row, kept.topic)
            title = said(row, *kept.title) or (topics.get(topic, "") if topic not in seen else "")
            kind = _kind(row, kept, is_first=not topic or topic not in seen)
            seen.add(topic)
            yield _post(row, kept, members.get(row.get(kept.member, ""), ""), title, kind)


def _inserted(stream: BinaryIO) -> Iterator[Rows]:
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="\n")
    try:
        yield from inserted(text)
    finally:
        text.detach()


def _known(stream: BinaryIO) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of members and of topics by their numbers."""
    members: dict[str, str] = {}
    topics: dict[str, str] = {}
    for rows in _inserted(stream):
        number = next((names[0] for names in _MEMBERS if set(names) <= set(rows.names)), "")
        for row in rows.all() if number else ():
            members[row.get(number, "")] = html.unescape(said(row, "display_name", "username", "user_login"))
        if set(_TOPICS) <= set(rows.names):
            topics |= {row.get("topic_id", ""): said(row, "topic_title") for row in rows.all()}
    return members, topics


def _kind(row: Row, kept: Kept, *, is_first: bool) -> str:
    if "post_status" in kept.needs:
        return status_kind(said(row, "post_type"), said(row, "post_status"))
    if "comment_approved" in kept.needs:
        approved, kind = said(row, "comment_approved"), said(row, "comment_type") or "comment"
        return kind if approved == "1" else approved if approved in ("spam", "trash") else f"{kind}-held"
    kind = "post" if is_first else "comment"
    return kind if said(row, *kept.seen) in ("", "1") else f"{kind}-held"


def _post(row: Row, kept: Kept, member: str, title: str, kind: str) -> Post:
    number, changed = said(row, kept.number), said(row, *kept.changed)
    return record(
        "\n".join(kept.text(said(row, *kept.column))),
        said(row, *kept.when),
        f"comment-{number}" if kept.number == "comment_id" else number,
        author=html.unescape(said(row, *kept.name) or member),
        title=html.unescape(title),
        changed=changed if changed not in ("", "0", said(row, *kept.when)) else None,
        kind=kind,
    )
