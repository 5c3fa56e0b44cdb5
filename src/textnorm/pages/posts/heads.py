"""The heads of the posts in a text: where a title may stand.

A date in the middle of a text opens a post only when it has its weekday, as the headers of blogs do, or
when the text begins with a date too; the dates of a forum thread open nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from textnorm.pages.content.characters import LONGEST_HEADER
from textnorm.pages.document import Document
from textnorm.pages.posts.date_lines import mark_of
from textnorm.pages.posts.dating import may_have_weekday

_DIGIT = re.compile(r"\d")
_HEAD = 8
_MANY = 64


def heads_of(document: Document) -> list[list[int]]:
    """Return the first filled lines of the text, and those after each header date."""
    filled, lines = document.nonblank, document.lines
    starts = [0]
    short = [n for n in document.look.dates if len(lines[n]) < LONGEST_HEADER and _DIGIT.search(lines[n])]
    for number, weekday in zip(short, may_have_weekday([lines[n] for n in short]), strict=True):
        first = number == filled[0]
        if (first or weekday) and _is_header(document, lines[number], weekday=not first):
            starts.append(bisect_left(filled, number) + 1)
        if len(starts) > _MANY:
            break
    return [filled[start : start + _HEAD] for start in dict.fromkeys(starts) if start < len(filled)]


def _is_header(document: Document, line: str, *, weekday: bool) -> bool:
    mark = document.of_line("mark", mark_of, line)
    found = mark.found if mark is not None and mark.style == "alone" else None
    return found is not None and (not weekday or found.weekday_agrees is True)
