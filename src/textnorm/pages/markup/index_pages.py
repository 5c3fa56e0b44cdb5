"""Pages that list headlines: sections, archives, tags, lists of topics, front pages of news; each headline is a post."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from textnorm.dates import DateOptions, FoundDate, find_dates
from textnorm.pages.api import clean
from textnorm.pages.keys import WHITESPACE, line_key
from textnorm.pages.markup.builder import INLINE, LineBuilder
from textnorm.pages.markup.byline_rows import is_of_change
from textnorm.pages.markup.declared_data import Declared, blocks_of
from textnorm.pages.markup.headline_links import Headline, headlines_of
from textnorm.pages.markup.own_headline import are_dated, own_headlines
from textnorm.pages.markup.people import name_in
from textnorm.pages.markup.places import ABOUT, TAGS, Place
from textnorm.pages.options import PageOptions
from textnorm.pages.posts.names import is_name
from textnorm.pages.results import Artefact, Page, Post

#: fewest headlines of a list; fewest where each has a day
_FEWEST, _DATED = 4, 3
#: most characters below a headline, on average and in all: more is a text and no teaser; below the only one that has any
_TEASER, _LONGEST, _ALONE = 450, 900, 180
#: the prose that stands elsewhere is at most this fraction of the list, and no longer than that; and this much of what is text,
#: in tenths, is in the list, unless it is little
_ELSEWHERE, _APART, _SHARE, _LITTLE = 3, 300, 7, 150
#: how lines of a teaser end, or the fewest words of one, and of prose
_ENDS, _WORDS, _PROSE = frozenset(".!?؟…"), 6, 12
#: rows in which days and names stand are shorter
_ROW = 90
#: items of lists, and how those are called that say what a product has
_OF_LISTS = frozenset(1 + TAGS.index(tag) for tag in ("li", "dd"))
_FEATURES = re.compile(
    r"feature|specs?(?![a-z])|specification|attribut|propert(?:y|ies)|highlight|selling-?_?points?|bullets|vizhegi|moshakhas",
    re.IGNORECASE,
)
#: how long ago something was
_AGO = re.compile(
    r"\d\s(?:(?:second|minute|hour|day|week|month|year)s?\sago\b|(?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال)\s(?:پیش|قبل)(?!\w))"
)
SOURCE = "link of the title"


@dataclass
class Item:
    """A headline with the lines round it: those of its teaser, and those that may say when and by whom it is."""

    headline: Headline
    lines: range
    teaser: list[int]
    rows: list[int]


def listed_in(
    found: LineBuilder, kept: Sequence[bool], declared: Declared, options: PageOptions
) -> Page | None:
    """Return the headlines that a page lists as posts, each with its address, its teaser, its day and who wrote where the list has
    them; ``None`` for a page that is an article or has whole posts."""
    if declared.is_single or len(declared.articles) == 1 or _is_published(declared):
        return None
    headlines = headlines_of(found)
    if len(headlines) < _DATED:
        return None
    if not any(kept):  # the model says nothing of small pages
        kept = [True] * len(found.lines)
    items = _items(headlines, found, kept, options.dates)
    if not _are_listed(items, found, kept, declared, options.dates):
        return None
    return _page(items, found, options)


def is_better(listed: Page, page: Page) -> bool:
    """Tell whether a list of headlines says more than the posts that are read from the same lines: more posts, more of them dated,
    or twice their text and as many names."""
    (ours, names, text), (theirs, their_names, their_text) = (
        (
            (len(one.posts), sum(post.date is not None for post in one.posts)),
            sum(post.author is not None for post in one.posts),
            sum(len(post.body) for post in one.posts),
        )
        for one in (listed, page)
    )
    return ours > theirs or (ours[0] == theirs[0] and text > 2 * their_text and names >= their_names)


def are_headlines(page: Page, listed: Page) -> bool:
    """Tell whether what was taken for messages are the headlines of a list, as in the list of the topics of a board."""
    titles = {line_key(post.title or "") for post in listed.posts}
    return all(line_key(post.body.partition("\n")[0]) in titles for post in page.posts)


def _is_published(declared: Declared) -> bool:
    """Tell whether a page says when it was published, which archives do not even where they call themselves articles."""
    return any("article:pub" in source for _, source in declared.page.found.get("date", ()))


def _items(
    headlines: Sequence[Headline], found: LineBuilder, kept: Sequence[bool], dates: DateOptions
) -> list[Item]:
    """Return the lines that stand in the block of each headline; where blocks stand side by side, those up to the next, too."""
    blocks = blocks_of([one.link for one in headlines])
    numbers = {block: number for number, block in enumerate(blocks.values())}
    inside = _inside(found, numbers)
    own: list[list[int]] = [[] for _ in headlines]
    for line, number in enumerate(inside):
        if number >= 0:
            own[number].append(line)
    items = []
    beyond = 0
    for number, (headline, lines) in enumerate(zip(headlines, own, strict=True)):
        first, last = (min(lines), max(lines)) if lines else (headline.line, headline.line)
        block = blocks[headline.link]
        if number + 1 < len(headlines) and own[number + 1]:
            reach = _reach(block, blocks[headlines[number + 1].link], last, min(own[number + 1]))
            beyond, last = reach - last, reach
        elif number + 1 == len(headlines):
            last = _reach_inside(block, last, beyond, found)
        items.append(_item(headline, range(first, last + 1), found, kept, dates))
    return items


def _reach(block: Any, following: Any, last: int, below: int) -> int:
    """Return the last line of an item: the one above the next where both stand flat in one element."""
    is_flat = not len(block) > 1 or block.tag == "tr"
    return max(last, below - 1) if block.getparent() is following.getparent() and is_flat else last


def _reach_inside(block: Any, last: int, lines: int, found: LineBuilder) -> int:
    """Return the last line of the last item: as many lines below it as the one before has, in the element round both."""
    around = block.getparent()
    for number in range(last + 1, min(last + lines, len(found.lines) - 1) + 1):
        place = found.main[number]
        if place is None or around not in (place.element, *place.element.iterancestors()):
            break
        last = number
    return last


def _inside(found: LineBuilder, numbers: dict[Any, int]) -> list[int]:
    known: dict[Place | None, int] = {None: -1}

    def of(place: Place | None) -> int:
        path = []
        while place not in known:
            assert place is not None
            path.append(place)
            if place.element in numbers:
                known[place] = numbers[place.element]
                break
            place = place.parent
        known.update(dict.fromkeys(path, known[place]))
        return known[place]

    return [of(place) for place in found.main]


def _item(
    headline: Headline, lines: range, found: LineBuilder, kept: Sequence[bool], dates: DateOptions
) -> Item:
    """Return an item; where the model knows text in it, that is its teaser."""
    others = [n for n in lines if n != headline.line and line_key(found.lines[n]) != line_key(headline.text)]
    teaser = [n for n in others if _is_teaser(n, found, headline, dates)]
    teaser = [n for n in teaser if kept[n] or _is_feature(found.main[n])] or teaser
    return Item(headline, lines, teaser, [n for n in (headline.line, *others) if n not in teaser])


def _is_feature(place: Place | None) -> bool:
    """Tell whether a line is one of a list called after what something has or does, as those of shops say it of each product."""
    return (
        place is not None
        and place.block.tag in _OF_LISTS
        and any(_FEATURES.search(one.names) for one in (place.block, place.block.parent) if one is not None)
    )


def _is_teaser(number: int, found: LineBuilder, headline: Headline, dates: DateOptions) -> bool:
    line, place = found.lines[number].strip(), found.main[number]
    if place is None or (place.near & ABOUT and len(line) <= _ROW) or not any(map(str.isalpha, line)):
        return False
    if place.link and not any(
        (one.get("href") or "").strip().partition("#")[0] == headline.address
        for one in (place.element, *place.element.iterancestors("a"))
    ):
        return False
    if line[-1:] in _ENDS or len(line) > _ROW or _is_feature(place):
        return True
    if line.count(" ") < _WORDS or _AGO.search(line):
        return False
    return not any(day.date for day in find_dates(line, dates))


def _are_listed(
    items: Sequence[Item], found: LineBuilder, kept: Sequence[bool], declared: Declared, dates: DateOptions
) -> bool:
    """Tell whether a page is a list of headlines, and neither an article nor one of whole posts."""
    if len(items) < _FEWEST and not all(_day(item, found, dates) for item in items):
        return False
    teasers = [_size(found, item.teaser) for item in items]
    longest, whole = max(teasers), sum(teasers)
    if whole > _TEASER * len(items) or longest > _LONGEST or (longest > _ALONE and 2 * longest > whole):
        return False
    listed = {n for item in items for n in item.lines}
    prose = [n for n, text in enumerate(kept) if text and n not in listed and _is_prose(found, n)]
    inside = whole + sum(len(item.headline.text) for item in items)
    if _size(found, prose) > min(inside // _ELSEWHERE, _APART) or _loses_text(listed, found, kept):
        return False
    own = own_headlines(declared, {item.headline.link for item in items})
    return not own or not (prose or are_dated(own, found, listed, dates))


def _loses_text(listed: Set[int], found: LineBuilder, kept: Sequence[bool]) -> bool:
    """Tell whether much of what is text on a page, but for links, stands in no item."""
    text = [n for n, is_text in enumerate(kept) if is_text]
    inside = _size(found, [n for n in text if n in listed])
    outside = _size(found, [n for n in text if n not in listed and not _is_link(found.main[n])])
    return outside > _LITTLE and 10 * inside < _SHARE * (inside + outside)


def _is_link(place: Place | None) -> bool:
    return place is not None and place.link > 0


def _is_prose(found: LineBuilder, number: int) -> bool:
    line, place = found.lines[number].rstrip(), found.main[number]
    return place is not None and not place.link and (line[-1:] in _ENDS or line.count(" ") >= _PROSE)


def _size(found: LineBuilder, numbers: Sequence[int]) -> int:
    """Return how many characters some lines have: words cannot be counted in all languages."""
    return sum(len(found.lines[n]) for n in numbers)


def _page(items: Sequence[Item], found: LineBuilder, options: PageOptions) -> Page:
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    posts = tuple(_post(item, found, starts, options) for item in items)
    said = {n for item in items for n in item.lines}
    dropped = [
        Artefact(starts[n], starts[n] + len(line), "boilerplate", "", "B", "round a list of headlines")
        for n, line in enumerate(found.lines)
        if n not in said and line.strip(WHITESPACE)
    ]
    return Page(posts, tuple(dropped))


def _post(item: Item, found: LineBuilder, starts: Sequence[int], options: PageOptions) -> Post:
    careful = replace(options, mode="careful")
    body = clean("\n".join(found.lines[n].strip(WHITESPACE) for n in item.teaser), careful).strip("\n")
    day = _day(item, found, options.dates)
    return Post(
        item.headline.text,
        _name(item, found),
        day.date if day else None,
        day.text if day else None,
        body,
        start=starts[item.lines.start],
        end=starts[item.lines.stop] - 1,
        url=item.headline.address,
        sources={"url": SOURCE},
    )


def _day(item: Item, found: LineBuilder, dates: DateOptions) -> FoundDate | None:
    """Return the day that the rows of an item say; of two in two rows the earlier, since the other is of a change or an answer."""
    dates = replace(dates, gregorian=True)
    days: dict[Any, FoundDate] = {}
    lines = set()
    for number in item.rows:
        line = found.lines[number]
        row = line.replace(item.headline.text, " ") if number == item.headline.line else line
        if len(row) <= _ROW and any(map(str.isdigit, row)):
            told = (day for day in find_dates(row, dates) if day.date and not is_of_change(row, day.text))
            for day in told:
                days.setdefault(day.date, day)
                lines.add(number)
    return days[min(days)] if 0 < len(days) <= len(lines) <= 2 else None


def _name(item: Item, found: LineBuilder) -> str | None:
    """Return the first field of a row of several that is somebody's name."""
    for number in item.rows:
        place = found.main[number]
        if number == item.headline.line or place is None or len(found.lines[number]) > _ROW:
            continue
        fields = [
            name_in(one) for one in place.block.element if isinstance(one.tag, str) and one.tag in INLINE
        ]
        if len(fields) > 1 and is_name(fields[0]):
            return fields[0]
    return None
