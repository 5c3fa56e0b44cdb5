"""What the headers of the posts of a page say: titles, and what stands in all of them and is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import mask
from textnorm.pages.keys import phrase_key
from textnorm.pages.posts.cards import carded, is_rank
from textnorm.pages.posts.line_forms import ends_inside
from textnorm.pages.posts.names import is_account, is_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.said_words import shared
from textnorm.pages.posts.salutations import is_salutation
from textnorm.pages.posts.span import Span
from textnorm.pages.posts.titles import REACH, best_title

_CHANNEL = mask("channel")
#: how many follow a channel
_MEMBERS = lazy_pattern(
    r"\d[\d٬,.٫]*\s?(?:k|m|هزار|میلیون)?\s?(?:عضو|مشترک|دنبال[\s\u200c]?کننده|members|subscribers|followers)",
    re.IGNORECASE,
)
_ENDED = tuple(".!…")
#: most words of the name of who wrote a post
_NAMED = 3
#: a counter of any wording: a number in brackets between words, or behind a bar or a colon
_COUNTED = lazy_pattern(r"\(\s?\d+\s?\)\s?[^\s\d]|[|:][^|:]*\d")


def drop_constant(page: PageLines, spans: Sequence[Span]) -> None:
    """Take out of the leads what stands in those of several posts: the name of a channel, of a section."""
    count = Counter(page.keys[place] for span in spans for place in span.lead)
    for span in spans:
        span.lead = [n for n in span.lead if count[page.keys[n]] < 2 and page.key_counts[page.keys[n]] < 4]


def is_channel(page: PageLines) -> bool:
    """Tell whether a page is the preview of a channel, whose messages have no titles.

    Its interface tells, or its address below several messages.
    """
    shown = len({key for key, bits in zip(page.keys, page.roles, strict=True) if bits & _CHANNEL})
    signed = any(
        text[0] == "@" and " " not in text and len(text) > 1 and page.key_counts[key] > 2
        for text, key in zip(page.texts, page.keys, strict=True)
    )
    return page.exported or shown >= 3 or signed or _has_members(page)


def _has_members(page: PageLines) -> bool:
    """Tell whether the address of a channel stands above how many members it has, on top of a page, or its name does."""
    first = next((n for n, flag in enumerate(page.sentences) if flag), len(page))
    return any(map(_MEMBERS.fullmatch, page.texts[1:3])) or any(
        page.texts[n][0] == "@"
        and page.words[n] == 1
        and any(_MEMBERS.fullmatch(" ".join(page.texts[n + 1 : n + size])) for size in (2, 3))
        for n in range(first - 1)
    )


def topic_above(page: PageLines, row: int, first: int, body: frozenset[str], often: set[str]) -> int | None:
    """Return the title of the first post where it stands further up, as the topic of a discussion does."""
    places = [n for n in range(max(row - REACH, 0), row) if page.keys[n] not in often and page.words[n] >= 3]
    places = [n for n in places if not page.is_path(n) and shared(page, n, body)]
    return best_title(page, places, row, body)


def constant(
    page: PageLines, zones: Sequence[Sequence[int]], beside: Iterable[int], rows: Sequence[int]
) -> set[str]:
    """Return the lines that most headers have: names of authors and interface strings, no titles.

    *beside* are the lines next to the *rows*.
    """
    count: dict[str, set[str]] = {}
    often: dict[str, int] = {}
    far: dict[str, set[int]] = {}
    for zone, row in zip(zones, rows, strict=True):
        for key in {page.keys[place] for place in zone}:
            often[key] = often.get(key, 0) + 1
        for place in zone:
            far.setdefault(page.keys[place], set()).add(place - row)
            if _COUNTED.search(page.texts[place]):
                count.setdefault(phrase_key(page.texts[place]), set()).add(page.keys[place])
    nearest = Counter(page.keys[place] for place in beside)

    def listed(key: str) -> bool:
        beside_two = far[key] >= {-1, 1}  # as the name of who wrote a post, and then a comment below it
        return len(far[key]) > 1 and page.key_counts[key] == 2 and not beside_two

    found = {
        key
        for key, number in often.items()
        if number > 1
        and not key.startswith("re")
        and not (number == 2 and (nearest[key] == 1 or listed(key)))
    }  # a title that a list of posts above the first one has too stands beside a row but once, or nowhere at one distance
    return found.union(*(keys for keys in count.values() if len(keys) > 1))


def nearest_title(
    page: PageLines, places: Sequence[int], often: set[str], body: frozenset[str], forum: bool
) -> int | None:
    """Return the title nearest to a row: the first line of a zone that can be one."""
    for place in places:
        if page.is_meta(place) or page.is_certain(place):
            continue
        if page.sentences[place] and (
            page.texts[place].rstrip("»”)")[-1:] in _ENDED
            or page.words[place] > 20
            or ends_inside(page.texts[place])
        ):
            return None
        if not page.can_title(place) or page.keys[place] in often or is_person(page, place, body):
            continue
        if is_rank(page.texts[place]) and not shared(page, place, body):
            continue
        if forum and is_salutation(page.texts[place]):
            return None
        if (
            forum
            and (page.words[place] <= 3 or page.texts[place][0].isdigit())
            and not shared(page, place, body)
        ):
            continue
        return place
    return None


def over_names(
    page: PageLines,
    titles: list[int | None],
    ups: Sequence[Sequence[int]],
    often: set[str],
    bodies: Sequence[frozenset[str]],
) -> list[int | None]:
    """Return the titles, with the line above one that stands as far above its row as the names of people above others: it is who wrote that post."""
    names = {up[-1] - n for up, body in zip(ups, bodies, strict=True) for n in up if is_person(page, n, body)}
    found = [*titles]
    for number, (title, up, body) in enumerate(zip(titles, ups, bodies, strict=True)):
        if title is None or up[-1] - title not in names or page.words[title] > _NAMED or page.roles[title]:
            continue
        over = nearest_title(page, [n for n in up[::-1] if n < title], often, body, forum=False)
        if over is not None and not shared(page, title, body):
            page.authors[title], found[number] = page.texts[title], over
    return found


def is_person(page: PageLines, place: int, body: frozenset[str]) -> bool:
    """Tell whether a line is who wrote a post: a name that the text does not say, or on top of a member's card."""
    named = is_name(page.texts[place]) or is_account(page.texts[place]) or carded(page, [place]) is not None
    return named and not shared(page, place, body)
