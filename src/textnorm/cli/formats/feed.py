"""RSS, Atom and WordPress exports: the texts of items are edited, every other byte stays.

Elements are found in the bytes as they stand, and no entity is ever expanded but the five of XML and
numeric ones, so a hostile file can neither read other files nor grow.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape

from textnorm.cli.chunks import Chunk, Problem, Result, Text
from textnorm.cli.encodings import decode
from textnorm.cli.formats.base import Edit
from textnorm.cli.lines import CHUNK_BYTES
from textnorm.cli.newlines import keep_newlines

ELEMENTS = ("title", "description", "content:encoded", "excerpt:encoded", "summary", "content", "subtitle",
            "wp:comment_content", "media:title", "media:description", "itunes:summary")  # fmt: skip
_ELEMENT = re.compile(
    rf"<({'|'.join(ELEMENTS)})(\s[^<>]*)?>((?:[^<]++|<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+\]\]>)*+)(?=</\1\s*>)"
)
_PIECE = re.compile(r"(<!\[CDATA\[)(.*?)(\]\]>)|([^<]+)", re.DOTALL)
_NUMERIC = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_UNKNOWN = re.compile(rf"(?!{_NUMERIC.pattern})&")
_ITEM_END = re.compile(rb"</(?:item|entry)\s*>\s*")


class Feed(NamedTuple):
    """A feed, cut between its items."""

    errors: str = "strict"

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        line, offset = 1, 0
        for data in _whole_items(stream):
            yield Chunk(data, source, line, offset)
            line, offset = line + data.count(b"\n"), offset + len(data)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = decode(chunk, self.errors)
        edited = _ELEMENT.sub(lambda match: _edit_element(match, edit), text)
        return Result(edited.encode("utf-8"), edited != text)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        text = decode(chunk, self.errors)
        for match in _ELEMENT.finditer(text):
            content = "".join(piece[2] or _unescape(piece[4] or "") for piece in _PIECE.finditer(match[3]))
            yield Text(content, chunk.line + text.count("\n", 0, match.start()), in_record=True)


def _edit_element(match: re.Match[str], edit: Edit) -> str:
    inner = _PIECE.sub(lambda piece: _edit_piece(piece, edit), match[3])
    return match[0][: match.start(3) - match.start()] + inner


def _edit_piece(piece: re.Match[str], edit: Edit) -> str:
    if piece[1]:
        return piece[1] + keep_newlines(piece[2], edit).replace("]]>", "]]]]><![CDATA[>") + piece[3]
    if _UNKNOWN.search(piece[4]):
        return piece[4]  # an entity that XML does not have: no telling what it should become
    text = _unescape(piece[4])
    edited = keep_newlines(text, edit)
    return piece[4] if edited == text else escape(edited)


def _unescape(text: str) -> str:
    return _NUMERIC.sub(lambda match: html.unescape(match[0]), text)


def _whole_items(stream: BinaryIO) -> Iterator[bytes]:
    waiting: list[bytes] = []
    while block := stream.read(CHUNK_BYTES):
        waiting.append(block)
        if b"</" not in block:
            continue
        data = b"".join(waiting)
        end = max((match.end() for match in _ITEM_END.finditer(data)), default=0)
        if end and data.count(b"<![CDATA[", 0, end) == data.count(b"]]>", 0, end):
            yield data[:end]
            data = data[end:]
        waiting = [data]
    if rest := b"".join(waiting):
        yield rest
