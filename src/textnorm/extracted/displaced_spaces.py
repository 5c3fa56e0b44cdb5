"""Spaces on the wrong side of a mark or a bracket: «باد ،برف» for «باد، برف», «باد( سرد)» for «باد (سرد)»."""

from __future__ import annotations

import re

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..edits import Edit
from ..lazy import lazy_pattern
from .hinted_patterns import hinted_pattern

RULE = "displaced-space"
_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: a mark behind a space and before a word: a colon before a Persian one alone, since others may begin with it
_MARK = hinted_pattern(f" (?<=[\\w»)٪].)(?:[،؛](?=[\\w«(])|:(?=[{ARABIC_LETTERS}]))", (None, " ", "،؛:"))
#: a bracket that is glued to the word before it and to nothing behind it, and closes as one should
_OPENS = hinted_pattern(
    f"[«(](?<=[{_L}:؛،].) (?=[^«»()\\s][^«»()\\n]{{0,100}}[»)](?![{_L}]))", (f"{_L}:؛،", "«(", " ")
)
#: and one that closes so, and opens as one should
_CLOSES = hinted_pattern(f" [»)](?=[{_L}])", (None, " ", "»)"))
_OPENED = lazy_pattern("(?:^|[\\s:،؛])[«(][^«»()\\s][^«»()\\n]{0,100}$")
_LONGEST = 104
#: the number of a list or a heading glued to its text; a bracket glued to the word before it, unless an ending stands in it; and
#: a space before a bracket that closes
_NUMBERED = hinted_pattern(
    f"\\.(?<=[0-9۰-۹].)(?<![\\w.][0-9۰-۹][0-9۰-۹][0-9۰-۹].)(?=[{ARABIC_LETTERS}]{{2}})(?:(?<=^..)|(?<=[\\s0-9۰-۹]..))",
    ("0-9۰-۹", ".", ARABIC_LETTERS),
)
_BULLET = "\N{BULLET}"
#: a bullet that is glued to a word, or a word to a bullet behind it
_BULLET_EDGE = hinted_pattern(
    f"{_BULLET}(?=[{ARABIC_LETTERS}A-Za-z(«])|[{_L}A-Za-z](?={_BULLET})",
    (None, _BULLET, f"{ARABIC_LETTERS}A-Za-z(«"),
    (None, f"{_L}A-Za-z", _BULLET),
)
_GLUED = hinted_pattern(f"\\((?<=[{_L}][{_L}].)(?=[{ARABIC_LETTERS}]{{4}})", (_L, "(", ARABIC_LETTERS))
_SPACED = hinted_pattern(" (?<=\\w.)(?=[.،]?\\)(?:[ .،؛:]|$))", (None, " ", ".،)"), flags=re.MULTILINE)


def find_displaced_spaces(text: str) -> list[Edit]:
    """Return the edits that set spaces on the side of marks and brackets where they are written.

    >>> [edit[:3] for edit in find_displaced_spaces("باد ،برف( سرد) و «مه »سپید")]
    [(3, 5, '، '), (8, 10, ' ('), (20, 22, '» ')]
    >>> [edit[:3] for edit in find_displaced_spaces("1.کشک •نان و آب•DNN")]
    [(2, 2, ' '), (7, 7, ' '), (15, 15, ' '), (16, 16, ' ')]
    >>> find_displaced_spaces("باد، برف (سرد) و «مه» سپید")
    []
    """
    edits: list[Edit] = [(number.end(), number.end(), " ", RULE) for number in _NUMBERED.finditer(text)]
    edits += [(bracket.start(), bracket.start(), " ", RULE) for bracket in _GLUED.finditer(text)]
    edits += [(edge.end(), edge.end(), " ", RULE) for edge in _BULLET_EDGE.finditer(text)]
    edits += [(mark.start(), mark.end(), f"{mark[0][1]} ", RULE) for mark in _MARK.finditer(text)]
    edits += [
        (*space.span(), "", RULE) for space in _SPACED.finditer(text) if _opens_well(text, space.start())
    ]
    edits += [
        (bracket.start(), bracket.end(), f" {bracket[0][0]}", RULE) for bracket in _OPENS.finditer(text)
    ]
    edits += [
        (bracket.start(), bracket.end(), f"{bracket[0][1]} ", RULE)
        for bracket in _CLOSES.finditer(text)
        if _OPENED.search(text[max(0, bracket.start() - _LONGEST) : bracket.start()]) is not None
    ]
    return sorted(edits)


def _opens_well(text: str, at: int) -> bool:
    """Return whether the last bracket that opens before *at* has no space behind it."""
    opens = text.rfind("(", max(0, at - _LONGEST), at)
    return opens >= 0 and not text[opens + 1].isspace()
