"""The lines of one post, and how its text is told from the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.page_lines import PageLines


@dataclass(slots=True)
class Span:
    """The lines of one post, by place: its rows above the text, the text, its rows below, its comments."""

    head: list[int]
    body: list[int]
    foot: list[int]
    title: int | None = None
    row: int | None = None
    comments: list[int] = field(default_factory=list)
    #: lines round the row in which a name may stand
    zone: list[int] = field(default_factory=list)


def single_row(page: PageLines, span: Span) -> int | None:
    """Return the date line of a page with one post: labelled before bare, near the title before far from it."""
    head = [n for n in span.head if n in page.marks]
    inside = [n for n in span.body[:4] if n in page.marks]
    foot = [n for n in span.foot if n in page.marks and page.marks[n].style != "alone"]
    found = [
        n
        for n in [*head, *inside, *foot]
        if page.marks[n].label != "other" and page.marks[n].style != "signed"
    ]
    anchor = span.title if span.title is not None else (span.body or span.head or [0])[0]
    return min(found, key=lambda n: (_rank(page, n), n in foot, abs(n - anchor)), default=None)


def _rank(page: PageLines, place: int) -> int:
    mark = page.marks[place]
    order = {"published": 0, "": 1, "updated": 2}[mark.label]
    return order + (3 if mark.date is None else 0)


def first_text(page: PageLines, start: int, end: int) -> int:
    return next((n for n in range(start, end) if page.sentences[n]), start)


def text_and_foot(page: PageLines, first: int, end: int) -> tuple[list[int], list[int]]:
    """Part the lines of a post from its first sentence on: the text, and the rows below it."""
    last = max(
        (n for n in range(first, end) if page.is_text(n) or (page.sentences[n] and page.kept is None)),
        default=first,
    )
    if page.kept is None:
        last = _last_own(page, first, end)
    elif not any(page.is_text(n) for n in range(first, end)):
        last = max((n for n in range(first, end) if page.sentences[n]), default=end - 1)
    while (
        last + 1 < end
        and page.kept is not None
        and page.kept[last + 1]
        and not page.is_meta(last + 1)
        and not page.is_junk(last + 1)
    ):
        last += 1
    return list(range(first, last + 1)), list(range(last + 1, end))


def _last_own(page: PageLines, first: int, end: int) -> int:
    """Return the last line of a post that is no row about it."""
    last = end - 1
    while last > first and (page.is_meta(last) or page.is_junk(last)):
        last -= 1
    return last


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
