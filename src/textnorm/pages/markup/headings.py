"""The titles of several posts: lines that stand where those of the others stand, and the one heading of each block."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from textnorm.dates import find_dates
from textnorm.pages.keys import WHITESPACE, line_key
from textnorm.pages.markup.block_tree import likeness
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.markup_features import HEADINGS
from textnorm.pages.markup.people import leads_to_member
from textnorm.pages.markup.places import WHO
from textnorm.pages.results import Post

_Kind = tuple[int, str]
#: most elements between a line and the card of a member
_CARD = 4
_ENDS = frozenset(".!?؟…")
#: fewest words of a deck
_DECK = 7


def titled(
    posts: Sequence[Post], found: LineBuilder, inside: Sequence[int], numbers: Sequence[int | None]
) -> list[Post]:
    """Return posts with the titles that the markup tells.

    *inside* says of each line in which block it stands, *numbers* of each post which block is its own.
    """
    lines: dict[int, list[int]] = {}
    for line, block in enumerate(inside):
        lines.setdefault(block, []).append(line)
    own = [lines.get(-1 if number is None else number, []) for number in numbers]
    return _headed(_titled_alike(posts, found, own, numbers), found, own, numbers)


def _headed(
    posts: Sequence[Post], found: LineBuilder, own: Sequence[Sequence[int]], numbers: Sequence[int | None]
) -> list[Post]:
    """Return posts, those whose title is no heading with the heading of their block, where each block has one of one name."""
    if None in numbers:
        return list(posts)
    heads = [_headings(found, lines) for lines in own]
    common = [kind for kind in heads[0] if all(kind in other for other in heads)]
    kind = min(common, key=lambda one: (not _is_linked(found, heads[0][one]), one[0]), default=None)
    if kind is None or len({line_key(found.lines[head[kind]]) for head in heads}) < len(posts):
        return list(posts)
    return [
        _with_heading(post, found, lines, head[kind])
        for post, lines, head in zip(posts, own, heads, strict=True)
    ]


def _headings(found: LineBuilder, lines: Sequence[int]) -> dict[_Kind, int]:
    """Return the headings in some lines that have a name of their own, but days and names of members, by what they stand in."""
    kinds = [(kind, n) for n in lines if (kind := kind_of(found, n)) is not None and kind[0] in HEADINGS]
    count = Counter(kind for kind, _ in kinds)
    return {
        kind: n
        for kind, n in kinds
        if count[kind] == 1
        and not _is_of_member(found, n)
        and any(map(str.isalpha, found.lines[n]))
        and not any(day.date for day in find_dates(found.lines[n]))
    }


def _is_of_member(found: LineBuilder, number: int) -> bool:
    """Tell whether a line stands in what is said of a member."""
    place = found.main[number]
    if place is not None and leads_to_member(place.element):
        return True
    for _ in range(_CARD):
        if place is not None:
            if place.own & WHO:
                return True
            place = place.parent
    return False


def _is_linked(found: LineBuilder, number: int) -> bool:
    place = found.main[number]
    return place is not None and place.link == 1


def without_row_of_links(post: Post, found: LineBuilder) -> Post:
    """Return a post without its title where that is a row of links: those of a menu, on a page that shows no headline."""
    number = next((n for n, line in enumerate(found.lines) if line.strip(WHITESPACE) == post.title), -1)
    places = [place for _, place in found.places[number]] if number >= 0 else []
    is_row = len(places) > 1 and all(place is not None and place.link == 1 for place in places)
    return replace(post, title=None) if is_row else post


def _with_heading(post: Post, found: LineBuilder, lines: Sequence[int], head: int) -> Post:
    """Return a post with a heading above its text as its title; what was taken for it goes back into the text."""
    texts = {n: found.lines[n].strip(WHITESPACE) for n in lines}
    body = set(post.body.split("\n"))
    first = next((n for n in lines if n != head and texts[n] in body), -1)
    old = next((n for n in lines if texts[n] == post.title), -1)
    if head > first or (old >= 0 and (kind := kind_of(found, old)) is not None and kind[0] in HEADINGS):
        return post
    body_text = "\n".join(line for line in post.body.split("\n") if line != texts[head]).strip("\n")
    kept = replace(post, title=texts[head], body=body_text or post.body)
    return put_back(kept, found, old, range(head + 1, lines[-1] + 1)) if old > head else kept


def retitled(post: Post, found: LineBuilder, old: str) -> Post:
    """Return a post of a page that has another title now: what was taken for it goes back into the text, if it is of it."""
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    first, last = bisect_right(starts, post.start) - 1, bisect_left(starts, post.end)
    lines = range(max(first, 0), min(last, len(found.lines)))
    texts = {found.lines[n].strip(WHITESPACE): n for n in reversed(lines)}
    head = texts.get(post.title or "", first - 1)
    number = texts.get(old, -1)
    return put_back(post, found, number, lines) if number > head and old not in post.body else post


def put_back(post: Post, found: LineBuilder, number: int, lines: range) -> Post:
    """Return a post with a line of its text back in its place: one between its lines, or before the first in an element of its kind."""
    rows = post.body.split("\n")
    inner = [n for n in lines if n != number and found.lines[n].strip(WHITESPACE) in rows]
    if not inner or (
        number < inner[0] and not (_is_deck(found.lines[number]) or _are_beside(found, number, inner[0]))
    ):
        return post
    later = {found.lines[n].strip(WHITESPACE) for n in inner if n > number}
    at = next((place for place, row in enumerate(rows) if row in later), len(rows))
    return replace(post, body="\n".join([*rows[:at], found.lines[number].strip(WHITESPACE), *rows[at:]]))


def _is_deck(line: str) -> bool:
    """Tell whether a line has as many words as what stands between a headline and a text, and no numbers, as rows of days have."""
    return line.count(" ") + 1 >= _DECK and not any(map(str.isdecimal, line))


def _are_beside(found: LineBuilder, one: int, other: int) -> bool:
    """Tell whether two lines stand in elements of one kind, or the first is a sentence beside the second, as questions are."""
    first, second = (found.main[n] for n in (one, other))
    if first is None or second is None:
        return False
    beside = first.block.parent is not None and first.block.parent is second.block.parent
    return likeness(first) == likeness(second) or (beside and found.lines[one].rstrip()[-1:] in _ENDS)


def _titled_alike(
    posts: Sequence[Post], found: LineBuilder, own: Sequence[Sequence[int]], numbers: Sequence[int | None]
) -> list[Post]:
    """Return posts, those without a title with the line that stands where the titles of the others stand."""
    kinds = [
        kind_of(found, line)
        for post, lines in zip(posts, own, strict=True)
        for line in lines
        if post.title is not None and found.lines[line].strip(WHITESPACE) == post.title
    ]
    if not any(kinds):
        return _titled_beside(posts, found)
    kind, count = Counter(kinds).most_common(1)[0]
    if kind is None or count * 2 < len(posts):
        return list(posts)
    named = []
    for post, lines, number in zip(posts, own, numbers, strict=True):
        mine = lines if post.title is None and number is not None else ()
        title = next(
            (found.lines[line].strip(WHITESPACE) for line in mine if kind_of(found, line) == kind), None
        )
        body = "\n".join(line for line in post.body.split("\n") if line != title).strip("\n")
        named.append(replace(post, title=title, body=body) if title and body else post)
    return named


def _titled_beside(posts: Sequence[Post], found: LineBuilder) -> list[Post]:
    """Return posts whose titles stand beside their texts and not with them in an element, those without one with the line above
    the text that stands in an element called as those of all others are."""
    above = [_above_text(post, found) for post in posts]
    named = [(post, lines) for post, lines in zip(posts, above, strict=True) if post.title]
    kinds = [kind for post, lines in named for line, kind in lines if line == post.title]
    if not kinds or len(named) * 2 < len(posts) or len(kinds) < len(named) or len(set(kinds)) > 1:
        return list(posts)
    heads = (next((line for line, kind in lines if kind == kinds[0]), None) for lines in above)
    return [replace(post, title=post.title or head) for post, head in zip(posts, heads, strict=True)]


def _above_text(post: Post, found: LineBuilder) -> list[tuple[str, _Kind | None]]:
    """Return the lines of a post above its text, and what each stands in."""
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    first, last = bisect_right(starts, post.start) - 1, bisect_left(starts, post.end)
    body = set(post.body.split("\n"))
    above = []
    for number in range(max(first, 0), min(last, len(found.lines))):
        line = found.lines[number].strip(WHITESPACE)
        if line in body:
            break
        above.append((line, kind_of(found, number)))
    return above


def kind_of(found: LineBuilder, number: int) -> _Kind | None:
    """Return what a line stands in, where that has a name or is a heading."""
    place = found.main[number]
    block = place.block if place else None
    return (block.tag, block.names) if block is not None and (block.names or block.tag in HEADINGS) else None
