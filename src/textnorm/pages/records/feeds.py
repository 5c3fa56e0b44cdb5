"""RSS, Atom, exports of WordPress and Blogger: what an item says, as a post."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat
from typing import Any, BinaryIO
from urllib.parse import urljoin

from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.builder import LineBuilder, fragment_lines
from textnorm.pages.markup.days import Day, read_day
from textnorm.pages.records.disqus import DISQUS, disqus_posts
from textnorm.pages.records.notebooks import evernote_post
from textnorm.pages.records.xml import SITEMAP, Items, Node
from textnorm.pages.results import Post

_KIND = "http://schemas.google.com/g/2005#kind"
_PRE = lazy_pattern(r"<(/?)pre\b", re.IGNORECASE)
_SHORTCODE = lazy_pattern(r"\[/?(?:caption|gallery|audio|video|embed|playlist)\b[^\[\]]{0,400}\]")
_COMMA = lazy_pattern("[,،]")
_TAG = lazy_pattern(r"<[A-Za-z/!]")
_PUBLISHED = (
    "wp:post_date",
    "published",
    "issued",
    "pubDate",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
)
_TEXTS = ("content:encoded", "content", "description", "summary", "body", "fullitem", "itunes:summary")
#: types of what is written as base64
_BINARY = lazy_pattern(r"(?!text/|[\w.-]+/[\w.-]*\+?xml$)[\w.-]+/[\w.+-]+")


def feed_posts(stream: BinaryIO, encoding: str | None = None) -> Iterator[Post]:
    """Yield a post for each item of a feed, and for each comment that an export keeps in one."""
    items = Items()
    threads: dict[str, Node] = {}
    listed = False
    for node in items.of(stream, encoding):
        if node.tag.startswith(DISQUS):
            yield from disqus_posts(node, threads)
            continue
        if node.tag == "note":
            yield evernote_post(node)
            continue
        if node.tag == "url":
            listed = listed or node.first("news:news") is None
            yield from map(_news, node.all("news:news"), repeat(node))
            continue
        post = _wordpress(node, items.feed) if node.first("wp:post_type") else _item(node, items.feed)
        yield _told(post, node.bare)
        for comment in node.all("wp:comment"):
            yield _comment(comment, post)
    if listed:
        raise ValueError(SITEMAP)


def _news(news: Node, node: Node) -> Post:
    """Return a piece of news in a sitemap, which has no text."""
    sources: dict[str, str] = {}
    day = _day(news, ("news:publication_date",), "date", sources)
    return Post(
        title=_line(news.first("news:title")),
        author=None,
        date=day.date if day else None,
        date_text=news.said("news:publication_date") or None,
        body="",
        tags=tuple(
            dict.fromkeys(tag for tag in map(str.strip, _COMMA.split(news.said("news:keywords"))) if tag)
        ),
        url=node.said("loc") or None,
        language=(news.first("news:publication") or news).said("news:language") or None,
        id=node.said("loc") or None,
        sources=sources,
    )


def _told(post: Post, bare: int) -> Post:
    """Return a post that says what was mended in its source."""
    said = f"not XML: {bare} & without an entity read as the sign itself"
    return replace(post, conflicts=(*post.conflicts, said)) if bare else post


def _item(node: Node, feed: Node) -> Post:
    sources: dict[str, str] = {}
    # an entry of Atom must say when it was updated, and need not say when it was published
    day = _day(node, _PUBLISHED if node.said(*_PUBLISHED) else ("updated",), "date", sources)
    modified = _day(node, ("updated", "modified"), "modified", sources)
    return Post(
        title=_line(node.first("title", "dc:title")),
        author=_author(node) or _author(node.first("source") or feed) or _author(feed),
        date=day.date if day else None,
        date_text=node.said(*_PUBLISHED) or None,
        body=_body(node.first(*_TEXTS)),
        tags=_tags(node),
        url=_whole(_link(node), node, feed),
        modified=modified.date if modified else None,
        language=node.attributes.get("lang") or feed.said("language") or feed.attributes.get("lang") or None,
        id=node.said("guid", "id") or node.attributes.get("about") or _link(node),
        kind=_kind(node),
        sources=sources,
    )


def _wordpress(node: Node, feed: Node) -> Post:
    """Return an item of an export of WordPress, whose line breaks are paragraphs, and whose authors are logins."""
    sources: dict[str, str] = {}
    day = _day(node, _PUBLISHED, "date", sources)
    modified = _day(node, ("wp:post_modified",), "modified", sources)
    names = {a.said("wp:author_login"): a.said("wp:author_display_name") for a in feed.all("wp:author")}
    login = node.said("dc:creator")
    kind, status = node.said("wp:post_type"), node.said("wp:status")
    content = node.said("content:encoded")
    return Post(
        title=_line(node.first("title")),
        author=names.get(login) or login or None,
        date=day.date if day else None,
        date_text=node.said(*_PUBLISHED) or None,
        body="\n".join(fragment_lines(with_breaks(content))),
        tags=_tags(node),
        url=node.said("link") or None,
        modified=modified.date if modified else None,
        language=feed.said("language") or None,
        id=node.said("wp:post_id") or node.said("guid") or None,
        kind=status_kind(kind, status),
        sources=sources,
    )


def _comment(node: Node, post: Post) -> Post:
    sources: dict[str, str] = {}
    day = _day(node, ("wp:comment_date",), "date", sources)
    approved = node.said("wp:comment_approved") or "1"
    kind = node.said("wp:comment_type") or "comment"
    return Post(
        title=None,
        author=node.said("wp:comment_author") or None,
        date=day.date if day else None,
        date_text=node.said("wp:comment_date") or None,
        body="\n".join(fragment_lines(with_breaks(node.said("wp:comment_content")))),
        url=post.url,
        id=f"{post.id}#{node.said('wp:comment_id')}",
        kind=kind if approved == "1" else "spam" if approved == "spam" else f"{kind}-held",
        sources=sources,
    )


def with_breaks(content: str) -> str:
    """Return content of WordPress with its line breaks as elements; code keeps them."""
    text, at, parts = _SHORTCODE.sub("", content), 0, []
    for start, end in _code_spans(text):
        parts += [text[at:start].replace("\n", "<br>"), text[start:end]]
        at = end
    return "".join([*parts, text[at:].replace("\n", "<br>")])


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each ``pre`` that is closed begins and ends."""
    start = -1
    for tag in _PRE.finditer(text):
        if not tag[1]:
            start = tag.start() if start < 0 else start
        elif start >= 0:
            yield start, tag.end()
            start = -1


