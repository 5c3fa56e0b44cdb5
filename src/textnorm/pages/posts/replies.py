"""The rows of comments: who says something, and what may be done with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import SLOT
from textnorm.pages.posts.cards import names_account
from textnorm.pages.posts.date_lines import shape
from textnorm.pages.posts.names import may_be_name

if TYPE_CHECKING:
    from textnorm.pages.posts.page_lines import PageLines

#: how a line ends that says who says something
_SAYS = lazy_pattern(
    r"(?:\bsays|\bsaid|\bwrote|گفت(?:ه)?|می[\s\u200c]?گوید|نوشت(?:ه)?)\s?(?::|\.\.\.|…)?$", re.IGNORECASE
)
#: the same with the day between: «مینا در ۲ سال قبل، شنبه ۸ مرداد ۱۴۰۱، ساعت ۱۰:۰۲ نوشته:»
_WROTE = lazy_pattern(
    r"(?=.*\d)[^.:!؟?]{2,40} (?:در|on|at) [^.!؟?]{5,110}(?:نوشت|نوشته|گفت|گفته|wrote|said)\s?:", re.IGNORECASE
)
#: what may be done with a comment, as its row says it
_BUTTON = lazy_pattern(
    r"(?:پاسخ|جواب)(?: دادن| دهید| بدهید| بده)?(?: به این (?:دیدگاه|نظر|پیام|کامنت)| به [^\W\d][^.:!؟?\d]{1,30})?|خریدار این (?:محصول|کالا)|خرید تایید[\s\u200c]?شده|نقل قول|پسندیدن|نظر دادن|(?:\d{1,5} ن?پسندیدم\s?){1,2}|مفید (?:بود|نبود) \(?\d{1,5}\)?|reply(?: to this comment)?|quote|likes?",
    re.IGNORECASE,
)
_FIELDS = lazy_pattern(r"\s[·•|]\s")
#: who says something and what, on one line: «ناهید: آن نان را باید با حرارت کم بپزی.»
_SAYING = lazy_pattern(r"([^\W\d][^:.!؟?،|»/\n]{1,30}?)\s?:\s(?=\S{1,40}\s\S)[^|]{4,}")
#: who commented, and when
_COMMENTED = lazy_pattern(r"@?[\w.-]{2,30} commented (?:on )?(?=.{0,30}\d|yesterday|last)", re.IGNORECASE)
_NAMED = 3
#: most lines of the last of those who say something, with name and account
_SAID = 5


def end_of_sayings(page: PageLines, heading: int, until: int) -> int:
    """Return the place below the lines of names with what they say, right below a heading; the heading's own where none are.

    Something that the site shows stands below them, or nothing. A line alone must begin with a name that is known.
    """
    end = heading + 1
    names: list[str] = []
    while end < until and (said := _SAYING.fullmatch(page.texts[end])) and _is_saying(page, end, said[1]):
        names.append(said[1])
        end += 1
    known = sum(map(may_be_name, names))
    closed = end >= until or end == len(page) or page.roles[end] > 0 or page.is_meta(end)
    return end if names and known * 2 >= len(names) and closed else heading


def said_by_accounts(page: PageLines, first: int) -> set[int]:
    """Return the lines below a text that others say on a network: a name, the account below it, and words, twice and more.

    Who wrote the text goes on with it, and is none of them.
    """
    heads = [n for n in range(len(page)) if names_account(page, n)]
    own = {page.keys[n + 1] for n in heads if n < first}
    below = [n for n in heads if n > first]
    if (
        len(below) < 2
        or len({page.keys[n + 1] for n in below}) < 2
        or any(page.keys[n + 1] in own for n in below)
    ):
        return set()
    end = below[-1] + 2
    while end < len(page) and end - below[-1] < _SAID and not page.roles[end] and not page.is_meta(end):
        end += 1
        if page.texts[end - 1][-1] in ".!؟?…":
            break
    return set(range(below[0], end))


def said_in_rows(page: PageLines, first: int) -> set[int]:
    """Return the lines below a text that begin with a row that says who commented and when: «nima commented on Mar 3, 2024»."""
    rows = [n for n in range(first + 1, len(page)) if _COMMENTED.match(page.texts[n])]
    if not rows:
        return set()
    end = rows[-1] + 1
    while end < len(page) and not page.roles[end] and not page.is_meta(end):
        end += 1
    return set(range(rows[0], end))


def said_on_days(page: PageLines, first: int) -> set[int]:
    """Return the lines below a text that begin with a name above a day, all days written alike, two names and more.

    At least half of the names are known as such. The last of those who say something goes on to the next line of the site.
    """
    days = [n for n, mark in page.marks.items() if n > first + 1 and mark.style == "alone"]
    named = [
        n for n in days if page.words[n - 1] <= _NAMED and not page.roles[n - 1] and not page.is_meta(n - 1)
    ]
    known = sum(may_be_name(page.texts[n - 1]) for n in named)
    alike = len({shape(page.marks[n]) for n in named}) == 1
    if len(named) < 2 or not alike or known * 2 < len(named):
        return set()
    end = named[-1] + 1
    while end < len(page) and not page.roles[end] and not page.is_meta(end):
        end += 1
    return set(range(named[0] - 1, end)) if end > named[-1] + 1 else set()


def said_above_buttons(page: PageLines, first: int) -> set[int]:
    """Return the lines of comments below a text, each with the link to reply below it: a name, a day or an age, what was said."""
    found: set[int] = set()
    for button in range(first + 4, len(page)):
        if not is_button(page, button):
            continue
        days = [n for n in range(max(button - _SAID, first + 2), button - 1) if n in page.marks]
        name = days[-1] - 1 if days else button
        if name < button and page.words[name] <= _NAMED and not page.roles[name] and name not in page.marks:
            found.update(range(name, button + 1))
    return found


def said_in_lines(page: PageLines, first: int) -> set[int]:
    """Return the lines «name: words» below a heading of any wording that stands below the rows of a post: two and more."""
    for heading in range(first + 1, len(page) - 2):
        row = page.is_meta(heading - 1) or page.is_certain(heading - 1)
        short = (
            page.words[heading] < _NAMED and page.texts[heading][-1].isalnum() and not page.is_meta(heading)
        )
        end = end_of_sayings(page, heading, len(page)) if row and short else heading
        if end > heading + 2:
            return set(range(heading + 1, end))
    return set()


def heads_sayings(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of what others say, each as «name: words»: few words that are no name."""
    below = place + 1
    said = _SAYING.fullmatch(page.texts[below]) if below < len(page) else None
    few = page.words[place] <= _NAMED and ":" not in page.texts[place]
    return said is not None and few and not may_be_name(page.texts[place]) and may_be_name(said[1])


def _is_saying(page: PageLines, place: int, name: str) -> bool:
    return name.count(" ") < _NAMED and not page.is_meta(place) and not page.is_certain(place)


def is_reply(page: PageLines, place: int) -> bool:
    """Tell whether a line is a link to reply or a name with «گفت»."""
    if page.words[place] > 8:
        return _WROTE.fullmatch(page.texts[place]) is not None
    if place in page.authors:
        return False
    row = page.has(place, "comment_row", "moderation") and not page.roles[place] & SLOT
    other = page.has(place, "pagination", "navigation", "related")  # «راهبری نوشته»
    return row or (not other and _SAYS.search(page.texts[place]) is not None)


def is_button(page: PageLines, place: int) -> bool:
    """Tell whether a line of a thread is a link below a comment and nothing that somebody said."""
    fields = _FIELDS.split(page.texts[place].strip(" ↓↩›»•"))
    return page.has(place, "comment_row") and any(map(_BUTTON.fullmatch, fields))
