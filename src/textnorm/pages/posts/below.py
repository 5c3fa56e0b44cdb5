"""Where a text ends: its last sentence, and what below it is still text, a list, credits, or none."""

from __future__ import annotations

import re

from textnorm.pages.interface import ALONE, SLOT, mask
from textnorm.pages.keys import EDIT_LINK
from textnorm.pages.posts.boxes import heads_box, over_box
from textnorm.pages.posts.calls import is_call, is_source, leads_to_channel
from textnorm.pages.posts.edges import reads_like_interface
from textnorm.pages.posts.last_lines import is_about_writer, is_of_site, signs_again
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.line_forms import is_code
from textnorm.pages.posts.lists import heads_others, is_poll
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.pairs import end_of_list, heads_list, heads_pairs, is_credit
from textnorm.pages.posts.poems import ends_verses, is_metre
from textnorm.pages.posts.salutations import closes_letter, is_closing, is_office

#: lines that are never text, however long they are
NEVER = mask(
    "moderation", "cookies", "newsletter", "login", "captcha", "comment_form", "skip_link", "pagination", "advert", "share", "tool",
    "read_more", "rating",
)  # fmt: skip
#: headings of what stands below a text; what follows is text only if it is long
_ENDS = mask(
    "comment_form", "comment_count", "moderation", "related", "login", "captcha", "newsletter", "footer", "archive",
)  # fmt: skip
#: a sentence of at least this many words that fits a template of these roles may belong to the text: «Read on to learn …»
_SENTENCE, _MAY_SPEAK = (
    7,
    mask(
        "read_more", "tool", "rating", "document", "status", "login", "newsletter", "navigation", "related", "cookies",
    ),
)  # fmt: skip
#: what a sentence with words of its own may look like: «… و در خواب فرمول می‌گوید.»
_SPOKEN = mask("comment_row") | SLOT
#: roles of sentences that no text ends with, and what a footer speaks of
_OF_SITE = mask("newsletter", "cookies", "moderation", "captcha", "tool")
_RIGHTS = re.compile(
    r"حقوق|محفوظ|بازنشر|ذکر منبع|جاوا ?اسکریپت|تحت مجوز|copyright|rights|licen[cs]e|javascript", re.IGNORECASE
)
_COOKIES = re.compile(r"cookie|کوکی", re.IGNORECASE)
#: how many of the words above such a heading must stand below it
_AGAIN = 0.25
#: fewest verses above the metre of a poem
_COUPLET = 2
#: fewest words of a question
_ASKING = 3
#: most lines of a list below a colon
_LISTED = 6
#: the headings of the books below an article
_BOOKS = re.compile(
    r"مآخذ|منابع و مآخذ|فهرست منابع|کتاب[\s\u200c]?(?:نامه|شناسی)|(?:پی|پا)[\s\u200c]?نوشت[\s\u200c]?ها|bibliography",
    re.IGNORECASE,
)
#: most sentences of the site below a text
_OF_SITE_BELOW = 8
#: a kept line still ends a text if it stands at most this far below the last line of the text
_GAP = 3
#: a note below an article, with an arrow back to its place
_NOTE = re.compile(r"[↑^]\s?\S")
#: the headings below an article of an encyclopaedia, with their links to edit them
_APPENDIX = re.compile(
    r"(?:جستارهای وابسته|پانویس|یادداشت[\s\u200c]?ها|منابع|پیوند به بیرون|پیوندهای بیرونی|برای مطالعه بیشتر|see also|references|external links|notes|further reading)\s?\[(?:ویرایش|edit)[^\]]*\]",
    re.IGNORECASE,
)
#: the same without them, on a page that has such links; what says which subjects the article belongs to
_SOURCES = re.compile(
    r"منابع|پانویس(?:[\s\u200c]?ها)?|جستارهای وابسته|پیوند به بیرون|پیوندهای بیرونی|رده[\s\u200c]?(?:ها|های صفحه)?\s?:.*|references|notes|see also|external links",
    re.IGNORECASE,
)


def text_and_foot(page: PageLines, first: int, end: int) -> tuple[list[int], list[int]]:
    """Return the lines of a post from its first sentence on in two parts: the text, and the rows below it."""
    if first >= end:
        return [], []
    if page.kept is None:
        last = _last_own(page, first, end)
    else:
        sentence, until = _last_kept(page, first, end), end
        for _ in range(_OF_SITE_BELOW):
            if sentence <= first or not _is_of_site_below(page, sentence):
                break
            until = sentence
            sentence = _last_kept(page, first, until)
        last = _above_interface(page, sentence, _last_below(page, sentence, until))
        last = over_box(page, _with_lists(page, sentence, last, end), end)
        while last > first and is_of_site(page, last):
            last -= 1
    return list(range(first, last + 1)), list(range(last + 1, end))


