"""Exports of Telegram Desktop as JSON: one chat, or an account with its chats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textnorm.pages.markup.days import read_day
from textnorm.pages.results import Post


def is_export(value: Any) -> bool:
    """Tell whether a JSON value is such an export."""
    if not isinstance(value, dict):
        return False
    chats = [value.get(name) for name in ("chats", "left_chats")]
    return isinstance(value.get("messages"), list) or any(isinstance(c, dict) and "list" in c for c in chats)


def telegram_posts(export: dict[str, Any]) -> Iterator[Post]:
    """Yield a post for each message, each once; what has no text of its own is told apart by ``kind``."""
    seen: set[tuple[Any, Any]] = set()
    for chat in _chats(export):
        for message in _listed(chat.get("messages")):
            if not isinstance(message, dict):
                continue
            key = (str(chat.get("id")), str(message.get("id")))
            if key not in seen or message.get("id") is None:
                seen.add(key)
                yield _post(message, chat)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _chats(export: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if isinstance(export.get("messages"), list):
        yield export
    for name in ("chats", "left_chats"):
        group = export.get(name)
        for chat in _listed(group.get("list")) if isinstance(group, dict) else ():
            if isinstance(chat, dict):
                yield chat


def _post(message: dict[str, Any], chat: dict[str, Any]) -> Post:
    day, edited = (read_day(str(message.get(name) or "")) for name in ("date", "edited"))
    text, tags = _text(message.get("text") or message.get("text_entities"))
    poll = message.get("poll")
    if not text and isinstance(poll, dict):
        lines = [
            poll.get("question"),
            *(a.get("text") for a in _listed(poll.get("answers")) if isinstance(a, dict)),
        ]
        text = "\n".join(line for line in (_text(line)[0] for line in lines) if line)
    service = message.get("type") == "service"
    author = message.get("author") or message.get("from") or message.get("actor")  # who signed for a channel
    number = None if message.get("id") is None else str(message["id"])
    chat_id = chat.get("id")
    return Post(
        title=None,
        author=author if isinstance(author, str) else None,
        date=day.date if day else None,
        date_text=str(message["date"]) if message.get("date") else None,
        body=text or (str(message.get("action") or "") if service else ""),
        tags=tuple(dict.fromkeys(tags)),
        modified=edited.date if edited else None,
        id=number if number is None or chat_id is None else f"{chat_id}/{number}",
        kind="service" if service else "post" if text else "media",
        sources={"date": "date"} if day else {},
    )


def _text(value: Any) -> tuple[str, list[str]]:
    """Return a text that is a string, or a list of strings and entities, joined; and its hashtags."""
    parts: list[str] = []
    tags: list[str] = []
    for part in value if isinstance(value, list) else [value]:
        inner = part.get("text") if isinstance(part, dict) else part
        if isinstance(inner, str):
            parts.append(inner)
            if isinstance(part, dict) and part.get("type") == "hashtag":
                tags.append(inner.lstrip("#"))
    return "".join(parts).strip(), tags
