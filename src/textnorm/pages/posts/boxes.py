"""A box between two parts of a text: an advert, a player, rows to share."""

from __future__ import annotations

import re
from itertools import takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import mask
from textnorm.pages.posts.calls import is_call
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines

#: the heading of a box about who wrote a text
_AUTHOR = lazy_pattern(
    r"درباره(?:[ٔ\u200cی]{1,2}|\sی)?\s?(?:نویسنده|مؤلف|مولف|گردآورنده|شرکت|کارفرما|فروشنده|فروشگاه|من|وبلاگ|این وبلاگ)(?: این مطلب)?:?|معرفی (?:شرکت|کارفرما)|about the (?:author|company)",
    re.IGNORECASE,
)
#: what may interrupt a text; its most lines; what stands below the second part
_BOX = mask("advert", "share", "newsletter", "skip_link", "player")
_BOXED, _SKIPPED, _CLOSING = 8, 14, ("counter", "end_mark", "tool", "related", "taxonomy")
#: most words of the section that a text is of, below it
_SECTION = 3
#: most links between two sentences, and how one begins that goes on with what was said above
_LINKS = 2
_GOES_ON = lazy_pattern(
    r"(?:او|وی|ایشان|بر اساس|بر پایه|بنا ?بر|به گزارش|طبق|گفتنی است|پیش از این|در پایان|در بخش دیگری|این (?:مقام|شرکت|نهاد|سازمان|گزارش|نماینده|کارشناس|فعال|عضو)|به گفته(?:[ٔ‌ی]|\sی)?\s(?:او|وی)|همچنین|در ادامه|با این حال|با این همه|از سوی دیگر|[^\W\d]+ (?:افزود|ادامه داد|تاکید کرد|تأکید کرد|یادآور شد|خاطرنشان کرد))(?!\w)"
)
#: with that many rows of forums a name above a text is that of a member
_FORUM = 3
_CLOCK = lazy_pattern(r"\d{1,2}:\d{2}")
#: a film, a recording or pictures between two sentences: its line with a headline of its own, what one does with it
_MEDIA = lazy_pattern(
    r"(?:(?:ببینید|بشنوید|تماشا کنید|(?:فیلم|ویدئو|ویدیو|کلیپ|صوت|پادکست|عکس|تصاویر|اینفوگرافی[کی]?|گزارش تصویری)(?:\s?\+\s?[^\W\d]{3,10})?)\s?[|/]\s?\S.{0,100})|(?:فیلم|ویدئو|ویدیو|کلیپ|صوت|پادکست)\s?:\s?\S.{0,80}(?:ببینید|بشنوید|تماشا کنید)\s?[.!]?|(?:این |فیلم |متن |نسخه )?"
    r"(?:ویدئو|ویدیو|فیلم|کلیپ|پادکست|گزارش تصویری|گزارش ویدئویی|عکس[\s\u200c]?ها|تصاویر|فایل صوتی)(?:[\s\u200c]?ی)?(?:\s(?:این\s)?[^\W\d]{2,12})? را (?:اینجا |در زیر |در ادامه |از اینجا )?(?:ببینید|بشنوید|تماشا کنید|مشاهده کنید|دانلود کنید|پخش کنید|گوش کنید)\s?[.!:]?"
)
_SKIP = lazy_pattern(r"رد شوید|skip ", re.IGNORECASE)


def heads_author_box(text: str) -> bool:
    """Tell whether a line is the heading of a box about who wrote a text, or offers something.

    >>> heads_author_box("درباره نویسنده"), heads_author_box("درباره نویسنده رمان «باد»")
    (True, False)
    """
    return _AUTHOR.fullmatch(text) is not None


def is_media(text: str) -> bool:
    """Tell whether a line offers a film, a recording or pictures beside a text.

    >>> is_media("فیلم | لحظه فرود پرنده"), is_media("ویدئوی این نشست را ببینید"), is_media("فیلم را ببینید تا بفهمید.")
    (True, True, False)
    >>> is_media("ویدیو: فرود پرنده را اینجا ببینید"), is_media("فیلم: پرنده باید دیده شود.")
    (True, False)
    """
    return _MEDIA.fullmatch(text) is not None


