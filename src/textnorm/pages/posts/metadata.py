"""What the lines of a post say about it: who wrote it, and its tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import takewhile

from textnorm.pages.interface import ALONE, mask, role_bits
from textnorm.pages.keys import line_key
from textnorm.pages.posts.boxes import heads_author_box
from textnorm.pages.posts.bylines import after, name_beside
from textnorm.pages.posts.cards import (
    can_be_name,
    carded,
    has_rank,
    is_unknown_rank,
    names_account,
    without_state,
)
from textnorm.pages.posts.facts import facts_of
from textnorm.pages.posts.headers import is_channel
from textnorm.pages.posts.name_model import is_team, name_line
from textnorm.pages.posts.names import is_account, is_name, may_be_name
from textnorm.pages.posts.openings import starts_with
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.span import Span

#: what stands behind tags in their row: «۳ دیدگاه»
_COMMENTS = mask("comment_count")
#: what no tag is, but the heading of lists of posts
_ARCHIVE = mask("archive")
_TAG_BREAK = re.compile(r"\s*[,،؛;|·]\s*|\s{2,}|\s*#")
#: most tags below a heading, and most words of one; how none ends
_MOST_TAGS, _TAG_WORDS, _NO_TAG = 12, 4, re.compile(r"[.:؛!?؟…]$|^[\[(«]|:\s|://")
#: a line below a text that is tags and nothing else: «#باد #باران»; its words begin with letters
_HASHED = re.compile(r"(?:#\s?[^\W\d_][\w\u200c]{1,40}\s*){1,12}")
_LIKES = re.compile(r"(?:(?:موافقین|مخالفین)\s?\d{1,4}|\d{1,4}\s?(?:موافقین|مخالفین)|\s){1,3}")
#: lines among which the name of a paper stands
_TOP = 6
#: the word between a name and a day
_IN = " در"
#: names of accounts rather than of people
_ACCOUNTS = re.compile(r"^(?:admin|مدیر(?: سایت| وبلاگ| سیستم)?|ادمین|سردبیر|user|root)$", re.IGNORECASE)


def authors_of(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return who wrote each post: by its row, its byline, or the bare name that its template puts in one place."""
    return [name and _without_office(page, name) for name in _named(page, spans)]


