"""find_dates: candidate windows → tokens → forms → checks → dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from . import beside, guards
from .calendar import InvalidDateError, is_official, month_length, problem, to_gregorian
from .found import FoundDate, Kind
from .grammar import SHAPE, Form, parts
from .options import DEFAULT, DateOptions
from .scan import windows
from .tokens import Token, tokens

_BYTES = "{} needs a str, not {}: decode the bytes first, for example data.decode('utf-8')"


def check_text(name: str, text: object) -> None:
    """Raise a TypeError that says what to do when the text is not a str."""
    if not isinstance(text, str):
        raise TypeError(_BYTES.format(name, type(text).__name__))


def find_dates(text: str, options: DateOptions = DEFAULT) -> list[FoundDate]:
    """The Solar Hijri dates of a text, in order, with offsets (code points) into it.

    Day, month and year are read in the forms of :mod:`textnorm.dates.grammar`, with the digits, spellings and
    invisible marks that scraped text has. What does not say one day for certain is answered with a reason
    and ``date=None``; Gregorian and lunar dates, prices, phone numbers and the like are not answered at all.

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
        found.extend(Window(text, tokens(text, start, end), options).dates())
    if options.reference is not None:
        from .relative import with_reference

        return with_reference(text, found, options.reference)
    return found


class Window:
    """The tokens of one window and their shape; reads the dates in it."""

    __slots__ = ("options", "pieces", "shape", "text")

    def __init__(self, text: str, pieces: list[Token], options: DateOptions) -> None:
        self.text = text
        self.pieces = pieces
        self.options = options
        self.shape = "".join([piece.kind for piece in pieces])

    def dates(self) -> list[FoundDate]:
        """All dates of the window, ranges opened."""
        found: list[tuple[int, int, FoundDate]] = []
        index = 0
        while (match := SHAPE.search(self.shape, index)) is not None:
            form, at = parts(match)
            index = match.end()
            if (date := self.read(form, match, at)) is None:
                index = match.start() + 1
                continue
            found.extend(self.earlier_days(match, at, date))
            found.append((match.start(), match.end(), date))
        return [date for _, _, date in beside.inherit_years(self.text, self.shape, found)]

    # --- one date ------------------------------------------------------------------------------------
    def read(self, form: Form, match: re.Match[str], at: dict[str, int]) -> FoundDate | None:
        """The date of a match, or None when something around it says that it is none."""
        first, last = match.span()
        if guards.refuses(self.text, self.pieces, self.shape, form, first, last, self.options):
            return None
        around = beside.look(self.pieces, self.shape, first, last, form.name.startswith("numeric"))
        if around.foreign:
            return None
        year, month, day = self.values(form, at)
        start = self.pieces[at["d"] if "d0" in at else around.first].start
        end = self.pieces[around.last].end
        kind, reason = guards.judge(
            self.text, self.pieces, self.shape, form, at, (year, month, day), around, self.options
        )
        if kind == "date":
            year = guards.full_year(year, form, self.options)
        date, kind, reason = self.convert(kind, reason, year, month, day)
        return FoundDate(
            start=start,
            end=end,
            text=self.text[start:end],
            date=date,
            kind=kind,
            reason=reason,
            weekday_agrees=None
            if date is None or around.weekday is None
            else date.weekday() == around.weekday,
            twin_agrees=None if date is None or around.twin is None else date == around.twin,
            official=year is None or year < 1000 or is_official(year),
            solar=(year, month, day),
            form=form.name,
        )

    def values(self, form: Form, at: dict[str, int]) -> tuple[int | None, int | None, int | None]:
        """Year, month and day as written."""
        if form.name == "compact":
            value = self.pieces[at["y"]].value
            return value // 10000, value // 100 % 100, value % 100
        year, month, day = (self.pieces[at[name]].value if name in at else None for name in "ymd")
        if (
            form.name == "numeric, two-digit year"
            and self.shape[at["y"]] == "n"
            and self.shape[at["d"]] == "y"
        ):
            year, day = day, year
        return year, month, day

    def convert(
        self, kind: Kind, reason: str | None, year: int | None, month: int | None, day: int | None
    ) -> tuple[datetime.date | None, Kind, str | None]:
        """The Gregorian day where the kind allows one; a day that does not exist is invalid."""
        if year is None or month is None or day is None or year < 100:
            return None, kind, reason
        if (why := problem(year, month, day)) is not None:
            return None, "invalid", why
        return (to_gregorian(year, month, day) if kind == "date" else None), kind, reason

    # --- ranges --------------------------------------------------------------------------------------
    def earlier_days(
        self, match: re.Match[str], at: dict[str, int], date: FoundDate
    ) -> Iterator[tuple[int, int, FoundDate]]:
        """The days written before the date that share its month and year: «۸ تا ۱۲ مهر ۱۳۹۷»."""
        year, month, _ = date.solar
        if date.date is None or year is None or month is None:
            return
        indexes = [at["d0"]] if "d0" in at else beside.days_before(self.shape, self.pieces, match.start(), at)
        for index in indexes:
            piece = self.pieces[index]
            if piece.value > month_length(year, month):
                continue
            try:
                day = to_gregorian(year, month, piece.value)
            except InvalidDateError:
                continue
            start = self.pieces[at["m"]].start if "d0" in at else piece.start
            yield (
                index,
                index + 1,
                FoundDate(
                    start=start,
                    end=piece.end,
                    text=self.text[start : piece.end],
                    date=day,
                    kind="date",
                    official=date.official,
                    solar=(year, month, piece.value),
                    form="range",
                ),
            )
