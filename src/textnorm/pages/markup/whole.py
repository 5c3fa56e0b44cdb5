"""Lines that are text together or not at all: those of a piece of code, the head of a table with its rows, headings with the text round them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textnorm.pages.markup.block_tree import Parts
from textnorm.pages.markup.markup_features import HEADINGS
from textnorm.pages.markup.places import LANDMARKS, PRE, Place

_CELLS = " | "
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


def _table(place: Place | None) -> Place | None:
    """Return the innermost table round a place."""
    while place is not None and place.landmarks & _IN_TABLE:
        if place.element.tag == "table":
            return place
        place = place.parent
    return None
