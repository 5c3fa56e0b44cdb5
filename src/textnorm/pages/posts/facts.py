"""Facts in rows: of what a text is about, right above it, and what each part of something cost, inside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.page_lines import PageLines

#: what a work, a meeting, a course or an evening has, and no post: these labels alone tell that a row is a fact
_OWN = lazy_pattern(
    r"(?:(?:عنوان|نام) ?(?:کتاب|فیلم|رمان|سریال|آلبوم|بازی|نمایش|اثر|اصلی)?|ناشر|انتشارات|سال (?:نشر|انتشار|چاپ|ساخت|تولید)|(?:تعداد )?صفحات|(?:تعداد|شمار) صفحه(?:[\s\u200c]?ها)?|نوبت چاپ"
    r"|شابک|کارگردان(?:ان)?|بازیگران?|فیلم[\s\u200c]?نامه(?:[\s\u200c]?نویس)?|ژانر|مدت(?: زمان)?|محصول|خواننده|آهنگساز|حاضران|حاضرین|غایبان|غایبین|دستور (?:جلسه|نشست|کار)|رئیس جلسه"
    r"|سخنران(?:ان)?|مدرس(?:ان)?|مهمانان?|(?:زمان|مکان|محل|ساعت|تاریخ) (?:برگزاری|کلاس|جلسه|نشست|اجرا)|مکان|ورودی|ورود|ظرفیت|مخاطبان?)\s?:\s\S"
)
#: what posts have, too: who wrote it, below one of the others; when and where it is
_WHO = lazy_pattern(r"(?:نویسنده|نویسندگان|مترجم|ترجمه|شاعر|گردآورنده|ویراستار|تصویرگر)\s?:\s\S")
_WHEN = lazy_pattern(r"(?:زمان|محل|ساعت|نشانی|هزینه|قیمت)\s?:\s\S")
#: when and where somebody is asked to come: these two alone are facts
_MEETING = lazy_pattern(r"(?:زمان|مکان|محل)(?: (?:برگزاری|نشست|اجرا|جلسه|کلاس))?\s?:\s\S")
#: what something cost or brought: «خرید خوراک: ۸۱۰ میلیون تومان»
_SUM = lazy_pattern(
    r"[^\W\d][^:.؟?]{1,40}\s?:\s?\d[\d.,٫٬/]{0,15}\s(?:(?:هزار|میلیون|میلیارد)\s){0,2}(?P<unit>تومان|ریال|افغانی|دلار|نفر|خانواده)"
)
#: what heads a box of the site with them
_BOX = lazy_pattern(r"(?:شناسنامه|مشخصات|اطلاعات|جزئیات|جزییات)(?![\u200c\w])[^:.؟?!]{0,30}:?")
#: what something is and its value; labels of what every post has
_PAIR = lazy_pattern(r"[^\W\d][\w\u200c]{0,14}(?:\s[^\W\d][\w\u200c]{0,14}){0,2}\s?:\s\S")
_OF_POST = lazy_pattern(
    r"(?:کد|شناسه|شماره)[\s\u200c](?:خبر|مطلب|نوشته|مقاله|صفحه|پست)|(?:تاریخ|زمان|ساعت)[\s\u200c](?:انتشار|درج|ثبت|خبر|مخابره|ارسال|نشر|به[\s\u200c]?روز)|(?:تعداد )?(?:بازدید|مشاهده|نظر|دیدگاه)(?:[\s\u200c]?(?:ها|کنندگان))?\s?:|(?:گروه|سرویس|دسته|دسته[\s\u200c]?(?:ها|بندی)|بخش|موضوع|برچسب[\s\u200c]?ها|منبع|نویسنده|خبرنگار|عکاس|عکس|لینک(?: کوتاه)?|تاریخ)\s?:"
)
#: fewest facts of such a block of rows, and the most characters of one; lines between them and the text
_FEWEST, _LONGEST, _BETWEEN = 3, 120, 1
#: this number of them right above a sentence are facts whatever the model says
_MANY = 4
#: with as many words, the first of them may be the headline
_HEADLINE = 8


def facts_of(page: PageLines) -> list[int]:
    """Return the rows of facts above a text: those whose labels tell it, and those that the page model keeps."""
    return sorted({*_labelled_facts(page), *_kept_facts(page)})


def above_facts(page: PageLines, first: int) -> int:
    """Return the first of the facts that stand right above a text, a heading may stand between; else where the text begins."""
    facts = set(page.once("facts", facts_of))
    found, place, others = first, first - 1, 0
    while place >= 0 and others <= _BETWEEN:
        if place in facts:
            found, others = place, 0
        else:
            others += not page.is_meta(place)
        place -= 1
    return found


def _kept_facts(page: PageLines) -> list[int]:
    """Return the rows of facts of three and more on end, half of which the model keeps, and most of which no post has.

    Of what is for sale, is on show or is looked for there is a row for each thing that is to know.
    """
    found: list[int] = []
    block: list[int] = []
    others = 0
    for place in range(len(page) if page.kept else 0):
        headline = not block and (page.words[place] >= _HEADLINE or place + 1 in page.marks)
        if _is_fact(page, place) and not headline:
            block.append(place)
        elif block and (page.is_meta(place) or _OF_POST.match(page.texts[place])):
            others += 1
        else:
            own = sum(not page.is_certain(n) for n in block)
            boxed = block and block[0] and _BOX.fullmatch(page.texts[block[0] - 1])
            if own >= max(_FEWEST, others + 1) and _heads_text(page, place) and not boxed:
                kept = sum(bool(page.kept and page.kept[n]) for n in block)
                sure = kept * 2 >= len(block) or (len(block) >= _MANY and page.sentences[place])
                found += block if sure else ()
            block, others = [], 0
    return found


def _is_fact(page: PageLines, place: int) -> bool:
    """Tell whether a row is something and its value, and nothing that is said of every post."""
    text = page.texts[place]
    if len(text) > _LONGEST or ":" not in text or page.is_meta(place) or not _PAIR.match(text):
        return False
    return (
        text[-1] not in "؟?"
        and not _OF_POST.match(text)
        and (not page.is_certain(place) or page.has(place, "shop"))
    )


def _heads_text(page: PageLines, place: int) -> bool:
    """Tell whether a sentence stands at a place, or below one heading there."""
    return any(page.sentences[place : place + 1 + _BETWEEN])


def _labelled_facts(page: PageLines) -> list[int]:
    """Return the rows of facts that stand right above a sentence, in no box: two and more of them that no post has, or when and where."""
    found: list[int] = []
    block: list[int] = []
    own = 0
    for place, text in enumerate(page.texts):
        pair = len(text) <= _LONGEST and ":" in text
        if pair and _OWN.match(text):
            block.append(place)
            own += 1
        elif pair and (_WHEN.match(text) or (block and _WHO.match(text))):
            block.append(place)
        else:
            meeting = [_MEETING.match(page.texts[n]) is not None for n in block] == [True, True]
            told = meeting or (own > 1 and len(block) >= _FEWEST)
            if (
                told
                and (page.sentences[place] or _is_headed(page, place, block))
                and not _BOX.fullmatch(page.texts[block[0] - 1])
            ):
                found += block
            block, own = [], 0
    return found


def _is_headed(page: PageLines, place: int, block: Sequence[int]) -> bool:
    """Tell whether a heading of a text stands right below facts, on a page that has a day beside those of the facts: «چکیده:»."""
    below = place + 1
    heading = (
        below < len(page) and page.sentences[below] and not page.roles[place] and not page.is_meta(place)
    )
    return heading and any(mark.date and n not in block for n, mark in page.marks.items())


def sums_of(page: PageLines) -> list[int]:
    """Return the rows of three sums and more on end, most of which no site shows, and none of which is a shop's for certain."""
    found: list[int] = []
    sums = [_SUM.fullmatch(text) for text in page.texts]
    for unit, group in groupby(range(len(page)), lambda n: (one := sums[n]) and one["unit"]):
        rows = list(group) if unit else []
        shown = sum(page.roles[n] > 0 for n in rows)
        if len(rows) > 2 and shown * 2 < len(rows) and not any(map(page.is_certain, rows)):
            found += rows
    return found
