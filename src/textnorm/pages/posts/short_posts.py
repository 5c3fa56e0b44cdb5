"""Posts of a few words among those whose rows part a page: an answer, a greeting, verses. Nothing in them reads like a text."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textnorm.pages.posts.page_lines import PageLines

#: most lines between a row and a short answer below it
_ANSWER = 3
#: styles of rows that only templates write
_WRITTEN = ("byline", "label")


def with_short_posts(
    page: PageLines, rows: Sequence[int], chosen: Collection[int], *, above: bool
) -> list[int]:
    """Return the rows that have a text, which are known, and those written alike that have a short one above or below them."""
    if above:
        ends = [*rows[1:], len(page)]
        return [
            row
            for row, end in zip(rows, ends, strict=True)
            if row in chosen or _is_answered(page, row, end) or _is_closed(page, row, end)
        ]
    starts = [row + 1 for row in [-1, *rows[:-1]]]
    return [
        row
        for start, row in zip(starts, rows, strict=True)
        if row in chosen or (start and (_has_message(page, start, row) or _has_words(page, start, row)))
    ]


def _is_answered(page: PageLines, row: int, end: int) -> bool:
    """Tell whether a short sentence stands below a row, as answers may be: «درست شد، ممنون.»"""
    near = range(page.end_of_mark(row), min(end, page.end_of_mark(row) + _ANSWER))
    return any(
        page.texts[n][-1] in ".!" and page.words[n] > 1 and not page.roles[n] and not page.is_meta(n)
        for n in near
    )


def _is_closed(page: PageLines, row: int, end: int) -> bool:
    """Tell whether a headline stands right above a row, and words below it above what ends a post of a list: a link to the whole, a number of comments."""
    over = row - 1
    headed = over >= 0 and page.can_title(over) and not page.sentences[over] and not page.roles[over]
    closed = next((n for n in range(row + 1, end) if page.has(n, "read_more", "comment_count")), row)
    words = (n for n in range(row + 1, closed) if not (page.roles[n] or page.is_meta(n)))
    return headed and any(page.words[n] > 1 and not page.texts[n][0].isdigit() for n in words)


def _has_message(page: PageLines, start: int, row: int) -> bool:
    """Tell whether a line above a row and below the one before is text though it is no sentence: it opens a list."""
    return any(
        page.kept is not None
        and page.kept[n]
        and page.words[n] > 2
        and page.texts[n][-1] in ":؛،"
        and not page.is_meta(n)
        for n in range(start, row)
    )


def _has_words(page: PageLines, start: int, row: int) -> bool:
    """Tell whether words that are no sentence stand above a row that says who wrote them, or that has the card of a member above it."""
    words = any(page.words[n] > 1 and not (page.roles[n] or page.is_meta(n)) for n in range(start, row))
    mark = page.marks[row]
    carded = any(n in page.marks and page.marks[n].label == "other" for n in range(start, row))
    return words and (carded or (mark.style in _WRITTEN and bool(mark.names)))
