"""The public functions: find_dates, convert_dates, explain_dates, parse_date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from ..arguments import check_options, check_text
from ..edits import Edit, splice
from ..explained import Explained
from ..recorder import Recorder
from .adjacency import is_persian
from .bare_years import is_bare_year
from .calendar import InvalidDateError, from_gregorian
from .evidence import TextEvidence, gather
from .forms import SHORT_NUMBERS
from .gregorian import gregorian_days, with_gregorian
from .masked import masked
from .options import DEFAULT, DateOptions
from .relative import with_reference
from .resolve import dates_in
from .results import FoundDate
from .window_pieces import cuts_natively
from .windows import around, places
from .wrapped import unwrapped

#: the id that explanations give for a converted date
RULE = "solar-hijri-date"
#: a second pass finds nothing, save where a written date changed what stands beside another one
_PASSES = 8
#: a text with one candidate in this many characters or fewer is dense: windows that come again are looked up
_DENSE = 400
#: in a text with so few of them one must be words, a day beside another number, or a number before a sign and a number
_FEW, _SEPARATORS = 2, "/-._|"
LRI, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def find_dates(
    text: str, options: DateOptions = DEFAULT, *, evidence: TextEvidence | None = None
) -> list[FoundDate]:
    """Return the Solar Hijri dates of a text, in order, with offsets (code points) into it.

    Day, month and year are read in the forms of :mod:`textnorm.dates.forms`, with the digits, spellings
    and invisible marks that scraped text has. What does not say one day for certain is answered with a reason
    and ``date=None``; Gregorian and lunar dates, prices, phone numbers and the like are not answered at all.
    Bytes raise a ``TypeError``. The calendar is the official one (see :func:`to_gregorian`); the forms are
    those of CLDR and of written Persian, Dari, Pashto, Sorani, English and their neighbours.

    >>> [(d.text, d.iso) for d in find_dates("دیدار یکشنبه ۸ مهر ۱۳۹۷ بود.")]
    [('۸ مهر ۱۳۹۷', '2018-09-30')]
    >>> [(d.text, d.iso, d.kind) for d in find_dates("در مهر ۱۳۹۷ و 14مهر92")]
    [('مهر ۱۳۹۷', None, 'partial'), ('14مهر92', None, 'ambiguous')]
    >>> find_dates("۳۰ سپتامبر ۲۰۱۸، ۲۰ محرم ۱۴۴۰، خبرگزاری مهر")
    []
    """
    check_text(text)
    check_options(options, DateOptions)
    if evidence is None and options.context == "text":
        found = found_in_context(text, options)
    else:
        found = apart(text, found_in_lines(text, options, evidence))
    if options.gregorian:
        found = with_gregorian(text, found, options.reference)
    if options.reference is not None:
        return with_reference(text, found, options.reference)
    return found


def found_in_lines(text: str, options: DateOptions, evidence: TextEvidence | None) -> list[FoundDate]:
    """Return the dates of a text, each within a line or over the break of a wrapped one."""
    hits = places(text, options)
    if not hits:
        return []
    lines = unwrapped(text, hits) if "\n" in text else text
    found: list[FoundDate] = []
    without_digits = masked(lines) if _may_come_again(text, hits, options) else None
    tells_bare_years = not options.compact and not cuts_natively()
    for place in around(lines, hits):
        if tells_bare_years and is_bare_year(lines, place):
            continue
        found += dates_in(lines, place, options, evidence, without_digits)
    if lines is text:
        return found
    return [replace(date, text=text[date.start : date.end]) for date in found]


def _may_come_again(text: str, hits: list[tuple[int, int]], options: DateOptions) -> bool:
    """Tell whether windows of a text are worth a name: it has many, or one with a day; a year alone is no date."""
    if len(hits) * _DENSE < len(text) or options.urls or options.compact:
        return False
    if len(hits) > _FEW:
        return True
    for start, end in hits:
        if not text[start].isdigit() or (end - start <= 2 and len(hits) > 1):
            return True
        if text[end : end + 1] in _SEPARATORS and text[end + 1 : end + 2].isdigit():
            return True
    return False


def text_evidence(text: str, options: DateOptions = DEFAULT) -> TextEvidence | None:
    """Return what the certain dates of a text say about its others, or None.

    `find_dates` with ``context="text"`` reads it from the text that it is given; for lines of a page, read it
    from the page and hand it over: ``find_dates(line, evidence=...)``, ``date_line(line, evidence=...)``.

    >>> page = "۱۳۹۷/۰۷/۰۸\\n۹۷/۷/۹"
    >>> [(date.iso, date.evidence) for date in find_dates("۹۷/۷/۹", evidence=text_evidence(page))]
    [('2018-10-01', 'text')]
    """
    check_text(text)
    return evidence_in(text, apart(text, found_in_lines(text, _without_choices(options), None)))


def found_in_context(text: str, options: DateOptions) -> list[FoundDate]:
    """Return the dates of a text; where one leaves something open, they are read again with what the others say."""
    plain = _without_choices(options)
    found = apart(text, found_in_lines(text, plain, None))
    evidence = evidence_in(text, found) if any(map(leaves_open, found)) else None
    if evidence is None and plain.two_digit_years == options.two_digit_years:
        return found
    return apart(text, found_in_lines(text, options, evidence))


def _without_choices(options: DateOptions) -> DateOptions:
    """Return the options without what decides in place of the text."""
    return options if options.two_digit_years == "refuse" else replace(options, two_digit_years="refuse")


def leaves_open(date: FoundDate) -> bool:
    """Tell whether other dates of the text may have to say something about this one, or those like it."""
    return date.kind == "ambiguous" or date.form in SHORT_NUMBERS


def evidence_in(text: str, found: list[FoundDate]) -> TextEvidence | None:
    """Return what the dates found in a text and its Gregorian dates say, or None."""
    return gather(found, [from_gregorian(date)[0] for date in gregorian_days(text)]) or None


def apart(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Return the dates with an era between two of them left to the first.

    >>> [date.text for date in find_dates("1مهر ه1مهر")]
    ['1مهر ه', '1مهر']
    """
    last = 0
    clear: list[FoundDate] = []
    for date in found:
        if date.start < last:
            start = last + len(text[last : date.end]) - len(text[last : date.end].lstrip())
            date = replace(date, start=start, text=text[start : date.end])
        clear.append(date)
        last = date.end
    return clear


