"""Gregorian dates in a text: to check a Solar Hijri date beside them, for the heads of pages, and on request."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .adjacency import glued_after, glued_before
from .kinds import Kind, Token
from .match_key import fold
from .months import GREGORIAN_ALONE, LEVANT_MONTHS
from .named import NAMED_AFTER_A_DAY, is_versioned
from .results import Evidence, FoundDate
from .window_pieces import tokens_of
from .windows import around

#: over the kinds of tokens: 2018-09-30, 30/09/2018, «۳۰ سپتامبر سال ۲۰۱۸», September 30, 2018, 2018 Sep 30
GREGORIAN = r"(?:g(?P<s>[-/.])(?:n)(?P=s)n|n(?P<t>[-/.])n(?P=t)g|n[ia]?Na?[,i]{0,2}s?g|N[.!]?n,?g|g,?Nn)"
_DATE = lazy_pattern(GREGORIAN)
#: how far before a day a name is looked for
_NEAR = 30
_DAY_MONTH = lazy_pattern(
    rf"(?<![{chars.DIGITS}/.,٫٬-])([{chars.DIGITS}]{{1,2}})[ \u00a0]{{0,2}}([^\W\d_]{{3,12}})(?!\w)"
)
_YEAR = lazy_pattern(
    rf"(?<![{chars.DIGITS}])[12۱۲١٢][0-26-9۰-۲۶-۹٠-٢٦-٩][{chars.DIGITS}]{{2}}(?![{chars.DIGITS}])"
)


def gregorian_dates(text: str) -> Iterator[FoundDate]:
    """Yield the certain Gregorian dates of a text: with the name of a month, or in numbers with the year first."""
    hits = [match.span() for match in _YEAR.finditer(text)]
    for start, end, _, _ in around(text, hits):
        yield from _in_window(text, start, end)


def may_hold_gregorian(text: str) -> bool:
    """Tell whether a text may hold what `gregorian_dates` finds: a cheap look."""
    return _YEAR.search(text) is not None


def days_without_year(text: str, reference: datetime.date | None) -> Iterator[FoundDate]:
    """Yield days of Gregorian months without a year, «۱۳ مارچ»: a day only in the year that a reference brings near."""
    for match in _DAY_MONTH.finditer(text):
        month = GREGORIAN_ALONE.get(fold(match[2]))
        if month is None or glued_before(text, match.start(), False):
            continue
        if NAMED_AFTER_A_DAY.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        start, end, day = match.start(), match.end(), int(match[1])
        nearest = _nearest(month, day, reference) if reference else None
        reason = "year taken from the reference" if nearest else "no year"
        evidence: Evidence | None = "reference" if nearest else None
        yield FoundDate(
            start, end, match.group(), nearest, "gregorian", reason, form="gregorian", evidence=evidence
        )


def _nearest(month: int, day: int, reference: datetime.date) -> datetime.date | None:
    """Return the day in the year that brings it nearest to the reference."""
    days = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            days.append(datetime.date(year, month, day))
        except ValueError:
            continue
    return min(days, key=lambda date: abs((date - reference).days), default=None)


def with_gregorian(text: str, found: list[FoundDate], reference: datetime.date | None) -> list[FoundDate]:
    """Return the dates of a text with its Gregorian dates among them."""
    for others in (gregorian_dates(text), days_without_year(text, reference)):
        taken = {index for date in found for index in (date.start, date.end - 1)}
        found = found + [date for date in others if not {date.start, date.end - 1} & taken]
    return sorted(found, key=lambda date: date.start)


def gregorian_days(text: str) -> Iterator[datetime.date]:
    """Yield the days of the certain Gregorian dates of a text."""
    for found in gregorian_dates(text):
        if found.date is not None:
            yield found.date


def _in_window(text: str, start: int, end: int) -> Iterator[FoundDate]:
    pieces = with_levant(tokens_of(text, start, end)[0])
    shape = "".join(piece.kind for piece in pieces)
    for match in _DATE.finditer(shape):
        first, last = pieces[match.start()].start, pieces[match.end() - 1].end
        if (
            is_uncertain(match.group())
            or is_version(text, pieces, match.start())
            or glued_before(text, first, False)
            or glued_after(text, last, False)
        ):
            continue
        day = gregorian(pieces[match.start() : match.end()])
        if day is not None:
            yield FoundDate(first, last, text[first:last], day, "gregorian", form="gregorian")


def with_levant(pieces: list[Token]) -> list[Token]:
    """Return the tokens with the months of the Levant among them, of one word or two."""
    found: list[Token] = []
    index = 0
    while index < len(pieces):
        piece, keys = pieces[index], tuple(fold(piece.key) for piece in pieces[index : index + 2])
        size = 2 if len(keys) == 2 and keys in LEVANT_MONTHS else 1
        if (month := LEVANT_MONTHS.get(keys[:size])) is not None:
            piece = piece._replace(kind=Kind.GREGORIAN_MONTH, value=month, end=pieces[index + size - 1].end)
        found.append(piece)
        index += size
    return found


def is_version(text: str, pieces: list[Token], first: int) -> bool:
    """Tell whether numbers with full stops stand behind a Latin word that is none of those before dates: «Chrome 2018.9.30»."""
    if first == 0 or first + 1 >= len(pieces) or pieces[first + 1].kind != ".":
        return False
    return pieces[first - 1].kind in "okq" and is_versioned(text, pieces[first - 1])


def is_uncertain(shape: str) -> bool:
    """Tell whether day and month stand in numbers before the year: their order is not certain."""
    return shape.endswith(Kind.GREGORIAN_YEAR) and Kind.GREGORIAN_MONTH not in shape


def gregorian(pieces: list[Token]) -> datetime.date | None:
    """Return the day of the tokens of a Gregorian date."""
    year = next(piece.value for piece in pieces if piece.kind == Kind.GREGORIAN_YEAR)
    month = next((piece.value for piece in pieces if piece.kind == Kind.GREGORIAN_MONTH), None)
    numbers = [piece.value for piece in pieces if piece.kind == Kind.DAY]
    if month is None:
        month, day = numbers if pieces[0].kind == Kind.GREGORIAN_YEAR else reversed(numbers)
    else:
        day = numbers[0]
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
