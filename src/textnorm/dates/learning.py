"""How a template is made of what the whole way found in a window, and where none can be made."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from textnorm.lazy import lazy_pattern

from .candidate import Candidate
from .context import Context, read_context
from .kinds import Kind
from .line_templates import Day, Place, ShortDay, Template, does_rise
from .masked import Head, Masked
from .noun_months import may_count_weekdays
from .numbers import FIRST_LUNAR_LOOKALIKE
from .official import FIRST_YEAR, LEAP
from .results import FoundDate
from .short_years import OPEN, short, traits
from .times import time_token, zone_end

_LAST_YEAR = FIRST_YEAR + len(LEAP) - 1
#: the candidates of a window, and the dates that each of them gives
Found = list[tuple[Candidate, list[FoundDate]]]
Span = tuple[int, int]


def template_of(found: Found, text: Masked, head: Head, first: int) -> Template | None:
    """Return the template of a window with these dates; None where others of its name may be read otherwise."""
    parts = [Parts.of(found, seen, date) for seen, dates in found for date in dates]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts) or Kind.LUNAR in found[0][0].window.shape:
        return None  # a few words may stand between a date and its lunar era
    numbers = {span for part in known for span in part.numbers()}
    if not _hold_all_digits(numbers, found[0][0].window.text, head):
        return None
    edges = [edge for part in known for span in (part.place, *part.numbers()) for edge in span]
    if text.is_masked(min(edges), max(edges)):
        return None
    days = tuple(part.template(head, first) for part in known)
    leaves_open = any(isinstance(day, ShortDay) for day in days)
    rises = [does_rise(left.date, right.date) for left, right in pairwise(known)]
    return Template(days, (None, *rises), leaves_open)


class Parts(NamedTuple):
    """Where the parts of a date stand in the text, or the numbers that words say."""

    seen: Candidate
    date: FoundDate
    year: Span | int
    shift: int
    month: Span | int
    day: Span | int
    weekday: int | None
    time: Span | None

    @classmethod
    def of(cls, found: Found, seen: Candidate, date: FoundDate) -> Parts | None:
        """Return the parts of a date; None where more than its numbers say which day it is."""
        context = read_context(seen)
        if not (_is_certain(seen, date) or _is_open(seen, date, context)):
            return None
        lender = seen if "y" in seen.at else next((other for other, _ in found if "y" in other.at), seen)
        shared = date.form != seen.form.name
        year, month = _place(lender, "y"), _place(seen, "m")
        day = _shared_day(date) if shared else _place(seen, "d")
        if year is None or month is None or day is None:
            return None
        weekday = context.weekday if date.weekday_agrees is not None else None
        shift = (date.solar[0] or 0) - (lender.value("y") or 0) if date.date else 0
        time = None if shared else _time(seen, context)
        return cls(seen, date, year, shift, month, day, weekday, time)

    @property
    def place(self) -> Span:
        """Return where the date stands."""
        return self.date.start, self.date.end

    def numbers(self) -> list[Span]:
        """Return where the numbers of the date and of its time stand."""
        spans = [part for part in (self.year, self.month, self.day, self.time) if isinstance(part, tuple)]
        text = self.seen.window.text
        return spans if self.time is None else [*spans, (self.time[1], zone_end(text, self.time[1]))]

    def template(self, head: Head, first: int) -> Day | ShortDay:
        """Return the date of a template."""
        ends = (first, head.month_end)

        def placed(span: Span) -> Place:
            (left, right), behind = span, [int(index >= head.month_end) for index in span]
            return behind[0], left - ends[behind[0]], behind[1], right - ends[behind[1]]

        def number(part: Span | int) -> Place | int:
            return part if isinstance(part, int) else placed(part)

        place, year, day = placed(self.place), number(self.year), number(self.day)
        named = head.month and self.seen.window.pieces[self.seen.at["m"]].end == head.month_end
        month = 0 if named else number(self.month)
        time = None if self.time is None else placed(self.time)
        if self.date.date is None:
            written = short(self.seen)
            return ShortDay(place, year, month, day, written, traits(written), time, self.date.form)
        last_year = FIRST_LUNAR_LOOKALIKE - 1 if self.seen.form.numeric else _LAST_YEAR
        return Day(
            place,
            year,
            self.shift,
            month,
            day,
            last_year,
            self.weekday,
            time,
            self.date.form,
            self.date.evidence,
        )


def _is_certain(seen: Candidate, date: FoundDate) -> bool:
    """Tell whether the numbers of a date say which day it is, in an order that is certain."""
    if date.kind != "date" or date.evidence not in (None, "range") or date.twin_agrees is not None:
        return False
    form = seen.form
    if form.year == "two" or form.compact or (form.numeric and form.order != "ymd"):
        return False
    return Kind.SHEEN not in seen.before and not may_count_weekdays(seen)


def _is_open(seen: Candidate, date: FoundDate, context: Context) -> bool:
    """Tell whether its year has two digits, and nothing beside it decides the century."""
    if seen.form.year != "two" or date.kind != "ambiguous" or not str(date.reason).startswith(OPEN):
        return False
    return context.weekday is None and context.equivalent is None and seen.window.evidence is None


def _hold_all_digits(numbers: set[Span], text: str, head: Head) -> bool:
    """Tell whether the numbers of the dates hold every digit of what a name stands for."""
    held = sum(sum(map(str.isdigit, text[left:right])) for left, right in numbers)
    return held == sum(map(str.isdigit, text[head.start : head.end]))


#: the number of a day that shares its month with another one
_ONE_NUMBER = lazy_pattern(r"\D*+(\d++)\D*+")


def _shared_day(date: FoundDate) -> Span | None:
    match = _ONE_NUMBER.fullmatch(date.text)
    return None if match is None else (date.start + match.start(1), date.start + match.end(1))


def _time(seen: Candidate, context: Context) -> Span | None:
    """Return where the time beside a date stands."""
    index = time_token(seen.window, context.first, context.last + 1)
    return None if index is None else seen.window.pieces[index][1:3]


def _place(seen: Candidate, part: str) -> Span | int | None:
    """Return where the number of a part stands, or the number of a word; None for digits with marks in them."""
    if part not in seen.at:
        return None
    piece = seen.window.pieces[seen.at[part]]
    if not piece.key.isdigit():
        return piece.value
    end = piece.start + len(piece.key)
    return (piece.start, end) if seen.window.text[piece.start : end].isdecimal() else None
