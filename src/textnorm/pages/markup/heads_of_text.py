"""Where the title of a post of HTML stands, and which lines above it are none of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textnorm.pages.keys import WHITESPACE
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.markup_features import HEADINGS
from textnorm.pages.markup.places import Place

SENTENCE = frozenset(".!?؟…")
ENDS = frozenset('.!?؟…»"”)')
#: most words of the name of a section
LABEL = 3
#: what sites call the line above a headline, which has fewer words
_OVER_TITLE = re.compile(
    r"r(?:u|oo|o)-?_?ti?tr|kicker|eyebrow|over-?line|(?:sur|pre|over|upper|top|up)[-_]?(?:title|titr)",
    re.IGNORECASE,
)
_KICKER = 16


class Heads:
    """Where the title of a post stands: as a heading of the first order, as a heading, as a line; what the title and the text
    below it have to themselves, where *alone* says that the post is the only one of its page."""

    def __init__(
        self, title: str | None, own: range, numbers: Sequence[int], found: LineBuilder, *, alone: bool
    ) -> None:
        lines = [n for n in own if title and found.lines[n].strip(WHITESPACE) == title]
        headings = [n for n in lines if _is_heading(found, n)]
        self.top = next((n for n in headings if _is_top(found, n)), -1)
        self.heading = headings[0] if headings else -1
        self.line = lines[0] if lines else -1
        below = next((n for n in numbers if n > self.heading), -1) if alone else -1
        is_known = 0 <= self.heading < below
        self.entry = _round_both(found.main[self.heading], found.main[below]) if is_known else None

    def are_below(self, number: int, line: str, place: Place | None) -> bool:
        """Tell whether a line above them is none of the text: a heading, a label, a kicker, what stands outside of their element."""
        if number < self.top and place is not None and place.tag in HEADINGS:
            return True
        is_apart = line[-1] not in SENTENCE and _is_outside(place, self.entry)
        is_above = number < self.heading and (_is_label(line) or is_apart)
        return is_above or (number < self.line and _is_kicker(line, place))


def _round_both(heading: Place | None, text: Place | None) -> Place | None:
    """Return the smallest element round a heading and the text below it."""
    around = set(_up(text))
    return next((place for place in _up(heading) if place in around), None)


def _is_outside(place: Place | None, entry: Place | None) -> bool:
    """Tell whether a line above a heading stands outside the element round that and its text."""
    return entry is not None and entry not in set(_up(place))


def _up(place: Place | None) -> Iterator[Place]:
    while place is not None:
        yield place
        place = place.parent


def _is_kicker(line: str, place: Place | None) -> bool:
    """Tell whether a short line above a title is its kicker, by its element's name or the sign that leads over to the title."""
    if line.count(" ") >= _KICKER or place is None or line[-1] == ".":
        return False
    return line[-1] in ":؛" or any(map(_OVER_TITLE.search, (place.names, place.block.names)))


def _is_heading(found: LineBuilder, number: int) -> bool:
    place = found.main[number]
    return place is not None and place.tag in HEADINGS


def _is_label(line: str) -> bool:
    """Tell whether a line above a heading names a section: few words that nothing ends."""
    return line.count(" ") < LABEL and line[-1] not in ENDS


def _is_top(found: LineBuilder, number: int) -> bool:
    place = found.main[number]
    return place is not None and place.tag == HEADINGS[0]
