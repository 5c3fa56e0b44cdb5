"""The lines of one post, and how its text is told from the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.names import may_be_name
from textnorm.pages.posts.page_lines import PageLines

#: a bare day so near below a text may be that of the post
_NEAR = 3
#: one with a clock may stand so far below it
_FAR = 8
#: and one above the title so far above it
_ABOVE = 14
#: one without a clock so far
_BARE = 5
#: the first lines of a text, among which its day may be, and the most of them where facts stand above its first sentence
_FIRST, _FACTS = 4, 16
#: how a row begins that says when a page was last changed
_CHANGED = "آخرین ویرایش"
#: lines on top of a page among which the day of an issue stands, and its number
_TOP = 12
_ISSUE = lazy_pattern(r"(?:سال [^\W\d]+(?:\s[^\W\d]+)?\s?[-–،,|]?\s?)?شماره(?: پیاپی)?\s?:?\s?\d[\d,٬]*")
#: what a site says to those who have not logged in, below the last post
_OF_SITE = ("login", "comment_form", "moderation")


@dataclass(slots=True)
class Span:
    """The lines of one post, by place: its rows above the text, the text, its rows below, its comments."""

    head: list[int]
    body: list[int]
    foot: list[int]
    title: int | None = None
    row: int | None = None
    comments: list[int] = field(default_factory=list)
    #: lines of the head that belong to the text
    lead: list[int] = field(default_factory=list)
    #: lines round the row in which a name may stand
    zone: list[int] = field(default_factory=list)
    #: the card of a member stands above the row
    card: bool = False
    #: the question to which the other posts are the answers
    asked: bool = False


def single_row(page: PageLines, span: Span) -> int | None:
    """Return the date line of a page with one post: labelled before bare, near the title before far from it."""
    head = [n for n in span.head if n in page.marks]
    inside = [n for n in _opening(page, span.body) if n in page.marks]
    near = _near_foot(page, span)
    near = [n for n in near if n in page.marks and not _heads_answer(page, n)]
    foot = [n for n in span.foot if n in page.marks and (page.marks[n].style != "alone" or n in near)]
    found = [
        n
        for n in [*head, *inside, *foot]
        if page.marks[n].label != "other" and (page.marks[n].style != "signed" or _signs(page, n, span))
    ]
    if not found and span.title is not None:
        found = _far_above(page, span.title)
    anchor = span.title if span.title is not None else (span.body or span.head or [0])[0]
    return min(
        found, key=lambda n: (_rank(page, n), n in foot, abs(n - anchor) + (n < anchor) / 2), default=None
    )


def _signs(page: PageLines, place: int, span: Span) -> bool:
    """Tell whether a row right below a title is somebody's name beside the day, with no sign between: «رحمان ۳ تیر ۱۴۰۰ ۲ دیدگاه»."""
    names = page.marks[place].names
    return span.title == place - 1 and len(names) == 1 and may_be_name(names[0])


def _opening(page: PageLines, body: Sequence[int]) -> Sequence[int]:
    """Return the first lines of a text: a few, or those of facts above its first sentence."""
    above = sum(1 for _ in takewhile(lambda n: not page.sentences[n], body[:_FACTS]))
    return body[: max(above, _FIRST)]


def _heads_answer(page: PageLines, place: int) -> bool:
    """Tell whether a day has a name above it and words below it, as a reader's has."""
    below = page.end_of_mark(place)
    spoken = below < len(page) and page.texts[below][-1] in ".!؟?…" and not page.roles[below]
    return (
        spoken and not page.sentences[place - 1] and not page.is_meta(place - 1) and not page.roles[place - 1]
    )


def _far_above(page: PageLines, title: int) -> list[int]:
    """Return the day with a clock that stands above a title with nothing of a menu between them: rows and tags may."""
    for place in range(title - 1, max(title - _ABOVE, -1), -1):
        mark = page.marks.get(place)
        near = mark is not None and (mark.clock or title - place <= _BARE)
        if near and mark is not None and mark.date and mark.label != "other":
            return [place]
        menu = page.has(place, "navigation", "section", "search", "login", "language") and page.is_outside(
            place
        )
        if menu and place - 1 >= 0 and page.is_outside(place - 1) and page.is_outside(place + 1):
            break
    return []


def _near_foot(page: PageLines, span: Span) -> list[int]:
    """Return the lines right below a text, and the first day with a clock above what is none of the post's for certain."""
    ends = [n for n, place in enumerate(span.foot) if page.is_outside(place)]
    if (
        ends[:1] == [0]
        and span.foot[1:2]
        and span.foot[1] in page.marks
        and not page.is_certain(span.foot[0])
    ):
        ends = ends[1:]  # the place where something was written, above the day
    shown = span.foot[: min([_FAR, *ends[:1]])]
    near = [n for n in shown if not (page.has(n, "tool", "share") and page.is_about(n)) or n in page.marks][
        :_NEAR
    ]
    sure = next((n for n in ends if page.is_certain(span.foot[n])), len(span.foot))
    stamped = [n for n in span.foot[: min(sure, _FAR)] if n in page.marks and page.marks[n].clock]
    return [*near, *stamped[:1]]


def labelled_row(page: PageLines) -> int | None:
    """Return the one day of a page that a label says to be that of a post, wherever it stands; None where days differ."""
    inside = threads(page)
    found = [
        n
        for n, mark in page.marks.items()
        if mark.date and n not in inside and mark.style == "label" and mark.label in ("published", "updated")
    ]
    return min(found) if len({page.marks[n].date for n in found}) == 1 else None


def edited_row(page: PageLines) -> int | None:
    """Return the one day of a page where that says when the text was last changed, as handbooks have it below their texts."""
    (place, mark), *others = [*page.marks.items(), (0, None)]
    changed = mark is not None and mark.date and mark.line.startswith(_CHANGED)
    return place if changed and len(others) == 1 and place not in threads(page) else None


def issue_row(page: PageLines) -> int | None:
    """Return the day beside the number of an issue on top of the page of a paper."""
    beside = [
        n
        for n, mark in page.marks.items()
        if n < _TOP
        and mark.date
        and not mark.clock
        and (_ISSUE.search(mark.line) or (mark.style == "alone" and _beside_issue(page, n)))
    ]
    return min(beside, default=None)


def _beside_issue(page: PageLines, place: int) -> bool:
    near = [page.texts[n] for n in (place - 1, place + 1) if 0 <= n < len(page)]
    return any(_ISSUE.fullmatch(text) for text in near)


def _rank(page: PageLines, place: int) -> int:
    mark = page.marks[place]
    order = {"published": 0, "": 1, "updated": 2}[mark.label]
    return order + (3 if mark.date is None else 0)


def first_text(page: PageLines, start: int, end: int) -> int:
    """Return the first line of prose, or the first that ends as a short answer does, or the first of all."""
    prose = next((n for n in range(start, end) if page.is_prose(n)), None)
    if prose is not None and not (page.kept and not page.kept[prose] and page.has(prose, *_OF_SITE)):
        return prose
    plain = (n for n in range(start, end) if not page.roles[n] and not page.is_meta(n))
    short = (n for n in plain if page.texts[n][-1] in ".!" and page.words[n] > 1)
    return next(short, start if prose is None else prose)
