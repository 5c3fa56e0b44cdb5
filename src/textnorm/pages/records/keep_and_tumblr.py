"""Notes of Google Keep, and posts of Tumblr, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import inner, listed, record, said, strings
from textnorm.pages.results import Post

#: Keep writes moments as millionths of seconds
_MILLIONTHS = 1000
#: what the posts of Tumblr hold, by their kind: the text, or what stands below a picture
_TEXTS = ("body", "caption", "text", "description", "answer")
_FORMERLY = (
    "regular-body",
    "photo-caption",
    "quote-text",
    "link-description",
    "video-caption",
    "audio-caption",
)


def is_note(value: Any) -> bool:
    """Tell whether a value is a note of Google Keep."""
    return isinstance(value, dict) and "userEditedTimestampUsec" in value and "isTrashed" in value


def note_posts(value: Any) -> Iterator[Post]:
    """Yield a note; a list in it is lines with their marks, as Markdown writes them."""
    items = [
        f"- [{'x' if item.get('isChecked') else ' '}] {said(item, 'text')}"
        for item in listed(value, "listContent")
    ]
    lines = [said(value, "textContent"), *items]
    written, changed = (
        _milliseconds(value.get(name)) for name in ("createdTimestampUsec", "userEditedTimestampUsec")
    )
    yield record(
        "\n".join(filter(None, lines)),
        written if written is not None else changed,
        None,
        title=said(value, "title"),
        tags=[said(label, "name") for label in listed(value, "labels")],
        changed=changed if changed != written else None,
        kind="trash" if value.get("isTrashed") else "post",
    )


def _milliseconds(value: Any) -> int | None:
    return value // _MILLIONTHS if isinstance(value, int) and not isinstance(value, bool) else None


def is_tumblr(value: Any) -> bool:
    """Tell whether a value is posts of Tumblr, as its interface gives them."""
    first = next(iter(_of_blog(value)), {})
    return "timestamp" in first and "post_url" in first and "type" in first


def _of_blog(value: Any) -> list[dict[str, Any]]:
    return listed(inner(value, "response") or value, "posts") if isinstance(value, dict) else listed(value)


def tumblr_posts(value: Any) -> Iterator[Post]:
    """Yield posts of Tumblr; a quotation has its source below it, an answer the question above it."""
    for post in _of_blog(value):
        lines = [
            said(post, "question"),
            *fragment_lines(said(post, *_TEXTS, *_FORMERLY)),
            *fragment_lines(said(post, "source")),
        ]
        blocks = [said(block, "text") for block in listed(post, "content") if block.get("type") == "text"]
        state = said(post, "state")
        yield record(
            "\n".join(filter(None, lines)) or "\n".join(filter(None, blocks)),
            post.get("timestamp"),
            post.get("id_string") or post.get("id"),
            author=said(inner(post, "blog"), "name") or said(post, "blog_name"),
            title=said(post, "title"),
            tags=strings(post, "tags"),
            url=said(post, "post_url"),
            kind="draft" if state in ("draft", "queued") else "private" if state == "private" else "post",
        )
