"""Threads of SMF as its print page writes them: a row with the title, a row with author and day, then the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from textnorm.dates import DateOptions, find_dates
from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import WHITESPACE
from textnorm.pages.results import Post

_TITLE = lazy_pattern(r"(?:title|subject|عنوان|موضوع)\s?:\s?(.{1,300})", re.IGNORECASE)
_WRITTEN = lazy_pattern(
    r"(?:post(?:ed)? by|(?:نوشته|ارسال|فرستاده) شده توسط|نویسنده|فرستنده)\s?:\s?(.{1,80}?)\s(?:on|در)\s(.{4,80})",
    re.IGNORECASE,
)
#: what the board writes below the last post
_FOOT = lazy_pattern(r"SMF \d[\d.]{0,8}(?: .{1,200})?|Powered by .{1,200}", re.IGNORECASE)
#: the first post stands so near the top
_TOP = 14
_DATES = DateOptions(gregorian=True)


@dataclass
class _Print:
    line: int
    title: str
    author: str
    written: str
    lines: list[str] = field(default_factory=list)


def is_board(head: str) -> bool:
    """Tell whether a text begins as such a print does.

    >>> is_board("Our forum\\n\\nTitle: Rain\\nPost by: Sara on 30 September 2018\\n\\nIt rained."), is_board("Title: Rain\\nIt rained.")
    (True, False)
    """
    return next(_prints(head.splitlines()[:_TOP]), None) is not None


def board_posts(lines: Iterable[str]) -> Iterator[Post]:
    """Yield a post for each part of a print; its ``id`` is the number of its first line."""
    for found in _prints(lines):
        body = "\n".join(found.lines).strip()
        dates = [date for date in find_dates(found.written, _DATES) if date.date]
        day = dates[0].date if len(dates) == 1 else None
        yield Post(
            title=found.title,
            author=found.author,
            date=day,
            date_text=found.written,
            body=body,
            id=str(found.line),
            sources={} if day is None else {"date": "head of the post"},
        )


def _prints(lines: Iterable[str]) -> Iterator[_Print]:
    """Yield the parts of a print; what stands above the first is the board's."""
    current: _Print | None = None
    above: tuple[int, str, str] | None = None  # a row that may be a title: its number, itself, the title
    for number, raw in enumerate(lines, 1):
        line = raw.strip(WHITESPACE + "\r\n")
        written = _WRITTEN.fullmatch(line) if above else None
        if above and written:
            if current is not None:
                yield current
            current = _Print(above[0], above[2], written[1].strip(), written[2])
            above = None
            continue
        if above and current is not None:
            current.lines.append(above[1])
        title = _TITLE.fullmatch(line)
        above = (number, line, title[1].strip()) if title else None
        if current is not None and not title and not _FOOT.fullmatch(line):
            current.lines.append(line)
    if current is not None:
        current.lines += [above[1]] if above else []
        yield current
