"""Evidence that a text was scraped from a page: without it a line that is said twice was meant twice."""

from __future__ import annotations

from textnorm.pages.document import Document
from textnorm.pages.interface import ALONE
from textnorm.pages.posts.date_lines import Mark, mark_of
from textnorm.pages.posts.openings import starts_with

_HEAD = 6
#: kinds of artefacts that are evidence by their number
_KINDS = 3


def mark_at(document: Document, number: int) -> Mark | None:
    """Return the date line that a line is, looked up once."""
    return document.of_line("mark", mark_of, document.lines[number])


def is_scraped(document: Document) -> bool:
    """Tell whether a text has the look of a page: a date line or a title at its head, or artefacts of three kinds."""
    return document.once(
        "scraped", lambda page: _is_dated(page) or _is_titled(page) or _artefacts(page) >= _KINDS
    )


def _is_dated(document: Document) -> bool:
    head = document.nonblank[:_HEAD]
    return any(mark_at(document, n) or starts_with(document.lines[n], "byline") for n in head)


def _is_titled(document: Document) -> bool:
    """Tell whether the first line is a title: short, without an end, and a paragraph stands below it."""
    if len(document.nonblank) < 3:
        return False
    first, *below = document.nonblank[:4]
    line = document.lines[first]
    short = 2 <= len(line.split()) <= 20 and not document.is_paragraph(first) and line[-1] not in ".:!,;،؛…"
    return short and not document.is_quoted(first) and any(map(document.is_paragraph, below))


def _artefacts(document: Document) -> int:
    """Count the kinds of artefacts: roles of interface strings, no-break spaces, addresses of images."""
    roles = {document.roles[n] for n in document.nonblank if document.roles[n] & ALONE}
    return len(roles) + ("\N{NO-BREAK SPACE}" in document.text) + (".jpg" in document.text)
