"""Brackets that stand mirrored in lines which are in order otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..cache import PhraseCache
from ..chars import ARABIC_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.order import PAIRS, faces_out
from .hinted_patterns import hinted_pattern

RULE = "mirrored-bracket"
_BRACKET = hinted_pattern(r"[()\[\]{}«»‹›]", (None, r"()\[\]{}«»‹›", None))
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")

_CLOSED_BY = dict(PAIRS)
_OTHER = {bracket: other for pair in PAIRS for bracket, other in (pair, pair[::-1])}


def find_mirrored_brackets(text: str) -> list[Edit]:
    """Return the edits that mirror the brackets of a kind in Persian lines, where all lines of the text close them before they open.

    >>> [after for *_, after, _ in find_mirrored_brackets("»بازی خوب« (هوای سرد)")]
    ['«', '»']
    """
    places = _BRACKET.places(text)
    order = [text[at] for at in places]
    mirrored = _mirrored_kinds(text, places, order)
    if not mirrored:
        return []
    lines = list(_lines_with_brackets(text, places))
    persian = [line for line in lines if _LETTER.search(text, line.start, line.end)]
    whole = [
        kind for kind in mirrored if _take_turns(order, *kind) and _can_be_swapped(lines, persian, *kind)
    ]
    done = "".join(opens + closes for opens, closes in whole)
    edits = [edit for line in persian for edit in _edits(line, _swaps[line.order, done])]
    swaps = {bracket: _OTHER[bracket] for bracket in done}
    return sorted([*edits, *(edit for line in lines if swaps for edit in _edits(line, swaps))])


def _mirrored_kinds(text: str, places: Sequence[int], order: list[str]) -> list[tuple[str, str]]:
    """Return the kinds of brackets that open in no line before they close, and close before they open in one or all through the text."""
    held = set(order)
    kinds = {opens for opens, closes in PAIRS if opens in held and closes in held}
    turned: set[str] = set()
    begun: dict[
        str, tuple[int, bool]
    ] = {}  # by kind: where the line of its last bracket ends, and whether its first one there opens
    for at, bracket in zip(places, order, strict=True) if kinds else ():
        opens = bracket if bracket in _CLOSED_BY else _OTHER[bracket]
        end, opened = begun.get(opens, (-1, False))
        if at > end:
            end = text.find("\n", at)
            begun[opens] = len(text) if end < 0 else end, bracket == opens
        elif opened and bracket != opens:
            kinds.discard(opens)
            if not kinds:
                break
        elif not opened and bracket == opens:
            if faces_out(text, at, opens) < 0:
                kinds.discard(opens)
            turned.add(opens)
    return [kind for kind in PAIRS if kind[0] in kinds and (kind[0] in turned or _take_turns(order, *kind))]


class _Line(NamedTuple):
    """A line that holds brackets: where it begins and ends, the brackets, and where they stand."""

    start: int
    end: int
    order: str
    places: list[int]


def _lines_with_brackets(text: str, brackets: Sequence[int]) -> Iterator[_Line]:
    places: list[int] = []
    end = -1
    for bracket in brackets:
        if bracket >= end and places:
            yield _line(text, places, end)
            places = []
        if not places:
            end = text.find("\n", bracket)
            end = len(text) if end < 0 else end
        places.append(bracket)
    if places:
        yield _line(text, places, end)


def _line(text: str, places: list[int], end: int) -> _Line:
    return _Line(text.rfind("\n", 0, places[0]) + 1, end, "".join([text[at] for at in places]), places)


def _can_be_swapped(lines: list[_Line], persian: list[_Line], opens: str, closes: str) -> bool:
    """Return whether all lines with brackets of a kind are Persian, and they match in each that holds both when they are mirrored."""
    of_kind, of_persian = (
        [line for line in found if opens in line.order or closes in line.order] for found in (lines, persian)
    )
    return len(of_kind) == len(of_persian) and all(
        opens not in line.order or closes not in line.order or _swaps[line.order, ""] for line in of_kind
    )


def _take_turns(order: list[str], opens: str, closes: str) -> bool:
    """Return whether brackets of one kind close and open in turn all through a text."""
    of_kind = [bracket for bracket in order if bracket in (opens, closes)]
    return not len(of_kind) % 2 and of_kind == [closes, opens] * (len(of_kind) // 2)


def _compute(key: tuple[str, ...]) -> dict[str, str]:
    """Return by what the brackets of one line are to be mirrored, of other kinds than are done; nothing where they do not match each
    other even then."""
    order, done = key
    swaps: dict[str, str] = {}
    for opens, closes in PAIRS:
        if opens not in done and closes in order and order.find(closes) < order.find(opens):
            swaps |= {opens: closes, closes: opens}
    done_here = {bracket: _OTHER[bracket] for bracket in done}
    if not swaps or not _is_nested("".join((swaps | done_here).get(bracket, bracket) for bracket in order)):
        return {}
    return swaps


#: the same of the brackets of a line, and those that are done
_swaps: PhraseCache[dict[str, str]] = PhraseCache(_compute, 1 << 9)


def _edits(line: _Line, swaps: Mapping[str, str]) -> Iterator[Edit]:
    for at, bracket in zip(line.places, line.order, strict=True):
        if bracket in swaps:
            yield at, at + 1, swaps[bracket], RULE


def _is_nested(brackets: str) -> bool:
    opened: list[str] = []
    for bracket in brackets:
        if bracket in _CLOSED_BY:
            opened.append(_CLOSED_BY[bracket])
        elif not opened or opened.pop() != bracket:
            return False
    return not opened
