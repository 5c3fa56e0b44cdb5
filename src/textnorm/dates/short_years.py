"""Years of two digits: which century they mean, and which number of a date they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from .calendar import problem
from .candidate import Candidate
from .context import Context
from .evidence import Order, Values
from .numbers import MIXED_DIGITS, Day, Verdict, agrees_equivalent, agrees_weekday
from .official import FIRST_YEAR

#: the centuries in which a year of two digits can lie
CENTURIES = (1200, 1300, 1400)
_LAST_SHORT_YEAR = 1498
#: nobody shortens others: a weekday that fits one of them alone is rather a slip
SHORTENED = range(1300, 1451)
#: why a day of such a year is not certain
OPEN = "year of two digits"
_OPEN_ORDER = f"{OPEN}, and the order is not certain"
#: every month has at least as many days
_SHORTEST = 29


class Short(NamedTuple):
    """How a date is written whose year has two digits."""

    #: year, month and day in the order of its form, other parts where it is numeric, and their digits
    values: tuple[int, int, int]
    digits: tuple[int, int, int]
    numeric: bool
    #: written in ASCII characters only
    ascii: bool
    #: may the month stand first, as Americans write?
    month_first: bool


def short(seen: Candidate) -> Short:
    """Return how a date is written."""
    year, month, day = (seen.window.pieces[seen.at[part]] for part in "ymd")
    values, digits = (year.value, month.value, day.value), (len(year.key), len(month.key), len(day.key))
    month_first = seen.numeric and not seen.day_first and seen.separator in "/-"
    return Short(values, digits, seen.numeric, seen.ascii, month_first)


def traits(written: Short) -> tuple[bool, ...]:
    """Return what the rules about dates of such a form ask of its numbers: which can be days, and the second a month."""
    (first, second, third), (size, _, last_size) = written.values, written.digits
    if not written.numeric:
        return (1 <= third <= 31,)
    middle, ends = 1 <= second <= 12, (1 <= first <= 31, 1 <= third <= 31)
    fits = middle and ((size == 2 and ends[1]) or (last_size == 2 and ends[0]))
    return fits, *(ends if written.ascii else ())


class Reading(NamedTuple):
    """One way to read a date whose year has two digits."""

    day: Day
    order: Order


def short_year(seen: Candidate, context: Context) -> Verdict:
    """Return the day of a date whose year has two digits, if something decides its century and order."""
    written = short(seen)
    left = readings(written)
    values = _values(written, left)
    if MIXED_DIGITS.search(seen.window.text, seen.start, seen.end):
        return Verdict(values, "ambiguous", "digits of two scripts in one number")
    for evidence, agrees in (("equivalent", agrees_equivalent), ("weekday", agrees_weekday)):
        if getattr(context, evidence) is None:
            continue
        left = [reading for reading in left if agrees(reading.day, context)]
        if left and evidence == "weekday" and not any(reading.day[0] in SHORTENED for reading in left):
            return Verdict(values, "ambiguous", f"{OPEN}, and its weekday fits a far century only")
        if len(left) == 1 and not is_gregorian_too(written, context):
            return Verdict(left[0].day, "date", None, evidence)  # type: ignore[arg-type]
        if not left:
            return Verdict(values, "ambiguous", f"{OPEN}, and its {evidence} fits no century")
    return (
        by_text(seen, left)
        or by_pivot(seen, written, left)
        or Verdict(values, "ambiguous", _doubt(written, left))
    )


def undecided(written: Short) -> Verdict:
    """Return the same where nothing decides: no weekday, no equivalent, no text, no option."""
    possible = [
        (year, month, day) for _, year, month, day in orders(written) if is_possible(year, month, day)
    ]
    if len(possible) != 1:
        return Verdict(written.values, "ambiguous", _OPEN_ORDER)
    is_year = is_a_year(written, possible[0][0])
    return Verdict(possible[0], "ambiguous", OPEN if is_year else _OPEN_ORDER)


def full_years(short: int) -> list[int]:
    """Return the years that two digits can mean."""
    return [century + short for century in CENTURIES if FIRST_YEAR <= century + short <= _LAST_SHORT_YEAR]


def is_possible(short: int, month: int, day: int) -> bool:
    """Tell whether there is such a day in any century: most months have 29 days in all of them."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    return day <= _SHORTEST or any(problem(year, month, day) is None for year in full_years(short))


def _values(written: Short, left: list[Reading]) -> Values:
    """Return year, month and day as they are written, in the one order that is possible."""
    if has_one_order(left):
        return (left[0].day[0] % 100, *left[0].day[1:])
    return written.values


def _doubt(written: Short, left: list[Reading]) -> str:
    return OPEN if has_one_order(left) and is_a_year(written, left[0].day[0] % 100) else _OPEN_ORDER


def has_one_order(left: list[Reading]) -> bool:
    """Tell whether all ways to read it differ in the century only."""
    return len({reading.order for reading in left}) == 1


def is_a_year(written: Short, year: int) -> bool:
    """Tell whether its year can be no day: by itself only, the weekday or the text may know better."""
    return not written.numeric or not 1 <= year <= 31


def readings(written: Short) -> list[Reading]:
    """Return all days that a date with a year of two digits can mean."""
    found = []
    for order, year, month, day in orders(written):
        if not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        for full in full_years(year):
            if problem(full, month, day) is None:
                found.append(Reading((full, month, day), order))
    return found


def orders(written: Short) -> Iterator[tuple[Order, int, int, int]]:
    """Yield the orders in which its numbers can stand, with year, month and day."""
    (first, second, third), (size, _, last_size) = written.values, written.digits
    if not written.numeric:
        yield "dmy", first, second, third
        return
    if size == 2:
        yield "ymd", first, second, third
    if last_size == 2:
        yield "dmy", third, second, first
        if second != first and written.month_first:
            yield "mdy", third, first, second


def is_gregorian_too(written: Short, context: Context) -> bool:
    """Tell whether its weekday fits a Gregorian day with the year last as well."""
    if not written.numeric:
        return False
    for order, year, month, day in orders(written):
        if not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        for century in (1900, 2000):
            try:
                date = datetime.date(century + year, month, day)
            except ValueError:
                continue
            if order != "ymd" and date.weekday() == context.weekday:
                return True
    return False


def by_text(seen: Candidate, left: list[Reading]) -> Verdict | None:
    """Return the one day that lies near the certain days of the text, in the order of its other dates."""
    known = seen.window.evidence
    if known is None:
        return None
    near = [reading for reading in left if known.near(reading.day[0])]
    if seen.numeric and not has_one_order(near) and known.short_order:
        near = [reading for reading in near if reading.order == known.short_order]
    return Verdict(near[0].day, "date", None, "text") if len(near) == 1 else None


def by_pivot(seen: Candidate, written: Short, left: list[Reading]) -> Verdict | None:
    """Return the day in the hundred years that the options name, when its order is certain."""
    options = seen.window.options
    if (
        options.two_digit_years != "recent"
        or not has_one_order(left)
        or not is_a_year(written, left[0].day[0] % 100)
    ):
        return None
    year = full_year(left[0].day[0] % 100, options.pivot)
    same = [reading for reading in left if reading.day[0] == year]
    if same:
        return Verdict(same[0].day, "date", None, "pivot")
    _, month, day = left[0].day
    return Verdict((year, month, day), "invalid", problem(year, month, day) or "its weekday is another one")


def full_year(year: int, pivot: int) -> int:
    """Return the year of the hundred years from the pivot: with 20, 92 is 1392 and 03 is 1403."""
    return 1300 + year if year >= pivot else 1400 + year
