"""Which lines of a post are its text: from its first sentence to its last, without what stands round it."""

from __future__ import annotations

import re

from textnorm.pages.interface import ALONE, SLOT, mask
from textnorm.pages.posts.edges import HEADING, reads_like_interface
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.lists import ENDED, MOST_LINKS, table_of_contents
from textnorm.pages.posts.page_lines import PageLines

#: lines that are never text, however long they are
_NEVER = mask(
    "moderation", "cookies", "newsletter", "login", "captcha", "comment_form", "skip_link", "pagination", "advert", "share", "tool",
    "read_more", "rating",
)  # fmt: skip
#: headings of what stands below a text; what follows one must be long to be text again
_ENDS = mask(
    "comment_form",
    "comment_count",
    "moderation",
    "related",
    "login",
    "captcha",
    "newsletter",
    "footer",
    "archive",
)
#: how many of the words above such a heading must stand below it
_AGAIN = 0.25
#: what the heading of a part of a text and a menu may say alike; what stands between paragraphs and is no heading
_HEADINGS = mask("navigation", "section", "document", "archive", "date_label", "taxonomy")
_BESIDE = _NEVER & ~mask("tool", "rating") | mask(
    "comment_count", "related", "end_mark", "forum", "language", "status", "search", "byline"
)
#: so many lines below a colon are its list
_LISTED = 6
#: so many lines further down a line that is kept still ends a text
_GAP = 3
#: headings of lists of links inside a text
_ADVERT = mask("advert")
_LISTS = mask("related", "shop", "archive", "document", "read_more", "navigation") | _ADVERT
#: a line of so many words is no link
_SENTENCE = 14
#: how headlines end
_VERB = re.compile(
    r"(?<!\w)(?:شد|شدند|شود|کرد|کردند|است|بود|داد|دادند|گرفت|رسید|یافت|دارد|ندارد|آمد|رفت|ماند|گفت|کنید|کنیم|کنند|ن?می[\s\u200c]?[^\W\d]+)$"
)
#: so many telling words of a line inside a text must be those of interfaces
_SOME = 3
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
#: a source that is nothing but the name of its site
_DOMAIN = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}/?", re.IGNORECASE)
#: who made a recording, a film, a song
_CREDITS = re.compile(
    r"(?:متن|اجرا|تدوین|موسیقی|گویند[هگ]|راوی|مجری|طراح|تصویرگر|ترانه|آهنگ|تنظیم|کارگردان|تهیه|ضبط|میکس|صدا|خواننده|میزبان|مهمان|پژوهش)[^:]{0,30}:"
)
#: three things after a colon
_LIST = re.compile(r":\s[^:]+[,،]\s[^:]+[,،]\s\S")
#: the headings below an article of an encyclopaedia, with their links to edit them
_APPENDIX = re.compile(
    r"(?:جستارهای وابسته|پانویس|یادداشت[\s\u200c]?ها|منابع|پیوند به بیرون|پیوندهای بیرونی|برای مطالعه بیشتر|see also|references|external links|notes|further reading)\s?\[(?:ویرایش|edit)[^\]]*\]",
    re.IGNORECASE,
)
#: the note of a forum below a post that was changed
_EDITED = re.compile(r"(?:آخرین ویرایش|ویرایش شده) توسط|last edited (?:by|on)", re.IGNORECASE)


def text_and_foot(page: PageLines, first: int, end: int) -> tuple[list[int], list[int]]:
    """Return the lines of a post from its first sentence on in two parts: the text, and the rows below it."""
    if first >= end:
        return [], []
    if page.kept is None:
        last = _last_own(page, first, end)
    else:
        sentence, until = _last_kept(page, first, end), end
        while sentence > first and reads_like_interface(page, sentence, above=False):
            until = sentence
            sentence = _last_kept(page, first, until)
        last = _above_interface(page, sentence, _last_below(page, sentence, until))
        last = _over_advert(page, last, end)
        while last > first and _DOMAIN.fullmatch(page.texts[last]):
            last -= 1
    return list(range(first, last + 1)), list(range(last + 1, end))


def _over_advert(page: PageLines, last: int, end: int) -> int:
    """Return the last of the sentences that stand below one line of adverts, with a row of the post below them."""
    advert, place = last + 1, last + 2
    if advert >= end or not page.has(advert, "advert", "share", "newsletter") or page.is_meta(advert):
        return last
    while place < end and page.texts[place][-1] in ".؟?!" and page.words[place] > 2 and not page.roles[place]:
        place += 1
    closed = place < end and (page.is_meta(place) or page.has(place, "counter", "end_mark", "tool"))
    return place - 1 if closed and any(map(page.sentences.__getitem__, range(advert + 1, place))) else last


