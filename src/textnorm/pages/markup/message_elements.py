"""Elements that may be what was said in a discussion: called alike, and after their text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import Any

from textnorm.core import native_module
from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.people import leads_to_member
from textnorm.pages.markup.places import ASIDE, SAID, TOKENS, WHO, Place

#: what members write below all that they write
_SIGNATURE = re.compile(r"signature|(?:^|[\s_-])sig(?:[\s_-]|\d|$)", re.IGNORECASE)
#: the text of a reply, which is no tool to reply with
_OF_REPLY = re.compile(r"(?:^|[-_])reply[-_](?:content|body|text)$", re.IGNORECASE)
_NUMBER = re.compile(r"[-_]?(?<!\d)\d++$")
#: most element names that are tried, those with most text first
_TRIED = 12
#: fewest elements named after an author that make several posts
_SEVERAL = 2


def message_groups(found: LineBuilder, wanted: Callable[[Any], bool] | None = None) -> list[list[Any]]:
    """Return groups of elements that share a name after a text, the ones that hold most posts and least else first.

    Nothing where the page does not name several who wrote. Only groups with an element that is *wanted* are returned, if
    it is said what is.
    """
    main = found.main
    places = _with_those_round(main)
    if wanted and not any(place.own & SAID and wanted(place.element) for place in places):
        return []
    groups = _called_alike(places)
    if wanted:
        groups = [group for group in groups if any(wanted(place.element) for place in group)]
    if not groups or not _names_several(places, found):
        return []
    sizes = _words_in(places, main, found.lines)
    several = [inner for group in groups if len(inner := _innermost(group)) > 1]
    words = [sum(sizes[place] for place in group) for group in several]
    most = max(words, default=0)
    likely = sorted(
        (-len(group), size, n)
        for n, (group, size) in enumerate(zip(several, words, strict=True))
        if size * 4 >= most
    )
    known: dict[Any, bool] = {}
    texts = [
        [one for place in several[n] if not _is_signature(one := place.element, known)]
        for _, _, n in likely[:_TRIED]
    ]
    return [group for group in texts if not wanted or any(map(wanted, group))]


def _innermost(group: Sequence[Place]) -> list[Place]:
    """Return the places of a group that hold no other one of it."""
    around = _around([place.element for place in group])
    return [place for place in group if place.element not in around]


def _names_several(places: Iterable[Place], found: LineBuilder) -> bool:
    """Tell whether a page names several who wrote."""
    named = (place for place in places if place.own & WHO)
    linked = (parts for parts in found.places if leads_to_members(parts))
    return len(list(islice(chain(named, linked), _SEVERAL))) == _SEVERAL


def _with_those_round(main: list[Place | None]) -> dict[Place, int]:
    """Return some places and those round them, each with how many are round it."""
    core = native_module()
    found: dict[Place, int] | None = core.places_round(core.Place, main) if core else None
    return _depths(main) if found is None else found


def _depths(main: Iterable[Place | None]) -> dict[Place, int]:
    depths: dict[Place, int] = {}
    for place in main:
        new = []
        while place is not None and place not in depths:
            depths[place] = 0
            new.append(place)
            place = place.parent
        depth = 0 if place is None else depths[place] + 1
        for above, one in enumerate(reversed(new)):
            depths[one] = depth + above
    return depths


def _called_alike(places: Iterable[Place]) -> list[list[Place]]:
    """Return the groups of several places that share a name after a text."""
    groups: dict[str, dict[Any, Place]] = defaultdict(dict)
    for place in places:
        if place.own & SAID:
            for name in place.names.split():
                if TOKENS[name] & (SAID | ASIDE) == SAID or _OF_REPLY.search(name):
                    groups[_NUMBER.sub("", name)][place.element] = place
    return [list(group.values()) for group in groups.values() if len(group) > 1]


def _words_in(
    depths: dict[Place, int], main: Iterable[Place | None], lines: Iterable[str]
) -> dict[Place, int]:
    """Return how many words the lines in each place have."""
    sizes = dict.fromkeys(depths, 0)
    for place, line in zip(main, lines, strict=True):
        if place is not None:
            sizes[place] += line.count(" ") + 1
    for place in sorted(depths, key=depths.__getitem__, reverse=True):
        if place.parent is not None:
            sizes[place.parent] += sizes[place]
    return sizes


def leads_to_members(parts: Parts) -> bool:
    """Tell whether a line has a link to a member."""
    return any(_leads_to_member(place) for _, place in parts)


def _leads_to_member(place: Place | None) -> bool:
    while place is not None and place.link == 1:
        if leads_to_member(place.element):
            return True
        place = place.parent
    return False


def _is_signature(element: Any, known: dict[Any, bool]) -> bool:
    """Tell whether an element is in one called a signature; *known* says of elements whether they are."""
    new: list[Any] = []
    while element is not None and element not in known:
        new.append(element)
        element = element.getparent()
    is_in = element is not None and known[element]
    for one in reversed(new):
        is_in = is_in or _SIGNATURE.search(f"{one.get('class') or ''} {one.get('id') or ''}") is not None
        known[one] = is_in
    return is_in


def _around(elements: Iterable[Any]) -> set[Any]:
    """Return the elements round some others."""
    found: set[Any] = set()
    for element in elements:
        above = element.getparent()
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return found
