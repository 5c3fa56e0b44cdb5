"""The items of a feed one after another, with the standard library's parser; entities of its own are refused.

What nearly every reader of feeds mends is mended before it is parsed, and noted at the item: an ``&`` that begins no entity."""

from __future__ import annotations

import codecs
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import BinaryIO
from xml.parsers import expat

from textnorm.lazy import lazy_pattern

_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/1999/xhtml": "",
    "http://purl.org/atom/app#": "app:",
    "http://www.w3.org/2007/app": "app:",
    "http://purl.org/syndication/thread/1.0": "thr:",
    "http://schemas.google.com/blogger/2018": "blogger:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://www.itunes.com/DTDs/Podcast-1.0.dtd": "itunes:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://disqus.com": "disqus:",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
}
_SECURE = lazy_pattern(r"^https:")
_WORDPRESS = lazy_pattern(r"http://wordpress\.org/export/[\d.]+/(excerpt/)?")
_BLOCK = 1 << 16
#: what XML allows of the control characters
_BLANK = (9, 10, 13)
_CONTROLS = bytes(code for code in range(32) if code not in _BLANK)
#: what a reader does not look into, and the ampersands outside of that
_OPENING = lazy_pattern(rb"<!\[CDATA\[|<!--|&")
_CLOSING = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
_ENTITY = lazy_pattern(rb"&(?:#([0-9]{1,7}|x[0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));")
#: what the end of a block may cut is shorter
_CUT = 34
_OWN = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
#: the elements that are items, by what the whole is called
_ITEMS = frozenset(("item", "entry"))
_ITEMS_OF = {
    "disqus:disqus": frozenset(("disqus:thread", "disqus:post")),
    "en-export": frozenset(("note",)),
    "urlset": frozenset(("url",)),
}
SITEMAP = "a sitemap lists addresses and holds no posts: fetch the pages that it names (loc), and read those"
_NO_POSTS = (
    "OPML is a list of feeds and holds no posts: fetch the feeds that it names (xmlUrl), and read those"
)
#: what of the feed itself says something about its items
_ABOUT = frozenset(("title", "language", "author", "wp:author"))


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes, and what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)
    #: how many ampersands in an item begin no entity
    bare: int = 0

    def all(self, tag: str) -> list[Node]:
        """Return the children of a name."""
        return [child for child in self.content if isinstance(child, Node) and child.tag == tag]

    def first(self, *tags: str) -> Node | None:
        """Return the first child of the first of these names that one has."""
        return next((child for tag in tags for child in self.all(tag)), None)

    @property
    def text(self) -> str:
        """Return the text directly in the element."""
        return "".join(part for part in self.content if isinstance(part, str)).strip()

    def said(self, *tags: str) -> str:
        """Return the first text that a child of these names holds."""
        return next((child.text for tag in tags for child in self.all(tag) if child.text), "")


