"""Comment threads: the heading that opens one, the signs that it is one, and what ends it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import ALONE, SLOT, mask
from textnorm.pages.keys import phrase_key, unnumbered
from textnorm.pages.phrases import keys
from textnorm.pages.posts.comment_rows import is_named, is_next, is_rated
from textnorm.pages.posts.date_lines import shape
from textnorm.pages.posts.lists import heads_others
from textnorm.pages.posts.names import may_be_name
from textnorm.pages.posts.replies import end_of_sayings, is_button, is_reply

if TYPE_CHECKING:
    from textnorm.pages.posts.page_lines import PageLines

_LONGEST = 160
_NAMED = 3  # most words of a name above what was said
_DIGITS = lazy_pattern(r"\d")
_SIGNS = lazy_pattern(
    r"\bsays:?$|\bsaid:$|\breply\b|پاسخ|گفت:|گفت\.\.\.|می‌گوید|:\s*$|\d:\d\d|\bago\b|پیش$|\d{4}", re.IGNORECASE
)
#: answers to a question are posts
_ANSWERS = lazy_pattern(r"(?<!پرسش و )پاسخ|جواب|answers?\b", re.IGNORECASE)
#: how to sort comments, right below their heading
_SORTS = 3
_SORT = lazy_pattern(
    r"(?:جدید|قدیمی|محبوب|پربحث|مفید|به|تازه|پرامتیاز|داغ)[\s\u200c]?ترین(?:[\s\u200c]?ها)?|مرتب[\s\u200c]?سازی.{0,30}|(?:newest|oldest|top|best|most liked)(?: first)?",
    re.IGNORECASE,
)
#: what people of some kind say, as the heading of it: «دیدگاه معامله‌گران»
_OF_PEOPLE = lazy_pattern(
    r"(?:نظرات|نظر|پرسش|پرسش[\s\u200c]?های|دیدگاه|دیدگاه[\s\u200c]?های|پیام[\s\u200c]?های|تجربه[\s\u200c]?های)\s[^\W\d][\w\u200c]{2,14}(?:ان|ها)(?:\s\(?\d{1,4}\)?)?"
)
#: what stands at either end of one
_FORM = ("search", "login", "comment_form", "moderation", "pagination", "share")
#: most counters of votes between a link to reply and what was said below it
_VOTES = 2
#: words of a month with its year
_STAY = 2
#: roles that end a thread
_ENDS = ("comment_form", "related", "footer", "newsletter", "navigation", "archive", "login")
#: most lines between the heading of a form and the link to reply of a comment below it
_REPLY = 8


def opens_thread(line: str) -> bool:
    """Tell whether a line is the heading of a comment thread.

    >>> opens_thread("2 thoughts on “Rye bread”"), opens_thread("Leave a reply")
    (True, False)
    """
    return len(line) <= _LONGEST and _is_heading(phrase_key(line))


def _is_heading(key: str) -> bool:
    return key in keys("comments") or (key[:1] == "0" and key.startswith(_thread_keys()))


@cache
def _thread_keys() -> tuple[str, ...]:
    return tuple(keys("thread"))


def comment_signs(lines: Sequence[str]) -> int:
    """Count the lines that say that somebody commented: a name with «گفت», a link to reply, a time.

    >>> comment_signs(["Lena says:", "Good bread!", "Reply"])
    2
    """
    return sum(1 for line in lines if _SIGNS.search(line))


def without_form(page: PageLines, places: Sequence[int]) -> list[int]:
    """Return the lines of a thread without what a site says at either end of it: how to sort, to log in, to comment."""
    form = (bool(page.has(n, *_FORM) and page.roles[n] & (ALONE | SLOT)) for n in places)
    own = [not (asks or _SORT.fullmatch(page.texts[n])) for n, asks in zip(places, form, strict=True)]
    counted = [page.is_bare(n) or (page.has(n, "counter") and page.is_certain(n)) for n in places]
    begins = [asked and not count for asked, count in zip(own, counted, strict=True)]
    first = next(compress(range(len(own)), begins), len(own))
    end = next((n for n in range(len(own), first, -1) if own[n - 1]), first)
    return list(places[first:end])


def thread_end(page: PageLines, heading: int, until: int) -> int:
    """Return the place below the last line of the thread under a heading; the heading's own when there is none.

    A thread has signs: names, days, links to reply. It ends with a form or the heading of something else. A
    counter that stands under each post of a page has the same look: without a link to reply or a name with
    «گفت», days that are written like those above the heading are those of posts.
    """
    if (end := end_of_sayings(page, heading, until)) > heading:
        return end
    last, far, sure = heading, 0, False
    signs, said = list[int](), list[int]()
    for place in range(heading + 1, until):
        if place - heading <= _SORTS and _SORT.fullmatch(page.texts[place]):
            continue
        if heads_others(page, place):
            break
        if _ends_thread(page, place) or (signs and page.has(place, "pagination") and page.is_certain(place)):
            sure = sure or _is_form(page, heading, place)
            break
        far += 1
        if _is_said(page, place, heading):
            said.append(place)
            far = 0
        reply = is_reply(page, place)
        dated = place in page.marks and (
            is_named(page, place, heading) or is_next(page, place, signs[:1], heading)
        )
        if reply or dated or is_rated(page, place, heading):
            last, far, sure = place, 0, sure or reply
            signs.append(place)
        if far > 6:
            break
    named = (len(said) > 1 or _is_one(page, said, heading)) and not _may_be_section(page, heading)
    if not signs and (named or (sure and said)):
        return min(said[-1] + 2, until)
    thread = sure or _unlike_posts(page, heading, signs) or _counts(page, heading, signs)
    if not signs or not (thread or _all_named(page, heading, signs)):
        return heading
    over = is_button(page, last) and _buttons_above(page, heading, signs)
    return min(last + 1 + _text_below(page, last, until, over=over), until)


def _ends_thread(page: PageLines, place: int) -> bool:
    """Tell whether a line is one of a form, or the heading of something else, and nothing that somebody said."""
    other = place in page.marks or page.is_bare(place) or page.has(place, "tool", "share", "comment_row")
    other = other or _is_stay(page, place)
    return page.has(place, *_ENDS) and not other and not _may_be_spoken(page, place)


def _buttons_above(page: PageLines, heading: int, signs: Sequence[int]) -> bool:
    """Tell whether the links to reply stand above what was said, as nothing was said above the first of them."""
    first = next((n for n in signs if is_button(page, n)), heading)
    return not any(
        (page.words[n] > _NAMED or n - 1 in page.marks) and not page.is_meta(n) and not page.roles[n]
        for n in range(heading + 1, first)
    )


def _is_one(page: PageLines, said: Sequence[int], heading: int) -> bool:
    """Tell whether the only one who said something stands right below the heading, with a sentence: a name, or above a row."""
    name, words, row = heading + 1, heading + 2, heading + 3
    if said[:1] != [name] or page.texts[words][-1] not in ".!؟…":
        return False
    return may_be_name(page.texts[name]) or (
        row < len(page) and page.is_certain(row) and not page.roles[name]
    )


def _may_be_section(page: PageLines, heading: int) -> bool:
    """Tell whether a heading without a number stands in a text that is no page: «بحث» of a study, with more headings below it."""
    return page.kept is None and not any(map(str.isdigit, page.texts[heading]))


def _is_form(page: PageLines, heading: int, place: int) -> bool:
    """Tell whether a comment form stands below a thread: a heading without a number says that it is no counter."""
    rows = [n for n in range(place, min(place + 6, len(page))) if page.has(n, "comment_form")]
    bare = not any(map(str.isdigit, page.texts[heading])) and page.key_counts[page.keys[heading]] == 1
    return len(rows) > (0 if bare else 1)


def _unlike_posts(page: PageLines, heading: int, signs: Sequence[int]) -> bool:
    """Tell whether the days below a heading are written in another way than those above it, and it is no counter of several."""
    above = {shape(mark) for place, mark in page.marks.items() if place < heading and mark.found}
    alike = any(shape(page.marks[place]) in above for place in signs if place in page.marks)
    return not alike and not page.once("counters", _counters)[heading]


def _counters(page: PageLines) -> list[int]:
    """Tell of each heading of comments whether it stands below who wrote each of several posts: «نظرات ()», a counter without a number."""
    bare = {page.keys[n] for n in headings_of_comments(page) if n - 1 not in page.authors}
    return [int(page.key_counts[key] > 1 and key not in bare) for key in page.keys]


def _all_named(page: PageLines, heading: int, signs: Sequence[int]) -> bool:
    """Tell whether somebody's name stands above each day below the only heading of comments of a page, one without a number."""
    only = page.is_certain(heading) and page.key_counts[page.keys[heading]] == 1
    bare = only and not any(map(str.isdigit, page.texts[heading]))
    return bare and all(sign - 1 > heading and may_be_name(page.texts[sign - 1]) for sign in signs)


