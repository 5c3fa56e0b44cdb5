"""Wrapped paragraphs: their lines are joined again; tables, lists, verses and code are left as they are."""

from __future__ import annotations

import re
from itertools import pairwise

from ..chars import ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern

RULE, HYPHEN = "wrapped-line", "hyphen-at-line-end"
#: the width of wrapped text: its bounds, the fewest lines that come near it, how near, and how much longer no line may be
_NARROWEST, _WIDEST, _LEAST, _NEAR, _LONGER = 40, 130, 3, 0.8, 1.2
#: what ends no paragraph when it ends a line
_ENDS = '.؟!?:؛…»")]'
_LINE = lazy_pattern(r"[^\n]*\n?")
#: lines that are no prose: bullets, numbers, tables, quotations, markup, code
_NO_PROSE = lazy_pattern(
    r"\s*(?:[-*+•▪◦●·–—>|#=_~]|\(?[0-9۰-۹]{1,3}[.)\-]\s|[0-9۰-۹]{1,3}\s*[-.)]|\[[0-9۰-۹]+\]|```)|\s{4,}\S|.*(?:\t|\S {3,}\S|\|)"
)
_HYPHENATED = lazy_pattern(r"(?<![A-Za-z\u00c0-\u024f])[A-Za-z\u00c0-\u024f]{2,}-$")
_GOES_ON = lazy_pattern(r"[a-z\u00df-\u024f]{2,}")


def find_wrapped_lines(text: str) -> list[Edit]:
    """Return the edits that join the lines of wrapped paragraphs.

    >>> lines = ["هوا امروز در شهرهای شمالی سرد و بارانی بود و مردم در خانه", "ماندند و چای نوشیدند تا باران تمام شود و خیابان‌ها خشک",
    ...     "شوند و بچه‌ها بیرون بروند و بازی کنند و سپس همه به خانه", "برگشتند."]
    >>> len(find_wrapped_lines("\\n".join(lines)))
    3
    """
    lines = [match for match in _LINE.finditer(text) if match[0]]
    width = _width([line[0].rstrip() for line in lines])
    if not width:
        return []
    return [edit for first, second in pairwise(lines) if (edit := _joint(first, second, width, text))]


def _width(lines: list[str]) -> int:
    """Return the width at which the text was wrapped, or 0 where it was not."""
    lengths = sorted(len(line) for line in lines if line.strip() and not _NO_PROSE.match(line))
    if not lengths:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    near = sum(length >= _NEAR * width for length in lengths)
    wrapped = _NARROWEST <= width <= _WIDEST and near >= _LEAST and lengths[-1] <= _LONGER * width
    return width if wrapped else 0


def _joint(first: re.Match[str], second: re.Match[str], width: int, text: str) -> Edit | None:
    """Return the edit that joins two lines, or None where a paragraph ends or one of them is no prose."""
    line, after = first[0].rstrip(), second[0]
    word = after.split(None, 1)[0] if after.strip() else ""
    # a line is full where it comes near the width, or where the next word would not have stood on it
    full = len(line) >= _NEAR * width or (len(line) > width // 3 and len(line) + 1 + len(word) > width)
    if not line or not word or not full or _NO_PROSE.match(line) or _NO_PROSE.match(after):
        return None
    if line[-1] in _ENDS and len(line) + 1 + len(word) < 0.93 * width:
        return None
    start, end = first.start() + len(line), second.start() + len(after) - len(after.lstrip())
    if _HYPHENATED.search(line[-40:]) and (rest := _GOES_ON.match(after.lstrip())):
        whole = _HYPHENATED.search(line[-40:])
        assert whole is not None
        return (start, end, "", RULE) if f"{whole[0]}{rest[0]}" in text else (start - 1, end, "", HYPHEN)
    return start, end, "" if line.endswith((ZWNJ, "://")) else " ", RULE
