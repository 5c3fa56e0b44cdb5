"""Hyphens of the page inside Latin words: soft ones, and those at the end of a line."""

from __future__ import annotations

from ..edits import Edit
from ..lazy import lazy_pattern

RULE = "hyphen-of-page"
_LATIN = "A-Za-z\u00c0-\u024f"
_HYPHEN = lazy_pattern(
    f"[\u00ad\u2010](?<=[{_LATIN}].)(?:(?<=\u00ad)(?:\r?\n)?|(?<=\u2010)\r?\n)[ \t]*(?=[{_LATIN}])"
)


def find_hyphens(text: str) -> list[Edit]:
    """Return the edits that take out soft hyphens in Latin words, with the line end behind them.

    >>> find_hyphens("inter\\u00adnational")
    [(5, 6, '', 'hyphen-of-page')]
    """
    if "\u00ad" not in text and "\u2010" not in text:
        return []
    return [(*hyphen.span(), "", RULE) for hyphen in _HYPHEN.finditer(text)]