def _is_said(page: PageLines, place: int, heading: int) -> bool:
    """Tell whether a line is the name of somebody and the line below it what was said, neither with a day."""
    below = place + 1
    text = page.texts[place]
    if page.words[place] > _NAMED or below >= len(page) or (text[-1] in ".:؛؟?!" and not may_be_name(text)):
        return False
    plain = not any(page.is_certain(n) or page.is_meta(n) for n in (place, below))
    first = place - 1 == heading or page.words[place - 1] > _NAMED or page.texts[place - 1].isdecimal()
    rated = below + 1 < len(page) and page.texts[below + 1].isdecimal() and page.words[below] > 1
    return plain and first and (page.words[below] > _NAMED or rated)


def _counts(page: PageLines, heading: int, signs: Sequence[int]) -> bool:
    """Tell whether a heading counts the days below it, and no other line of the page says the same of another number."""
    number = _DIGITS.findall(page.texts[heading])
    alike = [
        n for n in headings_of_comments(page) if unnumbered(page.keys[n]) == unnumbered(page.keys[heading])
    ]
    return "".join(number).isdecimal() and int("".join(number)) == len(signs) and len(alike) == 1


def _text_below(page: PageLines, sign: int, until: int, *, over: bool) -> int:
    """Count the lines of the last comment, below its head; none below a link to reply, unless these stand *over* the words."""
    if page.has(sign, "comment_row") and not over:
        return 0
    size = votes = 0
    while over and votes < _VOTES and sign + votes + 1 < until and page.is_bare(sign + votes + 1):
        votes += 1
    for place in range(sign + votes + 1, min(sign + votes + 4, until)):
        spoken = place == sign + votes + 1 and (_may_be_spoken(page, place) or _is_stay(page, place))
        if page.is_junk(place) and not spoken:
            break
        size += 1
    return votes + size if size else 0


