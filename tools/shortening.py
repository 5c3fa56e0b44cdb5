"""Make a finding as short as it can be: for the tools that look for texts which break a law."""

from __future__ import annotations

from collections.abc import Callable


def shortened(text: str, is_still_found: Callable[[str], bool]) -> str:
    """Return the text without all that the finding does not need."""
    for size in (64, 16, 8, 4, 2, 1, 1):
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if is_still_found(shorter):
                text = shorter
            else:
                at += 1
    return text
