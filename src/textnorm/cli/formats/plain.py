"""Plain text: a stream of whole lines where a function works line by line, else whole pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.encodings import decode
from textnorm.cli.io.line_chunks import line_chunks, page_chunks
from textnorm.cli.io.newlines import keep_newlines


class Plain(NamedTuple):
    """Plain text; ``whole`` keeps a page in one piece, ``places`` says where in the file a chunk starts."""

    whole: bool = True
    errors: str = "strict"
    places: bool = False

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        cut = page_chunks if self.whole else line_chunks
        return cut(stream, source, count=self.places)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = decode(chunk, self.errors)
        edited = keep_blanks(text, edit) if chunk.part else keep_newlines(text, edit)
        return Result(edited.encode("utf-8"), edited != text)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        yield Text(decode(chunk, self.errors), chunk.line, at=chunk.character)


def make(name: str, asked: Asked) -> Plain:
    """Return the format that the flags ask for."""
    return Plain(asked.whole, asked.errors, asked.places)


def keep_blanks(text: str, edit: Edit) -> str:
    """Apply ``edit`` to a part of a text: spaces at its ends stand between words or paragraphs, and stay.

    >>> keep_blanks("a b. \\n", lambda text: text.upper() + "!")
    'A B.! \\n'
    """
    core = text.strip()
    start = text.index(core)
    return text[:start] + keep_newlines(core, edit).strip() + text[start + len(core) :] if core else text
