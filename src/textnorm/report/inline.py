"""One line of text as HTML: everything escaped, changes marked, unseen characters labelled.

Marks are inline elements without any box of their own, so letters on both sides of their edges stay
joined. Numbers of several parts stand in <bdi dir=ltr>: after Persian letters the bidirectional algorithm would
show 2018-09-30 as 30-09-2018; after Latin ones, as in an address, it does well alone. A bdi is a wall for the
algorithm, so it is drawn round the whole number and marks are cut at its edges, never the other way round.
Where a row holds several lines each is a line of its own here too, read in its own direction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Literal

from textnorm.chars import DIGITS, ZWJ, ZWNJ

from .changed_lines import Piece
from .character_names import QUIET, label, name

Side = Literal["before", "after"]

_WORD_OR_NUMBER = re.compile(
    rf"[^\W\d_]+|\n|(?P<number>(?<![{DIGITS}])[{DIGITS}]++(?:[-/.:,٫٬][{DIGITS}]++)+)"
)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")


def side(pieces: Iterable[Piece], which: Side) -> str:
    """Return one side of a row."""
    parts = []
    for gap, group in groupby(pieces, key=lambda piece: piece.left_out):
        parts.append(_gap(gap) if gap else _line(list(group), which))
    return "".join(parts)


def plain(text: str) -> str:
    r"""Return text as text, with labels for what is not seen.

    >>> plain("<b>\u202ea")
    '&lt;b&gt;<bdi dir="ltr" class="chip" title="U+202E RIGHT-TO-LEFT OVERRIDE">RLO</bdi>a'
    """
    return _characters(text, QUIET)


def _gap(size: int) -> str:
    return f'<bdi dir="ltr" class="gap">… {size:,} characters …</bdi>'


def _line(pieces: list[Piece], which: Side) -> str:
    text = "".join(getattr(piece, which) for piece in pieces)
    marks = list(_marks(pieces, which))
    parts, at = [], 0
    for start, end in _turned_numbers(text):
        parts.append(_marked(text, marks, at, start, which))
        parts.append(f'<bdi dir="ltr">{_marked(text, marks, start, end, which)}</bdi>')
        at = end
    parts.append(_marked(text, marks, at, len(text), which))
    return "".join(parts)


def _turned_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of several parts that the algorithm would turn round: those after no Latin letter.

    >>> list(_turned_numbers("۱-۲ در x/1-2 یا 3-4"))
    [(0, 3), (16, 19)]
    """
    after_latin = False
    for found in _WORD_OR_NUMBER.finditer(text):
        if found["number"] is None:
            after_latin = found[0] != "\n" and not _ARABIC.match(found[0][-1])
        elif not after_latin:
            yield found.span()


_Mark = tuple[int, int, tuple[str, ...]]


def _marks(pieces: Iterable[Piece], which: Side) -> Iterator[_Mark]:
    at = 0
    for piece in pieces:
        end = at + len(getattr(piece, which))
        if piece.rules and end > at:
            yield at, end, piece.rules
        at = end


def _marked(text: str, marks: list[_Mark], start: int, end: int, which: Side) -> str:
    tag, parts = ("del" if which == "before" else "ins"), []
    for first, last, rules in marks:
        first, last = max(first, start), min(last, end)
        if first < last:
            parts.append(_characters(text[start:first], QUIET))
            title = escape(", ".join(rules))
            inside = _characters(text[first:last], _quiet(text[first:last]))
            parts.append(f'<{tag} title="{title}">{inside}</{tag}>')
            start = last
    parts.append(_characters(text[start:end], QUIET))
    return "".join(parts)


def _quiet(changed: str) -> str:
    """Return the signs that get no label: the space, where letters or digits changed too; a space that alone changed has one."""
    return " " if any(map(str.isalnum, changed)) else ""


def _characters(text: str, quiet: str) -> str:
    if text.replace(ZWNJ, "").isprintable() and quiet is QUIET:
        return escape(text)
    return "".join(_character(text, at, quiet) for at in range(len(text)))


def _character(text: str, at: int, quiet: str) -> str:
    shown = label(text[at], quiet)
    if shown is None:
        return escape(text[at])
    chip = f'<bdi dir="ltr" class="chip" title="{escape(name(text[at]))}">{escape(shown)}</bdi>'
    if text[at] == "\n":
        return f"{chip}\n"
    return f"{ZWJ}{chip}{ZWJ}" if _joins_through(text, at) else chip


def _joins_through(text: str, at: int) -> bool:
    """Tell whether letters join through the unseen character, as they do through all format characters but ZWNJ."""
    if text[at] == ZWNJ or unicodedata.category(text[at]) != "Cf" or not 0 < at < len(text) - 1:
        return False
    return bool(_ARABIC.match(text[at - 1]) and _ARABIC.match(text[at + 1]))