def _day(node: Node, names: tuple[str, ...], field: str, sources: dict[str, str]) -> Day | None:
    """Return the first of some dates that is a day; what is written in Persian words is read as such."""
    for name in names:
        written = node.said(name)
        day = read_day(written) or _written(written)
        if day is not None:
            sources[field] = name
            return day
    return None


def _written(text: str) -> Day | None:
    if not text or text.isascii():
        return None
    from textnorm.dates import find_dates

    found = [found.date for found in find_dates(text[:200]) if found.date is not None]
    return Day(found[0]) if len(found) == 1 else None


def _line(node: Node | None) -> str | None:
    return None if node is None else " ".join(_lines(node, inline=True)) or None


def _body(node: Node | None) -> str:
    return "" if node is None else "\n".join(_lines(node))


def _lines(node: Node, inline: bool = False) -> list[str]:
    kind = node.attributes.get("type", "")
    if any(isinstance(part, Node) for part in node.content):
        return _tree_lines(node)
    text = node.text
    if node.attributes.get("mode") == "base64" or _BINARY.fullmatch(kind):
        return fragment_lines(_from_base64(text))
    escaped = kind in ("html", "text/html") or (kind not in ("text", "text/plain") and _is_html(node, text))
    if escaped:
        return fragment_lines(text)
    return [line for line in map(str.strip, text.splitlines()) if line]


def _from_base64(text: str) -> str:
    """Return what Atom says in base64, where that is text; otherwise nothing, as of a picture."""
    try:
        return b64decode("".join(text.split()), validate=True).decode()
    except ValueError:
        return ""


def _is_html(node: Node, text: str) -> bool:
    """Tell whether an element that names no type holds HTML, as those of RSS may."""
    return node.tag == "content:encoded" or _TAG.search(text) is not None or "&" in text


def _tree_lines(node: Node) -> list[str]:
    builder = LineBuilder()
    stack: list[tuple[str, Iterator[Any]]] = [("div", iter(node.content))]
    while stack:
        part = next(stack[-1][1], None)
        if part is None:
            builder.end(stack.pop()[0])
        elif isinstance(part, str):
            builder.data(part)
        else:
            builder.start(part.tag)
            stack.append((part.tag, iter(part.content)))
    return builder.finish()


def _author(node: Node) -> str | None:
    author = node.first("author")
    named = [found.said("name") or found.text for found in node.all("author")] if author else []
    names = [name for name in [node.said("dc:creator", "dc:author"), *named] if name] or [
        node.said("itunes:author")
    ]
    clean = list(dict.fromkeys(re.sub(r"^[^\s@]++@\S+ \((.+)\)$", r"\1", name) for name in names if name))
    return ("، " if any(name > "\u0600" for name in clean) else ", ").join(clean) or None


def _tags(node: Node) -> tuple[str, ...]:
    found = [
        (child.text or child.attributes.get("label") or child.attributes.get("term", ""))
        for child in (*node.all("category"), *node.all("dc:subject"))
        if child.attributes.get("scheme") != _KIND
    ]
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _link(node: Node) -> str | None:
    links = node.all("link")
    links = [link for link in links if link.attributes.get("rel", "alternate") == "alternate"]
    hrefs = [link.attributes["href"] for link in links if link.attributes.get("href")]
    guid = node.first("guid")
    permanent = guid is not None and guid.attributes.get("isPermaLink", "true") != "false" and guid.text.startswith("http")  # fmt: skip
    texts = [link.text for link in links if link.text]
    found = [*hrefs, *texts, guid.text if permanent and guid else "", node.said("blogger:filename")]
    return next(filter(None, found), None)


def _whole(link: str | None, node: Node, feed: Node) -> str | None:
    """Return an address made whole by the bases that the item and the feed declare."""
    try:
        for base in (node.attributes.get("base"), feed.attributes.get("base")):
            link = urljoin(base, link) if link and base else link
    except ValueError:
        return link
    return link


def _kind(node: Node) -> str:
    """Return what an entry of Blogger is; of other feeds every item is a post."""
    terms = [
        c.attributes.get("term", "") for c in node.all("category") if c.attributes.get("scheme") == _KIND
    ]
    kind = terms[0].rpartition("#")[2] if terms else node.said("blogger:type").lower()
    control = node.first("app:control")
    draft = (control is not None and control.said("app:draft") == "yes") or node.said("blogger:status").upper() == "DRAFT"  # fmt: skip
    spam = node.said("blogger:status").upper().startswith("SPAM")
    gone = node.said("blogger:status").upper().endswith("TRASHED")
    return status_kind(kind or "post", "draft" if draft else "spam" if spam else "trash" if gone else "")


def status_kind(kind: str, status: str) -> str:
    """Return the kind of a record that is not published: ``"draft"``, ``"private"``, ``"page-draft"``, ``"spam"``."""
    if status in ("", "publish", "inherit"):
        return kind
    return status if kind == "post" or status == "spam" else f"{kind}-{status}"
