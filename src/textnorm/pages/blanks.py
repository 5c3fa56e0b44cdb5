"""Blank space of scrapers: no-break spaces, lines of them, runs of blank lines.

Code keeps its indentation: where several neighbouring lines are indented with no-break spaces, each becomes
one plain space. Fenced code is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm import chars
from textnorm.pages.artefact import Artefact
from textnorm.pages.sheet import Sheet

_NBSP = chars.NBSP
_RUN = re.compile(f"{_NBSP}[ \\t{_NBSP}]*")


def find_blanks(sheet: Sheet) -> Iterator[Artefact]:
    """Catalogue classes 1 to 3, in the order of the text."""
    yield from _blank_lines(sheet)
    if _NBSP in sheet.text:
        yield from _no_break_spaces(sheet)


def _blank_lines(sheet: Sheet) -> Iterator[Artefact]:
    """Each run of blank lines becomes one empty line; none at the start, none at the end."""
    edge = -1
    last = len(sheet.raw)
    for number in [*sheet.filled, last]:
        if number - edge > 1 and not (edge in sheet.fenced and number in sheet.fenced):
            yield from _run(sheet, edge, number)
        edge = number


def _run(sheet: Sheet, above: int, below: int) -> Iterator[Artefact]:
    """The edit for the blank lines between two filled ones (or the text's edges), if one is needed."""
    atop, afoot = above < 0, below == len(sheet.raw)
    start = sheet.starts[above + 1]
    end = len(sheet.text) if afoot else sheet.starts[below]
    wanted = "" if atop or afoot else "\n"
    if sheet.text[start:end] != wanted:
        yield Artefact(start, end, "blank-lines", wanted, "A")


def _no_break_spaces(sheet: Sheet) -> Iterator[Artefact]:
    indented = [line.startswith((_NBSP, f" {_NBSP}")) for line in sheet.raw]
    for number in sheet.filled:
        raw = sheet.raw[number]
        if _NBSP in raw and number not in sheet.fenced:
            block = any(indented[max(number - 1, 0) : number]) or any(indented[number + 1 : number + 2])
            yield from _in_line(raw, sheet.starts[number], indented[number] and block)


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
