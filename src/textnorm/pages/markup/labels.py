"""Labels of boxes with links to other articles, inside of a text: «پیشنهاد ما», whatever they say."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.keys import phrase_key
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.places import ARTICLE, BANNER, BESIDE, ELSEWHERE, FOOT, OFFER, TEXT, Place
from textnorm.pages.phrases import keys

#: most words of a label; it ends in none of these
_WORDS, _ENDS = 8, frozenset(".!?؟…»")
#: words that say to read something are no longer
_LONGEST = 40
#: most words of an offer
_OFFER = 60


def without_labels(kept: Sequence[bool], found: LineBuilder) -> list[bool]:
    """Return which lines are text without links right below words that say to read them, and without short lines that stand
    over links in an element with nothing else in it, none of which is text."""
    leads = _lead_on(kept, found)
    kept = list(kept)
    under = False
    for number, line in enumerate(found.lines):
        asked = kept[number] or leads[number]
        under = (asked and _says_to_read(line)) or (under and _has_links_alone(number, found))
        kept[number] = kept[number] and not under
    return [text and not _is_label(number, kept, found) for number, text in enumerate(kept)]


def _lead_on(kept: Sequence[bool], found: LineBuilder) -> list[bool]:
    """Return which lines stand over a run of links of which some are text."""
    leads = [False] * len(kept)
    for number in range(len(kept) - 1, 0, -1):
        leads[number - 1] = (kept[number] or leads[number]) and _has_links_alone(number, found)
    return leads


def without_offers(kept: Sequence[bool], found: LineBuilder) -> list[bool]:
    """Return which lines are text without those of short boxes called after an offer that hold something to press: newsletters.

    Where no other line is text they stay.
    """
    known: dict[Place, bool] = {}
    left = [text and not _is_offer(place, known) for text, place in zip(kept, found.main, strict=True)]
    return left if any(left) else list(kept)


def without_banners(main: Sequence[Place | None]) -> list[bool] | None:
    """Return which lines of a small page stand in no banner, no footer and nothing beside the page, and are no links in
    menus and lists of related pages; ``None`` where that parts nothing."""
    round_it = [place is not None and _is_round(place) for place in main]
    return [not one for one in round_it] if any(round_it) and not all(round_it) else None


def _is_round(place: Place) -> bool:
    is_foot = place.landmarks & FOOT and not place.landmarks & ARTICLE
    if is_foot or place.landmarks & BESIDE or (place.link and place.words & ELSEWHERE):
        return True
    return place.near & BANNER > 0 and not place.words & TEXT


def _is_offer(place: Place | None, known: dict[Place, bool]) -> bool:
    box = None
    while place is not None and place.parent is not None and place.words & OFFER:
        box = place if place.own & OFFER else box
        place = place.parent
    if box is None:
        return False
    if box not in known:
        element = box.element
        has_tool = next(element.iter("button", "input", "form"), None) is not None
        is_short = len("".join(element.itertext()).split()) <= _OFFER
        known[box] = has_tool and is_short and next(element.iter("h1"), None) is None
    return known[box]


def _says_to_read(line: str) -> bool:
    """Tell whether a line is a label of links to other articles: «همچنین بخوانید», alone."""
    return len(line) <= _LONGEST and phrase_key(line) in keys("also_read")


def _is_label(number: int, kept: Sequence[bool], found: LineBuilder) -> bool:
    line, place = found.lines[number], found.main[number]
    if line[-1:] in _ENDS or line.count(" ") >= _WORDS or number + 1 == len(kept):
        return False
    if place is None or place.link or not _is_link(number + 1, kept, found):
        return False
    box: Place | None = place.block
    if box is not None and not _is_in(found.main[number + 1], box):
        box = box.parent.block if box.parent else None
    if box is None or box.parent is None or (number and _is_in(found.main[number - 1], box)):
        return False
    last = number + 1
    while last < len(kept) and _is_in(found.main[last], box):
        if not _is_link(last, kept, found):
            return False
        last += 1
    return last > number + 1


def _is_link(number: int, kept: Sequence[bool], found: LineBuilder) -> bool:
    """Tell whether a line is nothing but links and no text."""
    return not kept[number] and _has_links_alone(number, found)


def _has_links_alone(number: int, found: LineBuilder) -> bool:
    return all(place is not None and place.link == 1 for _, place in found.places[number])


def _is_in(place: Place | None, box: Place) -> bool:
    while place is not None and place is not box:
        place = place.parent
    return place is box
