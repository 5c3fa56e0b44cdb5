"""The lines of a text that hold what a rule looks for, without a look at the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm.lazy import lazy_pattern

#: what ends a line: the ends of Windows and old systems, of pages, and those of Unicode
LINE_ENDS = "\n\r\f\v\u2028\u2029"
_LINE_END = lazy_pattern(f"[{LINE_ENDS}]")


def lines_with(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each line of `text` in which `pattern` is found.

    >>> list(lines_with(re.compile("b"), "a\\nab\\nb"))
    [(2, 4), (5, 6)]
    >>> list(lines_with(re.compile("b"), "ab\\r\\nb"))
    [(0, 2), (4, 5)]
    """
    at = 0
    while (match := pattern.search(text, at)) is not None:
        start = _line_start(text, at, match.start())
        end = line_end(text, match.end() if match.end() > match.start() else match.end() + 1)
        yield start, end
        at = end + 1
        if at > len(text):
            return


def line_end(text: str, at: int) -> int:
    """Return where the line that holds the place `at` ends."""
    end = _LINE_END.search(text, at)
    return len(text) if end is None else end.start()


def _line_start(text: str, least: int, at: int) -> int:
    """Return where the line that holds the place `at` begins, no earlier than at `least`."""
    least = text.rfind("\n", least, at) + 1 or least
    if _LINE_END.search(text, least, at) is None:
        return least
    return 1 + max(text.rfind(end, least, at) for end in LINE_ENDS)
