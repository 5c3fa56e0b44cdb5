"""The time beside a date: «ساعت ۶:۰۱», «11:16 ب.ظ», «۱۲:۲۷ ق‌ظ», T10:20:30+03:30."""

from __future__ import annotations

import datetime
from functools import lru_cache

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .candidate import Window
from .kinds import Kind
from .match_key import fold

_HIDDEN = rf"[ \t\u00a0\u202f{chars.INVISIBLE}]"
#: before and after noon, and other parts of the day, as they stand behind a clock or before it
_NOON = (
    rf"(?P<pm>ب{_HIDDEN}?\.?{_HIDDEN}?ظ(?!\w)|بعد{_HIDDEN}*از{_HIDDEN}*ظهر|عصر|غروب|[pP]\.?[mM](?!\w))"
    rf"|(?P<am>ق{_HIDDEN}?\.?{_HIDDEN}?ظ(?!\w)|(?:قبل|پیش){_HIDDEN}*از{_HIDDEN}*ظهر|صبح|بامداد|[aA]\.?[mM](?!\w))"
    rf"|(?P<night>شب)(?!\w)"
)
_NOON_AFTER = lazy_pattern(rf"{_HIDDEN}*(?:{_NOON})")
_NOON_BEFORE = lazy_pattern(rf"(?:{_NOON}){_HIDDEN}*$")
#: what a part of the day begins with and ends with, and what a zone begins with: most clocks have neither beside them
_NOON_BEGINS, _NOON_ENDS, _ZONE_BEGINS = (
    frozenset("بقعغپصشaApP"),
    frozenset("ظربحدmM"),
    frozenset("ZGU+-\u2212(ب"),
)
_BLANKS = f" \t\u00a0\u202f{chars.INVISIBLE}"
_ZONE = lazy_pattern(
    rf"{_HIDDEN}*(?:(?P<utc>Z|(?:UTC|GMT)(?![\w+\-\u2212]))(?!\w)|(?:GMT|UTC)?(?P<sign>[+\-\u2212])(?P<hours>\d\d):?(?P<minutes>\d\d)(?!\d)"
    rf"|\(?به{_HIDDEN}+وقت{_HIDDEN}+(?P<place>تهران|ایران|کابل|گرینویچ))"
)
#: kinds between a date and the time behind it, and before it: «۸ مهر ۱۳۹۷ - ساعت ۶:۰۱», «۱۲:۳۰ | ۱۳۹۷/۷/۸»
_AFTER = lazy_pattern(
    rf"[)\],.!j&X|(\-]{{0,3}}(?:{Kind.WEEKDAY},?)?j?(?:{Kind.CLOCK}[:.]?)?o{{0,3}}(?P<time>{Kind.TIME})"
)
_BEFORE = lazy_pattern(
    rf"(?P<time>{Kind.TIME})(?:[oXizrjtA-Za-z]?[.!]?){{0,4}}[,:\-X|()rjzi!]{{0,4}}(?:{Kind.WEEKDAY},?)?$"
)
#: how many tokens on either side are looked at
_NEAR = 10


def time_beside(window: Window, first: int, last: int) -> datetime.time | None:
    """Return the time behind the tokens ``first:last`` of a date, or else before them; None where there is none.

    It has a time zone only where the text states one: an offset, Z, or «به وقت تهران».
    """
    index = time_token(window, first, last)
    return (
        None
        if index is None
        else read_time(window.text, window.pieces[index].start, window.pieces[index].end)
    )


def time_token(window: Window, first: int, last: int) -> int | None:
    """Return the index of the time beside the tokens ``first:last`` of a date."""
    begin = max(0, first - _NEAR)
    if Kind.TIME not in window.shape[begin : last + _NEAR]:
        return None
    if (inside := window.shape.find(Kind.TIME, first, last)) >= 0:
        return inside
    match = _AFTER.match(window.shape, last, last + _NEAR)
    if match is not None and _is_plain(window, match.start(), match.start("time")):
        return match.start("time")
    match = _BEFORE.search(window.shape[begin:first])
    if match is not None and _is_plain(window, begin + match.end("time"), first):
        return begin + match.start("time")
    return None


