"""What stands first or last in a post of HTML and is none of its text, as its elements say; and posts that are comments."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from textnorm.cache import BoundedCache
from textnorm.pages.interface import role_bits
from textnorm.pages.keys import WHITESPACE, line_key
from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.builder import LineBuilder, main_place
from textnorm.pages.markup.discussions import COMMENTS
from textnorm.pages.markup.heads_of_text import ENDS, LABEL, SENTENCE, Heads
from textnorm.pages.markup.markup_features import HEADINGS
from textnorm.pages.markup.places import LONGEST, ROUND, TAGS, Place
from textnorm.pages.results import Artefact, Page, Post

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.-]{1,60}\.[a-z]{2,6}/\S+")
_TAB = re.compile(r"(?:^|[\s_-])tabs?(?:[\s_-]|$)", re.IGNORECASE)
#: elements that hold what can be done with a text, or with sounds
_TOOLS = re.compile(
    r"(?:^|[\s_-])(?:tools?(?:bar)?|share|sharing|social|actions?)(?:[\s_-]|$)", re.IGNORECASE
)
_PLAYER = re.compile(r"player|audio", re.IGNORECASE)
_SIGNATURE = re.compile(r"(?:^|[\s_-])(?:sig|signature)(?:[\s_-]|$)", re.IGNORECASE)
_OF_TABS: BoundedCache[str, bool] = BoundedCache(lambda names: _TAB.search(names) is not None, 4096, LONGEST)
#: what a list says of something
_VALUE = 1 + TAGS.index("dd")
#: items of lists; a row that names who wrote is no longer
_ITEM, _ROW = 1 + TAGS.index("li"), 60
#: a heading of a section that is the name of a tab is one of the next order
_SECTIONS = HEADINGS[1:]


def without_edges(page: Page, found: LineBuilder, names: Set[str]) -> Page:
    """Return a page without posts that are comments, and posts without lines at their ends that are no text.

    These are the title or the author once more, what a list says beside the author's name, and the label of a tab at the beginning; at the end headings that head
    nothing, and an address in a row of tools. *names* are the keys of the authors that the page declares. A post never
    loses its last line.
    """
    tabs = _Tabs(found)
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    ranges = [_range(post, starts) for post in page.posts]
    said = [all(_is_comment(found.main[n]) for n in own) for own in ranges]
    posts, gone = [], list[int]()
    for post, own, comment in zip(page.posts, ranges, said, strict=True):
        if comment and not all(said):
            gone += own
            continue
        lines = [line for line in post.body.split("\n") if line.strip()]
        numbers = _numbers(lines, own, found)
        again = {line_key(post.title or ""), line_key(post.author or ""), *names} - {""}
        cards = _cards(post.author, own, found) if numbers else set()
        heads = Heads(post.title, own, numbers, found, alone=said.count(False) == 1)
        first, last = _text_in(lines, numbers, heads, again, tabs, found, cards)
        while len(ranges) > 1 and last > first + 1 and _is_signed(numbers[last - 1], found):
            last -= 1
        edges = [*lines[:first], *lines[last:]]
        if edges:
            gone += [n for n in (*numbers[:first], *numbers[last:]) if n >= 0]
            post = replace(post, body=_inner(post.body, first, len(lines) - last))
        posts.append(post)
    known = {one.start for one in page.dropped}
    new = [n for n in gone if starts[n] not in known and found.lines[n].strip(WHITESPACE)]
    dropped = [*page.dropped, *(_dropped(starts[n], found.lines[n]) for n in new)]
    return Page(tuple(posts), tuple(sorted(dropped, key=lambda one: (one.start, one.end))))


def _range(post: Post, starts: Sequence[int]) -> range:
    return range(
        max(bisect_right(starts, post.start) - 1, 0), min(bisect_left(starts, post.end), len(starts) - 1)
    )


def _numbers(lines: Sequence[str], own: range, found: LineBuilder) -> list[int]:
    """Return the numbers of the lines of a body, -1 for what is no line of the page; the last ones where there are several."""
    known: dict[str, list[int]] = {}
    for n in own:
        known.setdefault(found.lines[n], []).append(n)
    if not all(map(known.__contains__, lines)):  # spaces of another kind have become one
        lines = [" ".join(line.split()) for line in lines]
        known = {}
        for n in own:
            known.setdefault(" ".join(found.lines[n].split()), []).append(n)
    numbers, below = [], own.stop
    for line in reversed(lines):
        places = known.get(line, ())
        before = bisect_left(places, below)
        numbers.append(places[before - 1] if before else -1)
        below = numbers[-1] if before else below
    return numbers[::-1]


def _text_in(
    lines: Sequence[str],
    numbers: Sequence[int],
    heads: Heads,
    again: Set[str],
    tabs: _Tabs,
    found: LineBuilder,
    cards: Set[Place],
) -> tuple[int, int]:
    """Return from where to where the lines of a body are text."""
    first, last = 0, len(lines)
    while first < last - 1 and numbers[first] >= 0:
        key, place = line_key(lines[first]), found.main[numbers[first]]
        is_tab = place is not None and place.tag in _SECTIONS and key in tabs.keys
        is_card = place is not None and place.tag == _ITEM and place.block.parent in cards
        if (
            key not in again
            and not heads.are_below(numbers[first], lines[first], place)
            and not is_tab
            and not is_card
            and not _is_of_player(lines[first], place)
            and not _is_value(lines[first], place)
        ):
            break
        first += 1
    while (
        last > first + 1
        and numbers[last - 1] >= 0
        and _is_end(lines[last - 1], found.places[numbers[last - 1]])
    ):
        last -= 1
    return first, last


def _is_value(line: str, place: Place | None) -> bool:
    """Tell whether a line above a text counts something: the number in a list of what is said of it."""
    return place is not None and place.tag == _VALUE and not any(map(str.isalpha, line))


def _cards(author: str | None, own: range, found: LineBuilder) -> set[Place]:
    """Return the lists an item of which names the author: what else they say is about who wrote."""
    name = line_key(author or "")
    named = (n for n in own if name and len(found.lines[n]) <= _ROW and name in line_key(found.lines[n]))
    places = (found.main[n] for n in named)
    return {place.block.parent for place in places if place and place.tag == _ITEM and place.block.parent}


def _is_row_of_tools(line: str, parts: Parts) -> bool:
    """Tell whether a row of short fields with a link holds what can be done with a text: «( ادامه متن... | ۲ نظر | امتیاز: ۴ )»."""
    fields = line.strip("()[] ").split(" | ")
    if len(fields) < 2 or not any(place is not None and place.link for _, place in parts):
        return False
    return any(map(role_bits, fields)) and all(field.count(" ") < LABEL for field in fields)


def _is_signed(number: int, found: LineBuilder) -> bool:
    """Tell whether a line below what a member said is the member's signature."""
    place = found.main[number] if number >= 0 else None
    return place is not None and _SIGNATURE.search(place.block.names) is not None


