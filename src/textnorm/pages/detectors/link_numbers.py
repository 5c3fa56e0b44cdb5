"""The numbers that a text browser writes before links, as ``[7]``, and its list of their addresses at the end."""

from __future__ import annotations

from collections.abc import Iterator

from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact

#: the number of a link, before its words; a line of the list; what heads it
_NUMBER = lazy_pattern(r"\[(\d{1,5})\](?=[^\s\[(])")
_ADDRESS = lazy_pattern(r"(\d{1,5})\. (?:[a-z][a-z+.-]{1,15}:\S+)")
_HEADINGS = frozenset({"references", "visible links", "hidden links:", "hidden links"})
#: fewest links of such a page, the most words between two numbers in a row of links, and what stands between these then
_FEWEST, _FEW, _BAR = 5, 4, " | "
#: what parts links already
_PARTED = ":،,؛;|·•»›>/\\-–—"


def find_link_numbers(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the numbers of links and the list of their addresses, where both count from one on."""
    listed = _listed(document)
    if len(listed) < _FEWEST:
        return
    numbers = [n for n in document.nonblank if n < listed[0]]
    marks = [int(mark[1]) for n in numbers for mark in _NUMBER.finditer(document.lines[n])]
    if marks[:_FEWEST] != list(range(1, _FEWEST + 1)) or len(marks) < _FEWEST:
        return
    for number in numbers:
        yield from _marks(document, number)
    for number in listed:
        yield document.drop(number, "link-number", "A", "address of a link")


def _listed(document: Document) -> list[int]:
    """Return the lines at the end of a text that are numbered addresses, with their headings; none without a heading."""
    found: list[int] = []
    headed = False
    for number in reversed(document.nonblank):
        line = document.lines[number]
        heading = line.lower() in _HEADINGS
        if not heading and not _ADDRESS.fullmatch(line):
            break
        headed = heading
        found.append(number)
    return found[::-1] if headed else []


def _marks(document: Document, number: int) -> Iterator[Artefact]:
    """Find the numbers in a line; in a row of links a bar stands for each that has a word before it."""
    line, start = document.raw[number], document.starts[number]
    marks = list(_NUMBER.finditer(line))
    pieces = _NUMBER.split(line)[::2]
    row = len(marks) > 1 and all(len(piece.split()) <= _FEW for piece in pieces)
    for mark, before in zip(marks, pieces, strict=False):
        first = mark.start() - (len(before) - len(before.rstrip()) if row else 0)
        bar = _BAR if row and before.strip() and before.rstrip()[-1] not in _PARTED else ""
        first = first if bar else mark.start()
        yield Artefact(start + first, start + mark.end(), "link-number", bar, "A", "number of a link")
