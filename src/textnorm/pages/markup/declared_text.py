"""Which lines of a page are its declared title, its declared text or its description."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.pages.keys import first_words, line_key, words
from textnorm.pages.markup.declared_data import Declared

NOTHING, IN_TEXT, TITLE, DESCRIPTION = 0, 1, 2, 3
#: words in a row that must be equal
RUN = 5
_MOST = 200_000
#: a line with fewer characters says too little
_SHORTEST = 20
#: one with more is no title; so much of each is compared with what is declared
_LONGEST, _BEGINNING = 300, 200
#: a title as a line has at most this many times as many characters as letters and digits
_SPARSE = 4


def declared_lines(lines: Sequence[str], declared: Declared) -> list[int]:
    """Return what each line is of that which the page declares."""
    names = [declared.name, *(claims.first("title") for claims in [declared.page, *declared.articles[:2]])]
    titles = {line_key(name if isinstance(name, str) else name[0]) for name in names if name} - {""}
    runs = _runs(" ".join(claims.text for claims in declared.articles[:2])[:_MOST])
    described = _runs(declared.description)
    begun = {run[0] for run in (*runs, *described)}
    sizes = range(
        min(map(len, titles), default=0), min(_SPARSE * max(map(len, titles), default=-1), _LONGEST) + 1
    )
    return [
        TITLE if len(line) in sizes and line_key(line) in titles else _of_text(line, runs, described, begun)
        for line in lines
    ]


def _of_text(line: str, runs: set[tuple[str, ...]], described: set[tuple[str, ...]], begun: set[str]) -> int:
    """Return whether a line is of the text that is declared, or of the description."""
    if len(line) < _SHORTEST or not begun or begun.isdisjoint(first_words(line, 1)):
        return NOTHING
    first = tuple(first_words(line[:_BEGINNING], RUN))
    return IN_TEXT if first in runs else DESCRIPTION if first in described else NOTHING


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of some words of a text."""
    found = words(text)
    return set(zip(*(found[n:] for n in range(RUN)), strict=False)) if len(found) >= RUN else set()
