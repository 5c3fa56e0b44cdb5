"""Lines that are text together or not at all: those of a piece of code, the head of a table with its rows, headings with the text
round them, lists and tables below a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.markup_features import HEADINGS
from textnorm.pages.markup.places import LANDMARKS, PRE, Place

_CELLS = " | "
_LISTINGS = frozenset(("ul", "ol", "dl", "table"))
#: what editors call such elements
_OF_EDITOR = re.compile(
    r"wp-block|has-|is-style|align|table(?:-|$)|Mso|ck-|responsive$|list(?:-(?:disc|decimal))?$"
)
_IN_TABLE = 1 << LANDMARKS.index("table")
#: log-odds in thousandths from which on a heading between two lines of text is text
_HEADING = -1000


def keep_whole(
    kept: list[bool],
    scores: Sequence[int],
    lines: Sequence[str],
    parts: Sequence[Parts],
    main: Sequence[Place | None],
    tags: Sequence[int],
) -> None:
    """Keep the lines of code of which most is text, and no others of it; heads of tables and headings that text follows."""
    numbers = iter(range(len(lines)))
    for tag, run in groupby(tags):
        own = [next(numbers) for _ in run]
        if tag == PRE:
            _keep_code(kept, lines, main, own)
        elif tag in HEADINGS:
            _keep_headings(kept, scores, main, own)
    _keep_tables(kept, lines, parts, main)
    for n in range(len(lines) - 1):
        if not kept[n] and kept[n + 1] and _CELLS in lines[n] and _CELLS in lines[n + 1]:
            table = _table(main[n])
            kept[n] = table is not None and table is _table(main[n + 1])


def keep_below(
    kept: list[bool],
    lines: Sequence[str],
    parts: Sequence[Parts],
    main: Sequence[Place | None],
    no_text: Sequence[bool],
) -> None:
    """Keep a list or a table that an editor set right below a paragraph of the text, or below its heading there.

    It has no links, is called nothing else, and half of its lines at least are rows of a table or no phrases that sites show.
    """
    blocks = [place.block if place is not None else None for place in main]
    shown = [none and _CELLS not in line for none, line in zip(no_text, lines, strict=True)]
    for n in range(1, len(kept)):
        headed = n > 1 and not kept[n - 1] and _heads(blocks[n - 1], blocks[n - 2])
        text = blocks[n - 1 - headed]
        listing = _child_of(text.parent, blocks[n]) if text is not None and kept[n - 1 - headed] else None
        if listing is None or listing is text or not _is_listing(listing):
            continue
        stop = n
        while stop < len(kept) and _child_of(listing.parent, blocks[stop]) is listing:
            stop += 1
        plain = not any(place and place.link for m in range(n, stop) for _, place in parts[m])
        if plain and 2 * sum(shown[n:stop]) <= stop - n:
            kept[n - headed : stop] = [True] * (stop - n + headed)


def keep_paragraphs(
    kept: list[bool], parts: Sequence[Parts], main: Sequence[Place | None], no_text: Sequence[bool]
) -> None:
    """Keep the short lines of verses: those of a paragraph of which a line is text, and paragraphs between two such beside them.

    No line of theirs has a link or is a phrase that sites show.
    """
    numbers = iter(range(len(main)))
    blocks = (place.block if place is not None else None for place in main)
    runs = [(block, [next(numbers) for _ in run]) for block, run in groupby(blocks)]
    text = [any(kept[n] for n in own) for _, own in runs]
    for k, (block, own) in enumerate(runs):
        if block is None or block.element.tag != "p":
            continue
        beside = 0 < k < len(runs) - 1 and all(
            text[m] and (other := runs[m][0]) is not None and other.parent is block.parent
            for m in (k - 1, k + 1)
        )
        plain = not any(no_text[n] or any(place and place.link for _, place in parts[n]) for n in own)
        if plain and (text[k] or beside):
            for n in own:
                kept[n] = True


def _heads(place: Place | None, above: Place | None) -> bool:
    """Tell whether an element is a heading beside the one above it."""
    return place is not None and place.tag in HEADINGS and above is not None and above.parent is place.parent


def _keep_code(
    kept: list[bool], lines: Sequence[str], main: Sequence[Place | None], own: Sequence[int]
) -> None:
    for _, piece in groupby(own, lambda n: id(main[n])):
        numbers = list(piece)
        text = sum(len(lines[n]) for n in numbers if kept[n])
        is_text = 2 * text >= sum(len(lines[n]) for n in numbers)
        for n in numbers:
            kept[n] = is_text


def _keep_headings(
    kept: list[bool], scores: Sequence[int], main: Sequence[Place | None], own: Sequence[int]
) -> None:
    before, behind = own[0] - 1, own[-1] + 1
    if before >= 0 and behind < len(kept) and kept[before] and kept[behind]:
        for n in own:
            place = main[n]
            kept[n] = kept[n] or (scores[n] > _HEADING and place is not None and not place.link)


def _keep_tables(
    kept: list[bool], lines: Sequence[str], parts: Sequence[Parts], main: Sequence[Place | None]
) -> None:
    """Keep a table with headings that stands right between two lines of the text."""
    tables = [
        _table(place) if _CELLS in line or not text else None
        for line, place, text in zip(lines, main, kept, strict=True)
    ]
    places = iter(range(len(lines)))
    for table, run in groupby(tables, lambda one: one):
        own = [next(places) for _ in run]
        first, last = own[0] - 1, own[-1] + 1
        if table is None or first < 0 or last >= len(lines) or not (kept[first] and kept[last]):
            continue
        if all(_CELLS in lines[n] for n in own[1:]) and not any(
            place and place.link for n in own for _, place in parts[n]
        ):
            for n in own:
                kept[n] = True


def _child_of(parent: Place | None, place: Place | None) -> Place | None:
    """Return the element right inside another one in which a place is."""
    while place is not None and place.parent is not parent:
        place = place.parent
    return place if parent is not None else None


def _is_listing(place: Place) -> bool:
    """Tell whether an element is a list or a table as editors make them, perhaps in a figure of its own: nothing says what else it is."""
    element, names = place.element, place.names
    if element.tag in ("figure", "div") and len(element) == 1 and not (element.text or "").strip():
        element, names = element[0], f"{names} {element[0].get('class') or ''}"
    return element.tag in _LISTINGS and all(_OF_EDITOR.match(name) for name in names.split())


def _table(place: Place | None) -> Place | None:
    """Return the innermost table round a place."""
    while place is not None and place.landmarks & _IN_TABLE:
        if place.element.tag == "table":
            return place
        place = place.parent
    return None
