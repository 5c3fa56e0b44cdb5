"""Hyphens of the page inside Latin words: soft ones, and those at the end of a line."""

from __future__ import annotations

from ..edits import Edit
from ..lazy import lazy_pattern

RULE = "hyphen-of-page"
_LATIN = "A-Za-z\u00c0-\u024f"
_SOFT = lazy_pattern(f"\u00ad(?<=[{_LATIN}].)(?:\r?\n)?[ \t]*(?=[{_LATIN}])")
_AT_END = lazy_pattern(f"\u2010(?<=[{_LATIN}].)\r?\n[ \t]*(?=[{_LATIN}])")


def find_hyphens(text: str) -> list[Edit]:
    """Return the edits that take out soft hyphens in Latin words, with the line end behind them.

    >>> find_hyphens("inter\\u00adnational")
    [(5, 6, '', 'hyphen-of-page')]
    """
    return sorted(
        (*hyphen.span(), "", RULE) for pattern in (_SOFT, _AT_END) for hyphen in pattern.finditer(text)
    )
