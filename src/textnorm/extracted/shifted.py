"""Half-spaces that a reader set one letter too early, as spaces: م یدهد for می‌دهد, کوچ هها for کوچه‌ها.

A half-space has no width. A reader that sorts what stands on a line by its place may put it before the letter that it follows.
"""

from __future__ import annotations

from itertools import pairwise

from ..cache import PhraseCache
from ..chars import ARABIC_MARKS, TATWEEL, ZWNJ
from ..edits import Edit
from ..ruleset.extracted.known import SEEN, UNKNOWN, is_piece, standing
from .half_spaces import PREFIXES, SUFFIXES, join_weight
from .word_evidence import Place, pieces

RULE = "shifted-half-space"
#: places that prove the fault, at the least
_LEAST = 3
_SHORTEST, _LONGEST = 3, 20
_PLURALS = ("ها", "های", "هایی")


def find_shifted_half_spaces(text: str) -> list[Edit]:
    """Return the edits that set each half-space behind the letter that it follows, where several of them stand before it.

    >>> text = "کوچ هها و گلدا نها را م یدهد"
    >>> [text[start:end] for start, end, *_ in find_shifted_half_spaces(text)]
    [' ه', ' ن', ' ی']
    >>> find_shifted_half_spaces("کوچ هها و باران")
    []
    """
    places = pieces(text).places
    if len(places) < _LEAST:
        return []
    found = [
        place
        for place in places
        if _may_be_one(text, place) and _is_shifted[_words(text, place)] and not _is_stretched(text, place)
    ]
    apart = sum(left[2] <= right[0] for left, right in pairwise(found)) + 1
    if apart < _LEAST:
        return []
    sure = {at for start, _, end in found for at in (start, end)}
    found += [
        place
        for place in places
        if sure.isdisjoint((place[0], place[2]))
        and _may_be_shifted[_words(text, place)]
        and not _is_stretched(text, place)
    ]
    found = _apart(sorted(found))
    return [(middle, middle + 2, text[middle + 1] + ZWNJ, RULE) for _, middle, _ in found]


def _apart(places: list[Place]) -> list[Place]:
    """Return those of `places` that share no word with the one before."""
    kept: list[Place] = []
    for place in places:
        if not kept or place[0] >= kept[-1][2]:
            kept.append(place)
    return kept


def _words(text: str, place: Place) -> tuple[str, str]:
    start, middle, end = place
    return text[start:middle], text[middle + 1 : end]


def _may_be_one(text: str, place: Place) -> bool:
    """Return whether words may be shifted, as the first look at them tells: the right one is no word, or the left one is one letter."""
    start, middle, end = place
    return end - middle > _SHORTEST and (middle - start == 1 or is_piece[text[middle + 1 : end]])


def _is_stretched(text: str, place: Place) -> bool:
    """Return whether a kashida stands beside the words, which go on behind it."""
    start, _, end = place
    return TATWEEL in (text[start - 1 : start], text[end : end + 1])


def _may_shift(left: str, right: str) -> bool:
    """Return whether the space between two words can stand one letter further on, by their lengths and by what that letter is."""
    if not 2 < len(right) <= _LONGEST or len(left) > _LONGEST:
        return False
    return right[1] not in ARABIC_MARKS and ZWNJ not in right[:2]


def _compute(pair: tuple[str, ...]) -> bool:
    """Return whether two words make two others, between which a half-space may stand, with the space one letter further on."""
    left, right = pair
    if not _may_shift(left, right):
        return False
    word, rest = left + right[0], right[1:]
    if standing(left + right) >= SEEN or not (is_piece[right] or (len(left) == 1 and rest in _PLURALS)):
        return False
    if join_weight(word, rest):
        return True
    return is_piece[left] and is_piece[right] and _stands(word) and _stands(rest)


def _compute_doubtful(pair: tuple[str, ...]) -> bool:
    """Return the same where a text holds other such places: one of two words is none, or a half-space joins the two that it makes."""
    left, right = pair
    if not _may_shift(left, right):
        return False
    word, rest = left + right[0], right[1:]
    if standing(left + right) >= SEEN or standing(word) < SEEN:
        return False
    return (is_piece[left] and join_weight(word, rest) > 0) or (is_piece[right] and standing(rest) >= SEEN)


def _stands(word: str) -> bool:
    """Return whether `word` is known, or a word that half-spaces join to others."""
    return len(word) > 2 and (standing(word) > UNKNOWN or word in SUFFIXES or word in PREFIXES)


_is_shifted: PhraseCache[bool] = PhraseCache(_compute, 1 << 13)
_may_be_shifted: PhraseCache[bool] = PhraseCache(_compute_doubtful, 1 << 13)
