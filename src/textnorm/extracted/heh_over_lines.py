"""Lines that a reader broke between a word and the heh with its small hamza: «ه بارشی» above «سامان ٔ» for سامانهٔ بارشی.

A font that draws the small hamza above the line makes two lines of one for pdftotext: what stands on the left of the hamza comes
first, and begins with the heh. Where a line holds several of them, its parts come in reverse order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from ..chars import HAMZA_ABOVE, HEH, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern

RULE = "heh-over-lines"
_SPACES = " \t\r\xa0"
#: a heh that stands alone where a line begins
_ALONE = f"[ \t\xa0]*+{HEH}(?=[ \\r\\n])"
_BEGINS = lazy_pattern(f"\n{_ALONE}")
_BEGINS_TEXT = lazy_pattern(_ALONE)
#: a hamza on a letter that takes none, or behind it, where a line ends
_ENDS = lazy_pattern(f"(?<=[{PERSIAN_LETTERS}])(?<!{HEH}) ?{HAMZA_ABOVE}\\Z")
#: what parts the columns of a line as the page shows it
_GAP = lazy_pattern(" {3,}")
#: parts of one line, at the most
_MOST = 8

#: where a part of a line begins and ends
_Span = tuple[int, int]


def find_heh_over_lines(text: str) -> list[Edit]:
    """Return the edits that put together the parts of each line, and the heh to its word.

    >>> [after for *_, after, _ in find_heh_over_lines("ه بارشی وارد شد\\nدرجه است. سامان \u0654\\nباد")]
    ['درجه است. سامانه\u0654 بارشی وارد شد']
    >>> [after for *_, after, _ in find_heh_over_lines("ه دما\\nه تازه و کمین \u0654\\nسامان \u0654")]
    ['سامانه\u0654 تازه و کمینه\u0654 دما']
    >>> find_heh_over_lines("ه بارشی\\nسامانه\u0654\\nه"), find_heh_over_lines("سامان \u0654\\nه بارشی")
    ([], [])
    """
    if HAMZA_ABOVE not in text:
        return []
    edits: list[Edit] = []
    last = 0
    first = _BEGINS_TEXT.match(text)
    for begin in chain(() if first is None else (first,), _BEGINS.finditer(text)):
        if begin.end() <= last:
            continue
        parts = _parts(text, begin.end() - 1)
        if len(parts) > 1:
            last = parts[-1][1]
            edits.append((parts[0][0], last, _joined([text[start:end] for start, end in parts]), RULE))
    return edits


def _joined(parts: list[str]) -> str:
    """Return the parts in the order in which they are read, each but the first behind the heh with which it begins."""
    read = [parts[-1], *(part.removeprefix(HEH).lstrip(_SPACES) for part in parts[-2::-1])]
    words = (
        f"{part[: match.start()]}{HEH}{HAMZA_ABOVE}" for part in read[:-1] if (match := _ENDS.search(part))
    )
    return " ".join([*words, read[-1]]).rstrip(" ")


def _parts(text: str, start: int) -> list[_Span]:
    """Return the parts of the line whose last part begins at `start`, as they come."""
    parts: list[_Span] = []
    for first, end in _columns(text, start):
        if parts and not _ENDS.search(text, first, end):
            break
        parts.append((first, end))
        if len(parts) > 1 and not _is_begun(text, first, end):
            return parts
    return parts if all(_ENDS.search(text, *span) for span in parts[1:]) else []


def _is_begun(text: str, start: int, end: int) -> bool:
    """Return whether a part begins with a heh that stands alone."""
    return text[start:end].startswith((f"{HEH} ", f"{HEH}\xa0")) or text[start:end] == HEH


def _columns(text: str, start: int) -> Iterator[_Span]:
    """Yield the line that begins at `start` and the next ones, without the spaces round them; one with both signs and a gap as two."""
    empty = 0
    for first, end in _lines(text, start):
        if first == end:
            empty += 1
            if empty > 1:
                return
            continue
        empty = 0
        gaps = list(_GAP.finditer(text, first, end)) if _ENDS.search(text, first, end) else []
        ends = [first, *(at for gap in gaps for at in gap.span()), end]
        yield from list(pairwise(ends))[::2]


def _lines(text: str, start: int) -> Iterator[_Span]:
    for _ in range(2 * _MOST):
        end = text.find("\n", start)
        line = text[start:] if end < 0 else text[start:end]
        if "\f" in line:
            return
        bare = line.strip(_SPACES)
        first = start + len(line) - len(line.lstrip(_SPACES)) if bare else start
        yield first, first + len(bare)
        if end < 0:
            return
        start = end + 1
