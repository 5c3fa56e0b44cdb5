"""Read a candidate: its kind, its day, and the reason when the text does not say one for certain."""

from __future__ import annotations

import datetime

from .calendar import day_of, is_official, problem
from .candidate import Candidate, Window, candidate
from .context import Context, read_context
from .evidence import TextEvidence, Values
from .filters import is_rejected
from .fits import FIRST_FIT, fit
from .learning import template_of
from .line_templates import TEMPLATES, dates_of
from .masked import Masked
from .noun_months import may_count_weekdays
from .numbers import MIXED_DIGITS, Verdict, agrees_weekday, numeric
from .options import DateOptions
from .ranges import earlier_days, inherit_years, later_day
from .results import DateKind, FoundDate, found_date
from .short_years import short_year
from .times import time_beside
from .tokenizer import has_numerals, tokens
from .window_pieces import cut
from .windows import Place


def dates_in(
    text: str, place: Place, options: DateOptions, evidence: TextEvidence | None, masked: Masked | None = None
) -> list[FoundDate]:
    """Return the dates of a window, from the template of its name if there is one: *masked* is the text with its digits masked."""
    head = None if masked is None else masked.head(place)
    known = None if head is None else TEMPLATES.get(head.key)
    if head is not None and known is not None:
        decided = evidence is not None or options.two_digit_years != "refuse"
        dates = None if decided and known.leaves_open else dates_of(known, text, place.first, head)
        if dates is not None:
            return dates
    window = window_of(text, place, options, evidence)
    found = [] if window is None else [(seen, with_range(seen, date)) for seen, date in candidates_of(window)]
    if masked is not None and head is not None and head.key not in TEMPLATES:
        TEMPLATES.put(head.key, template_of(found, masked, head, place.first) if found else None)
    return [date for _, dates in found for date in dates]


def window_of(text: str, place: Place, options: DateOptions, evidence: TextEvidence | None) -> Window | None:
    """Return a window with its tokens, None where no form fits them."""
    pieces = cut(text, place.start, place.end)
    if pieces is None:
        return Window(text, *tokens(text, place.start, place.end), options, evidence)
    if not has_numerals(pieces.shape) and FIRST_FIT[pieces.shape] is None:
        return None
    return Window(text, *pieces.tokens(), options, evidence)


def with_range(seen: Candidate, date: FoundDate) -> list[FoundDate]:
    """Return the date of a candidate with the other days that share its month."""
    if date.date is None:
        return [date]
    return [*earlier_days(seen, date), date, *later_day(seen, date)]


def candidates_of(window: Window) -> list[tuple[Candidate, FoundDate]]:
    """Return the candidates of a window that are dates, with their dates."""
    found: list[tuple[Candidate, FoundDate]] = []
    shape = window.shape
    fits = FIRST_FIT[shape]
    while fits is not None:
        seen = candidate(window, fits)
        date = read(seen)
        if date is None and seen.form.year == "two" and not seen.numeric:
            shorter = fit(shape, seen.first, seen.last - 1)
            seen = candidate(window, shorter) if shorter else seen
            date = read(seen)
        if date is not None:
            found.append((seen, date))
        fits = fit(shape, seen.first + 1 if date is None else seen.last)
    if len(found) > 1:
        inherit_years(found)
    return found


def read(seen: Candidate) -> FoundDate | None:
    """Return the date of a candidate, or None when something around it says that it is none."""
    if is_rejected(seen):
        return None
    context = read_context(seen)
    if context.foreign:
        return None
    values, kind, reason, evidence = decide(seen, context)
    date, kind, reason = convert(kind, reason, values)
    pieces, first, year = seen.window.pieces, context.first, values[0]
    start = pieces[seen.at["d"] if "d0" in seen.at else first].start
    return found_date(
        start,
        seen.window.text[start : pieces[context.last].end],
        date,
        kind,
        reason,
        date.weekday() == context.weekday if date and context.weekday is not None else None,
        values,
        seen.form.name,
        evidence if date else None,
        time_beside(seen.window, first, context.last + 1),
        date == context.equivalent if date and context.equivalent else None,
        year is None or year < 100 or is_official(year),
    )


def decide(seen: Candidate, context: Context) -> Verdict:
    """Return year, month and day, and how certain they are."""
    if seen.form.year == "two":
        return short_year(seen, context)
    year, month, day = values = written(seen)
    if year is None:
        return Verdict(values, "partial", "no year")
    if day is None:
        return Verdict(values, "partial", "no day")
    if month is None or (not seen.numeric and not 1 <= month <= 12):
        return Verdict(values, "invalid", "the month must be between 1 and 12")
    if has_mixed_digits(seen):
        return Verdict(values, "ambiguous", "digits of two scripts in one number")
    if not seen.numeric:
        counted = may_count_weekdays(seen) and not agrees_weekday((year, month, day), context)
        return Verdict(values, "ambiguous", "weekdays may be counted") if counted else Verdict(values, "date")
    return numeric(seen, (year, month, day), context)


def written(seen: Candidate) -> Values:
    """Return year, month and day as they are written."""
    year, month, day = seen.value("y"), seen.value("m"), seen.value("d")
    if seen.form.compact and year is not None:
        return year // 10000, year // 100 % 100, year % 100
    return year, month, day


def has_mixed_digits(seen: Candidate) -> bool:
    """Tell whether one of its numbers has digits of two scripts, as text recognition leaves them."""
    return not seen.ascii and MIXED_DIGITS.search(seen.window.text, seen.start, seen.end) is not None


def convert(
    kind: DateKind, reason: str | None, values: Values
) -> tuple[datetime.date | None, DateKind, str | None]:
    """Return the Gregorian day where the kind allows one; a day that does not exist is invalid."""
    year, month, day = values
    if year is None or month is None or day is None or year < 100:
        return None, kind, reason
    if (why := problem(year, month, day)) is not None:
        return None, "invalid" if kind == "date" else kind, why if kind == "date" else reason
    return (day_of(year, month, day) if kind == "date" else None), kind, reason
