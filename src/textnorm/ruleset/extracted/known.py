"""How well the lexicon knows a word, whether it was written with its half-spaces or without them."""

from __future__ import annotations

from textnorm.cache import BoundedCache
from textnorm.chars import HAMZA_ABOVE, HEH, LETTER_VARIANTS, TANVIN, ZWNJ
from textnorm.lazy import lazy_pattern
from textnorm.lexicon import load
from textnorm.lexicon.flags import COMMON, FREE, VERB, WORD, cuts

from ..joiners.morphemes import split_points

#: what `standing` returns
UNKNOWN, DERIVED, LISTED, SEEN, FREQUENT = range(5)
#: the flags that a word has of which `standing` returns FREQUENT
FREQUENT_FLAGS = WORD | FREE
_LONGEST = 40
_MARKS = {ord(mark): None for mark in "\u064e\u064f\u0650\u0651\u0652\u0670"} | {
    ord(letter): plain for letter, plain in LETTER_VARIANTS.items()
}
_ODD = lazy_pattern(f"[{''.join(map(chr, _MARKS))}]")
_ENDINGS = (
    "ها",
    "های",
    "هایی",
    "هایم",
    "هایش",
    "ی",
    "م",
    "ش",
    "ت",
    "ان",
    "ام",
    "ای",
    "اند",
    "اش",
    "تر",
    "یم",
    "ند",
    "ید",
)


def standing(word: str) -> int:
    """Return how well the lexicon knows `word`: one of the five constants above.

    >>> [standing(word) for word in ("خانه", "کتابها", "نمی‌روم", "باال", "هناخ")]
    [4, 1, 1, 0, 0]
    """
    return standings[word]


def _compute(word: str) -> int:
    if _ODD.search(word):
        word = word.translate(_MARKS)
    word = word.strip(ZWNJ)
    if not word or len(word) > _LONGEST:
        return UNKNOWN
    if ZWNJ in word:
        return DERIVED if all(_simple(part) for part in word.split(ZWNJ)) else UNKNOWN
    return _simple(word) or _derived(word)


def _simple(word: str) -> int:
    value = load().get(word)
    if not value & WORD:
        bare = word.rstrip(HAMZA_ABOVE + TANVIN)
        return min(_simple(bare), SEEN) if bare != word else LISTED if value & VERB else UNKNOWN
    return FREQUENT if value & FREE else SEEN if value & COMMON else LISTED


def _derived(word: str) -> int:
    """Return DERIVED for known words with endings that were written on to them, LISTED for forms of verbs behind می."""
    places = split_points(word) if load().may_be_cut(word) else ()
    if places and places[0][1] == "joiners.verb":
        return LISTED
    if places or cuts(load().get(word)):
        return DERIVED
    for ending in _ENDINGS if word.endswith(_ENDINGS) else ():
        if (
            word.endswith(ending)
            and len(word) > len(ending) + 2
            and load().get(word[: -len(ending)]) & COMMON
        ):
            return DERIVED
    return UNKNOWN


#: the same of many words
standings: BoundedCache[str, int] = BoundedCache(_compute, 1 << 13)

#: single letters that are words, and the longest word that may be a piece of one
_ONE_LETTER = frozenset("و")
#: single letters that a half-space may join to a word
_BEFORE_HALF_SPACE = frozenset("وآا")
#: never a word by itself
_HEH = HEH + HAMZA_ABOVE
LONGEST_PIECE = 20


def _find_piece(word: str) -> bool:
    """Return whether `word` is no word by itself."""
    if len(word) > LONGEST_PIECE:
        return False
    if len(word) == 1 or word == _HEH:
        return word not in _ONE_LETTER
    if word[1] == ZWNJ and word[0] not in _BEFORE_HALF_SPACE:
        return True
    return all(standing(part) == UNKNOWN for part in word.split(ZWNJ) if part)


#: whether a word is none by itself, and so may be a piece of one
is_piece: BoundedCache[str, bool] = BoundedCache(_find_piece, 1 << 13)
