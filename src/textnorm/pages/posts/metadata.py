"""What the lines of a post say about it: who wrote it, and its tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from textnorm.pages.posts.bylines import after, name_beside
from textnorm.pages.posts.cards import can_be_name, carded, without_state
from textnorm.pages.posts.names import is_account, is_name, may_be_name
from textnorm.pages.posts.openings import starts_with
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.titles import words_of

_TAG_BREAK = re.compile(r"\s*[,،؛;|·]\s*|\s{2,}|\s*#")
#: fewer counters may stand between a day and the name below it
_COUNTERS = 3
#: names of accounts rather than of people
_ACCOUNTS = re.compile(r"^(?:admin|مدیر(?: سایت| وبلاگ| سیستم)?|ادمین|سردبیر|user|root)$", re.IGNORECASE)
#: who writes where nobody signs
_TEAM = re.compile(
    r"(?:تیم|گروه|واحد)\s(?:تحریریه|محتوا|تولید محتوا|نویسندگان)|تحریریه|روابط عمومی|مدیر سایت|editorial (?:team|staff)",
    re.IGNORECASE,
)
_AUTHOR_BOX = re.compile(
    r"درباره[ٔ‌ی]?\s?(?:ی\s)?نویسنده|about the author|written by|نویسنده مطلب", re.IGNORECASE
)
_FOLLOW = re.compile(r"دنبال[\s\u200c]?(?:کردن|کنید|کننده)|\bfollow", re.IGNORECASE)


def authors_of(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return who wrote each post: by its row, its byline, or the bare name that its template puts in one place."""
    signed = [_signed(page, span) for span in spans]
    if all(signed):
        return signed
    bare = _bare_names(page, spans) if len(spans) > 1 else [_single_name(page, span) for span in spans]
    names = [name or other for name, other in zip(signed, bare, strict=True)]
    return [name or _signed_inside(page, span) for name, span in zip(names, spans, strict=True)]


def _signed(page: PageLines, span: Span) -> str | None:
    """Return the name in the post's rows, one of a person before one of an account."""
    names: list[str] = []
    if span.row is not None and (name := name_beside(page.marks[span.row])):
        names.append(name)
    edge = [*span.head, *span.foot]
    names += [page.authors[place] for place in edge if place in page.authors]
    marks = [page.marks[place] for place in edge if place in page.marks and place != span.row]
    names += [name for mark in marks if mark.style == "byline" and (name := name_beside(mark))]
    return next((name for name in names if not _ACCOUNTS.match(name)), names[0] if names else None)


def _signed_inside(page: PageLines, span: Span) -> str | None:
    """Return the name in a byline at the edges of the text."""
    edge = [*span.body[:3], *span.body[-2:]]
    return next((page.authors[place] for place in edge if place in page.authors), None)


