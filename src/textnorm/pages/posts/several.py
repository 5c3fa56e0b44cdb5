"""The posts of a page that has several: each with its row, its title above or below it, and its text."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span, first_text
from textnorm.pages.posts.template import Template
from textnorm.pages.posts.text import lead_of, text_and_foot
from textnorm.pages.posts.titles import REACH, best_title, body_words, shared

#: lines of a header that may stand above its row
_UP = 4
#: so many of them where the card of a member stands there
_CARD = 12
_FOOT = 12


def several(page: PageLines, template: Template) -> list[Span]:
    """Return the posts of a page whose rows part them."""
    if template.side == "above":
        return _opened(page, template)
    return _closed(page, template)


# posts whose row stands above their text ---------------------------------------------------------------


def _opened(page: PageLines, template: Template) -> list[Span]:
    rows = template.rows
    ends = [*rows[1:], _end_of_posts(page, rows[-1])]
    firsts = [first_text(page, page.end_of_mark(row), end) for row, end in zip(rows, ends, strict=True)]
    inside = threads(page)
    outside = [n for n in range(len(page)) if n not in inside]
    forum = sum(page.has(n, "forum", "comment_row", "rating") for n in outside) >= max(3, len(rows))
    channel = sum(page.has(n, "channel") for n in range(len(page))) >= 3
    most = _CARD if forum else _UP
    ups = [_above(page, row, _floor(page, rows, n, most), most) for n, row in enumerate(rows)]
    downs = [list(range(page.end_of_mark(row), first)) for row, first in zip(rows, firsts, strict=True)]
    titles = [None] * len(rows) if channel else _titles(page, rows, firsts, ups, downs, forum=forum)
    starts = _starts(page, rows, titles, ups)
    spans = []
    for n, row in enumerate(rows):
        end = starts[n + 1] if n + 1 < len(rows) else ends[-1]
        body, foot = text_and_foot(page, firsts[n], end)
        span = Span(list(range(starts[n], firsts[n])), body, foot, titles[n], row)
        span.zone, span.card = [*ups[n], *downs[n]], forum and not channel
        span.lead = lead_of(page, range(starts[n], firsts[n]), titles[n])
        spans.append(span)
    return spans


def _starts(
    page: PageLines, rows: Sequence[int], titles: Sequence[int | None], ups: Sequence[Sequence[int]]
) -> list[int]:
    """Return where each header begins: rows above a title belong to it when the first post has some too."""
    starts = [row if title is None or title > row else title for row, title in zip(rows, titles, strict=True)]
    longer = [_with_rows(page, start, up) for start, up in zip(starts, ups, strict=True)]
    return longer if longer[0] < starts[0] else starts


def _end_of_posts(page: PageLines, row: int) -> int:
    """Return the end of the last post: the end of the page, or what follows its text and rows."""
    if page.kept is None:
        return len(page)
    last = max((n for n in range(row, len(page)) if page.is_text(n)), default=row)
    return min(last + 1 + _FOOT, len(page))


def _floor(page: PageLines, rows: Sequence[int], number: int, most: int) -> int:
    """Return the place above which nothing belongs to the header of a row."""
    if not number:
        return max(rows[0] - most - 2, 0)
    before = page.end_of_mark(rows[number - 1])
    return max((n + 1 for n in range(before, rows[number]) if page.sentences[n]), default=before)


def _above(page: PageLines, row: int, floor: int, most: int) -> list[int]:
    """Return the lines right above a row that may belong to its header, from the top down."""
    found: list[int] = []
    for place in range(row - 1, max(floor, row - most - 3) - 1, -1):
        ends = page.is_outside(place) or page.has(place, "comment_count", "read_more", "end_mark")
        if (ends and not page.has(place, "forum")) or page.is_tags(place) or len(found) > most:
            break
        found.append(place)
    return found[::-1]


def _titles(
    page: PageLines,
    rows: Sequence[int],
    firsts: Sequence[int],
    ups: Sequence[Sequence[int]],
    downs: Sequence[Sequence[int]],
    *,
    forum: bool,
) -> list[int | None]:
    """Return the title of each post, from the side of the rows on which more of them have one."""
    often = _constant(page, [*ups, *downs], len(rows))
    bodies = [body_words(page, [n for n in range(first, first + 8) if n < len(page)]) for first in firsts]
    above = [_near(page, up[::-1], often, body, forum) for up, body in zip(ups, bodies, strict=True)]
    below = [_near(page, down, often, body, forum) for down, body in zip(downs, bodies, strict=True)]
    up_share = sum(found is not None for found in above[1:]) / max(len(rows) - 1, 1)
    down_share = sum(found is not None for found in below) / len(rows)
    if above[0] is None:
        up_share -= 0.2
    by_row = down_share == up_share and down_share and _closer(rows, below, above)
    titles = below if down_share > up_share or by_row else _over_subtitles(page, above, ups)
    if titles[0] is None:
        titles[0] = _topic(page, rows[0], firsts[0], bodies[0], often)
    return _of_topic(page, titles) if forum else titles


def _over_subtitles(
    page: PageLines, titles: list[int | None], ups: Sequence[Sequence[int]]
) -> list[int | None]:
    """Return the lines above the found ones where all of these are long and have a shorter line above: subtitles."""
    upper: list[int | None] = []
    for title, up in zip(titles, ups, strict=True):
        over = None if title is None or title - 1 not in up or not page.can_title(title - 1) else title - 1
        longer = over is not None and 2 <= page.words[over] < page.words[over + 1] - 1
        upper.append(over if longer else None)
    return upper if all(place is not None for place in upper) else titles


def _of_topic(page: PageLines, titles: list[int | None]) -> list[int | None]:
    """Return the titles of a discussion: the first is its topic, and later ones say it again («Re: …»)."""
    topic = page.keys[titles[0]] if titles[0] is not None else ""
    kept = [
        place if place is not None and topic and topic in page.keys[place] else None for place in titles[1:]
    ]
    return [titles[0], *kept]


def _topic(page: PageLines, row: int, first: int, body: set[str], often: set[str]) -> int | None:
    """Return the title of the first post where it stands further up, as the topic of a discussion does."""
    places = [n for n in range(max(row - REACH, 0), row) if page.keys[n] not in often and page.words[n] >= 3]
    title = best_title(page, places, row, body)
    return title if title is not None and shared(page, title, body) else None


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
        if (
            forum
            and (page.words[place] <= 3 or page.texts[place][0].isdigit())
            and not shared(page, place, body)
        ):
            continue
        return place
    return None


def _with_rows(page: PageLines, start: int, up: Sequence[int]) -> int:
    """Return the first of the rows about the post that stand right above the start of its header."""
    while start - 1 in up and page.is_meta(start - 1) and start - 1 not in page.marks:
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
        first = first_text(page, start, row)
        title = _near(
            page, range(start, min(first + 1, row)), set(), body_words(page, range(first, row)), forum=False
        )
        head = list(range(start, first))
        body, foot = text_and_foot(page, first, row)
        span = Span(head, body, [*foot, *range(row, end)], title, row if row in page.marks else None)
        if title in span.body:
            span.body.remove(title)
        span.lead = lead_of(page, range(start, first), title)
        spans.append(span)
        start = end
    if page.kept is None and any(page.sentences[n] for n in range(start, len(page))):
        spans.append(Span([], list(range(start, len(page))), []))
    return spans


def _first_start(page: PageLines, row: int) -> int:
    """Return the first line of the first post: its title, above the stretch of text that ends at the row."""
    if page.kept is None:
        return 0
    start = row
    for place in range(row - 1, -1, -1):
        if start < row and (page.is_meta(place) or page.is_certain(place) or page.is_outside(place)):
            break
        if page.sentences[place]:
            start = place
        elif start - place > 6:
            break
    above = range(start - 1, max(start - 4, -1), -1)
    return next((n for n in above if page.can_title(n)), start) if start < row else max(row - 1, 0)


def _trails(page: PageLines, place: int) -> bool:
    return (
        page.is_meta(place) or page.is_about(place) or page.has(place, "comment_form") or page.is_bare(place)
    )
