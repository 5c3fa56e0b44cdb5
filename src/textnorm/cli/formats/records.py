"""Feeds and exports whose records are posts already: RSS, Atom, JSON Feed, blogs, chats, networks."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.messages import Failure

#: records that travel together in one chunk
_TOGETHER = 100


class Records(NamedTuple):
    """A file of records; ``other`` reads what is JSON and no such export."""

    other: Any = None

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        if self.other is not None:
            data = stream.read()
            if not _has_records(data):
                yield from self.other.chunks(io.BytesIO(data), source)
                return
            stream = io.BytesIO(data)
        from textnorm.pages.records.read_records import records_in

        try:
            for posts in _batches(records_in(stream, "utf-8")):
                yield Chunk(b" ", source, posts=posts)
        except ValueError as error:
            raise Failure(str(error)) from None

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


def _has_records(data: bytes) -> bool:
    from textnorm.pages.records.read_records import reader_of_json

    try:
        return reader_of_json(json.loads(data)) is not None
    except (ValueError, RecursionError):
        return False


def make(name: str, asked: Asked) -> Records:
    """Return the format that the flags ask for."""
    if not asked.posts:
        raise Failure(f"--format {name} is read by textnorm posts")
    return Records()