def convert_dates(text: str, options: DateOptions = DEFAULT) -> str:
    """Return the text with its Solar Hijri dates written as ISO Gregorian dates.

    Only dates that say one day for certain are written; all else comes out as it went in. The weekday beside
    a date stays, its era mark goes with the date. With ``style="append"`` the source stays and the Gregorian
    date follows in brackets, once.

    >>> convert_dates("یکشنبه ۸ مهر ۱۳۹۷")
    'یکشنبه 2018-09-30'
    >>> convert_dates("۱۳۹۷/۷/۸ و ۳۰ سپتامبر ۲۰۱۸", DateOptions(style="append"))
    '۱۳۹۷/۷/۸ (2018-09-30) و ۳۰ سپتامبر ۲۰۱۸'
    """
    check_text(text)
    for edits in _passes(text, options):
        text = splice(text, edits)
    return text


def explain_dates(text: str, options: DateOptions = DEFAULT) -> Explained:
    """Return what `convert_dates` does, with every change and its place in the source.

    ``explain_dates(x).text == convert_dates(x)``. With ``style="append"`` the date itself is no change:
    what follows it is one.

    >>> explain_dates("تا ۸ مهر ۱۳۹۷").changes
    (Change(start=3, end=13, before='۸ مهر ۱۳۹۷', after='2018-09-30', rules=('solar-hijri-date',)),)
    """
    check_text(text)
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
    """Return what one pass writes; a date that stands there as it should be is no edit."""
    edits: list[Edit] = []
    for date in find_dates(text, options):
        if date.iso is None or date.text == date.iso:
            continue
        written = f"{LRI}{date.iso}{PDI}" if options.isolate else date.iso
        if options.style == "replace":
            edits.append((date.start, date.end, spaced(text, date, written), RULE))
        elif not _has_equivalent(text, date, written):
            edits.append((date.end, date.end, f" ({written}){gap_after(text, date.end)}", RULE))
    return edits


def spaced(text: str, date: FoundDate, written: str) -> str:
    """Return what is written for a date, with a space where a word or a number of the text touches it."""
    before = text[date.start - 1 : date.start] if date.start else ""
    return (" " if touches(before) else "") + written + gap_after(text, date.end)


def gap_after(text: str, index: int) -> str:
    """Return the space that what is written before the offset needs."""
    return " " if touches(text[index : index + 1]) else ""


def touches(char: str) -> bool:
    """Tell whether a character beside a date needs a space: a letter of Arabic script or a digit."""
    return is_persian(char) or char.isdigit() if char else False


def _has_equivalent(text: str, date: FoundDate, written: str) -> bool:
    """Tell whether the Gregorian date stands behind the Solar Hijri one already."""
    return date.twin_agrees is not None or text.startswith(f" ({written})", date.end)


def parse_date(text: str) -> datetime.date:
    """Return the one Solar Hijri date that the text says.

    Raises :class:`InvalidDateError`, which shows the text and the reason, when it says none, or not one.

    >>> parse_date("یکشنبه ۸ مهر ۱۳۹۷")
    datetime.date(2018, 9, 30)
    >>> parse_date("مهر ۱۳۹۷")
    Traceback (most recent call last):
    textnorm.dates.calendar.InvalidDateError: 'مهر ۱۳۹۷' is not one Solar Hijri date: no day
    """
    check_text(text)
    return one_day(text, find_dates(text))


def one_day(text: str, found: list[FoundDate]) -> datetime.date:
    """Return the one day among the dates found in a text; InvalidDateError when there is none, or not one."""
    days = {date.date for date in found if date.date is not None}
    if len(days) == 1 and (day := days.pop()) is not None:
        return day
    reason = next((date.reason for date in found if date.reason), None)
    raise not_one(text, reason or ("there are several dates in it" if days else "no date in it"))


def not_one(text: str, why: str) -> InvalidDateError:
    """Return the error that shows a text and says why it is not one date."""
    return InvalidDateError(f"{text[:80]!r} is not one Solar Hijri date: {why}")