def _bare_names(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return, for each post, the line that stands where the others have theirs, or that several of them have."""
    taken = {place for span in spans for place in span.zone}
    slots: list[dict[int, int]] = [_slots(page, span, taken) for span in spans]
    count = Counter(slot for found in slots for slot in found)
    same = Counter(key for found in slots for key in {page.keys[place] for place in found.values()})
    names: list[str | None] = []
    for span, found in zip(spans, slots, strict=True):
        if span.card:  # not all members of a discussion are one
            found = {slot: n for slot, n in found.items() if same[page.keys[n]] < max(len(spans), 3)}
        place = carded(page, span.zone, span.title)
        if place is None and span.row is not None and span.row > max(span.body, default=len(page)):
            place = carded(page, span.head, span.title)
        if place is None:
            best = max(
                found,
                key=lambda slot: (
                    same[page.keys[found[slot]]], may_be_name(page.texts[found[slot]]), count[slot], -abs(slot)
                ),
                default=None,
            )  # fmt: skip
            often = best is not None and (
                count[best] * 2 > len(spans) or same[page.keys[found[best]]] > 1 or span.card
            )
            place = found[best] if best is not None and often else None
        names.append(None if place is None else without_state(page.texts[place]))
    found_names = set(names) - {None}
    if len(found_names) == 1:  # of one author, whose name stands below the first text, or above the last
        (name,) = found_names
        near = [{page.texts[n] for n in [*span.head, *span.foot]} for span in spans]
        names = [name if name in texts else own for own, texts in zip(names, near, strict=True)]
    return names


def _slots(page: PageLines, span: Span, taken: Set[int]) -> dict[int, int]:
    """Return the lines that can be names by their distance above or below the row or the text."""
    found: dict[int, int] = {}
    row = span.row
    if row is not None and span.zone:
        end = page.end_of_mark(row)
        above = min([row, *span.body[:1]])
        last = [n for n in span.body[-1:] if n + 1 == row and is_name(page.texts[n])]
        for place in [*span.zone, *last]:
            if place != span.title and can_be_name(page, place):
                found[place - above if place < above else place - end + 1] = place
    for far, place in enumerate(span.foot[:2], 100):
        if place not in taken and can_be_name(page, place):
            found[far] = place
    return found


def _single_name(page: PageLines, span: Span) -> str | None:
    """Return the name on a line of its own between the title and the text of a page's only post, or below it."""
    boxes = [n for n, text in enumerate(page.texts) if _AUTHOR_BOX.search(text)]
    boxed = {page.keys[n + 1] for n in boxes if n + 1 < len(page)}
    last = [n for n in span.body[-1:] if is_name(page.texts[n]) and _signs_text(page, n)]
    places = [*span.head, *last, *_near_foot(page, span)]
    places = [place for place in places if place != span.title and can_be_name(page, place)]
    for place in (n for n in span.head if _TEAM.fullmatch(page.texts[n])):
        if place - 1 == span.title or place + 1 == span.row:
            return page.texts[place]
    for sign in (_is_boxed, _is_named, _is_beside):
        for place in places:
            if sign(page, span, place, boxed):
                return without_state(page.texts[place])
    return None


def _signs_text(page: PageLines, place: int) -> bool:
    """Tell whether a name may sign the text above it: a row of the post stands below, or a sentence above."""
    below = place + 1 < len(page) and page.is_meta(place + 1)
    return below or (place > 0 and page.sentences[place - 1])


def _is_boxed(page: PageLines, span: Span, place: int, boxed: Set[str]) -> bool:
    """Tell whether a line stands in the box about the author too, or has a button to follow somebody below it."""
    return page.keys[place] in boxed or _is_followed(page, place)


def _is_named(page: PageLines, span: Span, place: int, boxed: Set[str]) -> bool:
    """Tell whether a line reads like a name, and stands where names do."""
    text = page.texts[place]
    if place in span.body:
        return True
    if place not in span.head:
        below = place + 1
        closed = below < len(page) and (page.has(below, "comment_count") or _is_own_day(page, span, below))
        if is_name(text) and place == span.foot[0]:
            return True
        return may_be_name(text) and (_is_by_row(page, span, place) or (closed and place == span.foot[0]))
    user = is_account(text) and _is_by_row(page, span, place)
    return (is_name(text) or user) and page.keys[place] not in page.keys[: span.head[0]]


def _is_beside(page: PageLines, span: Span, place: int, boxed: Set[str]) -> bool:
    """Tell whether two or three words that stand nowhere above are beside the day of the post."""
    if not 1 < page.words[place] <= 3 or page.keys[place] in page.keys[:place]:
        return False
    title = "" if span.title is None else page.texts[span.title]
    if place - 1 == span.title and place + 1 in page.marks:
        return not words_of(page.texts[place]) <= words_of(title)
    said = words_of(" ".join([title, *(page.texts[n] for n in span.body[:3])]))
    return _is_by_row(page, span, place) and not words_of(page.texts[place]) & said


def _is_by_row(page: PageLines, span: Span, place: int) -> bool:
    above = place - 1
    while (
        above > place - _COUNTERS
        and above not in page.marks
        and (page.is_bare(above) or page.has(above, "comment_count"))
    ):
        above -= 1
    beside = [n for n in (above, place + 1) if 0 <= n < len(page)]
    return any(_is_own_day(page, span, n) or page.texts[n].startswith("@") for n in beside)


def _is_own_day(page: PageLines, span: Span, place: int) -> bool:
    """Tell whether a line is a day, and below the text that of the post: there a day may be a reader's."""
    if place not in page.marks:
        return False
    day = page.marks[span.row].date if span.row is not None else None
    return place in span.head or (day is not None and page.marks[place].date == day)


def _near_foot(page: PageLines, span: Span) -> list[int]:
    """Return the lines below the text above the first one that stands outside of posts."""
    end = next((n for n, place in enumerate(span.foot) if page.is_outside(place)), len(span.foot))
    return span.foot[: min(end, 8)]


def _is_followed(page: PageLines, place: int) -> bool:
    """Tell whether a button to follow somebody stands below a line."""
    below = range(place + 1, min(place + 3, len(page)))
    return any(page.words[n] <= 4 and _FOLLOW.search(page.texts[n]) for n in below)


def tags_of(page: PageLines, span: Span) -> tuple[str, ...]:
    """Return the tags of a post: those of its rows, and the short lines below a heading of tags."""
    tags: list[str] = []
    for place in [*span.head, *span.body[:4], *span.body[-6:], *span.foot]:
        if page.is_tags(place):
            line = page.texts[place]
            phrase = starts_with(line, "tags")
            tags += [tag.strip(" #") for tag in _TAG_BREAK.split(after(line, phrase)) if tag.strip(" #")]
    return tuple(dict.fromkeys(tags))
