"""Rows about a post that programs write in ways of their own, WordPress as sentences: «این نوشته در ۱۳ مرداد ۱۳۹۴ توسط کیوان در سفرنامه ارسال شده است.»"""

from __future__ import annotations

import re
from collections.abc import Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.date_lines import Mark

_IS = r"(?:ارسال|نوشته|منتشر|فرستاده) شده(?:[\s\u200c]?است)?"
_WRITTEN = lazy_pattern(
    rf"(?:این|اين) (?:نوشته|مطلب|پست|یادداشت) (?:در(?: تاریخ)? |در روز )(?P<day>[^.]*?\d.{{0,24}}?)(?: توسط (?P<name>[^.،؛]{{2,40}}?))?(?: در (?:دسته )?[^.]{{2,60}}?)?,? {_IS}(?:[ ،.].{{0,160}})?"
)
_POSTED = lazy_pattern(
    r"this (?:entry|post) was (?:posted|written|published)(?: in [^.]{2,60}?)?(?: and tagged [^.]{2,80}?)? on (?P<day>[^.]{6,40}?)(?: by (?P<name>[^.]{2,40}?))?(?: in [^.]{2,60}?)?(?:\. .{0,200}|\.)?",
    re.IGNORECASE,
)


#: who wrote a post that is embedded in another
_QUOTED = lazy_pattern(r"[-–—]{1,2}\s[^()\n]{1,60}\(@\w{1,30}\)")
#: when something takes place that a post tells of
_TAKES_PLACE = lazy_pattern(r"(?:زمان|(?:تاریخ|زمان|روز) (?:برگزاری|اجرا|نشست|همایش|مراسم|آزمون|مصاحبه))\s?:")
#: how programs stamp mail: «Tue Mar 17 21:40:12 IRST 2009»; who sent it, in the archive of a list
_STAMP = lazy_pattern(
    r"(?P<weekday>[A-Z][a-z]{2}) (?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2}) (?P<clock>\d\d:\d\d(?::\d\d)?)(?: [A-Z]{2,5}| [+-]\d{4})? (?P<year>(?:19|20)\d\d)"
)
_SENDER = lazy_pattern(r"(?P<name>[^\W\d][^@:<>\d]{1,40}?) <?\S{1,40} at [\w-]{1,30}(?:\.[\w-]{1,30}){1,4}>?")


#: who wrote something and when, in one row: «نوشته خبرچین در دوشنبه ۱۱ فوریه ۲۰۰۸ ساعت ۷:۳۰»
_BY = lazy_pattern(
    r"نوشتهٔ? (?P<name>(?!شده|ها|ی |های)[^\W\d][\w\u200c]{1,20}(?: [^\W\d][\w\u200c]{1,20}){0,2}) در (?P<day>(?:[^\W\d]+ ){0,2}\d[^.!؟?]{5,60})"
)


#: other words for «توسط» in such a row
_MEANS = lazy_pattern(
    r"(?P<done>(?:نوشته|ارسال|منتشر|فرستاده|ثبت|درج)[\s\u200c]?شده\s(?:[^.!؟]{0,60}\s)?)(?:به[\s\u200c]?|ب)وسیله(?:[\s\u200c]?ی|ٔ)?\s(?P<name>[^.!؟]{2,60})"
)


#: who wrote something and at what hour, without a day: «+ نوشته شده در ساعت 1:12 توسط نرگس»
_AT_HOUR = lazy_pattern(
    r"\W{0,3}(?P<done>(?:نوشته|ارسال|منتشر|فرستاده|ثبت|درج|پست)[\s\u200c]?شده) (?:در )?(?:ساعت )?\d{1,2}\s?[:٫]\s?\d{2}\W{0,3}(?:[^\W\d.!؟]{0,3}\W{1,3}){0,3}توسط (?P<name>[^\d.!؟]{2,40})"
)


def sender(line: str) -> str:
    """Return the name of who sent a mail to a list, whose archive writes addresses with "at"; nothing where the line is another.

    >>> sender("Dara Novak dara at lists.example.org"), sender("Dara Novak met us at lists.example.org.")
    ('Dara Novak', '')
    """
    found = _SENDER.fullmatch(line) if " at " in line else None
    return found["name"] if found else ""


def row_of_entry(line: str) -> str:
    """Return a sentence that says when a post was written, and by whom, as a row with these alone; any other line as it is, but
    for words that mean «توسط», and an hour before it.

    The stamps of mail have their year last, and get it behind the month.

    >>> row_of_entry("این نوشته در ۱۳ مرداد ۱۳۹۴ توسط کیوان در سفرنامه ارسال شده است.")
    '۱۳ مرداد ۱۳۹۴ توسط کیوان'
    >>> row_of_entry("نوشته‌شده در آوریل 22, 2012 به‌وسیله‌ی کیوان"), row_of_entry("نوشته شده به وسیله قلم نی.")
    ('نوشته‌شده در آوریل 22, 2012 توسط کیوان', 'نوشته شده به وسیله قلم نی.')
    >>> row_of_entry("+ نوشته شده در ساعت 1:12 ب.ظ توسط نرگس")
    'نوشته شده توسط نرگس'
    >>> row_of_entry("این نوشته در ۱۳ نسخه چاپ شد."), row_of_entry("This entry was posted on May 4, 2018 by Dara Novak.")
    ('این نوشته در ۱۳ نسخه چاپ شد.', 'May 4, 2018 by Dara Novak')
    """
    if line[-4:].isascii() and line[-4:].isdecimal() and (stamp := _STAMP.fullmatch(line)):
        return f"{stamp['weekday']}, {stamp['day']} {stamp['month']} {stamp['year']} {stamp['clock']}"
    if "وسیله" in line and (means := _MEANS.fullmatch(line)):
        line = f"{means['done']}توسط {means['name']}"
    if "توسط" in line and (signed := _AT_HOUR.fullmatch(line)):
        return f"{signed['done']} توسط {signed['name']}"
    written, by = None, "توسط"
    if line.startswith("نوشته"):
        written = _BY.fullmatch(line)
    elif "شده" in line:
        written = _WRITTEN.fullmatch(line)
    elif line[:5].casefold() == "this ":
        written, by = _POSTED.fullmatch(line), "by"
    if written is None:
        return line
    return f"{written['day']} {by} {written['name']}" if written["name"] else written["day"]


def drop_others(marks: dict[int, Mark], texts: Sequence[str]) -> None:
    """Take the days of events and of posts that are quoted out of those of a page: «> — Sara (@sara) April 18, 2019»."""
    for place in [
        n for n in marks if texts[n][0] == ">" or any(map(_QUOTED.match, texts[max(n - 1, 0) : n + 1]))
    ]:
        del marks[place]
    _drop_events(marks)


def _drop_events(marks: dict[int, Mark]) -> None:
    """Take what says when something takes place out of the rows of a page that says elsewhere when its post was published."""
    if any(mark.label == "published" for mark in marks.values()):
        for place in [n for n, mark in marks.items() if _TAKES_PLACE.match(mark.line)]:
            del marks[place]
