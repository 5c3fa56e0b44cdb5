"""HTML pages: the article in them is the text, for posts their lines; nothing is written back into the markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import textnorm
from textnorm.cli.formats.base import Asked, Edit
from textnorm.cli.io.chunks import Chunk, Problem, Result, Text
from textnorm.cli.io.encodings import decode
from textnorm.cli.io.page_bytes import page_text
from textnorm.cli.io.whole_files import LARGEST_PAGE, whole_input
from textnorm.cli.messages import Failure, say


@dataclass(frozen=True)
class Html:
    """A whole page; it needs the extra ``html``."""

    errors: str = "strict"
    posts: bool = False
    url: str | None = None
    as_shown: bool = False

    def page(self, chunk: Chunk) -> str:
        """Return the page as text."""
        return decode(chunk, self.errors)

    def decoded(self, data: bytes, encoding: str, source: str) -> str:
        """Return a page that says itself how it is encoded, as text."""
        if self.as_shown:
            return page_text(data, encoding, source)
        return data.decode(encoding, self.errors)

    def address(self, chunk: Chunk) -> str | None:
        """Return the address of the page, where it is known."""
        return self.url

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        yield Chunk(whole_input(stream, LARGEST_PAGE, "page"), source)

    def edit(self, chunk: Chunk, edit: Edit) -> Result:
        text = edit(self._article(chunk)).rstrip("\n")
        return Result(f"{text}\n".encode() if text else b"", changed=True)

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        if self.posts:
            yield Text("", chunk.line, html=self._read(chunk), url=self.address(chunk))
        else:
            yield Text(self._article(chunk), chunk.line)

    def _read(self, chunk: Chunk) -> str:
        """Return the page, and say if its bytes were read in a wrong encoding before."""
        from textnorm.pages.markup.misread import as_meant

        page = self.page(chunk)
        if misread := as_meant(page)[1]:
            say(f"{chunk.source}: {misread}; it is read as it was meant")
        return page

    def _article(self, chunk: Chunk) -> str:
        article = textnorm.html_to_text(self._read(chunk))
        if not article and chunk.data.strip():
            raise Failure("no article was found in this page of HTML; --format text takes it as it is")
        return article


def make(name: str, asked: Asked) -> Html:
    """Return the format that the flags ask for."""
    if asked.in_place:
        raise Failure("a page of HTML is read and not written back; use -o")
    return Html(asked.errors, asked.posts, asked.url, asked.as_shown)