class Items:
    """Read a feed; ``feed`` holds what it says of itself so far."""

    def __init__(self) -> None:
        self.feed = Node("feed")
        self._open: list[Node] = []
        self._done: list[Node] = []
        self._inside = 0
        self._items = _ITEMS
        self._source = _Source()
        self._parser = expat.ParserCreate()
        #: where in the source the item begins
        self._first = 0

    def of(self, stream: BinaryIO, encoding: str | None = None) -> Iterator[Node]:
        """Yield the items; ``ValueError`` for what is no XML, or declares entities."""
        parser = self._parser = expat.ParserCreate(encoding, " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse
        try:
            for block in self._source.blocks(stream):
                parser.Parse(block, False)
                yield from self._taken()
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            yield from self._taken()
            raise ValueError(f"not XML: {expat.ErrorString(error.code)} in line {error.lineno}") from None
        except LookupError as error:
            raise ValueError(f"not XML: {error}") from None
        yield from self._taken()

    def _taken(self) -> list[Node]:
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        node = Node(_name(name), {key.rpartition(" ")[2]: value for key, value in attributes.items()})
        if not self._open:
            if node.tag in ("opml", "sitemapindex"):
                raise ValueError(_NO_POSTS if node.tag == "opml" else SITEMAP)
            self.feed.attributes = node.attributes
            self._items = _ITEMS_OF.get(node.tag, _ITEMS)
        if not self._inside:
            self._first = self._parser.CurrentByteIndex
        self._inside += node.tag in self._items or self._inside > 0
        self._open.append(node)

    def _end(self, name: str) -> None:
        node = self._open.pop()
        if self._inside:
            self._inside -= 1
            if self._inside:
                self._open[-1].content.append(node)
            else:
                node.bare = self._source.bare_between(self._first, self._parser.CurrentByteIndex)
                self._done.append(node)
        elif node.tag in _ABOUT:
            self.feed.content.append(node)
        elif self._open and self._open[-1].tag in _ABOUT:
            self._open[-1].content.append(node)

    def _text(self, text: str) -> None:
        if self._inside or any(node.tag in _ABOUT for node in self._open[-2:]):
            self._open[-1].content.append(text)


def _name(name: str) -> str:
    space, _, local = name.rpartition(" ")
    space = _SECURE.sub("http:", space)  # some tools write the names of namespaces as if they were addresses
    if not space or space in _PREFIXES:
        return _PREFIXES.get(space, "") + local
    match = _WORDPRESS.match(space)
    if match:
        return ("excerpt:" if match[1] else "wp:") + local
    return f"other:{local}"


def _refuse(*declared: object) -> None:
    raise ValueError("declares entities of its own, which no feed needs: refused")


class _Source:
    """Gives a feed in pieces that a parser takes, and knows where something was mended."""

    def __init__(self) -> None:
        self._bare: deque[int] = deque()
        self._given = 0
        #: what closes the part that is not looked into
        self._until = b""

    def bare_between(self, start: int, end: int) -> int:
        """Return how many ampersands were mended between two places of what was given; asked from first to last."""
        count = 0
        while self._bare and self._bare[0] < end:
            count += self._bare.popleft() >= start
        return count

    def blocks(self, stream: BinaryIO) -> Iterator[bytes]:
        """Yield a feed in pieces, without control characters, the entities of HTML as numbers."""
        rest = b""
        wide = None
        while block := stream.read(_BLOCK):
            if wide is None:
                wide = block[:2] in (b"\xff\xfe", b"\xfe\xff")
                block = block if wide else block.removeprefix(codecs.BOM_UTF8).lstrip()
            if wide:
                yield block
                continue
            block = rest + block.translate(None, _CONTROLS)
            mended, done = self._mended(block, len(block) - _CUT)
            rest = block[done:]
            yield mended
        if rest:
            yield self._mended(rest, len(rest))[0]

    def _mended(self, block: bytes, end: int) -> tuple[bytes, int]:
        """Return a piece with its entities as the parser takes them, and where it ends: not before *end*."""
        parts: list[bytes] = []
        at = 0
        while at < end:
            part, at = self._closed(block, at, end) if self._until else self._next(block, at, end)
            self._given += len(part)
            parts.append(part)
        return b"".join(parts), at

    def _closed(self, block: bytes, at: int, end: int) -> tuple[bytes, int]:
        """Return what is left of a part that is not looked into."""
        close = block.find(self._until, at)
        stop = end
        if close >= 0:
            stop, self._until = close + len(self._until), b""
        return block[at:stop], stop

    def _next(self, block: bytes, at: int, end: int) -> tuple[bytes, int]:
        """Return what stands before the next entity, and that as the parser takes it."""
        found = _OPENING.search(block, at)
        if found is None or found.start() >= end:
            return block[at:end], end
        before, self._until = block[at : found.start()], _CLOSING.get(found[0], b"")
        if self._until:
            return before + found[0], found.end()
        entity = _ENTITY.match(block, found.start())
        as_xml = None if entity is None else _as_xml(entity)
        if entity is None or as_xml is None:
            self._bare.append(self._given + len(before))
            return before + b"&amp;", found.end()
        return before + as_xml, entity.end()


def _as_xml(entity: re.Match[bytes]) -> bytes | None:
    """Return an entity as XML has it: one of HTML as numbers, one of a character that XML forbids as nothing; ``None`` for
    a name that means nothing."""
    if number := entity[1]:
        code = int(number[1:], 16) if number[:1] == b"x" else int(number)
        allowed = (
            code in _BLANK or (32 <= code < 0xD800) or (0xE000 <= code < 0x110000 and code & ~1 != 0xFFFE)
        )
        return entity[0] if allowed else b""
    if entity[2] in _OWN:
        return entity[0]
    meaning = html5.get(f"{entity[2].decode()};")
    return None if meaning is None else "".join(f"&#{ord(c)};" for c in meaning).encode()
