"""The lines of a text that hold what a rule looks for, without a look at the others."""

from __future__ import annotations

import re
from collections.abc import Iterator


def lines_with(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each line of `text` in which `pattern` is found; form feeds end lines too.

    >>> list(lines_with(re.compile("b"), "a\\nab\\nb"))
    [(2, 4), (5, 6)]
    """
    at = 0
    while (match := pattern.search(text, at)) is not None:
        start = max(text.rfind("\n", at, match.start()), text.rfind("\f", at, match.start())) + 1 or at
        end = line_end(text, match.end() if match.end() > match.start() else match.end() + 1)
        yield start, end
        at = end + 1
        if at > len(text):
            return


def line_end(text: str, at: int) -> int:
    """Return where the line that holds the place `at` ends."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    page = text.find("\f", at, end)
    return end if page < 0 else page
