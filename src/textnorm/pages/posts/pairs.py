"""Lines of something and its value: credits, ingredients, when and where; and what of them belongs to a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import SLOT, mask
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.page_lines import PageLines

#: roles that no pair of a text has
_ROLES = ~(mask("byline") | SLOT)
#: and none but with a word of its own, as a weight has
_COUNTED = mask("counter")
#: how much of something a recipe takes, on a line of its own below it
_AMOUNT = lazy_pattern(
    r"(?:(?:\d+|[½¼¾]|نیم|نصف|یک|دو|سه|چند|به)\s?(?:و\sنیم\s)?(?:تا\s\d+\s)?)(?:عدد|گرم|پیمانه|قاشق|لیتر|کیلو|کیلوگرم|استکان|لیوان|فنجان|حبه|برگ|مقدار|اندازه|بسته|دسته|پر|تکه)(?:\s[^\W\d]+){0,4}"
)
#: how big or heavy something is, behind a colon
_MEASURE = lazy_pattern(
    r"[^\W\d][^:.؟?]{1,25}\s?:\s?\d[\d.,٫/×x* ]{0,12}\s?(?:در \d+ ?){0,2}(?:گرم|کیلو(?:گرم)?|(?:سانتی|میلی|کیلو)?[\s\u200c]?متر(?: مربع)?|(?:میلی[\s\u200c]?)?لیتر|وات|ولت|اینچ|مگاپیکسل|(?:گیگا|مگا|ترا)بایت|میلی[\s\u200c]?آمپر(?: ساعت)?|عدد|درجه)\b"
)
#: headings of lists that texts have at their end
_LIST_HEADING = lazy_pattern(
    r"(?:مشخصات(?: (?:فنی|ظاهری|کلی|محصول|کالا|دستگاه))?|ویژگی[\s\u200c]?ها|(?:نقاط (?:قوت|ضعف)|مزایا|معایب|وظایف|مسئولیت[\s\u200c]?ها|ویژگی[\s\u200c]?های|مسئولیت[\s\u200c]?های|مهارت[\s\u200c]?های|شرایط (?:احراز|شرکت|لازم|استخدام|ثبت[\s\u200c]?نام)|(?:مدارک|مواد|وسایل) (?:لازم|مورد نیاز)|محتویات (?:جعبه|بسته)|پیش[\s\u200c]?نیازها)(?:\s[^\W\d]+){0,3})\s?:?"
)
#: most words of a thing of such a list; its bullets
_ITEM, _BULLETS = 12, "-•*–"
#: what a list of good and bad points has below it
_SCORE = lazy_pattern(r"(?:امتیاز|نمره|رتبه)(?:\s[^\W\d]{1,12}){0,2}\s?:\s?\d")
#: what something is and its value
_PAIR = lazy_pattern(r"[^\W\d][^:.؟?]{1,30}\s?:\s\S")
#: a part of a recording; when and where something will be
_PART = lazy_pattern(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s(?:[-–—:]\s)?[^\W\d]")
_EVENT = lazy_pattern(r"(?:زمان|تاریخ|مکان|محل|ساعت|نشانی|هزینه)(?: برگزاری)?\s?:\s\S")
#: a pair with a day of its own
_WHEN = lazy_pattern(r"(?:زمان|(?:تاریخ|روز|ساعت) برگزاری)\s?:\s\S")
#: who made a recording, a film, a song
_CREDITS = lazy_pattern(
    r"(?:متن|اجرا|تدوین|موسیقی|گویند[هگ]|راوی|مجری|طراح|تصویرگر|ترانه|آهنگ|تنظیم|کارگردان|تهیه|ضبط|میکس|صدا|خواننده|میزبان|مهمان|پژوهش)[^:]{0,30}:"
)
#: three things after a colon
_LIST = lazy_pattern(r":\s[^:]+[,،]\s[^:]+[,،]\s\S")


def _is_pair(page: PageLines, place: int) -> bool:
    """Tell whether a line is something and its value, and none of the rows that sites show."""
    text = page.texts[place]
    if ":" not in text or _CREDITS.match(text):
        return ":" in text
    if place in page.authors or not _PAIR.match(text):
        return False
    if _MEASURE.match(text):
        return True
    known, telling = interface_words(text)
    return known * 2 < max(telling, 1)


def _shown(page: PageLines, place: int) -> int:
    """Return the roles of a line that no pair of a text has."""
    bits = page.roles[place] & _ROLES
    return bits & ~_COUNTED if page.roles[place] & SLOT else bits


def is_credit(page: PageLines, place: int) -> bool:
    """Tell whether a line is a pair right below a text: one of several, or one with a list of values.

    The parts of a recording, each with its clock, are pairs too.
    """
    near = [n for n in (place - 1, place, place + 1) if 0 <= n < len(page)]
    if sum(_PART.match(page.texts[n]) is not None for n in near) > 1 and _PART.match(page.texts[place]):
        return True
    pairs = [n for n in near if _is_pair(page, n)]
    if place - 1 in pairs and _EVENT.match(page.texts[place]):
        return True
    plain = not _shown(page, place) and place not in page.marks and not page.is_tags(place)
    many = len(pairs) > 1 and not any(_shown(page, n) or page.is_tags(n) for n in pairs)
    listed = _LIST.search(page.texts[place]) is not None and place not in page.authors
    return place in pairs and plain and (many or listed)


def heads_list(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of a list of the text: «نقاط قوت» above lines that no site shows."""
    below = place + 1
    return (
        below < len(page) and _LIST_HEADING.fullmatch(page.texts[place]) is not None and is_item(page, below)
    )


