"""Who wrote a post: the name in a byline, or in the row that dates the post. Nothing is guessed."""

from __future__ import annotations

import re

from textnorm.pages.posts.date_lines import BY_NAME, CLOCK, FIELDS, HALF_DAY, Mark
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.names import is_account, is_name
from textnorm.pages.posts.openings import persian, starts_with

_NAME_WORDS = 6
_LONGEST = 120
#: ``در ۱۰:۲۰`` and ``at 9:14`` at the end of a byline
_TIME_END = re.compile(rf"\s*(?:در|در ساعت|ساعت|at|,|،)\s*(?:{CLOCK.pattern})$", re.I)
_NAME_END = re.compile(
    r"\s+(?:در|on|at|ساعت|تاریخ|روز|in|and published|لینک|پیوند|نظرات?|دیدگاه|بازدید|موضوع|دسته|چاپ|آخرین|(?:به|ب)[\s\u200c]?روز[\s\u200c]?(?:رسانی|شده|شد)|last updated|published|posted)\b.*|\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+\d.*|\s*[|•·,،(\[–—»*].*|\s*-\s.*|(?<!\w)\d.*|\d{4}.*",
    re.IGNORECASE,
)
#: a word for who made the text, alone or with others, then the name: «گزارش و عکس: پروانه شفیعی»
_MADE_BY = re.compile(
    r"(?:نویسنده(?:(?:ٔ|[\s\u200c]ی)?\s(?:این )?(?:نوشته|مطلب|خبر|مقاله|پست|یادداشت|گزارش))?|نویسندگان|خبرنگار|گزارش(?:گر)?|نگارش|نگارنده|مترجم|ترجم[هۀ]|نوشت[هۀ]|تهیه|تنظیم|متن|به قلم|تحلیلگر|آشپز|تدوین و نگارش|یادداشت|شاعر|سروده|(?:شعر|دستور(?: پخت)?|متن|نوشته|مطلب|مقاله|گزارش|داستان|قصه|خاطره)\sاز)"
    r"(?:\s?(?:و|/|،)\s?(?!کارگردان)[^\W\d]+)?\s?:\s*(?P<name>.+)"
)
#: what people who write are, beside their names: «کامبیز نوری | روزنامه‌نگار»
JOB = re.compile(
    r"(?:روزنامه[\s\u200c]?نگار|خبرنگار|نویسنده|پژوهشگر|کارشناس|استاد|دانشجو|دبیر|منتقد|مترجم|گزارشگر|عضو|مدیر|فعال|پزشک|روان[\s\u200c]?شناس|اقتصاددان|شاعر|عکاس|سردبیر|متخصص|فوق تخصص|دکترای|وکیل|استادیار|دانشیار|مشاور|مربی|تحلیل[\s\u200c]?گر|مدرس|جامعه[\s\u200c]?شناس|تاریخ[\s\u200c]?نگار|فیلم[\s\u200c]?ساز|کنشگر|حقوق[\s\u200c]?دان|ورودی(?=\s\d\d))(?!\w)"
)
#: what somebody did to the text, and who: «پاسخ داده شده توسط حمید شفیع»; who changed or checked it did not write it
_DONE_BY = re.compile(
    r"(?:(?:پاسخ|جواب)(?: داده شده)?|پرسیده شده|(?:سوال|پرسش)(?: شده)?|مطرح شده|(?:تهیه|تنظیم|گردآوری|نگارش|ثبت|افزوده|فرستاده|آپلود|بارگذاری)(?: و [^\W\d]{3,12})?(?: شده)?|(?:asked|answered|submitted|uploaded|added) )\s?(?:توسط|by)\s?:?\s(?P<name>\S.*)",
    re.IGNORECASE,
)
#: such a word before a name that needs no colon, and a comma for one: «نوشته سینا پارسا», «نویسنده, نازنین ثابتی»
_WRITTEN_BY = re.compile(
    r"(?:(?:نوشته?|متن|گزارش|ترجمه?|یادداشت)(?:[ٔهۀ]|[\s\u200c]ی|ی(?=\sاز\s))?\s(?:از\s)?|(?:خبر|خبر و عکس|گزارش و عکس)\s?:\s?|(?:نویسنده|خبرنگار|مترجم|author)\s?[,،]\s?|(?:گفت[\s\u200c]?(?:و[\s\u200c]?)?گو|مصاحبه)(?:[\s\u200c]?(?:کننده|گر))?\s?(?::\s?|از\s?:?\s))(?P<name>\S.*)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
#: what stands between a name and a day
_BETWEEN = re.compile(r"\s[-–—|•·]\s|[|،,]")
_SEPARATOR = re.compile(r"[|•·]|\]\s*\[")
#: a name that ends in an initial: «امید س.»
_INITIAL = re.compile(r"\s[^\W\d]\.$")
#: words that stand where a name would, in lines about something else
_NO_NAME = re.compile(
    r"^(?:و\s|(?:قبلی|بعدی|پیشین|پسین|فصل|قسمت|اپیزود|جلد)\b|موضوع|مطلب|این|آخرین|کل|تعداد|:)|://|@\S+\.\S"
)


def name_in(line: str) -> str | None:
    """Return the name that a byline gives: at most six words, no sentence.

    >>> name_in("ارسال شده توسط کاوه در ۱۰:۲۰ ب.ظ."), name_in("By noon it rained.")
    ('کاوه', None)
    """
    if len(line) > _LONGEST:
        return None
    if _DIGIT.search(line):
        line = _TIME_END.sub("", HALF_DAY.sub("", line))
    if not line or (line[-1] in ".!?؟…" and not _INITIAL.search(line)):
        return None
    if ":" in line:
        bare = line.lstrip(" *•-–—|")
        if made := _MADE_BY.match(persian(bare)):
            return clean_name(bare[made.start("name") :])
    if (written := _WRITTEN_BY.fullmatch(persian(line))) and is_name(written["name"]):
        return line[written.start("name") :]
    if done := _DONE_BY.fullmatch(persian(line)):
        return clean_name(line[done.start("name") :], loose=True)
    phrase = starts_with(line, "byline")
    named = after(line, phrase) if phrase else ""
    name = clean_name(named, loose=phrase[-1:] == ":" and is_account(named)) if named else None
    return None if name and phrase.isalpha() and _is_column(line, name) else name


def _is_column(line: str, name: str) -> bool:
    """Tell whether a line is the head of a table, «نویسنده پیام»: no colon, and no word that interfaces have not."""
    known, telling = interface_words(name)
    return ":" not in line and known == telling > 0 and " " not in name


def byline(line: str) -> str | None:
    """Return the name in a line that is a byline, or has one among its fields.

    >>> byline("طبقه بندی : ورزش | نویسنده: پویا | نظرات(5)")
    'پویا'
    >>> byline("بخش رمان: «پله‌های نمناک»، نوشته‌ی هما سروش")
    """
    if "|" not in line and ("»" not in line or "«" in line):  # guillemets round a title part nothing
        return name_in(line)
    parts = row_parts(line)
    if len(parts) == 2 and is_name(parts[0]) and JOB.match(parts[1]):
        return parts[0]
    return next((name for part in (line, *parts) if (name := name_in(part))), None)


def is_job(text: str) -> bool:
    """Tell whether a line says what somebody is, as below a name: few words that nothing ends.

    >>> is_job("متخصص پوست و مو"), is_job("پزشک گفت که خوب می‌شود.")
    (True, False)
    """
    return text.count(" ") < _NAME_WORDS and text[-1] not in ".!?؟:" and JOB.match(text) is not None


def name_beside(mark: Mark) -> str | None:
    """Return the name in a row that dates a post: after «توسط» or by, or alone in a field of it."""
    if mark.label in ("updated", "other"):  # who changed a text need not have written it
        first = mark.label == "updated" and starts_with(mark.line, "byline")
        return clean_name(mark.names[0]) if first and mark.signed else None
    if mark.style == "byline" or BY_NAME.search(persian(mark.line)):
        named = next((name for part in (mark.line, *row_parts(mark.line)) if (name := name_in(part))), None)
        if named:
            return named
    if not mark.names and mark.found is not None:
        pieces = _BETWEEN.split(mark.line.replace(mark.found.text, " ", 1))
        return next((name for piece in pieces if (name := name_in(piece.strip()))), None)
    many = len(_SEPARATOR.findall(mark.line)) > 1
    signed = mark.signed and (mark.style == "byline" or "توسط" in mark.line)
    for number, words in enumerate(mark.names):
        name = name_in(words) or clean_name(words, loose=" " not in words or (signed and not number))
        sure = (mark.signed and not number) or many or (name and " " in name)
        shouted = words.isupper() and " " in words
        numbered = any(map(str.isdigit, words)) and not (signed and is_account(name or ""))
        if name and sure and not shouted and not numbered:
            return name
    return None


def after(line: str, phrase: str) -> str:
    """Return what stands behind a phrase of the line."""
    line = line.replace(" \u200c", " ")
    place = persian(line.casefold()).find(phrase)
    return line[place + len(phrase) :].strip(" :\t")


def clean_name(words: str, *, loose: bool = False) -> str | None:
    """Return the words as a name, without what follows it; None when they are none.

    A Latin name begins with a capital, unless a user's name is as good (*loose*).
    """
    if _NO_NAME.search(words):
        return None
    user = words.strip(" :")
    name = user if is_account(user) else _NAME_END.sub("", words).strip(" :;؛ـ-|/*")
    if not 0 < len(name.split()) <= _NAME_WORDS:
        return None
    return name if loose or not name[:1].isascii() or name[:1].isupper() else None


def can_sign(text: str, roles: int) -> bool:
    """Tell whether a line below «توسط» can be a name."""
    plain = not roles and text[-1] not in ".:؛!؟?…" and not any(map(str.isdigit, text))
    return plain and text.count(" ") < 5


def row_parts(line: str) -> list[str]:
    """Cut a row like ``۱۲ مهر ۱۴۰۱ | ۱۰:۲۵ | کد خبر: ۱۲۳`` at its separators."""
    return [part.strip() for part in FIELDS.split(line.strip("[]| ")) if part and part.strip()]
