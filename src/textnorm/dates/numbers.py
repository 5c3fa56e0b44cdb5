"""Dates in numbers alone: which number is the day, and which calendar it is."""

from __future__ import annotations

from typing import NamedTuple

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .calendar import day_of, problem
from .candidate import Candidate
from .context import Context
from .evidence import Values
from .official import FIRST_YEAR
from .results import DateKind, Evidence

#: lunar years 1406-1500 are 1986-2077 and look the same as numbers
FIRST_LUNAR_LOOKALIKE = 1406
_EITHER = "day and month may stand in either order"
#: ASCII digits beside those of Arabic script, as text recognition leaves them. Persian and Arabic digits in one
#: number come from keyboards and fonts, are many in real pages, and are read rightly
_HIDDEN = f"[{chars.INVISIBLE}]*"
_OF_SCRIPT = chars.PERSIAN_DIGITS + chars.ARABIC_DIGITS
MIXED_DIGITS = lazy_pattern(f"[0-9]{_HIDDEN}[{_OF_SCRIPT}]|[{_OF_SCRIPT}]{_HIDDEN}[0-9]")
Day = tuple[int, int, int]


class Verdict(NamedTuple):
    """Year, month and day of a candidate, its kind, and what decided or why nothing did."""

    values: Values
    kind: DateKind
    reason: str | None = None
    evidence: Evidence | None = None


def numeric(seen: Candidate, values: Day, context: Context) -> Verdict:
    """Return the day of numbers with a year of four digits: the order, then the calendar must be certain."""
    evidence: Evidence | None = None
    if seen.form.order == "dmy":
        ordered, evidence = in_order(seen, values, context)
        if ordered is None:
            return Verdict(values, "ambiguous", _EITHER)
        values = ordered
    if problem(*values) is None and (why := calendar_doubt(seen, values, context)) is not None:
        return Verdict(values, "ambiguous", why)
    return Verdict(values, "date", None, evidence or calendar_evidence(values, context))


def in_order(seen: Candidate, values: Day, context: Context) -> tuple[Day | None, Evidence | None]:
    """Return the day in the one order that is certain: day first or month first; None if neither is."""
    year, second, first = values
    month_first = (year, first, second)
    if second > 12 >= first and seen.separator in "/-":
        return month_first, None
    if first > 12 or first == second or seen.separator not in "/-":
        return values, None
    for evidence, agrees in (("equivalent", agrees_equivalent), ("weekday", agrees_weekday)):
        right, left = agrees(values, context), agrees(month_first, context)
        if right is not left:
            return (values if right else month_first), evidence  # type: ignore[return-value]
    known = seen.window.evidence
    others = known.order if known is not None and known.near(year) else None
    if others == "mdy":
        return month_first, "text"
    if context.solar and not seen.latin_era and not is_written_by_icu(seen, context):
        return values, "era"
    if seen.day_first and not (context.solar and seen.label is None):
        return values, None
    return (values, "text") if others == "dmy" else (None, None)


def is_written_by_icu(seen: Candidate, context: Context) -> bool:
    """Tell whether it may be month first as ICU writes Persian numbers with an era: «۷/۸/۱۳۹۷ ه.ش.».

    Hands write the day first there. Behind «مورخ», in Arabic digits, with the marks that Arabic puts before its
    slashes, and with another era the day is first.
    """
    text = seen.window.text[seen.start : seen.end]
    if seen.label is not None or seen.separator != "/" or "\N{RIGHT-TO-LEFT MARK}" in text:
        return False
    if text.translate(_NO_ARABIC_DIGITS) != text:
        return False
    return _ICU_ERA.search(seen.window.text, seen.end, context_end(seen, context)) is not None


#: the eras that ICU writes in Persian
_ICU_ERA = lazy_pattern(rf"[هھہ][{chars.INVISIBLE}ـ]*\s?\.?\s?ش|هجری[\s{chars.INVISIBLE}]*شمسی")
_NO_ARABIC_DIGITS = dict.fromkeys(map(ord, chars.ARABIC_DIGITS))


def context_end(seen: Candidate, context: Context) -> int:
    """Return where the era behind a date ends."""
    return seen.window.pieces[context.last].end


def agrees_weekday(values: Day, context: Context) -> bool:
    """Tell whether the weekday beside the numbers is that of the day."""
    return context.weekday is not None and _day(values, "weekday") == context.weekday


def agrees_equivalent(values: Day, context: Context) -> bool:
    """Tell whether the Gregorian date beside the numbers is that day."""
    return context.equivalent is not None and _day(values, "date") == context.equivalent


def _day(values: Day, what: str) -> object:
    if problem(*values) is not None:
        return None
    day = day_of(*values)
    return day.weekday() if what == "weekday" else day


def calendar_evidence(values: Day, context: Context) -> Evidence | None:
    """Return what says that numbers that could be lunar are Solar Hijri."""
    if FIRST_YEAR <= values[0] < FIRST_LUNAR_LOOKALIKE:
        return None
    if context.solar:
        return "era"
    if agrees_equivalent(values, context):
        return "equivalent"
    return "weekday" if agrees_weekday(values, context) else "text"


def calendar_doubt(seen: Candidate, values: Day, context: Context) -> str | None:
    """Return why the numbers may be a date of another calendar, or None."""
    if context.solar or agrees_weekday(values, context) or agrees_equivalent(values, context):
        return None
    if context.hijri:
        return "«هجری» may be solar or lunar"
    known = seen.window.evidence
    if known is not None and known.solar_near(values[0]):
        return None
    if values[0] >= FIRST_LUNAR_LOOKALIKE:
        return "lunar years 1406-1500 look the same: no era or weekday decides"
    if values[0] < FIRST_YEAR:
        return "a year before the official calendar, without an era"
    return None
