"""The posts of a discussion, told by the markup: each element that holds what was said, with who said it and when.

Answers may be a word long and cards of members longer than they are, so neither a model of lines nor the days of the page
part them. Here nothing is looked at but the tree: elements that are called alike and after their text, each alone in a
larger one that has a name and a day outside of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, NamedTuple

from textnorm.cache import BoundedCache
from textnorm.dates import DateOptions, find_dates
from textnorm.pages.api import clean
from textnorm.pages.keys import WHITESPACE, line_key
from textnorm.pages.markup.builder import LineBuilder, main_place
from textnorm.pages.markup.claims import same_title
from textnorm.pages.markup.days import read_day, read_moment
from textnorm.pages.markup.declared_data import Declared, link_in, text_of
from textnorm.pages.markup.entries import Entry, entries_of
from textnorm.pages.markup.message_elements import leads_to_members, message_groups
from textnorm.pages.markup.people import authors_in
from textnorm.pages.markup.permanent_links import address_of
from textnorm.pages.markup.places import LONGEST, Place
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact, Page, Post

#: round comments, which are no posts
COMMENTS = re.compile(r"(?<![a-z])(?:comment|nazar|disqus|respond|review)", re.IGNORECASE)
#: what is called so is said by a member, not by an author
_MESSAGE = re.compile(r"message|msg|user|cooked|postbody", re.IGNORECASE)
#: what members are, not what they wrote: days there are those of their birth or of their joining
_MEMBER = re.compile(
    r"profile|user(?!name)|member|poster|joined|edit(?!\d)|modif|notice|signature", re.IGNORECASE
)
_OF_MEMBER: BoundedCache[str, bool] = BoundedCache(
    lambda names: _MEMBER.search(names) is not None, 4096, LONGEST
)
_TITLE = re.compile(r"(?:^|[\s_-])(?:post)?(?:title|subject)(?:[\s_]|$)", re.IGNORECASE)
#: divisions whose title is a day
_STAMPED = re.compile(r"(?:^|[\s_-])(?:date|time)", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: rows in which a day stands are shorter
_ROW = 120
#: the posts have at least this many words in all, of which the text outside of them is at most this fraction
_FEWEST, _ELSEWHERE = 15, 3
_ENDS, _LONG = frozenset(".!?؟…"), 12
#: rows that say when somebody joined or was born
_JOINED = re.compile(
    r"عضویت|عضو شده|تولد|\b(?:joined|join date|registered|member since|birth)", re.IGNORECASE
)
#: what a message is called that follows another of the same member, and so does not name who wrote it
_JOINED_ON = re.compile(
    r"(?:^|[\s_-])(?:joined|grouped|continued|consecutive|same-?(?:author|user))(?:[\s_-]|$)", re.IGNORECASE
)


def discussion_in(
    found: LineBuilder, kept: Sequence[bool], declared: Declared, options: PageOptions
) -> Page | None:
    """Return the posts of a discussion or a channel; ``None`` for every other page.

    *kept* says of each line whether it is taken for text: where much of that stands in no post the page is none.
    """
    is_article = declared.is_single and declared.is_article
    for texts in message_groups(found, _is_said if is_article else None):
        entries = entries_of(found, texts)
        if is_article and not all(_is_said(entry.text) for entry in entries):
            continue
        if not _can_be_posts(entries) or not _are_most_text(entries, found, kept):
            continue
        told = _told(entries, found, options.dates)
        if _are_posts(told, found, options.dates) and (told is entries or _are_most_text(told, found, kept)):
            return _page(told, found, declared, options)
    return None


def _is_said(text: Any) -> bool:
    """Tell whether an element says itself that it is a message: boards declare their topics as articles too."""
    return text.get("itemprop") == "text" or _MESSAGE.search(text.get("class") or "") is not None


def _are_most_text(entries: Sequence[Entry], found: LineBuilder, kept: Sequence[bool]) -> bool:
    """Tell whether posts say something, and most of what is said on their page."""
    inside = sum(_words(found, entry.said) for entry in entries)
    if inside < _FEWEST:
        return False
    posts = {number for entry in entries for number in entry.own}
    others = (n for n, text in enumerate(kept) if text and n not in posts)
    return _words(found, [n for n in others if _is_prose(found, n)]) * _ELSEWHERE <= inside


def _told(entries: list[Entry], found: LineBuilder, dates: DateOptions) -> list[Entry]:
    """Return posts without the few of which nothing tells when or by whom they are, as of what the programme says, if the rest is told."""
    told, few = [], (len(entries) - 1) // 2
    for number, entry in enumerate(entries):
        if _name(entry) or _when(entry, found, dates):
            told.append(entry)
        elif number + 1 - len(told) > few:
            return entries
    return told if len(told) < len(entries) else entries


def _is_prose(found: LineBuilder, number: int) -> bool:
    """Tell whether a line reads like one of an article rather than a row of links, or one that names a member."""
    line = found.lines[number]
    return (line[-1:] in _ENDS or line.count(" ") >= _LONG) and not leads_to_members(found.places[number])


def _words(found: LineBuilder, numbers: Iterator[int] | Sequence[int]) -> int:
    return sum(found.lines[n].count(" ") + 1 for n in numbers)


def _can_be_posts(entries: Sequence[Entry]) -> bool:
    """Tell whether some elements are several, and neither comments nor those of a front page."""
    return (
        len(entries) > 1
        and not _are_comments(entries)
        and not all(_is_headed(entry.text) for entry in entries)
    )


def _are_posts(entries: Sequence[Entry], found: LineBuilder, dates: DateOptions) -> bool:
    """Tell whether all of some elements say when they were written, and most of them who wrote them."""
    if not _can_be_posts(entries):
        return False
    names = _names(entries)
    if not all(_when(entry, found, dates) for entry in entries) or sum(map(bool, names)) * 2 < len(entries):
        return False
    titles = sorted((title for entry in entries if (title := _heading(entry))), key=len)
    return all(same_title(title, titles[0]) for title in titles)


def _is_headed(text: Any) -> bool:
    """Tell whether a text has a heading inside that leads to it whole: one of a front page, no message."""
    return any(link_in(heading) for heading in text.iter("h1", "h2", "h3"))


def _are_comments(entries: Sequence[Entry]) -> bool:
    """Tell whether some elements are comments on something; not where the first, which is none, is a message like them."""
    if not _is_of_comments(entries[-1].block):
        return False
    alike = _MESSAGE.search(entries[0].text.get("class") or "")
    return not alike or _is_of_comments(entries[0].block)


def _is_of_comments(block: Any) -> bool:
    around = (one for one in (block, *block.iterancestors()) if one.tag != "body")
    return any(COMMENTS.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in around)


def _name(entry: Entry) -> str | None:
    """Return who wrote a post."""
    inside = set(entry.text.iter("a"))
    return next(authors_in(entry.block, but=inside), None) or _declared_name(entry)


def _declared_name(entry: Entry) -> str | None:
    """Return the name of who wrote a post as the page declares it, where no element is called after it."""
    names = (text_of(one) for one in entry.block.iter() if one.get("itemprop") in ("author", "creator"))
    return next(filter(None, names), None)


def _names(entries: Sequence[Entry]) -> list[str | None]:
    """Return who wrote each of some posts; one that is joined to the post above it is of the same member."""
    names: list[str | None] = []
    for entry in entries:
        joined = names and _JOINED_ON.search(entry.block.get("class") or "") is not None
        names.append(_name(entry) or (names[-1] if joined else None))
    return names


class _When(NamedTuple):
    date: Any
    written: str | None
    source: str | None


def _when(entry: Entry, found: LineBuilder, options: DateOptions) -> _When | None:
    """Return the day of a post: what a row of it says, in either calendar, else what the markup declares."""
    said = set(entry.said)
    rows = [n for n in entry.own if n not in said and len(found.lines[n]) <= _ROW]
    lines = [line for n in rows if not _JOINED.search(line := _of_post(found, n, entry.block))]
    for calendar in (options, replace(options, gregorian=True)):
        for line in lines:
            dates = [date for date in find_dates(line, calendar) if date.date]
            if dates:
                return _When(dates[0].date, dates[0].text, None)
    for element in entry.block.iter("time", "abbr", "span", "meta", "div"):
        if element.tag == "div" and not _STAMPED.search(element.get("class") or ""):
            continue
        stamp = (
            element.get("datetime")
            or element.get("title")
            or (element.tag == "meta" and element.get("content"))
        )
        day = read_day(stamp or "") or read_moment(element.get("data-time"))
        if day and entry.text not in element.iterancestors():
            return _When(
                day.date, None, f"{element.tag} {'datetime' if element.get('datetime') else 'title'}"
            )
    return None


def _of_post(found: LineBuilder, number: int, block: Any) -> str:
    """Return a line; of one that stands in what is said of a member or of changes what stands before that."""
    line, parts = found.lines[number], found.places[number]
    if not _is_of_member(main_place(parts), block):
        return line
    end = 0
    for size, place in parts:
        if _is_of_member(place, block):
            break
        end += size
        end += line[end : end + 1].isspace()
    return line[:end]


def _is_of_member(place: Place | None, block: Any) -> bool:
    """Tell whether a place is in what is said of a member; the element of the post itself may be called so too."""
    while place is not None and place.element is not block:
        if _OF_MEMBER[place.names]:
            return True
        place = place.parent
    return False


def _heading(entry: Entry) -> str | None:
    name = line_key(_name(entry) or "")
    for element in entry.block.iterdescendants():
        if element is entry.text:
            break
        called = element.get("class") or ""
        is_title = (element.tag in _HEADINGS or _TITLE.search(called)) and not _MEMBER.search(called)
        text = text_of(element) if is_title else ""
        if any(map(str.isalpha, text)) and not line_key(text).startswith(name or "\0"):
            return text
    return None


def _topic(declared: Declared, lines: Sequence[str]) -> str | None:
    """Return what a page is about: the longest of its headings that its title says; else the longest of the
    *lines* round the posts that its title says."""
    title = declared.root.find(".//title")
    said = declared.name or (text_of(title) if title is not None else "")
    whole = line_key(said)
    if headings := [text for text, _ in declared.headings if line_key(text) and line_key(text) in whole]:
        return max(headings, key=len)
    named = [line for line in lines if " " in line and line_key(line) in whole]
    return max(named, key=len, default=None)


def _page(entries: Sequence[Entry], found: LineBuilder, declared: Declared, options: PageOptions) -> Page:
    """Put posts together; all that is in no text is dropped."""
    starts = [0, *accumulate(len(line) + 1 for line in found.lines)]
    titles = [_heading(entry) for entry in entries]
    names = _names(entries)
    channel = all(same_title(name, declared.name) for name in names)  # who posts there is the channel
    if titles[0] is None and not channel:
        inside = {n for entry in entries for n in entry.own}
        titles[0] = _topic(declared, [line for n, line in enumerate(found.lines) if n not in inside])
    posts, in_text = [], set[int]()
    careful = replace(options, mode="careful")
    for entry, title, name in zip(entries, titles, names, strict=True):
        when = _when(entry, found, options.dates)
        body = clean("\n".join(found.lines[n].strip(WHITESPACE) for n in entry.said), careful).strip("\n")
        if body:
            in_text.update(entry.said)
            first, last = entry.said[0], entry.said[-1]
            posts.append(
                Post(
                    title,
                    None if channel else name,
                    when.date if when else None,
                    when.written if when else None,
                    body,
                    start=starts[first],
                    end=starts[last + 1] - 1,
                    url=address_of(entry),
                    sources={"date": when.source} if when and when.source else {},
                )
            )
    dropped = [
        Artefact(starts[n], starts[n] + len(line), "boilerplate", "", "B", "round the posts of a discussion")
        for n, line in enumerate(found.lines)
        if n not in in_text and line.strip(WHITESPACE)
    ]
    return Page(tuple(posts), tuple(dropped))
