"""Direction controls that PDF readers, text recognition and word processors write round the runs of a line.

pdftotext encloses a right-to-left line in RLE … PDF and each left-to-right run of it in LRE … PDF. Inside of such
a run the neutral characters stand as the page shows them, the space that follows the run first. Controls are taken
out in pairs, or not at all. Word processors set U+200E and U+200F round Latin words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm.cache import BoundedCache
from textnorm.chars import ARABIC_LETTERS, BIDI_MARKS
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern

from ..protection import outside_code
from .found_lines import LINE_ENDS, lines_with
from .order import logical
from .triggers import DIRECTION_MARK, EMBEDDING

_LRE, _RLE, _PDF = "\u202a", "\u202b", "\u202c"
#: embeddings and overrides, which PDF closes
_OPENING = "\u202a\u202b\u202d\u202e"
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_MARK = lazy_pattern(f"[{BIDI_MARKS}]+")

_CONTROL_OR_END = lazy_pattern(f"[{_OPENING}{_PDF}{LINE_ENDS}]")

_CONTROL = lazy_pattern(f"[{_OPENING}{_PDF}]")
_INNER = f"[^{_OPENING}{_PDF}{LINE_ENDS}]*+"
#: a left-to-right run; and a line that is one right-to-left embedding with such runs in it, as pdftotext writes nearly all
_RUN = lazy_pattern(f"{_LRE}({_INNER}){_PDF}")
_PLAIN_LINE = lazy_pattern(
    f"{_RLE}(?<![^{LINE_ENDS}].){_INNER}(?:{_LRE}{_INNER}{_PDF}{_INNER})*+{_PDF}(?=[{LINE_ENDS}]|\\Z)"
)

#: start, end, depth, and whether no other pair stands in it
_Pair = tuple[int, int, int, bool]
#: start and end of a line, and the places of its controls
_Line = tuple[int, int, list[int]]


def find_embeddings(text: str) -> list[Edit]:
    """Return the edits that take out the embeddings of each line where all of them come in pairs."""
    if not any(control in text for control in _OPENING + _PDF):
        return []
    edits: list[Edit] = []
    at = 0
    for line in _PLAIN_LINE.finditer(text):
        edits += _edits_between(text, at, line.start())
        edits += _plain_edits(text, line)
        at = line.end()
    edits += _edits_between(text, at, len(text))
    return edits


def _plain_edits(text: str, line: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits of a line that stands in one right-to-left embedding, with left-to-right runs in it."""
    start, end = line.span()
    yield start, start + 1, "", EMBEDDING
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        inner = _logical_run[run[1]]
        if inner is None:
            yield from ((first, first + 1, "", EMBEDDING), (last - 1, last, "", EMBEDDING))
        else:
            yield first, last, inner if last + 1 < end else inner.rstrip(" "), EMBEDDING
    yield end - 1, end, "", EMBEDDING


def _edits_between(text: str, at: int, end: int) -> list[Edit]:
    """Return the edits of all lines between two places."""
    if _CONTROL.search(text, at, end) is None:
        return []
    return [edit for line in _lines_with_controls(text, at, end) for edit in _line_edits(text, line)]


def _lines_with_controls(text: str, start: int, end: int) -> Iterator[_Line]:
    controls = list[int]()
    for sign in _CONTROL_OR_END.finditer(text, start, end):
        if sign[0] not in LINE_ENDS:
            controls.append(sign.start())
            continue
        if controls:
            yield start, sign.start(), controls
            controls = []
        start = sign.end()
    if controls:
        yield start, end, controls


def _line_edits(text: str, line: _Line) -> list[Edit]:
    first, stop, controls = line
    pairs = _pairs(text, controls)
    if not pairs or not (_LETTER.search(text, first, stop) or _encloses_all(text[first:stop], first, pairs)):
        return []
    last = first + len(text[first:stop].rstrip(_PDF))
    edits: list[Edit] = []
    for start, end, depth, innermost in pairs:
        if text[start] == _LRE and depth and innermost and not _LETTER.search(text, start, end):
            run = _logical[text[start + 1 : end]]
            edits.append((start, end + 1, run if end < last else run.rstrip(" "), EMBEDDING))
        else:
            edits += ((start, start + 1, "", EMBEDDING), (end, end + 1, "", EMBEDDING))
    return sorted(edits)


def _pairs(text: str, controls: list[int]) -> list[_Pair] | None:
    """Return the embeddings of a line, or None where one is opened and not closed, or closed and not opened."""
    opened: list[int] = []
    found: list[_Pair] = []
    for number, at in enumerate(controls):
        if text[at] != _PDF:
            opened.append(number)
        elif opened:
            start = opened.pop()
            found.append((controls[start], at, len(opened), start + 1 == number))
        else:
            return None
    return None if opened else found


def _encloses_all(line: str, first: int, pairs: list[_Pair]) -> bool:
    """Return whether the embeddings lie round the whole of the line, whatever its script; it begins at `first`."""
    return all(
        not line[: start - first].strip(_OPENING) and not line[end - first :].strip(_PDF + " \t")
        for start, end, *_ in pairs
    )


_logical: BoundedCache[str, str] = BoundedCache(logical, 1 << 11)
#: the same of a left-to-right run, None for one with letters of Arabic script, which stands as it was written
_logical_run: BoundedCache[str, str | None] = BoundedCache(
    lambda run: None if _LETTER.search(run) else _logical[run], 1 << 11
)


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
    first, last = max(at - _NEAR, 0), at + _NEAR
    start = max(text.rfind(end, first, at) + 1 or first for end in LINE_ENDS)
    ends = (text.find(end, at, last) for end in LINE_ENDS)
    return _LETTER.search(text, start, min((end for end in ends if end >= 0), default=last)) is not None


#: characters on either side of a mark in which a letter must stand: a line, and never all of a long one
_NEAR = 400
