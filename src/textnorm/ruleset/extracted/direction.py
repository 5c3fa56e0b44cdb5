"""Which way round Persian letters and words stand: weights above 0 for logical order, below 0 for visual order.

The evidence is that of the lexicon first, then of pairs of letters and of neighbouring words, whose weights
stand in `direction_data`, made by ``tools/make_directions.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat

from textnorm.cache import BoundedCache
from textnorm.chars import LETTER_VARIANTS, TATWEEL
from textnorm.lazy import lazy_pattern
from textnorm.lexicon import load
from textnorm.lexicon.flags import VERB

from . import direction_data as data
from .known import FREQUENT, SEEN, standing

#: the most that a single word says, and what it says when the lexicon knows it in one direction only
MOST = 4.0
_ZERO = ord("m")
#: the neighbour of words at the edges of a line
_EDGE = "^"
_VARIANTS = {ord(letter): plain for letter, plain in LETTER_VARIANTS.items()}
_MARKS = dict.fromkeys((*range(1611, 1622), 1600, 1648))
#: what calls for either
_ODD = lazy_pattern(f"[{''.join(map(chr, (*_VARIANTS, *_MARKS)))}]")


def word_weight(word: str) -> float:
    """Return how much `word` says for the order in which its letters stand.

    >>> [word_weight(word) > 0 for word in ("خانه", "هناخ", "در", "رسانده", "هدناسر")]
    [True, False, True, True, False]
    """
    return word_weights[word]


def _compute(word: str) -> float:
    if _ODD.search(word):
        word = word.translate(_VARIANTS).translate(_MARKS)
    back = word[::-1]
    if len(word) < 2 or word == back:
        return 0.0
    here, there = standing(word), standing(back)
    if here >= SEEN and there >= SEEN:
        return _stronger(word, back)
    if here == there:
        return max(-1.5, min(1.5, letters_weight(word) / 2))
    weight = MOST if max(here, there) == FREQUENT else MOST - 1 if max(here, there) == SEEN else MOST - 2
    if min(here, there):
        weight /= 2
    if len(word) < 4:
        weight /= 2
    return weight if here > there else -weight


#: the same, for many words at once
word_weights: BoundedCache[str, float] = BoundedCache(_compute, 1 << 13)


def _stronger(word: str, back: str) -> float:
    better = _stronger_words()
    return 1.0 if word in better else -1.0 if back in better else 0.0


@cache
def _stronger_words() -> frozenset[str]:
    return frozenset(data.STRONGER.split())


def letters_weight(word: str) -> float:
    """Return what the pairs of letters of `word` say for the order in which they stand."""
    pairs = _letter_pairs()
    return sum(pairs.get(pair, 0.0) for pair in zip("^" + word, word + "^", strict=True))


def words_weight(words: Sequence[str]) -> float:
    """Return what neighbouring `words` say for the order in which the words stand; a line feed ends a line of them.

    >>> words_weight("این کتاب را خواند".split()) > 0 > words_weight("خواند را کتاب این".split())
    True
    """
    return sum(pair_weights([*words, "\n"]))


def pair_weights(words: Sequence[str]) -> Iterator[float]:
    """Return what each of `words` says with the one before it, the first one with the edge of its line."""
    classes = list(map(_class_of.__getitem__, words))
    return map(_word_pairs().get, zip([_EDGE, *classes], classes, strict=False), repeat(0.0))


def class_number(word: str) -> int:
    """Return the number of the class of `word` in `pair_table`."""
    return _numbers()[_class_of[word]]


def pair_table() -> tuple[bytes, int]:
    """Return the weights of neighbours by the numbers of their classes, in halves, and how many classes there are."""
    numbers, pairs = _numbers(), _word_pairs()
    return b"".join(
        round(pairs.get((left, right), 0.0) * 2).to_bytes(1, "little", signed=True)
        for left in numbers
        for right in numbers
    ), len(numbers)


def pair_weight(left: str, right: str) -> float:
    """Return what two neighbours say for the order in which they stand."""
    return _word_pairs().get((_class_of[left], _class_of[right]), 0.0)


def _class(word: str) -> str:
    if word == "\n":
        return _EDGE
    if _ODD.search(word):
        word = word.translate(_VARIANTS).replace(TATWEEL, "")
    return word if word in _function_words() else "V" if load().get(word) & VERB else "N"


_class_of: BoundedCache[str, str] = BoundedCache(_class, 1 << 12)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(data.FUNCTION_WORDS.split())


@cache
def _numbers() -> dict[str, int]:
    """Return the classes of words by number: the edge of a line first."""
    return {kind: number for number, kind in enumerate((_EDGE, *data.FUNCTION_WORDS.split(), "V", "N"))}


@cache
def _letter_pairs() -> dict[tuple[str, str], float]:
    return _pairs(list(data.ALPHABET), data.LETTER_PAIRS, 0.25)


@cache
def _word_pairs() -> dict[tuple[str, str], float]:
    return _pairs([*data.FUNCTION_WORDS.split(), "V", "N"], data.WORD_PAIRS, 0.5)


def _pairs(keys: list[str], weights: str, unit: float) -> dict[tuple[str, str], float]:
    """Return both halves of an antisymmetric matrix of which `weights` is the upper one."""
    found: dict[tuple[str, str], float] = {}
    at = iter(weights)
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            weight = (ord(next(at)) - _ZERO) * unit
            found[a, b], found[b, a] = weight, -weight
    return found
