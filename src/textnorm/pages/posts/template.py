"""Whether a page holds several posts: a template writes the same kind of row once for each of them.

Rows that are written alike and have a text of their own each, all above it or all below it, part the posts.
The dates of a diary, of comments and of lists of links part nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import ALONE
from textnorm.pages.keys import phrase_key
from textnorm.pages.posts.cards import can_be_name, names_account
from textnorm.pages.posts.channels import stamps_of
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.date_lines import Mark, shape
from textnorm.pages.posts.likeness import reads_like_tools
from textnorm.pages.posts.names import is_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.short_posts import with_short_posts

Side = Literal["above", "below"]
Own = Callable[[int], bool]
#: most lines that are no text between a row and the text that it belongs to
_REACH = 12
#: more rows than this that are signed alike are one author's
_SIGNED = 2
#: most words of the name of a reader
_NAMED = 3
#: most words of a question that may be a link or a poll's
_QUESTION = 10
#: what a word of a sentence that the page model drops weighs
_DROPPED = 0.2
_STYLES = {"byline": 0, "label": 1, "alone": 2, "signed": 3}
#: roles of rows that part posts where no dates do
_NONE = lazy_pattern(r"^(?:بدون|هیچ|یک|no|one)\s", re.IGNORECASE)
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
    own = _of_one_author(page, inside)
    for place, mark in sorted(page.marks.items()):
        whole = mark.found is None or mark.found.kind not in ("partial", "invalid") or mark.date
        signed = mark.style == "signed" and not (place in own or _counts_comments(page, place))
        if whole and place not in inside and mark.label != "other" and not signed:
            groups.setdefault((_form(mark), place + 1 in page.pieces), []).append(place)
    groups = {form: _without_readers(page, rows) for form, rows in groups.items()}
    found = [t for rows in groups.values() if (t := _judge(page, rows, inside, dated=True))]
    if not found and not any(mark.date and n not in inside for n, mark in page.marks.items()):
        found = [t for rows in _other_rows(page, inside) if (t := _judge(page, rows, inside, dated=False))]
    return max(found, key=lambda t: _worth(page, t), default=None)


def _form(mark: Mark) -> tuple[object, ...]:
    """Return how a row is written; rows of as many fields are alike, whatever stands in these."""
    fields = 0 if mark.label else mark.line.count(" | ")
    return ("fields", fields) if fields > 1 else shape(mark)


def _of_one_author(page: PageLines, inside: set[int]) -> set[int]:
    """Return the rows with a day and a name that are all signed alike, three and more, each with a headline above it."""
    signed = [
        n for n, mark in page.marks.items() if mark.style == "signed" and mark.date and n and n not in inside
    ]
    headed = all(page.can_title(n - 1) and not page.sentences[n - 1] for n in signed)
    one = len({page.marks[n].names for n in signed}) == 1
    return set(signed) if len(signed) > _SIGNED and one and headed else set()


def _without_readers(page: PageLines, rows: list[int]) -> list[int]:
    """Return the rows of a post without those of its readers: a byline stands beside the first alone, and names above the others."""
    first, *others = rows
    signed = _is_beside_byline(page, first) and not any(_is_beside_byline(page, n) for n in others)
    named = all(can_be_name(page, n - 1) and page.words[n - 1] <= _NAMED for n in others)
    return [first] if signed and named else rows


def _is_beside_byline(page: PageLines, place: int) -> bool:
    return place + 1 in page.authors or place - 1 in page.authors


def _counts_comments(page: PageLines, place: int) -> bool:
    """Tell whether a row with a name and a day has the number of its comments below: it is that of a post."""
    below = page.end_of_mark(place)
    return below < len(page) and page.has(below, "comment_count") and page.is_certain(below)


def _worth(page: PageLines, template: Template) -> tuple[int, int]:
    mark = page.marks.get(template.rows[0])
    return len(template.rows), -_STYLES[mark.style] if mark else -9


def _other_rows(page: PageLines, inside: set[int]) -> list[list[int]]:
    """Return the rows of each kind that part posts without a date."""
    groups: dict[str, list[int]] = {}
    for place in range(len(page)):
        role = next((name for name in _PARTING if page.has(place, name)), "")
        if role and place not in inside and not page.is_bare(place):
            key = phrase_key(_NONE.sub("0 ", page.texts[place]))
            groups.setdefault(key if role != "read_more" else role, []).append(place)
        elif names_account(page, place) and place not in inside:
            groups.setdefault(page.keys[place + 1], []).append(place + 1)
        elif place in page.authors and place not in inside:
            groups.setdefault("author", []).append(place)
    groups["stamp"] = [n for n in stamps_of(page) if n not in inside]
    return [rows for rows in groups.values() if len(rows) > 1]


def _judge(page: PageLines, rows: Sequence[int], inside: set[int], *, dated: bool) -> Template | None:
    """Return the rows that have a text of their own, when they are two or more and stand on one side of it."""
    counted = all(page.has(row, "comment_count") for row in rows)
    headed = dated or page.exported or names_account(page, rows[0] - 1)
    wanted = page.is_prose if headed or counted else page.is_text

    def is_own(place: int) -> bool:
        known = page.kept is not None and not page.kept[place]
        asks = page.texts[place][-1] in "?؟" and page.words[place] <= _QUESTION
        known = known and (page.roles[place] > 0 or asks)
        return place not in inside and wanted(place) and not known and not page.texts[place].startswith("©")

    above = [
        row for row, text in zip(rows, _texts_below(page, rows, is_own), strict=True) if text is not None
    ]
    below = [
        row for row, text in zip(rows, _texts_above(page, rows, is_own), strict=True) if text is not None
    ]
    side = _side(page, above, below) if headed else "below"
    chosen = above if side == "above" else below
    bare = dated and page.marks[rows[0]].style == "alone"
    if len(chosen) < 2 or (bare and not page.exported and not _heads(page, chosen)):
        return None
    if bare and side == "below" and not _among_rows(page, chosen):
        return None
    if dated:
        chosen = with_short_posts(page, rows, chosen, above=side == "above")
    own = _inside(page, chosen, side)
    covered = own > 0 and own * 10 >= 6 * _weight(page, range(len(page)))
    return Template(tuple(chosen), side, dated) if covered else None


def _among_rows(page: PageLines, rows: Sequence[int]) -> bool:
    """Tell whether bare dates below their texts have other rows of the post beside them; those of teasers have not."""
    beside = [(row - 1, page.end_of_mark(row)) for row in rows]
    named = all(is_name(page.texts[above]) for above, _ in beside if above >= 0)
    good = sum(
        any(
            0 <= n < len(page) and (page.is_about(n) or page.is_meta(n) or reads_like_tools(page.texts[n]))
            for n in pair
        )
        for pair in beside
    )
    return named or good * 5 >= 4 * len(rows)


def _inside(page: PageLines, rows: Sequence[int], side: Side) -> float:
    """Weigh the text that stands where posts with these rows would have theirs."""
    if not rows:
        return 0
    return _weight(page, range(rows[0], len(page)) if side == "above" else range(rows[-1]))


def _weight(page: PageLines, places: range) -> float:
    """Count the words of the sentences in a part of the page; those that the model drops count little."""
    sizes = ((page.words[n], page.is_text(n)) for n in places if page.is_prose(n))
    return sum(words if kept else words * _DROPPED for words, kept in sizes)


def _side(page: PageLines, above: Sequence[int], below: Sequence[int]) -> Side:
    """Tell where the rows stand: on the side that leaves hardly any text of the page without a row."""
    if page.below:
        return "below"
    if len(above) < 2 or len(below) < 2:
        return "above" if len(above) > len(below) else "below"
    whole = _weight(page, range(len(page)))
    gain = _inside(page, above, "above") - _inside(page, below, "below")
    if len(below) > len(above) and set(above) < set(below) and _is_signed(page, above[0]):
        return "below"
    if abs(gain) > 0.12 * whole:
        return "above" if gain > 0 else "below"
    return "above" if _parted_above(page, above) else "below"


def _is_signed(page: PageLines, row: int) -> bool:
    """Tell whether the card of another member stands below a row: the next post begins there."""
    return any(
        n in page.marks and page.marks[n].label == "other" for n in range(row + 1, min(row + 5, len(page)))
    )


def _texts_below(page: PageLines, rows: Sequence[int], is_own: Own) -> list[int | None]:
    """Return, for each row, the first line of text below it and above the next one."""
    ends = [*rows[1:], len(page)]
    return [
        next((n for n in _near(page, range(page.end_of_mark(row), end)) if is_own(n)), None)
        for row, end in zip(rows, ends, strict=True)
    ]


def _near(page: PageLines, places: range) -> Iterator[int]:
    """Return the lines near a row: rows of the card of a member count for nothing."""
    far = 0
    for place in places:
        yield place
        far += not (page.is_certain(place) or page.has(place, "forum"))
        if far == _REACH:
            return


def _texts_above(page: PageLines, rows: Sequence[int], is_own: Own) -> list[int | None]:
    """Return, for each row, the last line of text above it and below the one before, or the form of a thread."""
    starts = [-1, *rows[:-1]]
    return [
        _text_above(page, range(row - 1, max(start, row - _REACH), -1), is_own)
        for row, start in zip(rows, starts, strict=True)
    ]


def _text_above(page: PageLines, places: range, is_own: Own) -> int | None:
    for place in places:
        if page.has(place, "comment_form") and page.roles[place] & ALONE and page.words[place] < 4:
            return None
        if is_own(place):
            return place
    return None


def _parted_above(page: PageLines, rows: Sequence[int]) -> bool:
    """Tell whether rows of another post or a title stand between most rows and the text above them."""
    above = _texts_above(page, rows, page.sentences.__getitem__)
    pairs = [(text, row) for text, row in zip(above, rows, strict=True) if text is not None]
    parted = sum(
        any(page.is_about(n) or page.is_meta(n) or page.can_title(n) for n in range(a + 1, b))
        for a, b in pairs
    )
    return parted * 2 > len(pairs)


def _heads(page: PageLines, rows: Sequence[int]) -> bool:
    """Tell whether bare dates head or end posts: a line that is no sentence stands beside nearly all of them."""
    good = 0
    for row in rows:
        end = page.end_of_mark(row)
        beside = ([row - 1] if row else []) + ([end] if end < len(page) else [])
        good += any(
            not page.sentences[n] and (page.texts[n][-1] not in ".،؛:" or page.is_certain(n)) for n in beside
        )
    clocks = all(page.marks[row].clock for row in rows)  # no diary has them
    return good * 3 >= len(rows) * 2 if clocks else good * 5 >= len(rows) * 4
