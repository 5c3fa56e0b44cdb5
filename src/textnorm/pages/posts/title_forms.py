"""What a line says alone for or against being a headline: its words, its form, what it begins and ends with."""

from __future__ import annotations

import re

from textnorm.pages.interface import mask
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.line_forms import ends_in_verb
from textnorm.pages.posts.names import is_account, is_name
from textnorm.pages.posts.openings import starts_with
from textnorm.pages.posts.page_lines import PageLines

_NUMBER, _WORDS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+(?:[\s\u200c]+[^\W\d_]+)*")
PATH = re.compile(r"[»›>/]")
#: roles of rows about people and numbers
_OF_PEOPLE = mask("forum", "byline", "comment_row", "counter", "rating", "date_label", "channel")
#: a step of a path to the page
STEP = re.compile(r"\s[»›>/→]\s")
#: «مرجع تصویب: شورا», «۳ پیمانه آرد»
_PAIR = re.compile(r"[^:\d]{2,25}:\s\S+(?:\s\S+){0,4}$")
_AMOUNT = re.compile(r"(?:\d|نیم|یک)\s(?:عدد|گرم|پیمانه|قاشق|لیتر|کیلو|دقیقه|ساعت|تومان|ریال|نفر|متر)")
#: the result of a match between two names; its dash and digits are no signs of a headline
RESULT = re.compile(r"[^\W\d][^\d]{1,30}\s\d{1,3}\s?[-–:]\s?\d{1,3}\s[^\W\d][^\d]{1,30}")
_HAS_RESULT = re.compile(r"[^\W\d]\s\d{1,2}\s?[-–]\s?\d{1,2}\s[^\W\d]")
#: what a page offers, announces or shows begins its headline so: «استخدام حسابدار», «نمایش مرغ دریایی»
_ANNOUNCES = re.compile(
    r"(?:استخدام|آگهی|فراخوان|دعوت به|نمایش|فیلم|سریال|کتاب|رمان|آیین[\s\u200c]?نامه|قانون|دستور|طرز تهیه|دانلود|آموزش|خرید|فروش|اجاره|رهن|بررسی|نقد|معرفی|اطلاعیه|دوره|کارگاه|کنسرت|نشست|همایش|قسمت|فصل|پرسش|تور)\s"
)
#: who is asked, above what he says
INTRODUCES = re.compile(
    r"(?:گفت[\s\u200c]?(?:و[\s\u200c]?)?گوی?|مصاحبه) .{0,30}?با |گزارشی? .{0,30}?(?:از|درباره) "
)
#: a label of facts and its value
_LABELLED = re.compile(
    r"(?:زمان|مکان|محل|ساعت|نشانی|آدرس|قیمت|هزینه|حقوق|شماره|کد|شغل|سمت|نوع|سابقه|مرجع|گروه|ناشر|پدیدآور|نویسنده|کارگردان|بازیگران|مدت|وضعیت|تعداد|سال|تاریخ|مهلت|ظرفیت|امتیاز|سن|کودک|فرزند|شهر|تخصص|رشته|گل[\s\u200c]?ها|داور|ترکیب|ورزشگاه|بها|ورودی|مخاطب|سخنران|حاضران|غایبان)(?:[\s\u200c][^\W\d]{1,20}){0,2}\s?[:,،]\s"
)
#: which of a series something is, and its own headline
_OF_SERIES = re.compile(
    r"(?:شماره|قسمت|اپیزود|جلسه|نامه|هفته|فصل|بخش|درس)(?:[ٔهی\u200c]{1,2})?\s(?:\d{1,4}|[^\W\d]{2,8})\s?[:،–—-]\s?[^\W\d]\S*\s\S+\s\S"
)
#: where something is
_ADDRESS = re.compile(
    r"(?<!\w)(?:خیابان|کوچه|محله|میدان|بلوار|پلاک|طبقه|ساختمان|چهارراه|استان|شهرک|روستای)(?!\w)"
)
#: who speaks: «پرسش: …»
ASKS = re.compile(r"(?:پرسش|سوال|سؤال|پاسخ|جواب)(?: شما)?\s?:\s")
#: lines on top of a page, among which its name stands; lines above the name of a thing among which the headline may say it
_TOP, _NEAR = 2, 12
#: who somebody works for, by its name alone
_ORGANISATION = re.compile(
    r"(?:شرکت|موسسه|مؤسسه|گروه|فروشگاه|کارخانه|استارتاپ|هلدینگ|آژانس|مجتمع|بیمارستان|انتشارات|آموزشگاه|رستوران|کافه|تیم)(?:\s[^\W\d][\w\u200c]*){1,3}"
)
#: the heading of the text of a page that offers something
_HEADS = re.compile(
    r"(?:معرفی|توضیحات?|شرح|خلاصه|درباره)(?:[\u200cیٔء]{0,2}\s(?:این\s)?(?:برنامه|اپلیکیشن|محصول|کتاب|فیلم|سریال|بازی|داستان|دوره|اثر|آگهی|کالا|شغل))?\s?:?"
)
#: what those who wrote a paper are, by the number beside their names: «2 استادیار، گروه آب، دانشگاه یزد»
_AFFILIATION = re.compile(
    r"[\d*¹²³⁴-⁹]{1,3}\.?\s?(?:دانشجو|دانش[\s\u200c]?آموخته|استاد|دانشیار|گروه|دانشکده|دانشگاه|پژوهشگر|پژوهشکده|مربی|کارشناس|عضو|بخش|مرکز)"
)
#: what a site says of itself on top: «نوشته‌های یک راننده»
_OF_SITE = re.compile(
    r"(?:نوشته|یادداشت|دل[\s\u200c]?نوشته|روز[\s\u200c]?نوشت|روزنوشته|روزمره|خاطره|شعر|حرف)[\s\u200c]?های\s|(?:خاطرات|اشعار|وبلاگ|وب[\s\u200c]?نوشت|پایگاه|روزنامه|مجله|خبرگزاری|کانال)\s"
)
#: below the title of a page of MediaWiki
_OF_WIKI = re.compile(r"از (?:ویکی|دانشنامه)[^.!؟:]{1,40}$")