def _is_of_site_below(page: PageLines, place: int) -> bool:
    """Tell whether a sentence at the end of a text is one of the site: whose rights it keeps, why a mail was sent."""
    rights = page.has(place, "footer", "status") and _RIGHTS.search(page.texts[place])
    if rights or page.roles[place] & _OF_SITE or reads_like_interface(page, place, above=False):
        return True
    return is_call(page.texts[place]) or is_poll(page, place) or is_about_writer(page, place)


def _with_lists(page: PageLines, sentence: int, last: int, end: int) -> int:
    """Return the last line of the lists right below a text, each with its heading: «مشخصات», «نقاط قوت»."""
    place = next((n for n in range(last, sentence, -1) if heads_list(page, n)), last + 1)
    while place < end and heads_list(page, place):
        items = range(place + 1, min(end_of_list(page, place), end))
        place = next((n for n in items if ends_text(page, n)), items.stop)
    return max(place - 1, last)


def _above_interface(page: PageLines, sentence: int, last: int) -> int:
    """Return the last line below the last sentence of a text and above the first line that reads like interface."""
    tail = range(sentence + 1, last + 1)
    if any(page.texts[n][-1] == "." for n in tail):
        return last
    plain = (
        n
        for n in tail
        if not (
            is_credit(page, n)
            or _asks(page, n)
            or is_office(page, n)
            or _is_in_code(page, n)
            or _heads_kept(page, n, last)
        )
    )
    many = (n for n in plain if reads_like_interface(page, n, above=False))
    return next((n - 1 for n in many if interface_words(page.texts[n])[1] > 1 or n == last), last)


def _heads_kept(page: PageLines, place: int, last: int) -> bool:
    """Tell whether a line that no site shows heads two lines and more that the model keeps as it does this one."""
    kept = page.kept or []
    return last - place > 1 and not page.roles[place] and all(kept[place : last + 1])


def _is_in_code(page: PageLines, place: int) -> bool:
    kept = page.kept is not None and page.kept[place]
    return is_code(page.texts[place]) and (kept or is_code(page.texts[place - 1]))


def _asks(page: PageLines, place: int) -> bool:
    """Tell whether a line below a text is a question to its readers that no site shows."""
    return page.texts[place][-1] in "؟?" and page.words[place] >= _ASKING and not page.roles[place]


def _last_kept(page: PageLines, first: int, end: int) -> int:
    """Return the last sentence of a text: the last one kept that no heading of something else parts from it."""
    texts = [n for n in range(first, end) if page.is_text(n)]
    if not texts:
        return next(
            (n for n in range(end - 1, first - 1, -1) if page.sentences[n] and not ends_text(page, n)), first
        )
    last = texts[-1]
    metre = next((n for n in range(first + _COUPLET, last) if is_metre(page.texts[n])), None)
    if metre is not None and page.kept and sum(page.kept[first:metre]) >= _COUPLET:
        heading = page.words[metre - 1] == 1  # «اطلاعات»
        return metre - 1 - heading  # nothing of a poem stands below its metre
    total = sum(page.words[n] for n in texts)
    above = 0
    for place in range(first, last):
        box = is_metre(page.texts[place]) or heads_box(page, place)
        least = 1 if box else _AGAIN
        if ends_text(page, place) and total - above < least * above and not _goes_on(page, place, last + 1):
            return max(n for n in texts if n < place)
        above += page.words[place] if page.is_text(place) else 0
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
    text = page.texts[place]
    if (
        ("[" in text and _APPENDIX.fullmatch(text))
        or heads_box(page, place)
        or _BOOKS.fullmatch(text)
        or heads_others(page, place)
        or is_metre(text)
        or (_SOURCES.fullmatch(text) and page.once("links to edit", _links_to_edit))
        or _NOTE.match(text)
        or (page.words[place] <= 2 and _NOTE.match(page.texts[min(place + 1, len(page) - 1)]))
    ):
        return True
    return (
        bool(bits & _ENDS and (bits & ALONE or bits & mask("moderation", "comment_count")))
        and place not in page.marks
    )


