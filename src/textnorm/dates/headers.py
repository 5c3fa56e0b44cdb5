"""Lines that are nothing but a date, and Gregorian dates, for the heads of pages."""

from __future__ import annotations

import datetime
import re

from .api import check_text, find_dates
from .context import GREGORIAN, gregorian
from .results import FoundDate
from .tokenizer import tokens

#: what may stand beside a date without making the line more than a date line
_ALONE = re.compile(r"[Wrizca:,()T\-|/.!&]*")
_ANYWHERE = re.compile(GREGORIAN)
_LONGEST = 120


def date_line(line: str) -> FoundDate | None:
    """The date, when the whole line is nothing but one: with a weekday, a time, «مورخ», brackets.

    Solar Hijri or Gregorian, the latter in English or Persian words or as ``2018-09-30``.

    >>> date_line("۱۳۹۷ مهر ۸, یکشنبه").iso, date_line("Sunday, 30 September 2018").iso
    ('2018-09-30', '2018-09-30')
    >>> date_line("در ۸ مهر ۱۳۹۷ باران بارید") is None
    True
    """
    check_text("date_line()", line)
    if len(line) > _LONGEST:
        return None
    solar = [date for date in find_dates(line) if date.date is not None]
    date = solar[0] if solar else gregorian_date(line)
    if date is None:
        return None
    rest = tokens(line, 0, date.start)[0] + tokens(line, date.end, len(line))[0]
    twins = _ANYWHERE.sub("", "".join(piece.kind for piece in rest if not _lead(piece.key)))
    return date if len(solar) <= 1 and _ALONE.fullmatch(twins.replace("G", "").replace("=", "")) else None


_LEADS = frozenset(
    [
        "به",
        "در",
        "انتشار",
        "درج",
        "منتشر",
        "شده",
        "ارسال",
        "نوشته",
        "published",
        "posted",
        "updated",
        "on",
        "am",
        "pm",
        "بعدازظهر",
        "صبح",
        "عصر",
        "زمان",
    ]
)


def _lead(key: str) -> bool:
    return key in _LEADS


def gregorian_date(text: str) -> FoundDate | None:
    """The first Gregorian date of a text, in English or Persian month words or as numbers, year first.

    For the heads of pages only: :func:`find_dates` never answers with Gregorian dates.

    >>> gregorian_date("منتشر شده در ۳۰ سپتامبر ۲۰۱۸").iso
    '2018-09-30'
    """
    check_text("gregorian_date()", text)
    pieces, shape = tokens(text, 0, min(len(text), 4 * _LONGEST))
    for match in _ANYWHERE.finditer(shape):
        if _uncertain(match.group()):
            continue
        day = gregorian(pieces[match.start() : match.end()])
        if day is not None:
            return _found(text, pieces[match.start()].start, pieces[match.end() - 1].end, day)
    return None


def _uncertain(shape: str) -> bool:
    """Day and month in numbers before the year: their order is not certain."""
    return shape.endswith("g") and "N" not in shape


def _found(text: str, start: int, end: int, day: datetime.date) -> FoundDate:
    return FoundDate(start=start, end=end, text=text[start:end], date=day, kind="date", form="gregorian")
