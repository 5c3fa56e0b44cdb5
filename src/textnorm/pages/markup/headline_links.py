"""Links that are headlines of other pages, as sections, archives, lists of topics and front pages of news hold them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from textnorm.cache import BoundedCache
from textnorm.dates import DateOptions, find_dates
from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import phrase_key
from textnorm.pages.markup.builder import CELLS, LineBuilder
from textnorm.pages.markup.declared_data import HEADINGS, is_of_site
from textnorm.pages.markup.items import name_of
from textnorm.pages.markup.people import leads_to_member
from textnorm.pages.markup.places import LONGEST, Place
from textnorm.pages.phrases import keys

#: fewest and most words of a headline, and fewest of those of one kind on average
_LEAST, _MOST, _MEAN = 2, 40, 3
#: a line says no more beside a headline: its day, a counter; a row of a table may
_BESIDE, _CELLS = 40, 120
#: fewest links of one kind; links in headings may stand alone
_SEVERAL = 3
#: lines below or above a headline in which its day stands, and how long they are; days are read in either calendar
_NEAR, _ROW, _EITHER = 4, 90, DateOptions(gregorian=True)
#: how many elements round a link say of what kind it is
_ROUND = 3
#: «۳ ساعت پیش», which links to where it counts from
_AGO = lazy_pattern(r"\d+\+?\s\S+(?:\s\S+)?\s(?:ago|پیش|قبل)", re.IGNORECASE)
#: addresses of nothing that is read
_NOWHERE = lazy_pattern(r"(?:#|javascript:|mailto:|tel:|data:)", re.IGNORECASE)
#: what such an element holds is no list of what the page is about
_ASIDE = re.compile(
    r"side-?bar|(?:^|[\s_-])(?:menu|nav(?:bar|igation)?|breadcrumbs?|pagination|pager|popular|related|footer|newsletter|comments?"
    r"|most-?(?:read|view(?:ed)?|visit(?:ed)?|seen|commented)|trend(?:s|ing)?|ticker|friends|blogroll)(?:[\s_-]|$)|(?:^|\s)(?:side|widget(?!\sBlog(?:\s|$)))(?:[\s_-]|$)",
    re.IGNORECASE,
)
_IS_ASIDE: BoundedCache[str, bool] = BoundedCache(
    lambda names: _ASIDE.search(names) is not None, 4096, LONGEST
)
_OUTSIDE = frozenset(("nav", "aside"))
_ITEMS = frozenset(("article", "li", "section", "main"))
_TITLE = re.compile(r"(?:^|[\s_-])(?:title|titr|headline|subject)(?:[\s_-]|$)", re.IGNORECASE)


class Headline(NamedTuple):
    """A link that may be a headline: its element, where it leads, its text and the number of the line it stands in."""

    link: Any
    address: str
    text: str
    line: int


def headlines_of(found: LineBuilder) -> list[Headline]:
    """Return the links of a page that are headlines, in its order, one for each address: those of kinds of which there are
    several, and those in headings; not those of menus, of sidebars and of lists called after what is popular or related."""
    links = _one_for_each(_links(found))
    kinds: dict[tuple[Any, ...], list[Headline]] = defaultdict(list)
    for one in links:
        kinds[_kind(one.link)].append(one)
    kept = {one for alike in kinds.values() if _are_headlines(alike, found) for one in alike}
    return [one for one in links if one in kept]


def _are_headlines(alike: Sequence[Headline], found: LineBuilder) -> bool:
    """Tell whether links of one kind are headlines: by how many words they have, or since a day stands beside each."""
    several = len(alike) >= _SEVERAL or is_headed(alike[0].link)
    if not several or len({one.text for one in alike}) * 2 <= len(alike):
        return False
    words = sum(one.text.count(" ") + 1 for one in alike)
    return words >= _MEAN * len(alike) or _are_dated([one.line for one in alike], found.lines)


def _are_dated(numbers: Sequence[int], lines: Sequence[str]) -> bool:
    """Tell whether each of some lines has a day in it or right below it, or each right above."""
    if len(numbers) < _SEVERAL:
        return False
    below = zip(numbers, [*numbers[1:], len(lines)], strict=True)
    above = zip([-1, *numbers], numbers, strict=False)
    return all(_says_day(lines[n : min(end, n + _NEAR)]) for n, end in below) or all(
        _says_day(lines[max(first + 1, n - _NEAR) : n]) for first, n in above
    )


def _says_day(lines: Sequence[str]) -> bool:
    rows = (line for line in lines if len(line) <= _ROW and any(map(str.isdigit, line)))
    return any(day.date for row in rows for day in find_dates(row, _EITHER))


def is_headed(link: Any) -> bool:
    """Tell whether a link stands in a heading, or holds one."""
    around = link.iterancestors(*HEADINGS)
    return next(around, None) is not None or next(link.iter(*HEADINGS), None) is not None


def _links(found: LineBuilder) -> Iterator[Headline]:
    """Yield the links that lead to other pages and say something; of one with several lines the one called after a title."""
    lines: dict[Any, list[int]] = defaultdict(list)
    known: dict[Place | None, Place | None] = {None: None}
    sided: dict[Place | None, bool] = {None: False}
    for number, parts in enumerate(found.places):
        for link in dict.fromkeys(_link_at(place, known) for _, place in parts):
            if link is not None and not _is_aside(link, sided):
                lines[link.element].append(number)
    for element, numbers in lines.items():
        address = (element.get("href") or "").strip()
        told = None if not address or _NOWHERE.match(address) else _text_in(element, numbers, found)
        if told is not None:
            yield Headline(element, address.partition("#")[0], *told)


def _link_at(place: Place | None, known: dict[Place | None, Place | None]) -> Place | None:
    """Return the link that a place is in."""
    if place is None or place.link != 1:
        return None
    if place not in known:
        known[place] = place if place.element.tag == "a" else _link_at(place.parent, known)
    return known[place]


def _is_aside(place: Place | None, known: dict[Place | None, bool]) -> bool:
    """Tell whether a place is in what is no list of the page's own subject."""
    if place is not None and place not in known:
        element = place.element
        named = (
            bool(place.names)
            and place.parent is not None
            and element.tag != "main"
            and _IS_ASIDE[place.names]
        )
        known[place] = element.tag in _OUTSIDE or named or _is_foot(element) or _is_aside(place.parent, known)
    return known[place]