def _named(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    named = [signed(page, span) for span in spans]
    named = _in_one_field(page, spans, named) if any(named) else _names_in_rows(page, spans)
    if len(spans) > 1 and (channel := _of_channel(page, named)):
        return [channel] * len(spans)
    if all(named):
        return named
    bare = _bare_names(page, spans) if len(spans) > 1 else [_single_name(page, span) for span in spans]
    asked = any(span.asked for span in spans)
    bare = [
        name or (_single_name(page, span) if asked else None) for span, name in zip(spans, bare, strict=True)
    ]
    names = [name or other for name, other in zip(named, bare, strict=True)]
    return [name or _signed_inside(page, span) for name, span in zip(names, spans, strict=True)]


def _in_one_field(page: PageLines, spans: Sequence[Span], named: Sequence[str | None]) -> list[str | None]:
    """Return the names again, with those of rows whose field for names has a word that is none elsewhere: «مدیر | ۱۱ مهر ۱۴۰۱ | ۸ دیدگاه»."""
    rows = [[] if span.row is None else page.marks[span.row].line.split(" | ") for span in spans]
    fields = {row.index(name) for name, row in zip(named, rows, strict=True) if name in row}
    if all(named) or len(fields) != 1 or len({*map(len, rows)}) != 1:
        return [*named]
    (field,) = fields
    return [name or row[field] for name, row in zip(named, rows, strict=True)]


def _of_channel(page: PageLines, named: Sequence[str | None]) -> str | None:
    """Return the name of a channel that signs all of its messages, where it was found above most of them."""
    names = set(page.authors.values())
    most = sum(name is not None for name in named) * 2 > len(named)
    alone = page.below or not page.marks
    return names.pop() if len(names) == 1 and most and alone and is_channel(page) else None


def _names_in_rows(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return the names alone that stand beside the days of all posts of a page: «ساسان | جمعه ۲۸ مرداد ۱۳۹۰»."""
    marks = [page.marks[span.row] for span in spans if span.row is not None]
    words = [mark.names[0] for mark in marks if len(mark.names) == 1]
    names = [word.removesuffix(_IN) for word in words]
    told = all(map(may_be_name, names)) or _is_one_writer(page, words)
    return [*names] if len(spans) > 1 and len(names) == len(spans) and told else [None] * len(spans)


def _is_one_writer(page: PageLines, words: Sequence[str]) -> bool:
    """Tell whether the rows of three posts and more have the same name, which no list knows and no menu has: «مهرنوش در ۲۷ دی ۱۳۹۷»."""
    name = words[0].removesuffix(_IN) if len({*words}) == 1 else ""
    alike = len(words) > 2 and words[0].endswith(_IN) and name.count(" ") < 2
    return alike and page.key_counts[line_key(name)] == 0


def _without_office(page: PageLines, name: str) -> str:
    """Return a name without the paper behind it, whose name stands on top of the page: «شکیلا نظری، راه مدنی»."""
    person, comma, office = name.partition("،")
    key = line_key(office)
    paper = bool(comma and key) and any(key in top for top in page.keys[:_TOP])
    return person if paper and 1 <= person.count(" ") <= 2 else name


def signed(page: PageLines, span: Span) -> str | None:
    """Return the name in the post's rows, one of a person before one of an account."""
    names: list[str] = []
    if (
        span.row is not None
        and page.marks[span.row].style == "signed"
        and may_be_name(page.marks[span.row].names[0])
    ):
        return page.marks[span.row].names[0]
    if span.row is not None and (name := name_beside(page.marks[span.row])):
        names.append(name)
    facts = page.once("facts", facts_of)  # who wrote the book
    edge = [n for n in [*span.head, *span.foot] if n not in facts]
    names += [page.authors[place] for place in edge if place in page.authors]
    marks = [page.marks[place] for place in edge if place in page.marks and place != span.row]
    names += [name for mark in marks if mark.style == "byline" and (name := name_beside(mark))]
    return next((name for name in names if not _ACCOUNTS.match(name)), names[0] if names else None)


def _signed_inside(page: PageLines, span: Span) -> str | None:
    """Return the name in a byline at the edges of the text."""
    edge, facts = [*span.body[:3], *span.body[-2:]], page.once("facts", facts_of)
    return next((page.authors[n] for n in edge if n in page.authors and n not in facts), None)


def _bare_names(page: PageLines, spans: Sequence[Span]) -> list[str | None]:
    """Return, for each post, the line that stands where the others have theirs, or that several of them have."""
    taken = {place for span in spans for place in span.zone}
    slots: list[dict[int, int]] = [_slots(page, span, taken) for span in spans]
    count = Counter(slot for found in slots for slot in found)
    same = Counter(key for found in slots for key in {page.keys[place] for place in found.values()})
    names: list[str | None] = []
    ranked = any(has_rank(page, place) for span in spans if span.card for place in span.zone)
    for span, found in zip(spans, slots, strict=True):
        if span.card:  # not all members of a discussion are one
            found = {slot: n for slot, n in found.items() if same[page.keys[n]] < max(len(spans), 3)}
        place = carded(page, span.zone, span.title)
        if ranked and place is not None and place - 1 in span.zone and is_unknown_rank(page, place):
            place -= 1
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
        names.append(None if place is None else _without_job(without_state(page.texts[place])))
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
    if row is None and span.body:
        signs = (
            n for n in span.head if n != span.title and (is_name(page.texts[n]) or is_account(page.texts[n]))
        )
        found |= {n - span.body[0]: n for n in signs}
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
    """Return the name on a line of its own beside the title or the text of a page's only post."""
    place, text = name_line(page, span), span.body[0] if span.body else 0
    for above in (text - 2, text - 3):  # a day or an age may stand between
        if above >= 0 and above != span.title and names_account(page, above):
            place = above
            break
    if (
        place
        and page.texts[place][0] == "@"
        and place - 1 != span.title
        and (may_be_name(page.texts[place - 1]) or names_account(page, place - 1))
    ):
        place -= 1  # the name above the account
    if place and is_team(page.texts[place]) and place - 1 != span.title and is_name(page.texts[place - 1]):
        place -= 1  # the person above the staff
    return None if place is None else _without_job(without_state(page.texts[place]))


def _without_job(name: str) -> str:
    """Return a name without what somebody is, behind a comma, and the sign of a note about it; a second name stays."""
    name = name.rstrip("*¹² ")
    first, comma, rest = name.partition("،")
    place = rest.count(" ") == 1 and first.count(" ") == 1  # «نجیبه رسولی، بامیان»
    return first if comma and (may_be_name(first) or place) and not may_be_name(rest.strip()) else name


def tags_of(page: PageLines, span: Span) -> tuple[str, ...]:
    """Return the tags of a post: those of its rows, and the short lines below a heading of tags."""
    tags: list[str] = []
    places = {*span.head, *span.body, *span.foot}
    # below the heading of what a blog says of itself the tags are those of all its posts
    foot = list(takewhile(lambda n: not heads_author_box(page.texts[n]), span.foot))
    for place in [*span.head, *span.body[:4], *span.body[-6:], *foot]:
        if page.is_tags(place):
            line = page.texts[place]
            phrase, listed = starts_with(line, "tags"), place in page.rows_of_tags
            row = line if listed else after(line, phrase) if phrase else ""
            own = [tag.strip(" #") for tag in _TAG_BREAK.split(row) if tag.strip(" #")]
            tags += [tag for tag in map(_uncounted, own) if tag]
            if len(own) < 2 and place + 1 not in page.rows_of_tags:
                tags += [page.texts[n].strip(" #") for n in tags_below(page, place) if n in places]
    tags = tags or [page.texts[n] for n in _tags_below_likes(page, span)]
    if page.kept is not None and not tags:
        tags = [
            tag
            for place in [*span.body[-6:], *span.foot]
            if _HASHED.fullmatch(page.texts[place])
            for tag in _hashed(page, place)
        ]
    return tuple(dict.fromkeys(tags))


def _uncounted(tag: str) -> str:
    """Return a tag without the counter of the comments behind it: «شب‌ها ۷ دیدگاه»."""
    first = next((n for n, char in enumerate(tag) if char.isdigit()), len(tag))
    return tag[:first].strip() if role_bits(tag[first:]) & _COMMENTS else tag


def _tags_below_likes(page: PageLines, span: Span) -> Sequence[int]:
    """Return the short lines between the likes of a post and its comments, where Bayan has the tags."""
    likes = [n for n in [*span.body[-6:], *span.foot] if _LIKES.fullmatch(page.texts[n])]
    below = tags_below(page, likes[-1]) if likes else range(0)
    return below if below and below.stop < len(page) and page.has(below.stop, "comment_count") else range(0)


def is_row_of_hashes(text: str) -> bool:
    """Tell whether a line is tags with hashes and nothing else.

    >>> is_row_of_hashes("#باد #باران"), is_row_of_hashes("#باد می‌آید")
    (True, False)
    """
    return text[0] == "#" and _HASHED.fullmatch(text) is not None


def _hashed(page: PageLines, place: int) -> list[str]:
    return [tag.strip().replace("_", " ") for tag in page.texts[place].split("#") if tag.strip()]


def tags_below(page: PageLines, place: int) -> range:
    """Return the lines below a heading of tags that are one each: short, no interface, and below them what is none."""
    end = place + 1
    while end < len(page) and _can_be_tag(page, end):
        end += 1
    last = end == len(page) and end - place > 2
    closed = last or (end < len(page) and (page.roles[end] > 0 or page.is_meta(end)))
    return range(place + 1, end) if closed and end - place <= _MOST_TAGS else range(0)


def _can_be_tag(page: PageLines, place: int) -> bool:
    if carded(page, [place]) == place:
        return False  # who wrote the next message
    plain = not page.is_meta(place) and not page.is_bare(place) and not page.roles[place] & (ALONE | _ARCHIVE)
    text = page.texts[place]
    return plain and page.words[place] <= _TAG_WORDS and not _NO_TAG.search(text)
