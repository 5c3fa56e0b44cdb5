"""The items of a front page or an archive, where the markup tells them apart and the lines do not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from textnorm.pages.markup.columns import Parts, main_place
from textnorm.pages.markup.metadata import Declared, blocks_of, link_in
from textnorm.pages.markup.places import Place

#: an item has a text of so many words
_WORDS = 8
#: so much of the page's text, in tenths, is in its items
_SHARE = 7
_DIGIT = re.compile(r"\d")


def items_of(
    lines: Sequence[str], parts: Sequence[Parts], kept: Sequence[bool], declared: Declared
) -> list[range]:
    """Return the ranges of lines of the items: elements of one name beside one another, each with one linked heading.

    Nothing where most of the text stands elsewhere, as that of an article with a list of others below it does.
    """
    elements = _alike(declared)
    if len(elements) < 2:
        return []
    numbers = {element: number for number, element in enumerate(elements)}
    known: dict[Place, int] = {}
    inside = [item_of(main_place(part), numbers, known) for part in parts]
    words = [line.count(" ") + 1 if text else 0 for line, text in zip(lines, kept, strict=True)]
    texts = [0] * len(elements)
    for item, count in zip(inside, words, strict=True):
        if item >= 0:
            texts[item] += count
    found = [number for number, count in enumerate(texts) if count >= _WORDS]
    if len(found) < 2 or sum(texts) * 10 < _SHARE * sum(words):
        return []
    places: dict[int, list[int]] = defaultdict(list)
    for place, item in enumerate(inside):
        places[item].append(place)
    ranges = [range(places[item][0], places[item][-1] + 1) for item in found]
    apart = all(above.stop <= below.start for above, below in pairwise(ranges))
    return ranges if apart else []


def _alike(declared: Declared) -> list[Any]:
    """Return the largest group of elements beside one another that have one name and hold one linked heading each."""
    headings = [element for _, element in declared.headings if link_in(element)]
    groups: dict[tuple[Any, str, str], list[Any]] = defaultdict(list)
    for block in blocks_of(headings).values():
        names = " ".join(word for word in (block.get("class") or "").split() if not _DIGIT.search(word))
        groups[block.getparent(), block.tag, names].append(block)
    return max(groups.values(), key=len, default=[])


def item_of(place: Place | None, numbers: dict[Any, int], known: dict[Place, int]) -> int:
    """Return the number of the item that a place is in, or -1."""
    path = []
    while place is not None and place not in known:
        path.append(place)
        if place.element in numbers:
            known[place] = numbers[place.element]
            break
        place = place.parent
    item = known[place] if place is not None else -1
    known.update(dict.fromkeys(path, item))
    return item
