"""Who wrote the only post of a page, where no byline says so: trees choose among the short lines round its text.

They were trained on labelled pages (tools/train_name_model.py), which knows of each line how it reads and where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from textnorm.lazy import lazy_pattern
from textnorm.pages.content.columns import Column
from textnorm.pages.content.model import Forest
from textnorm.pages.posts.boxes import told_names
from textnorm.pages.posts.bylines import is_job
from textnorm.pages.posts.cards import can_be_name
from textnorm.pages.posts.line_forms import ends_in_verb
from textnorm.pages.posts.lists import numbered_parts
from textnorm.pages.posts.names import is_account, is_name, is_site, may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.title_forms import is_label

#: lines above the title and below the text among which a name may stand, its most words
_UP, _DOWN, _MOST = 6, 10, 5
_FAR, _NO_DAY = 30, 9
#: lines of the text, below its lead, among which a day and a name beside it may stand
_FIRST = 4
#: most words of a button to follow somebody
_CALL = 3
#: from these log-odds, in thousandths, a line is the name (by --check of the trainer, with files left out in turn)
_LEAST = -500
#: a name in Latin letters, right above the day of a post
_LATIN = lazy_pattern(r"[A-Z][a-z]{2,11}(?: [A-Z][a-z]{2,14}| [A-Z]\.)")
#: who writes where nobody signs
_TEAM = lazy_pattern(
    r"(?:تیم|گروه|واحد)\s(?:تحریریه|محتوا|تولید محتوا|نویسندگان|ترجمه|(?:محتوای|تحلیل|ترجمه|تحریریه)(?:\s[^\W\d][\w\u200c]*){1,3})|تحریریه(?:\s[^\W\d][\w\u200c]*){0,3}|روابط عمومی|مدیر سایت|editorial (?:team|staff)",
    re.IGNORECASE,
)
_AUTHOR_BOX = lazy_pattern(
    r"درباره[ٔ‌ی]?\s?(?:ی\s)?نویسنده|about the author|written by|نویسنده مطلب", re.IGNORECASE
)
_FOLLOW = lazy_pattern(r"دنبال[\s\u200c]?(?:کردن|کنید|کننده)|\bfollow", re.IGNORECASE)

Sign = Callable[[PageLines, Span, int], int]
_SIGNS: dict[str, Sign] = {
    "name": lambda page, span, n: _grade(page.texts[n]),
    "account": lambda page, span, n: int(is_account(page.texts[n])),
    "form": lambda page, span, n: int(can_be_name(page, n)),
    "chars": lambda page, span, n: min(len(page.texts[n]), _FAR),
    "words": lambda page, span, n: page.words[n],
    "again": lambda page, span, n: min(page.key_counts[page.keys[n]], 4),
    "title": lambda page, span, n: _clipped(n - _title(span)),
    "text": lambda page, span, n: _clipped(n - _first(span)),
    "foot": lambda page, span, n: span.foot.index(n) if n in span.foot else -1,
    "day_up": lambda page, span, n: next((far for far in range(1, _NO_DAY) if n - far in page.marks), _NO_DAY),
    "day_down": lambda page, span, n: next((far for far in range(1, _NO_DAY) if n + far in page.marks), _NO_DAY),
    "role": lambda page, span, n: int(page.roles[n] > 0),
    "under": lambda page, span, n: sum(map(page.is_outside, range(max(n - 3, 0), n))),
    "over": lambda page, span, n: sum(map(page.is_outside, range(n + 1, min(n + 4, len(page))))),
    "followed": lambda page, span, n: int(any(_is_follow(page, place) for place in (n + 1, n + 2))),
}  # fmt: skip


#: who translated, right below who wrote; a name has fewer words
_TRANSLATED, _NAMED = re.compile(r"(?:ترجمه|ترجمهٔ|ترجمه‌ی|برگردان|مترجم|برگردانده)\s?:\s?[^\W\d]"), 4


@cache
def name_model() -> Forest:
    """Return the trees that come with the package."""
    return Forest.shipped("name_model.json")


def name_line(page: PageLines, span: Span) -> int | None:
    """Return the line that names who wrote the only post of a page, where one does as likely as not."""
    places = name_places(page, span)
    if not places:
        return None
    scores = name_model().scores(name_signs(page, span, places))
    best = max(range(len(places)), key=scores.__getitem__)
    if scores[best] > _LEAST:
        return places[best]
    latin = (n for n in places if span.row == n + 1 and not page.roles[n] and _LATIN.fullmatch(page.texts[n]))
    signs = (n for n in places if (span.title == n - 1 or n - 1 in page.marks) and _signs(page, n))
    told = (n for n in page.once("told names", told_names) if n in places)
    return next(signs, next(latin, next(told, None)))


def _signs(page: PageLines, place: int) -> bool:
    """Tell whether a line below a title is the staff of a site, or somebody to follow, with readers counted below."""
    followed = _is_follow(page, place + 1) and page.words[place + 1] <= _CALL and not page.roles[place]
    team = page.texts[place].removeprefix("تیم ")
    of_site = team != page.texts[place] and page.words[place] <= _MOST and team in page.texts[0]
    below = page.texts[min(place + 1, len(page) - 1)]
    translated = (
        _TRANSLATED.match(below) is not None and page.words[place] <= _NAMED and not page.roles[place]
    )
    return is_team(page.texts[place]) or followed or of_site or translated


def name_places(page: PageLines, span: Span) -> list[int]:
    """Return the lines that may be a name: short ones above the text that are no heading of it, its edges, and those below, none that the title says or that ends in a verb."""
    first = _first(span)
    above = range(max(0, min(_title(span), first) - _UP), first)
    beside = [] if span.row is None else [n for n in (span.row - 1, span.row + 1) if n in span.body[:_FIRST]]
    inside = {page.keys[n] for n in span.body[1:-2] if n not in beside}
    places = {*above, *span.body[:1], *beside, *span.body[-2:], *span.foot[:_DOWN]}
    title = "" if span.title is None else page.keys[span.title]
    return [
        n for n in sorted(places - {span.title, *span.comments, *page.once("numbered parts", numbered_parts)})
        if page.words[n] <= _MOST and page.keys[n] not in inside and page.keys[n] not in title and not (n in page.marks or n in page.code or page.sentences[n] or page.is_bare(n) or is_site(page.texts[n]) or is_label(page.texts[n]) or (ends_in_verb(page.texts[n]) and not may_be_name(page.texts[n])))
    ]  # fmt: skip


def name_signs(page: PageLines, span: Span, places: Sequence[int]) -> dict[str, Column]:
    """Return a column for each sign of some lines: how they read, where they stand, what stands beside them."""
    signs = {name: Column(sign(page, span, n) for n in places) for name, sign in _SIGNS.items()}
    boxed = {page.keys[n + 1] for n, text in enumerate(page.texts[:-1]) if _AUTHOR_BOX.search(text)}
    above = set(page.keys[: max(min(_title(span), _first(span)) - _UP, 0)])
    signs["boxed"] = Column(int(page.keys[n] in boxed) for n in places)
    signs["above"] = Column(int(page.keys[n] in above) for n in places)
    return signs


def is_team(text: str) -> bool:
    """Tell whether a line is the staff of a site rather than somebody.

    >>> is_team("تحریریه باران"), is_team("مینا کریمی")
    (True, False)
    """
    return _TEAM.fullmatch(text) is not None


def _grade(text: str) -> int:
    """Return how much a line reads like a name: that of a team does."""
    person, comma, job = text.partition("\N{ARABIC COMMA}")
    if comma and job.strip() and is_job(job.strip()):
        text = person
    return 2 if is_name(text) or is_team(text) else int(may_be_name(text))


def _first(span: Span) -> int:
    return (span.body or [span.title or 0])[0]


def _title(span: Span) -> int:
    return _first(span) if span.title is None else span.title


def _clipped(distance: int) -> int:
    return max(-_FAR, min(distance, _FAR))


def _is_follow(page: PageLines, place: int) -> bool:
    return place < len(page) and page.words[place] <= 4 and _FOLLOW.search(page.texts[place]) is not None
