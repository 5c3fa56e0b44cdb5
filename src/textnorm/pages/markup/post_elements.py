"""The element that each post of a page has to itself: what stands in it is about this post and no other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, NamedTuple

from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import WHITESPACE, line_key
from textnorm.pages.markup.builder import LineBuilder, main_place
from textnorm.pages.markup.claims import same_title
from textnorm.pages.markup.declared_data import text_of
from textnorm.pages.markup.headings import titled
from textnorm.pages.markup.markup_features import HEADINGS
from textnorm.pages.markup.people import authors_in
from textnorm.pages.markup.places import Place
from textnorm.pages.results import Artefact, Page, Post

#: elements that hold what is said of who wrote
_USER = lazy_pattern(r"user|profile|poster|author|member|creator", re.IGNORECASE)
#: elements that count something
_COUNTER = lazy_pattern(r"vote|rating|score|like|view|count|position|info", re.IGNORECASE)
_ABOUT = 40
#: what has fewer letters is no word
_LETTERS = 3


class Own(NamedTuple):
    """Where a post stands: the element round its longest line, and the largest one that holds that of no other post."""

    block: Any
    text: Any


def blocks_of_posts(posts: Sequence[Post], found: LineBuilder) -> list[Own]:
    """Return, for each post, where it stands; ``None`` in place of what cannot be told."""
    places = [0, *accumulate(len(line) + 1 for line in found.lines)]
    elements = [_element_of(post, found, places) for post in posts]
    inside: Counter[Any] = Counter()
    for element in elements:
        if element is not None:
            inside.update([element, *element.iterancestors()])
    return [Own(_topmost(element, inside), element) for element in elements]


def _topmost(element: Any, inside: Counter[Any]) -> Any:
    if element is None or inside[element] > 1:
        return None
    around = [one for one in (element, *element.iterancestors()) if inside[one] == 1]
    return around[-1]


def _element_of(post: Post, found: LineBuilder, places: Sequence[int]) -> Any:
    first, last = bisect_right(places, post.start) - 1, bisect_left(places, post.end)
    bodies = set(post.body.split("\n"))
    lines = range(max(first, 0), min(last, len(found.lines)))
    own = [n for n in lines if found.lines[n].strip(WHITESPACE) in bodies]
    if not own and post.url:  # a headline without a teaser
        own = [n for n in lines if line_key(post.title or "") in line_key(found.lines[n])]
    if not own:
        return None
    place = found.main[max(own, key=lambda number: len(found.lines[number]))]
    return place.element if place else None


def author_in(block: Any, said: str | None = None) -> str | None:
    """Return who wrote what is in a block: what the text *said* where that is a name in it, else the first name."""
    names = list(authors_in(block))
    known = said and any(line_key(name) == line_key(said) for name in names)
    return said if known else next(iter(names), None)


def parted_by_blocks(page: Page, found: LineBuilder) -> Page:
    """Return a page whose posts hold no line that stands in the block of another, and nothing that is said of who wrote.

    Such lines are dropped. A page of one post stays as it is.
    """
    if len(page.posts) < 2:
        return page
    blocks = [own.block for own in blocks_of_posts(page.posts, found)]
    numbers = {block: number for number, block in enumerate(blocks) if block is not None}
    inside = [_block_of(place, numbers) for place in found.main]
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    posts, dropped = [], list(page.dropped)
    for number, (post, block) in enumerate(zip(page.posts, blocks, strict=True)):
        first, last = bisect_right(starts, post.start) - 1, bisect_left(starts, post.end)
        own = range(max(first, 0), min(last, len(found.lines))) if block is not None else range(0)
        kept, gone = _own_of(post, own, [inside[n] == number for n in own], block, found, inside)
        posts.append(kept)
        dropped += [_dropped(starts[n], found.lines[n]) for n in gone]
    posts = titled(posts, found, inside, list(map(numbers.get, blocks)))
    titles = {(post.title or "").strip() for post in posts}
    told = [
        one
        for one in dropped
        if found.lines[bisect_right(starts, one.start) - 1].strip(WHITESPACE) not in titles
    ]
    posts = _without_names_of_others(posts, blocks)
    return Page(tuple(posts), tuple(sorted(told, key=lambda one: one.start)))


def _without_names_of_others(posts: Sequence[Post], blocks: Sequence[Any]) -> list[Post]:
    """Return posts without an author or a day that does not stand in their own block, where that of the post beside them has it
    or their own names who wrote."""
    texts = ["" if block is None else text_of(block) for block in blocks]
    keys = [line_key(text) for text in texts]
    found = []
    for number, (post, block, text, key) in enumerate(zip(posts, blocks, texts, keys, strict=True)):
        name, day = line_key(post.author or ""), " ".join((post.date_text or "").split())
        others = [n for n in (number - 1, number + 1) if 0 <= n < len(posts) and text]
        if name and name not in key and (any(name in keys[n] for n in others) or _names_another(block)):
            post = replace(post, author=None)
        if day and day not in text and any(day in texts[n] for n in others):
            post = replace(post, date=None, date_text=None)
        found.append(post)
    return found


def _names_another(block: Any) -> bool:
    """Tell whether a block names who wrote what is in it."""
    return block is not None and bool(author_in(block) or block.xpath(".//@itemprop[.='author']"))


def _own_of(
    post: Post, numbers: range, own: Sequence[bool], block: Any, found: LineBuilder, inside: Sequence[int]
) -> tuple[Post, list[int]]:
    """Return a post without what is not its own text, and the lines that went."""
    bodies = set(post.body.split("\n"))
    name = line_key((author_in(block) if block is not None else None) or "")
    gone, title = [], post.title
    lines = [found.lines[n].strip(WHITESPACE) for n in numbers]
    head = next(
        (n for n, line, is_own in zip(numbers, lines, own, strict=True) if is_own and line == title), 0
    )
    for n, line, is_own in zip(numbers, lines, own, strict=True):
        if is_own and line != title and _leads_on(found.places[n], block):
            gone.append(n)
        if not is_own and n < head and line in bodies:  # above the block with the title in it
            gone.append(n)
        if len(line) > _ABOUT or (line not in bodies and line != title):
            continue
        of_who = is_own and (line_key(line) == name or _is_about(line, found.places[n], block))
        of_another = not is_own and line != title and (inside[n] >= 0 or same_title(line, title))
        if of_who or of_another:
            gone.append(n)
            title = None if line == title else title
    texts = {found.lines[n].strip(WHITESPACE) for n in gone}
    body = "\n".join(line for line in post.body.split("\n") if line not in texts).strip("\n")
    return (replace(post, title=title, body=body), gone) if gone and body.strip() else (post, [])


def _leads_on(parts: Any, block: Any) -> bool:
    """Tell whether a line is a link to where the heading of its post leads: one to read on."""
    place = main_place(parts)
    if place is None or place.tag in HEADINGS or any(part is None or part.link != 1 for _, part in parts):
        return False
    link = next((one for one in (place.element, *place.element.iterancestors()) if one.tag == "a"), None)
    address = ((link.get("href") if link is not None else None) or "").partition("#")[0]
    return bool(address) and any(
        address == one.get("href")
        for heading in block.iter("h1", "h2", "h3", "h4")
        for one in heading.iter("a")
    )


def _dropped(start: int, line: str) -> Artefact:
    return Artefact(start, start + len(line), "boilerplate", "", "B", "in the markup of who wrote")


def _is_about(line: str, parts: Any, block: Any) -> bool:
    """Tell whether a line is said of who wrote; one of hardly any letters may count something too."""
    about = _USER if sum(map(str.isalpha, line)) >= _LETTERS else _COUNTER
    place = main_place(parts)
    while place is not None and place.element is not block:
        if about.search(place.names):
            return True
        place = place.parent
    return False


def _block_of(place: Place | None, numbers: dict[Any, int]) -> int:
    while place is not None:
        if place.element in numbers:
            return numbers[place.element]
        place = place.parent
    return -1