def _is_foot(element: Any) -> bool:
    """Tell whether an element is the head or the foot of a site, and not that of an item."""
    if element.tag not in ("header", "footer"):
        return False
    return next(element.iterancestors(*_ITEMS), None) is None


def _text_in(link: Any, numbers: Sequence[int], found: LineBuilder) -> tuple[str, int] | None:
    """Return what a link says as a headline, and in which line."""
    if len(numbers) > 1:
        titles = [n for n in numbers if _is_title(found.main[n], link)]
        numbers = titles[:1]
    if not numbers or leads_to_member(link) or _is_home(link):
        return None
    (number,) = numbers
    line = found.lines[number].strip()
    inside = {link, *link.iterdescendants()}
    is_whole = all(place is not None and place.element in inside for _, place in found.places[number])
    text = line if is_whole else " ".join("".join(link.itertext()).split())
    if (
        len(line) - len(text) > (_CELLS if CELLS in line else _BESIDE)
        or not _LEAST <= len(text.split()) <= _MOST
    ):
        return None
    is_none = phrase_key(text) in keys("read_more") or not any(map(str.isalpha, text))
    return None if is_none or _AGO.fullmatch(text) else (text, number)


def _is_home(link: Any) -> bool:
    """Tell whether a link is the heading of a site."""
    heading = next(link.iterancestors(*HEADINGS), None)
    return heading is not None and is_of_site(heading)


def _is_title(place: Place | None, link: Any) -> bool:
    """Tell whether a line of a link is in a heading, or in what is called after one."""
    while place is not None and place.element is not link:
        if place.element.tag in HEADINGS or _TITLE.search(place.names):
            return True
        place = place.parent
    return False


def _one_for_each(links: Iterator[Headline]) -> list[Headline]:
    """Return one headline for each address: that in a heading, else the longest."""
    best: dict[str, Headline] = {}
    for one in links:
        known = best.get(one.address)
        if known is None or _rank(one) > _rank(known):
            best[one.address] = one
    return sorted(best.values(), key=lambda one: one.line)


def _rank(one: Headline) -> tuple[bool, int]:
    return is_headed(one.link), len(one.text)


def _kind(link: Any) -> tuple[Any, ...]:
    """Return how a link and the elements round it are called, without what numbers them."""
    around = [link]
    for element in link.iterancestors():
        around.append(element)
        if len(around) > _ROUND:
            break
    return tuple((one.tag, name_of(one)) for one in around if one.tag != "body")