def is_item(page: PageLines, place: int) -> bool:
    """Tell whether a line can stand in such a list: a few words that no site shows."""
    shown = (
        page.is_meta(place)
        or page.is_certain(place)
        or page.has(place, "related", "comment_count", "comment_form")
    )
    return not shown and page.words[place] <= _ITEM


def end_of_list(page: PageLines, heading: int) -> int:
    """Return the place below the last thing of a list: all of them have bullets, or none."""
    place = heading + 1
    bullet = page.texts[place][0] in _BULLETS
    paired = ":" in page.texts[min(place, len(page) - 1)]
    while place < len(page) and is_item(page, place) and (page.texts[place][0] in _BULLETS) == bullet:
        if not paired and _SCORE.match(page.texts[place]):
            break
        if heads_list(page, place):
            break
        place += 1
    return place


def listed(page: PageLines, lines: Sequence[int]) -> set[int]:
    """Return the lines of lists in a text, with their headings."""
    headings = [n for n in lines if heads_list(page, n)]
    return set(lines).intersection(chain.from_iterable(range(n, end_of_list(page, n)) for n in headings))


def heads_pairs(page: PageLines, place: int, end: int) -> bool:
    """Tell whether a line is the heading of two pairs and more: «مشخصات فنی»."""
    other = page.has(place, "related", "comment_form", "comment_count", "login", "footer", "player")
    plain = page.words[place] <= 4 and not page.is_meta(place) and not other
    below = range(place + 1, min(place + 3, end))
    return plain and len(below) == 2 and all(_is_pair(page, n) and not _shown(page, n) for n in below)


def is_of_pairs(page: PageLines, place: int) -> bool:
    """Tell whether a line that says when is one of several pairs of the text: «زمان: سه‌شنبه ۱۸ مهر، ساعت ۱۰»."""
    beside = [n for n in (place - 1, place + 1) if 0 <= n < len(page)]
    dated = place in page.marks and page.marks[place].date is not None
    text = page.texts[place]
    pair = _PAIR.match(text) is not None and (not dated or _WHEN.match(text) is not None)
    return pair and any(
        _PAIR.match(page.texts[n]) and (not page.roles[n] or _EVENT.match(page.texts[n])) for n in beside
    )


def is_amount(text: str) -> bool:
    """Tell whether a line is how much of something a recipe takes, below its name.

    >>> is_amount("۵ عدد"), is_amount("۵ نظر")
    (True, False)
    """
    return _AMOUNT.fullmatch(text) is not None


def is_event(page: PageLines, place: int) -> bool:
    """Tell whether a line says when or where, and is one of several pairs of a text."""
    return _EVENT.match(page.texts[place]) is not None and is_of_pairs(page, place)
