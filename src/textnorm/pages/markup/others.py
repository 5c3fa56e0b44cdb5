"""Days and names that stand on a page and are not those of its post: what readers say, and when something was changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate

from textnorm.pages.keys import line_key
from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.builder import LineBuilder, main_place
from textnorm.pages.markup.byline_rows import is_of_change
from textnorm.pages.markup.claims import Claims
from textnorm.pages.markup.inside import CHANGED
from textnorm.pages.markup.places import COMMENT, TAGS
from textnorm.pages.results import Post

#: rows with a name in them are no longer
_ROW = 120
#: links that make a menu
_LINKS = 3
#: what sorts articles, or leads to them
_SORTED = re.compile(r"(?:^|[\s_-])(?:menu|nav|cat(?:s|egor\w{1,4})?|tags?)(?:[\s_-]|$)", re.IGNORECASE)
_ITEM = 1 + TAGS.index("li")


def without_days_of_others(post: Post, claims: Claims, found: LineBuilder) -> Post:
    """Return a post without a day that stands in comments, or below the text in an element called after changes; of one
    between the lines of the text or below it, and of one that is said to be that of a change, what is declared is surer."""
    rows = [n for n, line in enumerate(found.lines) if post.date_text and post.date_text in line]
    if not rows:
        return post
    declared = [day for day, _ in claims.days("date")]
    contradicted = declared and not any(day.allows(post.date) for day in declared if post.date)
    if contradicted and all(is_of_change(found.lines[n], post.date_text or "") for n in rows):
        return replace(post, date=None, date_text=None)
    end = bisect_left([*accumulate(len(line) + 1 for line in found.lines)], post.end)
    body = set(post.body.split("\n"))
    own = [n for n, line in enumerate(found.lines[: end + 1]) if line in body] or [len(found.lines)]
    if min(rows) < own[-1]:
        inside = contradicted and own[0] < min(rows)
        return replace(post, date=None, date_text=None) if inside else post
    place = found.main[rows[0]]
    if contradicted or (place is not None and (place.words & COMMENT or CHANGED.search(place.names))):
        return replace(post, date=None, date_text=None)
    return post


def without_names_of_readers(post: Post, found: LineBuilder) -> Post:
    """Return a post without an author who is named in comments or reviews alone, or is a row of a menu."""
    name = line_key(post.author or "")
    rows = [
        parts
        for line, parts in zip(found.lines, found.places, strict=True)
        if name and len(line) <= _ROW and name in line_key(line)
    ]
    if rows and all(map(_is_of_another, rows)):
        return replace(post, author=None)
    return post


def _is_of_another(parts: Parts) -> bool:
    """Tell whether a row stands in comments, in a menu or among categories, or is one of several links and nothing else."""
    place = main_place(parts)
    if place is None or place.words & COMMENT:
        return place is not None
    called = [place.names, place.block.names]
    if place.tag == _ITEM and place.block.parent is not None:
        called.append(place.block.parent.names)
    if any(map(_SORTED.search, called)):
        return True
    return len(parts) >= _LINKS and all(one is None or one.link == 1 for _, one in parts)
