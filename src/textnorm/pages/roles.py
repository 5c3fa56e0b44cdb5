"""What a short line of a page is for: one of the roles of interface strings, or none."""

from __future__ import annotations

from functools import cache

from textnorm.pages.keys import phrase_key
from textnorm.pages.phrases import keys

_LONGEST = 120


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for kind, role in (
        ("widget", "related"), ("comments", "comment_count"), ("comment_form", "comment_form"), ("comment_link", "comment_form"),
        ("reply", "comment_row"), ("read_more", "read_more"), ("mobile_version", "footer"), ("end_mark", "end"), ("counter", "counter"),
    ):  # fmt: skip
        table.update(dict.fromkeys(keys(kind), role))
    return table


def role_of(line: str) -> str:
    """Return the role of a line that is an interface string and nothing else, or nothing.

    >>> role_of("Read more »"), role_of("3 Comments"), role_of("Rain on the coast")
    ('read_more', 'comment_count', '')
    """
    return _table().get(phrase_key(line), "") if len(line) <= _LONGEST else ""
