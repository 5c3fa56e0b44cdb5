"""Matches and edits that stand in neither code nor a URL, for rules that see the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ..edits import Edit
from ..lazy import lazy_pattern
from ..script.blocks import blocks
from ..script.fences import fenced
from ..script.protected import PROTECTED, protected

_Found = TypeVar("_Found")

#: no code and no URL is without one of these
_IN_CODE = ("`", "~~~", ":", "www.")
_CODE = lazy_pattern(f"{PROTECTED['code']}|{PROTECTED['url']}")


def outside_code(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Return the matches of *pattern* that do not lie in code or in a URL.

    >>> [m[0] for m in outside_code(re.compile("a+"), "aa `aaa` a")]
    ['aa', 'a']
    """
    found = pattern.finditer(text)
    return _outside(found, _code(text), re.Match.span) if any(map(text.__contains__, _IN_CODE)) else found


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Yield what is code in a text, between backticks or fences, and its URLs."""
    at = 0
    for start, end in fenced(text):
        yield from (code.span() for code in _CODE.finditer(text, at, start))
        yield start, end
        at = end
    yield from (code.span() for code in _CODE.finditer(text, at))


def outside_blocks(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Return the matches of *pattern* that do not lie in code or data over several lines.

    >>> [m.start() for m in outside_blocks(re.compile("a"), "a\\n```\\na\\n```\\na")]
    [0, 12]
    """
    found = pattern.finditer(text)
    spans = blocks(text) if "\n" in text or "<" in text else []
    return _outside(found, iter(spans), re.Match.span) if spans else found


def in_prose(text: str, edits: list[Edit]) -> list[Edit]:
    """Return the edits, which are sorted, that lie in no block and in no protected span of their lines.

    >>> in_prose("ab `ab`", [(1, 1, " ", "x"), (5, 5, " ", "x")])
    [(1, 1, ' ', 'x')]
    """
    if not edits:
        return edits
    found = list(_outside(edits, iter(blocks(text)), _place)) if "\n" in text or "<" in text else edits
    return list(_outside(found, _protected_beside(text, found), _place))


def _place(edit: Edit) -> tuple[int, int]:
    return edit[0], edit[1]


def _protected_beside(text: str, edits: list[Edit]) -> Iterator[tuple[int, int]]:
    """Yield the protected spans of the lines that hold edits."""
    at = 0
    for start, *_ in edits:
        if start >= at:
            first = text.rfind("\n", at, start) + 1 or at
            at = text.find("\n", start) + 1 or len(text) + 1
            yield from ((first + a, first + b) for a, b in protected(text[first:at]))


def _outside(
    found: Iterable[_Found], spans: Iterator[tuple[int, int]], place: Callable[[_Found], tuple[int, int]]
) -> Iterator[_Found]:
    span = next(spans, None)
    for one in found:
        start, end = place(one)
        while span is not None and span[1] <= start:
            span = next(spans, None)
        if span is None or end <= span[0]:
            yield one
