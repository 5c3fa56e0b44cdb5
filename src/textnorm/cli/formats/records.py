"""Feeds and exports whose records are posts already: RSS, Atom, JSON Feed, blogs, chats, networks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.whole_files import LARGEST_DOCUMENT, whole_input
from textnorm.cli.messages import Failure

#: whole strings, the beginning of one that was cut, and brackets
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["{}\[\]]', re.DOTALL)
_CLOSES = {b"{": b"}", b"[": b"]"}
#: no export is deeper
_DEEPEST = 50
#: records that travel together in one chunk
_TOGETHER = 100


class Records(NamedTuple):
    """A file of records; ``other`` reads what is JSON and no such export."""

    other: Any = None

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        if self.other is not None:
            data = whole_input(stream, LARGEST_DOCUMENT, "export")
            if not _has_records(data):
                yield from self._before_the_cut(data, source)
                yield from self.other.chunks(io.BytesIO(data), source)
                return
            stream = io.BytesIO(data)
        from textnorm.pages.records.read_records import records_in

        try:
            for posts in _batches(records_in(stream, "utf-8", source)):
                yield Chunk(b" ", source, posts=posts)
        except ValueError as error:
            raise Failure(str(error)) from None

    def _before_the_cut(self, data: bytes, source: str) -> Iterator[Chunk]:
        """Yield the records of an export that was cut, as where it was stopped; *other* says then where it ends."""
        whole = closed(data)
        if len(whole) != len(data) and _has_records(whole):
            yield from Records().chunks(io.BytesIO(whole), source)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        raise AssertionError("records are reported, not edited")

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        if chunk.posts:
            yield Text("", posts=chunk.posts)
        elif self.other is not None:
            yield from self.other.texts(chunk)


def _batches(posts: Iterator[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the posts in batches, also those before the place where a file breaks off."""
    batch: list[Any] = []
    broken: ValueError | None = None
    try:
        for post in posts:
            batch.append(post)
            if len(batch) == _TOGETHER:
                yield tuple(batch)
                batch.clear()
    except ValueError as error:
        broken = error
    if batch:
        yield tuple(batch)
    if broken is not None:
        raise broken


def closed(data: bytes) -> bytes:
    """Return JSON up to the last whole object or list in it, with what is open there closed; nothing where that cannot be.

    >>> closed(b'{"a": [{"b": "["}, {"c": "d')
    b'{"a": [{"b": "["}]}'
    """
    opened: list[bytes] = []
    end, left = 0, b""
    for token in _TOKEN.finditer(data):
        if token[0] in _CLOSES:
            opened.append(_CLOSES[token[0]])
        elif token[0] == b'"':
            break
        elif token[0] in (b"}", b"]"):
            if not opened or opened.pop() != token[0]:
                return b""
            end, left = token.end(), b"".join(reversed(opened))
        if len(opened) > _DEEPEST:
            return b""
    return data[:end] + left


def _has_records(data: bytes) -> bool:
    from textnorm.pages.records.read_records import holds_value

    return holds_value(data)


def make(name: str, asked: Asked) -> Records:
    """Return the format that the flags ask for."""
    if not asked.posts:
        raise Failure(f"--format {name} is read by textnorm posts")
    return Records()
