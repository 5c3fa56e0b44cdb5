"""What stands inside a text and is none of it, as its elements say: what is said of pictures, what readers may skip, fields whose
labels are only read out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.places import LANDMARKS, Place
from textnorm.pages.markup.trimming import UNSEEN

_IN_FIGURE = 1 << LANDMARKS.index("figure")
_PICTURES = ("img", "picture", "video", "iframe", "audio", "svg")
#: figures also hold what is text
_TEXTS = ("blockquote", "table", "pre", "ul", "ol")
#: a caption is no longer, and a field neither
_CAPTION, _FIELD = 400, 80
_ENDS = frozenset(".!?؟…»")
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
    labels are only read out: «شغل، خبرنگار».
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
    return [
        text and not caption and not _is_field(line, parts)
        for text, caption, line, parts in zip(kept, captions, found.lines, found.places, strict=True)
    ]


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
    for number, place in enumerate(found.main):
        if place is None or not place.link or not _OVER.search(found.lines[number]):
            continue
        link = next((one for one in (place.element, *place.element.iterancestors()) if one.tag == "a"), None)
        target = (link.get("href") or "").partition("#")[2] if link is not None else ""
        end = _line_at(target, number, found) if target else 0
        above, below = kept[:number], kept[end:]
        if end and any(above) and any(below) and sum(above) + sum(below) > sum(kept[number:end]):
            kept[number:end] = [False] * (end - number)
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
