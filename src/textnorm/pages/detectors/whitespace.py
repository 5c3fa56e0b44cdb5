"""Whitespace of scrapers: no-break spaces, lines of them, runs of blank lines.

Code keeps its indentation: where several neighbouring lines are indented with no-break spaces, each becomes
one plain space. Fenced code is not touched.
"""

from __future__ import annotations

from collections.abc import Iterator

from textnorm import chars
from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact

_NBSP = chars.NBSP
_RUN = lazy_pattern(f"{_NBSP}[ \\t{_NBSP}]*")


def find_blank_lines(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find runs of blank lines: each becomes one empty line; none at the start, none at the end."""
    fenced = document.fenced if document.gaps else ()
    for above, below in document.gaps:
        if not (above in fenced and below in fenced):
            yield from _run(document, above, below)


def _run(document: Document, above: int, below: int) -> Iterator[Artefact]:
    """Yield the edit for the blank lines between two filled ones (or the text's edges), if one is needed."""
    atop, afoot = above < 0, below == len(document.raw)
    start = document.starts[above + 1]
    end = len(document.text) if afoot else document.starts[below]
    wanted = "" if atop or afoot else "\n"
    if document.text[start:end] != wanted:
        yield Artefact(start, end, "blank-lines", wanted, "A")


def find_no_break_spaces(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find no-break spaces: each run of them becomes a space, or nothing at the ends of a line."""
    if _NBSP not in document.text:
        return
    indented = [line.startswith((_NBSP, f" {_NBSP}")) for line in document.raw]
    for number in document.nonblank:
        raw = document.raw[number]
        if _NBSP in raw and number not in document.fenced:
            block = any(indented[max(number - 1, 0) : number]) or any(indented[number + 1 : number + 2])
            yield from _in_line(raw, document.starts[number], indented[number] and block)


def _in_line(raw: str, offset: int, code: bool) -> Iterator[Artefact]:
    for run in _RUN.finditer(raw):
        start, end = run.span()
        while start and raw[start - 1] in " \t":
            start -= 1
        if start == 0:
            wanted = raw[start:end].replace(_NBSP, " ") if code else ""
        else:
            wanted = "" if end == len(raw.rstrip("\r")) else " "
        yield Artefact(offset + start, offset + end, "nbsp", wanted, "A")
