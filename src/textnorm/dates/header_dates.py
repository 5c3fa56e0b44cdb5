"""Lines that are nothing but a date, and Gregorian dates, for the heads of pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from ..arguments import check_text
from ..cache import BoundedCache
from ..lazy import lazy_pattern
from .api import find_dates
from .evidence import TextEvidence
from .gregorian import GREGORIAN, gregorian_dates
from .options import DEFAULT, DateOptions
from .results import FoundDate
from .window_pieces import tokens_of
from .windows import places

#: what may stand beside a date without making the line more than a date line
_ALONE = lazy_pattern(r"[Wrizca:,()T\-|X/.!&]*")
_ANYWHERE = lazy_pattern(GREGORIAN)
_LONGEST = 120


def date_line(
    line: str, *, evidence: TextEvidence | None = None, found: Sequence[FoundDate] | None = None
) -> FoundDate | None:
    """Return the date, when the whole line is nothing but one: with a weekday, a time, «مورخ», brackets.

    *evidence* is what the rest of the page says (`text_evidence`), for years of two digits and the like; *found* is what
    `find_dates` said of the line, if it was asked.
    Solar Hijri or Gregorian, the latter in English or Persian words or as ``2018-09-30``.

    >>> date_line("۱۳۹۷ مهر ۸, یکشنبه").iso, date_line("Sunday, 30 September 2018").iso
    ('2018-09-30', '2018-09-30')
    >>> date_line("در ۸ مهر ۱۳۹۷ باران بارید") is None
    True
    """
    check_text(line)
    if len(line) > _LONGEST:
        return None
    found = find_dates(line, evidence=evidence) if found is None else found
    solar = [date for date in found if date.date is not None]
    date = solar[0] if solar else gregorian_date(line)
    if date is None:
        return None
    behind = line[date.end :]
    rest = tokens_of(line, 0, date.start)[0] if date.start else []
    rest = rest + tokens_of(behind, 0, len(behind))[0] if behind else rest
    kinds = _ANYWHERE.sub("", "".join(piece.kind for piece in rest if not _lead(piece.key)))
    return date if len(solar) <= 1 and _ALONE.fullmatch(kinds.replace("G", "").replace("=", "")) else None


def lines_with_places(lines: Sequence[str]) -> set[int]:
    """Return the numbers of lines in which a Solar Hijri date could stand: all for certain in which one stands.

    >>> lines_with_places(["باران", "۸ مهر ۱۳۹۷", "۲۰ سانتی‌متر"])
    {1}
    """
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    return {bisect_right(starts, start) - 1 for start, _ in places("\n".join(lines), DEFAULT)}


def dates_of_lines(lines: Sequence[str], options: DateOptions = DEFAULT) -> list[Sequence[FoundDate]]:
    """Return the dates of each of some lines, looked for in all at once; with ``context="text"`` one line decides what another leaves open.

    Where nothing but a line itself tells its dates, those of short lines are kept: pages say the same days and months again and again.

    >>> [[date.iso for date in found] for found in dates_of_lines(["۸ مهر ۱۳۹۷", "باران", "تا ۹ مهر ۱۳۹۷"])]
    [['2018-09-30'], [], ['2018-10-01']]
    """
    if options != DEFAULT:
        return _found_in(lines, options)
    new = [line for line in dict.fromkeys(lines) if line not in _DATES]
    found = dict(zip(new, _found_in(new, options), strict=True)) if new else {}
    for line, dates in found.items():
        _DATES.put(line, dates)
    return [found[line] if line in found else _DATES[line] for line in lines]


def _found_in(lines: Sequence[str], options: DateOptions) -> list[Sequence[FoundDate]]:
    starts = [0, *accumulate(len(line) + 2 for line in lines)]
    found: list[list[FoundDate]] = [[] for _ in lines]
    for date in find_dates("\n\n".join(lines), options):
        number = bisect_right(starts, date.start) - 1
        start = starts[number]
        if date.end - start <= len(lines[number]):
            moved = replace(date, start=date.start - start, end=date.end - start) if start else date
            found[number].append(moved)
    return [tuple(dates) for dates in found]


#: the dates of lines, whatever stands beside these
_DATES: BoundedCache[str, Sequence[FoundDate]] = BoundedCache(find_dates, 4096, _LONGEST)


_LEADS = frozenset(
    [
        "به",
        "در",
        "انتشار",
        "درج",
        "منتشر",
        "شده",
        "ارسال",
        "نوشته",
        "published",
        "posted",
        "updated",
        "on",
        "am",
        "pm",
        "بعدازظهر",
        "صبح",
        "عصر",
        "زمان",
    ]
)


def _lead(key: str) -> bool:
    return key in _LEADS


def gregorian_date(text: str) -> FoundDate | None:
    """Return the first Gregorian date of a text, in English or Persian month words or as numbers, year first.

    For the heads of pages: :func:`find_dates` answers with Gregorian dates on request only.

    >>> gregorian_date("منتشر شده در ۳۰ سپتامبر ۲۰۱۸").iso
    '2018-09-30'
    """
    check_text(text)
    found = next(gregorian_dates(text[: 4 * _LONGEST]), None)
    return None if found is None else replace(found, kind="date")
