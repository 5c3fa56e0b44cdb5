"""Lines of something and its value: credits, ingredients, when and where; and what of them belongs to a text."""

from __future__ import annotations

import re

from textnorm.pages.interface import SLOT, mask
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.page_lines import PageLines

#: roles that no pair of a text has
_ROLES = ~(mask("byline") | SLOT)
#: how much of something a recipe takes, on a line of its own below it
_AMOUNT = re.compile(
    r"(?:(?:\d+|[½¼¾]|نیم|نصف|یک|دو|سه|چند|به)\s?(?:و\sنیم\s)?(?:تا\s\d+\s)?)(?:عدد|گرم|پیمانه|قاشق|لیتر|کیلو|کیلوگرم|استکان|لیوان|فنجان|حبه|برگ|مقدار|اندازه|بسته|دسته|پر|تکه)(?:\s[^\W\d]+){0,4}"
)
#: what something is and its value
_PAIR = re.compile(r"[^\W\d][^:.؟?]{1,30}\s?:\s\S")
#: a part of a recording; when and where something will be
_PART = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s(?:[-–—:]\s)?[^\W\d]")
_EVENT = re.compile(r"(?:زمان|تاریخ|مکان|محل|ساعت|نشانی|هزینه)(?: برگزاری)?\s?:\s\S")
#: a pair with a day of its own
_WHEN = re.compile(r"(?:زمان|(?:تاریخ|روز|ساعت) برگزاری)\s?:\s\S")
#: who made a recording, a film, a song
_CREDITS = re.compile(
    r"(?:متن|اجرا|تدوین|موسیقی|گویند[هگ]|راوی|مجری|طراح|تصویرگر|ترانه|آهنگ|تنظیم|کارگردان|تهیه|ضبط|میکس|صدا|خواننده|میزبان|مهمان|پژوهش)[^:]{0,30}:"
)
#: three things after a colon
_LIST = re.compile(r":\s[^:]+[,،]\s[^:]+[,،]\s\S")


def _is_pair(page: PageLines, place: int) -> bool:
    """Tell whether a line is something and its value, and none of the rows that sites show."""
    text = page.texts[place]
    if ":" not in text or _CREDITS.match(text):
        return ":" in text
    if place in page.authors or not _PAIR.match(text):
        return False
    known, telling = interface_words(text)
    return known * 2 < max(telling, 1)


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
    plain = not page.roles[place] & _ROLES and place not in page.marks and not page.is_tags(place)
    many = len(pairs) > 1 and not any(page.roles[n] & _ROLES or page.is_tags(n) for n in pairs)
    listed = _LIST.search(page.texts[place]) is not None and place not in page.authors
    return place in pairs and plain and (many or listed)


def heads_pairs(page: PageLines, place: int, end: int) -> bool:
    """Tell whether a line is the heading of two pairs and more: «مشخصات فنی»."""
    other = page.has(place, "related", "comment_form", "comment_count", "login", "footer", "player")
    plain = page.words[place] <= 4 and not page.is_meta(place) and not other
    below = range(place + 1, min(place + 3, end))
    return plain and len(below) == 2 and all(_is_pair(page, n) and not page.roles[n] & _ROLES for n in below)


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
