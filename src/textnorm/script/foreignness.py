"""How far words are from Persian by their build: letter sequences that other languages have and Persian has not.

Function words and letters tell most sentences of other languages apart (`languages`); a short sentence may have none of
them: «طقس اليوم جميل», «میرا بھائی اسکول جاتا ہے». So each sequence of two to four letters, with the edges of its word,
has a weight, and so has each whole word. The weights are a linear model that ``tools/train_foreignness.py`` learns
from word lists and texts of Persian and nine other languages; they lie in buckets by a checksum, one byte each.
"""

from __future__ import annotations

import os
from functools import cache
from zlib import crc32

from ..cache import BoundedCache
from ..chars import ZWNJ
from ..lazy import lazy_pattern
from ..lexicon import is_word
from .function_words import PERSIAN_WORDS, as_typed
from .words import FOLDED, fold

#: how many weights there are, and how long the sequences are that have one
BUCKETS, LENGTHS = 1 << 16, (2, 3, 4)
#: a clause of so much is of another language; one word alone says less
LIMIT, LIMIT_OF_ONE = 66, 120
#: one of nothing but Persian letters needs so much
LIMIT_OF_PERSIAN_LETTERS = 100
#: and one with an Arabic article and no word of Persian alone so much
LIMIT_WITH_ARTICLE = 40
#: and one behind the name of a language, or beside a clause of one, so much
LIMIT_BESIDE_OTHERS = 20
#: a clause is Persian if at least one in this many words is Persian's own
_ONE_IN = 5
#: the words of Persian sentences that no neighbour shares
_OWN = as_typed(PERSIAN_WORDS - frozenset("یا او وی ما هر هم که اگر ولی تا".split()))
#: no word counts for more, so that it fits in a byte
MOST = 127
#: two letters or more, none of them a presentation form
_LETTERS = lazy_pattern("[\u0620-\u06ff\u0750-\u077f\u0870-\u08ff]{2,}")


def is_foreign(words: list[str]) -> bool:
    """Tell whether the words of one clause, taken together, are built as words of another language are.

    A clause of words that are all known, or in which one in five is a function word of Persian, is not looked at.

    >>> is_foreign("طقس اليوم جميل".split()), is_foreign("هواي امروز خوب".split())
    (True, False)
    """
    if _ONE_IN * sum(map(_OWN.__contains__, words)) >= len(words) or all(map(_KNOWN.__getitem__, words)):
        return False
    return foreignness(words) > (LIMIT if len(words) > 1 else LIMIT_OF_ONE)


_KNOWN: BoundedCache[str, bool] = BoundedCache(lambda word: is_word(FOLDED[word]), 1 << 14)


def foreignness(words: list[str]) -> int:
    """Return how much speaks for another language (above 0) or for Persian in *words*, in sixteenths of a logit.

    >>> foreignness(["الطاولة"]) > 0 > foreignness(["می‌خواهند"])
    True
    """
    return sum(map(_FOREIGNNESS.__getitem__, words))


def _of_word(word: str) -> int:
    known = weights()
    found = sum([known[place] for piece in pieces(word) for place in buckets(piece)])
    return max(-MOST, min(MOST, found))


_FOREIGNNESS: BoundedCache[str, int] = BoundedCache(_of_word, 1 << 14)


def pieces(word: str) -> list[str]:
    """Return what stands between the half-spaces of *word*, in Persian letters and without marks, if it is letters alone."""
    bare = [fold(piece) for piece in word.split(ZWNJ)] if ZWNJ in word else [FOLDED[word]]
    return [piece for piece in bare if _LETTERS.fullmatch(piece)]


def buckets(piece: str) -> list[int]:
    """Return the places of the weights of each sequence of letters of *piece*, and of the whole."""
    data = f"^{piece}$".encode("utf-16-le")
    end = len(data)
    found = [crc32(data[at : at + 2 * n]) % BUCKETS for n in LENGTHS for at in range(0, end - 2 * n + 1, 2)]
    return found if end <= 2 * LENGTHS[-1] else [*found, crc32(data) % BUCKETS]


@cache
def weights() -> memoryview:
    """Return the weights, a number from -127 to 127 in each bucket."""
    with open(os.path.join(os.path.dirname(__file__), "foreignness.bin"), "rb") as file:
        return memoryview(file.read()).cast("b")
