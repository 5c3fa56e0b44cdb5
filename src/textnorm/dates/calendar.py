"""Days of the Solar Hijri calendar and their Gregorian equivalents.

The official list decides for 1206-1498 (see :mod:`textnorm.dates.official`). Outside it ``convertdate``
answers, once for each year, and :func:`is_official` says that the answer is a calculation.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from operator import index

from .official import FIRST_NOWRUZ, FIRST_YEAR, LEAP

LAST_YEAR = FIRST_YEAR + len(LEAP) - 1
#: years that ``convertdate`` can compute from the first day to the last (its astronomy ends in Gregorian 2999)
MIN_YEAR, MAX_YEAR = 1, 2377
#: days before each month of a year
DAYS_BEFORE = (0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336)

#: 1 Farvardin of each year of the list, and of the year after it, as ordinals
_NOWRUZ = tuple(accumulate((365 + int(leap) for leap in LEAP), initial=FIRST_NOWRUZ))


class InvalidDateError(ValueError):
    """A day that the Solar Hijri calendar does not have, or a text that is not one date.

    >>> to_gregorian(1402, 12, 30)
    Traceback (most recent call last):
    textnorm.dates.calendar.InvalidDateError: 1402-12-30 is not a Solar Hijri date: Esfand 1402 has 29 days
    """


def is_official(year: int) -> bool:
    """Tell whether the year is in the official list (1206-1498)."""
    return FIRST_YEAR <= year <= LAST_YEAR


@lru_cache(maxsize=1024)
def _computed_nowruz(year: int) -> int:
    """Return 1 Farvardin of a year outside the list, by convertdate (50-150 ms, hence the cache)."""
    from convertdate import persian

    return datetime.date(*persian.to_gregorian(year, 1, 1)).toordinal()


def nowruz(year: int) -> int:
    """Return 1 Farvardin of a year as a proleptic Gregorian ordinal (``datetime.date.fromordinal``).

    The first year after the list starts where its last year ends.
    """
    if FIRST_YEAR <= year <= LAST_YEAR + 1:
        return _NOWRUZ[year - FIRST_YEAR]
    return _computed_nowruz(year)


def is_leap(year: int) -> bool:
    """Tell whether Esfand of this year has 30 days.

    >>> is_leap(1403), is_leap(1404)
    (True, False)
    """
    if is_official(year):
        return LEAP[year - FIRST_YEAR] == "1"
    return nowruz(year + 1) - nowruz(year) == 366


def month_length(year: int, month: int) -> int:
    """Return the days of a month: 31 in spring and summer, then 30, and 29 or 30 in Esfand."""
    if month <= 6:
        return 31
    if month < 12:
        return 30
    return 30 if is_leap(year) else 29


def problem(year: int, month: int, day: int) -> str | None:
    """Return why the triple is no date of the calendar, or None when it is one."""
    if not MIN_YEAR <= year <= MAX_YEAR:
        return f"the year must be between {MIN_YEAR} and {MAX_YEAR}"
    if not 1 <= month <= 12:
        return "the month must be between 1 and 12"
    if not 1 <= day <= 31:
        return "the day must be between 1 and 31"
    if day > 29 and day > month_length(year, month):
        return f"{MONTHS[month - 1]} {year} has {month_length(year, month)} days"
    return None


MONTHS = (
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
    "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
)  # fmt: skip


def to_gregorian(year: int, month: int, day: int) -> datetime.date:
    """Return the Gregorian equivalent of a Solar Hijri day.

    Exact against the official list for 1206-1498; outside it computed by ``convertdate``.
    Raises :class:`InvalidDateError`, which shows the value, for a day that does not exist, and TypeError for
    anything but whole numbers.

    >>> to_gregorian(1397, 7, 8)
    datetime.date(2018, 9, 30)
    >>> to_gregorian(1403, 12, 30)  # a leap year, where popular formulas fail
    datetime.date(2025, 3, 20)
    >>> to_gregorian(1402, 12, 30)
    Traceback (most recent call last):
    textnorm.dates.calendar.InvalidDateError: 1402-12-30 is not a Solar Hijri date: Esfand 1402 has 29 days
    """
    try:
        year, month, day = index(year), index(month), index(day)
    except TypeError:
        raise TypeError(
            "to_gregorian() takes year, month and day as whole numbers; parse_date() reads a date in a str"
        ) from None
    if (why := problem(year, month, day)) is not None:
        raise InvalidDateError(f"{year}-{month:02}-{day:02} is not a Solar Hijri date: {why}")
    return day_of(year, month, day)


def day_of(year: int, month: int, day: int) -> datetime.date:
    """Return the Gregorian equivalent of a day that exists."""
    return datetime.date.fromordinal(nowruz(year) + DAYS_BEFORE[month - 1] + day - 1)


@lru_cache(maxsize=1 << 13)
def existing_day(year: int, month: int, day: int) -> datetime.date | None:
    """Return the Gregorian equivalent of a day, or None where there is no such day: texts are about few days."""
    return None if problem(year, month, day) is not None else day_of(year, month, day)


def from_gregorian(date: datetime.date) -> tuple[int, int, int]:
    """Return the Solar Hijri (year, month, day) of a Gregorian date: the way back of :func:`to_gregorian`.

    Raises :class:`InvalidDateError` before 22 March 622 and after the last full year, TypeError for what is no date.

    >>> from_gregorian(datetime.date(2018, 9, 30))
    (1397, 7, 8)
    """
    if not isinstance(date, datetime.date):
        raise TypeError(
            f"from_gregorian() takes a datetime.date, not {date!r}: datetime.date.fromisoformat() reads ISO"
        )
    ordinal = date.toordinal()
    year = _year_of(ordinal)
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise InvalidDateError(
            f"{date.isoformat()} has no Solar Hijri year between {MIN_YEAR} and {MAX_YEAR}"
        )
    rest = ordinal - nowruz(year)
    month = bisect_right(DAYS_BEFORE, rest)
    return year, month, rest - DAYS_BEFORE[month - 1] + 1


def _year_of(ordinal: int) -> int:
    if _NOWRUZ[0] <= ordinal < _NOWRUZ[-1]:
        return FIRST_YEAR + bisect_right(_NOWRUZ, ordinal) - 1
    guess = int((ordinal - FIRST_NOWRUZ) / 365.2422) + FIRST_YEAR
    year = min(max(guess, MIN_YEAR), MAX_YEAR)
    while year >= MIN_YEAR and nowruz(year) > ordinal:
        year -= 1
    while year <= MAX_YEAR and nowruz(year + 1) <= ordinal:
        year += 1
    return year


def calendar_table(year: int) -> list[tuple[int, str, datetime.date, int]]:
    """Return the months of a year: number, name, the Gregorian date of its first day, days.

    >>> calendar_table(1397)[6]
    (7, 'Mehr', datetime.date(2018, 9, 23), 30)
    """
    return [
        (month, name, to_gregorian(year, month, 1), month_length(year, month))
        for month, name in enumerate(MONTHS, 1)
    ]
