"""The tags of a post whose links stand beside each other without a sign between: the row reads as one tag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textnorm.pages.markup.declared_data import text_of


def parted_tags(tags: Sequence[str], root: Any) -> tuple[str, ...]:
    """Return the tags of a post, one that is all of them in a row as the links say that the row is made of.

    >>> from lxml.html import fromstring
    >>> row = fromstring("<p><b>Tags:</b> <a href=/t/rain>rain</a><a href=/t/sea>high sea</a></p>")
    >>> parted_tags(["rain high sea"], row), parted_tags(["rain sea"], row)
    (('rain', 'high sea'), ('rain sea',))
    """
    if len(tags) != 1 or " " not in tags[0]:
        return tuple(tags)
    rows: dict[Any, list[str]] = {}
    for link in root.iter("a"):
        rows.setdefault(link.getparent(), []).append(" ".join(text_of(link).split()))
    whole = " ".join(tags[0].split())
    return next((tuple(row) for row in rows.values() if len(row) > 1 and " ".join(row) == whole), tuple(tags))
