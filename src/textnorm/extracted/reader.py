"""Text out of PDF files, with pdfminer.six: the lines of the page from left to right, ready for repair.

Why this reader: of the six that were measured it loses nothing and guesses nothing, since it gives the order of the
page, which `repair_extracted` turns round with certainty. Its own lines are not used as they are, because it ends one
wherever a file draws from right to left: what stands on one base line becomes one line again.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat
from statistics import median
from typing import Any

from .page_columns import Piece, columns, in_turn, on_one_line

#: a gap between two pieces of a line, in heights of its letters, that may be a space, and one that parts cells of a table
_SPACE, _CELL = 0.15, 2.5
_CELLS = "   "
#: how far a line of pdfminer goes back to the left where something else stands in it, in heights of its letters
_BACK = 0.5
#: lines that may still go on
_OPEN = 4
#: lines further apart than this many line heights belong to different paragraphs
_PARAGRAPH = 1.9


class PdfExtraMissing(ImportError):
    """pdfminer.six is not installed: ``pip install 'textnorm-fa[pdf]'``."""


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
    lines = [line for column in columns(list(_pieces(page))) for line in _lines(column)]
    usual = median(line[0].height for line in lines) if lines else 0.0
    written: list[str] = []
    last = None
    for line in lines:
        if last is not None and last - line[0].middle > _PARAGRAPH * usual:
            written.append("")
        written.append(_written(line))
        last = line[0].middle
    return "\n".join(written)


def _pieces(box: Any) -> Iterator[Piece]:
    """Yield the lines of pdfminer, in the order in which it found them."""
    from pdfminer.layout import LTTextLine

    if isinstance(box, LTTextLine):
        yield from _stretches(box)
    elif hasattr(box, "__iter__"):
        for inner in box:
            yield from _pieces(inner)


def _stretches(line: Any) -> Iterator[Piece]:
    """Yield what stands in a line of pdfminer from left to right; where it goes back to the left another stretch begins."""
    text, right = "", line.x0
    places: list[tuple[float, float]] = []
    for part in line:
        letters = part.get_text().strip("\n")
        start, end = (part.x0, part.x1) if hasattr(part, "x0") else (right, right)
        if places and start < right - _BACK * line.height:
            yield from _piece(line, text, places, right)
            text, places, right = "", [], start
        text += letters
        start = max(start, places[-1][0]) if places else start
        places += repeat((start, end), len(letters))
        right = max(right, end)
    yield from _piece(line, text, places, right)


def _piece(line: Any, text: str, places: list[tuple[float, float]], right: float) -> Iterator[Piece]:
    if text.strip():
        yield Piece(places[0][0], right, line.y0, line.y1, text, tuple(places))


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line of a column, which stand from top to bottom, from left to right."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        line = next((line for line in reversed(lines[-_OPEN:]) if on_one_line(line[0], piece)), None)
        if line is None:
            lines.append([piece])
        else:
            line.append(piece)
    return [in_turn(line) for line in lines]


def _written(line: list[Piece]) -> str:
    text = line[0].text
    for before, piece in pairwise(line):
        gap = piece.left - before.right
        glued = text[-1:].isspace() or piece.text[:1].isspace()
        space = (
            _CELLS if gap > _CELL * piece.height else " " if gap > _SPACE * piece.height and not glued else ""
        )
        text += space + piece.text
    return text
