"""Web archives (``.warc``, ``.warc.gz``), as crawlers write them: each page of HTML in one, with its address."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from typing import Any, BinaryIO

from textnorm.cli.formats.base import Asked
from textnorm.cli.formats.html import Html
from textnorm.cli.io.chunks import Chunk, Problem, Text
from textnorm.cli.io.page_encoding import page_encoding
from textnorm.cli.io.whole_files import LARGEST_PAGE, whole_input
from textnorm.cli.messages import Failure

_PAGES = ("text/html", "application/xhtml+xml")
#: records that hold what a server sent; others hold requests, or say that a page is as it was
_KINDS = ("response", "resource")
_SENT = ("Content-Encoding", "Transfer-Encoding")
_ZLIB = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}


def library() -> Any:
    """Return warcio, or give advice."""
    try:
        import warcio.archiveiterator
    except ImportError:
        raise Failure("needs the package warcio: pip install 'textnorm-fa[warc]'") from None
    return warcio


class Warc(Html):
    """Pages one after another; pictures, styles, requests and what is no page are left out."""

    def chunks(self, stream: BinaryIO, source: str) -> Iterator[Chunk]:
        found = False
        try:
            for number, record in enumerate(library().archiveiterator.ArchiveIterator(stream), 1):
                kind, charset = _declared(record)
                if record.rec_type in _KINDS and kind in _PAGES:
                    found = True
                    address = record.rec_headers.get_header("WARC-Target-URI", "").strip("<> ")
                    yield _chunk(record, source, number, (address, charset))
        except library().exceptions.ArchiveLoadFailed as error:
            raise Failure(f"damaged: {str(error).splitlines()[0]}") from None
        if not found:
            raise Failure("no page of HTML in this archive")

    def texts(self, chunk: Chunk) -> Iterator[Text | Problem]:
        if chunk.context[2]:
            yield Problem(chunk.line, chunk.context[2], chunk.context[0].encode())
        else:
            yield from super().texts(chunk)

    def page(self, chunk: Chunk) -> str:
        encoding = page_encoding(chunk.data, declared=chunk.context[1])
        return self.decoded(chunk.data, encoding, chunk.source)

    def address(self, chunk: Chunk) -> str | None:
        return self.url or chunk.context[0] or None


def _chunk(record: Any, source: str, number: int, about: tuple[str, str]) -> Chunk:
    """Return one page, or why it cannot be read."""
    try:
        return Chunk(_body(record), source, number, context=(*about, ""))
    except Failure as failure:
        return Chunk(b"", source, number, context=(*about, failure.message))


def _declared(record: Any) -> tuple[str, str]:
    """Return the media type and the charset that a record declares."""
    headers = record.http_headers or record.rec_headers
    message = Message()
    message["Content-Type"] = headers.get_header("Content-Type", "") or ""
    return message.get_content_type(), message.get_content_charset() or ""


def _body(record: Any) -> bytes:
    """Return the body of a record, as it was before it was sent; ``Failure`` where that cannot be told."""
    headers = record.http_headers
    said = {name: headers.get_header(name, "").strip().lower() if headers else "" for name in _SENT}
    encoding, transfer = said.values()
    readers = library().bufferedreaders
    stream = record.raw_stream
    if transfer == "chunked":
        stream = readers.ChunkedDataReader(stream)
    if encoding == "br":  # warcio reads it with one of the two packages of that name only
        return _brotli(whole_input(stream, LARGEST_PAGE, "page"))
    if encoding in _ZLIB:
        stream = readers.BufferedReader(stream, decomp_type=_ZLIB[encoding])
    elif encoding not in ("", "identity"):
        raise Failure(f"a page compressed as {encoding}, which is not read")
    return whole_input(stream, LARGEST_PAGE, "page")


def _brotli(body: bytes) -> bytes:
    try:
        import brotli
    except ImportError:
        raise Failure("a page compressed as br: pip install brotli") from None
    try:
        whole: bytes = brotli.decompress(body)
    except brotli.error:
        raise Failure("a page that is damaged: no whole stream of br") from None
    return whole


def make(name: str, asked: Asked) -> Warc:
    """Return the format that the flags ask for."""
    if not asked.posts:
        raise Failure("a web archive is read by textnorm posts and learn-site")
    return Warc(asked.errors, asked.posts, asked.url, asked.as_shown)
