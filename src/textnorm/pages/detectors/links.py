"""Links of a template inside a text: addresses of images, «ادامه مطلب», the way to the page, other headlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from textnorm.lazy import lazy_pattern
from textnorm.pages import phrases
from textnorm.pages.detectors.detector import heads
from textnorm.pages.document import Document
from textnorm.pages.interface import mask
from textnorm.pages.keys import line_key, phrase_key
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact

#: an address, and its ending: one pattern for both would try each ending to the end of the line
_ADDRESS = lazy_pattern(r"(?:https?:)?//[^\s<>\"]+", re.IGNORECASE)
_IMAGE = lazy_pattern(r"\.(?:jpe?g|png|gif|webp|svg|bmp|avif)(?![^?#])", re.IGNORECASE)
#: phrases that are boilerplate wherever they stand alone on a line
ALONE_KINDS = ("read_more", "mobile_version", "end_mark")
_SEPARATORS = lazy_pattern(r"\s+[>»/›|→←«]\s*|[»›→←]")
#: kinds of phrases; where two share one, the milder comes last and wins
_KINDS = ("widget", "comments", "comment_form", "comment_link", *ALONE_KINDS)
_END_WORDS = 4
#: lines of a head that may be the way to the page
_TOP = 4


def find_images(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the address of an image alone on a line."""
    for number in document.look.addresses:
        if number not in document.fenced and _is_image(document.lines[number]):
            yield document.drop(number, "image-url", "A")


def _is_image(line: str) -> bool:
    """Tell whether the line is one address, and of an image.

    >>> _is_image("https://example.org/a.jpg?w=9"), _is_image("see //example.org/a.jpg"), _is_image("//.jpg")
    (True, False, False)
    """
    return _ADDRESS.fullmatch(line) is not None and _IMAGE.search(line, line.index("//") + 3) is not None


def _phrase_kind(line: str) -> str:
    key = phrase_key(line)
    return next((kind for kind in reversed(_KINDS) if key in phrases.keys(kind)), "")


def phrase_kinds(document: Document) -> dict[int, str]:
    """Return the lines that are a phrase of a template and nothing else, with its kind."""
    return document.once("phrases", _phrase_kinds)


def _phrase_kinds(document: Document) -> dict[int, str]:
    lines = document.lines
    short = [
        n for n in document.look.phrases if len(lines[n]) <= phrases.LONGEST and not document.is_quoted(n)
    ]
    kinds = ((n, document.of_line("phrase", _phrase_kind, document.lines[n])) for n in short)
    return {number: kind for number, kind in kinds if kind}


def find_alone(kind: str) -> Callable[[Document, PageOptions], Iterator[Artefact]]:
    """Return what finds the lines that are one kind of phrase, wherever they stand."""

    def find(document: Document, options: PageOptions) -> Iterator[Artefact]:
        for number, found in phrase_kinds(document).items():
            if found == kind and not heads_links(document, number, kind):
                yield document.drop(number, kind.replace("_", "-"), "A")

    return find


def find_end_marks(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the sign-off of an agency, with the sign of its reporter."""
    wanted = mask("end_mark")
    if not document.look.every_role & wanted:
        return
    for number in [n for n, bits in enumerate(document.roles) if bits & wanted]:
        if len(document.lines[number].split()) <= _END_WORDS and not document.is_quoted(number):
            yield document.drop(number, "end-mark", "A")


def heads_links(document: Document, number: int, kind: str) -> bool:
    """Tell whether a line is the heading of links: ``بیشتر بخوانید:`` with a colon is no link."""
    return kind == "read_more" and document.lines[number].endswith(":")


def find_also_read(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find ``Also Read: HEADLINE`` in the tail of the text, or more than once."""
    starts, lines = phrases.texts("also_read"), document.lines
    likely = (n for n in document.look.opened if lines[n].startswith(starts))
    found = [n for n in likely if len(lines[n]) < 200 and not document.is_quoted(n)]
    if not found:
        return
    last = [n for n in document.nonblank if document.is_paragraph(n) and n not in found]
    edge = last[-1] if last else -1
    for number in found:
        if not last:
            continue
        evidence = "in the tail" if number > edge else "repeated" if len(found) > 1 else ""
        if evidence and ":" in document.lines[number]:
            yield document.drop(number, "also-read", "B", evidence)


def find_breadcrumbs(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find ``Home News Section TITLE`` above the title itself, and ``Home > News > Sport``."""
    homes, lines = phrases.texts("home"), document.lines
    found = {number for number in document.look.homes if lines[number].startswith(homes)}
    for head in heads(document, lambda head: not found.isdisjoint(head[:_TOP])) if found else ():
        yield from _breadcrumbs(document, head, homes)


def _breadcrumbs(document: Document, head: Sequence[int], homes: tuple[str, ...]) -> Iterator[Artefact]:
    for place, number in enumerate(head[:_TOP]):
        line = document.lines[number]
        if not line.startswith(homes) or len(line) > 300:
            continue
        below = [document.lines[n] for n in head[place + 1 : place + 4]]
        evidence = next((title for title in below if _ends_with(line, title)), "")
        parts = _SEPARATORS.split(line)
        path = len(parts) >= 3 and len(line) <= 160 and line[-1] not in ".!?؟"
        if evidence or (path and parts[0].strip() in homes):
            yield document.drop(number, "breadcrumb", "B", evidence or "separators")


def _ends_with(line: str, title: str) -> bool:
    key, whole = line_key(title), line_key(line)
    few = len(line.split()) - len(title.split())
    return len(key) >= 6 and whole.endswith(key) and 1 <= few <= 10
