"""The form of a line, looked at alone: does it end as a sentence does, can it be a title, is it a row of strings?"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import ALONE, mask, role_bits
from textnorm.pages.keys import EDIT_LINK
from textnorm.pages.posts.openings import is_heading, starts_with

LONGEST_TITLE = 160
#: how many of something a page has
_COUNTER = lazy_pattern(
    r"[^\W\d]{1,30}\s[^\W\d][\w\u200c]{1,30}\s?[،,]\s{0,8}\d{6,20}$|\d[\d٬,.]*\s(?:هزار\s)?(?:نظر|دیدگاه|پاسخ|بازدید|امتیاز|رأی|رای|کامنت)(?:\s?[،,|•·]|\s\d+\s\S+\s(?:پیش|قبل)$|$)"
)
#: a day in words: «پانزدهم شهریور هزار و سیصد و نود و هفت»
_IN_WORDS = lazy_pattern(r"[^\W\d]{2,9}م\s[^\W\d]{2,9}(?:\s?ماه)?(?:\sسال)?\s(?:یک )?هزار و .{6,40}")
#: several counts in a row: «بازدید: ۱۲۳۰ | پاسخ: ۲»
_COUNTS = lazy_pattern(
    r"(?:[^\W\d][^\d:|]{1,25}:\s?\d[\d,٬.]*\s?(?:k|m|هزار)?\s*(?:[|·•/،,–-]\s*|$)){2,9}", re.IGNORECASE
)
#: what an archive or a board says above its posts: «۱۳ مطلب در مهر ۱۳۹۷ ثبت شده است»
_ABOVE_POSTS = lazy_pattern(
    r"\d{1,5}\s(?:مطلب|نوشته|پست|یادداشت|مقاله)\s(?:(?:در|از)\s[^\W\d]\S{1,12}\s\d{4}|با (?:موضوع|کلمه|برچسب|دسته).{2,40})(?: ثبت شده(?: است)?)?"
    r"|(?:شروع|آغاز|ایجاد)[\s\u200c]?(?:کننده|گر)[ٔی]?\s(?:موضوع|تاپیک|بحث|گفتگو)\b.{0,60}"
)
#: the number of an issue or a page is no title
_ISSUE = lazy_pattern(
    r"(?:خبرنامه\s)?(?:سال|شماره|دوره|صفحه|جلد)(?: پیاپی)?\s?:?\s(?:\d[\d,٬]*|[^\W\d]+م)(?:\s?[-–—،,|]\s?(?:شماره\s\d+)?)*"
)
#: which of several it is: «تصویر ۱ از ۴»
_OF_SEVERAL = lazy_pattern(r"(?:[^\W\d]+\s)?\d{1,4}\s(?:از|/|of)\s\d{1,4}")
#: numbers with units: «1080p | 608,8MB»
_UNITS = lazy_pattern(r"(?=.*\d)(?:\d[\d.,:]*\s?[^\W\d_]{0,2}(?:[\s|×x,/-]+|$))+")
#: how long something takes: «۱ ساعت و ۴۲ دقیقه»
_DURATION = lazy_pattern(
    r"(?:مدت[^\W\d\s]{0,4}\s?(?:زمان\s?)?:?\s?)?\d{1,3}\s(?:ساعت|دقیقه|ثانیه|hours?|minutes?|min)(?:\s?(?:و|and)?\s?\d{1,2}\s(?:دقیقه|ثانیه|minutes?|min))?",
    re.IGNORECASE,
)
#: something with its age behind it: «نسیم پارسا · ۳ ساعت»
_AGED = lazy_pattern(r".{2,60}\s[·•]\s\d{1,2}\s?(?:سال|ماه|هفته|روز|ساعت|دقیقه|y|yr|mo|w|d|h)")
#: fewest links of a menu in one row that begins with the first page, and most words of one
_MENU, _LINK = 4, 3
#: the subject of a mail of a list, behind the list's name: «[l10n] ترجمه واژه»
_OF_LIST = lazy_pattern(r"\[[^\W\d][^\[\]|]{1,20}\]\s[^\W\d]\S*\s\S")
#: how readers rated something: «۴٫۸ از ۵ (۶۲ نظر)»
_RATED = lazy_pattern(r"\d{1,2}(?:[.,٫/]\d{1,2})?\s?(?:از|/|out of)\s?\d{1,3}(?:\s?[(|·].{0,24})?$")
#: a title in brackets: «[دندان شیری]»
_BRACKETED = lazy_pattern(r"\[(?!edit)[^\W\d][^\[\]:|]{2,60}\]", re.IGNORECASE)
#: how old a comment is, in a row of what may be done with it
_AGE = lazy_pattern(r"\d{1,3}\s?(?:[^\W\d]{1,6})?(?: پیش| قبل| ago)?")
#: pictures before a counter
_SIGNS = "👁👀❤♥♡💬🕐🕒⏱★☆👍 \ufe0f"
_ENDS = tuple(".!?؟…")
#: how lines end that go on in the next one: a sentence that a tool cut at a link
_CUT = (" که", " و", " یا", " از", " به", " با", " برای", " اگر", " چون", " هر")
_CODE = lazy_pattern(r"[=(){};]|^(?:import|from|def|class|return|sudo|pip|npm|cd|git)\s")
#: what may stand behind the end of a sentence; the end of another inside a line; marks of notes
_BEHIND = " ])»”\"'" + _SIGNS + "😀😁😂😃😄😅😆😉😊😍😎😐😔😘😢😭🙂🙈🙏🌹🌸🌿🍀✨"
_INNER_END = lazy_pattern(r"[^\W\d_]{2}[.!؟?]+\s+[^\W\d_]+\s+[^\W\d_]+")
_NOTES = lazy_pattern(r"(?:\[(?:\d{1,3}|\w)\]){1,6}$")
#: how headlines end
_VERB = lazy_pattern(
    r"(?<!\w)(?:شد|شدند|شود|کرد|کردند|است|بود|داد|دادند|گرفت|رسید|یافت|دارد|دارند|ندارد|آمد|رفت|ماند|گفت|کنید|کنیم|کنند|ن?می[\s\u200c]?[^\W\d]+)[؟?!]?$"
)


def is_code(text: str) -> bool:
    """Tell whether a line reads like code: no letters but ASCII, and signs or words of code.

    >>> is_code("box.append(x)"), is_code("return box"), is_code("Returns")
    (True, True, False)
    """
    return text.isascii() and _CODE.search(text) is not None


def ends_in_verb(text: str) -> bool:
    """Tell whether a line ends in a finite verb, as headlines do and names of things do not.

    >>> ends_in_verb("دهقانان از کمبود تخم شکایت دارند"), ends_in_verb("یک دهقان در قریه")
    (True, False)
    """
    return _VERB.search(text) is not None


def ends(text: str) -> bool:
    """Tell whether a line ends as a sentence does, or has the end of one inside, as people write in chats.

    What stands behind the end counts for nothing: brackets, quotes, numbers of notes, pictures.
    """
    if _NOTES.sub("", text).rstrip(_BEHIND)[-1:] in _ENDS:
        return True
    return ends_inside(text)


def ends_inside(text: str) -> bool:
    """Tell whether a line has the end of a sentence inside.

    >>> ends_inside("سرکه زدم جواب داد. اول یک گوشه امتحان کن"), ends_inside("نگارش 3.2 آمد")
    (True, False)
    """
    return _INNER_END.search(text) is not None


def _is_link(text: str) -> bool:
    """Tell whether a line begins as links, accounts and items of lists do: none is a title but a heading."""
    if text[0] == "[" and _OF_LIST.match(text) is None and _BRACKETED.fullmatch(text) is None:
        return True
    begins = text.startswith(("http", "www.", "@", "(BUTTON)", "- ", "• ", "* ", "– ", "#"))
    return begins and not is_heading(text)


def can_title(text: str) -> bool:
    """Tell whether a line has the form of a title.

    >>> [*map(can_title, ("باران ۳ روز ماند", "بازدید: ۱۲۳۰ | پاسخ: ۲", "پیدایش [ویرایش]", "باد | برف | آب | خاک"))]
    [True, False, False, False]
    >>> can_title("این را در نوشته‌ای که"), can_title("خانه‌ای در مه")
    (False, True)
    >>> can_title("[دندان شیری]"), can_title("۱۳ مطلب در مهر ۱۳۹۷ ثبت شده است"), can_title("۱۳ نکته در یک نگاه")
    (True, False, True)
    """
    ends = text[-1] in ".،؛,;:" and not text.endswith(("...", ".."))
    cut = text.endswith(_CUT)
    loud = text[-1] in "!…" and not is_heading(text) and text.count(" ") > 8
    link = _is_link(text)
    quoted = text.startswith(("نقل قول ", "نقل‌قول "))
    section = text[-1] == "]" and EDIT_LINK.search(text) is not None
    rated = text[0].isdigit() and _RATED.match(text) is not None
    photo = starts_with(text, "photo").endswith((":", "،", ","))
    fields = sum(text.count(f" {sign} ") for sign in "‧•·∙") > 1 or text.count(" | ") > 2
    arrow = (text[0] == "«" and "»" not in text) or (text[-1] == "»" and "«" not in text)
    return (
        len(text) <= LONGEST_TITLE
        and not fields
        and not arrow
        and not photo
        and not rated
        and not section
        and not quoted
        and not ends
        and not cut
        and not loud
        and not link
        and any(map(str.isalpha, text))
        and _ISSUE.fullmatch(text) is None
        and _COUNTER.match(text) is None
        and _COUNTS.fullmatch(text) is None
        and _DURATION.fullmatch(text) is None
        and _OF_SEVERAL.fullmatch(text) is None
        and _ABOVE_POSTS.fullmatch(text) is None
        and not ("هزار و" in text and _IN_WORDS.fullmatch(text))
        and not (("·" in text or "•" in text) and _AGED.fullmatch(text))
    )


def is_topic(text: str, below: str, bits_below: int) -> bool:
    """Tell whether a line with a label is the topic of a discussion: the tools of a forum or the first message stand right below.

    >>> is_topic("موضوع: برگ‌ها", "ابزارهای موضوع", role_bits("ابزارهای موضوع"))
    True
    >>> is_topic("موضوع: برگ‌ها", "#1", 0), is_topic("موضوع: مدرسه", "بازدید: ۲۱۴", role_bits("بازدید: ۲۱۴"))
    (True, False)
    """
    tools = bits_below & ALONE > 0 and bits_below & mask("forum") > 0
    return text.startswith("موضوع") and (tools or below in ("#1", "#۱"))


def row_bits(text: str) -> int:
    """Return the roles of a row of interface strings between bars or dots: «نظرات (9) | لینک دائم», «پسندیدن · پاسخ · ۲ هفته».

    >>> row_bits("خانه | واژه‌ها | کتاب‌ها | نامه به من") > 0, row_bits("باران | واژه‌ها | کتاب‌ها | نامه به من") > 0
    (True, False)
    """
    fields = [field for field in text.split("|") if field.strip()] if "|" in text else []
    if "·" in text and not fields:
        fields = [field for field in text.split("·") if not _AGE.fullmatch(field.strip())]
    bits = [role_bits(field) for field in fields]
    if len(fields) >= _MENU and bits[0] & mask("navigation") and all(len(f.split()) <= _LINK for f in fields):
        return ALONE | mask("navigation")
    return reduce(or_, bits, 0) if len(bits) > 1 and all(bits) else 0


def is_bare(text: str) -> bool:
    """Tell whether a line holds no word: numbers, signs, units.

    >>> is_bare("1080p | 608,8MB"), is_bare("۳ باران")
    (True, False)
    """
    if text[:1].isalpha():
        return False
    rest = text.lstrip(_SIGNS + "/")
    return (rest[:1].isdecimal() and _UNITS.fullmatch(rest) is not None) or not any(map(str.isalpha, text))
