"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/): an item as a post."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.markup.days import read_day
from textnorm.pages.results import Post


def is_json_feed(value: Any) -> bool:
    """Tell whether a JSON value is such a feed."""
    version = value.get("version") if isinstance(value, dict) else None
    return (
        isinstance(version, str)
        and "jsonfeed.org/version/" in version
        and isinstance(value.get("items"), list)
    )


def json_feed_posts(feed: dict[str, Any]) -> Iterator[Post]:
    """Yield a post for each item. A value of another type than the format has says nothing."""
    for item in feed["items"]:
        if isinstance(item, dict):
            yield _post(item, feed)


def _post(item: dict[str, Any], feed: dict[str, Any]) -> Post:
    day, modified = (read_day(_said(item, name)) for name in ("date_published", "date_modified"))
    title = " ".join(_said(item, "title").split())
    tags = item.get("tags")
    days = {"date": day, "modified": modified}
    number = item.get("id")
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    return Post(
        title=title or None,
        author=_authors(item) or _authors(feed),
        date=day.date if day else None,
        date_text=_said(item, "date_published") or None,
        body="\n".join(_lines(item)),
        tags=tuple(dict.fromkeys(tag for tag in tags if isinstance(tag, str) and tag))
        if isinstance(tags, list)
        else (),
        url=_address(_said(item, "url") or _said(item, "external_url"), feed),
        modified=modified.date if modified else None,
        language=_said(item, "language") or _said(feed, "language") or None,
        id=str(number) if is_number else _said(item, "id") or _said(item, "url") or None,
        sources={
            field: f"date_{'published' if field == 'date' else field}"
            for field, found in days.items()
            if found
        },
    )


def _said(value: dict[str, Any], name: str) -> str:
    text = value.get(name)
    return text.strip() if isinstance(text, str) else ""


def _lines(item: dict[str, Any]) -> list[str]:
    """Return the text of an item; that of HTML first, which has more to say of its lines."""
    if html := _said(item, "content_html"):
        return fragment_lines(html)
    text = _said(item, "content_text") or _said(item, "summary")
    return [line for line in map(str.strip, text.splitlines()) if line]


def _authors(value: dict[str, Any]) -> str | None:
    """Return the names of who wrote, as version 1.1 and version 1 say them."""
    several = value.get("authors")
    found = [*(several if isinstance(several, list) else ()), value.get("author")]
    names = list(
        dict.fromkeys(name for one in found if isinstance(one, dict) and (name := _said(one, "name")))
    )
    return ("، " if any(name > "\u0600" for name in names) else ", ").join(names) or None


def _address(address: str, feed: dict[str, Any]) -> str | None:
    """Return an address made whole by that of the site or of the feed."""
    try:
        return urljoin(_said(feed, "home_page_url") or _said(feed, "feed_url"), address) if address else None
    except ValueError:
        return address
