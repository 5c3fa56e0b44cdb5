"""Gregorian dates in a text: to check a Solar Hijri date beside them, for the heads of pages, and on request."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from textnorm import chars

from .adjacency import glued_after, glued_before
from .kinds import Token
from .results import FoundDate
from .tokenizer import tokens
from .windows import around

#: over the kinds of tokens: 2018-09-30, 30/09/2018, «۳۰ سپتامبر ۲۰۱۸», September 30, 2018, 2018 Sep 30
GREGORIAN = r"(?:g(?P<s>[-/.])(?:n)(?P=s)n|n(?P<t>[-/.])n(?P=t)g|ni?N[,i]{0,2}g|Nn,?g|g,?Nn)"
_DATE = re.compile(GREGORIAN)
_YEAR = re.compile(
    rf"(?<![{chars.DIGITS}])[12۱۲١٢][0-26-9۰-۲۶-۹٠-٢٦-٩][{chars.DIGITS}]{{2}}(?![{chars.DIGITS}])"
)


def gregorian_dates(text: str) -> Iterator[FoundDate]:
    """Yield the certain Gregorian dates of a text: with the name of a month, or in numbers with the year first."""
    hits = (match.span() for match in _YEAR.finditer(text))
    for start, end in around(text, hits):
        yield from _in_window(text, start, end)


def with_gregorian(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Return the dates of a text with its Gregorian dates among them."""
    taken = {index for date in found for index in (date.start, date.end - 1)}
    others = (date for date in gregorian_dates(text) if not {date.start, date.end - 1} & taken)
    return sorted([*found, *others], key=lambda date: date.start)


def gregorian_days(text: str) -> Iterator[datetime.date]:
    """Yield the days of the certain Gregorian dates of a text."""
    for found in gregorian_dates(text):
        if found.date is not None:
            yield found.date


def _in_window(text: str, start: int, end: int) -> Iterator[FoundDate]:
    pieces, shape = tokens(text, start, end)
    for match in _DATE.finditer(shape):
        first, last = pieces[match.start()].start, pieces[match.end() - 1].end
        if is_uncertain(match.group()) or glued_before(text, first, False) or glued_after(text, last, False):
            continue
        day = gregorian(pieces[match.start() : match.end()])
        if day is not None:
            yield FoundDate(first, last, text[first:last], day, "gregorian", form="gregorian")


def is_uncertain(shape: str) -> bool:
    """Tell whether day and month stand in numbers before the year: their order is not certain."""
    return shape.endswith("g") and "N" not in shape


def gregorian(pieces: list[Token]) -> datetime.date | None:
    """Return the day of the tokens of a Gregorian date."""
    year = next(piece.value for piece in pieces if piece.kind == "g")
    month = next((piece.value for piece in pieces if piece.kind == "N"), None)
    numbers = [piece.value for piece in pieces if piece.kind == "n"]
    if month is None:
        month, day = numbers if pieces[0].kind == "g" else reversed(numbers)
    else:
        day = numbers[0]
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
