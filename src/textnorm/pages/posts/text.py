"""Which lines of a post are its text: without rows, interface strings and lists of links between its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textnorm.pages.interface import ALONE, SLOT, mask
from textnorm.pages.keys import EDIT_LINK
from textnorm.pages.posts.below import NEVER
from textnorm.pages.posts.boxes import is_media
from textnorm.pages.posts.calls import invites, is_call
from textnorm.pages.posts.dialogue import speeches_of
from textnorm.pages.posts.edges import HEADING, heads_answer, heads_question
from textnorm.pages.posts.facts import facts_of, sums_of
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.line_forms import ends_in_verb
from textnorm.pages.posts.lists import (
    ENDED,
    MOST_LINKS,
    boxes_to_skip,
    contents_of,
    heads_rows,
    named_headings,
    table_of_contents,
)
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.pairs import is_amount, is_credit, is_event, is_of_pairs, listed
from textnorm.pages.posts.poems import is_metre
from textnorm.pages.posts.salutations import is_closing, is_office, opens_letter

#: what the heading of a part of a text and a menu may say alike; what stands between paragraphs and is no heading
_HEADINGS = mask("navigation", "section", "document", "archive", "date_label", "taxonomy")
_BESIDE = NEVER & ~mask("tool", "rating") | mask(
    "comment_count", "related", "end_mark", "forum", "language", "status", "search", "byline"
)
#: roles of templates that begin with words which a text has, too
_OPEN = mask("forum", "taxonomy", "footer", "counter") | SLOT
#: headings of lists of links inside a text
_ADVERT = mask("advert")
_LISTS = mask("related", "shop", "archive", "document", "read_more", "navigation") | _ADVERT
#: a line of this many words or more is no link
_SENTENCE = 14
#: lines between the rows of a post and its address
_BELOW_ROWS = 3
#: most words of a button
_CALL = 10
#: most words of what a shop sells, and of the lines that say it with its price
_OFFERED, _BOX = 8, 4
#: how buttons of shops begin
_BUY = re.compile(r"(?:خرید|سفارش|رزرو|مشاهده و خرید|ثبت سفارش|order|buy)\s[^\W\d]", re.IGNORECASE)
#: what some sites write above each caption
_CAPTION = re.compile(r"(?:توضیح|شرح) (?:تصویر|عکس)\s?[،:,]?|(?:image|photo) caption\s?[,:]?", re.IGNORECASE)
#: fewest content words of a line inside a text that must be interface words
_SOME = 3
#: the note of a forum below a post that was changed
_EDITED = re.compile(r"(?:آخرین ویرایش|ویرایش شده) توسط|last edited (?:by|on)", re.IGNORECASE)


def text_lines(page: PageLines, places: list[int]) -> list[int]:
    """Return the lines of a text without interface strings, rows and lists of links."""
    if not places:
        return []
    chosen: list[int] = []
    links = opened = 0
    contents = _others(page, places)
    sure = sure_lines(page, places)
    for place in places:
        if place in contents:
            continue
        if (place in sure and not invites(page.texts[place])) or _is_of_letter(page, place):
            chosen.append(place)
            links = 0
            continue
        kept, bits = bool(page.kept and page.kept[place]), page.roles[place]
        heading = bits & ALONE or (page.texts[place][-1] == ":" and not kept)
        headed = heading and not page.sentences[place] and not is_heading(page, place)
        if bits & _LISTS and headed and not is_event(page, place):
            links = MOST_LINKS if page.has(place, "related", "read_more") else 2 if bits & _ADVERT else 1
            links *= not (page.has(place, "shop") and page.has(place - 1, "shop"))  # a button below a price
            opened = place
            continue
        if (
            (page.sentences[place] and not _asks_as_link(page, place, opened, links))
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


def _is_of_letter(page: PageLines, place: int) -> bool:
    """Tell whether a line greets above a text, or is the office that signs it, or heads a question that is answered, or the answer."""
    letter = opens_letter(page, place) or is_office(page, place) or is_closing(page.texts[place])
    return letter or heads_question(page, place) or heads_answer(page, place)


def _others(page: PageLines, places: list[int]) -> set[int]:
    """Return the lines of lists of headings and of boxes to skip: none of a text."""
    listed = table_of_contents(page, places)
    return listed.union(page.once("contents", contents_of), page.once("boxes to skip", boxes_to_skip))


def sure_lines(page: PageLines, places: Sequence[int]) -> set[int]:
    """Return the lines of a text that belong to it whatever they say: of lists, headings that are named, facts, sums, speeches."""
    found = [
        page.once("named headings", named_headings),
        page.once("facts", facts_of),
        page.once("sums", sums_of),
        page.once("speeches", speeches_of),
    ]
    return listed(page, places).union(*found)


def _heads_next(page: PageLines, place: int, opened: int) -> bool:
    """Tell whether a line below links is the heading of the sentence below it: it has no verb, as headlines have.

    One that the model does not keep has few words, too. Below links to other texts no text has its only heading.
    """
    below = place + 1
    heads = place - opened > 1 and below < len(page) and page.sentences[below]
    short = page.words[place] <= HEADING or bool(page.kept and page.kept[place])
    others = page.has(opened, "related", "read_more") and not page.has(place - 1, "skip_link")
    if heads and others and len(page.once("headings", _headings)) < 2:
        return False
    return heads and short and page.texts[place][-1] not in "؟?" and not ends_in_verb(page.texts[place])


def _asks_as_link(page: PageLines, place: int, opened: int, links: int) -> bool:
    """Tell whether a question is the first link below the heading of links to other texts."""
    first = links == MOST_LINKS and place == opened + 1 and page.texts[place][-1] in "؟?"
    return first and page.words[place] < _SENTENCE


def _headings(page: PageLines) -> list[int]:
    """Return the short lines that the model keeps right above a sentence, and below one or below a link."""
    kept = page.kept or []
    return [
        n
        for n, flag in enumerate(kept[:-1])
        if flag and n and page.words[n] <= HEADING and not page.sentences[n] and page.sentences[n + 1] and not page.is_meta(n)
        and (page.sentences[n - 1] or page.roles[n - 2] > 0)
    ]  # fmt: skip


def _is_text(page: PageLines, place: int) -> bool:
    """Tell whether a line between the first and the last sentence of a post can be text."""
    kept = bool(page.kept and page.kept[place])
    bits = page.roles[place]
    if place in page.code or place in page.messages:
        return True
    if page.is_meta(place):
        return (kept and not page.is_tags(place)) or is_of_pairs(page, place)
    if _is_between(page, place):
        return False
    if is_heading(page, place) or heads_rows(page, place):
        return True
    if _EDITED.match(page.texts[place]) or EDIT_LINK.fullmatch(page.texts[place]):
        return False
    if is_metre(page.texts[place]):
        return False
    if bits & mask("footer") and page.words[place] > 4:
        return False
    if bits & mask("forum") and page.texts[place][-1] == ":" and not _announces_list(page, place):
        return False
    if bits & mask("related", "read_more") and not kept and not page.sentences[place]:
        return False
    if bits & NEVER and (page.words[place] < 12 or bits & mask("moderation", "cookies", "captcha")):
        return False
    if is_event(page, place):
        return True
    if not kept and is_call(page.texts[place]):
        return False
    if bits & SLOT and not bits & ALONE and (_is_listed(page, place) or is_credit(page, place)):
        return True
    if page.is_junk(place) and not is_amount(page.texts[place]):
        return kept and not page.is_certain(place)
    if not kept and _labels_value(page, place):
        return False
    if is_amount(page.texts[place]):
        return True
    known, telling = interface_words(page.texts[place])
    return kept or ":" in page.texts[place] or not known == telling >= _SOME


def _is_between(page: PageLines, place: int) -> bool:
    """Tell whether a line is one of those that sites put between paragraphs: calls, offers, films, what is said of photos."""
    text = page.texts[place]
    shown = (is_media(text) and not page.sentences[place]) or _is_said_of_photo(page, place)
    shown = shown or (page.words[place] <= _CALL and text[-1] != "." and is_call(text))
    return shown or invites(text) or _offers(page, place) or _is_address_of_page(page, place)


def _announces_list(page: PageLines, place: int) -> bool:
    """Tell whether a line with words of its own announces the list below it: «از مسافران درخواست می‌شود:»."""
    below = place + 1
    own = page.roles[place] & SLOT and not page.is_certain(place) and page.words[place] > HEADING
    return bool(own) and below < len(page) and page.texts[below][0] in "-•*–1۱" and page.sentences[below]


def _is_address_of_page(page: PageLines, place: int) -> bool:
    """Tell whether a line is an address and nothing else, right below the rows of the post."""
    bare = page.texts[place].startswith(("http://", "https://")) and page.words[place] == 1
    return bare and any(map(page.is_meta, range(max(place - _BELOW_ROWS, 0), place)))


def _offers(page: PageLines, place: int) -> bool:
    """Tell whether a line is what a shop offers: «رزرو تور قشم» above «شروع قیمت از …», or anything above a price and a button."""
    if _sells(page, place):
        return True
    near = range(place + 1, min(place + _BOX, len(page)))
    price = next((n for n in near if page.has(n, "shop") and page.is_certain(n)), None)
    if price is None or any(page.sentences[n] or page.words[n] > _OFFERED for n in range(place, price)):
        return False
    sold = price + 1 < len(page) and page.has(price + 1, "shop")
    return sold or (price == place + 1 and page.has(place, "shop"))


def _sells(page: PageLines, place: int) -> bool:
    """Tell whether a line is a button to buy below a sentence and above the heading of the next part, so heads nothing itself."""
    below, under = place + 1, place + 2
    few = _BUY.match(page.texts[place]) is not None and page.words[place] <= HEADING
    heads = under < len(page) and not page.sentences[below] and page.sentences[under]
    return few and heads and page.words[below] <= HEADING and page.sentences[place - 1]


def _is_listed(page: PageLines, place: int) -> bool:
    """Tell whether the lines beside one that may be a site's are short lines of the text: a list, which may begin below a sentence."""
    first = page.sentences[place - 1] and page.is_text(place - 1)
    beside = [place + 1, place + 2] if first else [place - 1, place + 1]
    beside = [n for n in beside if 0 <= n < len(page)]
    plain = not any(page.roles[n] or page.is_meta(n) or page.sentences[n] for n in beside)
    kept = not first or all(page.kept and page.kept[n] for n in beside)
    return plain and kept and len(beside) == 2 and _has_own_words(page, place)


