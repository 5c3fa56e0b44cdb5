"""What a page declares about a post, filled in: its day, its change and its author; what contradicts the text is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textnorm.pages.keys import line_key
from textnorm.pages.markup.claims import Claims, same_title
from textnorm.pages.markup.days import day_in_address
from textnorm.pages.markup.declared_data import Declared
from textnorm.pages.markup.jsonld import SOURCE as LINKED_DATA
from textnorm.pages.posts.names import is_name
from textnorm.pages.results import Post

#: the sources that are meant for names of people
_PEOPLE = frozenset((LINKED_DATA, "rel author", "hCard of the author", "link to the author"))
#: rows with a name in them are no longer
_ROW = 120
#: letters of a name of a site that is told in another name
_NAME = 5
#: the source of a name that an element is called after
NAMED = "name of the author in the markup"
#: that of a day that stands in the address of a post
IN_ADDRESS = "address"
#: the declarations of a day that others do not contradict, the surest first: a page makes them about itself, while
#: elements in it may be about something else
_SUREST = ("meta article:published_time", LINKED_DATA)


def contradicted(post: Post, name: str, ours: object, theirs: object, source: str) -> Post:
    said = f"{name}: the text says {ours}, {source} says {theirs}"
    return replace(post, conflicts=(*post.conflicts, said))


def with_day(post: Post, claims: Claims) -> Post:
    """Fill in the day, the text's first, then that of the surest declaration, last that in the address; say it where the markup
    declares another, or two: of two that are equally sure neither counts."""
    days = sorted(claims.days("date"), key=lambda claim: _rank(claim[1]))
    if not days:
        address = claims.first("url")
        day = day_in_address(address[0]) if address and post.date is None else None
        return replace(post, date=day.date, sources={**post.sources, "date": IN_ADDRESS}) if day else post
    if post.date is not None:
        for day, source in days:
            if not day.allows(post.date):
                return contradicted(post, "date", post.date, day.date, source)
        return post
    (day, source), others = days[0], days[1:]
    for other, another in others:
        if not day.agrees(other):
            said = f"date: {source} says {day.date}, {another} says {other.date}"
            post = replace(post, conflicts=(*post.conflicts, said))
            if _rank(another) == _rank(source):
                return post
            break
    if day.is_of_greenwich:  # the day where the site is, if the same moment is declared with its zone
        day, source = next((one for one in others if one[0].moment == day.moment), (day, source))
    return replace(post, date=day.date, sources={**post.sources, "date": source})


def _rank(source: str) -> int:
    """Return how sure a declaration of a day is, the surest with the least number."""
    return _SUREST.index(source) if source in _SUREST else len(_SUREST)


def with_change(post: Post, claims: Claims) -> Post:
    found = next(claims.days("modified"), None)
    if found is None:
        return post
    return replace(post, modified=found[0].date, sources={**post.sources, "modified": found[1]})


def with_author(post: Post, claims: Claims, declared: Declared, lines: Sequence[str]) -> Post:
    """Fill in who wrote. Who is declared in a way meant for names, and shown, is surer than a row that does not read like a name."""
    claim = claims.first("author")
    names = [
        name
        for name in claims.all("author")
        if not _is_site(name, declared.site) and not same_title(name, declared.name)
    ]
    if same_title(post.author, post.title) or _ends(post.title, post.author):
        post = replace(post, author=None)
    if claim is None or not names:
        return post
    author = "، ".join(names) if any(name[:1] > "\u0600" for name in names) else ", ".join(names)
    if post.author and (same_title(author, post.author) or line_key(post.author) in line_key(author)):
        return post
    if post.author is None or claim[1] == NAMED:  # a member's card is surer than a row that looks like a name
        return replace(post, author=author, sources={**post.sources, "author": claim[1]})
    said = contradicted(post, "author", post.author, author, claim[1])
    if " " not in author and line_key(author) in line_key(post.author):
        return said
    if (
        claim[1] not in _PEOPLE
        or _is_part_of_site(names[0], declared)
        or (is_name(post.author) and not is_name(author))
        or not _shown(names[0], lines)
    ):
        return said
    return replace(said, author=author, sources={**post.sources, "author": claim[1]})


def _is_part_of_site(name: str, declared: Declared) -> bool:
    """Tell whether a name is a part of that of the site, or stands beside the headline in the title of the page."""
    key = line_key(name)
    return key in line_key(declared.site or "") or key in map(line_key, declared.title_pieces)


def _shown(name: str, lines: Sequence[str]) -> bool:
    """Tell whether a short line of a page has a name."""
    key = line_key(name)
    return any(len(line) <= _ROW and key in line_key(line) for line in lines)


def _ends(title: str | None, name: str | None) -> bool:
    """Tell whether what was taken for a name is what a title says behind its colon: «یادداشت: باران»."""
    return bool(name) and line_key((title or "").rpartition(":")[2]) == line_key(name or "")


def _is_site(name: str, site: str | None) -> bool:
    """Tell whether an author is the site itself, or its name with more round it."""
    own, whole = line_key(site or ""), line_key(name)
    return own == whole or (len(own) >= _NAME and own in whole)
