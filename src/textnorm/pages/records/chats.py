"""Chats that Discord, Slack and Meta (Instagram, Messenger) export as JSON: a message as a post."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from textnorm.pages.records.fields import inner, listed, record, said
from textnorm.pages.results import Post

#: what Discord calls messages of people; every other kind is told by the programme
_SAID_IN_DISCORD = frozenset(("", "Default", "Reply", "ThreadStarterMessage", "ChatInputCommand", "0", "19"))
#: what Slack writes round links, names and places: <https://a.example|label>, <@U1>, <#C1|general>, <!here>
_SLACK = re.compile(r"<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,500}))?>")
#: kinds of messages of Slack that people wrote
_SAID_IN_SLACK = frozenset(
    ("", "thread_broadcast", "file_share", "me_message", "bot_message", "file_comment")
)
_TAG = re.compile(r"(?:^|(?<=\s))#(\w{1,100})")


def is_discord(value: Any) -> bool:
    """Tell whether a value is a channel as DiscordChatExporter writes it, or as the programme's own package does."""
    if isinstance(value, dict):
        return isinstance(value.get("messages"), list) and {"guild", "channel"} <= value.keys()
    first = next(iter(listed(value)), {})
    return {"ID", "Timestamp", "Contents"} <= first.keys()


def discord_posts(value: Any) -> Iterator[Post]:
    """Yield the messages of a channel of Discord."""
    channel = said(inner(value, "channel"), "id") if isinstance(value, dict) else ""
    for message in listed(value, "messages") if isinstance(value, dict) else listed(value):
        number = message.get("id", message.get("ID"))
        kind = message.get("type", "")
        yield record(
            said(message, "content", "Contents"),
            message.get("timestamp", message.get("Timestamp")),
            f"{channel}/{number}" if channel and number is not None else number,
            author=said(inner(message, "author"), "nickname", "global_name", "name", "username"),
            tags=_TAG.findall(said(message, "content", "Contents")),
            changed=message.get("timestampEdited"),
            kind="post" if str(kind) in _SAID_IN_DISCORD else "service",
        )


def is_slack(value: Any) -> bool:
    """Tell whether a value is a day of a channel as Slack exports it."""
    first = next(iter(listed(value)), {})
    return first.get("type") == "message" and isinstance(first.get("ts"), str)


def member_names(value: Any) -> dict[str, str]:
    """Return the names of the members of a workspace of Slack by their numbers, as its ``users.json`` has them."""
    return {
        said(user, "id"): said(inner(user, "profile"), "real_name", "display_name")
        or said(user, "real_name", "name")
        for user in listed(value)
        if said(user, "id")
    }


def slack_posts(value: Any, names: Mapping[str, str] = MappingProxyType({})) -> Iterator[Post]:
    """Yield the messages of a channel of Slack; who wrote is the name where the export has it, or *names* by the numbers
    of members, else the number."""

    def told(found: re.Match[str]) -> str:
        sign, target, label = found.groups()
        if sign == "!":
            return f"@{label or target}".replace("@@", "@")
        known = names.get(target) if sign == "@" else None
        return f"{sign}{label or known or target}" if sign else label or target

    for message in listed(value):
        profile = inner(message, "user_profile")
        kind = said(message, "subtype")
        text = html.unescape(_SLACK.sub(told, said(message, "text")))
        yield record(
            text,
            message.get("ts"),
            said(message, "client_msg_id") or message.get("ts"),
            author=said(profile, "real_name", "display_name", "name")
            or names.get(said(message, "user"))
            or said(message, "username", "user"),
            tags=_TAG.findall(text),
            changed=inner(message, "edited").get("ts"),
            kind="post" if kind in _SAID_IN_SLACK else "service",
        )


def is_meta_chat(value: Any) -> bool:
    """Tell whether a value is a chat of Instagram or Messenger."""
    first = next(iter(listed(value, "messages")), {}) if isinstance(value, dict) else {}
    return "timestamp_ms" in first and "sender_name" in first


def meta_chat_posts(value: Any) -> Iterator[Post]:
    """Yield the messages of a chat of Instagram or Messenger, in the order of the file, which begins with the last one."""
    for message in listed(value, "messages"):
        text = meta_text(message, "content")
        yield record(
            text,
            message.get("timestamp_ms"),
            None,
            author=meta_text(message, "sender_name"),
            kind="service" if message.get("is_unsent") or "call_duration" in message else "post",
        )


def meta_text(value: dict[str, Any], name: str) -> str:
    """Return a text of an object as it was written: Meta exports its bytes in UTF-8 as if each were a character.

    >>> meta_text({"a": "Ø¨Ø§Ø¯"}, "a"), meta_text({"a": "café"}, "a"), meta_text({"a": "باد"}, "a"), meta_text({}, "a")
    ('باد', 'café', 'باد', '')
    """
    text = value.get(name)
    if not isinstance(text, str):
        return ""
    try:
        return text.encode("latin-1").decode("utf-8").strip()
    except UnicodeError:
        return text.strip()