def _above_interface(page: PageLines, sentence: int, last: int) -> int:
    """Return the last line below the last sentence of a text and above the first line that reads like interface."""
    tail = range(sentence + 1, last + 1)
    if any(page.texts[n][-1] == "." for n in tail):
        return last
    plain = (n for n in tail if not _is_credit(page, n))
    many = (n for n in plain if reads_like_interface(page, n, above=False))
    return next((n - 1 for n in many if interface_words(page.texts[n])[1] > 1 or n == last), last)


def _last_kept(page: PageLines, first: int, end: int) -> int:
    """Return the last sentence of a text: the last one kept that no heading of something else parts from it."""
    texts = [n for n in range(first, end) if page.is_text(n)]
    if not texts:
        return next(
            (n for n in range(end - 1, first - 1, -1) if page.sentences[n] and not ends_text(page, n)), first
        )
    last = texts[-1]
    total = sum(page.words[n] for n in texts)
    above = 0
    for place in range(first, last):
        above += page.words[place] if page.is_text(place) else 0
        if ends_text(page, place) and total - above < _AGAIN * above and not _goes_on(page, place, last + 1):
            return max(n for n in texts if n < place)
    return last


def _goes_on(page: PageLines, heading: int, end: int) -> bool:
    """Tell whether the text goes on below a list of links: two sentences, or one link and then a sentence."""
    if not page.has(heading, "related", "read_more"):
        return False
    for place in range(heading + 1, end):
        if ends_text(page, place) or page.is_meta(place):
            return False
        if page.has(place, "skip_link"):  # «پایان پربیننده‌ترین مطالب»
            return True
        if page.is_text(place):
            after = place + 1
            one = place - heading == 2 and (after >= len(page) or page.is_junk(after) or page.is_meta(after))
            return one or (after < len(page) and page.is_text(after))
    return False