def own_signs(page: PageLines, place: int) -> dict[str, float]:
    """Return the signs of a line that are seen of it alone."""
    words, text = page.words[place], page.texts[place]
    known, telling = interface_words(text)
    result = RESULT.fullmatch(text) is not None
    return {
        "one word": words == 1,
        "two words": words == 2,
        "some words": 3 <= words <= 4,
        "many words": 5 <= words <= 14,
        "too many words": words > 14,
        "kept": bool(page.kept and page.kept[place]),
        "role": bool(page.roles[place]),
        "about": bool(page.roles[place] & _OF_PEOPLE),
        "interface": known / telling if telling else 0.0,
        "question": text[-1] in "?؟!",
        "fields": not result and ("|" in text or " - " in text or "»" in text),
        "digits": not result and _LABELLED.match(text) is None and any(map(str.isdigit, text)),
        "pair": _PAIR.match(text) is not None and not _HAS_RESULT.search(text),
        "announces": _ANNOUNCES.match(text) is not None,
        "labelled": _LABELLED.match(text) is not None or _is_sum(text),
        "organisation": _ORGANISATION.fullmatch(text) is not None or _AFFILIATION.match(text) is not None,
        "over pairs": _is_over_pairs(page, place),
        "made by one": place + 1 < len(page) and _ORGANISATION.fullmatch(page.texts[place + 1]) is not None,
        "heads the text": _HEADS.fullmatch(text) is not None,
        "verb": ends_in_verb(text),
        "address": len(_ADDRESS.findall(text)) > 1 and "،" in text,
        "of the site": (place and text == f"درباره {page.texts[0]}")
        or (place < 3 and _OF_SITE.match(text) is not None)
        or _OF_WIKI.match(text) is not None,
        "path": len(PATH.findall(text)) > 1 or STEP.search(text) is not None,
        "name": is_name(text) or is_account(text),
        "amount": _AMOUNT.search(text) is not None,
        "caption": starts_with(text, "photo") != "" or text.startswith(("تصویر ", "تصوير ", "عکس ")),
        "a saying": text[0] in '«“"' and text[-1] in '»”"',
        "goes on": text.startswith(("و ", "and ")),
        "full stop inside": ". " in text,
        "often": page.key_counts[page.keys[place]] > 2,
    }


def _is_over_pairs(page: PageLines, place: int) -> bool:
    """Tell whether two labels of facts with their values stand right below a line that is none: «ساعت بازدید: ۹ تا ۱۷»."""
    pairs = [_LABELLED.match(text) is not None for text in page.texts[place : place + 3]]
    if pairs != [False, True, True] or place <= _TOP or _ORGANISATION.fullmatch(page.texts[place]):
        return False
    return not any(page.keys[place] in key for key in page.keys[max(place - _NEAR, 0) : place])


def _is_sum(text: str) -> bool:
    """Tell whether a line is amounts with a few words: «۱۲٬۴۰۰٬۰۰۰ تومان جمع شده از ۱۸٬۰۰۰٬۰۰۰»."""
    return sum(map(str.isdigit, text)) * 3 >= len(text) and "تومان" in text


def is_label(text: str) -> bool:
    """Tell whether a word is the label of a fact, whose value may stand on the line below: «زمان»."""
    return " " not in text and _LABELLED.match(f"{text}: ") is not None


def speaks(text: str) -> bool:
    """Tell whether a line is what somebody said, or a question: a headline below the name of who is asked."""
    return text[0] == "«" or text[-1] in "؟?"


def introduces_somebody(text: str) -> bool:
    """Tell whether a line names who is asked, above what he says: «گفت‌وگو با بهزاد فرهمند، آهنگساز»."""
    introduced = INTRODUCES.match(text)
    name, comma, _ = text[introduced.end() :].partition("،") if introduced else ("", "", "")
    return is_name(name) or (comma != "" and 1 <= name.count(" ") <= 2)


def skeleton(page: PageLines, place: int) -> str:
    """Return the numbers and signs between the words of a line, as rows of a table share them; nothing of plain words."""
    text = page.texts[place]
    return _WORDS.sub("a", _NUMBER.sub("0", text)) if _NUMBER.search(text) else f"{place}"


def is_of_series(text: str) -> bool:
    """Tell whether a line is a headline with its number in a series before it.

    >>> is_of_series("شماره ۳۷: چرا پل‌ها می‌خوانند"), is_of_series("شماره ۳۷: قرمز")
    (True, False)
    """
    return _OF_SERIES.match(text) is not None
