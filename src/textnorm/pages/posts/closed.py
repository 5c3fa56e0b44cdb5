"""The posts of a page whose rows stand below their texts."""

from __future__ import annotations

from collections.abc import Set

from textnorm.pages.interface import SLOT
from textnorm.pages.posts.below import text_and_foot
from textnorm.pages.posts.cards import MOST_OF_NAME, can_be_name
from textnorm.pages.posts.edges import lead_of
from textnorm.pages.posts.headers import (
    constant,
    drop_constant,
    is_channel,
    is_person,
    nearest_title,
    topic_above,
)
from textnorm.pages.posts.likeness import reads_like_tools
from textnorm.pages.posts.names import may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.said_words import body_words, shared
from textnorm.pages.posts.span import Span, first_text
from textnorm.pages.posts.template import Template
from textnorm.pages.posts.titles import best_title

#: lines of a post in which what all posts have may stand
_UP = 4
#: most words of a tag below the counter of a post, its sign counted
_TAG = 3


def closed(page: PageLines, template: Template) -> list[Span]:
    """Return the posts of a page, each with a row at its end."""
    rows = template.rows
    spans = []
    channel = is_channel(page)
    start = _first_start(page, rows[0])
    known = frozenset(rows)
    ends = _past_names(page, [_below_row(page, row, known) for row in rows])
    starts = [start, *ends[:-1]]
    zones = [range(n, min(n + _UP, row)) for n, row in zip(starts, rows, strict=True)]
    often = constant(page, zones, starts, starts)
    for start, row, end in zip(starts, rows, ends, strict=True):
        said = _below_card(page, start, row)
        first = first_text(page, start, row) if said is None else said
        places = range(start, min(first + 1, row))
        title = None if channel or said is not None else _title_of(page, places, row, often)
        body, foot = _with_short_lines(page, *text_and_foot(page, first, row))
        span = Span(
            list(range(start, first)),
            body,
            [*foot, *range(row, end)],
            title,
            row if row in page.marks else None,
        )
        below = [n for n in foot if n < row]
        span.zone = [*range(start, first)[-_UP:], *below, *range(page.end_of_mark(row), end)]
        if title in span.body:
            span.body.remove(title)
        span.lead = lead_of(page, range(start, first), title)
        spans.append(span)
    if page.kept is not None and not channel and not _titled_alike(spans):
        spans[0].title = _first_title(page, spans[0], often)
    drop_constant(page, spans)
    if page.kept is None and any(page.sentences[n] for n in range(ends[-1], len(page))):
        spans.append(Span([], list(range(ends[-1], len(page))), []))
    return spans


def _below_card(page: PageLines, start: int, row: int) -> int | None:
    """Return the first line below the card of a member at the start of a post that has no sentence: what the member said, in few words."""
    cards = [n for n in range(start, row) if n in page.marks and page.marks[n].label == "other"]
    if not cards or any(page.is_prose(n) for n in range(start, row)):
        return None
    return next((n for n in range(cards[-1], row) if not (page.roles[n] or page.is_meta(n))), None)


def _with_short_lines(page: PageLines, body: list[int], foot: list[int]) -> tuple[list[int], list[int]]:
    """Return a text without sentences, as verses are, with the lines below it down to the first that sites show or that may be a name."""
    if page.kept is None or any(page.sentences[n] for n in body):
        return body, foot
    others = (
        n
        for n in foot
        if page.is_meta(n) or may_be_name(page.texts[n]) or (page.roles[n] and not page.roles[n] & SLOT)
    )
    size = next(others, foot[-1] + 1 if foot else 0) - (foot[0] if foot else 0)
    if size:
        page.messages.update(body, foot[:size])
    return [*body, *foot[:size]], foot[size:]


def _title_of(page: PageLines, places: range, row: int, often: set[str]) -> int | None:
    """Return the best of the lines above the first sentence of a post that can be its title."""
    first = places.stop - 1
    body = body_words(page, range(first, row))
    found = [n for n in places if nearest_title(page, [n], often, body, forum=False) == n]
    plain = [n for n in found if n != first]
    return best_title(page, plain, first, body) if plain else found[0] if found else None


def _titled_alike(spans: list[Span]) -> bool:
    """Tell whether the title of every post stands right above its text, that of the first one too."""
    return len(spans) > 1 and all(span.body and span.title == span.body[0] - 1 for span in spans)


def _first_title(page: PageLines, span: Span, often: set[str]) -> int | None:
    """Return the title of the first post, which may be the topic of all, further up than its text."""
    body = body_words(page, span.body)
    if not span.body or (span.title is not None and shared(page, span.title, body)):
        return span.title
    first = span.body[0]
    topic = topic_above(page, first, first, body, often)
    return span.title if topic is None or is_person(page, topic, body) else topic


def _below_row(page: PageLines, row: int, rows: Set[int]) -> int:
    """Return the place below the rows at the end of a post: those about it, and the name of who wrote it."""
    end = page.end_of_mark(row)
    while end < len(page) and end not in rows and (_trails(page, end) or _signs(page, end)):
        end += 1
    return end


def _past_names(page: PageLines, ends: list[int]) -> list[int]:
    """Return the places below the rows, or below the names there where a short line stands that is the same below several rows and can be one."""
    last = ends[-1] < len(page)
    named = last and all(can_be_name(page, end) and page.words[end] <= MOST_OF_NAME for end in ends)
    few = len({page.keys[end] for end in ends if end < len(page)}) < len(ends)
    return [end + 1 for end in ends] if named and few else ends


def _signs(page: PageLines, place: int) -> bool:
    """Tell whether a line below the day of a post is a name, with other rows of the post below it."""
    below = place + 1
    named = may_be_name(page.texts[place]) and can_be_name(page, place)
    named = named and not shared(page, place, body_words(page, range(below, min(below + 3, len(page)))))
    return (
        named
        and place - 1 in page.marks
        and below < len(page)
        and (_trails(page, below) or page.sentences[below])
    )


def _first_start(page: PageLines, row: int) -> int:
    """Return the first line of the first post: its title, above the stretch of text that ends at the row."""
    if page.kept is None:
        return 0
    start = row
    for place in range(row - 1, -1, -1):
        if start < row and (page.is_meta(place) or page.is_certain(place) or page.is_outside(place)):
            break
        if page.is_prose(place):
            start = place
        elif start - place > 6:
            break
    above = range(start - 1, max(start - 4, -1), -1)
    return next((n for n in above if page.can_title(n)), start) if start < row else max(row - 1, 0)


def _trails(page: PageLines, place: int) -> bool:
    own = page.roles[place] & SLOT and page.words[place] > 3 and not any(map(str.isdigit, page.texts[place]))
    about = page.is_about(place) and not own  # a template with words of the line's own may be a title
    about = about or (page.words[place] > 3 and reads_like_tools(page.texts[place]))
    tag = (
        page.texts[place][0] == "#"
        and page.words[place] <= _TAG
        and page.has(place - 1, "counter", "section")
    )
    return page.is_meta(place) or about or page.has(place, "comment_form") or page.is_bare(place) or tag
