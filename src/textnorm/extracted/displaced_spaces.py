"""Spaces on the wrong side of a mark or a bracket: «باد ،برف» for «باد، برف», «باد( سرد)» for «باد (سرد)»."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..edits import Edit
from ..lazy import lazy_pattern

RULE = "displaced-space"
_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: a mark behind a space and before a word: a colon before a Persian one alone, since others may begin with it
_MARK = lazy_pattern(f" (?<=[\\w»)٪].)(?:[،؛](?=[\\w«(])|:(?=[{ARABIC_LETTERS}]))")
#: a bracket that is glued to the word before it and to nothing behind it, and closes as one should
_OPENS = lazy_pattern(f"[«(](?<=[{_L}:؛،].) (?=[^«»()\\s][^«»()\\n]{{0,100}}[»)](?![{_L}]))")
#: and one that closes so, and opens as one should
_CLOSES = lazy_pattern(f" [»)](?=[{_L}])")
_OPENED = lazy_pattern("(?:^|[\\s:،؛])[«(][^«»()\\s][^«»()\\n]{0,100}$")
_LONGEST = 104


def find_displaced_spaces(text: str) -> list[Edit]:
    """Return the edits that set spaces on the side of marks and brackets where they are written.

    >>> [edit[:3] for edit in find_displaced_spaces("باد ،برف( سرد) و «مه »سپید")]
    [(3, 5, '، '), (8, 10, ' ('), (20, 22, '» ')]
    >>> find_displaced_spaces("باد، برف (سرد) و «مه» سپید")
    []
    """
    edits: list[Edit] = []
    for mark in _MARK.finditer(text):
        edits.append((mark.start(), mark.end(), f"{mark[0][1]} ", RULE))
    for bracket in _OPENS.finditer(text):
        edits.append((bracket.start(), bracket.end(), f" {bracket[0][0]}", RULE))
    for bracket in _CLOSES.finditer(text):
        at = bracket.start()
        if _OPENED.search(text[max(0, at - _LONGEST) : at]) is not None:
            edits.append((at, bracket.end(), f"{bracket[0][1]} ", RULE))
    return sorted(edits)
