"""What the other dates of a text say about one that leaves a choice: its century, its order, its calendar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .forms import NUMBERS, SHORT_NUMBERS, YEAR_LAST
from .results import FoundDate

Order = Literal["ymd", "dmy", "mdy"]
Values = tuple[int | None, int | None, int | None]
#: a year of two digits is read within this many years of the certain days of its text
REACH = 30
#: within this many years of them, numbers are not read as lunar years
_CALENDAR_REACH = 5
_NUMBERS = lazy_pattern(f"[{chars.DIGITS}]+")
#: days that say nothing about others, since others or an option decided them
_BORROWED = frozenset({"text", "pivot", "reference"})


class TextEvidence(NamedTuple):
    """What is certain in a text, for its dates that are not. `text_evidence` reads it."""

    #: the first and last Solar Hijri year of its certain days
    years: tuple[int, int] | None = None
    #: in which order its numeric dates with the year last have day and month
    order: Order | None = None
    #: the same of numeric dates with a year of two digits
    short_order: Order | None = None
    #: are there numeric dates that are Solar Hijri for certain?
    solar: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is any evidence."""
        return self.years is not None

    def near(self, year: int, reach: int = REACH) -> bool:
        """Tell whether a year is one that the text is about."""
        return self.years is not None and self.years[0] - reach <= year <= self.years[1] + reach

    def solar_near(self, year: int) -> bool:
        """Tell whether numbers of this year are Solar Hijri, as others of the text are."""
        return self.solar and self.near(year, _CALENDAR_REACH)


def gather(found: Iterable[FoundDate], gregorian_years: Iterable[int]) -> TextEvidence:
    """Return what the certain days among the dates of a text say, and the years of its Gregorian dates."""
    certain = [date for date in found if date.date is not None and date.evidence not in _BORROWED]
    years = [date.solar[0] for date in certain if date.solar[0] is not None] + list(gregorian_years)
    return TextEvidence(
        years=(min(years), max(years)) if years else None,
        order=_agreed(_order(date) for date in certain if date.form in YEAR_LAST),
        short_order=_agreed(_order(date) for date in found if date.form in SHORT_NUMBERS),
        solar=any(date.form in NUMBERS for date in certain),
    )


def _agreed(orders: Iterable[Order | None]) -> Order | None:
    """Return the one order that all dates have which show one."""
    seen = {order for order in orders if order}
    return seen.pop() if len(seen) == 1 else None


def _order(date: FoundDate) -> Order | None:
    """Return the order that the numbers of a date can only have, or that decided its day."""
    numbers = [int(number) for number in _NUMBERS.findall(date.text)[:3]]
    orders: dict[Order, list[int]] = {"ymd": numbers, "dmy": numbers[::-1], "mdy": _us(numbers)}
    possible = [
        order
        for order, values in orders.items()
        if _fits(*values) and (date.date is None or tuple(values[1:]) == date.solar[1:])
    ]
    return possible[0] if len(possible) == 1 else None


def _us(numbers: list[int]) -> list[int]:
    return [numbers[2], numbers[0], numbers[1]]


def _fits(year: int, month: int, day: int) -> bool:
    """Tell whether the numbers can stand in this order: a day is no year and has no more than 31."""
    return 1 <= month <= 12 and 1 <= day <= 31 and (year > 1000 or 0 <= year <= 99)
