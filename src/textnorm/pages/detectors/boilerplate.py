"""Lines of furniture in a residue: image addresses, links, widget headings, counters, breadcrumbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textnorm.pages import phrases
from textnorm.pages.document import Document
from textnorm.pages.keys import line_key, phrase_key
from textnorm.pages.options import PageOptions
from textnorm.pages.posts.comments import comment_signs
from textnorm.pages.results import Artefact, Certainty

_LONGEST = 60
#: an address, and its ending: one pattern for both would try each ending to the end of the line
_ADDRESS = re.compile(r"(?:https?:)?//[^\s<>\"]+", re.IGNORECASE)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|avif)(?![^?#])", re.IGNORECASE)
#: phrases that are furniture wherever they stand alone on a line
_ALONE = ("read_more", "mobile_version", "end_mark")
_SEPARATORS = re.compile(r"\s+[>»/›|→←«]\s*|[»›→←]")
#: so many lines below a comment heading are looked at
_THREAD = 60
_TAIL_LINE = 110


def find_images(document: Document) -> Iterator[Artefact]:
    """Catalogue class 9: the address of an image alone on a line."""
    if "//" not in document.text:
        return
    for number in document.nonblank:
        line = document.lines[number]
        if "//" in line[:8] and number not in document.fenced and _is_image(line):
            yield document.drop(number, "image-url", "A")


def _is_image(line: str) -> bool:
    """Whether the line is one address, and of an image.

    >>> _is_image("https://example.org/a.jpg?w=9"), _is_image("see //example.org/a.jpg"), _is_image("//.jpg")
    (True, False, False)
    """
    return _ADDRESS.fullmatch(line) is not None and _IMAGE.search(line, line.index("//") + 3) is not None


def _kinds() -> dict[str, str]:
    """Every whole-line phrase of a residue with its kind; where two kinds share one, the milder wins."""
    table: dict[str, str] = {}
    for kind in (
        "widget",
        "comments",
        "comment_form",
        "comment_link",
        "read_more",
        "mobile_version",
        "end_mark",
    ):
        table.update(dict.fromkeys(phrases.keys(kind), kind))
    return table


def find_phrases(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Catalogue classes 10 to 13: links, widget headings, comment counts, plugin lines."""
    kinds = _kinds()
    marks: dict[int, str] = {}
    for number in document.nonblank:
        line = document.lines[number]
        if len(line) <= _LONGEST and number not in document.fenced:
            kind = kinds.get(phrase_key(line))
            if kind:
                marks[number] = kind
    for number, kind in marks.items():
        if kind in _ALONE and not _heads_links(document, number, kind):
            yield document.drop(number, kind.replace("_", "-"), "A")
    yield from _also_read(document)
    yield from _tail(document, marks, options)


def _also_read(document: Document) -> Iterator[Artefact]:
    """``Also Read: HEADLINE`` in the tail of the text, or more than once."""
    starts = tuple(phrases.texts("also_read"))
    found = [
        n
        for n in document.nonblank
        if document.lines[n].startswith(starts) and len(document.lines[n]) < 200 and n not in document.fenced
    ]
    if not found:
        return
    last = [n for n in document.nonblank if document.is_paragraph(n) and n not in found]
    edge = last[-1] if last else -1
    for number in found:
        if not last:
            continue
        witness = "in the tail" if number > edge else "repeated" if len(found) > 1 else ""
        if witness and ":" in document.lines[number]:
            yield document.drop(number, "also-read", "B", witness)


def _tail(document: Document, marks: dict[int, str], options: PageOptions) -> Iterator[Artefact]:
    """What stands after the last paragraph: widget headings with their short lines, comment counts."""
    start = _tail_start(document, marks, options)
    if start is None:
        return
    for number in document.nonblank:
        if number >= start:
            kind = marks.get(number, "")
            if kind not in _ALONE or _heads_links(document, number, kind):
                certainty: Certainty = "A" if kind else "B"
                yield document.drop(number, "widget-tail", certainty, "after a widget heading")


def _tail_start(document: Document, marks: dict[int, str], options: PageOptions) -> int | None:
    """The first line of the tail: a marked line from which on only short lines follow."""
    body = [n for n in document.nonblank if n not in marks]
    start = None
    for place in range(len(document.nonblank) - 1, 0, -1):
        number = document.nonblank[place]
        kind = marks.get(number)
        if _opens_tail(document, place, marks, options):
            start = number
        elif (not kind and (document.is_paragraph(number) or len(document.lines[number]) > _TAIL_LINE)) or (
            not kind and _unmarked_below(document, place, marks) > 40
        ):
            break
    if start is None or not any(n < start for n in body):
        return None
    return start


def _opens_tail(document: Document, place: int, marks: dict[int, str], options: PageOptions) -> bool:
    number = document.nonblank[place]
    kind = marks.get(number, "")
    if kind == "comment_form" and options.comments == "keep":
        return False  # it says where the thread ends
    if kind in ("comments", "comment_form", "comment_link"):
        return _comments_go(document, place, marks, options)
    return kind == "widget" or _heads_links(document, number, kind)


def _heads_links(document: Document, number: int, kind: str) -> bool:
    """``بیشتر بخوانید:`` with a colon is no link but the heading of links."""
    return kind == "read_more" and document.lines[number].endswith(":")


def _unmarked_below(document: Document, place: int, marks: dict[int, str]) -> int:
    return len(document.nonblank) - place


def _comments_go(document: Document, place: int, marks: dict[int, str], options: PageOptions) -> bool:
    """A comment heading goes when it is last; with a thread below only when comments are not wanted."""
    below = document.nonblank[place + 1 : place + 1 + _THREAD]
    if all(n in marks for n in below):
        return True
    return options.comments == "drop" and comment_signs([document.lines[n] for n in below]) >= 2


def find_breadcrumb(document: Document, head: Sequence[int]) -> Iterator[Artefact]:
    """Catalogue class 4: ``Home News Section TITLE`` above the title itself, and ``Home > News > Sport``."""
    homes = tuple(phrases.texts("home"))
    for place, number in enumerate(head[:4]):
        line = document.lines[number]
        if not line.startswith(homes) or len(line) > 300:
            continue
        below = [document.lines[n] for n in head[place + 1 : place + 4]]
        witness = next((title for title in below if _ends_with(line, title)), "")
        parts = _SEPARATORS.split(line)
        path = len(parts) >= 3 and len(line) <= 160 and line[-1] not in ".!?؟"
        if witness or (path and parts[0].strip() in homes):
            yield document.drop(number, "breadcrumb", "B", witness or "separators")


def _ends_with(line: str, title: str) -> bool:
    key, whole = line_key(title), line_key(line)
    few = len(line.split()) - len(title.split())
    return len(key) >= 6 and whole.endswith(key) and 1 <= few <= 10
