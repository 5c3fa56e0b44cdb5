"""The items of a front page or an archive, where the markup tells them apart and the lines do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from textnorm.dates import find_dates
from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.builder import INLINE, main_place
from textnorm.pages.markup.days import read_day
from textnorm.pages.markup.declared_data import Declared, blocks_of, link_in, text_of
from textnorm.pages.markup.places import Place

#: fewest words in the text of two items
_WORDS = 8
#: so much of the page's text, in tenths, is in its items
_SHARE = 7
#: the row in which a day stands is shorter
_ROW = 120
_SHORT_ROW = 60
#: most groups that are tried
_TRIED = 4
_DIGIT = lazy_pattern(r"\d")
#: classes that tell items of one kind apart: what they are about, and where they stand
_OWN = lazy_pattern(
    r"(?:category|cat|tag|author|format|has|is|label)-|(?:sticky|featured|first|last|odd|even|alt)(?:$|-)"
)


def items_of(
    lines: Sequence[str], parts: Sequence[Parts], kept: Sequence[bool], declared: Declared
) -> list[range]:
    """Return the ranges of lines of the items: elements of one name beside one another, each with one linked heading or
    with a day of its own that the markup declares.

    Nothing where most of the text stands elsewhere, as that of an article with a list of others below it does.
    """
    words = [
        line.count(" ") + 1 if text and 2 * _linked(part) < len(line) else 0
        for line, part, text in zip(lines, parts, kept, strict=True)
    ]
    headed, stamped = _alike(declared), _stamped(lines, parts, words)
    groups = [stamped, headed] if _hold_all(stamped, headed) else [headed, stamped]
    for elements in groups:
        if len(elements) > 1 and (found := _ranges(elements, parts, words)):
            return found
    return []


def _linked(parts: Parts) -> int:
    """Return how many characters of a line are links: the title of another page is no text."""
    return sum(size for size, place in parts if place is not None and place.link == 1)


def _hold_all(stamped: Sequence[Any], headed: Sequence[Any]) -> bool:
    """Tell whether there are more elements with a day than with a heading, and every heading stands in one: some have no title."""
    around = set(stamped)
    return len(stamped) > len(headed) and all(
        any(one in around for one in (element, *element.iterancestors(), *element.iterdescendants()))
        for element in headed
    )


def _ranges(elements: Sequence[Any], parts: Sequence[Parts], words: Sequence[int]) -> list[range]:
    numbers = {element: number for number, element in enumerate(elements)}
    known: dict[Place, int] = {}
    inside = [item_of(main_place(part), numbers, known) for part in parts]
    texts = [0] * len(elements)
    for item, count in zip(inside, words, strict=True):
        if item >= 0:
            texts[item] += count
    found = [number for number, count in enumerate(texts) if count]
    if sum(count >= _WORDS for count in texts) < 2 or sum(texts) * 10 < _SHARE * sum(words):
        return []
    places: dict[int, list[int]] = defaultdict(list)
    for place, item in enumerate(inside):
        places[item].append(place)
    ranges = [range(places[item][0], places[item][-1] + 1) for item in found]
    apart = all(above.stop <= below.start for above, below in pairwise(ranges))
    return ranges if apart else []


def _stamped(lines: Sequence[str], parts: Sequence[Parts], words: Sequence[int]) -> list[Any]:
    """Return the group of elements beside one another that have one name, a text and a day each, and most text."""
    kinds = _Kinds()
    groups: dict[int, dict[Any, int]] = defaultdict(dict)
    known: dict[Place, dict[Any, int]] = {}
    for part, count in zip(parts, words, strict=True):
        place = main_place(part) if count else None
        while place is not None:
            element = place.element
            if place not in known:
                known[place] = groups[kinds.of(element)]
            known[place][element] = known[place].get(element, 0) + count
            place = place.parent
    least = _SHARE * sum(words)
    several = [group for group in groups.values() if len(group) > 1 and sum(group.values()) * 10 >= least]
    for group in sorted(several, key=lambda group: -sum(group.values()))[:_TRIED]:
        if all(map(_has_day, group)) or _have_rows_with_days(list(group), lines, parts):
            return list(group)
    return []


def _have_rows_with_days(elements: Sequence[Any], lines: Sequence[str], parts: Sequence[Parts]) -> bool:
    """Tell whether each of some elements has a short row with a day in it."""
    numbers = {element: number for number, element in enumerate(elements)}
    known: dict[Place, int] = {}
    dated: set[int] = set()
    for line, part in zip(lines, parts, strict=True):
        if len(line) <= _SHORT_ROW and _DIGIT.search(line):
            item = item_of(main_place(part), numbers, known)
            if item >= 0 and item not in dated and any(found.date for found in find_dates(line)):
                dated.add(item)
    return len(dated) == len(elements)


def _has_day(element: Any) -> bool:
    """Tell whether an element declares a day, once or several times the same, and not in a sentence."""
    days = (read_day(_stamp(one)) for one in element.iter("time", "meta", "abbr") if not _in_sentence(one))
    return len({day.date for day in days if day}) == 1


def _stamp(element: Any) -> str:
    said = "content" if element.get("itemprop") else "title"
    return element.get("datetime") or element.get(said) or ""


def _in_sentence(element: Any) -> bool:
    block = next((one for one in (element, *element.iterancestors()) if one.tag not in INLINE), element)
    return len(text_of(block)) > _ROW


def name_of(element: Any) -> str:
    """Return how an element is called, as its like are: without the words that number it or say what it is about."""
    words = (element.get("class") or "").split()
    return " ".join(word for word in words if not _DIGIT.search(word) and not _OWN.match(word))


def _alike(declared: Declared) -> list[Any]:
    """Return the largest group of elements that have one name, in elements that have, and hold one linked heading each."""
    headings = [element for _, element in declared.headings if link_in(element)]
    kinds = _Kinds()
    groups: dict[int, list[Any]] = defaultdict(list)
    for heading, block in blocks_of(headings).items():
        for one in (heading, *heading.iterancestors()):
            groups[kinds.of(one)].append(one)
            if one is block:
                break
    most = max(groups, key=lambda kind: (len(groups[kind]), -kind), default=-1)
    return groups.get(most, [])


class _Kinds:
    """Numbers of elements by how they and those round them are called: the posts of one day stand in one element, as Blogger does it."""

    def __init__(self) -> None:
        self._known: dict[Any, int] = {}
        self._numbers: dict[tuple[int, str, str], int] = {}

    def of(self, element: Any) -> int:
        """Return the number of an element; elements that are called alike in elements that are have the same."""
        new = []
        while element is not None and element not in self._known:
            new.append(element)
            element = element.getparent()
        kind = -1 if element is None else self._known[element]
        for one in reversed(new):
            kind = self._numbers.setdefault((kind, str(one.tag), name_of(one)), len(self._numbers))
            self._known[one] = kind
        return kind


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
