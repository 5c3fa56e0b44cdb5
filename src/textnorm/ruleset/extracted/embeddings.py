"""Direction controls that PDF readers, text recognition and word processors write round the runs of a line.

pdftotext encloses a right-to-left line in RLE … PDF and each left-to-right run of it in LRE … PDF. Inside of such
a run the neutral characters stand as the page shows them, the space that follows the run first. Controls are taken
out in pairs, or not at all. Word processors set U+200E and U+200F round Latin words.
"""

from __future__ import annotations

from collections.abc import Iterator

from textnorm.cache import BoundedCache
from textnorm.chars import ARABIC_LETTERS, BIDI_MARKS
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern

from ..protection import outside_code
from .lines import lines_with
from .order import logical

EMBEDDING, DIRECTION_MARK = "embedding", "direction-mark"
_LRE, _PDF = "\u202a", "\u202c"
#: embeddings and overrides, which PDF closes
_OPENING = "\u202a\u202b\u202d\u202e"
_CONTROL = lazy_pattern(f"[{_OPENING}{_PDF}]")
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_MARK = lazy_pattern(f"[{BIDI_MARKS}]+")

_Pair = tuple[int, int, int]  # start, end, depth


def find_embeddings(text: str) -> list[Edit]:
    """Return the edits that take out the embeddings of each line where all of them come in pairs."""
    if not any(control in text for control in _OPENING + _PDF):
        return []
    return [
        (base + start, base + end, after, EMBEDDING)
        for base, stop in lines_with(_CONTROL, text)
        for start, end, after in _line_edits(text[base:stop])
    ]


def _line_edits(line: str) -> Iterator[tuple[int, int, str]]:
    pairs = _pairs(line)
    if not pairs or not (_LETTER.search(line) or _encloses_all(line, pairs)):
        return
    places: list[tuple[int, int, str]] = []
    for start, end, depth in pairs:
        inner = line[start + 1 : end]
        if line[start] == _LRE and depth and not _CONTROL.search(inner) and not _LETTER.search(inner):
            run = _logical[inner]
            places.append((start, end + 1, run if line[end:].strip(_PDF) else run.rstrip(" ")))
        else:
            places += ((start, start + 1, ""), (end, end + 1, ""))
    yield from sorted(places)


def _pairs(line: str) -> list[_Pair] | None:
    """Return the embeddings of `line`, or None where one is opened and not closed, or closed and not opened."""
    opened: list[int] = []
    found: list[_Pair] = []
    for control in _CONTROL.finditer(line):
        if control[0] != _PDF:
            opened.append(control.start())
        elif opened:
            found.append((opened.pop(), control.start(), len(opened)))
        else:
            return None
    return None if opened else found


def _encloses_all(line: str, pairs: list[_Pair]) -> bool:
    """Return whether the embeddings lie round the whole of the line, whatever its script."""
    return all(
        not line[:start].strip(_OPENING) and not line[end:].strip(_PDF + " \t") for start, end, _ in pairs
    )


_logical: BoundedCache[str, str] = BoundedCache(logical, 1 << 11)


def find_direction_marks(text: str) -> list[Edit]:
    """Return the edits that take out direction marks beside Latin words of Persian lines.

    Marks between two letters of Arabic script are left to the rule for half-spaces.
    """
    if "```" in text or "~~~" in text:
        return list(_mark_edits(text, 0))
    return [edit for start, end in lines_with(_MARK, text) for edit in _mark_edits(text[start:end], start)]


def _mark_edits(text: str, base: int) -> Iterator[Edit]:
    for mark in outside_code(_MARK, text):
        start, end = mark.span()
        between_letters = _LETTER.match(text, end) and start and _LETTER.match(text, start - 1)
        if not between_letters and _is_persian_line(text, start):
            yield base + start, base + end, "", DIRECTION_MARK


def _is_persian_line(text: str, at: int) -> bool:
    """Return whether letters of Arabic script stand near the place `at`, on its line."""
    start = max(text.rfind("\n", max(0, at - _NEAR), at) + 1, at - _NEAR, 0)
    end = text.find("\n", at, at + _NEAR)
    return _LETTER.search(text, start, end if end >= 0 else at + _NEAR) is not None


#: characters on either side of a mark in which a letter must stand: a line, and never all of a long one
_NEAR = 400
