"""Where a message of a discussion or a channel can be found again: the link at its day or its number."""

from __future__ import annotations

import re

from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.declared_data import text_of
from textnorm.pages.markup.entries import Entry

#: what links to a message itself are called; its number
_CALLED = lazy_pattern(
    r"perma-?link|post-?counter|bookmark|(?:post|message)[_-](?:date|link|number)", re.IGNORECASE
)
_NUMBER = lazy_pattern(r"#\s?\d{1,6}")
#: addresses of nothing else
_NOWHERE = ("#", "javascript:")


def address_of(entry: Entry) -> str | None:
    """Return the address in the first link of a message, outside of its text, that holds its day or its number or is called
    after either."""
    for link in entry.block.iter("a"):
        address = (link.get("href") or "").strip()
        if not address or address.startswith(_NOWHERE) or entry.text in link.iterancestors():
            continue
        called = f"{link.get('class') or ''} {link.get('rel') or ''}"
        timed = (*link.iter("time"), *link.iterancestors("time"))
        if timed or _CALLED.search(called) or _NUMBER.fullmatch(text_of(link)):
            return address
    return None
