"""Posts of Bluesky (AT Protocol) as JSON: the feed of an author, the records of a repository, one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textnorm.pages.records.fields import inner, listed, record, said, strings
from textnorm.pages.results import Post

_POST = "app.bsky.feed.post"
_SHORTENED = (b"...", "…".encode())
_FACET = "app.bsky.richtext.facet#"
CAR = (
    "a CAR file holds the blocks of a repository of Bluesky and no texts by lines: unpack it into JSON first, "
    "as with «goat repo unpack»"
)


def is_car(head: bytes) -> bool:
    """Tell whether a file is a repository of Bluesky as blocks."""
    return b"\xa2eroots" in head[:8] and b"gversion\x01" in head[:400]


def is_bluesky(value: Any) -> bool:
    """Tell whether a value is posts of Bluesky, with those who shared them."""
    return any("createdAt" in one and isinstance(one.get("text"), str) for one, _, _ in _records(value))


def _records(value: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Yield each record of a post, what holds it, and why it stands in a feed."""
    if not isinstance(value, dict):
        return
    if value.get("$type") == _POST:
        yield value, {}, {}
    for item in listed(value, "feed"):
        post = inner(item, "post")
        yield inner(post, "record"), post, inner(item, "reason")
    for post in listed(value, "posts"):
        yield inner(post, "record"), post, {}
    for item in listed(value, "records"):
        if said(inner(item, "value"), "$type") == _POST:
            yield inner(item, "value"), item, {}


def bluesky_posts(value: Any) -> Iterator[Post]:
    """Yield posts of Bluesky; shortened addresses are written out, and what is only shared is of the kind ``service``."""
    for one, post, reason in _records(value):
        author = inner(post, "author")
        address = _address(said(post, "uri"), said(author, "handle"))
        languages = strings(one, "langs")
        shared = said(reason, "$type").endswith("Repost")
        who = inner(reason, "by") if shared else author
        tags = [said(feature, "tag") for _, _, feature in _facets(one) if said(feature, "tag")]
        yield record(
            address if shared else _text(one),
            reason.get("indexedAt") if shared else one.get("createdAt"),
            f"{said(post, 'uri')}#repost" if shared else said(post, "uri") or None,
            author=said(who, "displayName", "handle"),
            tags=[] if shared else [*tags, *strings(one, "tags")],
            url=address,
            language=languages[0] if len(languages) == 1 and not shared else "",
            kind="service" if shared else "comment" if inner(one, "reply") else "post",
        )


def _facets(one: dict[str, Any]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield what stretches of a text are, by bytes."""
    found = []
    for facet in listed(one, "facets"):
        start, end = (inner(facet, "index").get(name) for name in ("byteStart", "byteEnd"))
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
            found += [(start, end, feature) for feature in listed(facet, "features")]
    yield from sorted(found, key=lambda row: row[:2])


def _text(one: dict[str, Any]) -> str:
    """Return the text of a post with the whole address in place of one that was shortened."""
    data, at, parts = str(one.get("text")).encode("utf-8", "replace"), 0, []
    for start, end, feature in _facets(one):
        address = said(feature, "uri") if said(feature, "$type") == f"{_FACET}link" else ""
        if address and start >= at and data[start:end].rstrip().endswith(_SHORTENED):
            parts += [data[at:start], address.encode()]
            at = end
    return b"".join([*parts, data[at:]]).decode("utf-8", "replace").strip()


def _address(uri: str, handle: str) -> str:
    """Return where a post is shown: «at://did:plc:abc/app.bsky.feed.post/3k» says whose it is and how it is called."""
    who, _, rest = uri.removeprefix("at://").partition("/")
    kind, _, key = rest.partition("/")
    return f"https://bsky.app/profile/{handle or who}/post/{key}" if kind == _POST and key else ""
