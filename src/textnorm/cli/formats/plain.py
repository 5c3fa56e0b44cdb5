"""Plain text: whole documents, or a stream of whole lines where a function works line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from textnorm.cli.chunks import Chunk, Problem, Result, Text
from textnorm.cli.encodings import decode
from textnorm.cli.formats.base import Edit
from textnorm.cli.lines import line_chunks
from textnorm.cli.newlines import keep_newlines


class Plain(NamedTuple):
    """Plain text; ``whole`` keeps a file in one piece."""

    whole: bool = True
    errors: str = "strict"

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        if self.whole:
            yield Chunk(stream.read(), source)
        else:
            yield from line_chunks(stream, source)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = decode(chunk, self.errors)
        edited = keep_newlines(text, edit)
        return Result(edited.encode("utf-8"), edited != text)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        yield Text(decode(chunk, self.errors), chunk.line)
