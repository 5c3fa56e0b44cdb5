"""A label for each line of a page: which post it belongs to, and as what."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from textnorm.pages.posts.below import is_round
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.date_lines import Mark
from textnorm.pages.posts.line_model import second_look
from textnorm.pages.posts.lists import artefacts, table_of_contents
from textnorm.pages.posts.metadata import authors_of, is_row_of_hashes, tags_of
from textnorm.pages.posts.numbered import is_beside
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.reader_views import heads_view
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.split import spans_of
from textnorm.pages.posts.text import text_lines


class Part(Enum):
    """What a line is to its post."""

    TITLE = "title"
    BODY = "body"
    ROW = "row"
    COMMENT = "comment"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a post beside its text."""

    mark: Mark | None
    author: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a line; ``why`` says why it was dropped."""

    part: Part
    post: int = -1
    about: About = About(None, None, ())
    why: str = ""


_NOBODY = About(None, None, ())
_DROPPED = Label(Part.DROPPED, why="outside of the posts")
_UNLIKE_TEXT = Label(Part.DROPPED, why="no line of a text, by its place and form")
_NO_TEXT = Label(Part.DROPPED, why="the markup is that of no text")
#: lines at either end of a text that are searched for rows where no model was asked
_EDGE = 6
#: what stands between the cells of a row
_CELLS = " | "
#: what themes set before a name: «· نسیم پارسا»
_SIGNS = " \xa0·•|–—-"
#: how lines of lists, of quotations, of tables and of data begin
_LISTED = ("- ", "> ", "|", "{", "}", '"')


def labels_of(page: PageLines) -> list[Label]:
    """Return a label for each line of a page."""
    labels = [_DROPPED] * len(page)
    spans = spans_of(page)
    authors = authors_of(page, spans)
    ruled = (
        [_told_text(page, spans[0])] if page.told and len(spans) == 1 else ruled_texts(page, spans, authors)
    )
    texts = second_look(page, spans, ruled) if page.seen and page.kept and not page.told else ruled
    for number, (span, author, lines) in enumerate(zip(spans, authors, texts, strict=True)):
        text = _without_tags(page, lines) if page.kept else lines
        mark = page.marks[span.row] if span.row is not None else None
        about = About(mark, author and author.strip(_SIGNS), tags_of(page, span))
        own = {part: Label(part, number, about) for part in Part}
        for place, part in _parts(page, span, text):
            labels[place] = own[part]
    for place in chain(*ruled):
        labels[place] = _UNLIKE_TEXT if labels[place] is _DROPPED else labels[place]
    if page.told:
        _follow(page, labels, spans)
    for place in _signatures(page, labels, len(spans)):
        labels[place] = _DROPPED
    if page.kept is None and spans:
        _keep_rest(page, labels, threads(page))
    return labels


def _without_tags(page: PageLines, lines: Sequence[int]) -> Sequence[int]:
    """Return the lines of a text without the tags with hashes at its end."""
    end = len(lines)
    while end > 1 and is_row_of_hashes(page.texts[lines[end - 1]]):
        end -= 1
    return lines[:end]


def _follow(page: PageLines, labels: list[Label], spans: Sequence[Span]) -> None:
    """Give every line that was said to be text to the post in whose range it stands, and no other line to a text."""
    assert page.kept is not None
    titles = {page.keys[span.title] for span in spans if span.title is not None}
    heads = sorted(
        (min([*span.head, *span.body]), n) for n, span in enumerate(spans) if span.head or span.body
    )
    starts = [start for start, _ in heads]
    about = {label.post: label.about for label in labels if label.part != Part.DROPPED}
    contents = _told_contents(page)
    for place, kept in enumerate(page.kept):
        own = labels[place]
        if (not kept and own.part == Part.BODY) or place in contents:
            labels[place] = _NO_TEXT
        elif kept and own.part == Part.DROPPED and page.keys[place] not in titles and not page.is_meta(place):
            post = heads[max(bisect_right(starts, place) - 1, 0)][1] if heads else 0
            labels[place] = Label(Part.BODY, post, about.get(post, _NOBODY))


def _keep_rest(page: PageLines, labels: list[Label], inside: set[int]) -> None:
    """Give what no post has, and no interface is, to the post above it (or the first): nothing says that it goes."""
    label = next((label for label in labels if label.part != Part.DROPPED), Label(Part.BODY, 0))
    body = Label(Part.BODY, label.post, label.about)
    every = list(range(len(page)))
    contents = set() if page.careful else table_of_contents(page, every) | artefacts(page, every)
    for place, own in enumerate(labels):
        if own.part != Part.DROPPED:
            body = Label(Part.BODY, own.post, own.about)
        elif (
            place not in inside
            and place not in contents
            and not _is_edge_row(page, place)
            and (page.texts[place].startswith(_LISTED) or not page.is_junk(place))
            and (page.careful or page.texts[place] != body.about.author)
        ):
            labels[place] = body


def _signatures(page: PageLines, labels: list[Label], posts: int) -> list[int]:
    """Return the last lines of posts that another post of the page has too: signatures of members."""
    last: dict[int, int] = {label.post: n for n, label in enumerate(labels) if label.part == Part.BODY}
    same = Counter(page.keys[place] for place in last.values())
    return [place for place in last.values() if posts > 1 and same[page.keys[place]] > 1]


def ruled_texts(page: PageLines, spans: Sequence[Span], authors: Sequence[str | None]) -> list[list[int]]:
    """Return the lines of the text of each post, as the rules say."""
    return [_body(page, span, author) for span, author in zip(spans, authors, strict=True)]


def _told_text(page: PageLines, span: Span) -> list[int]:
    """Return the lines of the text of a page's only post, as it was told which these are."""
    kept = (place for place in _kept_lines(page) if place not in (span.row, span.title))
    contents = _told_contents(page)
    return [
        place
        for place in kept
        if place not in contents and (not page.is_meta(place) or _is_in_table(page, place))
    ]


