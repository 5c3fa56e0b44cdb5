"""read_page(): the posts of a page, with title, author, date, tags, comments and captions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from textnorm.pages.artefact import Artefact, apply
from textnorm.pages.bylines import after, name_beside, name_in
from textnorm.pages.find import check_text, found_for
from textnorm.pages.fold import line_key
from textnorm.pages.layout import Span, can_title, exclaims, is_meta, marks_of, spans_of
from textnorm.pages.options import CAREFUL, PageOptions
from textnorm.pages.page import Page, Post
from textnorm.pages.postdates import Mark, starts_with
from textnorm.pages.sheet import Sheet
from textnorm.pages.thread import opens_thread, thread_below

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
    found = found_for(text, options, rescue=True)
    cleaned = apply(text, found)
    sheet = Sheet(cleaned)
    marks = marks_of(sheet)
    origin = _Origin(found)
    captions = {line_key(a.witness) for a in found if a.kind == "caption-again"}
    posts = [_post(sheet, span, marks, origin, captions, options) for span in spans_of(sheet, marks)]
    return Page(tuple(posts), tuple(found))


class _Origin:
    """Places of the cleaned text as places of the source."""

    def __init__(self, found: Sequence[Artefact]) -> None:
        shift = 0
        self.places: list[int] = []
        self.shifts = [0]
        for edit in found:
            self.places.append(edit.start - shift + len(edit.replacement))
            shift += edit.length - len(edit.replacement)
            self.shifts.append(shift)

    def start(self, place: int) -> int:
        return place + self.shifts[bisect_right(self.places, place)]


def _post(
    sheet: Sheet,
    span: Span,
    marks: dict[int, Mark],
    origin: _Origin,
    captions: set[str],
    options: PageOptions,
) -> Post:
    mark = marks[span.dated] if span.dated is not None else None
    lines = [number for number in span.lines if number != span.dated]
    title = _title(sheet, lines)
    if title is not None:
        lines.remove(title)
    author, lines = _author(sheet, lines, mark)
    tags, lines = _tags(sheet, lines)
    lines, comments = _comments(sheet, lines)
    lines = _without_rows(sheet, lines)
    first, last = span.lines[0], span.lines[-1]
    return Post(
        title=None if title is None else sheet.lines[title],
        author=author,
        date=None if mark is None else mark.date,
        date_text=None if mark is None else _date_text(mark),
        body=_body(sheet, lines),
        tags=tags,
        comments=comments if options.comments == "keep" else (),
        captions=tuple(sheet.lines[n] for n in lines if _is_caption(sheet.lines[n], captions)),
        start=origin.start(sheet.starts[first]),
        end=origin.start(sheet.end(last)),
    )


def _date_text(mark: Mark) -> str:
    return mark.line if mark.style == "alone" else mark.found.text


def _is_caption(line: str, captions: set[str]) -> bool:
    return line_key(line) in captions or (len(line) < 200 and bool(starts_with(line, "photo")))


def _title(sheet: Sheet, lines: Sequence[int]) -> int | None:
    """The first line, when it can be a title and something follows it."""
    top = [n for n in lines[:4] if not is_meta(sheet.lines[n])][:1]
    if (
        not top
        or len(lines) < 2
        or not can_title(sheet.lines[top[0]])
        or starts_with(sheet.lines[top[0]], "byline")
    ):
        return None
    return None if exclaims(sheet.lines[top[0]]) else top[0]


def _author(sheet: Sheet, lines: list[int], mark: Mark | None) -> tuple[str | None, list[int]]:
    """The name in the byline, and the lines without it."""
    for number in dict.fromkeys([*lines[:_HEAD], *lines[-_FOOT:]]):
        name = name_in(sheet.lines[number])
        if name:
            return name, [n for n in lines if n != number]
    if mark is None or mark.style == "alone":
        return None, lines
    return name_beside(mark), lines


def _tags(sheet: Sheet, lines: list[int]) -> tuple[tuple[str, ...], list[int]]:
    """The tags of the post, and its lines without the rows that list them."""
    tags: list[str] = []
    rows = [n for n in dict.fromkeys([*lines[:_HEAD], *lines[-_FOOT:]]) if len(sheet.lines[n]) < 300]
    for number in rows:
        line = sheet.lines[number]
        phrase = starts_with(line, "tags")
        if phrase and line[-1] not in ".!?؟":
            tags += [tag.strip(" #") for tag in _TAG_BREAK.split(after(line, phrase)) if tag.strip(" #")]
            lines = [n for n in lines if n != number]
    return tuple(dict.fromkeys(tags)), lines


def _comments(sheet: Sheet, lines: list[int]) -> tuple[list[int], tuple[str, ...]]:
    """The body's lines, and those of the comment thread below it."""
    for place, number in enumerate(lines):
        if place and opens_thread(sheet.lines[number]):
            below = lines[place + 1 :]
            if all(not sheet.prose(n) for n in below[:_THREAD]) or place * 3 >= len(lines):
                thread = [sheet.lines[n] for n in below]
                return lines[:place], tuple(thread[: thread_below(thread)])
    return lines, ()


def _without_rows(sheet: Sheet, lines: list[int]) -> list[int]:
    """The lines without those at the edges that are about the post."""
    edge = {*lines[:_HEAD], *lines[-_FOOT:]}
    return [n for n in lines if n not in edge or not is_meta(sheet.lines[n])]


def _body(sheet: Sheet, lines: Sequence[int]) -> str:
    """The lines with the blank lines between them, as they stood."""
    parts: list[str] = []
    above = None
    for number in lines:
        if above is not None and number > above + 1:
            parts += [""] * _gap(sheet, above, number)
        parts.append(sheet.raw[number].rstrip())
        above = number
    return "\n".join(parts)


def _gap(sheet: Sheet, above: int, below: int) -> int:
    """Blank lines between two lines of a post: those of fenced code stand, else one at most."""
    if above in sheet.fenced and below in sheet.fenced:
        return below - above - 1
    return int(any(not sheet.lines[n] for n in range(above + 1, below)))
