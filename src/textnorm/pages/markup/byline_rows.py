"""The row of fields that tells who wrote an article and when, where its fields are elements side by side; a row that tells the
day alone, behind its label."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from textnorm.dates import DateOptions, FoundDate, find_dates
from textnorm.pages.markup.builder import INLINE, LineBuilder
from textnorm.pages.markup.days import read_day
from textnorm.pages.markup.declared_data import text_of
from textnorm.pages.markup.inside import CHANGED
from textnorm.pages.markup.places import COMMENT, RELATED, Place
from textnorm.pages.posts.names import is_name
from textnorm.pages.results import Post

#: a row and a field of it have no more letters; as many lines above the text are looked at
_ROW, _FIELD, _ABOVE = 160, 40, 6
#: a row that is a day has no more letters; this many lines above the title are looked at
_LABELLED, _OVER = 60, 3
_CALLED = re.compile(r"date|time|tarikh|publish|created", re.IGNORECASE)
#: what stands before the day of a change
_CHANGED = re.compile(
    r"(?:(?:به|ب)[\s\u200c]?روز[\s\u200c]?رسانی|ویرایش|تغییر|updated|modified|edited)(?:\s(?:در|on|at))?\W*$",
    re.IGNORECASE,
)


#: «تاریخ انتشار: ۱۲ مهر ۱۳۹۷»
_LABEL = re.compile(
    r"(?:تاریخ|زمان)(?:[\s\u200c](?:انتشار|خبر|درج|ثبت|ارسال|مطلب))?\s?:?\s|(?:date|published)(?: on)?\s?:?\s",
    re.IGNORECASE,
)


def told_in_row(post: Post, found: LineBuilder, dates: DateOptions) -> Post:
    """Return a post with the day, and the name beside it, of the one row above its text that has fields and a day in one; else
    with the one day that stands behind its label, wherever.

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
    if len(told) == 1:
        day, name = told[0]
        return replace(post, date=day.date, date_text=day.text, author=post.author or name)
    written_at = {day.date: day for n in _above(post, found, text) if (day := _dated(found, n, dates))}
    if len(written_at) == 1:
        (day,) = written_at.values()
        return replace(post, date=day.date, date_text=day.text)
    labelled = {day[0]: day for n in range(len(found.lines)) if (day := _labelled(found, n, dates))}
    if len(labelled) != 1:
        return post
    ((date, written),) = labelled.values()
    return replace(post, date=date, date_text=written)


def rows_of_days(blocks: Collection[Any], found: LineBuilder) -> dict[Any, list[int]]:
    """Return, for some elements none of which is in another, the short lines in each that stand in an element called after days."""
    rows: dict[Any, list[int]] = defaultdict(list)
    for number, parts in enumerate(found.places):
        if len(found.lines[number]) > _LABELLED:
            continue
        for _, place in parts:
            if place is None or not _CALLED.search(place.names) or CHANGED.search(place.names):
                continue
            around = (place.element, *place.element.iterancestors())
            if (block := next((one for one in around if one in blocks), None)) is not None:
                rows[block].append(number)
    return rows


def told_in_block(post: Post, rows: Sequence[int], found: LineBuilder, dates: DateOptions) -> Post:
    """Return one of several posts with the one day in the *rows* of its own block that stand in elements called after days.

    A post that has a day stays as it is.
    """
    if post.date is not None or not rows:
        return post
    dates = replace(dates, gregorian=True)
    days = {
        day.date: day
        for line in (found.lines[number] for number in rows)
        for day in find_dates(line, dates)
        if day.date and not is_of_change(line, day.text)
    }
    if len(days) != 1:
        return post
    (day,) = days.values()
    return replace(post, date=day.date, date_text=day.text)


def _above(post: Post, found: LineBuilder, text: int) -> range:
    """Return the lines between the title of a post and its text, and a few above the title that stand in the element round both."""
    head = next((n for n in range(text, -1, -1) if found.lines[n].strip() == post.title), text)
    first = head
    around = set(_around(found, head)) & set(_around(found, text))
    while first > max(head - _OVER, 0) and around & set(_around(found, first - 1)):
        first -= 1
    return range(first, text)


def _around(found: LineBuilder, number: int) -> Iterator[Place]:
    """Yield the elements round a line, but the body."""
    place = found.main[number]
    while place is not None and place.parent is not None:
        yield place
        place = place.parent


def _dated(found: LineBuilder, number: int, dates: DateOptions) -> FoundDate | None:
    """Return the one day of a short row in an element that is called after days, and not after changes."""
    line, place = found.lines[number], found.main[number]
    if len(line) > _LABELLED or place is None or place.words & (COMMENT | RELATED):
        return None
    if not _CALLED.search(place.names) or CHANGED.search(place.names):
        return None
    days = [day for day in find_dates(line, dates) if day.date]
    return days[0] if len(days) == 1 and not is_of_change(line, days[0].text) else None


def is_of_change(line: str, day: str) -> bool:
    """Tell whether a row says that a day is that of a change.

    >>> is_of_change("توسط کاوه آخرین به‌روزرسانی ۶ مهر ۱۴۰۲", "۶ مهر ۱۴۰۲"), is_of_change("کاوه ۶ مهر ۱۴۰۲", "۶ مهر ۱۴۰۲")
    (True, False)
    """
    return _CHANGED.search(line.partition(day)[0]) is not None


def _labelled(found: LineBuilder, number: int, dates: DateOptions) -> tuple[datetime.date, str] | None:
    """Return the day that is all that a row says behind its label; not what comments say, or lists of other articles."""
    line = found.lines[number].strip()
    label = _LABEL.match(line) if len(line) <= _FIELD else None
    place = found.main[number]
    if label is None or place is None or place.words & (COMMENT | RELATED):
        return None
    said = line[label.end() :].strip()
    days = [(day.date, day) for day in find_dates(said, dates) if day.date]
    if len(days) == 1 and days[0][1].start == 0 and not any(map(str.isalpha, said[days[0][1].end :])):
        return days[0][0], days[0][1].text
    declared = read_day(said)
    return (declared.date, said) if declared and not any(map(str.isalpha, said)) else None


def _row(found: LineBuilder, number: int, dates: DateOptions) -> tuple[Any, str | None] | None:
    """Return the day and the name in the fields of a row, where exactly one field is a day."""
    place = found.main[number]
    if place is None or len(found.lines[number]) > _ROW:
        return None
    element = place.block.element
    fields = [text_of(one) for one in element if isinstance(one.tag, str) and one.tag in INLINE]
    fields = [field for field in fields if 0 < len(field) <= _FIELD]
    dated = ((field, day) for field in fields for day in find_dates(field, dates) if day.date)
    days = [day for field, day in dated if not is_of_change(field, day.text)]
    if len(fields) < 2 or len(days) != 1:
        return None
    return days[0], next(filter(is_name, fields), None)
