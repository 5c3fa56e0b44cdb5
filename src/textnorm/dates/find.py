"""find_dates: windows → tokens → forms → checks → dates."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from . import beside
from .calendar import day_of, is_official, problem
from .candidate import Candidate, Window, candidate
from .found import FoundDate, Kind
from .grammar import SHAPE
from .judge import Values, judge, month_first
from .options import DEFAULT, DateOptions
from .ranges import earlier_days, inherit_years, later_day
from .refuse import refuses
from .relative import with_reference
from .scan import windows
from .tokens import tokens

_BYTES = "{} needs a str, not {}: decode the bytes first, for example data.decode('utf-8')"


def check_text(name: str, text: object) -> None:
    """Raise a TypeError that says what to do when the text is not a str."""
    if not isinstance(text, str):
        raise TypeError(_BYTES.format(name, type(text).__name__))


def find_dates(text: str, options: DateOptions = DEFAULT) -> list[FoundDate]:
    """The Solar Hijri dates of a text, in order, with offsets (code points) into it.

    Day, month and year are read in the forms of :mod:`textnorm.dates.grammar`, with the digits, spellings
    and invisible marks that scraped text has. What does not say one day for certain is answered with a reason
    and ``date=None``; Gregorian and lunar dates, prices, phone numbers and the like are not answered at all.
    Bytes raise a ``TypeError``. The calendar is the official one (see :func:`to_gregorian`); the forms are
    those of CLDR and of written Persian, Dari, Pashto, Sorani, English and their neighbours.

    >>> [(d.text, d.iso) for d in find_dates("دیدار یکشنبه ۸ مهر ۱۳۹۷ بود.")]
    [('۸ مهر ۱۳۹۷', '2018-09-30')]
    >>> [(d.text, d.iso, d.kind) for d in find_dates("در مهر ۱۳۹۷ و 14مهر92")]
    [('مهر ۱۳۹۷', None, 'partial'), ('14مهر92', None, 'ambiguous')]
    >>> find_dates("۳۰ سپتامبر ۲۰۱۸، ۲۰ محرم ۱۴۴۰، خبرگزاری مهر")
    []
    """
    check_text("find_dates()", text)
    found: list[FoundDate] = []
    for start, end in windows(text, options):
        found += dates_of(Window(text, *tokens(text, start, end), options))
    found = apart(text, found)
    if options.reference is not None:
        return with_reference(text, found, options.reference)
    return found


def apart(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """The dates with an era between two of them left to the first.

    >>> [date.text for date in find_dates("1مهر ه1مهر")]
    ['1مهر ه', '1مهر']
    """
    last = 0
    clear: list[FoundDate] = []
    for date in found:
        if date.start < last:
            start = last + len(text[last : date.end]) - len(text[last : date.end].lstrip())
            date = replace(date, start=start, text=text[start : date.end])
        clear.append(date)
        last = date.end
    return clear


#: every form needs one of these; to look for them first is cheaper where a date was the last one
_PLACE = re.compile("[nYC]")


def dates_of(window: Window) -> list[FoundDate]:
    """The dates of one window, ranges opened."""
    found: list[tuple[Candidate, FoundDate]] = []
    index = 0
    while _PLACE.search(window.shape, index) and (match := SHAPE.search(window.shape, index)) is not None:
        seen = candidate(window, match)
        date = read(seen)
        if date is None and seen.form.name == "two-digit year":
            shorter = SHAPE.match(window.shape, seen.first, seen.last - 1)
            seen = candidate(window, shorter) if shorter else seen
            date = read(seen)
        index = seen.first + 1 if date is None else seen.last
        if date is not None:
            found.append((seen, date))
    if len(found) > 1:
        inherit_years(found)
    return [day for seen, date in found for day in (*earlier_days(seen, date), date, *later_day(seen, date))]


def read(seen: Candidate) -> FoundDate | None:
    """The date of a candidate, or None when something around it says that it is none."""
    if refuses(seen):
        return None
    around = beside.look(seen)
    if around.foreign:
        return None
    values = values_of(seen, around)
    kind, reason = judge(seen, values, around)
    date, kind, reason = convert(kind, reason, values)
    pieces = seen.window.pieces
    start = pieces[seen.at["d"] if "d0" in seen.at else around.first].start
    end = pieces[around.last].end
    year = values[0]
    return FoundDate(
        start=start,
        end=end,
        text=seen.window.text[start:end],
        date=date,
        kind=kind,
        reason=reason,
        weekday_agrees=date.weekday() == around.weekday if date and around.weekday is not None else None,
        twin_agrees=date == around.twin if date and around.twin else None,
        official=year is None or year < 100 or is_official(year),
        solar=values,
        form=seen.form.name,
    )


def values_of(seen: Candidate, around: beside.Around) -> Values:
    """Year, month and day: as written, in the order that is certain."""
    year, month, day = seen.value("y"), seen.value("m"), seen.value("d")
    if seen.form.name == "compact" and year is not None:
        return year // 10000, year // 100 % 100, year % 100
    if seen.form.name == "numeric, year last" and month_first(seen, around):
        month, day = day, month
    if "two-digit" in seen.form.name:
        if seen.numeric and seen.window.shape[seen.at["d"]] == "y":
            year, day = day, year
        if seen.window.options.two_digit_years == "recent":
            year = full_year(year or 0, seen.window.options.pivot)
    return year, month, day


def full_year(year: int, pivot: int) -> int:
    """The year of the hundred years from the pivot: with 20, 92 is 1392 and 03 is 1403."""
    return 1300 + year if year >= pivot else 1400 + year


def convert(kind: Kind, reason: str | None, values: Values) -> tuple[datetime.date | None, Kind, str | None]:
    """The Gregorian day where the kind allows one; a day that does not exist is invalid."""
    year, month, day = values
    if year is None or month is None or day is None or year < 100:
        return None, kind, reason
    if (why := problem(year, month, day)) is not None:
        return None, "invalid", why
    return (day_of(year, month, day) if kind == "date" else None), kind, reason
