"""Dates that need a day to count from: «دیروز», and a day and month without a year."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .calendar import from_gregorian, problem, to_gregorian
from .candidate import Window
from .context import weekday
from .forms import NEAREST
from .kinds import Kind
from .named import NAMED_AFTER_A_DAY
from .options import DEFAULT
from .results import FoundDate
from .window_pieces import tokens_of

#: days from the reference
RELATIVE = {
    "پس‌فردا": 2, "پس فردا": 2, "پسفردا": 2, "پریروز": -2, "پریشب": -2, "دیروز": -1, "دیشب": -1,
    "امروز": 0, "امشب": 0, "فردا": 1,
}  # fmt: skip
#: spans of time, which name no day
_SPANS = r"(?:هفته|ماه|سال)[\s\u200c]{0,3}[ٔی]?[\s\u200c]{1,3}(?:گذشته|پیش|قبل|آینده|بعد|جاری)"
_COUNTS = "یک دو سه چهار پنج شش هفت هشت نه ده".split()
#: how far from a date its year may stand, in characters
_BESIDE = 30
_DIGIT = f"[{chars.DIGITS}]"
#: a year of four digits, or a year and a time in one: «۱۳۹۷», 2018, «۱۳۹۷۱۲:۳۰»; «سال ۹۷», «سال گذشته»
_YEAR = lazy_pattern(
    rf"(?<!{_DIGIT})(?:[1۱١][2-4۲-۴٢-٤]|[1۱١][89۸۹٨٩]|[2۲٢][0۰٠]){_DIGIT}{{2}}(?!{_DIGIT}|[,٬]{_DIGIT})"
    rf"|(?<!{_DIGIT})[1۱١][2-4۲-۴٢-٤]{_DIGIT}{{4}}:"
    rf"|(?:سال|سنه)[\s\u200c]+{_DIGIT}{{2}}(?!{_DIGIT})|['’‘]{_DIGIT}{{2}}(?!{_DIGIT})"
    r"|(?<!\w)(?:پارسال|(?:همان|همین|آن|این)[\s\u200c]+سال|سال[\s\u200c]*(?:گذشته|پیش|قبل|آینده|بعد)|(?:last|next|that)\s+year)(?!\w)"
)
_TENS = "بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود"
_IN_WORDS = rf"(?:{_TENS})(?:[\s\u200c]*و[\s\u200c]*(?:یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه))?(?!\w)"
#: what says that the year is another one, or any: «سال نود و هفت», «هر سال», «دههٔ ۶۰», «سه سال پیش»
_OTHER_YEAR = lazy_pattern(
    rf"(?:سال|سنه)[\s\u200c]+{_IN_WORDS}|سال[\s\u200c]+(?:اول|نخست|دوم|سوم|چهارم|پنجم|آخر)(?!\w)"
    r"|(?<!\w)(?:هر[\s\u200c]*سال|هرساله|همه[\s\u200c]*ساله|سالانه|سالیانه|قرن|سده|دهه|هزاره)(?![\w])"
    r"|سال[\s\u200c]*(?:ها[\s\u200c]*)?(?:پیش|قبل|بعد|دیگر)(?!\w)"
    r"|\b(?:(?:every|each)\s+year|annual(?:ly)?|century|decade|years?\s+(?:ago|before|later|earlier))\b",
    re.IGNORECASE,
)
#: a year behind the month: of four digits in any calendar, of two that is no day or ends the clause, or in words
_YEAR_AFTER = lazy_pattern(
    rf"[\s\u200c،,/.(«|ـ\-–—\"']{{0,4}}(?:{_DIGIT}{{4}}(?!{_DIGIT}|[,٬:]{_DIGIT})"
    rf"|(?:[4-9۴-۹٤-٩]{_DIGIT}|3[2-9]|۳[۲-۹]|٣[٢-٩]|{_DIGIT}{{2}}(?=\s*(?:$|[)»\]\n،.؛؟!|\"'])))(?!{_DIGIT}|[,٬:/٫.]{_DIGIT}|[٪%])"
    rf"|{_IN_WORDS})"
)
#: years that are counted from the day of writing; «سال بعد» and «سال قبل» may be counted from another day of the text
_NAMED = {"last": -1, "this": 0, "next": 1}
_NAMED_YEAR = r"(?P<last>پارسال|سال[\s\u200c]{0,3}گذشته)|(?P<this>امسال|سال[\s\u200c]{0,3}جاری)|(?P<next>سال[\s\u200c]{0,3}آینده)"
_NAMED_AFTER = lazy_pattern(rf"[\s\u200c]{{1,3}}(?:{_NAMED_YEAR})(?!\w)")
_NAMED_BEFORE = lazy_pattern(
    rf"(?<!\w)(?:{_NAMED_YEAR})[\s\u200c،,]{{1,3}}(?:در[\s\u200c]{{1,3}})?(?:روز[\s\u200c]{{1,3}})?$"
)
_WORD = lazy_pattern(
    r"(?<![\w\u200c])(?:"
    rf"(?P<word>{'|'.join(RELATIVE)})|(?P<span>{_SPANS})"
    rf"|(?P<count>{_DIGIT}{{1,3}}|{'|'.join(_COUNTS)})\s*روز\s+(?P<way>پیش|قبل|دیگر)(?!\s+از(?!\w))"
    r")(?![\w\u200c])"
)


def with_reference(text: str, found: list[FoundDate], reference: datetime.date) -> list[FoundDate]:
    """Return the dates with those resolved that the reference decides, and the relative ones added."""
    resolved, taken = [], {index for date in found for index in range(date.start, date.end)}
    for date in found:
        if date.form in NEAREST and date.date is None:
            named = named_year(text, date)
            if named is not None:
                taken |= set(range(*named.span()))
                date = in_named_year(text, date, reference, str(named.lastgroup))
            elif not has_year_beside(text, date):
                date = nearest(date, reference, weekday_beside(text, date))
        resolved.append(date)
    for match in _WORD.finditer(text):
        if match.start() not in taken:
            resolved.append(relative(match, reference))
    return sorted(resolved, key=lambda date: date.start)


def has_year_beside(text: str, date: FoundDate) -> bool:
    """Tell whether a date without a year is of another one: «۸ مهر (سال ۱۳۹۷)», «۸ مهر، ۹۷», «هر سال ۸ مهر», «پل ۸ مهر»."""
    before = text[max(0, date.start - _BESIDE) : date.start].rpartition("\n")[2]
    rest = text[date.end : date.end + _BESIDE]
    after = rest.partition("\n")[0]
    if _YEAR_AFTER.match(rest) or NAMED_AFTER_A_DAY.search(before) or has_year_in_next_line(text, date):
        return True
    return any(pattern.search(beside) for pattern in (_YEAR, _OTHER_YEAR) for beside in (before, after))


def named_year(text: str, date: FoundDate) -> re.Match[str] | None:
    """Return the year beside a date that is counted from the day of writing, if no other year is near.

    >>> from textnorm.dates import find_dates
    >>> [str(named_year(text, find_dates(text)[0])) for text in ("۸ مهر", "۸ مهر سال بعد")]
    ['None', 'None']
    """
    left, right = max(0, date.start - _BESIDE), date.end + _BESIDE
    named = _NAMED_AFTER.match(text, date.end) or _NAMED_BEFORE.search(text, left, date.start)
    if named is None:
        return None
    rest = (text[left : min(date.start, named.start())], text[max(date.end, named.end()) : right])
    return None if any(map(_YEAR.search, rest)) else named


#: a field of a form that gives the year: «سال تولد: ۱۳۶۰»
_YEAR_FIELD = lazy_pattern(
    rf"[^\n]*\b(?:سال|year)\b[^\n{chars.DIGITS}]{{0,20}}{_DIGIT}{{4}}(?!{_DIGIT})", re.IGNORECASE
)


def has_year_in_next_line(text: str, date: FoundDate) -> bool:
    """Tell whether the line behind the line of a date, or the one before it, gives the year: «روز: ۸ مهر⏎سال: ۱۳۶۰»."""
    first, last = text.rfind("\n", 0, date.start), text.find("\n", date.end)
    before = text[max(0, first - 2 * _BESIDE) : max(0, first)].rpartition("\n")[2]
    after = text[last + 1 : last + 2 * _BESIDE] if last >= 0 else ""
    return any(_YEAR_FIELD.match(line) for line in (before, after))


def in_named_year(text: str, date: FoundDate, reference: datetime.date, name: str) -> FoundDate:
    """Return a day and month in last year, this year or next year, unless the weekday beside it is another."""
    _, month, day = date.solar
    year = from_gregorian(reference)[0] + _NAMED[name]
    if month is None or day is None or problem(year, month, day) is not None:
        return date
    found, written = to_gregorian(year, month, day), weekday_beside(text, date)
    if written is not None and written != found.weekday():
        return replace(date, reason="no year, and its weekday does not fit the one that is named")
    return _dated(date, found, (year, month, day), written, "year counted from the reference")


def relative(match: re.Match[str], reference: datetime.date) -> FoundDate:
    """Return the day that «دیروز» or «۳ روز پیش» names; «هفته گذشته» names none."""
    if match["span"]:
        return FoundDate(
            *match.span(), match.group(), None, "relative", "a span of time, and no day", form="relative"
        )
    day = reference + datetime.timedelta(days=_days(match))
    return FoundDate(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        date=day,
        kind="relative",
        reason="counted from the reference",
        solar=from_gregorian(day),
        form="relative",
        evidence="reference",
    )


def _days(match: re.Match[str]) -> int:
    """Return how many days from the reference a phrase says."""
    if match["word"]:
        return RELATIVE[match["word"]]
    count = match["count"]
    days = _COUNTS.index(count) + 1 if count in _COUNTS else int(count)
    return days if match["way"] == "دیگر" else -days


def nearest(date: FoundDate, reference: datetime.date, weekday: int | None) -> FoundDate:
    """Return a day and month without a year in the year that brings it nearest to the reference.

    A weekday beside it must be that of the day: one that fits none of the years round the reference leaves it open.
    """
    _, month, day = date.solar
    if date.date is not None or month is None or day is None:
        return date
    year = from_gregorian(reference)[0]
    years = [y for y in (year - 1, year, year + 1) if problem(y, month, day) is None]
    days = [(to_gregorian(y, month, day), y) for y in years]
    if weekday is not None:
        days = [pair for pair in days if pair[0].weekday() == weekday]
    if not days:
        return (
            replace(date, reason="no year, and its weekday fits none near the reference") if years else date
        )
    best, year = min(days, key=lambda pair: abs((pair[0] - reference).days))
    return _dated(date, best, (year, month, day), weekday, "year taken from the reference")


def _dated(
    date: FoundDate, day: datetime.date, solar: tuple[int, int, int], weekday: int | None, reason: str
) -> FoundDate:
    """Return a date with the day that the reference gives it; a weekday beside it is that of the day."""
    agrees = None if weekday is None else True
    return replace(date, date=day, solar=solar, reason=reason, evidence="reference", weekday_agrees=agrees)


def weekday_beside(text: str, date: FoundDate) -> int | None:
    """Return the weekday beside a date of the text."""
    left = max(text.rfind("\n", 0, date.start) + 1, date.start - _BESIDE)
    end = text.find("\n", date.end, date.end + _BESIDE)
    pieces, shape = tokens_of(text, left, end if end >= 0 else min(len(text), date.end + _BESIDE))
    inside = [
        index for index, piece in enumerate(pieces) if date.start <= piece.start and piece.end <= date.end
    ]
    if Kind.WEEKDAY not in shape or not inside:
        return None
    return weekday(Window(text, pieces, shape, DEFAULT), inside[0], inside[-1] + 1)
