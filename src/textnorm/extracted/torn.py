"""Words with spaces inside, which fonts with wide letters leave: هواشناس ی."""

from __future__ import annotations

import re

from ..cache import BoundedCache, PhraseCache
from ..chars import ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import FREQUENT, SEEN, UNKNOWN, standing

RULE = "torn-word"
_W = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]"
_TOKEN = lazy_pattern(f"{_W}{{1,20}}")
_PAIR = lazy_pattern(f"(?<!{_W})({_W}{{1,20}}) (?=({_W}{{1,20}})(?!{_W}))")
#: single letters that are words
_ONE_LETTER = frozenset("و")


#: torn words that show that single letters are pieces of words too
_LEAST = 3


def find_torn_words(text: str) -> list[Edit]:
    """Return the edits that take out the space between two pieces that are no words and make one.

    Where several words were torn, a letter that stands alone belongs to the neighbour with which it makes a word.

    >>> find_torn_words("هواشناس ی")
    [(7, 8, '', 'torn-word')]
    >>> find_torn_words("خانه ی ما"), find_torn_words("گوش ت")
    ([], [])
    """
    pieces = {token for token in set(_TOKEN.findall(text)) if _is_piece[token]}
    if not pieces:
        return []
    found = _torn(text, pieces, _is_torn)
    return _torn(text, pieces, _is_torn_letter) if len(found) >= _LEAST else found


def _torn(text: str, pieces: set[str], is_torn: PhraseCache[bool]) -> list[Edit]:
    edits: list[Edit] = []
    last = -1
    for pair in _PAIR.finditer(text):
        if (pair[1] in pieces or pair[2] in pieces) and pair.start(1) > last and is_torn[pair[1], pair[2]]:
            edits.append((pair.end(1), pair.end(1) + 1, "", RULE))
            last = pair.end(2)
    return edits


def _compute(pieces: tuple[str, ...]) -> bool:
    left, right = pieces
    whole = left + right
    least = FREQUENT if len(whole) < 4 else SEEN
    return _rank(whole) >= least and (
        (_is_piece[left] and _is_piece[right]) or standing(left) < SEEN or standing(right) < SEEN
    )


def _compute_letter(pieces: tuple[str, ...]) -> bool:
    left, right = pieces
    letter = (len(left) == 1 and _is_piece[left]) or (len(right) == 1 and _is_piece[right])
    return _is_torn[left, right] or (
        letter and _rank(left + right) >= (FREQUENT if len(left + right) < 4 else SEEN)
    )


def _rank(word: str) -> int:
    """Return the standing of `word`; of one with half-spaces, that of its first part where all are known."""
    parts = word.split(ZWNJ)
    return min(standing(part) for part in parts) if all(parts) else UNKNOWN


def _find_piece(word: str) -> bool:
    """Return whether `word` is no word by itself."""
    if len(word) == 1:
        return word not in _ONE_LETTER
    return all(standing(part) == UNKNOWN for part in re.split(ZWNJ, word) if part)


_is_piece: BoundedCache[str, bool] = BoundedCache(_find_piece, 1 << 13)
_is_torn: PhraseCache[bool] = PhraseCache(_compute, 1 << 13)
_is_torn_letter: PhraseCache[bool] = PhraseCache(_compute_letter, 1 << 13)
