"""Words with spaces inside, which fonts with wide letters leave: هواشناس ی."""

from __future__ import annotations

import re
from itertools import accumulate

from ..cache import BoundedCache, PhraseCache
from ..chars import ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import FREQUENT, SEEN, UNKNOWN, standing

RULE = "torn-word"
_W = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]"
#: words, and what stands between them
_TOKENS = lazy_pattern(f"{_W}+|[^{_W[1:-1]}]+")
_LONGEST = 20
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
    tokens = _TOKENS.findall(text)
    found = _torn(tokens, _is_torn)
    return _torn(tokens, _is_torn_letter) if len(found) >= _LEAST else found


def _torn(tokens: list[str], is_torn: PhraseCache[bool]) -> list[Edit]:
    """Return the edits that join pairs of tokens, of which one is a piece, and which a space parts."""
    ends = list(accumulate(map(len, tokens)))
    edits: list[Edit] = []
    last = -1
    for at in [at for at in range(len(tokens) - 2) if tokens[at + 1] == " "]:
        left, right = tokens[at], tokens[at + 2]
        if (_is_piece[left] or _is_piece[right]) and at > last and is_torn[left, right]:
            edits.append((ends[at], ends[at] + 1, "", RULE))
            last = at + 2
    return edits


def _compute(pieces: tuple[str, ...]) -> bool:
    left, right = pieces
    if max(len(left), len(right)) > _LONGEST:
        return False
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
    if len(word) > _LONGEST:
        return False
    if len(word) == 1:
        return word not in _ONE_LETTER
    return all(standing(part) == UNKNOWN for part in re.split(ZWNJ, word) if part)


_is_piece: BoundedCache[str, bool] = BoundedCache(_find_piece, 1 << 13)
_is_torn: PhraseCache[bool] = PhraseCache(_compute, 1 << 13)
_is_torn_letter: PhraseCache[bool] = PhraseCache(_compute_letter, 1 << 13)
