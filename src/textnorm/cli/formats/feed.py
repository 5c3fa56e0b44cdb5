"""RSS, Atom and WordPress exports: the texts of items are edited, every other byte stays.

Elements are found in the text as it stands, and no entity is ever expanded but the five of XML and
numeric ones; a file that declares entities is refused. So a hostile one can neither read other files nor grow.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.formats.elements import elements
from textnorm.cli.formats.records import Records
from textnorm.cli.formats.spliced import XML, splice
from textnorm.cli.formats.xhtml import find_xhtml
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.encodings import decode
from textnorm.cli.io.line_chunks import CHUNK_BYTES, LONGEST_RECORD, too_long
from textnorm.cli.io.newlines import edit_record
from textnorm.cli.messages import Failure

ELEMENTS = frozenset(("title", "description", "content:encoded", "excerpt:encoded", "summary", "content", "subtitle",
            "wp:comment_content", "wp:cat_name", "wp:category_description", "wp:tag_name", "wp:tag_description",
            "wp:term_name", "wp:term_description", "media:title", "media:description", "itunes:summary"))  # fmt: skip
#: a category is a text where it names what WordPress calls it, elsewhere it is a key
_NAMED_CATEGORY = re.compile(r"\bnicename=")
#: what plugins for search engines keep of a post
META_KEYS = frozenset(("_yoast_wpseo_metadesc", "_yoast_wpseo_title", "_aioseo_description", "_aioseo_title",
             "_aioseop_description", "_aioseop_title", "rank_math_description", "rank_math_title",
             "_seopress_titles_desc", "_seopress_titles_title", "_wp_attachment_image_alt"))  # fmt: skip
#: what stands between a key and its value
_TO_VALUE = re.compile(r"</wp:meta_key>\s{0,80}<wp:meta_value>")
_PIECE = re.compile(r"(<!\[CDATA\[)((?:[^\]]++|\](?!\]>))*+)(\]\]>|\Z)|([^<]+)")
_NUMERIC = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_UNKNOWN = re.compile(rf"(?!{_NUMERIC.pattern})&#?\w{{1,31}};")
#: the sign itself, as it may be written; bare it is no XML, and nearly every reader takes it
_AMPERSAND = re.compile(r"&(?:amp|#0{0,5}38|#[xX]0{0,4}26);|&(?!#?\w{1,31};)")
_ITEM_END = re.compile(rb"</(?:item|entry)\s{0,8}>\s{0,8}")
_LONGEST_TAG = 32
#: a DTD may hold entities that grow or read files; feeds need none
_ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^<>\[]*\[")
#: the end tags of what may be a root, and elements without content
_ENDS = re.compile(
    rb"</((?:\w{1,20}:)?(?:rss|feed|RDF))\s{0,9}>|<((?:\w{1,20}:)?(?:rss|feed|RDF)\b[^<>]{0,9000})/>"
)
_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)\b")


class Feed(NamedTuple):
    """A feed, cut between its items."""

    errors: str = "strict"

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        line, offset, root = 1, 0, b""
        pieces = _whole_items(stream)
        data = next(pieces, b"")
        while data:
            if offset == 0:
                root = _check_prolog(data)
            following = next(pieces, b"")
            cut = () if following or _is_whole(data, root) else (f"ends inside <{root.decode()}>",)
            yield Chunk(data, source, line, offset, context=cut)
            line, offset = line + data.count(b"\n"), offset + len(data)
            data = following

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = decode(chunk, self.errors)
        pieces, at = [], 0
        for start, end in _wanted(text):
            pieces += [text[at:start], _PIECE.sub(lambda piece: _edit_piece(piece, edit), text[start:end])]
            at = end
        edited = "".join([*pieces, text[at:]])
        if "xhtml" in edited:
            edited = splice(edited, find_xhtml(edited), XML, edit)
        broken = next((problem.message for problem in _problems(chunk)), None)
        return Result(edited.encode("utf-8"), edited != text, broken=broken)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        text = decode(chunk, self.errors)
        line, seen = chunk.line, 0
        for at, content in sorted(_contents(text)):
            line, seen = line + text.count("\n", seen, at), at
            yield Text(content, line, in_record=True)
        yield from _problems(chunk)


def _wanted(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of what is edited: contents of elements, and values whose key is a plugin's."""
    key, behind = "", 0  # the latest key, and where its content ends
    for name, attributes, start, end in elements(text):
        is_value = name == "wp:meta_value" and key in META_KEYS and _TO_VALUE.fullmatch(text, behind, start)
        if is_value or name in ELEMENTS or (name == "category" and _NAMED_CATEGORY.search(attributes)):
            yield start, end
        if name == "wp:meta_key":
            key, behind = text[start:end].removeprefix("<![CDATA[").removesuffix("]]>"), end


