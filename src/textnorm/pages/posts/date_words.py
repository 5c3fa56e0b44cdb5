"""The words that stand round a date in a row: small words, weekdays, and labels that say what it is the date of."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from textnorm.dates.months import CAREFUL, PLAIN
from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import line_key
from textnorm.pages.posts.openings import without_lead

#: words that a date line may hold beside its fields, by their keys
SMALL = frozenset(
    line_key(word)
    for word in "در به روز ساعت تاریخ مورخ مورخه زمان درتاریخ هجری شمسی خورشیدی میلادی قمری برابر با مطابق و on at in of the am pm "
    "ق.ظ ب.ظ صبح عصر ظهر شب بعدازظهر شنبه یکشنبه دوشنبه سه‌شنبه سه چهارشنبه پنجشنبه جمعه monday tuesday wednesday thursday "
    "friday saturday sunday mon tue wed thu fri sat sun پست ارسال انتشار درج منتشر شده نوشته نوشته‌شده posted published updated "
    "امروز utc gmt irst گرینویچ گرینیچ گرينويچ تهران کابل".split()
)
#: names of months, Iranian and Afghan, as a pattern
MONTHS = "|".join(
    sorted({*re.split(r"[ |]", PLAIN["fa"]), *re.split(r"[ |]", CAREFUL["fa-AF"])}, key=len, reverse=True)
)
WEEKDAY = lazy_pattern(
    r"(?<!\w)(?:(?:یک|دو|سه|چهار|پنج)[\s\u200c]?شنبه|[يی]ک[\s\u200c]?شنبه|شنبه|جمعه|آدینه|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)",
    re.IGNORECASE,
)
_GAP = r"[\s\u200c]{0,2}"
#: what a date is said to be the date of: the first pattern that fits the start of a field
_PATTERNS = (
    (
        "other",
        rf"(?:تاریخ |زمان )?(?:عضویت|ثبت{_GAP}نام|فعلی|امروز(?=\s?:)|پیوستن)|آخرین (?:ویرایش|بازدید|فعالیت|ورود)|امروز\s?(?::|$)|today$|نقل[\s\u200c]?قول|originally posted|quote|ویرایش شده|joined|last (?:visit|seen)",
    ),
    (
        "updated",
        rf"(?:آخرین |زمان |تاریخ )?(?:به|ب){_GAP}روز{_GAP}(?:رسانی|شده|شد)(?:{_GAP}در)?|(?:آخرین |زمان |تاریخ )(?:بازبینی|بازنگری|اصلاح)(?:{_GAP}در)?|(?:last )?(?:updated|modified|reviewed)(?: on)?",
    ),
    (
        "published",
        rf"(?:(?:(?:منتشر|نوشته|ارسال|درج|ثبت|نشر){_GAP}(?:شده|شد)|(?:[^\W\d]{{1,20}}+ ){{1,2}}شده)(?: در)?(?: تاریخ)?|(?:تاریخ|زمان) (?:انتشار|درج|خبر|مطلب|ارسال|نشر|پست|نگارش|چاپ|جلسه|نشست|برگزاری|تصویب|صدور|ابلاغ|اعلام|ثبت|نظریه|استعلام|رای|رأی|دادنامه|نامه|بخشنامه|مصوبه|پرسش|پاسخ|سوال|سؤال|استفتا|گزارش|یادداشت|نوشته|مقاله|آگهی|اطلاعیه|بیانیه|ارائه|تهیه|تنظیم|تألیف|ترجمه|بارگذاری|مقاله|سند|پیام)|تاریخ(?=\s?:)|(?:د خپر[ېی]دو )?ن[ېی]ټه|ارسال در|نشر در|asked|answered|commented(?: on)?|opened this (?:issue|pull request)(?: on)?)",
    ),
)
#: what a date is of, by the name of its group; the first that matches is meant
FIELD_LABEL = lazy_pattern(
    "|".join(rf"(?P<{name}>(?:{pattern})(?!\w))" for name, pattern in _PATTERNS), re.IGNORECASE
)

#: what stands on a line above a name
_BY_ALONE = lazy_pattern(
    r"(?:(?:نوشته|ارسال|منتشر|ثبت|سوال|پرسیده|پرسش|پاسخ(?: داده)?) ?شده )?توسط|نویسنده|نویسنده مطلب|نگارنده|به قلم|خبرنگار|گزارشگر|مترجم|گردآورنده|شاعر"
    r"|(?:written |posted |published )?by|author",
    re.IGNORECASE,
)
#: a label above its date: «تأیید شده» is none
_LABEL_ALONE = lazy_pattern(
    r"(?<!\w)(?:در|تاریخ)$|^(?:تاریخ|زمان|آخرین|(?:د خپر[ېی]دو )?ن[ېی]ټه$|پرسیده شده|پاسخ داده شده)(?!\w)|^(?:[a-z]+ )?[a-z]+(?: on)?$",
    re.IGNORECASE,
)
#: one of these begins or ends each label of Persian letters
_LABELS = ("در", "تاریخ", "زمان", "آخرین", "پرسیده شده", "پاسخ داده شده", "نېټه", "نیټه")
#: and above the name of another channel
_FORWARDED = lazy_pattern(
    r"forwarded from|(?:باز ?فرستاده|هدایت|فوروارد|ارسال) ?شده از|فوروارد از", re.IGNORECASE
)


def folded(text: str) -> str:
    """Return a text with one spelling of yeh and kaf.

    >>> folded("يك") == "یک"
    True
    """
    return text.replace("ي", "ی").replace("ى", "ی").replace("ك", "ک")


def without_counts(months: Set[int], lines: Sequence[str]) -> set[int]:
    """Return the lines with months but those of an archive, each above the number of its posts: three and more in turn.

    >>> without_counts({0, 2, 4}, ["بهمن ۱۴۰۴", "۱", "آذر ۱۴۰۴", "۱۲", "مهر ۱۴۰۴", "۳"]), without_counts({1}, ["۱", "مهر ۱۳۹۷"])
    (set(), {1})
    """
    counted = {n for n in months if n + 2 in months and lines[n + 1].isdigit()}
    listed = {n for n in counted if n + 2 in counted or n - 2 in counted}
    return {n for n in months if n not in listed and n - 2 not in listed}


def label_alone(line: str) -> str:
    """Return what a line says that is nothing but a label: "by", "forwarded", or what the date on the line below is of.

    >>> label_alone("نوشته شده در"), label_alone("توسط:"), label_alone("Joined"), label_alone("در باران")
    ('published', 'by', 'other', '')
    """
    clean = " ".join(folded(without_lead(line)).split()).rstrip(" :")
    if _BY_ALONE.fullmatch(clean):
        return "by"
    if _FORWARDED.fullmatch(clean):
        return "forwarded"
    told = not "\u0600" <= clean[:1] <= "\u06ff" or clean.startswith(_LABELS) or clean.endswith(_LABELS)
    if not told or not _LABEL_ALONE.search(clean):
        return ""
    match = FIELD_LABEL.fullmatch(clean)
    return str(match.lastgroup) if match else ""
