"""Matches that stand in neither code nor a URL, for rules that see the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lazy import lazy_pattern
from ..script.blocks import blocks
from ..script.fences import fenced
from ..script.protected import PROTECTED

_CODE = lazy_pattern(f"{PROTECTED['code']}|{PROTECTED['url']}")


def outside_code(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Return the matches of *pattern* that do not lie in code or in a URL.

    >>> [m[0] for m in outside_code(re.compile("a+"), "aa `aaa` a")]
    ['aa', 'a']
    """
    found = pattern.finditer(text)
    return _outside(found, _code(text)) if "`" in text or ":" in text or "~~~" in text else found


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
    return _outside(found, iter(spans)) if spans else found


def _outside(found: Iterator[re.Match[str]], spans: Iterator[tuple[int, int]]) -> Iterator[re.Match[str]]:
    span = next(spans, None)
    for match in found:
        while span is not None and span[1] <= match.start():
            span = next(spans, None)
        if span is None or match.end() <= span[0]:
            yield match
