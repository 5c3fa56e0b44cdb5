"""What forums export or serve as JSON: topics of Discourse, and posts and comments of Reddit, as lists or one a line."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import identity, inner, listed, record, said, strings
from textnorm.pages.results import Post

#: what Reddit writes in the place of what is gone
_GONE = frozenset(("[deleted]", "[removed]", "[ Removed by Reddit ]", "[deleted by user]"))
_SITE = "https://www.reddit.com"
#: kinds of things in a listing of Reddit: comments and posts
_THINGS = frozenset(("t1", "t3"))


def is_topic(value: Any) -> bool:
    """Tell whether a value is a topic of Discourse."""
    first = next(iter(listed(inner(value, "post_stream"), "posts")), {})
    return "cooked" in first and "post_number" in first


def topic_posts(value: Any) -> Iterator[Post]:
    """Yield the posts of a topic: the first with its title and its tags, answers as comments, what the programme notes as service."""
    tags = [said(tag, "name") for tag in listed(value, "tags")]
    tags += strings(value, "tags")
    for number, post in enumerate(listed(inner(value, "post_stream"), "posts")):
        written, changed = post.get("created_at"), post.get("updated_at")
        is_written = post.get("post_type") is None or post.get("post_type") == 1
        kind = "service" if not is_written else "comment" if number else "post"
        yield record(
            "\n".join(fragment_lines(said(post, "cooked"))),
            written,
            post.get("id"),
            author=said(post, "name") or said(post, "display_username", "username"),
            title="" if number else said(value, "title"),
            tags=() if number else tags,
            changed=changed if changed != written else None,
            kind="trash" if post.get("deleted_at") else kind,
        )


def is_reddit(value: Any) -> bool:
    """Tell whether a value is a listing of Reddit, a page of a post with its comments, or a list of posts or comments."""
    return next(_things(value), None) is not None


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield posts and comments, answers behind what they answer."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, list):
            stack += reversed(one)
        elif not isinstance(one, dict):
            continue
        elif one.get("kind") == "Listing":
            stack += reversed(listed(inner(one, "data"), "children"))
        elif isinstance(one.get("kind"), str) and one["kind"] in _THINGS:
            stack += [inner(one, "data", "replies"), inner(one, "data")]
        elif is_thing(one):
            yield one


def is_thing(value: Any) -> bool:
    """Tell whether a value is a post or a comment of Reddit."""
    if not isinstance(value, dict) or "created_utc" not in value or "subreddit" not in value:
        return False
    return ("title" in value and "selftext" in value) or ("body" in value and "link_id" in value)


def reddit_posts(value: Any) -> Iterator[Post]:
    """Yield posts and comments; what is deleted there is of the kind ``"trash"``."""
    return map(_of_reddit, _things(value))


def reddit_lines(lines: Iterable[str]) -> Iterator[Post]:
    """Yield posts and comments that stand one a line, each once. ``ValueError`` where a line is none."""
    known: set[str | None] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"not JSON in line {number}: {error}") from None
        if not is_thing(value):
            raise ValueError(f"no post or comment of Reddit in line {number}")
        post = _of_reddit(value)
        if post.id is None or post.id not in known:
            known.add(post.id)
            yield post


def are_lines_of_reddit(head: str) -> bool:
    """Tell whether a text begins with a post or a comment of Reddit that has a line of its own, and more behind it."""
    first, newline, rest = head.partition("\n")
    if not newline or '"created_utc"' not in first or rest.lstrip()[:1] != "{":
        return False
    try:
        return is_thing(json.loads(first))
    except (ValueError, RecursionError):
        return False


def _of_reddit(thing: dict[str, Any]) -> Post:
    text = html.unescape(said(thing, "selftext", "body"))
    author, address = said(thing, "author"), said(thing, "permalink")
    number, edited = identity(thing.get("id")), thing.get("edited")
    is_post = "title" in thing
    return record(
        "" if text in _GONE else text,
        thing.get("created_utc"),
        said(thing, "name") or (number and f"{'t3' if is_post else 't1'}_{number}"),
        author="" if author in _GONE else author,
        title=html.unescape(said(thing, "title")),
        tags=[said(thing, "link_flair_text")],
        url=f"{_SITE}{address}" if address.startswith("/") else address,
        changed=None if isinstance(edited, bool) else edited,
        kind="trash" if text in _GONE else "post" if is_post else "comment",
    )
