"""Where the posts of a page begin and end: their date lines stand above, under the title or below.

One date line makes no page of posts, and neither do the dates of a diary or a timeline: those are
followed by prose, where a post's date is followed (or, under a title, preceded) by a title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from textnorm.pages.document import Document
from textnorm.pages.keys import phrase_key
from textnorm.pages.phrases import keys
from textnorm.pages.posts.comments import is_comment_row, opens_thread, threads
from textnorm.pages.posts.date_lines import Mark, mark_of, shape, starts_with

Place = Literal["above", "under", "below", "none"]
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Span:
    """The filled lines of one post, by number, and the number of its date line."""

    lines: Sequence[int]
    dated: int | None


def can_title(line: str) -> bool:
    """Whether a line can be the title of a post."""
    ends = line[-1] in ".،؛,;:" and not line.endswith(("...", ".."))
    return len(line) <= _LONGEST_TITLE and not ends and any(map(str.isalpha, line)) and not is_meta(line)


def exclaims(line: str) -> bool:
    """Whether a line is a whole sentence with a loud or open end, as messages are and titles seldom."""
    return line[-1] in "!…" and len(line.split()) > 9


def is_meta(line: str) -> bool:
    """Whether a line says something about the post and is not the post."""
    if len(line) > _LONGEST_TITLE:
        return False
    kinds = ("tags", "date_label", "counter")
    if phrase_key(line) in keys("counter"):
        return True
    return is_comment_row(line) or any(starts_with(line, kind) for kind in kinds)


def marks_of(document: Document) -> dict[int, Mark]:
    """The date lines among the filled lines."""
    found = {n: mark_of(document.lines[n]) for n in document.nonblank if n not in document.fenced}
    return {number: mark for number, mark in found.items() if mark is not None}


def spans_of(document: Document, marks: dict[int, Mark]) -> list[Span]:
    """The posts of the page."""
    if not document.nonblank:
        return []
    place, dated = _place(document, marks)
    if len(dated) < 2:
        return [Span(document.nonblank, _single(document, marks))]
    if place == "below":
        return _closed(document, dated)
    return _opened(document, dated, place)


def _single(document: Document, marks: dict[int, Mark]) -> int | None:
    """The date line of a page with one post: near its top or, with a byline or label, near its end."""
    entries = set(_entries(document, marks))
    top = [n for n in document.nonblank[:7] if n in marks and n not in entries]
    labelled = [n for n in document.nonblank if n in marks and marks[n].style != "alone"]
    foot = [n for n in document.nonblank[-6:] if n in marks and marks[n].style == "byline"]
    near = [n for n in top if _before_prose(document, n)]
    for choice in (near, [n for n in labelled if n in top], foot, labelled[-1:]):
        if choice:
            return choice[0]
    last = document.nonblank[-1]
    return last if last in marks and len(document.nonblank) > 1 and marks[last].style != "alone" else None


def _entries(document: Document, marks: dict[int, Mark]) -> list[int]:
    """The dates of a diary or a timeline: several alike, none below a comment heading. They are text."""
    thread = _thread(document)
    dated = _same(
        marks, [n for n in document.nonblank if n in marks and marks[n].style == "alone" and n < thread]
    )
    return dated if len(dated) > 1 else []


def _thread(document: Document) -> int:
    """The first line that opens a comment thread."""
    return next((n for n in document.nonblank if opens_thread(document.lines[n])), len(document.lines))


def _before_prose(document: Document, number: int) -> bool:
    return not any(
        document.is_paragraph(n) and len(document.lines[n]) > 200 for n in document.nonblank if n < number
    )


def _place(document: Document, marks: dict[int, Mark]) -> tuple[Place, list[int]]:
    """Where the dates stand, and the lines of those that part posts."""
    order = {number: place for place, number in enumerate(document.nonblank)}
    thread = _thread(document)
    in_thread = {document.nonblank[n] for n in threads([document.lines[n] for n in document.nonblank])}
    for style in ("byline", "label", "alone"):
        dated = _same(marks, [n for n in document.nonblank if n in marks and marks[n].style == style])
        if style == "alone":
            dated = [n for n in dated if n not in in_thread]
        if len(dated) < 2 or dated[0] > thread:
            continue
        places = [order[n] for n in dated]
        if style == "alone":
            if _heads(document, places) and (places[0] == 0 or _weekdays(marks, dated)):
                return "above", dated
            if _under(document, places):
                return "under", dated
        elif places[0] <= 2 and _under(document, places):
            return "under", dated
        elif places[0] == 0 and _heads(document, places):
            return "above", dated
        elif places[0] >= 2 or style == "byline":
            if _after(document, places) <= 4:
                return "below", dated
            if _under(document, places):
                return "under", dated
    return "none", []


def _same(marks: dict[int, Mark], dated: list[int]) -> list[int]:
    """The dates that are written like the first one: a template writes them all alike."""
    return [n for n in dated if shape(marks[n]) == shape(marks[dated[0]])]


def _after(document: Document, places: Sequence[int]) -> int:
    """How many lines that are not about the post stand below the last date."""
    return sum(not is_meta(document.lines[n]) for n in document.nonblank[places[-1] + 1 :])


def _weekdays(marks: dict[int, Mark], dated: Sequence[int]) -> bool:
    return all(marks[n].found.weekday_agrees for n in dated)


def _heads(document: Document, places: Sequence[int]) -> bool:
    """Whether a title and then something more follow each date."""
    good = 0
    for place, until in zip(places, [*places[1:], len(document.nonblank)], strict=True):
        below = document.nonblank[place + 1 : until]
        good += (
            len(below) >= 2
            and can_title(document.lines[below[0]])
            and not _sentence(document.lines[below[0]])
        )
    return good * 5 >= len(places) * 4


def _sentence(line: str) -> bool:
    return line[-1] in ".!…" and len(line.split()) > 5


def _under(document: Document, places: Sequence[int]) -> bool:
    """Whether a title stands right above each date."""
    above = [document.nonblank[place - 1] for place in places if place]
    apart = all(b - a >= 3 for a, b in pairwise(places))
    return (
        len(above) == len(places)
        and apart
        and all(can_title(document.lines[n]) and not document.is_paragraph(n) for n in above)
    )


def _opened(document: Document, dated: Sequence[int], place: Place) -> list[Span]:
    """Posts that begin at their date, or one line above it."""
    order = {number: index for index, number in enumerate(document.nonblank)}
    starts = [order[n] - (place == "under") for n in dated]
    ends = [*starts[1:], len(document.nonblank)]
    return [
        Span(document.nonblank[start:end], number)
        for start, end, number in zip(starts, ends, dated, strict=True)
    ]


def _closed(document: Document, dated: Sequence[int]) -> list[Span]:
    """Posts that end with their date and the lines about the post that follow it."""
    order = {number: index for index, number in enumerate(document.nonblank)}
    spans = []
    start = 0
    for number in dated:
        end = order[number] + 1
        while end < len(document.nonblank) and is_meta(document.lines[document.nonblank[end]]):
            end += 1
        spans.append(Span(document.nonblank[start:end], number))
        start = end
    return spans
