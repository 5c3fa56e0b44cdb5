"""Brackets that stand mirrored in lines which are in order otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from ..chars import ARABIC_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.order import PAIRS

RULE = "mirrored-bracket"
_BRACKET = lazy_pattern(r"[()\[\]{}«»‹›]")
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")

_CLOSED_BY = dict(PAIRS)


def find_mirrored_brackets(text: str) -> list[Edit]:
    """Return the edits that mirror the brackets of a kind in Persian lines, where all lines of the text close them before they open.

    >>> [after for *_, after, _ in find_mirrored_brackets("»بازی خوب« (هوای سرد)")]
    ['«', '»']
    """
    kinds = [(opens, closes) for opens, closes in PAIRS if opens in text and closes in text]
    mirrored = [kind for kind in kinds if _all_mirrored(text, *kind)]
    if not mirrored:
        return []
    lines = list(_lines_with_brackets(text))
    whole = [
        kind for kind in mirrored if _is_mirrored_pair_by_pair(text, *kind) and _can_be_swapped(lines, *kind)
    ]
    edits = [edit for start, line in lines if _LETTER.search(line) for edit in _swapped(line, start, whole)]
    return sorted([*edits, *(edit for kind in whole for edit in _all_swapped(text, *kind))])


def _can_be_swapped(lines: list[tuple[int, str]], opens: str, closes: str) -> bool:
    """Return whether all lines with brackets of a kind are Persian, and they match in each that holds both when they are mirrored."""
    of_kind = [(start, line) for start, line in lines if opens in line or closes in line]
    return all(
        _LETTER.search(line) and (opens not in line or closes not in line or _swapped(line, start, []))
        for start, line in of_kind
    )


def _is_mirrored_pair_by_pair(text: str, opens: str, closes: str) -> bool:
    """Return whether brackets of one kind close and open in turn all through a text."""
    order = [bracket for bracket in _BRACKET.findall(text) if bracket in (opens, closes)]
    return not len(order) % 2 and order == [closes, opens] * (len(order) // 2)


def _all_swapped(text: str, opens: str, closes: str) -> Iterator[Edit]:
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in (opens, closes):
            yield *bracket.span(), closes if bracket[0] == opens else opens, RULE


def _lines_with_brackets(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each line begins that holds brackets, and the line."""
    at = 0
    while (bracket := _BRACKET.search(text, at)) is not None:
        start, end = text.rfind("\n", at, bracket.start()) + 1 or at, text.find("\n", bracket.end())
        at = len(text) if end < 0 else end
        yield start, text[start:at]


def _all_mirrored(text: str, opens: str, closes: str) -> bool:
    """Return whether brackets of one kind close before they open in each line that holds both."""
    found, end, at = False, 0, text.find(closes)
    while at >= 0:
        start, end = text.rfind("\n", end, at) + 1 or end, text.find("\n", at)
        if text.find(opens, start, at) >= 0:
            return False
        found = found or text.find(opens, at, end if end >= 0 else len(text)) >= 0
        at = text.find(closes, end) if end >= 0 else -1
    return found or _is_mirrored_pair_by_pair(text, opens, closes)


def _swapped(line: str, base: int, done: list[tuple[str, str]]) -> list[Edit]:
    """Return the edits that mirror the brackets of one line, of other kinds than are done, none where they do not match each other
    even then."""
    found = list(_BRACKET.finditer(line))
    order = "".join(bracket[0] for bracket in found)
    swaps: dict[str, str] = {}
    for opens, closes in PAIRS:
        if (opens, closes) not in done and closes in order and order.find(closes) < order.find(opens):
            swaps |= {opens: closes, closes: opens}
    done_here = {bracket: other for pair in done for bracket, other in (pair, pair[::-1])}
    if not swaps or not _is_nested("".join((swaps | done_here).get(bracket, bracket) for bracket in order)):
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
