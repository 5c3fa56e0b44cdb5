"""What the exports of chats and networks have in common: values of JSON that may be of another type than they should."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textnorm.pages.markup.days import Day, read_moment
from textnorm.pages.results import Post


def said(value: Any, *names: str) -> str:
    """Return the first string that an object has under some names, without spaces round it.

    >>> said({"name": "", "nick": " Sara "}, "name", "nick"), said(None, "name")
    ('Sara', '')
    """
    texts = (value.get(name) for name in names) if isinstance(value, dict) else ()
    return next((text.strip() for text in texts if isinstance(text, str) and text.strip()), "")


def inner(value: Any, *names: str) -> dict[str, Any]:
    """Return an object inside of others, one name after the other; an empty one where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def listed(value: Any, name: str = "") -> list[dict[str, Any]]:
    """Return the objects of a list, or of the one that an object has under a name."""
    found = value.get(name) if name and isinstance(value, dict) else value
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def strings(value: dict[str, Any], name: str) -> list[str]:
    """Return the strings of the list that an object has under a name."""
    found = value.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def identity(value: Any) -> str | None:
    """Return what a source calls a record: a string or a number."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number or (isinstance(value, str) and value) else None


def record(
    body: str,
    when: Any,
    number: Any,
    *,
    author: str = "",
    title: str = "",
    tags: Iterable[str] = (),
    url: str = "",
    changed: Any = None,
    language: str = "",
    kind: str = "post",
) -> Post:
    """Return a post; one without a text is of the kind ``media`` where nothing else is said."""
    day, modified = read_moment(when), read_moment(changed)
    return Post(
        title=title or None,
        author=author or None,
        date=day.date if day else None,
        date_text=str(when) if _is_said(when) else None,
        body=body,
        tags=tuple(dict.fromkeys(tag.lstrip("#") for tag in tags if tag.lstrip("#"))),
        url=url or None,
        modified=_date(modified),
        language=language or None,
        id=identity(number),
        kind=kind if body or kind != "post" else "media",
        sources={"date": "date"} if day else {},
    )


def _date(day: Day | None) -> Any:
    return day.date if day else None


def _is_said(value: Any) -> bool:
    return value is not None and value != "" and not isinstance(value, bool | list | dict)
