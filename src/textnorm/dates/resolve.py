"""Read a candidate: its kind, its day, and the reason when the text does not say one for certain."""

from __future__ import annotations

import datetime
import re

from .calendar import day_of, is_official, problem, to_gregorian
from .candidate import Candidate, Window, candidate
from .context import Context, read_context
from .filters import is_rejected
from .forms import SHAPE
from .official import FIRST_YEAR
from .ranges import earlier_days, inherit_years, later_day
from .results import FoundDate, Kind

#: lunar years 1406-1500 are 1986-2077 and look the same as numbers
FIRST_LUNAR_LOOKALIKE = 1406
Values = tuple[int | None, int | None, int | None]
Judgement = tuple[Kind, str | None]
#: every form needs one of these; to look for them first is cheaper where a date was the last one
_PLACE = re.compile("[nYC]")


def dates_of(window: Window) -> list[FoundDate]:
    """The dates of one window, ranges opened."""
    found: list[tuple[Candidate, FoundDate]] = []
    index = 0
    while _PLACE.search(window.shape, index) and (match := SHAPE.search(window.shape, index)) is not None:
        seen = candidate(window, match)
        date = read(seen)
        if date is None and seen.form.year == "two" and not seen.numeric:
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
    """The date of a candidate, or None when something context it says that it is none."""
    if is_rejected(seen):
        return None
    context = read_context(seen)
    if context.foreign:
        return None
    values = values_of(seen, context)
    kind, reason = judge(seen, values, context)
    date, kind, reason = convert(kind, reason, values)
    pieces = seen.window.pieces
    start = pieces[seen.at["d"] if "d0" in seen.at else context.first].start
    end = pieces[context.last].end
    year = values[0]
    return FoundDate(
        start=start,
        end=end,
        text=seen.window.text[start:end],
        date=date,
        kind=kind,
        reason=reason,
        weekday_agrees=date.weekday() == context.weekday if date and context.weekday is not None else None,
        twin_agrees=date == context.equivalent if date and context.equivalent else None,
        official=year is None or year < 100 or is_official(year),
        solar=values,
        form=seen.form.name,
    )


def values_of(seen: Candidate, context: Context) -> Values:
    """Year, month and day: as written, in the order that is certain."""
    year, month, day = seen.value("y"), seen.value("m"), seen.value("d")
    if seen.form.compact and year is not None:
        return year // 10000, year // 100 % 100, year % 100
    if seen.numeric and seen.form.order == "dmy" and month_first(seen, context):
        month, day = day, month
    if seen.form.year == "two":
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


def judge(candidate: Candidate, values: Values, context: Context) -> Judgement:
    """What the candidate is: ``date`` when year, month and day are certain."""
    year, month, day = values
    if candidate.form.year == "two":
        return two_digits(candidate)
    if year is None:
        return "partial", "no year"
    if day is None:
        return "partial", "no day"
    if month is None or not 1 <= month <= 12:
        return "invalid", "the month must be between 1 and 12"
    if not candidate.numeric:
        return "date", None
    return numeric(candidate, (year, month, day), context)


def two_digits(candidate: Candidate) -> Judgement:
    """A year of two digits: refused, or read by the pivot when the order is certain."""
    if candidate.window.options.two_digit_years == "refuse":
        return "ambiguous", "year of two digits"
    shape, at = candidate.window.shape, candidate.at
    if candidate.numeric and shape[at["y"]] == "n" and shape[at["d"]] == "n":
        return "ambiguous", "year of two digits, and the order is not certain"
    return "date", None


def numeric(candidate: Candidate, values: tuple[int, int, int], context: Context) -> Judgement:
    """Numbers alone: the order and the calendar must be certain."""
    year = values[0]
    sure = context.solar or is_confirmed(values, context)
    last = candidate.form.order == "dmy"
    if last and context.equivalent is None and either_order(candidate, values, context):
        return "ambiguous", "day and month may stand in either order"
    if sure:
        return "date", None
    if context.hijri:
        return "ambiguous", "«هجری» may be solar or lunar"
    if year >= FIRST_LUNAR_LOOKALIKE:
        return "ambiguous", "lunar years 1406-1500 look the same: no era or weekday decides"
    if year < FIRST_YEAR:
        return "ambiguous", "a year before the official calendar, without an era"
    return "date", None


def is_confirmed(values: tuple[int, int, int], context: Context) -> bool:
    """Does the weekday or the Gregorian equivalent beside the numbers agree with them?"""
    if (context.equivalent is None and context.weekday is None) or problem(*values) is not None:
        return False
    date = to_gregorian(*values)
    return context.equivalent == date or context.weekday == date.weekday()


def either_order(candidate: Candidate, values: tuple[int, int, int], context: Context) -> bool:
    """Could an English reader mean month/day/year?"""
    year, month, day = values
    if day > 12 or day == month or candidate.window.shape[candidate.first + 1] not in "/-":
        return False
    if fits(values, context) is not fits((year, day, month), context):
        return False
    return (candidate.ascii and candidate.in_latin) or candidate.latin_era


def fits(values: tuple[int, int, int], context: Context) -> bool:
    """Is the weekday beside it that of the day?"""
    if context.weekday is None or problem(*values) is not None:
        return False
    return to_gregorian(*values).weekday() == context.weekday


def month_first(candidate: Candidate, context: Context) -> bool:
    """Month/day/year for certain: its weekday says so, or a solar era and a middle number that is no month."""
    pieces, at = candidate.window.pieces, candidate.at
    year, month, day = (pieces[at[part]].value for part in "ymd")
    if max(month, day) <= 12:
        return fits((year, day, month), context) and not fits((year, month, day), context)
    return context.solar and candidate.window.shape[candidate.first + 1] == "/" and month > 12 >= day
