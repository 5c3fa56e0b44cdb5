"""A page as its lines are judged: rows that a tool cut are one, links have no markup, letters and digits one form.

Posts are put together from the page as it is; it is only seen so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textnorm import chars
from textnorm.lazy import lazy_pattern
from textnorm.pages.document import Document
from textnorm.pages.inline_cuts import sentences
from textnorm.pages.link_markup import unlinked, without_icons

#: forms of letters and digits that a page in Persian may be written with, each for one of those that rules know
_FORMS = str.maketrans(
    chars.ARABIC_YEH + chars.ARABIC_KAF + "\N{ARABIC LETTER ALEF MAKSURA}" + "٠١٢٣٤٥٦٧٨٩",
    chars.YEH + chars.KAF + chars.YEH + "۰۱۲۳۴۵۶۷۸۹",
)
_OTHER = lazy_pattern("[" + "".join(map(chr, _FORMS)) + "]")
#: the narrowest and the widest rows that tools cut, and the fewest rows that were cut inside a sentence
_WIDTHS, _FEWEST = range(60, 121), 2
#: rows of at least this share of the width end with a sentence, or were cut: of as many that were, one may be another
_LONG, _OTHERS = 0.8, 8
_ENDS = frozenset('.!?؟…:؛»)"')
#: fewer lines are no page for the page model (`textnorm.pages.content.segment`)
_LINES = 8
#: signs between the fields of a row, how a field begins that goes on a row, and its most characters
_SIGNS = frozenset("·•|")
_GOES_ON = lazy_pattern(r"[·•](?:\s|$)|\|(?!.*\|$)(?:\s|$)|\|$")
_FIELD = 60
#: a row of a post begins with its day
_YEAR = lazy_pattern(r"(?<!\d)(?:1[34]\d\d|20\d\d|۱[۳۴][۰-۹]{2})(?![\d۰-۹])")
#: what a row that goes on does not begin with
_OPENS = lazy_pattern(r"[-*+•–>|#]\s|\d{1,3}[.)]\s|\||```|~~~")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is judged, and of each of its lines that is not blank how many lines it is of the page itself."""

    document: Document
    source: Document
    sizes: Sequence[int]
    linked: bool

    def said(self, words: str) -> str:
        """Return words that were read in it as the page writes them, where only letters and digits differ."""
        same = self.document is self.source or words in self.source.text
        if same or len(self.document.text) != len(self.source.text):
            return words
        place = self.document.text.find(words)
        return words if place < 0 else self.source.text[place : place + len(words)]


def shown_page(document: Document) -> Shown:
    """Return a page as it is judged."""
    rows = _joined(document)
    lines = [" ".join(document.lines[n] for n in row) for row in rows]
    plain = unlinked(lines) or without_icons(lines)
    if len(rows) == len(document.lines) and plain is None:
        lines = document.raw
    text = "\n".join(plain or lines)
    if _OTHER.search(text):
        text = text.translate(_FORMS)
    sizes = [len(row) for row in rows if document.lines[row[0]]]
    same = text == document.text
    return Shown(document if same else Document(text), document, sizes, plain is not None)


def _joined(document: Document) -> list[list[int]]:
    """Return the lines of a page, those together that are one row of fields, or were cut before a word that had no room."""
    whole = sentences(document)
    rows = whole or _wrapped(document)
    return _with_fields(document, rows) if whole or len(rows) == len(document.raw) else rows


def _with_fields(document: Document, rows: list[list[int]]) -> list[list[int]]:
    """Return the rows, those together whose fields a tool set on lines of their own, behind a day: «۸ مهر ۱۳۹۷», «· نسیم پارسا»."""
    found: list[list[int]] = []
    opened = False
    for row in rows:
        line = document.lines[row[0]]
        field = len(line) <= _FIELD and row[0] not in document.fenced
        goes_on = field and bool(found) and (opened or _GOES_ON.match(line) is not None)
        above = document.lines[found[-1][-1]] if goes_on else ""
        if above and line and len(above) <= _FIELD and _YEAR.search(document.lines[found[-1][0]]):
            found[-1] += row
        else:
            found.append([*row])
        opened = field and line in _SIGNS
    return found


def _wrapped(document: Document) -> list[list[int]]:
    """Return the lines of a page, those together that are one: each was cut before a word that it had no room for."""
    width = max(map(len, document.raw), default=0)
    if width not in _WIDTHS:
        return [[n] for n in range(len(document.raw))]
    cut = [_is_cut(document, n, width) for n in range(len(document.raw))]
    open_rows = [n for n, line in enumerate(document.lines) if line and line[-1] not in _ENDS]
    inside = [len(document.raw[n]) for n in open_rows if cut[n]]
    others = sum(len(document.raw[n]) >= _LONG * width and not cut[n] for n in open_rows)
    shorter = sum(size < width for size in inside)  # for the longest row none below it has room
    if len(inside) < _FEWEST + (shorter < _FEWEST) or others * _OTHERS > len(inside):
        return [[n] for n in range(len(document.raw))]
    rows: list[list[int]] = []
    for n in range(len(document.raw)):
        if n and cut[n - 1]:
            rows[-1].append(n)
        else:
            rows.append([n])
    few = sum(bool(document.lines[row[0]]) for row in rows) < _LINES <= len(document.nonblank)
    return [[n] for n in range(len(document.raw))] if few else rows


def _is_cut(document: Document, number: int, width: int) -> bool:
    """Tell whether a line goes on in the next one, whose first word had no room in it."""
    below = number + 1
    if below >= len(document.lines) or number in document.fenced or below in document.fenced:
        return False
    line, rest = document.lines[number], document.lines[below]
    room = width - len(document.raw[number].rstrip())
    return bool(line and rest) and len(rest.split(maxsplit=1)[0]) + 1 > room and not _OPENS.match(rest)
