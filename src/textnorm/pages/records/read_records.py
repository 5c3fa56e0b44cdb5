"""read_records(): the posts of a feed or an export."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from textnorm.pages.posts.boards import board_posts, is_board
from textnorm.pages.records.archives import UnknownRecordsError, archive_posts, is_archive_file
from textnorm.pages.records.bluesky import CAR, bluesky_posts, is_bluesky, is_car
from textnorm.pages.records.chats import (
    discord_posts,
    is_discord,
    is_meta_chat,
    is_slack,
    meta_chat_posts,
    slack_posts,
)
from textnorm.pages.records.feeds import feed_posts
from textnorm.pages.records.forum_dumps import dump_posts
from textnorm.pages.records.forums import (
    are_lines_of_reddit,
    is_reddit,
    is_topic,
    reddit_lines,
    reddit_posts,
    topic_posts,
)
from textnorm.pages.records.front_matter import dated_by_name, front_matter_posts, is_front_matter
from textnorm.pages.records.ghost import ghost_posts, is_ghost
from textnorm.pages.records.json_feed import is_json_feed, json_feed_posts
from textnorm.pages.records.keep_and_tumblr import is_note, is_tumblr, note_posts, tumblr_posts
from textnorm.pages.records.known_tables import table_of, table_posts
from textnorm.pages.records.mail import is_mail, mail_posts
from textnorm.pages.records.messengers import (
    are_lines_of_signal,
    google_chat_posts,
    is_google_chat,
    is_matrix,
    matrix_posts,
    signal_lines,
)
from textnorm.pages.records.networks import (
    archived,
    is_archive,
    is_meta_posts,
    is_outbox,
    is_tweets,
    meta_posts,
    outbox_posts,
    tweets,
)
from textnorm.pages.records.notebooks import day_one_posts, is_day_one
from textnorm.pages.records.sql_dumps import is_dump
from textnorm.pages.records.telegram import is_export, telegram_posts
from textnorm.pages.records.whatsapp import is_chat, whatsapp_posts
from textnorm.pages.results import Post

_SAMPLE, _PIECE = 1 << 14, 1 << 16
#: bytes; what is longer, one record and a file that is read at once, has no end or is none
_LONGEST, _LARGEST = 1 << 27, 1 << 30
#: bytes that a line takes in memory besides its own
_OF_LINE = 48
_UNKNOWN = (
    "no feed (RSS, Atom, JSON Feed) and no export of WordPress, Blogger, Telegram, WhatsApp, Discord, Slack, Mastodon, "
    "Bluesky, Instagram, Facebook, Twitter, LinkedIn, YouTube, Ghost, Tumblr, Disqus, Discourse, Reddit, Matrix, Signal, Google "
    "Chat, Google Keep, Evernote, Day One, Pocket, Instapaper, Raindrop, Readwise, Zotero or SMF, no dump of a data base of phpBB, SMF, MyBB, vBulletin or WordPress, no Markdown with front matter, and no mail"
)


def read_records(path: str | os.PathLike[str]) -> Iterator[Post]:
    """Yield the records of a feed or an export as posts, each once, in their order.

    RSS, Atom, JSON Feed, exports of WordPress (WXR) and of Blogger, of Telegram Desktop as JSON (a chat or an account),
    of Discord, Slack, Mastodon (the outbox), Instagram, Facebook and Twitter (``tweets.js``), of Ghost and Tumblr, of Disqus, topics of Discourse, posts and comments of Reddit (listings, or one a line), rooms of Matrix (Element), chats of
    Signal (signal-export), Google Chat and notes of Google Keep (Takeout), posts of Bluesky as JSON, notes of Evernote (``.enex``), journals of Day One, Markdown with front matter, tables (CSV) of LinkedIn, of comments in YouTube, of Pocket, Instapaper,
    Raindrop, Readwise, Zotero, Letterboxd and old archives of Twitter, posts and comments in dumps of MySQL (phpBB, SMF, MyBB, vBulletin, WordPress), chats that WhatsApp exports as text, mail (one message or a folder as mbox), and threads as the print page of SMF writes them; also zip files of these, as Slack and WhatsApp make them, and those of Medium and Substack. ``id`` is what the source calls the record (for WhatsApp and SMF the number
    of its line), ``kind`` tells drafts, pages, comments, media and service messages apart, ``date`` is
    Gregorian. The text is that of the source, by lines, not cleaned. Feeds of XML are read piece by piece; an ``&`` in them that begins no entity is
    read as the sign, as nearly every reader does, and `Post.conflicts` says so. An item of a feed that comes again with the same ``id`` and the same text is given once; one of another text
    under the ``id`` of an earlier one says so in `Post.conflicts`.
    ``ValueError`` where the file is none of these, or broken from some place on: what stands before it has been
    given then.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     feed = pathlib.Path(folder, "feed.rss")
    ...     item = "<item><title>باد</title><description>باران بارید.</description></item>"
    ...     _ = feed.write_text(f'<rss version="2.0"><channel>{item}</channel></rss>', encoding="utf-8")
    ...     [(post.title, post.body) for post in read_records(feed)]
    [('باد', 'باران بارید.')]
    """
    with open(path, "rb") as stream:
        yield from records_in(stream, name=os.fspath(path))


def records_in(stream: BinaryIO, encoding: str | None = None, name: str = "") -> Iterator[Post]:
    """Yield the records in a stream of bytes; the *name* of a file may say the day of its post."""
    for post in _records_in(stream, encoding):
        yield dated_by_name(post, name) if name else post


def _records_in(stream: BinaryIO, encoding: str | None) -> Iterator[Post]:
    head = stream.read(_SAMPLE)
    whole = _Joined(head, stream)
    for post in _of_kind(head, stream, cast(BinaryIO, whole), encoding):
        whole.begins_record()
        yield post


def _of_kind(head: bytes, stream: BinaryIO, whole: BinaryIO, encoding: str | None) -> Iterator[Post]:
    """Yield the records of a *stream*, which *whole* reads from its start, by what its *head* says of it."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if is_archive_file(head):
        yield from archive_posts(_seekable(stream, whole), records_in)
    elif is_car(head):
        raise UnknownRecordsError(CAR)
    elif is_dump(head.decode("utf-8", "replace")):
        yield from once(dump_posts(_seekable(stream, whole)))
    elif is_mail(head):
        yield from once(mail_posts(_lines(whole)))
    elif start.startswith(b"<") or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield from once(feed_posts(whole, encoding))
    elif reader := _reader_of_lines(head.decode("utf-8-sig", "replace")):
        yield from reader(io.TextIOWrapper(whole, encoding="utf-8-sig", errors="replace", newline="\n"))
    elif start[:1] in (b"{", b"["):
        yield from _of_json(whole.read())
    elif is_archive(head.decode("utf-8-sig", "replace")):
        yield from _of_json(whole.read(), archived)
    else:
        raise UnknownRecordsError(_UNKNOWN)


