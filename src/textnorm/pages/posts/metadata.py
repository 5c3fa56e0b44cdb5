"""What the lines of a post say about it: who wrote it, and its tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from textnorm.pages.posts.bylines import after, name_beside
from textnorm.pages.posts.date_lines import starts_with
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span

_TAG_BREAK = re.compile(r"\s*[,،؛;|·]\s*|\s{2,}|\s*#")
#: names of accounts rather than of people
_ACCOUNTS = re.compile(r"^(?:admin|مدیر(?: سایت| وبلاگ| سیستم)?|ادمین|سردبیر|user|root)$", re.IGNORECASE)
_AUTHOR_BOX = re.compile(
    r"درباره[ٔ‌ی]?\s?(?:ی\s)?نویسنده|about the author|written by|نویسنده مطلب", re.IGNORECASE
)
_NAME_WORDS = 4


def authors_of(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return who wrote each post: by its row, its byline, or the bare name that its template puts in one place."""
    named = [_signed(page, span) for span in spans]
    if all(named):
        return named
    bare = _bare_names(page, spans) if len(spans) > 1 else [_single_name(page, span) for span in spans]
    return [name or other for name, other in zip(named, bare, strict=True)]


def _signed(page: PageLines, span: Span) -> str | None:
    """Return the name in the post's rows, one of a person before one of an account."""
    names: list[str] = []
    if span.row is not None and (name := name_beside(page.marks[span.row])):
        names.append(name)
    edge = [*span.head, *span.body[:3], *span.body[-2:], *span.foot]
    names += [page.authors[place] for place in edge if place in page.authors]
    marks = [
        page.marks[place] for place in [*span.head, *span.foot] if place in page.marks and place != span.row
    ]
    names += [name for mark in marks if mark.style == "byline" and (name := name_beside(mark))]
    return next((name for name in names if not _ACCOUNTS.match(name)), names[0] if names else None)


def _can_be_name(page: PageLines, place: int) -> bool:
    text = page.texts[place]
    return (
        page.words[place] <= _NAME_WORDS
        and not any(map(str.isdigit, text.replace("_", "")[:3]))
        and (page.can_title(place) or text.startswith("@"))
        and text[-1] not in "?؟!…:"
    )


def _bare_names(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return, for each post, the line that stands where the others have theirs, or that several of them have."""
    slots: list[dict[int, int]] = [_slots(page, span) for span in spans]
    count = Counter(slot for found in slots for slot in found)
    same = Counter(key for found in slots for key in {page.keys[place] for place in found.values()})
    names: list[str | None] = []
    for span, found in zip(spans, slots, strict=True):
        best = max(
            found, key=lambda slot: (same[page.keys[found[slot]]], count[slot], -abs(slot)), default=None
        )
        often = best is not None and (count[best] * 2 > len(spans) or same[page.keys[found[best]]] > 1)
        if span.card and not (best is not None and same[page.keys[found[best]]] > 1):
            place = next((n for n in span.zone if n != span.title and _can_be_name(page, n)), None)
        else:
            place = found[best] if best is not None and often else None
        names.append(None if place is None else page.texts[place].lstrip("@"))
    return names


def _slots(page: PageLines, span: Span) -> dict[int, int]:
    """Return the lines that can be names by where they stand: so many above or below the row or the text."""
    found: dict[int, int] = {}
    row = span.row
    if row is not None and span.zone:
        end = page.end_of_mark(row)
        for place in span.zone:
            if place != span.title and _can_be_name(page, place):
                found[place - row if place < row else place - end + 1] = place
    for far, place in enumerate(span.foot[:2], 100):
        if _can_be_name(page, place):
            found[far] = place
    return found


def _single_name(page: PageLines, span: Span) -> str | None:
    """Return the name on a line of its own between the title and the text of a page's only post."""
    boxes = [n for n, text in enumerate(page.texts) if _AUTHOR_BOX.search(text)]
    boxed = {page.keys[n + 1] for n in boxes if n + 1 < len(page)}
    for place in [*span.head, *span.foot[:8]]:
        if place == span.title or not _can_be_name(page, place):
            continue
        others = [n for n, key in enumerate(page.keys) if key == page.keys[place] and n != place]
        beside = [n for n in (place - 1, place + 1) if 0 <= n < len(page)]
        if page.keys[place] in boxed or _is_followed(page, place):
            return page.texts[place]
        named = place in span.head and not others and 1 < page.words[place] <= 3
        if named and any(n in page.marks for n in beside):
            return page.texts[place]
    return None


def _is_followed(page: PageLines, place: int) -> bool:
    """Tell whether a button to follow somebody stands below a line."""
    below = range(place + 1, min(place + 3, len(page)))
    return any(page.has(n, "channel", "newsletter") and not page.has(n, "share") for n in below)


def tags_of(page: PageLines, span: Span) -> tuple[str, ...]:
    """Return the tags of a post: those of its rows, and the short lines below a heading of tags."""
    tags: list[str] = []
    for place in [*span.head, *span.body[:4], *span.body[-6:], *span.foot]:
        if page.is_tags(place):
            line = page.texts[place]
            phrase = starts_with(line, "tags")
            tags += [tag.strip(" #") for tag in _TAG_BREAK.split(after(line, phrase)) if tag.strip(" #")]
    return tuple(dict.fromkeys(tags))
