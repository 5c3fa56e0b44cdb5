"""The rows of comments: who says something, and what may be done with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import SLOT

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
    r"(?:پاسخ|جواب)(?: دادن)?(?: به این (?:دیدگاه|نظر|پیام|کامنت)| به [^\W\d][^.:!؟?\d]{1,30})?|نقل قول|پسندیدن|نظر دادن|(?:\d{1,5} ن?پسندیدم\s?){1,2}|reply(?: to this comment)?|quote",
    re.IGNORECASE,
)
_FIELDS = lazy_pattern(r"\s[·•|]\s")


def is_reply(page: PageLines, place: int) -> bool:
    """Tell whether a line is a link to reply or a name with «گفت»."""
    if page.words[place] > 8:
        return _WROTE.fullmatch(page.texts[place]) is not None
    if place in page.authors:
        return False
    row = page.has(place, "comment_row", "moderation") and not page.roles[place] & SLOT
    return row or _SAYS.search(page.texts[place]) is not None


def is_button(page: PageLines, place: int) -> bool:
    """Tell whether a line of a thread is a link below a comment and nothing that somebody said."""
    fields = _FIELDS.split(page.texts[place].strip(" ↓↩›»•"))
    return page.has(place, "comment_row") and any(map(_BUTTON.fullmatch, fields))