#: words between a date and its time
WORDS_OF_TIMES = frozenset(
    "بعد قبل پیش از ظهر ب ق ظ صبح عصر شب غروب بامداد روز در ساعت و به وقت تهران ایران کابل گرینویچ تاریخ مورخ مورخه t at on am pm a p m "
    "بعدازظهر قبلازظهر پیشازظهر gmt utc".split()
)
_WORD = lazy_pattern(rf"[^\W\d_]++(?:[{chars.INVISIBLE}]++[^\W\d_]++)*+|[\d_]")


def _is_plain(window: Window, first: int, last: int) -> bool:
    """Tell whether only words that belong to a time or a date stand between: a weekday is one."""
    pieces = window.pieces[first:last]
    words = " ".join(window.text[piece.start : piece.end] for piece in pieces if piece.kind != Kind.WEEKDAY)
    return WORDS_OF_TIMES.issuperset(map(fold, _WORD.findall(words)))


def read_time(text: str, start: int, end: int) -> datetime.time | None:
    """Return the time that the text writes there, with the part of the day and the zone beside it."""
    behind, before = text[end : end + 1], text[start - 1 : start]
    if behind in _BLANKS:
        behind = text[end : end + _PEEK].lstrip(_BLANKS)[:1]
    if before in _BLANKS:
        before = text[max(0, start - _PEEK) : start].rstrip(_BLANKS)[-1:]
    part = zone = None
    if behind in _NOON_BEGINS and (part := _NOON_AFTER.match(text, end)):
        zone = _ZONE.match(text, part.end())
    elif behind in _ZONE_BEGINS:
        zone = _ZONE.match(text, end)
    if part is None and before in _NOON_ENDS:
        part = _NOON_BEFORE.search(text, max(0, start - _PEEK), start)
    clock = _clock(text[start:end], part and part.lastgroup)
    return clock if clock is None or zone is None else clock.replace(tzinfo=_zone(*zone.groups()))


@lru_cache(maxsize=1 << 11)
def _clock(written: str, part: str | None) -> datetime.time | None:
    """Return the time of a clock in a part of the day; None where no clock shows it."""
    hour, minute, second = (*map(int, written.split(":")), 0)[:3]
    try:
        return datetime.time(hour if part is None else _hour(hour, part), minute, second)
    except ValueError:
        return None


#: how far a part of the day is from its clock at most
_PEEK = 16


def zone_end(text: str, end: int) -> int:
    """Return where the offset behind a time ends, written with a colon as no other number is; else the end of the time."""
    match = _OFFSET.match(text, end)
    return end if match is None else match.end()


_OFFSET = lazy_pattern(r"(?:GMT|UTC)?[+\-\u2212]\d\d:\d\d(?!\d)")


def _hour(hour: int, part: str) -> int:
    """Return the hour of 24: «۱۲:۲۷ ق‌ظ» is in the first hour of the day, «۱۱ شب» the 23rd."""
    if part == "am" or (part == "night" and hour == 12):
        return hour % 12 if hour <= 12 else hour
    if (part == "pm" and hour < 12) or (part == "night" and 6 <= hour < 12):
        return hour + 12
    return hour


_PLACES: dict[str | None, str] = {"تهران": "Asia/Tehran", "ایران": "Asia/Tehran", "کابل": "Asia/Kabul"}


@lru_cache(maxsize=256)
def _zone(utc: str | None, sign: str, hours: str, minutes: str, place: str | None) -> datetime.tzinfo:
    """Return the zone that a text states."""
    if place in _PLACES:
        from zoneinfo import ZoneInfo

        return ZoneInfo(_PLACES[place])
    if utc or place:
        return datetime.UTC
    offset = datetime.timedelta(hours=int(hours), minutes=int(minutes))
    return datetime.timezone(offset if sign == "+" else -offset)
