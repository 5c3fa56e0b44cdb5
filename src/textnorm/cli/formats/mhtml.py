"""Pages that browsers save as one file (``.mhtml``): the page in the message, and the address it came from."""

from __future__ import annotations

from email.message import Message
from email.parser import BytesParser
from typing import NamedTuple

from textnorm.cli.formats.base import Asked
from textnorm.cli.formats.html import Html
from textnorm.cli.io.chunks import Chunk
from textnorm.cli.io.page_encoding import page_encoding
from textnorm.cli.messages import Failure

_PAGES = ("text/html", "application/xhtml+xml")


class SavedPage(NamedTuple):
    """A page of HTML, how it is encoded, and where it was saved from."""

    html: bytes
    encoding: str
    url: str | None


class Mhtml(Html):
    """A saved page; what belongs to it (pictures, styles, frames) is left out."""

    def page(self, chunk: Chunk) -> str:
        page = saved_page(chunk.data)
        return self.decoded(page.html, page.encoding, chunk.source)

    def address(self, chunk: Chunk) -> str | None:
        return self.url or saved_page(chunk.data).url


def saved_page(data: bytes) -> SavedPage:
    """Return the page that a browser saved; ``Failure`` where there is none."""
    message = BytesParser().parsebytes(data)
    root = _root(message)
    content = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(content, bytes):
        raise Failure("no page of HTML in this message")
    url = root.get("Content-Location") or message.get("Snapshot-Content-Location")
    encoding = page_encoding(content, declared=root.get_content_charset() or "")
    return SavedPage(content, encoding, url.strip() if url else None)


def _root(message: Message) -> Message | None:
    """Return the part that is the page: the one the message names as its start, or the first page of it."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = [page for page in pages if start and page.get("Content-ID") == start]
    return next(iter(named or pages), None)


def make(name: str, asked: Asked) -> Mhtml:
    """Return the format that the flags ask for."""
    if asked.in_place or not asked.page:
        raise Failure("a saved page is read by posts, tidy and clean, and not written back; use -o")
    return Mhtml(asked.errors, asked.posts, asked.url, asked.as_shown)