def _is_stay(page: PageLines, place: int) -> bool:
    """Tell whether a line is the month in which a guest was there, below the stars: «آبان ۱۴۰۲»."""
    return page.has(place, "archive") and page.has(place - 1, "rating") and page.words[place] == _STAY


def _may_be_spoken(page: PageLines, place: int) -> bool:
    """Tell whether a short sentence with words that sites have too may be what somebody said: «وزن درست نوشته نشده.»"""
    own = page.roles[place] & SLOT and not page.roles[place] & (ALONE | mask("comment_form", "login"))
    return bool(own) and page.words[place] > 2 and page.texts[place][-1] in ".!؟"


def threads(page: PageLines) -> set[int]:
    """Return the places of the lines that lie in comment threads, headings not counted."""
    found: set[int] = set()
    headings = page.once("headings of threads", _headings)
    ends = [*headings[1:], len(page)]
    for heading, until in zip(headings, ends, strict=False):
        found.update(range(heading + 1, thread_end(page, heading, until)))
    return found


def headings_of_comments(page: PageLines) -> list[int]:
    """Return the lines that say that comments follow, or count them."""
    return page.once("headings of comments", _counts_and_openings)


def _counts_and_openings(page: PageLines) -> list[int]:
    counts = mask("comment_count")
    rows = enumerate(zip(page.texts, page.keys, page.roles, strict=True))
    return [
        n
        for n, (text, key, bits) in rows
        if bits & counts
        or _OF_PEOPLE.fullmatch(text)
        or (len(text) <= _LONGEST and _is_heading(unnumbered(key)))
    ]


def _headings(page: PageLines) -> list[int]:
    """Return the lines below which comments may stand: none above the first line of text."""
    headings = headings_of_comments(page)
    counters = Counter(unnumbered(page.keys[n]) for n in headings)
    parting = [
        n for n in headings if counters[unnumbered(page.keys[n])] > 1 and _DIGITS.search(page.texts[n])
    ]
    texts = [any(map(page.is_prose, range(a, b))) for a, b in pairwise(parting)]
    many = len(parting) > 2 or len({page.keys[n] for n in parting}) == 2
    if many and all(texts):  # a counter under each post
        headings = [n for n in headings if n not in parting]
    first = next((n for n in range(len(page)) if page.is_text(n)), len(page))
    headings = [n for n in headings if n > first and not _ANSWERS.search(page.texts[n])]
    return sorted({*headings, *_form_ends(page)})


def _form_ends(page: PageLines) -> list[int]:
    """Return the last line of each comment form: on some pages the comments stand below it."""
    form = mask("comment_form")
    rows = [n for n, bits in enumerate(page.roles) if bits & form]
    near = [c for a, _, c in zip(rows, rows[1:], rows[2:], strict=False) if c - a < 6]
    found = [n for n, after in zip(near, [*near[1:], len(page) + 7], strict=False) if after - n > 6]
    ends = [n for n, bits in enumerate(page.roles) if bits & mask("comment_form", "moderation")]
    return [*found, *(n for n in ends if _replied(page, n))]


def _replied(page: PageLines, place: int) -> bool:
    """Tell whether a comment stands right below a line of a form: a name, and a link to reply a few lines below."""
    below = range(place + 1, min(place + _REPLY, len(page)))
    end = next((n for n in below if is_button(page, n)), place)
    said = range(place + 1, end)
    plain = not any(page.has(n, "comment_form", "moderation", "related") for n in said)
    plain = plain and not (page.has(place, "moderation") and page.key_counts[page.keys[place]] > 1)
    return len(said) > 1 and plain and page.words[place + 1] <= _NAMED and not page.roles[place + 1]
