"""Ligatures of two letters that a font gave in the wrong order: همچننی for همچنین, الربز for البرز."""

from __future__ import annotations

from ..cache import BoundedCache
from ..chars import ZWNJ
from ..edits import Edit
from ..ruleset.extracted.known import FREQUENT, SEEN, is_piece, standing
from .word_evidence import pieces

RULE = "turned-ligature"
#: letters of a word, at the least and at the most, and of one that proves nothing
_SHORTEST, _LONGEST, _SHORT = 4, 20, 3
#: words that prove the fault, at the least, and what share of the unknown ones they must be
_LEAST, _SHARE = 3, 3


def find_turned_ligatures(text: str) -> list[Edit]:
    """Return the edits that turn two letters of unknown words round, where several become words of the language so.

    >>> text = "سامانه در هواشنایس و همچننی در الربز بود"
    >>> [(text[start:end], after) for start, end, after, _ in find_turned_ligatures(text)]
    [('یس', 'سی'), ('نی', 'ین'), ('رب', 'بر')]
    >>> find_turned_ligatures("هواشنایس خوب بود")
    []
    """
    unknown = dict(_unknown(text))
    words = {word for word in unknown.values() if len(word) >= _SHORTEST}
    turned = {word: place for word in words if (place := _place_of[word]) >= 0}
    if len(turned) < _LEAST or len(turned) * _SHARE < len(words):
        return []
    short = set(unknown.values()) - words
    turned |= {word: place for word in short if (place := _place_of[word]) >= 0}
    edits = [(start + turned[word], word) for start, word in unknown.items() if word in turned]
    return [(at, at + 2, text[at : at + 2][::-1], RULE) for at, _ in sorted(edits)]


def _unknown(text: str) -> list[tuple[int, str]]:
    """Return the places of unknown words and of unknown parts between half-spaces, and these."""
    words: dict[int, str] = {}
    for start, middle, end in pieces(text).places:
        if start not in words:
            words[start] = text[start:middle]
        words[middle + 1] = text[middle + 1 : end]
    return [(at + offset, part) for at, word in words.items() for offset, part in _unknown_parts[word]]


def _compute_parts(word: str) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    at = 0
    for part in word.split(ZWNJ):
        if _SHORT <= len(part) <= _LONGEST and is_piece[part]:
            found.append((at, part))
        at += len(part) + 1
    return tuple(found)


_unknown_parts: BoundedCache[str, tuple[tuple[int, str], ...]] = BoundedCache(_compute_parts, 1 << 13)


def _compute(word: str) -> int:
    """Return which letter and the next make a word of `word` when they change places, -1 for none or more than one."""
    least = SEEN if len(word) >= _SHORTEST else FREQUENT
    places = [
        place
        for place in range(len(word) - 1)
        if word[place] != word[place + 1]
        and standing(word[:place] + word[place + 1] + word[place] + word[place + 2 :]) >= least
    ]
    return places[0] if len(places) == 1 else -1


_place_of: BoundedCache[str, int] = BoundedCache(_compute, 1 << 12)
