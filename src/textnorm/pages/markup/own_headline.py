"""The headline that a page has itself, beside those of other pages that it lists."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import replace
from typing import Any

from textnorm.dates import DateOptions, find_dates
from textnorm.pages.keys import line_key
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.declared_data import Declared

#: fewest words of a heading that is a headline rather than the name of a section
_HEADLINE = 4
#: lines between a headline and the row that dates it; such rows are shorter
_NEAR, _ROW = 6, 90


def own_headlines(declared: Declared, links: Collection[Any]) -> set[str]:
    """Return the keys of the headings that the title of the page says, which are long enough for a headline and lead to none of
    the *links*."""
    return {
        key
        for text, element in declared.headings
        if text.count(" ") + 1 >= _HEADLINE and (key := line_key(text)) and key in declared.whole_title
        and not any(link in links for link in (*element.iter("a"), *element.iterancestors("a")))
    }  # fmt: skip


def are_dated(own: Set[str], found: LineBuilder, listed: Collection[int], dates: DateOptions) -> bool:
    """Tell whether a day stands near one of some headlines, and in none of the lines that are *listed*."""
    heads = [n for n, line in enumerate(found.lines) if line_key(line) in own]
    near = {n for head in heads for n in range(max(head - _NEAR, 0), min(head + _NEAR, len(found.lines)))}
    rows = (found.lines[n] for n in near.difference(listed) if len(found.lines[n]) <= _ROW)
    return any(day.date for row in rows for day in find_dates(row, replace(dates, gregorian=True)))
