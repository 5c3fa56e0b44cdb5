"""The row of fields that tells who wrote an article and when, where its fields are elements side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import Any

from textnorm.dates import DateOptions, find_dates
from textnorm.pages.markup.builder import INLINE, LineBuilder
from textnorm.pages.markup.columns import main_place
from textnorm.pages.markup.metadata import text_of
from textnorm.pages.posts.names import is_name
from textnorm.pages.results import Post

#: a row and a field of it have no more letters; as many lines above the text are looked at
_ROW, _FIELD, _ABOVE = 160, 40, 6


def told_in_row(post: Post, found: LineBuilder, dates: DateOptions) -> Post:
    """Return a post with the day, and the name beside it, of the one row above its text that has fields and a day in one.

    A post that has a day stays as it is.
    """
    first = post.body.partition("\n")[0].strip()
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    own = range(
        max(bisect_right(starts, post.start) - 1, 0), min(bisect_left(starts, post.end), len(found.lines))
    )
    text = next((n for n in own if found.lines[n].strip() == first), None)
    if post.date is not None or not first or text is None:
        return post
    dates = replace(dates, gregorian=True)
    told = [row for n in range(max(text - _ABOVE, 0), text) if (row := _row(found, n, dates))]
    if len(told) != 1:
        return post
    day, name = told[0]
    return replace(post, date=day.date, date_text=day.text, author=post.author or name)


def _row(found: LineBuilder, number: int, dates: DateOptions) -> tuple[Any, str | None] | None:
    """Return the day and the name in the fields of a row, where exactly one field is a day."""
    place = main_place(found.places[number])
    if place is None or len(found.lines[number]) > _ROW:
        return None
    element = place.block.element
    fields = [text_of(one) for one in element if isinstance(one.tag, str) and one.tag in INLINE]
    fields = [field for field in fields if 0 < len(field) <= _FIELD]
    days = [day for field in fields for day in find_dates(field, dates) if day.date]
    if len(fields) < 2 or len(days) != 1:
        return None
    return days[0], next(filter(is_name, fields), None)
