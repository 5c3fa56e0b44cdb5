"""What the lines of a post say about it: who wrote it, and its tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from textnorm.pages.posts.bylines import after, name_beside
from textnorm.pages.posts.openings import starts_with
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span

_TAG_BREAK = re.compile(r"\s*[,،؛;|·]\s*|\s{2,}|\s*#")
#: names of accounts rather than of people
_ACCOUNTS = re.compile(r"^(?:admin|مدیر(?: سایت| وبلاگ| سیستم)?|ادمین|سردبیر|user|root)$", re.IGNORECASE)
_AUTHOR_BOX = re.compile(
    r"درباره[ٔ‌ی]?\s?(?:ی\s)?نویسنده|about the author|written by|نویسنده مطلب", re.IGNORECASE
)
_NAME_WORDS = 4
#: what a button says rather than a name
_BUTTON = re.compile(
    r"(?:افزودن|شروع|ارسال|دنبال|مشاهده|نمایش|اضافه|ثبت|گزارش|پاسخ|نقل|اشتراک|آخرین|بیشتر|get|add|share|follow|reply|view|show|read|more)\b",
    re.IGNORECASE,
)
#: the rank of a member, below the name in a forum
_RANK = re.compile(
    r"\(?آ(?:ف|ن)لاین\)?|(?:عضو|کاربر|مدیر|ناظر|مهمان|تازه[\s\u200c]?(?:وارد|کار)|کارشناس|استاد انجمن)(?!\w)|.{0,20}آ[نف]لا[يی]ن ن[يی]ست"
    r"|(?:jr\.?|sr\.?|full|hero|new|active|senior|junior|global)?\s?(?:member|newbie|moderator|administrator|guest|registered)\b",
    re.IGNORECASE,
)
_FOLLOW = re.compile(r"دنبال[\s\u200c]?(?:کردن|کنید|کننده)|\bfollow", re.IGNORECASE)
_OFFLINE = re.compile(r"^(?:آفلاین|آنلاین)\s+(?=\S)")


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


def _can_be_name(page: PageLines, place: int) -> bool:
    text = page.texts[place]
    user = " " not in text and text.isascii()
    return (
        page.words[place] <= _NAME_WORDS
        and (user or not any(map(str.isdigit, text)))
        and not page.roles[place]
        and ":" not in text
        and text[-1] not in "?؟!…"
        and (page.can_title(place) or text.startswith("@"))
        and _BUTTON.match(text) is None
        and _RANK.match(text) is None
    )


def _bare_names(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return, for each post, the line that stands where the others have theirs, or that several of them have."""
    slots: list[dict[int, int]] = [_slots(page, span) for span in spans]
    count = Counter(slot for found in slots for slot in found)
    same = Counter(key for found in slots for key in {page.keys[place] for place in found.values()})
    names: list[str | None] = []
    for span, found in zip(spans, slots, strict=True):
        if span.card:  # not all members of a discussion are one
            found = {slot: n for slot, n in found.items() if same[page.keys[n]] < max(len(spans), 3)}
        place = _carded(page, span) if span.card else None
        if place is None:
            best = max(
                found, key=lambda slot: (same[page.keys[found[slot]]], count[slot], -abs(slot)), default=None
            )
            often = best is not None and (
                count[best] * 2 > len(spans) or same[page.keys[found[best]]] > 1 or span.card
            )
            place = found[best] if best is not None and often else None
        names.append(None if place is None else _OFFLINE.sub("", page.texts[place]).lstrip("@"))
    return names


def _carded(page: PageLines, span: Span) -> int | None:
    """Return the name on top of the card of a member: the line above its rank."""
    for place in span.zone:
        if _OFFLINE.match(page.texts[place]) and page.words[place] <= _NAME_WORDS:
            return place
        below = place + 1
        if (
            place != span.title
            and below < len(page)
            and _RANK.match(page.texts[below])
            and _can_be_name(page, place)
        ):
            return place
    return None


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
    """Return the name on a line of its own between the title and the text of a page's only post, or below it."""
    boxes = [n for n, text in enumerate(page.texts) if _AUTHOR_BOX.search(text)]
    boxed = {page.keys[n + 1] for n in boxes if n + 1 < len(page)}
    for place in [*span.head, *_near_foot(page, span)]:
        if place == span.title or not _can_be_name(page, place):
            continue
        if page.keys[place] in boxed or _is_followed(page, place):
            return page.texts[place]
        above = any(key == page.keys[place] for key in page.keys[:place])
        beside = [n for n in (place - 1, place + 1) if 0 <= n < len(page)]
        by_row = any(_is_own_day(page, span, n) or page.texts[n].startswith("@") for n in beside)
        below_title = place - 1 == span.title and any(n in page.marks for n in range(place + 1, place + 4))
        if not above and 1 < page.words[place] <= 3 and (by_row or below_title):
            return page.texts[place]
    return None


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
