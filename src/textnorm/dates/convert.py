"""convert_dates and parse_date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..edits import Edit, splice
from ..explained import Explained
from ..recorder import Recorder
from .calendar import InvalidDateError
from .find import check_text, find_dates
from .found import FoundDate
from .options import DEFAULT, DateOptions

#: the id that explanations give for a converted date
RULE = "solar-hijri-date"
#: a second pass finds nothing, save where a written date changed what stands beside another one
_PASSES = 8
LRI, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def convert_dates(text: str, options: DateOptions = DEFAULT) -> str:
    """The text with its Solar Hijri dates written as ISO Gregorian dates.

    Only dates that say one day for certain are written; all else comes out as it went in. The weekday beside
    a date stays, its era mark goes with the date. With ``style="append"`` the source stays and the Gregorian
    date follows in brackets, once.

    >>> convert_dates("یکشنبه ۸ مهر ۱۳۹۷")
    'یکشنبه 2018-09-30'
    >>> convert_dates("۱۳۹۷/۷/۸ و ۳۰ سپتامبر ۲۰۱۸", DateOptions(style="append"))
    '۱۳۹۷/۷/۸ (2018-09-30) و ۳۰ سپتامبر ۲۰۱۸'
    """
    check_text("convert_dates()", text)
    for edits in _passes(text, options):
        text = splice(text, edits)
    return text


def explain_dates(text: str, options: DateOptions = DEFAULT) -> Explained:
    """Like `convert_dates`, with every change and its place in the source.

    ``explain_dates(x).text == convert_dates(x)``. With ``style="append"`` the date itself is no change:
    what follows it is one.

    >>> explain_dates("تا ۸ مهر ۱۳۹۷").changes
    (Change(start=3, end=13, before='۸ مهر ۱۳۹۷', after='2018-09-30', rules=('solar-hijri-date',)),)
    """
    check_text("explain_dates()", text)
    recorder = Recorder(text)
    for edits in _passes(text, options):
        recorder.record(edits)
        text = splice(text, edits)
    return recorder.explained(text)


def _passes(text: str, options: DateOptions) -> Iterator[list[Edit]]:
    for _ in range(_PASSES):
        edits = _edits(text, options)
        if not edits:
            return
        yield edits
        text = splice(text, edits)


def _edits(text: str, options: DateOptions) -> list[Edit]:
    """What one pass writes; a date that stands there as it should be is no edit."""
    edits: list[Edit] = []
    for date in find_dates(text, options):
        if date.iso is None:
            continue
        written = f"{LRI}{date.iso}{PDI}" if options.isolate else date.iso
        if options.style == "replace":
            edits.append((date.start, date.end, written, RULE))
        elif not _has_twin(text, date, written):
            edits.append((date.end, date.end, f" ({written})", RULE))
    return edits


def _has_twin(text: str, date: FoundDate, written: str) -> bool:
    """Whether the Gregorian date stands behind the Solar Hijri one already."""
    return date.twin_agrees is not None or text.startswith(f" ({written})", date.end)


def parse_date(text: str) -> datetime.date:
    """The one Solar Hijri date that the text says.

    Raises :class:`InvalidDateError`, which shows the text and the reason, when it says none, or not one.

    >>> parse_date("یکشنبه ۸ مهر ۱۳۹۷")
    datetime.date(2018, 9, 30)
    >>> parse_date("مهر ۱۳۹۷")
    Traceback (most recent call last):
    textnorm.dates.calendar.InvalidDateError: 'مهر ۱۳۹۷' is not one Solar Hijri date: no day
    """
    check_text("parse_date()", text)
    found = find_dates(text)
    days = {date.date for date in found if date.date is not None}
    if len(days) == 1 and (day := days.pop()) is not None:
        return day
    reason = next((date.reason for date in found if date.reason), None)
    if reason is None:
        reason = "there are several dates in it" if days else "no date in it"
    raise InvalidDateError(f"{text[:80]!r} is not one Solar Hijri date: {reason}")
