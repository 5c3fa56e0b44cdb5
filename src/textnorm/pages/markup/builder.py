"""Text by lines: block elements make lines, inline elements add nothing, not even a space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from html.parser import HTMLParser
from operator import itemgetter
from typing import Any

from textnorm.core import native_module

#: elements whose content no reader sees as text
SKIPPED = frozenset(
    "script style noscript template svg canvas iframe object embed audio video head title textarea select option"
    " datalist map math frame frameset applet".split()
)
#: elements that stand inside a line; every other one makes lines of its own
INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr amp-img picture source".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BREAKS = frozenset(("br", "hr"))
#: elements whose start says something even where no text stands before it
_OPENING = frozenset(("table", "th"))
_CELLS = frozenset(("td", "th"))
#: spaces of every kind but those that never break: HTML shows any run of them as one
_BLANKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
#: what Python takes for a space and HTML does not
_KEPT = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: what says nothing at the ends of a line; editors leave places to break in empty paragraphs
_EDGES = " \u200b\ufeff"
_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LETTER = re.compile(r"[^\W\d_]")
_FENCE = "```"
#: what stands between the cells of a row
CELLS = " | "


def main_place(parts: Sequence[tuple[int, Any]]) -> Any:
    """Return the place of most of a line's text."""
    if len(parts) == 1:
        return parts[0][1]
    return max(parts, key=itemgetter(0), default=(0, None))[1]


def main_places(lines: Sequence[Sequence[tuple[int, Any]]]) -> list[Any]:
    """Return the same for each of some lines."""
    core = native_module()
    found: list[Any] = core.main_places(lines) if core else list(map(main_place, lines))
    return found


class LineBuilder:
    """Take the start, the text and the end of elements, and give lines.

    Cells are lines, since old pages are laid out with tables; in a table with headings each row is one line.
    Code in ``pre`` stands between fences as it was; other text in ``pre`` keeps its lines.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        #: for each line its parts: how many characters, and what `data` was told of their place
        self.places: list[list[tuple[int, Any]]] = []
        #: the pieces of text of the line that has begun
        self.parts: list[str] = []
        #: and what `data` was told of the place of each
        self.origins: list[Any] = []
        #: for each open table, whether it has headings; None for those that lay out a page
        self.tables: list[bool | None] = []
        #: whether text is taken as it stands, where inline elements count
        self.in_pre = False
        self._pre: list[str] | None = None
        self._pre_place: Any = None
        self._code = False
        self._skipped = 0

    def start(self, tag: str, *, flat: bool = True) -> None:
        """Open an element; a table that is not *flat* holds others."""
        if tag in SKIPPED:
            self._skipped += tag not in VOID
        elif self._skipped:
            return
        elif self._pre is not None:
            self._in_pre(tag)
        elif tag == "pre":
            self._break()
            self._pre, self._code, self.in_pre = [], False, True
        elif (self.parts or tag in _OPENING) and tag not in INLINE:
            self._block(tag, flat)

    def end(self, tag: str) -> None:
        """Close an element."""
        if tag in SKIPPED:
            self._skipped = max(self._skipped - (tag not in VOID), 0)
        elif self._skipped:
            return
        elif self._pre is not None:
            if tag == "pre":
                self._end_pre()
        elif (self.parts or tag == "table") and tag not in INLINE and tag not in _CELLS:
            self._break(tag)
            if tag == "table" and self.tables:
                self.tables.pop()

    def data(self, text: str | None, place: Any = None) -> None:
        """Add text, which stands somewhere."""
        if not text or self._skipped:
            return
        if self._pre is None:
            if not self.parts and text.isspace() and "\xa0" not in text:
                return
            self.parts.append(text)
            self.origins.append(place)
        else:
            self._pre.append(text)
            self._pre_place = self._pre_place or place

    @cached_property
    def main(self) -> list[Any]:
        """Return the place of most of the text of each line, once all are there."""
        return main_places(self.places)

    def finish(self) -> list[str]:
        """Return all lines."""
        if self._pre is not None:
            self._end_pre()
        self.tables.clear()
        self._break()
        return self.lines

    def _block(self, tag: str, flat: bool) -> None:
        if tag == "table":
            self.tables.append(False if flat else None)
        elif tag == "th" and self.tables and self.tables[-1] is False:
            self._break("tr")
            self.tables[-1] = True
            return
        if tag in _CELLS and self._in_row():
            if any(map(str.strip, self.parts)):
                self._add(CELLS)
        else:
            self._break(tag)

    def _in_row(self) -> bool:
        return bool(self.tables and self.tables[-1])

    def _break(self, tag: str = "") -> None:
        if not self.parts:
            return
        if self._in_row() and tag not in ("tr", "table", "caption", "thead", "tbody", "tfoot"):
            self._add(" ")
            return
        line = _spaced("".join(self.parts))
        if line:
            self.lines.append(line)
            pairs = zip(self.parts, self.origins, strict=True)
            self.places.append([(size, place) for part, place in pairs if (size := len(part.strip()))])
        self.parts.clear()
        self.origins.clear()

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.origins.append(None)

    def _in_pre(self, tag: str) -> None:
        assert self._pre is not None
        self._code |= tag in ("code", "samp", "kbd")
        if tag in _BREAKS or (tag not in INLINE and self._pre and not self._pre[-1].endswith("\n")):
            self._pre.append("\n")

    def _end_pre(self) -> None:
        text, self._pre = _NEWLINES.sub("\n", "".join(self._pre or ())).strip("\n"), None
        self.in_pre = False
        lines = [line.rstrip() for line in text.split("\n")]
        place, self._pre_place = self._pre_place, None
        if not text.strip():
            return
        if (self._code or _is_latin(text)) and _FENCE not in text:
            lines = [_FENCE, *lines, _FENCE]
        else:
            lines = [line.strip() for line in lines if line.strip()]
        self.lines += lines
        self.places += [[(len(line), place)] for line in lines]


def _spaced(text: str) -> str:
    """Return a text with every run of spaces as one, and none at its ends."""
    if text.isascii():
        return " ".join(text.split())
    if not _KEPT.search(text):
        return " ".join(text.split()).strip(_EDGES)
    return _BLANKS.sub(" ", text).strip(_EDGES)


def _is_latin(text: str) -> bool:
    """Tell whether most letters are ASCII, as those of code are."""
    letters = _LETTER.findall(text)
    return sum(map(str.isascii, letters)) * 2 >= len(letters)


class _Fragment(HTMLParser):
    """A piece of HTML on its way to lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = LineBuilder()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.builder.start(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.builder.start(tag)
        if tag not in VOID:
            self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def fragment_lines(html: str) -> list[str]:
    r"""Return the lines of a piece of HTML, as feeds and exports hold it, by the standard library alone.

    >>> fragment_lines("<p>او <b>می</b>&zwnj;رود<br>و می<wbr>آید</p><ul><li>یک</li></ul>")
    ['او می\u200cرود', 'و میآید', 'یک']
    """
    parser = _Fragment()
    parser.feed(html)
    parser.close()
    return parser.builder.finish()
