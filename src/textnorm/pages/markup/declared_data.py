"""What a page declares about itself: JSON-LD, meta, itemprop, time, canonical address, language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from textnorm.pages.keys import line_key
from textnorm.pages.markup.claims import Claims, pieces_of, plain, without_site
from textnorm.pages.markup.jsonld import PAGES, RECORDINGS, articles_in, scripts_in

#: meta elements by their name or property: what they claim; the most trusted first
_META = {
    "article:published_time": "date", "og:published_time": "date", "dc.date.created": "date", "parsely-pub-date": "date", "dcterms.created": "date", "dc.date.issued": "date",
    "article:modified_time": "modified", "og:updated_time": "modified",
    "og:title": "title", "twitter:title": "title",
    "author": "author", "article:author": "author", "dc.creator": "author",
    "og:url": "url", "article:tag": "tags", "og:locale": "language",
}  # fmt: skip
#: those that are believed where no other one says it
_LESS_TRUSTED = {
    **dict.fromkeys(("og:article:published_time", "datepublished", "date_published", "publish_date", "publish-date", "publishdate",
        "published-date", "published_date", "publication_date", "published_at", "pubdate", "article:published", "article.published",
        "article:publish_date", "sailthru.date", "dc.date", "dcterms.date", "dcterms.issued", "date"), "date"),
    **dict.fromkeys(("og:article:modified_time", "datemodified", "last-modified", "dcterms.modified"), "modified"),
    **dict.fromkeys(("og:article:author", "parsely-author", "sailthru.author", "dcterms.creator"), "author"),
}  # fmt: skip
ARTICLES = ("Article", "BlogPosting", "Report")
HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST = 300
#: fewest words of a title; fewest letters of one that is told from others. First-level headings may also link home
_TITLE, _TELLING = 2, 6
#: fewest letters of a title that stands in a longer one, and of words that tell something; fewest of these that titles share
_HELD, _WORD, _SHARED = 10, 3, 2
#: fewest words of a title beside that of a site, which has at most these
_HEADLINE, _NAME_OF_SITE = 5, 3
_HOME = re.compile(r"(?:https?://[^/]{1,200})?(?:\./|/)?(?:#|index\.\w{1,5})?")
_BAR = re.compile(r"(?:menu|nav|tool|top)-?(?:bar|title)", re.IGNORECASE)
_HEADER = re.compile(r"(?<!web)site|blog-?title|logo|brand|masthead|banner", re.IGNORECASE)

#: what hAtom and blogs call an entry and its title
_ENTRY = re.compile(r"(?:^|\s)(?:h-?entry|(?:entry|post)-title)(?:\s|$)")


@dataclass
class Declared:
    """What a page declares: about itself, and about the articles that it names."""

    root: Any
    page: Claims = field(default_factory=Claims)
    articles: list[Claims] = field(default_factory=list)
    site: str | None = None
    description: str = ""
    #: whether the page says that it is one article
    is_article: bool = False

    @cached_property
    def headings(self) -> list[tuple[str, Any]]:
        """Return the headings of the page, as text, with their elements."""
        found = ((text_of(element), element) for element in self.root.iter(*HEADINGS))
        return [(text, element) for text, element in found if 0 < len(text) <= _LONGEST]

    @cached_property
    def by_key(self) -> dict[str, list[Any]]:
        """Return the headings of the page by the keys of their lines."""
        found: dict[str, list[Any]] = {}
        for text, element in self.headings:
            if key := line_key(text):
                found.setdefault(key, []).append(element)
        return found

    @cached_property
    def is_single(self) -> bool:
        """Return whether the page is one article for sure: its only heading of the first order is what it says to be."""
        return self.names_heading and (self.is_article or "title" in self.page.found)

    @cached_property
    def names_heading(self) -> bool:
        """Return whether the page says to be its only heading of the first order, and that is not the site's."""
        tops = [element for text, element in self.headings if element.tag == "h1" and not _is_bar(element)]
        if len(tops) != 1 or not (title := text_of(tops[0])).count(" ") >= _TITLE - 1:
            return False
        own = line_key(title)
        if own == line_key(self.site or "") or own != line_key(self.name or ""):
            return False
        if self.is_article:
            return True
        if is_in_head(tops[0]) and (self.ends_titles(own) or self._has_entries):
            return False
        is_long = title.count(" ") + 1 >= _HEADLINE and self.whole_title.startswith(own)
        others = (
            key
            for key, elements in self.by_key.items()
            if len(key) >= _TELLING
            and key in self.whole_title
            and not (is_long and all(text_of(one).count(" ") < _NAME_OF_SITE for one in elements))
            and key not in own
            and not all(map(_is_bar, elements))
        )
        return (
            not is_of_site(tops[0])
            and ("title" in self.page.found or own != self.whole_title)
            and not any(others)
        )

    @property
    def _has_entries(self) -> bool:
        """Return whether several headings that lead to other pages are those of entries, as on the home page of a blog."""
        linked = (element for _, element in self.headings if element.tag != "h1" and link_in(element))
        return sum(_ENTRY.search(_called(element)) is not None for element in linked) > 1

    def ends_titles(self, key: str) -> bool:
        """Tell whether the title of the page has something else before a name, as before that of a site."""
        return key in map(line_key, self.title_pieces[1:])

    @cached_property
    def only_heading(self) -> Any:
        """Return the heading that is the whole title of the page, its only one of the first order; ``None`` where it may be that
        of a site: it is called so, or some heading leads to another page, as on a home page."""
        tops = [element for _, element in self.headings if element.tag == "h1"]
        if len(tops) != 1 or line_key(text_of(tops[0])) != self.whole_title or is_of_site(tops[0]):
            return None
        links = (link_in(element) or "#" for _, element in self.headings)
        return tops[0] if all(link.startswith("#") for link in links) else None

    @cached_property
    def title_text(self) -> str:
        """Return the text of the title element; nothing where there is none."""
        title = self.root.find(".//head/title")
        return "" if title is None else text_of(title)

    @property
    def title_pieces(self) -> list[str]:
        """Return the pieces of the title element between the signs that part a headline from the name of a site."""
        return pieces_of(self.title_text)

    @cached_property
    def whole_title(self) -> str:
        """Return the key of the title element."""
        return line_key(self.title_text)

    @cached_property
    def name(self) -> str | None:
        """Return what the page is called: a title that it claims, without the site's name, the one first that is a heading; else
        the heading that its title holds. Where neither is a heading, the only one of the first order that says the same."""
        tops = [text for text, element in self.headings if element.tag == "h1"]
        claims = [title for title, _ in self.page.found.get("title", ())]
        names = [without_site(one, self.site, tops) for one in claims or [self.title_text]]
        keys = set(map(line_key, tops))
        shown = next((one for one in names if line_key(one) in keys), None)
        shown = shown or next(filter(None, map(self._headline, names)), None)
        return shown or (names[0] if claims else None)

    def _headline(self, name: str) -> str | None:
        """Return the only heading of the first order, where that says with other words what a name does."""
        tops = [(text, element) for text, element in self.headings if element.tag == "h1"]
        if (
            len(tops) != 1
            or _is_bar(tops[0][1])
            or is_of_site(tops[0][1])
            or not say_the_same(tops[0][0], name)
        ):
            return None
        return tops[0][0]


