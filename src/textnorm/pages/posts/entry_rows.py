"""Rows about a post that WordPress writes as sentences: «این نوشته در ۱۳ مرداد ۱۳۹۴ توسط کیوان در سفرنامه ارسال شده است.»"""

from __future__ import annotations

import re

from textnorm.lazy import lazy_pattern

_IS = r"(?:ارسال|نوشته|منتشر|فرستاده) شده(?:[\s\u200c]?است)?"
_WRITTEN = lazy_pattern(
    rf"(?:این|اين) (?:نوشته|مطلب|پست|یادداشت) (?:در(?: تاریخ)? |در روز )(?P<day>[^.]*?\d.{{0,24}}?)(?: توسط (?P<name>[^.،؛]{{2,40}}?))?(?: در (?:دسته )?[^.]{{2,60}}?)?,? {_IS}(?:[ ،.].{{0,160}})?"
)
_POSTED = lazy_pattern(
    r"this (?:entry|post) was (?:posted|written|published)(?: in [^.]{2,60}?)?(?: and tagged [^.]{2,80}?)? on (?P<day>[^.]{6,40}?)(?: by (?P<name>[^.]{2,40}?))?(?: in [^.]{2,60}?)?(?:\. .{0,200}|\.)?",
    re.IGNORECASE,
)


def row_of_entry(line: str) -> str:
    """Return a sentence that says when a post was written, and by whom, as a row with these alone; any other line as it is.

    >>> row_of_entry("این نوشته در ۱۳ مرداد ۱۳۹۴ توسط کیوان در سفرنامه ارسال شده است.")
    '۱۳ مرداد ۱۳۹۴ توسط کیوان'
    >>> row_of_entry("این نوشته در ۱۳ نسخه چاپ شد."), row_of_entry("This entry was posted on May 4, 2018 by Dara Novak.")
    ('این نوشته در ۱۳ نسخه چاپ شد.', 'May 4, 2018 by Dara Novak')
    """
    if "شده" in line:
        written, by = _WRITTEN.fullmatch(line), "توسط"
    elif line[:5].casefold() == "this ":
        written, by = _POSTED.fullmatch(line), "by"
    else:
        return line
    if written is None:
        return line
    return f"{written['day']} {by} {written['name']}" if written["name"] else written["day"]