def heads_box(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of a box about who wrote a text, or the name on top of one."""
    return heads_author_box(page.texts[place]) or heads_card(page, place)


def heads_card(page: PageLines, place: int) -> bool:
    """Tell whether a line is the name on top of a card that says who wrote a text: a byline gives it, it stands twice with one line below, or the sentence below begins with it."""
    signed = page.keys[place] in page.names and place not in page.authors
    signed = signed and len(page.once("rows of forums", _rows_of_forums)) < _FORUM
    said = place in page.once("told names", told_names)
    return signed or said or place + 1 in page.once("lines of cards", lines_of_cards)


def told_names(page: PageLines) -> list[int]:
    """Return the only name of a page below which a sentence begins with it: «مینا کریمی», «مینا کریمی آمار خوانده است.»"""
    names = [
        n
        for n, text in enumerate(page.texts[:-1])
        if page.words[n] > 1
        and page.texts[n + 1].startswith(f"{text} ")
        and page.sentences[n + 1]
        and is_name(text)
    ]
    return names if len(names) == 1 else []


def _rows_of_forums(page: PageLines) -> list[int]:
    return [n for n in range(len(page)) if page.has(n, "forum")]


def lines_of_cards(page: PageLines) -> list[int]:
    """Return the lines that stand below somebody's name, each twice and more: «نگار شمس», «برنامه‌نویسی که زیاد راه می‌رود»."""
    pairs: dict[tuple[str, str], list[int]] = {}
    for place in range(1, len(page)):
        if page.key_counts[page.keys[place]] > 1 and may_be_name(page.texts[place - 1]):
            pairs.setdefault((page.keys[place - 1], page.keys[place]), []).append(place)
    plain = (n for places in pairs.values() if len(places) > 1 for n in places)
    return sorted(n for n in plain if not page.is_meta(n) and not page.roles[n] and page.words[n] > 2)


def over_box(page: PageLines, last: int, end: int) -> int:
    """Return the last of the sentences that one advert, or the box of another thing, parts from the text above.

    They end where a row of the post stands, or what ends a text.
    """
    place = last + 1
    if goes_on := _over_links(page, last, end) or _over_skipped(page, last, end):
        return goes_on
    if goes_on := _over_clocks(page, last, end):
        return goes_on
    if (
        place >= end
        or page.is_meta(place)
        or not (
            page.roles[place] & _BOX
            or _SKIP.search(page.texts[place])
            or is_call(page.texts[place])
            or is_media(page.texts[place])
        )
    ):
        return last
    while place < min(last + _BOXED, end) and not page.sentences[place] and not _ends_chat(page, place):
        other = page.has(place, "related", "comment_row", "comment_form", "comment_count")
        if page.is_meta(place) or other or heads_box(page, place):
            return last
        place += 1
    first = place
    while place < end and (page.sentences[place] or _ends_chat(page, place)) and not page.roles[place]:
        if is_call(page.texts[place]):
            break
        place += 1
    named = page.words[place] <= _SECTION and not page.roles[place] if place + 1 < end else False
    closed = any(_closes(page, n) for n in range(place, min(place + 1 + named, end)))
    return place - 1 if closed and any(map(page.sentences.__getitem__, range(first, place))) else last


def _closes(page: PageLines, place: int) -> bool:
    """Tell whether a line stands below a text: a row about it, tools, links to others, or what the site asks of its readers."""
    return page.is_meta(place) or page.has(place, *_CLOSING) or is_call(page.texts[place])


def _over_links(page: PageLines, last: int, end: int) -> int:
    """Return the last of the sentences that go on below a link or two with their heading; 0 where none does."""
    heading = last + 1
    if heading >= end or not page.has(heading, "read_more", "related"):
        return 0
    links = range(heading + 1, min(heading + 2 + _LINKS, end))
    first = next((n for n in links if page.sentences[n]), heading)
    plain = all(not page.roles[n] and not page.is_meta(n) for n in range(heading + 1, first + 1))
    if first - heading < 2 or not plain or not _GOES_ON.match(page.texts[first]):
        return 0
    below = takewhile(lambda n: page.sentences[n] and not page.roles[n], range(first, end))
    return max(n for n in below if not is_call(page.texts[n]))


def _over_skipped(page: PageLines, last: int, end: int) -> int:
    """Return the last of the sentences below a box with a link over it, and a line that says where it ends; 0 where none is."""
    opening = last + 1
    if opening >= end or not _SKIP.search(page.texts[opening]):
        return 0
    box = range(opening + 1, min(opening + _SKIPPED, end))
    first = next((n + 1 for n in box if page.has(n, "skip_link")), end)
    below = list(takewhile(lambda n: page.sentences[n] and not page.roles[n], range(first, end)))
    return below[-1] if below else 0


def _over_clocks(page: PageLines, last: int, end: int) -> int:
    """Return the last of the entries of a report by the hour that go on below: a clock above each, as above the last; 0 where none does."""
    place = last
    while place + 2 < end and _CLOCK.fullmatch(page.texts[place + 1]) and page.sentences[place + 2]:
        place += 2
    return place if place > last and last and _CLOCK.fullmatch(page.texts[last - 1]) else 0


def _ends_chat(page: PageLines, place: int) -> bool:
    """Tell whether a line is a short sentence."""
    return page.texts[place][-1] in ".؟?!" and page.words[place] > 2 and not page.roles[place]
