"""Pages whose sections are posts: each has a heading with a day in it, as those of release notes, logbooks and old diaries do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from textnorm.dates import DateOptions, FoundDate, find_dates
from textnorm.pages.keys import WHITESPACE
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.declared_data import Declared
from textnorm.pages.markup.markup_features import HEADINGS
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact, Page, Post

#: fewest such sections; a heading of one is shorter; the text above the first is at most this fraction of all
_FEWEST, _LONGEST, _ABOVE = 3, 90, 4
#: what stands between a name and a day
_WEEKDAY = re.compile(
    r"(?:(?:یک|دو|سه|چهار|پنج)[\s\u200c]?)?شنبه|جمعه|آدینه|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
_BETWEEN = " \t\u200c-–—|•·:،,()[]{}«»/"


@dataclass(frozen=True)
class _Section:
    """The heading of a section: its line, what it says besides its day, and that day."""

    line: int
    title: str
    day: FoundDate


def dated_sections(
    found: LineBuilder, kept: Sequence[bool], declared: Declared, options: PageOptions
) -> Page | None:
    """Return the sections of a page as posts; ``None`` unless all headings of one order, and several, say something and a day, these
    are in order, and text stands below each. What a page declares to be an article stays one: a chronicle is no list of posts."""
    if declared.is_article:
        return None
    for order in HEADINGS:
        heads = [n for n, place in enumerate(found.main) if place is not None and place.tag == order]
        sections = [_section(n, found, options.dates) for n in heads] if len(heads) >= _FEWEST else []
        told = [section for section in sections if section is not None]
        if told and len(told) == len(heads):
            return _page(told, found, kept) if _are_posts(told, found, kept) else None
    return None


def _section(number: int, found: LineBuilder, dates: DateOptions) -> _Section | None:
    line = found.lines[number].strip(WHITESPACE)
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    days = [day for day in find_dates(line, replace(dates, gregorian=True)) if day.date is not None]
    if len(days) != 1:
        return None
    (day,) = days
    before, after = (
        _WEEKDAY.sub("", piece).strip(_BETWEEN) for piece in (line[: day.start], line[day.end :])
    )
    title = f"{before} {after}".strip()
    return _Section(number, title, day) if any(map(str.isalnum, title)) else None


def _are_posts(sections: Sequence[_Section], found: LineBuilder, kept: Sequence[bool]) -> bool:
    """Tell whether days are in order, one way or the other, and text stands below each heading and little above the first."""
    days = [section.day.date for section in sections if section.day.date is not None]
    falls = all(first >= second for first, second in pairwise(days))
    rises = all(first <= second for first, second in pairwise(days))
    if not (falls or rises) or len(set(days)) < _FEWEST:
        return False
    sizes = [_size(lines, found) for lines in _texts(sections, kept)]
    above = _size([n for n in range(sections[0].line) if kept[n]], found)
    return min(sizes) > 0 and above * _ABOVE <= sum(sizes)


def _texts(sections: Sequence[_Section], kept: Sequence[bool]) -> list[list[int]]:
    """Return the lines of text of each section."""
    ends = [*(section.line for section in sections[1:]), len(kept)]
    return [
        [n for n in range(section.line + 1, end) if kept[n]]
        for section, end in zip(sections, ends, strict=True)
    ]


def _size(numbers: Sequence[int], found: LineBuilder) -> int:
    return sum(found.lines[n].count(" ") + 1 for n in numbers)


def _page(sections: Sequence[_Section], found: LineBuilder, kept: Sequence[bool]) -> Page:
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    texts = _texts(sections, kept)
    posts = [
        Post(
            title=section.title,
            author=None,
            date=section.day.date,
            date_text=section.day.text,
            body="\n".join(found.lines[n].strip(WHITESPACE) for n in text),
            start=starts[section.line],
            end=starts[text[-1] + 1] - 1,
        )
        for section, text in zip(sections, texts, strict=True)
    ]
    said = {section.line for section in sections}.union(*texts)
    dropped = (
        Artefact(starts[n], starts[n] + len(line), "boilerplate", "", "B", "beside dated sections")
        for n, line in enumerate(found.lines)
        if n not in said and line.strip(WHITESPACE)
    )
    return Page(tuple(posts), tuple(dropped))
