"""The title of a page's only post, where nothing declares one that is a heading: what else the page says it to be."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from itertools import chain
from typing import Any

from textnorm.pages.keys import WHITESPACE, line_key
from textnorm.pages.markup.builder import CELLS, LineBuilder
from textnorm.pages.markup.claims import same_title, without_site
from textnorm.pages.markup.declared_data import (
    Declared,
    heading_for,
    is_in_head,
    is_of_entry,
    is_of_site,
    link_in,
    say_the_same,
    text_of,
)
from textnorm.pages.results import Post

#: a title with its source
_Claim = tuple[str, str]
#: fewest words of a headline that is told from the name of a site; letters of its words that tell something
_HEADLINE, _LETTERS = 4, 4
#: most lines between the only heading of a page and its text
_NEAR = 8
#: the share of the words of a title that a text says
_MOST = 0.5
#: what boards write before the topic of their posts
_TOPIC = frozenset(("موضوع", "عنوان", "عنوان موضوع", "Topic", "Subject", "Thread"))
_ELEMENT, _HEADING = "title element", "heading"


def title_of_page(post: Post, declared: Declared, found: LineBuilder, claim: _Claim | None) -> _Claim | None:
    """Return the title of a page's only post with its source: the heading that the page says to be, its only one, the one above
    the text, or else what the page is called if its text says the same; *claim*, that is no heading, where there is none."""
    if declared.names_heading:
        return declared.name or "", _ELEMENT if claim is None else _HEADING
    named = heading_for(declared, post.title) is not None
    told = None if named else _declared_heading(declared)
    if claim is not None:
        return told or (None if named else _declared_title(post, declared, claim)) or claim
    told = told or _only_heading(post, declared, named=named) or _first_line(post, declared)
    told = told or (None if named else _heading_above(post, declared, found))
    told = told or _heading_of_title(post, declared, found, named=named)
    return told or (None if named else _called(post, declared))


def with_topic(posts: tuple[Post, ...], declared: Declared, found: LineBuilder) -> tuple[Post, ...]:
    """Return the posts of a board, the first with its topic as its title: what a line above them says behind its label and the
    title of the page says too, where no post has one."""
    if len(posts) < 2 or not declared.title_text or any(post.title for post in posts):
        return posts
    pieces = set(map(line_key, declared.title_pieces))
    at = 0
    for line in found.lines:
        at += len(line) + 1
        label, colon, topic = line.partition(":")
        if at > posts[0].end:
            break
        if colon and label.strip() in _TOPIC and line_key(topic) in pieces:
            sources = {**posts[0].sources, "title": _ELEMENT}
            return (replace(posts[0], title=topic.strip(WHITESPACE), sources=sources), *posts[1:])
    return posts


def _declared_heading(declared: Declared) -> _Claim | None:
    """Return the title that the page claims to have, where one heading of it is that, and not the site's."""
    name = declared.name if "title" in declared.page.found else None
    heading = heading_for(declared, name)
    if name is None or heading is None or is_of_site(heading):
        return None
    return name, declared.page.found["title"][0][1]


def _declared_title(post: Post, declared: Declared, claim: _Claim) -> _Claim | None:
    """Return the title that a page declares where it is no heading, but neither is what was taken for the title of its text, that
    says nothing of it, and the text says half of its words."""
    title = without_site(claim[0], declared.site, [])
    key = line_key(post.title or "")
    is_other = post.title is None or not (
        key in declared.whole_title or key in line_key(title) or say_the_same(post.title, title)
    )
    if not is_other or not _is_told(title, post):
        return None
    first = post.body.partition("\n")[0]
    is_shorter = len(first) <= len(title) and same_title(first, title)
    return (first if is_shorter else title), claim[1]


def _only_heading(post: Post, declared: Declared, *, named: bool) -> _Claim | None:
    """Return the page's only heading, which is its title; one of a lower order is no deck of it unless the text says its words."""
    heading = declared.only_heading
    title = "" if heading is None else text_of(heading)
    told = title.split()
    if len(told) < 2 or heading_for(declared, post.title) is heading:
        return None
    if post.title is not None and named and not _is_told(title, post):
        return None
    return title, _ELEMENT


