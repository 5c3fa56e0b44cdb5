"""Chats of Matrix, as Element exports them, of Google Chat, as Takeout does, and of Signal, as signal-export writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import inner, listed, record, said
from textnorm.pages.results import Post

_MESSAGE = "m.room.message"
#: what a message that answers another one begins with: its text, and who wrote it
_FALLBACK = re.compile(r"(?:> ?[^\n]*+\n)++\n?")
_REPLY = "<mx-reply>", "</mx-reply>"
#: «Tuesday, February 18, 2020 at 8:30:00 AM UTC», «Tuesday, 18 February 2020 at 08:30:00 UTC»
_GOOGLE = re.compile(
    r"[A-Za-z]+, (?:([A-Za-z]{3})[a-z]* (\d\d?),?|(\d\d?) ([A-Za-z]{3})[a-z]*) (\d{4}) at (\d\d?):(\d\d):(\d\d)[\s\u202f]?(AM|PM)? ?UTC"
)


def is_matrix(value: Any) -> bool:
    """Tell whether a value is a room of Matrix as Element exports it."""
    events = listed(value, "messages")
    return any("origin_server_ts" in event and "event_id" in event for event in events[:5])


def matrix_posts(value: Any) -> Iterator[Post]:
    """Yield the messages of a room, each as it was last changed; what the room notes is of the kind ``"service"``."""
    events = listed(value, "messages")
    changes: dict[str, dict[str, Any]] = {}
    for event in events:
        if target := _changed(event):
            earlier = changes.get(target, event)
            changes[target] = max(earlier, event, key=_moment)
    names = {
        said(event, "sender"): said(event, "sender_name") for event in events if said(event, "sender_name")
    }
    names |= {
        said(event, "state_key"): said(inner(event, "content"), "displayname")
        for event in events
        if said(inner(event, "content"), "displayname")
    }
    known = {said(event, "event_id") for event in events}
    for event in events:
        if _changed(event) not in known - {""}:
            change = changes.get(said(event, "event_id"), {})
            yield _of_matrix(event, change, names.get(said(event, "sender"), ""))


def _moment(event: dict[str, Any]) -> int:
    written = event.get("origin_server_ts")
    return written if isinstance(written, int) else 0


def _without_reply(markup: str) -> str:
    """Return what a message says itself, without the one that it answers.

    >>> _without_reply("<mx-reply>rain</mx-reply>wind"), _without_reply("<mx-reply>rain")
    ('wind', '<mx-reply>rain')
    """
    opening, closing = _REPLY
    before, _, rest = markup.partition(opening)
    _, closed, after = rest.partition(closing)
    return before + after if closed else markup


def _changed(event: dict[str, Any]) -> str:
    """Return which event another one replaces."""
    relation = inner(event, "content", "m.relates_to")
    return said(relation, "event_id") if relation.get("rel_type") == "m.replace" else ""


def _of_matrix(event: dict[str, Any], change: dict[str, Any], name: str) -> Post:
    content = inner(change, "content", "m.new_content") or inner(event, "content")
    is_media = "url" in content or "file" in content
    formatted = _without_reply(said(content, "formatted_body"))
    text = "\n".join(fragment_lines(formatted)) if formatted else said(content, "body")
    if inner(content, "m.relates_to", "m.in_reply_to") or inner(
        event, "content", "m.relates_to", "m.in_reply_to"
    ):
        fallback = _FALLBACK.match(text)
        text = text[fallback.end() :] if fallback else text
    caption = said(content, "body") != said(content, "filename") and bool(said(content, "filename"))
    is_message = event.get("type") == _MESSAGE
    return record(
        (text if not is_media or caption else "") if is_message else "",
        event.get("origin_server_ts"),
        event.get("event_id"),
        author=name or said(event, "sender"),
        changed=change.get("origin_server_ts"),
        kind="service" if not is_message else "trash" if not content else "post",
    )


def is_google_chat(value: Any) -> bool:
    """Tell whether a value is a conversation of Google Chat."""
    first = next(iter(listed(value, "messages")), {})
    return "created_date" in first and ("creator" in first or "topic_id" in first)


def google_chat_posts(value: Any) -> Iterator[Post]:
    """Yield the messages of a conversation of Google Chat; deleted ones have no text."""
    for message in listed(value, "messages"):
        written = said(message, "created_date")
        yield record(
            said(message, "text"),
            google_moment(written) or written,
            message.get("message_id"),
            author=said(inner(message, "creator"), "name", "email"),
            changed=google_moment(said(message, "updated_date")),
            kind="trash" if said(message, "message_state") == "DELETED" else "post",
        )


def google_moment(written: str) -> str | None:
    """Return a moment as Takeout writes it in English, as ISO 8601 does.

    >>> google_moment("Tuesday, February 18, 2020 at 8:30:00 PM UTC"), google_moment("Tuesday, 18 February 2020 at 08:30:00 UTC")
    ('2020-02-18T20:30:00+00:00', '2020-02-18T08:30:00+00:00')
    """
    found = _GOOGLE.fullmatch(written)
    if found is None:
        return None
    month, day, other_day, other_month, year, hours, minutes, seconds, half = found.groups()
    clock = int(hours) % 12 + 12 * (half == "PM") if half else int(hours)
    try:
        moment = parsedate_to_datetime(
            f"{day or other_day} {month or other_month} {year} {clock}:{minutes}:{seconds} +0000"
        )
    except ValueError:
        return None
    return moment.isoformat()


def are_lines_of_signal(head: str) -> bool:
    """Tell whether a text begins with a message as signal-export writes it, one a line."""
    first = head.partition("\n")[0]
    if '"sender"' not in first or '"reactions"' not in first:
        return False
    try:
        message = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(message, dict) and {"date", "sender", "body"} <= message.keys()


def signal_lines(lines: Iterable[str]) -> Iterator[Post]:
    """Yield the messages of a chat of Signal that stand one a line. ``ValueError`` where a line is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            message = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"not JSON in line {number}: {error}") from None
        yield record(
            said(message, "body"),
            message.get("date") if isinstance(message, dict) else None,
            number,
            author=said(message, "sender"),
        )