def _told_contents(page: PageLines) -> set[int]:
    """Return the lines of lists of headings in what was told to be text."""
    return set(
        page.once("contents of the text", lambda told: sorted(table_of_contents(told, _kept_lines(told))))
    )


def _kept_lines(page: PageLines) -> list[int]:
    return [place for place, text in enumerate(page.kept or ()) if text]


def _is_in_table(page: PageLines, place: int) -> bool:
    """Tell whether a line of the text with a day in it is a row of a table: «شهریور | کاشت» below or above another one."""
    near = (n for n in (place - 1, place + 1) if 0 <= n < len(page) and page.kept and page.kept[n])
    return _CELLS in page.texts[place] and any(_CELLS in page.texts[n] for n in near)


def _parts(page: PageLines, span: Span, text: Sequence[int]) -> list[tuple[int, Part]]:
    parts: list[tuple[int, Part]] = []
    if span.title is not None:
        parts.append((span.title, Part.TITLE))
    parts += [(place, Part.BODY) for place in text]
    parts += [(place, Part.COMMENT) for place in span.comments]
    done = {place for place, _ in parts}
    rows = [
        place for place in [*span.head, *span.body, *span.foot] if place not in done and page.is_meta(place)
    ]
    return parts + [(place, Part.ROW) for place in rows]


def _body(page: PageLines, span: Span, author: str | None) -> list[int]:
    """Return the lines of a post's text: without rows, interface strings, and what the model drops."""
    if page.kept is None:
        return _careful_body(page, span, author)
    head = [n for n in span.head if n != span.title and n in span.lead]
    lines = text_lines(page, [*head, *_to_next_page(page, span)])
    return [n for n in lines if n != span.row and page.texts[n] != author]


def _to_next_page(page: PageLines, span: Span) -> list[int]:
    """Return the lines below the title, up to those that lead to the pages before and behind: «غزل شمارهٔ ۱۳»."""
    lines = [n for n in span.body if n != span.title]
    if span.title is None:
        return lines
    title = page.texts[span.title]
    while lines and is_beside(page.texts[lines[0]], title):
        lines = lines[1:]  # above the text they end nothing
    beside = (k for k, n in enumerate(lines) if is_beside(page.texts[n], title))
    end = next(beside, 0)
    return lines[:end] if any(page.kept and page.kept[n] for n in lines[:end]) else lines


def _careful_body(page: PageLines, span: Span, author: str | None) -> list[int]:
    """Return all lines of a post but its title and the rows at its edges."""
    lines = [n for n in [*span.head, *span.body, *span.foot] if n != span.title]
    edge = {*lines[:_EDGE], *lines[-_EDGE:]}
    name = author or ""
    contents = set() if page.careful else table_of_contents(page, lines) | artefacts(page, lines)
    return [
        n for n in lines
        if n != span.row and n not in page.pieces and n not in contents
        and not (n in edge and (_is_edge_row(page, n) or page.texts[n] == name))
    ]  # fmt: skip


def _is_edge_row(page: PageLines, place: int) -> bool:
    if page.texts[place].startswith(_LISTED) and not page.is_meta(place):
        return False
    if place in page.marks:
        return page.marks[place].style != "alone" or not page.careful
    return (
        page.is_meta(place)
        or is_round(page, place)
        or heads_view(page, place)
        or (page.is_certain(place) and not (page.careful and page.is_bare(place)))
    )