def _is_end(line: str, parts: Parts) -> bool:
    """Tell whether the last line of a text is a heading of nothing, a row of tools, or an address in what stands round a text."""
    place = main_place(parts)
    if place is None:
        return False
    if _is_row_of_tools(line, parts):
        return True
    if place.tag in _SECTIONS or _TOOLS.search(place.block.names):
        return line[-1] not in ENDS
    return _ADDRESS.fullmatch(line) is not None and place.near & ROUND > 0


def _is_of_player(line: str, place: Place | None) -> bool:
    """Tell whether a line is one of a player of sounds or films: how long it is, what to do."""
    blocks = () if place is None else (place.block, place.block.parent)
    return line[-1] not in SENTENCE and any(one is not None and _PLAYER.search(one.names) for one in blocks)


def _inner(body: str, first: int, last: int) -> str:
    """Return a text without some of its first and of its last lines that are not blank."""
    lines = body.split("\n")
    places = [n for n, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[places[first] : places[len(places) - 1 - last] + 1])


def _is_comment(place: Place | None) -> bool:
    while (
        place is not None and place.parent is not None
    ):  # the body says of many pages that they have comments
        if COMMENTS.search(place.names):
            return True
        place = place.parent
    return False


class _Tabs:
    """The labels of the tabs of a page, looked for when one is asked for."""

    def __init__(self, found: LineBuilder) -> None:
        self._found = found

    @cached_property
    def keys(self) -> Set[str]:
        """Return the keys of the lines that are links in elements called after tabs."""
        seen: dict[Place, bool] = {}
        lines = zip(self._found.lines, self._found.places, strict=True)
        return {line_key(line) for line, parts in lines if _is_tab(parts, seen)}


def _is_tab(parts: Parts, known: dict[Place, bool]) -> bool:
    """Tell whether a line is a link in an element called after tabs; *known* says of places whether they are in one."""
    place = main_place(parts)
    if place is None or not place.link:
        return False
    new: list[Place] = []
    is_in = False
    while place is not None and not is_in and place not in known:
        new.append(place)
        is_in = bool(place.names) and _OF_TABS[place.names]
        place = place.parent
    is_in = is_in or (place is not None and known[place])
    known.update(dict.fromkeys(new, is_in))
    return is_in


def _dropped(start: int, line: str) -> Artefact:
    return Artefact(start, start + len(line), "boilerplate", "", "B", "beside the text of a post")
