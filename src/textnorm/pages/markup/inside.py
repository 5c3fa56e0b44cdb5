"""What the markup inside an element claims of the article in it: itemprop, RDFa, time, rel=author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from textnorm.lazy import lazy_pattern
from textnorm.pages.markup.claims import Claims, plain
from textnorm.pages.markup.declared_data import ARTICLES, HEADINGS, text_of
from textnorm.pages.markup.people import name_in

_ITEMPROPS = {"headline": "title", "datepublished": "date", "datemodified": "modified", "author": "author"}
#: what RDFa says, whatever its prefix
_PROPERTIES = {
    "datecreated": "date",
    "datepublished": "date",
    "datemodified": "modified",
    "headline": "title",
}
#: what stands in such an element is about something else than the article
_ASIDE = lazy_pattern(r"comment|related|sidebar|popular|recent|copyright|reply|دیدگاه", re.IGNORECASE)
#: and in such a one, unless it is in the element that an article has to itself
_SITE = lazy_pattern(r"widget|footer", re.IGNORECASE)
_PUBLISHED = lazy_pattern(r"publish|entry-date|post-date|pubdate", re.IGNORECASE)
_UPDATED = lazy_pattern(r"updat|modif", re.IGNORECASE)
#: the same where no other day is meant: themes call the day of publication «updated» too
CHANGED = lazy_pattern(r"last-?_?updat|modif", re.IGNORECASE)
_OUTSIDE = frozenset(("aside", "nav", "script"))
_REPLIES = frozenset(("Comment", "UserComments", "Review"))
#: elements that claim something
_CLAIMING = (
    "descendant-or-self::*[@itemprop or @property or @datetime or (self::abbr and @title) or contains(@rel, 'author')"
    " or contains(@class, 'vcard') or (self::a and contains(@href, '/author/'))]"
)
#: a name in a card or a link has no more characters
_NAME = 60
#: so far up an element is called after what a time in it is
_UP = 2


def claims_in(block: Any, text: Any = None, *, own: bool = False) -> Claims:
    """Return what the markup inside a block says of the article in it: itemprop, RDFa, time, rel=author.

    *text* is an element that is in the article for sure, and so are those round it; *own* says that nothing else is in
    the block, so that a footer in it is the article's.
    """
    claims = Claims()
    times: dict[str, str] = {}
    cards: list[Any] = []
    links: list[Any] = []
    for element in _own(block, text, own):
        for name in (element.get("itemprop") or "").lower().split():
            about = "title" if name == "name" and element.tag in HEADINGS else _ITEMPROPS.get(name)
            if about:
                claims.add(about, _value(element), f"itemprop {element.get('itemprop')}")
        if about := _PROPERTIES.get((element.get("property") or "").lower().rpartition(":")[2]):
            claims.add(about, _value(element), f"property {element.get('property')}")
        if element.tag == "abbr" and _PUBLISHED.search(element.get("class") or ""):
            claims.add("date", element.get("title"), "abbr title")
        if element.tag == "time" and element.get("datetime"):
            _time(element, claims, times)
        elif element.tag == "a" and "author" in (element.get("rel") or "").lower().split():
            _person(element, claims, "rel author")
        elif {"author", "vcard"} <= set((element.get("class") or "").split()):
            cards.append(element)
        elif element.tag == "a" and "/author/" in (element.get("href") or ""):
            links.append(element)
    if "author" not in claims.found and cards:
        _person(cards[0], claims, "hCard of the author")
    if "author" not in claims.found and links:
        to_one = (link for link in links if link.get("href") == links[0].get("href"))
        _person(min(to_one, key=lambda link: len(text_of(link)) or _NAME), claims, "link to the author")
    if len({value[:10] for value in times}) == 1 and "date" not in claims.found:
        claims.add("date", next(iter(times)), "time datetime")
    return claims


def _person(element: Any, claims: Claims, source: str) -> None:
    """Note the name in a card or a link; not another link to somebody that says more than the name."""
    inner = next((e for e in element.iterdescendants() if "fn" in (e.get("class") or "").split()), element)
    name = name_in(inner)
    if 0 < len(name) <= _NAME and not any(known in name for known, _ in claims.found.get("author", ())):
        claims.add("author", name, source)


def _time(element: Any, claims: Claims, times: dict[str, str]) -> None:
    about = f"{element.get('class') or ''} {element.get('itemprop') or ''} {'pubdate' if element.get('pubdate') is not None else ''}"
    if _PUBLISHED.search(about):
        claims.add("date", element.get("datetime"), "time datetime")
    elif _UPDATED.search(about) or _is_of_change(element):
        claims.add("modified", element.get("datetime"), "time datetime")
    else:
        times.setdefault(plain(element.get("datetime")), "")


def _is_of_change(element: Any) -> bool:
    """Tell whether one of the elements right round a time is called after changes."""
    around = list(element.iterancestors())[:_UP]
    return any(CHANGED.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in around)


def _own(block: Any, text: Any, own: bool) -> Iterator[Any]:
    """Yield the elements of a block that claim something, but those of comments, sidebars and lists of other articles."""
    inside = () if text is None else (text, *text.iterancestors())
    outside: dict[Any, bool] = dict.fromkeys(inside, False)
    for element in block.xpath(_CLAIMING):
        above = [element, *element.iterancestors()]
        above = above[: above.index(block)] if block in above else above
        if not any(_remembered(one, outside, own) for one in above):
            yield element


def _remembered(element: Any, outside: dict[Any, bool], own: bool) -> bool:
    if element not in outside:
        outside[element] = _is_outside(element, own)
    return outside[element]


def _is_outside(element: Any, own: bool) -> bool:
    """Tell whether an element is no part of an article; one with a headline in it is, whatever it is called."""
    about = f"{element.get('class') or ''} {element.get('id') or ''}"
    own = own or any(
        above.tag == "article" or (above.get("itemtype") or "").endswith(ARTICLES)
        for above in element.iterancestors()
    )
    of_site = (element.tag == "footer" or _SITE.search(about)) and not own
    named = element.tag in _OUTSIDE or of_site or _ASIDE.search(about)
    if element.tag == "article" and _is_listed(element):
        return True
    kinds = {name.rpartition("/")[2] for name in (element.get("itemtype") or "").split()}
    return bool(kinds & _REPLIES) or bool(named and next(element.iter("h1", "article"), None) is None)


def _is_listed(article: Any) -> bool:
    """Tell whether an article stands inside another one and has no headline of the first order: one that is recommended there."""
    return next(article.iterancestors("article"), None) is not None and next(article.iter("h1"), None) is None


def _value(element: Any) -> str:
    for name in ("content", "datetime"):
        if element.get(name):
            return str(element.get(name))
    inner = next((e for e in element.iter() if e is not element and e.get("itemprop") == "name"), None)
    if inner is not None:
        return inner.get("content") or text_of(inner)
    return text_of(element)
