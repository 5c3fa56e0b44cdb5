"""Words with spaces inside, which fonts with wide letters leave: هواشناس ی."""

from __future__ import annotations

from ..cache import PhraseCache
from ..chars import ZWNJ
from ..edits import Edit
from ..ruleset.extracted.known import FREQUENT, SEEN, UNKNOWN, is_piece, standing
from .evidence import Place, pieces

RULE = "torn-word"
_LONGEST = 20
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
    places = pieces(text)
    found = _torn(text, places, _is_torn)
    return _torn(text, places, _is_torn_letter) if len(found) >= _LEAST else found


def _torn(text: str, places: list[Place], is_torn: PhraseCache[bool]) -> list[Edit]:
    """Return the edits that join words of which one is a piece, and which a space parts."""
    edits: list[Edit] = []
    last = 0
    for start, middle, end in places:
        if start >= last and is_torn[text[start:middle], text[middle + 1 : end]]:
            edits.append((middle, middle + 1, "", RULE))
            last = end
    return edits


def _compute(pieces: tuple[str, ...]) -> bool:
    left, right = pieces
    if max(len(left), len(right)) > _LONGEST:
        return False
    whole = left + right
    least = FREQUENT if len(whole) < 4 else SEEN
    return _rank(whole) >= least and (
        (is_piece[left] and is_piece[right]) or standing(left) < SEEN or standing(right) < SEEN
    )


def _compute_letter(pieces: tuple[str, ...]) -> bool:
    left, right = pieces
    letter = (len(left) == 1 and is_piece[left]) or (len(right) == 1 and is_piece[right])
    return _is_torn[left, right] or (
        letter and _rank(left + right) >= (FREQUENT if len(left + right) < 4 else SEEN)
    )


def _rank(word: str) -> int:
    """Return the standing of `word`; of one with half-spaces, that of its first part where all are known."""
    parts = word.split(ZWNJ)
    return min(standing(part) for part in parts) if all(parts) else UNKNOWN


_is_torn: PhraseCache[bool] = PhraseCache(_compute, 1 << 13)
_is_torn_letter: PhraseCache[bool] = PhraseCache(_compute_letter, 1 << 13)