def say_the_same(one: str, other: str) -> bool:
    """Tell whether two titles share most of the words of the shorter, or one holds the other."""
    short, long = sorted((line_key(one), line_key(other)), key=len)
    if len(short) >= _HELD and short in long:
        return True
    words, others = (
        {key for word in text.split() if len(key := line_key(word)) >= _WORD} for text in (one, other)
    )
    shared = len(words & others)
    return shared >= _SHARED and shared * 2 >= min(len(words), len(others))


def is_of_site(heading: Any) -> bool:
    """Tell whether a heading is that of a site rather than of a text: by its name, or since it leads home. Themes with a picture
    of the post in the head of the site have its title there, too."""
    named = _HEADER.search(_called(heading)) and not is_of_entry(heading)
    return bool(named or _HOME.fullmatch(link_in(heading) or " "))


def is_of_entry(heading: Any) -> bool:
    """Tell whether a heading itself is called the title of an entry."""
    return _ENTRY.search(heading.get("class") or "") is not None


def is_in_head(element: Any) -> bool:
    """Tell whether an element stands in the head of a page, not of an article."""
    around = {one.tag for one in element.iterancestors()}
    return "header" in around and not around & {"article", "main"}


def _is_bar(element: Any) -> bool:
    """Tell whether a heading stands in the bar of a site rather than over a text."""
    return any(
        one.tag == "nav" or _BAR.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in (element, *list(element.iterancestors())[:2])
    )