def _seekable(stream: BinaryIO, whole: BinaryIO) -> BinaryIO:
    if stream.seekable():
        stream.seek(0)
        return stream
    return io.BytesIO(whole.read())


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a stream with their ends."""
    begun: list[bytes] = []
    while piece := stream.read(_PIECE):
        *whole, last = piece.split(b"\n")
        for line in whole:
            yield b"".join([*begun, line, b"\n"])
            begun.clear()
        begun.append(last)
    yield b"".join(begun)


def _reader_of_lines(head: str) -> Callable[[Iterable[str]], Iterator[Post]] | None:
    """Return what reads a text that begins so, or ``None`` where it holds no records."""
    if head.lstrip()[:1] == "{":
        return (
            reddit_lines if are_lines_of_reddit(head) else signal_lines if are_lines_of_signal(head) else None
        )
    if is_front_matter(head):
        return front_matter_posts
    if (table := table_of(head)) is not None:
        return lambda lines: once(table_posts(lines, table))
    return whatsapp_posts if is_chat(head) else board_posts if is_board(head) else None


def holds_lines(head: bytes) -> bool:
    """Tell whether a file that begins so holds records of JSON one a line."""
    return _reader_of_lines(head.decode("utf-8-sig", "replace")) is not None


def holds_value(data: bytes) -> bool:
    """Tell whether some bytes are the one value of an export as JSON."""
    try:
        return reader_of_json(json.loads(data)) is not None
    except (ValueError, RecursionError):
        return False


def _of_json(data: bytes, load: Callable[[str], Any] = json.loads) -> Iterator[Post]:
    try:
        value = load(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    reader = reader_of_json(value)
    if reader is None:
        raise UnknownRecordsError(_UNKNOWN)
    yield from reader(value)


#: what tells each kind of export, and what reads it, the most certain first
_EXPORTS: tuple[tuple[Callable[[Any], bool], Callable[[Any], Iterator[Post]]], ...] = (
    (is_discord, discord_posts),
    (is_ghost, ghost_posts),
    (is_meta_chat, meta_chat_posts),
    (is_matrix, matrix_posts),
    (is_google_chat, google_chat_posts),
    (is_export, telegram_posts),
    (is_json_feed, json_feed_posts),
    (is_outbox, outbox_posts),
    (is_slack, slack_posts),
    (is_tweets, tweets),
    (is_topic, topic_posts),
    (is_note, note_posts),
    (is_tumblr, tumblr_posts),
    (is_day_one, day_one_posts),
    (is_bluesky, bluesky_posts),
    (is_reddit, reddit_posts),
    (is_meta_posts, meta_posts),
)


def reader_of_json(value: Any) -> Callable[[Any], Iterator[Post]] | None:
    """Return what reads a JSON value, or ``None`` where it is no feed and no export."""
    reader = next((reader for tells, reader in _EXPORTS if tells(value)), None)
    return reader and (lambda export: once(reader(export)))


def once(posts: Iterable[Post]) -> Iterator[Post]:
    """Yield the items of a feed, one that comes again with its name and its text once, as readers of feeds show it.

    One of another text that has the name of an earlier one says so, since its name does not tell both apart.
    """
    known: dict[str, int] = {}
    for post in posts:
        said = hash((post.title, post.body, post.date, post.kind))
        if post.id is None or post.id not in known:
            known.setdefault(post.id or "", said)
            yield post
        elif known[post.id] != said:
            yield replace(
                post, conflicts=(*post.conflicts, "id: an earlier record of another text has it too")
            )


class _Joined(io.BufferedIOBase):
    """What was read of a stream already, and the rest of it; ``ValueError`` where a record, or a file that is read at once, has no
    end."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest, self._since = head, rest, 0

    def begins_record(self) -> None:
        """Tell that what was read so far is done."""
        self._since = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            head, self._head = self._head, b""
            return head + self._all_of_rest()
        if self._head:
            head, self._head = self._head[:size], self._head[size:]
            return head
        data = self._rest.read(size)
        self._since += len(data) + _OF_LINE * data.count(b"\n")
        if self._since > _LONGEST:
            raise ValueError(f"a record that takes more than {_LONGEST >> 20} MB; is it one?")
        return data

    def _all_of_rest(self) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := self._rest.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > _LARGEST:
                raise ValueError(f"more than {_LARGEST >> 20} MB in one; is it an export?")
        return b"".join(pieces)

    read1 = read