def _has_own_words(page: PageLines, place: int) -> bool:
    """Tell whether a line has words of its own behind those of a site that any sentence has: «بازگشت به خیابان», «از پنجره»."""
    own = page.roles[place] & SLOT and not page.roles[place] & ~_OPEN and page.words[place] > 1
    return bool(own) and ":" not in page.texts[place] and not any(map(str.isdigit, page.texts[place]))


def _labels_value(page: PageLines, place: int) -> bool:
    """Tell whether a line is the label of a counter below it: «مدت زمان پخت» above «۳۰ دقیقه»."""
    below = place + 1
    short = page.words[place] <= HEADING and below < len(page) and not page.sentences[place]
    return (
        short
        and not (page.kept and page.kept[below])
        and (page.is_bare(below) or page.has(below, "counter"))
        and not is_amount(page.texts[below])
    )


def _is_said_of_photo(page: PageLines, place: int) -> bool:
    """Tell whether a line is what a site calls a caption, or the caption below that, which is no sentence."""
    below = place > 0 and _CAPTION.fullmatch(page.texts[place - 1]) and not page.sentences[place]
    return bool(below) or _CAPTION.fullmatch(page.texts[place]) is not None


def _asks_above(page: PageLines, place: int) -> bool:
    """Tell whether a line that the model keeps is a question with its answer below it."""
    below = place + 1
    kept = page.kept is not None and page.kept[place]
    return kept and page.texts[place][-1] in "؟?" and below < len(page) and page.is_text(below)


def is_heading(page: PageLines, place: int) -> bool:
    """Tell whether a line that menus have too is the heading of a part of the text: text stands below and above it."""
    bits = page.roles[place]
    below = place + 1
    if below + 1 < len(page) and page.texts[below][0] == "[":  # «[ویرایش]»
        below += 1
    marked = page.texts[place].startswith(("# ", "## ", "### "))
    return (
        (
            marked
            or (not bits & _BESIDE and (not bits & ALONE or bits & _HEADINGS > 0))
            or (page.words[place] <= HEADING and _has_own_words(page, place))
        )
        and place > 0
        and below < len(page)
        and (page.is_text(below) or _asks_above(page, below))
        and page.texts[below][0] not in "«"
        and (page.sentences[place - 1] or bool(page.kept and page.kept[place - 1]))
    )