def ends_text(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of what stands below a text."""
    bits = page.roles[place]
    return _APPENDIX.fullmatch(page.texts[place]) is not None or (
        bool(bits & _ENDS and (bits & ALONE or bits & mask("moderation", "comment_count")))
        and place not in page.marks
    )


def _last_below(page: PageLines, last: int, end: int) -> int:
    """Return the last line of a text below its last sentence: lines that are kept, whole sentences, a list."""
    best = last
    opened = last if page.texts[last][-1] == ":" else -_LISTED
    for place in range(last + 1, min(last + 12, end)):
        if place == best + 1 and _is_credit(page, place):
            best = place
            continue
        if (
            page.is_meta(place)
            or page.is_certain(place)
            or page.roles[place] & _NEVER
            or ends_text(page, place)
        ):
            closed = page.is_meta(place) or page.is_about(place)
            rest = range(best + 1, place)
            return place - 1 if closed and any(map(page.sentences.__getitem__, rest)) else best
        if page.texts[place][-1] == ":":
            opened = place
        if (
            (page.kept and page.kept[place] and place - best <= _GAP)
            or (":" in page.texts[place] and (opened >= 0 or ":" in page.texts[best]))
            or (place == best + 1 and (_ends_sentence(page, place) or _is_listed(page, place, best, opened)))
            or (place == best + 1 and place + 1 < end and _is_before_end(page, place))
        ):
            best = place
    return best


def _is_pair(page: PageLines, place: int) -> bool:
    """Tell whether a line is something and its value, and none of the rows that sites show."""
    if _CREDITS.match(page.texts[place]):
        return True
    known, telling = interface_words(page.texts[place])
    plain = place not in page.authors and known * 2 < max(telling, 1)
    return plain and _PAIR.match(page.texts[place]) is not None


def _is_credit(page: PageLines, place: int) -> bool:
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


def _is_listed(page: PageLines, place: int, above: int, opened: int) -> bool:
    """Tell whether a line stands in a list below a line with a colon, and is nothing that sites show."""
    bullets = page.texts[above][0] in "-•" and page.texts[place][0] not in "-•"
    return place - opened <= _LISTED and not page.roles[place] and page.words[place] <= 12 and not bullets


def _is_before_end(page: PageLines, place: int) -> bool:
    """Tell whether a line of a list stands right above a sentence, with a line that is kept above it."""
    kept = page.kept is not None and page.kept[place - 1] and page.texts[place - 1][-1] not in ".!؟?"
    return kept and not page.roles[place] and page.words[place] <= 12 and _ends_sentence(page, place + 1)


def _ends_sentence(page: PageLines, place: int) -> bool:
    return page.texts[place][-1] in ".!؟?" and page.words[place] >= 4 and not page.roles[place]


def _last_own(page: PageLines, first: int, end: int) -> int:
    """Return the last line of a post that is no row about it."""
    last = end - 1
    while last > first and (page.is_meta(last) or page.is_junk(last) or is_round(page, last)):
        last -= 1
    return last


def is_round(page: PageLines, place: int) -> bool:
    """Tell whether a line below a text, where no model was asked, is one of those that stand round texts."""
    return not page.careful and bool(page.roles[place] & (_NEVER | _ENDS | mask("end_mark", "footer")))


def text_lines(page: PageLines, places: list[int]) -> list[int]:
    """Return the lines of a text without interface strings, rows and lists of links."""
    if not places:
        return []
    chosen: list[int] = []
    links = opened = 0
    contents = table_of_contents(page, places)
    for place in places:
        if place in contents:
            continue
        kept = bool(page.kept and page.kept[place])
        bits = page.roles[place]
        heading = bits & ALONE or (page.texts[place][-1] == ":" and not kept)
        if bits & _LISTS and heading and not page.sentences[place] and not _is_heading(page, place):
            links = MOST_LINKS if page.has(place, "related", "read_more") else 2 if bits & _ADVERT else 1
            opened = place
            continue
        if (
            page.sentences[place]
            or page.texts[place][-1] in ENDED
            or page.texts[place][0] in "-•"
            or not links
        ):
            links = 0
        elif not _heads_next(page, place, opened) and (
            not kept or (links > 1 and page.words[place] < _SENTENCE)
        ):
            links -= kept
            continue
        else:
            links = 0
        if _is_text(page, place):
            chosen.append(place)
    return chosen


def _heads_next(page: PageLines, place: int, opened: int) -> bool:
    """Tell whether a line below links is the heading of the sentence below it: it has no verb, as headlines have.

    One that the model does not keep has few words, too.
    """
    below = place + 1
    heads = place - opened > 1 and below < len(page) and page.sentences[below]
    short = page.words[place] <= HEADING or bool(page.kept and page.kept[place])
    return heads and short and page.texts[place][-1] not in "؟?" and not _VERB.search(page.texts[place])


def _is_text(page: PageLines, place: int) -> bool:
    """Tell whether a line between the first and the last sentence of a post can be text."""
    kept = bool(page.kept and page.kept[place])
    bits = page.roles[place]
    if place in page.code:
        return True
    if page.is_meta(place):
        return (kept and not page.is_tags(place)) or _is_of_pairs(page, place)
    if _is_heading(page, place):
        return True
    if _EDITED.match(page.texts[place]):
        return False
    if bits & mask("footer") and page.words[place] > 4:
        return False
    if bits & mask("forum") and page.texts[place][-1] == ":":
        return False
    if bits & mask("related", "read_more") and not kept and not page.sentences[place]:
        return False
    if bits & _NEVER and (page.words[place] < 12 or bits & mask("moderation", "cookies", "captcha")):
        return False
    if _EVENT.match(page.texts[place]) and _is_of_pairs(page, place):
        return True
    if page.is_junk(place) and not _AMOUNT.fullmatch(page.texts[place]):
        return kept and not page.is_certain(place)
    if not kept and _labels_value(page, place):
        return False
    if _AMOUNT.fullmatch(page.texts[place]):
        return True
    known, telling = interface_words(page.texts[place])
    return kept or ":" in page.texts[place] or not known == telling >= _SOME


def _is_of_pairs(page: PageLines, place: int) -> bool:
    """Tell whether a line that says when is one of several pairs of the text: «زمان: سه‌شنبه ۱۸ مهر، ساعت ۱۰»."""
    beside = [n for n in (place - 1, place + 1) if 0 <= n < len(page)]
    pair = _PAIR.match(page.texts[place]) is not None and (place not in page.marks or not page.marks[place].date)
    return pair and any(
        _PAIR.match(page.texts[n]) and (not page.roles[n] or _EVENT.match(page.texts[n])) for n in beside
    )


def _labels_value(page: PageLines, place: int) -> bool:
    """Tell whether a line is the label of a counter below it: «مدت زمان پخت» above «۳۰ دقیقه»."""
    below = place + 1
    short = page.words[place] <= HEADING and below < len(page) and not page.sentences[place]
    return (
        short
        and not (page.kept and page.kept[below])
        and (page.is_bare(below) or page.has(below, "counter"))
        and not _AMOUNT.fullmatch(page.texts[below])
    )


def _is_heading(page: PageLines, place: int) -> bool:
    """Tell whether a line that menus have too is the heading of a part of the text: text stands below and above it."""
    bits = page.roles[place]
    below = place + 1
    if below + 1 < len(page) and page.texts[below][0] == "[":  # «[ویرایش]»
        below += 1
    marked = page.texts[place].startswith(("# ", "## ", "### "))
    return (
        (marked or (not bits & _BESIDE and (not bits & ALONE or bits & _HEADINGS > 0)))
        and place > 0
        and below < len(page)
        and page.is_text(below)
        and page.texts[below][0] not in "«"
        and (page.sentences[place - 1] or bool(page.kept and page.kept[place - 1]))
    )