def _called(element: Any) -> str:
    """Return what an element and those right round it are called."""
    around = [element, *list(element.iterancestors())[:3]]
    return " ".join(f"{one.get('class') or ''} {one.get('id') or ''}" for one in around if one.tag != "body")


def text_of(element: Any) -> str:
    """Return the text inside an element, spaces as one."""
    return " ".join("".join(element.itertext()).split())


def declared_by(root: Any) -> Declared:
    """Return what a page declares."""
    found = Declared(root)
    scripts = scripts_in(root)
    found.articles = articles_in(scripts)
    kind = _metas(root, found)
    found.is_article = (
        kind.startswith(("article", "product"))
        or len(found.articles) == 1
        or any("article:pub" in s for _, s in found.page.found.get("date", ()))
        or _is_one_item(root)
    )
    if kind.startswith("article") and not found.articles:
        for page in articles_in(scripts, PAGES)[:1]:
            for name in ("date", "modified"):
                found.page.found.setdefault(name, page.found.get(name, []))
    found.articles = found.articles or articles_in(scripts, RECORDINGS)
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            found.page.found.setdefault("url", []).insert(0, (plain(element.get("href")), "link canonical"))
    found.page.add("language", root.get("lang") or root.get("xml:lang"), "html lang")
    return found


def _is_one_item(root: Any) -> bool:
    """Tell whether microdata call one part of the page an article, and no other."""
    kinds = (str(kind).rstrip("/").rpartition("/")[2] for kind in root.xpath("//@itemtype"))
    return sum(kind.endswith(ARTICLES) for kind in kinds) == 1


def _metas(root: Any, found: Declared) -> str:
    kind = ""
    claims: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or ""
        if not name and next(meta.iterancestors("body"), None) is None:  # others are about what they stand in
            name = meta.get("itemprop") or ""
        name = name.strip().lower()
        claims.setdefault(name, []).append(meta.get("content") or "")
    for name, about in _META.items():
        for value in claims.get(name, ()):
            found.page.add(about, value, f"meta {name}")
    trusted = set(found.page.found)
    for name, about in _LESS_TRUSTED.items():
        for value in claims.get(name, ()) if about not in trusted else ():
            found.page.add(about, value, f"meta {name}")
    for name in ("og:site_name", "application-name"):
        found.site = found.site or next(
            (plain(value) for value in claims.get(name, ()) if plain(value)), None
        )
    descriptions = (claims.get(name, ()) for name in ("og:description", "description", "twitter:description"))
    found.description = " ".join(value[:1000] for values in descriptions for value in values[:1])
    for value in claims.get("og:type", ()):
        kind = kind or value.strip().lower()
    return kind


def blocks_of(headings: list[Any]) -> dict[Any, Any]:
    """Return, for each heading, the largest element round it that holds no other one of them."""
    inside: Counter[Any] = Counter()
    for heading in headings:
        inside.update([heading, *heading.iterancestors()])
    blocks = {}
    for heading in headings:
        around = [element for element in (heading, *heading.iterancestors()) if inside[element] == 1]
        blocks[heading] = around[-1] if around else heading
    return blocks


def link_in(heading: Any) -> str | None:
    """Return the address that a heading leads to."""
    links = {a.get("href") for a in heading.iter("a") if a.get("href")}
    if not links:
        links = {a.get("href") for a in heading.iterancestors("a") if a.get("href")}
    return links.pop() if len(links) == 1 else None


def heading_for(declared: Declared, title: str | None) -> Any:
    """Return the one heading of the page that a title is, or ``None``."""
    found = declared.by_key.get(line_key(title or ""), [])
    return found[0] if len(found) == 1 else next((e for e in found if e.tag == "h1"), None)
