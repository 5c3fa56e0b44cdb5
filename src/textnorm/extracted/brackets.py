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
    lines = [line for line in text.split("\n") if _BRACKET.search(line)]
    swaps: dict[str, str] = {}
    for opens, closes in PAIRS:
        order = ["".join(c for c in line if c in (opens, closes)) for line in lines]
        turned = sum(found.startswith(closes + opens) for found in order)
        if turned and not any(found.startswith(opens) and closes in found for found in order):
            swaps |= {opens: closes, closes: opens}
    return (
        [edit for line in _LINE.finditer(text) for edit in _swapped(line[0], line.start(), swaps)]
        if swaps
        else []
    )


def _swapped(line: str, base: int, swaps: dict[str, str]) -> list[Edit]:
    """Return the edits of one line, none where its brackets do not match each other even then."""
    found = [bracket for bracket in _BRACKET.finditer(line) if bracket[0] in swaps]
    after = "".join(swaps.get(bracket, bracket) for bracket in _BRACKET.findall(line))
    if not found or not _is_nested(after):
        return []
    return [(base + bracket.start(), base + bracket.end(), swaps[bracket[0]], RULE) for bracket in found]


def _is_nested(brackets: str) -> bool:
    opened: list[str] = []
    for bracket in brackets:
        if bracket in _CLOSED_BY:
            opened.append(_CLOSED_BY[bracket])
        elif not opened or opened.pop() != bracket:
            return False
    return not opened
