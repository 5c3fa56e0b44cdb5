"""Words that were cut at the kashidas of a justified line, each piece on a line of its own: «وق» and «تی» for وقتی."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..cache import BoundedCache
from ..chars import ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import SEEN, UNKNOWN, is_piece, standing
from .clues import windows

RULE = "word-over-lines"
_LONGEST = 30
_PIECE = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]{{1,{_LONGEST}}}+"
_LINE_END = "\r?\n"
#: a line end between letters, of which the first one is joined to the next one in its word
_JOINED = "".join(letter for letter in PERSIAN_LETTERS if letter not in NON_JOINING)
_SEAM = lazy_pattern(f"\n(?=[{PERSIAN_LETTERS}])(?:(?<=[{_JOINED}]\n)|(?<=[{_JOINED}]\r\n))")
#: a letter alone on its line, as one at least is in such texts
_ALONE = lazy_pattern(f"\n[{PERSIAN_LETTERS}](?<!و)[\r\n]")
#: the words on both sides of such line ends
_CHAIN = lazy_pattern(f"(?<![{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]){_PIECE}(?:{_LINE_END}{_PIECE})+")
_PARTS = lazy_pattern(f"({_LINE_END})")
#: pieces of one word, at the most; words that prove the fault, at the least; and for how many seams each of them stands
_MOST_PIECES, _LEAST, _SHARE = 5, 5, 4


def find_words_over_lines(text: str) -> list[Edit]:
    """Return the edits that take out line ends inside of words, where several pieces that are no words make some so.

    >>> text = "باران ب\\nهتر از ه\\nمیش\\nه\\nب\\nود و درخ\\nتان باغ شک\\nوفه داشت"
    >>> [start for start, *_ in find_words_over_lines(text)]
    [7, 16, 20, 24, 33, 44]
    >>> find_words_over_lines("هوا سرد است\\nه\\nباد آمد و خورش\\nید رفت")
    []
    """
    if _ALONE.search(text) is None or len(_SEAM.findall(windows(text))) < _LEAST:
        return []
    edits: list[Edit] = []
    proven = seams = 0
    for chain in _CHAIN.finditer(text):
        parts = _PARTS.split(chain[0])
        pieces = parts[::2]
        ends = list(accumulate(map(len, parts), initial=chain.start()))
        seams += len(pieces) - 1
        for first, last in _words(pieces):
            proven += any(map(_is_rare, pieces[first : last + 1]))
            edits += [(ends[2 * at + 1], ends[2 * at + 2], "", RULE) for at in range(first, last)]
    return edits if proven >= max(_LEAST, seams / _SHARE) else []


def _words(pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last one of the pieces that make a word."""
    first = 0
    while first < len(pieces) - 1:
        ends = range(min(len(pieces), first + _MOST_PIECES) - 1, first, -1)
        last = next((last for last in ends if _is_cut["\n".join(pieces[first : last + 1])]), first)
        if last > first:
            yield first, last
        first = last + 1


def _is_rare(piece: str) -> bool:
    """Return whether `piece` is no word, or a rare one."""
    return is_piece[piece] or standing(piece) < SEEN


def _compute(word: str) -> bool:
    """Return whether pieces make one word in which kashidas could stand where they meet."""
    pieces = word.split("\n")
    if any(piece[-1] in NON_JOINING for piece in pieces[:-1]):
        return False
    rank = standing("".join(pieces))
    return rank > UNKNOWN and (rank >= SEEN or any(map(_is_rare, pieces)))


_is_cut: BoundedCache[str, bool] = BoundedCache(_compute, 1 << 12, _LONGEST * _MOST_PIECES)
