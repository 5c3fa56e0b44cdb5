"""Lines that differ in their numbers and plain words only are read once: a log or an archive repeats its template.

What the whole way finds in a short window is remembered under the name of the window (`masked.Masked.head`). The next
window of that name takes day, month, year and time of its dates from the same places. That is done only where nothing
but the days themselves depends on the numbers (`learning`): orders are certain, and no other number stands beside them.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from textnorm.cache import BoundedCache

from .calendar import existing_day
from .masked import Head
from .official import FIRST_YEAR
from .results import Evidence, FoundDate, found_date
from .short_years import Short, traits, undecided
from .times import read_time

#: where something stands: each end is counted from one of two places of a window, its first number and the end of the
#: month whose name is masked
Place = tuple[int, int, int, int]
Ends = tuple[int, int]


_new = tuple.__new__


class Day(NamedTuple):
    """One date of a template: its place, and where its numbers are, or the number that a word says."""

    place: Place
    year: Place | int
    #: what is added to the year: a range over Nowruz has two, and names one
    shift: int
    #: 0 is the month that is masked
    month: Place | int
    day: Place | int
    last_year: int
    weekday: int | None
    time: Place | None
    form: str
    evidence: Evidence | None

    def read(self, text: str, ends: Ends, named: int) -> FoundDate | None:
        """Return the date with the numbers of another window, or None where these are no day."""
        place, year, shift, month, day, last_year, weekday, time, form, evidence = self
        solar = (
            _number(year, text, ends) + shift,
            _number(month, text, ends) or named,
            _number(day, text, ends),
        )
        if not FIRST_YEAR <= solar[0] <= last_year or (date := existing_day(*solar)) is None:
            return None
        left, right = ends[place[0]] + place[1], ends[place[2]] + place[3]
        clock = None if time is None else _clock(time, text, ends)
        agrees = None if weekday is None else date.weekday() == weekday
        return found_date(left, text[left:right], date, "date", None, agrees, solar, form, evidence, clock)


class ShortDay(NamedTuple):
    """A date whose year has two digits, and whose century nothing decides."""

    place: Place
    year: Place | int
    month: Place | int
    day: Place | int
    #: how it is written, and what its numbers can be
    written: Short
    traits: tuple[bool, ...]
    time: Place | None
    form: str

    def read(self, text: str, ends: Ends, named: int) -> FoundDate | None:
        """Return the same with the numbers of another window, or None where these are of other kinds."""
        month = _number(self.month, text, ends) or named
        parts = _number(self.year, text, ends), month, _number(self.day, text, ends)
        # `_replace` takes three times as long
        written = _new(Short, (parts, *self.written[1:]))
        if traits(written) != self.traits:
            return None
        values, kind, reason, _ = undecided(written)
        left, right = ends[self.place[0]] + self.place[1], ends[self.place[2]] + self.place[3]
        clock = None if self.time is None else _clock(self.time, text, ends)
        return found_date(left, text[left:right], None, kind, reason, None, values, self.form, None, clock)


class Template(NamedTuple):
    """What is found in windows of one name."""

    days: tuple[Day | ShortDay, ...]
    #: whether each day of the month is greater than the one before; None for the first
    rises: tuple[bool | None, ...]
    #: may other dates of the text, or the options, decide what it leaves open?
    leaves_open: bool


def dates_of(template: Template, text: str, first: int, head: Head) -> list[FoundDate] | None:
    """Return the dates of a window of this template; None where its numbers are no days, or in another order."""
    found: list[FoundDate] = []
    ends = (first, head.month_end)
    for known, rises in zip(template.days, template.rises, strict=True):
        date = known.read(text, ends, head.month)
        if date is None or (rises is not None and does_rise(found[-1], date) is not rises):
            return None
        found.append(date)
    return found


def does_rise(before: FoundDate, date: FoundDate) -> bool:
    """Tell whether the day of the month of a date is greater than that of the date before it."""
    return (before.solar[2] or 0) < (date.solar[2] or 0)


def _number(value: Place | int, text: str, ends: Ends) -> int:
    if isinstance(value, int):
        return value
    left_end, left, right_end, right = value
    return int(text[ends[left_end] + left : ends[right_end] + right])


def _clock(time: Place, text: str, ends: Ends) -> datetime.time | None:
    return read_time(text, ends[time[0]] + time[1], ends[time[2]] + time[3])


def _never(key: str) -> Template | None:
    raise KeyError(key)


#: templates by the names of their windows; None for windows that have none
TEMPLATES: BoundedCache[str, Template | None] = BoundedCache(_never, 1 << 13, longest=160)
