"""read_html(): the posts of an HTML page, with what the page declares about them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from textnorm.arguments import check_options, check_text
from textnorm.dates import DateOptions
from textnorm.pages.keys import line_key
from textnorm.pages.markup.builder import LineBuilder
from textnorm.pages.markup.byline_rows import rows_of_days, told_in_block, told_in_row
from textnorm.pages.markup.claims import Claims, same_title, without_site
from textnorm.pages.markup.declared_data import (
    Declared,
    blocks_of,
    declared_by,
    heading_for,
    link_in,
    text_of,
)
from textnorm.pages.markup.filled_in import NAMED, contradicted, with_author, with_change, with_day
from textnorm.pages.markup.headings import retitled, without_row_of_links
from textnorm.pages.markup.index_pages import SOURCE
from textnorm.pages.markup.inside import claims_in
from textnorm.pages.markup.misread import as_meant
from textnorm.pages.markup.others import without_days_of_others, without_names_of_readers
from textnorm.pages.markup.parting import posts_in
from textnorm.pages.markup.people import authors_in, names_above
from textnorm.pages.markup.post_elements import Own, author_in, blocks_of_posts
from textnorm.pages.markup.states import article_in_scripts
from textnorm.pages.markup.tag_links import parted_tags
from textnorm.pages.markup.thread import comments_of
from textnorm.pages.markup.titles_of_pages import title_of_page, with_topic
from textnorm.pages.markup.tree import built, parse_page
from textnorm.pages.options import DEFAULT, PageOptions
from textnorm.pages.posts.dating import Dating
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.paths import last_step
from textnorm.pages.results import Page, Post

#: where a browser notes the address of a page that it saves
_SAVED = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,2000}) -->")
_HEAD = 4000
_COMMA = re.compile("[,،;؛]")


def read_html(html: str, options: PageOptions = DEFAULT, *, url: str | None = None) -> Page:
    """Return the posts of an HTML page, cleaned, each with what the page says and declares about it.

    The text is read by lines as `read_page` reads it, so leads stay and the posts of a front page are parted.
    What the text does not say is taken from the markup: JSON-LD, ``article:published_time``, itemprop,
    ``<time datetime>``, ``rel=author``, ``og:title`` without the site's name, the canonical address and the
    declared language; from what browsers write into pages that they save, their address; last from the JSON that scripts begin with. `Post.sources` says where from; where text and markup, or two declarations, contradict
    one another, `Post.conflicts` says so; the surest counts, and of two that are equally sure neither. A day comes last from the address. Addresses are
    made whole with ``<base>`` or *url*. A page whose bytes were read in another encoding («Ø³Ù„Ø§Ù…») is decoded anew
    before it is read, and ``sources["encoding"]`` says which. A page that lists headlines gives a post for each, with the address it leads to; its body
    is empty where the list has no teaser. With ``PageOptions(comments="keep")`` comments that the markup tells apart
    come behind the posts, as posts of the kind ``"comment"``. ``HtmlExtraMissing`` without the extra ``html``.

    >>> page = read_html('<meta property="article:published_time" content="2020-02-18"><h1>Rain</h1><p>'
    ...                  'It rained all day in the north, and the roads were closed until the evening.')
    >>> page.posts[0].date.isoformat(), page.posts[0].sources["date"]
    ('2020-02-18', 'meta article:published_time')
    """
    check_options(options, PageOptions)
    check_text(html)
    html, misread = as_meant(html)
    root = parse_page(html)
    if root is None:
        return Page(())
    declared = declared_by(root)
    found = built(root)
    page = posts_in(found, declared, options)
    base = next((e.get("href") for e in root.iter("base") if e.get("href")), None)
    saved = _SAVED.search(html[:_HEAD])
    url = url or (saved[1] if saved else None)
    blocks = blocks_of_posts(page.posts, found)
    filler = _Filler(declared, _joined(url, base), page.posts, url, found, options.dates)
    filler.rows = rows_of_days({own.block for own in blocks} - {None}, found) if len(blocks) > 1 else {}
    posts = with_topic(tuple(map(filler.filled, page.posts, blocks)), declared, found)
    if options.comments == "keep":
        address = posts[0].url if len(posts) == 1 else _joined(url, base)
        posts += tuple(comments_of(root, found.lines, found.places, options.dates, address))
    if misread:
        posts = tuple(replace(post, sources={**post.sources, "encoding": misread}) for post in posts)
    return replace(page, posts=posts)


def html_to_text(html: str) -> str:
    """Return the article in an HTML page as text: its title, then its lines; all articles where there are several.

    Comments, menus and what else stands round an article are left out. Half-spaces are kept, as are code (between
    fences) and the rows of tables. ``HtmlExtraMissing`` without the extra ``html``.

    >>> html_to_text("<h1>Rain</h1><p>It rained all day in the north.")
    'Rain\\n\\nIt rained all day in the north.'
    """
    root = parse_page(html)
    posts = () if root is None else posts_in(built(root), declared_by(root), DEFAULT, text_only=True).posts
    parts = (part for post in posts for part in (post.title, post.body) if part)
    return "\n\n".join(parts)


def _reporter(text: Any, heading: Any) -> str | None:
    """Return the name in an element that is called after who wrote, inside the smallest one round a title and its text; a given
    name alone stands above the text, since readers are called by it below."""
    around = set(heading.iterancestors())
    block = next((one for one in text.iterancestors() if one in around), None) if text is not None else None
    if block is None or block.tag in ("body", "html"):
        return None
    whole = next((name for name in authors_in(block) if is_name(name)), None)
    return whole or next((name for name in names_above(block, text) if may_be_name(name)), None)


def _link_of(block: Any, title: str | None) -> str | None:
    """Return where the one link in a block leads that is a title."""
    if block is None or not title:
        return None
    links = (one for one in block.iter("a") if one.get("href") and line_key(text_of(one)) == line_key(title))
    addresses = {str(one.get("href")) for one in links}
    return addresses.pop() if len(addresses) == 1 else None


def _tags_of(declared: list[str]) -> list[str]:
    """Return the tags in what is declared: one claim may list them all."""
    return (
        [tag for tag in map(str.strip, _COMMA.split(declared[0])) if tag] if len(declared) == 1 else declared
    )


def _joined(base: str | None, url: str | None) -> str | None:
    try:
        return urljoin(base or "", url or "") or None
    except ValueError:
        return None


class _Filler:
    """Fill into posts what a page declares."""

    def __init__(
        self,
        declared: Declared,
        base: str | None,
        posts: tuple[Post, ...],
        address: str | None,
        found: LineBuilder,
        dates: DateOptions,
    ) -> None:
        self.found, self.dates = found, dates
        self.declared, self.base, self.alone = declared, base, len(posts) == 1
        self.address = address
        self.rows: dict[Any, list[int]] = {}
        headings = {heading_for(declared, post.title) for post in posts} - {None}
        self.blocks = {} if self.alone else blocks_of(list(headings))

    def filled(self, post: Post, own: Own) -> Post:
        """Return a post with what is claimed about it; *own* is where it stands."""
        claims = self._claims(post, own)
        if self.alone:
            claims = claims.then(self._in_scripts(post, claims))
        named = self._title(without_row_of_links(post, self.found) if self.alone else post, claims)
        if named.title:
            named = replace(named, title=last_step(named.title))
        if self.alone and named.title != post.title:  # what stands round another heading
            claims = self._claims(named, own).then(claims)
        post = named
        post = self._dated(post)
        if self.alone:
            post = without_days_of_others(post, claims, self.found)
            post = without_names_of_readers(post, self.found)
            post = told_in_row(post, self.found, self.dates)
        else:
            post = told_in_block(post, self.rows.get(own.block, ()), self.found, self.dates)
        post = with_day(post, claims)
        post = with_change(post, claims)
        post = with_author(post, claims, self.declared, self.found.lines)
        if not self.alone and post.author and same_title(post.title, post.author):
            post = replace(post, title=None)  # who sent a message stands above it
        return self._rest(post, claims)

    @cached_property
    def _dating(self) -> Dating:
        return Dating(self.dates, self.found.lines)

    def _dated(self, post: Post) -> Post:
        """Return a post with the day of its row whose year has two digits, by the years that stand anywhere on the page."""
        if post.date is not None or not post.date_text:
            return post
        days = (self._dating.day(day, post.date_text) for day in self._dating.dates_in(post.date_text))
        return replace(post, date=next(filter(None, days), None))

    def _claims(self, post: Post, own: Own) -> Claims:
        """Return what is claimed about one post, the most trusted first."""
        declared = self.declared
        heading = heading_for(declared, post.title)
        claims = self._linked(post)
        is_own = heading is not None and heading is declared.only_heading
        if self.alone and (declared.is_article or declared.names_heading or is_own):
            claims = claims.then(declared.page)
        elif self.alone:
            claims = claims.then(Claims({"url": declared.page.found.get("url", [])}))
        block: Any = declared.root if self.alone else own.block
        if not self.alone:
            claims.add("url", post.url, post.sources.get("url", "link at the day"))
            claims.add("url", _link_of(own.block, post.title), SOURCE)
        if not self.alone and heading is not None:
            block = self.blocks[heading]
            claims.add("url", link_in(heading), SOURCE)
        if block is not None and (declared.is_article or not self.alone or heading is not None):
            claims = claims.then(claims_in(block, own.text, own=not self.alone))
        if not self.alone and own.block is not None:
            if own.block is not block:
                claims = claims.then(claims_in(own.block, own.text, own=True))
            claims.add("author", author_in(own.block, post.author), NAMED)
        if self.alone and heading is not None:
            name = _reporter(own.text, heading)
            claims.add("author", name if name and (post.author is None or is_name(name)) else None, NAMED)
        if self.alone:
            claims.add("url", self.address, "address of the page")
        languages = declared.page.found.get("language")
        return claims.then(Claims({"language": languages})) if languages else claims

    def _in_scripts(self, post: Post, claims: Claims) -> Claims:
        """Return what the state of the scripts says of a page's only post where neither page nor text say it."""
        missing = [
            name
            for name, own in (("date", post.date), ("author", post.author), ("tags", post.tags))
            if not own and not claims.first(name)
        ]
        found = article_in_scripts(self.declared.root) if "date" in missing or "author" in missing else None
        title = found.first("title") if found else None
        if found is None or title is None or (post.title and not same_title(post.title, title[0])):
            return Claims()
        wanted = {*missing, "modified"} if claims.first("modified") is None else {*missing}
        wanted |= set() if post.title else {"title"}
        return Claims({name: values for name, values in found.found.items() if name in wanted})

    def _linked(self, post: Post) -> Claims:
        """Return the claims of JSON-LD about a post: by its title, or those of a page's only article."""
        articles = self.declared.articles
        named = [a for a in articles if same_title(post.title, (a.first("title") or ("",))[0])]
        if not named and self.alone and self.declared.is_article:
            named = [a for a in articles if same_title(self.declared.name, (a.first("title") or ("",))[0])]
            named = named or (articles if len(articles) == 1 else [])
        found = Claims()
        for article in named[:3]:
            found = found.then(article)
        return found

    def _title(self, post: Post, claims: Claims) -> Post:
        claim, is_told = claims.first("title"), False
        tops = [text for text, element in self.declared.headings if element.tag == "h1"]
        if self.alone and (
            claim is None or not self._is_shown(without_site(claim[0], self.declared.site, tops))
        ):
            told = title_of_page(post, self.declared, self.found, claim)
            is_told, claim = told is not claim, told
        if claim is None:
            return post
        title, source = without_site(claim[0], self.declared.site, tops), claim[1]
        shown = self._is_shown(title)
        is_head = heading_for(self.declared, post.title) is not None or not shown
        if (
            (same_title(title, post.title) and is_head)
            or not line_key(title)
            or line_key(title) == line_key(self.declared.site or "")
        ):
            return post
        if post.title is not None and not shown and not is_told:
            return contradicted(post, "title", post.title, title, source)
        first, _, rest = post.body.partition("\n")
        body = rest.lstrip("\n") if line_key(first) == line_key(title) else post.body
        named = replace(post, title=title, body=body, sources={**post.sources, "title": source})
        return retitled(named, self.found, post.title or "")

    def _is_shown(self, title: str) -> bool:
        return line_key(title) in self.declared.by_key

    def _rest(self, post: Post, claims: Claims) -> Post:
        """Fill in address, language and tags."""
        sources = dict(post.sources)
        changes: dict[str, Any] = {}
        if (address := claims.first("url")) and (whole := _joined(self.base, address[0])):
            changes["url"], sources["url"] = whole, address[1]
        if language := claims.first("language"):
            changes["language"], sources["language"] = language
        if not post.tags and (tag := claims.first("tags")):
            changes["tags"], sources["tags"] = tuple(dict.fromkeys(_tags_of(claims.all("tags")))), tag[1]
        if (tags := parted_tags(post.tags, self.declared.root)) != post.tags:
            changes["tags"] = tags
        return replace(post, **changes, sources=sources) if changes else post
