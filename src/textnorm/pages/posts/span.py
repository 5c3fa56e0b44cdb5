"""The lines of one post, and how its text is told from the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.page_lines import PageLines

#: a bare day so near below a text may be that of the post
_NEAR = 3


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


def single_row(page: PageLines, span: Span) -> int | None:
    """Return the date line of a page with one post: labelled before bare, near the title before far from it."""
    head = [n for n in span.head if n in page.marks]
    inside = [n for n in span.body[:4] if n in page.marks]
    end = next((n for n, place in enumerate(span.foot) if page.is_outside(place)), len(span.foot))
    near = span.foot[: min(end, _NEAR)]
    foot = [n for n in span.foot if n in page.marks and (page.marks[n].style != "alone" or n in near)]
    found = [
        n
        for n in [*head, *inside, *foot]
        if page.marks[n].label != "other" and page.marks[n].style != "signed"
    ]
    anchor = span.title if span.title is not None else (span.body or span.head or [0])[0]
    return min(
        found, key=lambda n: (_rank(page, n), n in foot, abs(n - anchor) + (n < anchor) / 2), default=None
    )


def _rank(page: PageLines, place: int) -> int:
    mark = page.marks[place]
    order = {"published": 0, "": 1, "updated": 2}[mark.label]
    return order + (3 if mark.date is None else 0)


def first_text(page: PageLines, start: int, end: int) -> int:
    return next((n for n in range(start, end) if page.sentences[n]), start)


def part_comments(page: PageLines, spans: Sequence[Span]) -> None:
    """Give each post the comment threads that stand below its start and above the next post."""
    inside = threads(page)
    if not inside:
        return
    starts = [min([*span.head, *span.body, *span.foot, len(page)]) for span in spans]
    for span, start, end in zip(spans, starts, [*starts[1:], len(page)], strict=True):
        span.comments = [place for place in range(start, end) if place in inside]
        span.body = [place for place in span.body if place not in inside]
        span.foot = [place for place in span.foot if place not in inside]
