"""Text out of PDF files, with pdfminer.six: the lines of the page from left to right, ready for repair.

Why this reader: of the six that were measured it loses nothing and guesses nothing, since it gives the order of the
page, which `repair_extracted` turns round with certainty. Its own lines are not used as they are, because it ends one
wherever a file draws from right to left: what stands on one base line becomes one line again.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

#: a gap between two pieces of a line, in heights of its letters, that may be a space, and one that parts columns
_SPACE, _COLUMN = 0.15, 2.5
#: pieces whose middles differ by less than this share of their height stand on one line
_ONE_LINE = 0.5
#: lines further apart than this many line heights belong to different paragraphs
_PARAGRAPH = 1.9
#: fewest pairs of lines side by side that make columns rather than a table
_LEAST_PAIRS = 8


class PdfExtraMissing(ImportError):
    """pdfminer.six is not installed: ``pip install 'textnorm-fa[pdf]'``."""


class _Piece(NamedTuple):
    """A stretch of text on the page: its box and its letters."""

    left: float
    right: float
    bottom: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def pdf_to_text(data: bytes) -> str:
    """Return the text of a PDF file as its pages show it: lines from left to right, a form feed between pages.

    `repair_extracted` puts it in logical order. Raises `PdfExtraMissing` where pdfminer.six is not installed, and
    ValueError for what is no PDF file, needs a password or holds no text (a scan), TypeError for a name instead of the file's bytes.

    >>> pdf_to_text(b"GIF89a")
    Traceback (most recent call last):
    ValueError: no PDF file: it starts with other bytes
    """
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(
            f"pdf_to_text() takes the bytes of a file, not {type(data).__name__}: Path(name).read_bytes() gives them"
        )
    if not data.lstrip()[:5].startswith(b"%PDF-"):
        raise ValueError("no PDF file: it starts with other bytes")
    text = "\f".join(_page(page) for page in _pages(data))
    if not text.strip():
        raise ValueError("a PDF file without text: its pages are pictures, which need text recognition")
    return text


def _pages(data: bytes) -> Iterator[Any]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFPasswordIncorrect
        from pdfminer.pdfexceptions import PDFException
        from pdfminer.psexceptions import PSException
    except ImportError:
        raise PdfExtraMissing(
            "reading PDF files needs pdfminer.six: pip install 'textnorm-fa[pdf]'"
        ) from None
    try:
        yield from extract_pages(io.BytesIO(data), laparams=LAParams(all_texts=True))
    except PDFPasswordIncorrect:
        raise ValueError("a PDF file with a password") from None
    except (PDFException, PSException) as error:
        raise ValueError(f"a damaged PDF file: {error}") from None


def _page(page: Any) -> str:
    lines = list(_lines(_pieces(page)))
    heights = [line[0].height for line in lines]
    usual = median(heights) if heights else 0.0
    written: list[str] = []
    last = None
    for line in lines:
        if last is not None and last - line[0].middle > _PARAGRAPH * usual:
            written.append("")
        written.append(_written(line))
        last = line[0].middle
    return "\n".join(written)


def _pieces(box: Any) -> Iterator[_Piece]:
    """Yield the lines of pdfminer, in the order in which it found them."""
    from pdfminer.layout import LTTextLine

    if isinstance(box, LTTextLine):
        text = box.get_text().strip("\n")
        if text.strip():
            yield _Piece(box.x0, box.x1, box.y0, box.y1, text)
    elif hasattr(box, "__iter__"):
        for inner in box:
            yield from _pieces(inner)


def _lines(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces of each line from left to right; the lines of a column follow each other."""
    open_lines: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        line = next((line for line in reversed(open_lines[-8:]) if _continues(line, piece)), None)
        if line is None:
            open_lines.append([piece])
        else:
            line.append(piece)
    for line in open_lines:
        line.sort(key=lambda piece: piece.left)
    yield from _by_column(open_lines)


def _continues(line: list[_Piece], piece: _Piece) -> bool:
    height = max(line[0].height, piece.height)
    if abs(line[0].middle - piece.middle) > _ONE_LINE * height:
        return False
    return any(
        piece.left - other.right < _COLUMN * height and other.left - piece.right < _COLUMN * height
        for other in line
    )


def _by_column(lines: list[list[_Piece]]) -> Iterator[list[_Piece]]:
    """Yield the lines from top to bottom; where two columns stand side by side, the right one before the left one."""
    lines = sorted(lines, key=lambda line: -line[0].middle)
    gutter = _gutter(lines)
    if gutter is None:
        yield from lines
        return
    right: list[list[_Piece]] = []
    left: list[list[_Piece]] = []
    for line in lines:
        if line[-1].right <= gutter:
            left.append(line)
        elif line[0].left >= gutter:
            right.append(line)
        else:  # a line over both columns ends what stands above it
            yield from (*right, *left, line)
            right, left = [], []
    yield from (*right, *left)


def _gutter(lines: list[list[_Piece]]) -> float | None:
    """Return where the space between two columns is, if lines stand side by side and few go across it."""
    places = [
        (max(a[0].left, b[0].left) + min(a[-1].right, b[-1].right)) / 2
        for a, b in pairwise(lines)
        if abs(a[0].middle - b[0].middle) < _ONE_LINE * a[0].height
    ]
    if len(places) < _LEAST_PAIRS:
        return None
    place = median(places)
    across = sum(line[0].left < place < line[-1].right for line in lines)
    return place if across * 4 < len(lines) else None


def _written(line: list[_Piece]) -> str:
    text = line[0].text
    for before, piece in pairwise(line):
        apart = piece.left - before.right > _SPACE * piece.height
        glued = text[-1:].isspace() or piece.text[:1].isspace()
        text += (" " if apart and not glued else "") + piece.text
    return text
