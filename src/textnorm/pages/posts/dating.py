"""The dates of a page's lines, found once for all of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from textnorm.dates import DateOptions, FoundDate, find_dates, gregorian_date, text_evidence
from textnorm.dates.api import evidence_in, leaves_open
from textnorm.dates.gregorian import may_hold_gregorian
from textnorm.dates.header_dates import dates_of_lines, lines_with_places
from textnorm.dates.match_key import fold_text
from textnorm.dates.vocabulary import WEEKDAY, WEEKDAY_LETTERS
from textnorm.dates.windows import has_places
from textnorm.lazy import lazy_pattern

#: longer lines are not about a post
LONGEST = 160
#: how names of weekdays begin, and their letters, alone
_WEEKDAY = lazy_pattern(
    "|".join(sorted({name[:3] for name in WEEKDAY}))
    + rf"|(?<![^\W\d_])[{''.join(WEEKDAY_LETTERS)}](?![^\W\d_])"
)
_DIGIT = lazy_pattern(r"\d")
_YEAR = lazy_pattern(r"(?<!\d)(?:[1۱١][34۳۴٣٤]\d\d|[2۲٢][0۰٠][0-3۰-۳٠-٣]\d)(?!\d)")
#: how far the year of another date of the page may be from one that is written with two digits
_NEAR_YEARS = 6
#: no site stamped its posts before this year
_WEB = 2000
_OPTIONS, _IN_TEXT = DateOptions(), DateOptions(context="text")
#: a year of two digits that can be no day and no year of a Gregorian stamp, first or last: «۸۸/۰۵/۱۲»
_OF_THE_WEB = lazy_pattern(
    r"(?:[789]\d|[۷۸۹٧٨٩][\d])[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-][789]\d"
)
#: a clock with spaces before a day, whose minutes would be read with the day: «۱۷ : ۲۲ - ۱۷ خرداد ۱۴۰۲»
_SPACED_CLOCK = lazy_pattern(r"(?<![\d:])\d{1,2}\s:\s\d{2}(?=\s[-–—|]\s)")
#: a Gregorian day in numbers with the year last, and the weekday before it or a clock behind: «Wed, 03/14/2012», «14-03-2012, 08:10 PM»
_YEAR_LAST = lazy_pattern(
    r"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s|^(?=[\d/.-]{8,10},?\s{1,2}\d{1,2}:\d\d))(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>20\d\d)(?![\d/.-])",
    re.IGNORECASE,
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day_of_numbers(line: str, *, order: str = "") -> FoundDate | None:
    """Return the Gregorian day of numbers with the year last, beside its weekday or clock, which one order of month and day has.

    Else the *order* of the page's other days decides, "month" or "day" first.

    >>> day_of_numbers("on Wed, 03/14/2012").date.isoformat(), day_of_numbers("03/02/2012")
    ('2012-03-14', None)
    >>> day_of_numbers("14-03-2012, 08:10 PM").date.isoformat(), day_of_numbers("02-03-2012, 08:10 PM")
    ('2012-03-14', None)
    >>> day_of_numbers("Fri, 03/02/2012"), day_of_numbers("Fri, 03/02/2012", order="month").date.isoformat()
    (None, '2012-03-02')
    """
    written = _YEAR_LAST.search(line)
    days = _days(written) if written else {}
    found = days.get(order) or (next(iter(days.values())) if len(set(days.values())) == 1 else None)
    if written is None or found is None:
        return None
    start, end = written.start("first"), written.end()
    return FoundDate(start, end, line[start:end], found, "gregorian", form="gregorian")


def order_of_numbers(lines: Iterable[str]) -> str:
    """Return which comes first where a page writes its Gregorian days in numbers with the year last: nothing where no line tells."""
    written = filter(None, map(_YEAR_LAST.search, lines))
    orders = {order for days in map(_days, written) if len(days) == 1 for order in days}
    return orders.pop() if len(orders) == 1 else ""


def _days(written: re.Match[str]) -> dict[str, datetime.date]:
    """Return the days that numbers may say, by what comes first: those with the weekday beside them, if one stands there."""
    first, second, year = (int(written[name]) for name in ("first", "second", "year"))
    days = {"month": _day(year, first, second), "day": _day(year, second, first)}
    weekday = (written["weekday"] or "").casefold()
    return {order: day for order, day in days.items() if day and weekday in ("", _WEEKDAYS[day.weekday()])}


def _day(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def _without_clock(line: str) -> str:
    """Return a line with spaces where such a clock stands: all else keeps its place."""
    return _SPACED_CLOCK.sub(lambda clock: " " * len(clock[0]), line) if " : " in line else line


def _is_open(date: FoundDate) -> bool:
    """Tell whether a date is one that other dates may decide."""
    return date.date is None and date.kind == "ambiguous"


def _hangs(date: FoundDate) -> bool:
    """Tell whether a date hangs, or may hang, on the other dates of its page."""
    short = date.date is None and "two-digit" in date.form
    return short or date.evidence == "text" or leaves_open(date)


def may_have_weekday(lines: Sequence[str]) -> list[bool]:
    """Tell which lines may hold a Solar Hijri date with its weekday: a look at all of them spares most the search.

    >>> may_have_weekday(["سه شنبه ۸ مهر ۱۳۹۷", "۸ مهر ۱۳۹۷", "سه شنبه"])
    [True, False, False]
    """
    near = lines_with_places(lines)
    return [
        number in near and _WEEKDAY.search(fold_text(line)) is not None and has_places(line, _OPTIONS)
        for number, line in enumerate(lines)
    ]


class Dating:
    """The dates of one page, found once: the page's other dates decide what one of them leaves open."""

    def __init__(self, options: DateOptions = _OPTIONS, lines: Iterable[str] = ()) -> None:
        self.options = replace(options, context="text")
        #: whether the options leave all to the text, in the Solar Hijri calendar alone
        self.plain = self.options == _IN_TEXT
        page = [line for line in dict.fromkeys(lines) if _DIGIT.search(line)]
        lines = [line for line in page if len(line) <= LONGEST]
        self._order = order_of_numbers(lines)
        years = set(map(int, _YEAR.findall("\n".join(lines))))
        self._years = {year if year < 1900 else year - 621 for year in years}
        self._found = dict(zip(lines, self._dates_of(lines), strict=True)) if lines else {}
        if len(page) > len(lines) and any(map(_is_open, chain(*self._found.values()))):
            self._ask(page)

    def _dates_of(self, lines: Sequence[str]) -> list[Sequence[FoundDate]]:
        """Return the dates of the lines of a page, which decide what one of them leaves open."""
        lines = [*map(_without_clock, lines)]
        if not self.plain:
            return dates_of_lines(lines, self.options)
        found = dates_of_lines(lines)
        every = [*chain(*found)]
        evidence = evidence_in("\n\n".join(lines), every) if any(map(leaves_open, every)) else None
        if evidence is None:
            return found
        return [
            find_dates(line, _OPTIONS, evidence=evidence) if any(map(leaves_open, dates)) else dates
            for line, dates in zip(lines, found, strict=True)
        ]

    def _ask(self, page: Sequence[str]) -> None:
        """Let the dates inside the texts of the page decide, too, what one of a short line leaves open."""
        evidence = text_evidence("\n\n".join(page), self.options)
        for line, found in self._found.items():
            if evidence and any(map(_is_open, found)):
                self._found[line] = find_dates(line, self.options, evidence=evidence)

    def dates_in(self, line: str) -> Sequence[FoundDate]:
        """Return the dates of a line."""
        found = self._found.get(line)
        return find_dates(_without_clock(line), self.options) if found is None else found

    def decides(self, line: str) -> bool:
        """Tell whether its page, or the options, may say more of the dates of a line than the line itself."""
        return not self.plain or _YEAR_LAST.search(line) is not None or any(map(_hangs, self.dates_in(line)))

    def gregorian_in(self, line: str) -> FoundDate | None:
        """Return the Gregorian date of a line."""
        return gregorian_date(line) or day_of_numbers(line, order=self._order)

    def may_date(self, line: str) -> bool:
        """Tell whether a line may hold a date, Solar Hijri or Gregorian: a look that spares most lines the search."""
        if self.options.gregorian or self.options.reference is not None:
            return True
        found = self._found.get(line)
        solar = has_places(line, self.options) if found is None else bool(found)
        return solar or may_hold_gregorian(line)

    def day(self, found: FoundDate, line: str, *, stamped: bool = False) -> datetime.date | None:
        """Return the day of a date; one with a year of two digits also by the years that the page writes.

        Where it writes none, a month by name with a time of day (*stamped*) is the stamp of a site: no older than the web.
        So are numbers of which one can only be the year.
        """
        named = "-" not in found.text and "/" not in found.text
        stamped = stamped and not self._years and (named or _OF_THE_WEB.fullmatch(found.text) is not None)
        if found.date is not None or "two-digit" not in found.form or not (self._years or stamped):
            return found.date
        read = find_dates(line, DateOptions(two_digit_years="recent", pivot=self.options.pivot))
        again = next((date for date in read if date.start == found.start and date.date), None)
        if again is None or again.weekday_agrees is False:
            return None
        if stamped:
            return again.date if again.date and again.date.year >= _WEB else None
        near = any(abs((again.solar[0] or 0) - year) <= _NEAR_YEARS for year in self._years)
        return again.date if near else None
