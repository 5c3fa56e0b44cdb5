"""The time beside a date: «ساعت ۶:۰۱», «11:16 ب.ظ», «۱۲:۲۷ ق‌ظ», T10:20:30+03:30."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from textnorm import chars

from .candidate import Window
from .kinds import Kind
from .match_key import fold

_HIDDEN = rf"[\s{chars.INVISIBLE}]"
#: before and after noon, and other parts of the day, as they stand behind a clock or before it
_NOON = (
    rf"(?P<pm>ب{_HIDDEN}?\.?{_HIDDEN}?ظ(?!\w)|بعد{_HIDDEN}*از{_HIDDEN}*ظهر|عصر|غروب|[pP]\.?[mM](?!\w))"
    rf"|(?P<am>ق{_HIDDEN}?\.?{_HIDDEN}?ظ(?!\w)|(?:قبل|پیش){_HIDDEN}*از{_HIDDEN}*ظهر|صبح|بامداد|[aA]\.?[mM](?!\w))"
    rf"|(?P<night>شب)(?!\w)"
)
_NOON_AFTER = re.compile(rf"{_HIDDEN}*(?:{_NOON})")
_NOON_BEFORE = re.compile(rf"(?:{_NOON}){_HIDDEN}*$")
#: what a part of the day begins with and ends with, and what a zone begins with: most clocks have neither beside them
_BEGINS, _NOON_ENDS = frozenset("بقعغپصشaApPZGU+-\u2212("), frozenset("ظربحدmM")
_BLANKS = f" \t{chars.INVISIBLE}"
_ZONE = re.compile(
    rf"{_HIDDEN}*(?:(?P<utc>Z)(?!\w)|(?:GMT|UTC)?(?P<sign>[+\-\u2212])(?P<hours>\d\d):?(?P<minutes>\d\d)(?!\d)"
    rf"|\(?به{_HIDDEN}+وقت{_HIDDEN}+(?P<tehran>تهران|ایران))"
)
#: kinds between a date and the time behind it, and before it: «۸ مهر ۱۳۹۷ - ساعت ۶:۰۱», «۱۲:۳۰ | ۱۳۹۷/۷/۸»
_AFTER = re.compile(
    rf"[)\],.!j&X|(\-]{{0,3}}(?:{Kind.WEEKDAY},?)?j?(?:{Kind.CLOCK}[:.]?)?o{{0,3}}(?P<time>{Kind.TIME})"
)
_BEFORE = re.compile(
    rf"(?P<time>{Kind.TIME})(?:[oXizrjtA-Za-z]?[.!]?){{0,4}}[,\-X|()rjzi!]{{0,4}}(?:{Kind.WEEKDAY},?)?$"
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
    "بعد قبل پیش از ظهر ب ق ظ صبح عصر شب غروب بامداد روز در ساعت و به وقت تهران ایران تاریخ t at on am pm a p m "
    "بعدازظهر قبلازظهر پیشازظهر gmt utc".split()
)
_WORD = re.compile(rf"[^\W\d_]++(?:[{chars.INVISIBLE}]++[^\W\d_]++)*+|[\d_]")


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
    after = zone = None
    if _may(behind, _BEGINS):
        after = _NOON_AFTER.match(text, end)
        zone = _ZONE.match(text, after.end() if after else end)
    part = after
    if part is None and _may(before, _NOON_ENDS):
        part = _NOON_BEFORE.search(text, max(0, start - _PEEK), start)
    parts = text[start:end].split(":")
    hour = int(parts[0]) if part is None else _hour(int(parts[0]), part.lastgroup)
    second = int(parts[2]) if len(parts) > 2 else 0
    try:
        return datetime.time(hour, int(parts[1]), second, tzinfo=_zone(*zone.groups()) if zone else None)
    except ValueError:
        return None


#: how far a part of the day is from its clock at most
_PEEK = 16


def zone_end(text: str, end: int) -> int:
    """Return where the offset behind a time ends, written with a colon as no other number is; else the end of the time."""
    match = _OFFSET.match(text, end)
    return end if match is None else match.end()


_OFFSET = re.compile(r"(?:GMT|UTC)?[+\-\u2212]\d\d:\d\d(?!\d)")


def _may(char: str, wanted: frozenset[str]) -> bool:
    """Tell whether what begins or ends with these may stand there: white space says nothing of what follows it."""
    return char in wanted or not char or char.isspace()


def _hour(hour: int, part: str | None) -> int:
    """Return the hour of 24: «۱۲:۲۷ ق‌ظ» is in the first hour of the day, «۱۱ شب» the 23rd."""
    if part == "am" or (part == "night" and hour == 12):
        return hour % 12 if hour <= 12 else hour
    if (part == "pm" and hour < 12) or (part == "night" and 6 <= hour < 12):
        return hour + 12
    return hour


@lru_cache(maxsize=256)
def _zone(utc: str | None, sign: str, hours: str, minutes: str, tehran: str | None) -> datetime.tzinfo:
    """Return the zone that a text states."""
    if tehran:
        from zoneinfo import ZoneInfo

        return ZoneInfo("Asia/Tehran")
    if utc:
        return datetime.UTC
    offset = datetime.timedelta(hours=int(hours), minutes=int(minutes))
    return datetime.timezone(offset if sign == "+" else -offset)
