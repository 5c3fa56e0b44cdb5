"""Lists round and inside a text: links below a heading, headings of what follows, artefacts where no model was asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from itertools import takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import ALONE, ROW, SLOT, mask
from textnorm.pages.keys import heading_key, line_key
from textnorm.pages.posts.page_lines import PageLines

#: most links below a heading of links; how lines end that are no links
MOST_LINKS, ENDED = 4, tuple(".!؛:")
#: most words in the heading of a list of headings
_FEW = 3
#: most words of a question to readers
_QUESTION = 14
#: of the numbers of headings
_DIGITS = "0123456789۰۱۲۳۴۵۶۷۸۹"
#: the heading of a part with its number: «روز دوم», «بخش ۳: بازگشت»; the first of them
_PART = lazy_pattern(
    r"(روز|شب|هفته|قسمت|بخش|فصل|پرده|مرحله|گام|منزل|نکته|نامه|پرسش|درس)[\u200cیٔ]{0,2}\s(?:(?P<first>اول|یکم|نخست|[1۱])|\d{1,2}|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|آخر|پایانی)(?:\s?[:،–-]\s?[^:.؟?!]{1,50})?:?"
)
#: the heading of a part with its number before it
_COUNTED = lazy_pattern(r"(\d{1,2})\s?[.)-]\s?[^\W\d][^.!]{1,60}")
#: headings of links, and other artefacts that no text has as a line
_RELATED = mask("related", "read_more")
_LEFT = mask("advert", "share", "comment_count", "rating", "newsletter", "comment_form")
#: what heads links or words of readers, whatever stands below it; most lines of a list below a heading
_LINKS = _RELATED | mask("archive", "comment_count", "comment_form", "share", "pagination", "advert")
_ITEMS = 8
#: the heading of a list of others of a kind
_OTHERS = lazy_pattern(
    r"(?:متن\s)?[^\W\d]{2,12}[\s\u200c]?های (?:دیگر|مشابه|مرتبط|بعدی|قبلی|پیشین|پیشنهادی|بیشتر)(?:\s[^\W\d]+){0,3}:?"
)
#: the link over a box in a text, what stands at its end, its most lines
_SKIPPED = lazy_pattern(
    r"از (.{2,60}) (?:رد شوید|بگذرید)(?: .{1,40})?|skip (.{2,60}) and .{1,40}", re.IGNORECASE
)
_CLOSED = lazy_pattern(r"پایان (.{2,60})|end of (.{2,60})", re.IGNORECASE)
_BOXED = 16


def artefacts(page: PageLines, places: list[int]) -> set[int]:
    """Return the lines of a text that no model was asked about which are no text for certain, and links below headings.

    More lines than a few below such a heading are a table or a list of the text.
    """
    found: set[int] = set()
    links: list[int] | None = None
    for place in [*places, len(page)]:
        inside = place < len(page) and _is_short(page, place)
        bits = page.roles[place] if inside else 0
        if links is not None and (not inside or bits & _RELATED or page.is_meta(place)):
            found.update(links if len(links) <= MOST_LINKS else ())
            links = None
        if bits & _RELATED and (bits & (ALONE | SLOT) or page.texts[place][-1] == ":"):
            found.add(place)
            links = None if bits & SLOT else []
        elif bits & _LEFT and (bits & ALONE or page.words[place] == 1):
            found.add(place)
        elif links is not None and inside:
            links.append(place)
    return found


def _is_short(page: PageLines, place: int) -> bool:
    """Tell whether a line is none of prose, code, a list or a quotation."""
    text = page.texts[place]
    plain = text[-1] not in ENDED or text[-1] == ":"
    return plain and text[0] not in "-•>" and not page.sentences[place] and place not in page.code


def table_of_contents(page: PageLines, places: list[int]) -> set[int]:
    """Return the lines of a list of headings: two and more on end, each of which stands again further down.

    They may have numbers that the headings have not, and these links to edit what stands below them; one among them may
    stand further down in other words.
    """
    keys = {place: heading_key(page.texts[place]) for place in places}
    last = {key: place for place, key in keys.items()}
    if len(last) == len(places) and not any(key[:1] in _DIGITS for key in last if key):
        return set()  # most texts say nothing twice
    heads = {place: last[_unnumbered(keys[place], last)] for place in places}
    asks = (page.texts[place][-1] in "?؟" for place in places)  # questions may be headings, however long
    again = [
        heads[place] > place + 1 and (asked or not page.sentences[place])
        for place, asked in zip(places, asks, strict=True)
    ]
    repeats = {place for place, flag in zip(places, again, strict=True) if flag}
    named = {heads[place] for place in repeats}
    listed = [flag or (_is_between(again, n) and places[n] not in named) for n, flag in enumerate(again)]
    found: set[int] = set()
    run: list[int] = []
    for place, inside in [*zip(places, listed, strict=True), (len(page), False)]:
        if inside:
            run.append(place)
            continue
        if len(run) > 1 and _heads_sections(page, [heads[n] for n in run if n in repeats], run[-1]):
            found.update(run)
            found.update(n for n in (run[0] - 1,) if n in last.values() and _heads_list(page, n))
        run = []
    return found


def _is_between(again: list[bool], n: int) -> bool:
    """Tell whether a line stands between two that stand again further down, with a third one beside these."""
    return n > 0 and all(again[n - 1 : n + 2 : 2]) and sum(again[max(n - 2, 0) : n + 3]) > 2


def named_headings(page: PageLines) -> list[int]:
    """Return the headings that a list of headings names or numbers tell, with a sentence below: whatever stands above them."""
    contents = set(page.once("contents", contents_of))
    numbered = sorted({*page.once("numbered parts", numbered_parts), *_said_below(page)})
    if not contents:
        return numbered
    keys = [heading_key(text) for text in page.texts]
    named = {key for place in contents for key in (keys[place], keys[place].lstrip(_DIGITS)) if key}
    again = [n for n, key in enumerate(keys) if key in named and n not in contents]
    kept = page.kept or [False] * len(page)
    return sorted(
        {*numbered, *(n for n in again if any(page.sentences[n + 1 : n + 3]) or all(kept[n - 1 : n + 2 : 2]))}
    )


def numbered_parts(page: PageLines) -> list[int]:
    """Return the headings of the parts of a text, from the first on: «روز اول», «روز دوم», each right above a sentence."""
    found: list[tuple[int, str]] = []
    for place, text in enumerate(page.texts[:-1]):
        part = _PART.fullmatch(text)
        below = place + 1
        if not part or not (page.sentences[below] or page.texts[below][-1] in ".!؟"):
            continue
        if part["first"] or (found and found[-1][1] == part[1]):
            found.append((place, part[1]))
    count = Counter(word for _, word in found)
    counted = _counted_parts(page)
    return sorted(
        {*(place for place, word in found if count[word] > 1), *(counted if len(counted) > 1 else ())}
    )


def _counted_parts(page: PageLines) -> list[int]:
    """Return the headings that are counted from one on, each right above a sentence: «۱. کابل‌ها و باد», «۲. اشتباه کجا بود؟»."""
    found: list[int] = []
    for place, text in enumerate(page.texts[:-1]):
        part = _COUNTED.fullmatch(text) if text[0].isdigit() and not page.sentences[place] else None
        if part and page.sentences[place + 1] and int(part[1]) == len(found) + 1:
            found.append(place)
    return found


def _said_below(page: PageLines) -> list[int]:
    """Return the headings of a word or two, below what a site puts between paragraphs, whose word the sentence below begins with: «صدا»."""
    return [
        n
        for n in range(2, len(page) - 1)
        if page.words[n] <= 2 and page.sentences[n + 1] and page.is_certain(n - 1) and page.sentences[n - 2]
        and not page.is_certain(n) and not page.is_meta(n) and page.texts[n + 1].startswith(page.texts[n])
    ]  # fmt: skip


def _heads_list(page: PageLines, place: int) -> bool:
    """Tell whether a line above a list of headings is the heading of the list: «محتویات»."""
    return page.words[place] <= _FEW and _is_short(page, place) and not page.is_meta(place)


def is_poll(page: PageLines, place: int) -> bool:
    """Tell whether a line asks what a reader thinks of the page: the answers are buttons below it, «بله» and «خیر»."""
    below = range(place + 1, min(place + 3, len(page)))
    buttons = all(page.has(n, "rating") and page.words[n] <= _FEW for n in below)
    return page.texts[place][-1] in "؟?" and page.words[place] <= _QUESTION and len(below) == 2 and buttons


def links_of(page: PageLines) -> list[int]:
    """Return the lines below headings of lists of other texts, up to the first that is a row or that sites show.

    The last of them may be none: the headline of the page, say.
    """
    found: list[int] = []
    inside = False
    for place, bits in enumerate(page.roles):
        plain = not bits and not page.is_meta(place) and not page.sentences[place]
        if inside and plain:
            found.append(place)
        else:
            inside = page.has(place, "related") and page.is_certain(place)
    return found


def boxes_to_skip(page: PageLines) -> list[int]:
    """Return the lines of boxes in a text that a link offers to skip, and a line ends that names them: «پایان پرطرفدارترین‌ها»."""
    found: list[int] = []
    for place, text in enumerate(page.texts):
        opened = _SKIPPED.fullmatch(text) if page.has(place, "skip_link") else None
        name = opened and line_key(opened[1] or opened[2])
        for end in range(place + 1, min(place + _BOXED, len(page))) if name else ():
            closed = _CLOSED.fullmatch(page.texts[end])
            if closed and line_key(closed[1] or closed[2]) == name:
                found += range(place, end + 1)
    return found


def contents_of(page: PageLines) -> list[int]:
    """Return the lines of lists of headings, wherever on the page they stand."""
    return sorted(table_of_contents(page, list(range(len(page)))))


def _unnumbered(key: str, known: Container[str]) -> str:
    """Return the key of the heading that a line of a list of headings stands for."""
    plain = key.lstrip(_DIGITS)
    return plain if len(plain) > 1 and plain in known else key


def _heads_sections(page: PageLines, later: list[int], end: int) -> bool:
    """Tell whether lines further down are headings: each stands there once, and a sentence below half of them."""
    heads = sum(any(page.sentences[n + 1 : n + 3]) for n in later)
    return min(later) > end and len(set(later)) == len(later) and heads * 2 >= len(later)


def heads_others(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of a list of others of its kind: «قصه‌های دیگر», with two short lines below."""
    if page.words[place] > 5 or not _OTHERS.fullmatch(page.texts[place]):
        return False
    below = range(place + 1, min(place + 3, len(page)))
    return len(below) > 0 and not any(page.sentences[n] for n in below)


def heads_rows(page: PageLines, place: int) -> bool:
    """Tell whether a line made of words of sites has a colon and heads a list of the text that no site shows: «شرایط اشتراک:»."""
    made = page.roles[place] & ROW and not page.roles[place] & _LINKS and page.texts[place][-1] == ":"
    if not made or not place or not page.sentences[place - 1] or page.kept is None:
        return False
    below = range(place + 1, min(place + 1 + _ITEMS, len(page)))
    items = [*takewhile(lambda n: not (page.roles[n] or page.is_meta(n) or page.sentences[n]), below)]
    closed = len(items) < len(below) and page.is_text(items[-1] + 1 if items else place + 1)
    return len(items) > 1 and (closed or all(page.kept[n] for n in items))
