"""The kind of a date, and the reason when the text does not say its day for certain."""

from __future__ import annotations

from .beside import Around
from .calendar import problem, to_gregorian
from .candidate import Candidate
from .found import Kind
from .official import FIRST_YEAR

#: lunar years 1406-1500 are 1986-2077 and look the same as numbers
FIRST_LUNAR_LOOKALIKE = 1406
Values = tuple[int | None, int | None, int | None]
Judgement = tuple[Kind, str | None]


def judge(candidate: Candidate, values: Values, around: Around) -> Judgement:
    """What the candidate is: ``date`` when year, month and day are certain."""
    year, month, day = values
    if "two-digit" in candidate.form.name:
        return two_digits(candidate)
    if year is None:
        return "partial", "no year"
    if day is None:
        return "partial", "no day"
    if month is None or not 1 <= month <= 12:
        return "invalid", "the month must be between 1 and 12"
    if not candidate.numeric:
        return "date", None
    return numeric(candidate, (year, month, day), around)


def two_digits(candidate: Candidate) -> Judgement:
    """A year of two digits: refused, or read by the pivot when the order is certain."""
    if candidate.window.options.two_digit_years == "refuse":
        return "ambiguous", "year of two digits"
    shape, at = candidate.window.shape, candidate.at
    if candidate.numeric and shape[at["y"]] == "n" and shape[at["d"]] == "n":
        return "ambiguous", "year of two digits, and the order is not certain"
    return "date", None


def numeric(candidate: Candidate, values: tuple[int, int, int], around: Around) -> Judgement:
    """Numbers alone: the order and the calendar must be certain."""
    year = values[0]
    sure = around.solar or witnessed(values, around)
    last = candidate.form.name == "numeric, year last"
    if last and around.twin is None and either_order(candidate, values, around):
        return "ambiguous", "day and month may stand in either order"
    if sure:
        return "date", None
    if around.hijri:
        return "ambiguous", "«هجری» may be solar or lunar"
    if year >= FIRST_LUNAR_LOOKALIKE:
        return "ambiguous", "lunar years 1406-1500 look the same: no era or weekday decides"
    if year < FIRST_YEAR:
        return "ambiguous", "a year before the official calendar, without an era"
    return "date", None


def witnessed(values: tuple[int, int, int], around: Around) -> bool:
    """Does the weekday or the Gregorian twin beside the numbers agree with them?"""
    if (around.twin is None and around.weekday is None) or problem(*values) is not None:
        return False
    date = to_gregorian(*values)
    return around.twin == date or around.weekday == date.weekday()


def either_order(candidate: Candidate, values: tuple[int, int, int], around: Around) -> bool:
    """Could an English reader mean month/day/year?"""
    year, month, day = values
    if day > 12 or day == month or candidate.window.shape[candidate.first + 1] not in "/-":
        return False
    if fits(values, around) is not fits((year, day, month), around):
        return False
    return (candidate.ascii and candidate.in_latin) or candidate.latin_era


def fits(values: tuple[int, int, int], around: Around) -> bool:
    """Is the weekday beside it that of the day?"""
    if around.weekday is None or problem(*values) is not None:
        return False
    return to_gregorian(*values).weekday() == around.weekday


def month_first(candidate: Candidate, around: Around) -> bool:
    """Month/day/year for certain: its weekday says so, or a solar era and a middle number that is no month."""
    pieces, at = candidate.window.pieces, candidate.at
    year, month, day = (pieces[at[part]].value for part in "ymd")
    if max(month, day) <= 12:
        return fits((year, day, month), around) and not fits((year, month, day), around)
    return around.solar and candidate.window.shape[candidate.first + 1] == "/" and month > 12 >= day
