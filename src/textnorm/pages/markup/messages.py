"""Elements that may be what was said in a discussion: called alike, and after their text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.columns import Parts, main_place
from textnorm.pages.markup.people import leads_to_member
from textnorm.pages.markup.places import ASIDE, SAID, TOKENS, WHO, Place

#: what members write below all that they write
_SIGNATURE = re.compile(r"signature|(?:^|[\s_-])sig(?:[\s_-]|\d|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[-_]?(?<!\d)\d++$")
#: most element names that are tried, those with most text first
_TRIED = 12
#: fewest elements named after an author that make several posts
_SEVERAL = 2


def message_groups(found: LineBuilder) -> list[list[Any]]:
    """Return groups of elements that share a name after a text, the ones that hold most posts and least else first.

    Nothing where the page does not name several who wrote.
    """
    sizes: dict[Place, int] = defaultdict(int)
    for line, parts in zip(found.lines, found.places, strict=True):
        place, count = main_place(parts), line.count(" ") + 1
        while place is not None:
            sizes[place] += count
            place = place.parent
    groups: dict[str, dict[Any, int]] = defaultdict(dict)
    who = sum(_leads_to_member(parts) for parts in found.places)
    for place, size in sizes.items():
        who += place.own & WHO > 0
        if place.own & SAID:
            for name in place.names.split():
                if TOKENS[name] & (SAID | ASIDE) == SAID:
                    groups[_NUMBER.sub("", name)][place.element] = size
    if who < _SEVERAL:
        return []
    several = {frozenset(group): sum(group.values()) for group in groups.values() if len(group) > 1}
    most = max(several.values(), default=0)
    likely = [group for group, size in several.items() if size * 4 >= most]
    tried = sorted(likely, key=lambda group: (-len(group), several[group]))[:_TRIED]
    return [[one for one in group - _around(group) if not _is_signature(one)] for group in tried]


def _leads_to_member(parts: Parts) -> bool:
    return any(place is not None and place.link == 1 and leads_to_member(place.element) for _, place in parts)


def _is_signature(element: Any) -> bool:
    around = (element, *element.iterancestors())
    return any(_SIGNATURE.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in around)


def _around(elements: Iterable[Any]) -> set[Any]:
    return {above for element in elements for above in element.iterancestors()}
