"""read_page(): the posts of a page, with title, author, date, tags, comments and captions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textnorm.explained import Explained
from textnorm.pages.api import Cleaning
from textnorm.pages.document import Document, check_text
from textnorm.pages.keys import line_key
from textnorm.pages.options import CAREFUL, PageOptions
from textnorm.pages.posts.bylines import after, name_beside, name_in
from textnorm.pages.posts.comments import opens_thread, thread_below
from textnorm.pages.posts.date_lines import Mark, starts_with
from textnorm.pages.posts.split import Span, can_title, exclaims, is_meta, marks_of, spans_of
from textnorm.pages.results import Page, Post

_TAG_BREAK = re.compile(r"\s*[,،؛;|·]\s*|\s{2,}|\s*#")
_HEAD, _FOOT = 6, 6
_THREAD = 60


def read_page(text: str, options: PageOptions = CAREFUL) -> Page:
    """The posts of a scraped page, cleaned, each with what the page says about it.

    A page of several posts is parted at their date lines, Solar Hijri or Gregorian, above the posts
    (Blogspot), under the titles (WordPress) or below the posts (Blogfa). The dates of a diary or of a
    timeline part nothing. What is not said is ``None``, never guessed. ``TypeError`` for bytes.

    >>> page = read_page("۱۳۹۷ مهر ۸, یکشنبه\\n\\nRain on the coast\\n\\nIt rained all day in the north.")
    >>> page.posts[0].title, page.posts[0].date.isoformat()
    ('Rain on the coast', '2018-09-30')
    """
    check_text(text)
    cleaning = Cleaning(text, options, rescue=True)
    composer = cleaning.run()
    found, origin = composer.artefacts(), composer.explained()
    document = cleaning.document
    marks = marks_of(document)
    captions = {line_key(a.witness) for a in found if a.kind == "caption-again"}
    posts = [_post(document, span, marks, origin, captions, options) for span in spans_of(document, marks)]
    return Page(tuple(posts), tuple(found))


def _post(
    document: Document,
    span: Span,
    marks: dict[int, Mark],
    origin: Explained,
    captions: set[str],
    options: PageOptions,
) -> Post:
    mark = marks[span.dated] if span.dated is not None else None
    lines = [number for number in span.lines if number != span.dated]
    title = _title(document, lines)
    if title is not None:
        lines.remove(title)
    author, lines = _author(document, lines, mark)
    tags, lines = _tags(document, lines)
    lines, comments = _comments(document, lines)
    lines = _without_rows(document, lines)
    first, last = span.lines[0], span.lines[-1]
    return Post(
        title=None if title is None else document.lines[title],
        author=author,
        date=None if mark is None else mark.date,
        date_text=None if mark is None else _date_text(mark),
        body=_body(document, lines),
        tags=tags,
        comments=comments if options.comments == "keep" else (),
        captions=tuple(document.lines[n] for n in lines if _is_caption(document.lines[n], captions)),
        start=origin.to_source(document.starts[first]),
        end=origin.to_source(document.end(last)),
    )


def _date_text(mark: Mark) -> str:
    return mark.line if mark.style == "alone" else mark.found.text


def _is_caption(line: str, captions: set[str]) -> bool:
    return line_key(line) in captions or (len(line) < 200 and bool(starts_with(line, "photo")))


def _title(document: Document, lines: Sequence[int]) -> int | None:
    """The first line, when it can be a title and something follows it."""
    top = [n for n in lines[:4] if not is_meta(document.lines[n])][:1]
    if (
        not top
        or len(lines) < 2
        or not can_title(document.lines[top[0]])
        or starts_with(document.lines[top[0]], "byline")
    ):
        return None
    return None if exclaims(document.lines[top[0]]) else top[0]


def _author(document: Document, lines: list[int], mark: Mark | None) -> tuple[str | None, list[int]]:
    """The name in the byline, and the lines without it."""
    for number in dict.fromkeys([*lines[:_HEAD], *lines[-_FOOT:]]):
        name = name_in(document.lines[number])
        if name:
            return name, [n for n in lines if n != number]
    if mark is None or mark.style == "alone":
        return None, lines
    return name_beside(mark), lines


def _tags(document: Document, lines: list[int]) -> tuple[tuple[str, ...], list[int]]:
    """The tags of the post, and its lines without the rows that list them."""
    tags: list[str] = []
    rows = [n for n in dict.fromkeys([*lines[:_HEAD], *lines[-_FOOT:]]) if len(document.lines[n]) < 300]
    for number in rows:
        line = document.lines[number]
        phrase = starts_with(line, "tags")
        if phrase and line[-1] not in ".!?؟":
            tags += [tag.strip(" #") for tag in _TAG_BREAK.split(after(line, phrase)) if tag.strip(" #")]
            lines = [n for n in lines if n != number]
    return tuple(dict.fromkeys(tags)), lines


def _comments(document: Document, lines: list[int]) -> tuple[list[int], tuple[str, ...]]:
    """The body's lines, and those of the comment thread below it."""
    for place, number in enumerate(lines):
        if place and opens_thread(document.lines[number]):
            below = lines[place + 1 :]
            if all(not document.is_paragraph(n) for n in below[:_THREAD]) or place * 3 >= len(lines):
                thread = [document.lines[n] for n in below]
                return lines[:place], tuple(thread[: thread_below(thread)])
    return lines, ()


def _without_rows(document: Document, lines: list[int]) -> list[int]:
    """The lines without those at the edges that are about the post."""
    edge = {*lines[:_HEAD], *lines[-_FOOT:]}
    return [n for n in lines if n not in edge or not is_meta(document.lines[n])]


def _body(document: Document, lines: Sequence[int]) -> str:
    """The lines with the blank lines between them, as they stood."""
    parts: list[str] = []
    above = None
    for number in lines:
        if above is not None and number > above + 1:
            parts += [""] * _gap(document, above, number)
        parts.append(document.raw[number].rstrip())
        above = number
    return "\n".join(parts)


def _gap(document: Document, above: int, below: int) -> int:
    """Blank lines between two lines of a post: those of fenced code stand, else one at most."""
    if above in document.fenced and below in document.fenced:
        return below - above - 1
    return int(any(not document.lines[n] for n in range(above + 1, below)))
