"""convert_dates and parse_date."""

from __future__ import annotations

import datetime

from .calendar import InvalidDateError
from .find import check_text, find_dates
from .found import FoundDate
from .options import DEFAULT, DateOptions

#: a second pass finds nothing, save where a written date changed what stands beside another one
_PASSES = 8
LRI, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def convert_dates(text: str, options: DateOptions = DEFAULT) -> str:
    """The text with its Solar Hijri dates written as ISO Gregorian dates.

    Only dates that say one day for certain are written; all else comes out as it went in. The weekday beside
    a date stays, its era mark goes with the date. With ``style="append"`` the source stays and the Gregorian
    date follows in brackets, once.

    >>> convert_dates("یکشنبه ۸ مهر ۱۳۹۷")
    'یکشنبه 2018-09-30'
    >>> convert_dates("۱۳۹۷/۷/۸ و ۳۰ سپتامبر ۲۰۱۸", DateOptions(style="append"))
    '۱۳۹۷/۷/۸ (2018-09-30) و ۳۰ سپتامبر ۲۰۱۸'
    """
    check_text("convert_dates()", text)
    for _ in range(_PASSES):
        converted = _once(text, options)
        if converted == text:
            break
        text = converted
    return text


def _once(text: str, options: DateOptions) -> str:
    pieces: list[str] = []
    last = 0
    for date in find_dates(text, options):
        if date.iso is None:
            continue
        written = f"{LRI}{date.iso}{PDI}" if options.isolate else date.iso
        if options.style == "append":
            written = _appended(text, date, written)
        pieces += [text[last : date.start], written]
        last = date.end
    return "".join([*pieces, text[last:]])


def _appended(text: str, date: FoundDate, written: str) -> str:
    """The date as it stands with its twin behind it, unless a twin stands there already."""
    if date.twin_agrees is not None or text.startswith(f" ({written})", date.end):
        return date.text
    return f"{date.text} ({written})"


def parse_date(text: str) -> datetime.date:
    """The one Solar Hijri date that the text says.

    Raises :class:`InvalidDateError`, which shows the text and the reason, when it says none, or not one.

    >>> parse_date("یکشنبه ۸ مهر ۱۳۹۷")
    datetime.date(2018, 9, 30)
    >>> parse_date("مهر ۱۳۹۷")
    Traceback (most recent call last):
    textnorm.dates.calendar.InvalidDateError: 'مهر ۱۳۹۷' is not one Solar Hijri date: no day
    """
    check_text("parse_date()", text)
    found = find_dates(text)
    days = {date.date for date in found if date.date is not None}
    if len(days) == 1 and (day := days.pop()) is not None:
        return day
    reason = next((date.reason for date in found if date.reason), None)
    if reason is None:
        reason = "there are several dates in it" if days else "no date in it"
    raise InvalidDateError(f"{text[:80]!r} is not one Solar Hijri date: {reason}")
