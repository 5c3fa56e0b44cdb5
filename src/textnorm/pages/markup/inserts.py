"""What stands inside a text and is none of it, as its elements say: what is said of pictures, what readers may skip, fields whose
labels are only read out."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Any

from textnorm.pages.keys import line_key
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.places import BESIDE, LANDMARKS, Place
from textnorm.pages.markup.trimming import UNSEEN

_IN_FIGURE = 1 << LANDMARKS.index("figure")
_PICTURES = ("img", "picture", "video", "iframe", "audio", "svg")
#: figures also hold what is text
_TEXTS = ("blockquote", "table", "pre", "ul", "ol")
#: a caption is no longer, and a field neither
_CAPTION, _FIELD = 400, 80
_ENDS = frozenset(".!?؟…»")
#: fewest words of what a text says once more beside itself
_PULLED = 4
#: no text is quoted beside itself more often
_QUOTES = 20
_PULL = re.compile(r"pull[-_]?(?:ed|out)?[-_]?quote", re.IGNORECASE)
_NOTES = re.compile(r"(?:^|[\s_-])(?:foot|end)-?notes?(?:\s|$)", re.IGNORECASE)
_LABEL = re.compile(r"[^\W\d][^:،,.؛]{1,30}[:،,]\s?")
#: most lines that a reader is offered to skip
_SKIPPED = 40
#: how links say that they lead over something, and not to it: «از پادکست رد شوید و به خواندن ادامه دهید»
_OVER = re.compile(
    r"\A(?:از\s.{1,60}\s(?:رد شوید|بگذرید)|skip\s.{1,60}\sand continue reading)", re.IGNORECASE
)


def without_inserts(kept: Sequence[bool], found: LineBuilder) -> list[bool]:
    """Return which lines are text without inserts.

    These are captions that are no sentences, in figures with a picture, where more words are text than stand in them (those of a
    gallery are its text); what stands between a link to skip it and the place where that leads («از پادکست رد شوید»); and fields of a list whose
    labels are only read out: «شغل، خبرنگار»; and pieces of the text that stand beside it once more.
    """
    kept = _without_skipped(kept, found)
    known: dict[Any, bool] = {}
    in_figure = [
        text and len(line) <= _CAPTION and line[-1] not in _ENDS and _is_in_figure(place, known)
        for text, line, place in zip(kept, found.lines, found.main, strict=True)
    ]
    inside = sum(found.lines[n].count(" ") + 1 for n, one in enumerate(in_figure) if one)
    outside = sum(found.lines[n].count(" ") + 1 for n, one in enumerate(in_figure) if kept[n] and not one)
    captions = in_figure if outside > inside else [False] * len(kept)
    pulled = _pulled(kept, found)
    return [
        text and not caption and n not in pulled and not _is_field(found.lines[n], found.places[n])
        for n, (text, caption) in enumerate(zip(kept, captions, strict=True))
    ]


def with_notes(kept: Sequence[bool], found: LineBuilder) -> list[bool]:
    """Return which lines are text, with the notes below it to which links in it lead: elements called after footnotes."""
    targets = {
        (place.element.get("href") or "")[1:]
        for text, parts in zip(kept, found.places, strict=True)
        for _, place in (parts if text else ())
        if place is not None
        and place.element.tag == "a"
        and (place.element.get("href") or "").startswith("#")
    }
    if not targets:
        return list(kept)
    last = len(kept) - 1 - list(kept)[::-1].index(True)
    return [
        text or (n > last and bool(line) and _is_note(place, targets))
        for n, (text, line, place) in enumerate(zip(kept, found.lines, found.main, strict=True))
    ]


def _is_note(place: Place | None, targets: Set[str]) -> bool:
    """Tell whether a place is in an element where a link of the text leads, and that in one called after footnotes."""
    led = False
    while place is not None:
        led = led or place.element.get("id") in targets
        if led and _NOTES.search(place.names):
            return True
        place = place.parent
    return False


def _pulled(kept: Sequence[bool], found: LineBuilder) -> set[int]:
    """Return the lines beside a text that are pieces of it, set once more to be seen."""
    asked = [n for n, text in enumerate(kept) if text and _may_be_pulled(found.lines[n], found.main[n])]
    if not 0 < len(asked) <= _QUOTES:
        return set()
    texts = "\n".join(line_key(line) for line, text in zip(found.lines, kept, strict=True) if text)
    return {n for n in asked if texts.count(line_key(found.lines[n])) > 1}


def _may_be_pulled(line: str, place: Place | None) -> bool:
    if place is None or line.count(" ") + 1 < _PULLED:
        return False
    return place.landmarks & BESIDE > 0 or _PULL.search(f"{place.names} {place.block.names}") is not None


def _is_in_figure(place: Place | None, known: dict[Any, bool]) -> bool:
    """Tell whether a place is in a figure with a picture, and nothing else that is text."""
    while place is not None and place.landmarks & _IN_FIGURE:
        element = place.element
        if element.tag == "figure":
            if element not in known:
                known[element] = (
                    next(element.iter(*_PICTURES), None) is not None
                    and next(element.iter(*_TEXTS), None) is None
                )
            return known[element]
        place = place.parent
    return False


def _is_field(line: str, parts: Sequence[tuple[int, Place | None]]) -> bool:
    """Tell whether a short line begins with a label that nobody sees."""
    if len(line) > _FIELD or len(parts) < 2 or (place := parts[0][1]) is None:
        return False
    return UNSEEN.search(place.names) is not None and _LABEL.match(line) is not None


def _without_skipped(kept: Sequence[bool], found: LineBuilder) -> list[bool]:
    """Return which lines are text without those between a link to skip them and the element where it leads, where text stands
    above and below them, and more than there."""
    kept = list(kept)
    total = sum(kept)
    first = kept.index(True) if total else len(kept)
    last = len(kept) - 1 - kept[::-1].index(True) if total else -1
    for number, place in enumerate(found.main):
        if (
            not first < number < last
            or place is None
            or not place.link
            or not _OVER.search(found.lines[number])
        ):
            continue
        link = next((one for one in (place.element, *place.element.iterancestors()) if one.tag == "a"), None)
        target = (link.get("href") or "").partition("#")[2] if link is not None else ""
        end = _line_at(target, number, found) if target else 0
        inside = sum(kept[number:end])
        if 0 < end <= last and 2 * inside < total:
            kept[number:end] = [False] * (end - number)
            total -= inside
    return kept


def _line_at(target: str, number: int, found: LineBuilder) -> int:
    """Return the line, a few lines below another, that stands in or behind the element of a name; 0 where none does."""
    for n in range(number + 1, min(number + _SKIPPED, len(found.main))):
        place: Place | None = found.main[n]
        while place is not None and place.parent is not None:
            if place.element.get("id") == target:
                return n
            place = place.parent
    return 0
