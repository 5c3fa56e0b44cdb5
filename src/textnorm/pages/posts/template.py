"""Whether a page holds several posts: a template writes the same kind of row once for each of them.

Rows that are written alike and have a text of their own each, all above it or all below it, part the posts.
The dates of a diary, of comments and of lists of links part nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from textnorm.pages.keys import phrase_key
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.date_lines import shape
from textnorm.pages.posts.page_lines import PageLines

Side = Literal["above", "below"]
#: so many lines that are no text may stand between a row and the text that it belongs to
_REACH = 12
_STYLES = {"byline": 0, "label": 1, "alone": 2, "signed": 3}
#: roles of rows that part posts where no dates do
_PARTING = ("comment_count", "read_more", "counter")


@dataclass(frozen=True, slots=True)
class Template:
    """The rows that part the posts of a page, and on which side of its text each stands."""

    rows: tuple[int, ...]
    side: Side
    dated: bool


def template_of(page: PageLines) -> Template | None:
    """Find the rows that part the posts of a page; None for a page of one post."""
    inside = threads(page)
    groups: dict[object, list[int]] = {}
    for place, mark in page.marks.items():
        if place not in inside and mark.label != "other" and mark.style != "signed":
            if mark.found is None or mark.found.kind not in ("partial", "invalid") or mark.date:
                groups.setdefault(shape(mark), []).append(place)
    found = [t for rows in groups.values() if (t := _judge(page, rows, dated=True))]
    if not found:
        found = [t for rows in _other_rows(page, inside) if (t := _judge(page, rows, dated=False))]
    return max(found, key=lambda t: _worth(page, t), default=None)


def _worth(page: PageLines, template: Template) -> tuple[int, int]:
    mark = page.marks.get(template.rows[0])
    return len(template.rows), -_STYLES[mark.style] if mark else -9


def _other_rows(page: PageLines, inside: set[int]) -> list[list[int]]:
    """Return the rows of each kind that part posts without a date."""
    groups: dict[str, list[int]] = {}
    for place, role in enumerate(page.roles):
        if role in _PARTING and place not in inside:
            groups.setdefault(role if role != "counter" else phrase_key(page.texts[place]), []).append(place)
        elif place in page.authors and place not in inside:
            groups.setdefault("author", []).append(place)
    return [rows for rows in groups.values() if len(rows) > 1]


def _judge(page: PageLines, rows: Sequence[int], *, dated: bool) -> Template | None:
    """Return the rows that have a text of their own, when they are two or more and stand on one side of it."""
    above = [row for row, text in zip(rows, _texts_below(page, rows), strict=True) if text]
    below = [row for row, text in zip(rows, _texts_above(page, rows), strict=True) if text]
    if not any(map(page.is_text, range(len(page)))) or max(len(above), len(below)) < 2:
        return None
    side = _side(page, rows, above, below, dated=dated)
    chosen = above if side == "above" else below
    if len(chosen) < 2 or (dated and page.marks[rows[0]].style == "alone" and not _heads(page, chosen, side)):
        return None
    return Template(tuple(chosen), side, dated)


def _texts_below(page: PageLines, rows: Sequence[int]) -> list[int | None]:
    """Return, for each row, the first line of text below it and above the next one."""
    ends = [*rows[1:], len(page)]
    return [
        _first_text(page, range(page.end_of_mark(row), min(end, row + _REACH)))
        for row, end in zip(rows, ends, strict=True)
    ]


def _texts_above(page: PageLines, rows: Sequence[int]) -> list[int | None]:
    """Return, for each row, the last line of text above it and below the one before."""
    starts = [-1, *rows[:-1]]
    return [
        _first_text(page, range(row - 1, max(start, row - _REACH), -1))
        for row, start in zip(rows, starts, strict=True)
    ]


def _first_text(page: PageLines, places: range) -> int | None:
    return next((place for place in places if page.sentences[place]), None)


def _side(
    page: PageLines, rows: Sequence[int], above: Sequence[int], below: Sequence[int], *, dated: bool
) -> Side:
    """Tell where the rows stand: above their texts when no text stands above the first, and so on."""
    if not dated:
        return "below"
    before = any(map(page.is_text, range(max(rows[0] - _REACH, 0), rows[0])))
    behind = any(map(page.is_text, range(rows[-1] + 1, min(rows[-1] + _REACH, len(page)))))
    if before != behind:
        return "below" if before else "above"
    near = sum(_gap(a, row) for a, row in zip(_texts_above(page, rows), rows, strict=True))
    far = sum(_gap(b, row) for b, row in zip(_texts_below(page, rows), rows, strict=True))
    return "below" if near < far else "above"


def _gap(text: int | None, row: int) -> int:
    return _REACH if text is None else abs(text - row)


def _heads(page: PageLines, rows: Sequence[int], side: Side) -> bool:
    """Tell whether bare dates head or end posts: a line that is no sentence stands beside nearly all of them."""
    good = 0
    for row in rows:
        end = page.end_of_mark(row)
        beside = ([row - 1] if row else []) + ([end] if end < len(page) else [])
        good += any(not page.sentences[n] and page.texts[n][-1] not in ".،؛:" for n in beside)
    return good * 5 >= len(rows) * 4
