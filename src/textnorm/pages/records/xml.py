"""The items of a feed one after another, with the standard library's parser; entities of its own are refused."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import BinaryIO
from xml.parsers import expat

_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/1999/xhtml": "",
    "http://purl.org/atom/app#": "app:",
    "http://www.w3.org/2007/app": "app:",
    "http://purl.org/syndication/thread/1.0": "thr:",
    "http://schemas.google.com/blogger/2018": "blogger:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
}
_WORDPRESS = re.compile(r"http://wordpress\.org/export/[\d.]+/(excerpt/)?")
_BLOCK = 1 << 16
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OWN = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
#: what of the feed itself says something about its items
_ABOUT = frozenset(("title", "language", "author", "wp:author"))


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes, and what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)

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

    def of(self, stream: BinaryIO, encoding: str | None = None) -> Iterator[Node]:
        """Yield the items; ``ValueError`` for what is no XML, or declares entities."""
        parser = expat.ParserCreate(encoding, " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse
        try:
            for block in _blocks(stream):
                parser.Parse(block, False)
                yield from self._taken()
            parser.Parse(b"", True)
        except expat.ExpatError as error:
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
            self.feed.attributes = node.attributes
        self._inside += node.tag in ("item", "entry") or self._inside > 0
        self._open.append(node)

    def _end(self, name: str) -> None:
        node = self._open.pop()
        if self._inside:
            self._inside -= 1
            if self._inside:
                self._open[-1].content.append(node)
            else:
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
    if not space or space in _PREFIXES:
        return _PREFIXES.get(space, "") + local
    match = _WORDPRESS.match(space)
    if match:
        return ("excerpt:" if match[1] else "wp:") + local
    return f"other:{local}"


def _refuse(*declared: object) -> None:
    raise ValueError("declares entities of its own, which no feed needs: refused")


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
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
        cut = block.rfind(b"&", max(0, len(block) - 34))
        cut = len(block) if cut < 0 else cut
        block, rest = block[:cut], block[cut:]
        yield _ENTITY.sub(_numbered, block)
    if rest:
        yield _ENTITY.sub(_numbered, rest)


def _numbered(match: re.Match[bytes]) -> bytes:
    meaning = None if match[1] in _OWN else html5.get(f"{match[1].decode()};")
    return match[0] if meaning is None else "".join(f"&#{ord(c)};" for c in meaning).encode()
