"""Brackets that stand mirrored in lines which are in order otherwise."""

from __future__ import annotations

from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.order import PAIRS

RULE = "mirrored-bracket"
_BRACKET = lazy_pattern(r"[()\[\]{}«»‹›]")

_LINE = lazy_pattern(r"[^\n]+")
_CLOSED_BY = dict(PAIRS)


def find_mirrored_brackets(text: str) -> list[Edit]:
    """Return the edits that mirror the brackets of a kind, where all lines of the text close them before they open.

    >>> [after for *_, after, _ in find_mirrored_brackets("»بازی خوب« (هوای سرد)")]
    ['«', '»']
    """
    kinds = [(opens, closes) for opens, closes in PAIRS if opens in text and closes in text]
    if not kinds:
        return []
    lines = text.split("\n")
    if not any(_all_mirrored(lines, opens, closes) for opens, closes in kinds):
        return []
    return [edit for line in _LINE.finditer(text) for edit in _swapped(line[0], line.start())]


def _all_mirrored(lines: list[str], opens: str, closes: str) -> bool:
    """Return whether brackets of one kind close before they open in each line that holds both."""
    order = [line for line in lines if opens in line and closes in line]
    return bool(order) and all(line.find(closes) < line.find(opens) for line in order)


def _swapped(line: str, base: int) -> list[Edit]:
    """Return the edits that mirror the brackets of one line, none where they do not match each other even then."""
    found = list(_BRACKET.finditer(line))
    if not found:
        return []
    order = "".join(bracket[0] for bracket in found)
    swaps: dict[str, str] = {}
    for opens, closes in PAIRS:
        if closes in order and order.find(closes) < order.find(opens):
            swaps |= {opens: closes, closes: opens}
    if not swaps or not _is_nested("".join(swaps.get(bracket, bracket) for bracket in order)):
        return []
    return [
        (base + bracket.start(), base + bracket.end(), swaps[bracket[0]], RULE)
        for bracket in found
        if bracket[0] in swaps
    ]


def _is_nested(brackets: str) -> bool:
    opened: list[str] = []
    for bracket in brackets:
        if bracket in _CLOSED_BY:
            opened.append(_CLOSED_BY[bracket])
        elif not opened or opened.pop() != bracket:
            return False
    return not opened