def _links_to_edit(page: PageLines) -> list[int]:
    return [n for n, text in enumerate(page.texts) if "[" in text and EDIT_LINK.search(text)]


def _last_below(page: PageLines, last: int, end: int) -> int:
    """Return the last line of a text below its last sentence: lines that are kept, whole sentences, a list."""
    best = last
    opened = last if _opens_list(page, last, end) else -_LISTED
    for place in range(last + 1, min(last + 12, end)):
        if place == best + 1 and (
            is_credit(page, place) or heads_pairs(page, place, end) or is_closing(page.texts[place])
        ):
            best = place
            continue
        if (
            page.is_meta(place)
            or page.is_certain(place)
            or page.roles[place] & NEVER
            or ends_text(page, place)
        ):
            closed = page.is_meta(place) or page.is_about(place)
            rest = range(best + 1, place)
            return place - 1 if closed and any(map(page.sentences.__getitem__, rest)) else best
        if _opens_list(page, place, end):
            opened = place
        if (
            (page.kept and page.kept[place] and place - best <= _GAP)
            or (":" in page.texts[place] and (opened >= 0 or ":" in page.texts[best]))
            or (place == best + 1 and (_ends_sentence(page, place) or _is_listed(page, place, best, opened)))
            or (place == best + 1 and place + 1 < end and _is_before_end(page, place))
            or (place == best + 1 and (_closes_message(page, place) or closes_letter(page, place)))
            or (place == best + 1 and (ends_verses(page, place) or signs_again(page, place)))
        ):
            best = place
    return best


def _closes_message(page: PageLines, place: int) -> bool:
    """Tell whether a line without a full stop ends a message of several: what counts its readers stands right below."""
    under = place + 1
    plain = page.words[place] >= 3 and not page.roles[place] and page.texts[place][0] not in "@#[-•"
    counted = under < len(page) and page.has(under, "counter") and page.is_about(under)
    return plain and counted and sum(mark.date is not None for mark in page.marks.values()) > 1


def _is_listed(page: PageLines, place: int, above: int, opened: int) -> bool:
    """Tell whether a line stands in a list below a line with a colon, and is nothing that sites show."""
    bullets = page.texts[above][0] in "-•" and page.texts[place][0] not in "-•"
    return place - opened <= _LISTED and not page.roles[place] and page.words[place] <= 12 and not bullets


def _opens_list(page: PageLines, place: int, end: int) -> bool:
    """Tell whether a list stands below a line: one with a colon, or a question with three lines below that no site has."""
    if page.texts[place][-1] != "؟":
        return page.texts[place][-1] == ":"
    below = range(place + 1, min(place + 4, end))
    return len(below) == 3 and not any(page.roles[n] or page.is_meta(n) or page.words[n] < 2 for n in below)


def _is_before_end(page: PageLines, place: int) -> bool:
    """Tell whether a line of a list or a caption stands right above a sentence: below a line that is kept, or above a row."""
    under = place + 2
    caption = bool(page.kept and page.kept[place]) and page.words[place] <= 8
    if under < len(page) and page.is_meta(under) and not page.roles[place] and caption:
        return _ends_sentence(page, place + 1)
    kept = page.kept is not None and page.kept[place - 1] and page.texts[place - 1][-1] not in ".!؟?"
    return kept and not page.roles[place] and page.words[place] <= 12 and _ends_sentence(page, place + 1)


def _ends_sentence(page: PageLines, place: int) -> bool:
    ended = page.texts[place][-1] in ".!" and page.words[place] > 1 and not page.roles[place] & ~_SPOKEN
    return ended or _asks(page, place)


def _last_own(page: PageLines, first: int, end: int) -> int:
    """Return the last line of a post that is no row about it."""
    last = end - 1
    while last > first and (page.is_meta(last) or page.is_junk(last) or is_round(page, last)):
        last -= 1
    return last


def is_round(page: PageLines, place: int) -> bool:
    """Tell whether a line below a text, where no model was asked, is one of those that stand round texts."""
    if not page.careful and (is_source(page.texts[place]) or leads_to_channel(page.texts[place])):
        return True
    bits = page.roles[place]
    speaks = bits & SLOT and page.words[place] >= _SENTENCE and page.texts[place][-1] in ".:"
    if speaks and not bits & ~(_MAY_SPEAK | SLOT) and not _COOKIES.search(page.texts[place]):
        return False
    return not page.careful and bool(bits & (NEVER | _ENDS | mask("end_mark", "footer")))
