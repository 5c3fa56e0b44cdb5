"""The rows above what readers say: a name and a day, stars, a day alone above the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.date_lines import CLOCK, shape, without_half_day

if TYPE_CHECKING:
    from textnorm.pages.posts.page_lines import PageLines

#: what others gave to a comment
_VOTES = lazy_pattern(r"[+−-]\s?\d{1,5}")
#: words of a month with its year
_MONTH = 2
#: who comments where a site knows no name
_NOBODY = lazy_pattern(
    r"ناشناس|بی[\s\u200c]?نام|بدون نام|مهمان|(?:یک )?(?:کاربر|خریدار|مشتری|خواننده)(?: [^\W\d][\w\u200c]{1,14})?|anonymous|guest|verified buyer",
    re.IGNORECASE,
)


def is_rated(page: PageLines, place: int, heading: int) -> bool:
    """Tell whether a line is what somebody gives, «۵ ستاره», or a time of day, with who it is above it and words below it."""
    above, below = place - 1, place + 1
    given = page.has(place, "rating") and any(map(str.isdigit, page.texts[place]))
    given = given or _VOTES.fullmatch(page.texts[place]) is not None
    given = given or CLOCK.fullmatch(without_half_day(page.texts[place])) is not None
    stars = given or not page.texts[place].strip("★☆⭐ ")
    named = above > heading and page.words[above] <= 4 and not page.roles[above] and not page.sentences[above]
    while below < len(page) and page.has(below, "archive") and page.words[below] == _MONTH:
        below += 1  # when somebody was there: «آبان ۱۴۰۲»
    return stars and named and below < len(page) and not page.roles[below] and page.words[below] > 1


def is_named(page: PageLines, place: int, heading: int) -> bool:
    """Tell whether a day has the name of somebody beside it, in its row or on the line above."""
    above = place - 1
    nobody = above > heading and _NOBODY.fullmatch(page.texts[above]) is not None
    plain = not page.roles[above] and not page.is_meta(above) and not page.is_bare(above)
    own = above > heading and (nobody or plain)
    return bool(page.marks[place].names) or own or above == heading


def is_next(page: PageLines, place: int, first: Sequence[int], heading: int) -> bool:
    """Tell whether a day is written like the first one, which stands right below the heading: above the name of who comments."""
    above = first and first[0] == heading + 1 and first[0] in page.marks
    return bool(above) and shape(page.marks[first[0]]) == shape(page.marks[place])
