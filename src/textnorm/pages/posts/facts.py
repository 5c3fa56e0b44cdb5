"""Facts in rows: of what a text is about, right above it, and what each part of something cost, inside it."""

from __future__ import annotations

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
#: what something cost or brought: «خرید خوراک: ۸۱۰ میلیون تومان»
_SUM = lazy_pattern(
    r"[^\W\d][^:.؟?]{1,40}\s?:\s?\d[\d.,٫٬/]{0,15}\s(?:(?:هزار|میلیون|میلیارد)\s){0,2}(?P<unit>تومان|ریال|افغانی|دلار|نفر|خانواده)"
)
#: what heads a box of the site with them
_BOX = lazy_pattern(r"(?:شناسنامه|مشخصات|اطلاعات|جزئیات|جزییات)(?![\u200c\w])[^:.؟?!]{0,30}:?")
#: fewest facts of such a block of rows, and the most characters of one
_FEWEST, _LONGEST = 3, 120


def facts_of(page: PageLines) -> list[int]:
    """Return the rows of facts that stand right above a sentence, in no box: two and more of them that no post has."""
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
            told = own > 1 and len(block) >= _FEWEST and page.sentences[place]
            if told and not _BOX.fullmatch(page.texts[block[0] - 1]):
                found += block
            block, own = [], 0
    return found


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