def _contents(text: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of a feed and where they start."""
    for start, end in _wanted(text):
        yield start, "".join(p[2] or _unescape(p[4] or "") for p in _PIECE.finditer(text[start:end]))
    for group in find_xhtml(text) if "xhtml" in text else ():
        yield group[0][0], "".join(XML.read(text[start:end]) for start, end in group)


def make(name: str, asked: Asked) -> Feed | Records:
    """Return the format that the flags ask for."""
    return Records() if asked.posts else Feed(asked.errors)


def _edit_piece(piece: re.Match[str], edit: Edit) -> str:
    if piece[1]:
        return piece[1] + edit_record(piece[2], edit).replace("]]>", "]]]]><![CDATA[>") + piece[3]
    if _UNKNOWN.search(piece[4]):
        return piece[4]  # an entity that XML does not have: no telling what it should become
    text = _unescape(piece[4])
    edited = edit_record(text, edit)
    return piece[4] if edited == text else _escaped(edited, _AMPERSAND.findall(piece[4]))


def _escaped(text: str, ampersands: list[str]) -> str:
    """Return a text as XML, its ampersands as they were written where there are as many as before."""
    parts = escape(text).split("&amp;")
    if len(parts) != len(ampersands) + 1:
        return "&amp;".join(parts)
    return "".join(part + sign for part, sign in zip(parts, [*ampersands, ""], strict=True))


def _unescape(text: str) -> str:
    return _NUMERIC.sub(lambda match: html.unescape(match[0]), text)


def _check_prolog(data: bytes) -> bytes:
    """Return the name of the root; refuse entities."""
    root = _ROOT.search(data)
    if _ENTITY.search(data, 0, root.start() if root else len(data)):
        raise Failure("declares entities of its own, which no feed needs: refused")
    return root[0][1:] if root else b""


def _is_whole(data: bytes, root: bytes) -> bool:
    """Return whether the last piece of a feed closes its root, outside CDATA; a feed without a root is not judged."""
    ends = any(
        end[1] == root or (end[2] is not None and end[2].split()[0] == root) for end in _ENDS.finditer(data)
    )
    return not root or (ends and data.count(b"<![CDATA[") <= data.count(b"]]>"))


def _problems(chunk: Chunk) -> Iterator[Problem]:
    """Yield what is broken: nothing that is there is lost, but the rest of the feed is not there."""
    for message in chunk.context:
        yield Problem(chunk.line + chunk.data.count(b"\n"), f"{message}: the file was cut", b"")


def _whole_items(stream: BinaryIO) -> Iterator[bytes]:
    """Yield pieces of a feed that end where an item ends, outside CDATA."""
    data, seen, line = b"", 0, 1
    while block := stream.read(max(CHUNK_BYTES, len(data))):  # doubling: a long item costs linear time
        data += block
        end = _item_end(data, seen)
        if end:
            yield data[:end]
            line += data.count(b"\n", 0, end)
            data = data[end:]
        elif len(data) > LONGEST_RECORD:
            raise too_long(line)
        seen = max(len(data) - _LONGEST_TAG, 0)
    if data:
        yield data


def _item_end(data: bytes, seen: int) -> int:
    """Return the place after the last item that ends outside CDATA; up to ``seen`` none does."""
    ends = [match.end() for match in _ITEM_END.finditer(data, seen)]
    if not ends or data.count(b"<![CDATA[", 0, ends[-1]) != data.count(b"]]>", 0, ends[-1]):
        return 0
    return ends[-1]
