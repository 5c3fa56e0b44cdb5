"""The words that stand round a date in a row: small words, weekdays, and labels that say what it is the date of."""

from __future__ import annotations

import re

from textnorm.pages.keys import line_key

#: words that a date line may hold beside its fields, by their keys
SMALL = frozenset(
    line_key(word)
    for word in "در به روز ساعت تاریخ مورخ مورخه زمان درتاریخ هجری شمسی خورشیدی میلادی قمری برابر با مطابق و on at in of the am pm "
    "ق.ظ ب.ظ صبح عصر ظهر شب بعدازظهر شنبه یکشنبه دوشنبه سه‌شنبه سه چهارشنبه پنجشنبه جمعه monday tuesday wednesday thursday "
    "friday saturday sunday mon tue wed thu fri sat sun پست ارسال انتشار درج منتشر شده نوشته نوشته‌شده posted published updated "
    "امروز utc gmt irst".split()
)
WEEKDAY = re.compile(
    r"(?<!\w)(?:(?:یک|دو|سه|چهار|پنج)[\s\u200c]?شنبه|[يی]ک[\s\u200c]?شنبه|شنبه|جمعه|آدینه|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)",
    re.IGNORECASE,
)
_GAP = r"[\s\u200c]{0,2}"
#: what a date is said to be the date of: the first pattern that fits the start of a field
_PATTERNS = (
    (
        "other",
        rf"(?:تاریخ |زمان )?(?:عضویت|ثبت{_GAP}نام|فعلی|پیوستن)|آخرین (?:ویرایش|بازدید|فعالیت|ورود)|امروز\s?:|ویرایش شده|joined|last (?:visit|seen)",
    ),
    (
        "updated",
        rf"(?:آخرین |زمان |تاریخ )?(?:به|ب){_GAP}روز{_GAP}(?:رسانی|شده|شد)(?:{_GAP}در)?|(?:last )?(?:updated|modified)(?: on)?",
    ),
    (
        "published",
        rf"(?:(?:(?:منتشر|نوشته|ارسال|درج|ثبت|نشر){_GAP}(?:شده|شد)|(?:[^\W\d]+ ){{1,2}}شده)(?: در)?(?: تاریخ)?|(?:تاریخ|زمان) (?:انتشار|درج|خبر|مطلب|ارسال|نشر|پست|نگارش|چاپ)|تاریخ(?=\s?:)|ارسال در|نشر در)",
    ),
)
LABELS = [(name, re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)) for name, pattern in _PATTERNS]


def folded(text: str) -> str:
    """Return a text with one spelling of yeh and kaf.

    >>> folded("يك") == "یک"
    True
    """
    return text.replace("ي", "ی").replace("ى", "ی").replace("ك", "ک")
