"""Where the posts of a page begin and end, and which lines of each are its title, its rows and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.page_lines import ABOUT, OUTSIDE, PageLines
from textnorm.pages.posts.template import Template, template_of
from textnorm.pages.posts.titles import REACH, best_title, body_words, shared

#: lines of a header that stands above its row, and below it
_UP, _DOWN = 4, 6
_FOOT = 12


@dataclass(slots=True)
class Span:
    """The lines of one post, by place: its rows above the text, the text, its rows below, its comments."""

    head: list[int]
    body: list[int]
    foot: list[int]
    title: int | None = None
    row: int | None = None
    comments: list[int] = field(default_factory=list)


def spans_of(page: PageLines) -> list[Span]:
    """Return the posts of a page, in order."""
    if not len(page):
        return []
    template = template_of(page)
    spans = [_single(page)] if template is None else _several(page, template)
    for span in spans:
        _part_comments(page, span)
    return spans


def _several(page: PageLines, template: Template) -> list[Span]:
    """Return the posts of a page whose rows part them."""
    if template.side == "above":
        return _opened(page, template)
    return _closed(page, template)


# posts whose row stands above their text ---------------------------------------------------------------


def _opened(page: PageLines, template: Template) -> list[Span]:
    rows = template.rows
    ends = [*rows[1:], _end_of_posts(page, rows[-1])]
    firsts = [_first_text(page, page.end_of_mark(row), end) for row, end in zip(rows, ends, strict=True)]
    ups = [_above(page, row, _floor(page, rows, n)) for n, row in enumerate(rows)]
    downs = [list(range(page.end_of_mark(row), first)) for row, first in zip(rows, firsts, strict=True)]
    titles = _titles(page, rows, firsts, ups, downs)
    starts = [
        _start(page, row, title, ups[n]) for n, (row, title) in enumerate(zip(rows, titles, strict=True))
    ]
    spans = []
    for n, row in enumerate(rows):
        end = starts[n + 1] if n + 1 < len(rows) else ends[-1]
        head = list(range(starts[n], firsts[n]))
        body, foot = _text_and_foot(page, firsts[n], end)
        spans.append(Span(head, body, foot, titles[n], row))
    return spans


def _end_of_posts(page: PageLines, row: int) -> int:
    """Return the end of the last post: the end of the page, or what follows its text and rows."""
    if page.kept is None:
        return len(page)
    last = max((n for n in range(row, len(page)) if page.is_text(n)), default=row)
    return min(last + 1 + _FOOT, len(page))


def _floor(page: PageLines, rows: Sequence[int], number: int) -> int:
    """Return the place above which nothing belongs to the header of a row."""
    if not number:
        return max(rows[0] - _UP - 2, 0)
    before = page.end_of_mark(rows[number - 1])
    return max((n + 1 for n in range(before, rows[number]) if page.sentences[n]), default=before)


def _above(page: PageLines, row: int, floor: int) -> list[int]:
    """Return the lines right above a row that may belong to its header, from the top down."""
    found: list[int] = []
    for place in range(row - 1, max(floor, row - _UP - 3) - 1, -1):
        if page.roles[place] in OUTSIDE or page.roles[place] in ("comment_count", "read_more", "end"):
            break
        if page.is_tags(place) or len(found) > _UP:
            break
        found.append(place)
    return found[::-1]


def _titles(
    page: PageLines,
    rows: Sequence[int],
    firsts: Sequence[int],
    ups: Sequence[Sequence[int]],
    downs: Sequence[Sequence[int]],
) -> list[int | None]:
    """Return the title of each post, from the side of the rows on which more of them have one."""
    often = _constant(page, [*ups, *downs], len(rows))
    bodies = [body_words(page, [n for n in range(first, first + 8) if n < len(page)]) for first in firsts]
    forum = sum(role in ("forum", "comment_row") for role in page.roles) >= 3
    above = [_near(page, up[::-1], often, body, forum) for up, body in zip(ups, bodies, strict=True)]
    below = [_near(page, down, often, body, forum) for down, body in zip(downs, bodies, strict=True)]
    up_share = sum(found is not None for found in above[1:]) / max(len(rows) - 1, 1)
    down_share = sum(found is not None for found in below) / len(rows)
    if above[0] is None:
        up_share -= 0.2
    return (
        below
        if down_share > up_share or (down_share == up_share and down_share and _closer(rows, below, above))
        else above
    )


def _closer(rows: Sequence[int], below: Sequence[int | None], above: Sequence[int | None]) -> bool:
    far = sum(place - row for place, row in zip(below, rows, strict=True) if place is not None)
    return far < sum(row - place for place, row in zip(above, rows, strict=True) if place is not None)


def _constant(page: PageLines, zones: Sequence[Sequence[int]], posts: int) -> set[str]:
    """Return the lines that most headers have: names of authors and interface strings, no titles."""
    count: dict[str, int] = {}
    for zone in zones:
        for key in {page.keys[place] for place in zone}:
            count[key] = count.get(key, 0) + 1
    return {key for key, number in count.items() if number > 1 and not key.startswith("re")}


def _near(page: PageLines, places: Sequence[int], often: set[str], body: set[str], forum: bool) -> int | None:
    """Return the title nearest to a row: the first line of a zone that can be one."""
    for place in places:
        if page.is_meta(place) or page.is_junk(place):
            continue
        if page.sentences[place] and page.texts[place][-1] in ".!…":
            return None
        if not page.can_title(place) or page.keys[place] in often:
            continue
        if forum and page.words[place] <= 3 and not shared(page, place, body):
            continue
        return place
    return None


def _start(page: PageLines, row: int, title: int | None, up: Sequence[int]) -> int:
    """Return the first line of a header: its title or its row, with rows about the post right above."""
    start = row if title is None or title > row else title
    while (
        start - 1 in up
        and (page.is_meta(start - 1) or page.is_bare(start - 1))
        and start - 1 not in page.marks
    ):
        start -= 1
    return start


# posts whose row stands below their text ---------------------------------------------------------------


def _closed(page: PageLines, template: Template) -> list[Span]:
    rows = template.rows
    spans = []
    start = _first_start(page, rows[0])
    for row in rows:
        end = page.end_of_mark(row)
        while end < len(page) and end not in rows and _trails(page, end):
            end += 1
        first = _first_text(page, start, row)
        title = _near(
            page, range(start, min(first + 1, row)), set(), body_words(page, range(first, row)), forum=False
        )
        head = list(range(start, first))
        body, foot = _text_and_foot(page, first, row)
        span = Span(head, body, [*foot, *range(row, end)], title, row if row in page.marks else None)
        if title in span.body:
            span.body.remove(title)
        spans.append(span)
        start = end
    if page.kept is None and any(page.sentences[n] for n in range(start, len(page))):
        spans.append(Span([], list(range(start, len(page))), []))
    return spans


def _first_start(page: PageLines, row: int) -> int:
    """Return the first line of the first post: its title, above its first line of text."""
    first = _first_text(page, 0, row)
    if page.kept is None:
        return 0
    kept = [n for n in range(max(first - 6, 0), first) if page.can_title(n)]
    title = best_title(page, kept, first, body_words(page, range(first, row)))
    return first if title is None else title


def _trails(page: PageLines, place: int) -> bool:
    return (
        page.is_meta(place)
        or page.roles[place] in ABOUT
        or page.roles[place] == "comment_form"
        or page.is_bare(place)
    )


# a page of one post ------------------------------------------------------------------------------------


def _single(page: PageLines) -> Span:
    first = _main_text(page)
    places = range(max(first - REACH, 0), min(first + 1, len(page)))
    body = body_words(page, [n for n in range(first, min(first + 20, len(page))) if not page.is_meta(n)])
    candidates = [n for n in places if n < first or not page.sentences[n]]
    title = best_title(page, candidates, first, body)
    start = _header_start(page, first if title is None else title)
    if page.kept is None:
        start = 0 if start < 4 else start
    begin = first if title is None else min(first, title + 1) if title >= first else first
    last = max((n for n in range(len(page)) if page.is_text(n)), default=len(page) - 1)
    end = len(page) if page.kept is None else min(last + 1 + _FOOT, len(page))
    text, foot = _text_and_foot(page, begin, end)
    head = [n for n in range(start, begin)]
    span = Span(head, [n for n in text if n != title], foot, title)
    span.row = _single_row(page, span)
    return span


def _main_text(page: PageLines) -> int:
    """Return the first sentence of the largest stretch of text."""
    texts = [n for n in range(len(page)) if page.is_text(n)]
    if not texts:
        return next((n for n in range(1, len(page)) if not page.is_meta(n) and not page.is_junk(n)), 0)
    runs = [[texts[0]]]
    for place in texts[1:]:
        if place - runs[-1][-1] > 8:
            runs.append([])
        runs[-1].append(place)
    if page.kept is None:
        return texts[0]
    return max(runs, key=lambda run: sum(page.words[n] for n in run))[0]


def _header_start(page: PageLines, title: int) -> int:
    """Return the first of the rows about the post that stand right above its title."""
    start, far = title, 0
    for place in range(title - 1, max(title - 8, -1), -1):
        if page.is_meta(place) or page.roles[place] in ABOUT or page.is_bare(place):
            start, far = place, 0
        else:
            far += 1
            if far > 2 or page.roles[place] in OUTSIDE:
                break
    return start


def _single_row(page: PageLines, span: Span) -> int | None:
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


# text and rows -----------------------------------------------------------------------------------------


def _first_text(page: PageLines, start: int, end: int) -> int:
    return next((n for n in range(start, end) if page.sentences[n]), start)


def _text_and_foot(page: PageLines, first: int, end: int) -> tuple[list[int], list[int]]:
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
    while last > first and (page.is_meta(last) or page.roles[last] in ABOUT or page.roles[last] in OUTSIDE):
        last -= 1
    return last


def _part_comments(page: PageLines, span: Span) -> None:
    """Move a comment thread from the text and the rows of a post to its comments."""
    inside = threads(page)
    span.comments = [n for n in [*span.body, *span.foot] if n in inside]
    span.body = [n for n in span.body if n not in inside]
    span.foot = [n for n in span.foot if n not in inside]