def _first_line(post: Post, declared: Declared) -> _Claim | None:
    """Return the first line of a text without a title, where that is the whole title of the page."""
    first = post.body.partition("\n")[0]
    is_title = post.title is None and " " in first and line_key(first) == declared.whole_title
    return (first, _ELEMENT) if is_title else None


def _heading_above(post: Post, declared: Declared, found: LineBuilder) -> _Claim | None:
    """Return the only heading of the first order, right above a text whose title is none; not that of a site, which stands in
    its head, leads somewhere, or ends the titles of its pages."""
    tops = [(text, element) for text, element in declared.headings if element.tag == "h1"]
    if len(tops) != 1 or " " not in tops[0][0]:
        return None
    title, element = tops[0]
    key = line_key(title)
    of_site = is_of_site(element) or link_in(element) or key == line_key(declared.site or "")
    if of_site or declared.ends_titles(key) or is_in_head(element):
        return None
    lines = [line.strip(WHITESPACE) for line in found.lines]
    first = post.body.partition("\n")[0]
    if title not in lines or first not in lines:
        return None
    return (title, _HEADING) if 0 < lines.index(first) - lines.index(title) <= _NEAR else None


def _heading_of_title(post: Post, declared: Declared, found: LineBuilder, *, named: bool) -> _Claim | None:
    """Return the heading that the title of the page says beside the name of the site, where the text tells no title, that name,
    the row of a table, or a line below such a heading that the title of the page does not say."""
    pieces = set(map(line_key, declared.title_pieces))
    others = pieces - {line_key(declared.site or "")}
    own = {
        text: element
        for text, element in declared.headings
        if line_key(text) in others
        and not (is_of_site(element) or is_in_head(element) or _leads_away(element, declared))
    }
    tops = {text: element for text, element in own.items() if element.tag == "h1"}
    own = tops if len(own) > len(tops) == 1 else own
    if len(own) != 1 or len(pieces) < 2:
        return None
    ((title, element),) = own.items()
    key = line_key(post.title or "")
    is_other = post.title is None or CELLS in post.title or key in pieces
    if not is_other and key not in declared.whole_title and _stands_above(title, post, found):
        is_other = (
            element.tag == "h1" and _is_told(title, post)
            if named
            else is_of_entry(element) or not declared.ends_titles(line_key(title))
        )
    return (title, _HEADING) if is_other else None


def _leads_away(heading: Any, declared: Declared) -> bool:
    """Tell whether a heading leads to some page, is not called the title of an entry, and is no first-level one that begins the
    title of its page, as wikis link their titles to themselves."""
    if link_in(heading) is None or is_of_entry(heading):
        return False
    return heading.tag != "h1" or line_key(text_of(heading)) != line_key(declared.title_pieces[0])


def _is_told(title: str, post: Post) -> bool:
    """Tell whether a title is long enough for a headline, and a text says half of its words."""
    telling = _telling(title)
    return len(title.split()) >= _HEADLINE and len(telling & _said(post)) * 2 >= len(telling)


def _stands_above(title: str, post: Post, found: LineBuilder) -> bool:
    """Tell whether a heading stands above what was taken for the title of a post."""
    lines = [line.strip(WHITESPACE) for line in found.lines]
    return title in lines and post.title in lines and lines.index(title) < lines.index(post.title)


def _called(post: Post, declared: Declared) -> _Claim | None:
    """Return what a page without headings is called, or the longest piece of that, if the text of its post says most of the words
    and what was taken for its title is none of them."""
    whole, said = declared.title_text, _said(post)
    if not whole or declared.headings or same_title(post.title, whole):
        return None
    site = line_key(declared.site or "")
    pieces = [
        piece for piece in chain([whole], declared.title_pieces) if " " in piece and line_key(piece) != site
    ]
    shares = {piece: len(words & said) / len(words) for piece in pieces if len(words := _telling(piece)) > 1}
    best = max(shares, key=lambda piece: (shares[piece], len(piece)), default="")
    return (best, _ELEMENT) if best and shares[best] > _MOST else None


def _telling(title: str) -> Set[str]:
    return {line_key(word) for word in title.split() if len(word) >= _LETTERS}


def _said(post: Post) -> Set[str]:
    return set(map(line_key, post.body.split()))
