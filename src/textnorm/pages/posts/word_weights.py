"""What the words of a short line say of it: how much more often sites show each, or readers say it, than texts have it.

The weights are log-odds in tenths, learned from labelled pages by tools/train_word_weights.py. So a button or a heading of
a wording that no list has is seen by the words that it shares with others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import cast

from textnorm.cache import BoundedCache
from textnorm.pages.content.columns import Column
from textnorm.pages.interface.templates import fold, words_of
from textnorm.pages.shipped import shipped

Weights = Mapping[str, Mapping[str, int]]
#: what the weights are for: what a site shows, against what stands in texts; what readers say, against all others
KINDS = ("site", "said")
#: how a word is written that begins a line, and one that ends it
FIRST, LAST = "^", "$"
#: the first words of a line are looked at, this number of them; sums further from zero say no more
SEEN, _MOST = 16, 99
_SIGNS = ("sum", "mean", "least", "most", "first", "last")
_NAMES = tuple(f"{kind} {sign}" for kind in KINDS for sign in _SIGNS)
#: signs that are seen of the two lines beside one, too
_NEAR = ("site sum", "site mean", "said sum", "said mean")


@cache
def word_weights() -> Weights:
    """Return the weights that come with the package."""
    return cast(Weights, json.loads(shipped("word_weights.json")))


def seen_words(line: str) -> list[str]:
    """Return the words of a line that are looked at, without numbers.

    >>> seen_words("۳ نظر: ثبت نظر") == ["نظر", "ثبت", "نظر"]
    True
    """
    return [word for word in words_of(fold(line)) if not word.isdigit()][:SEEN]


def line_evidence(line: str) -> tuple[int, ...]:
    """Return what the words of a line say of it, for each kind: sum, mean, least and greatest weight, those of its first and last word.

    >>> line_evidence("ثبت نظر")[0] > 0 > line_evidence("باران می‌بارید و او نمی‌آمد")[0]
    True
    """
    return _EVIDENCE[line]


def _look(line: str) -> tuple[int, ...]:
    words = seen_words(line)
    return tuple(number for kind in KINDS for number in _signs(words, word_weights()[kind]))


def _signs(words: Sequence[str], weights: Mapping[str, int]) -> tuple[int, ...]:
    if not words:
        return (0,) * len(_SIGNS)
    own = [*map(weights.get, words, repeat(0))]
    total, several = sum(own), len(words) > 1
    first, last = (
        weights.get(sign + word, 0) if several else 0 for sign, word in ((FIRST, words[0]), (LAST, words[-1]))
    )
    return (max(-_MOST, min(total, _MOST)), total // len(own), min(own), max(own), first, last)


#: lines of pages are asked about for their own sake and for those beside them
_EVIDENCE: BoundedCache[str, tuple[int, ...]] = BoundedCache(_look, 2048)


def word_signs(texts: Sequence[str], places: Sequence[int]) -> dict[str, Column]:
    """Return a column for each sign of some lines of a page, and of those beside them."""
    size = len(texts)
    none = (0,) * len(_NAMES)
    own, above, below = (
        [line_evidence(texts[n + by]) if 0 <= n + by < size else none for n in places] for by in (0, -1, 1)
    )
    found = {}
    for number, name in enumerate(_NAMES):
        found[name] = Column([row[number] for row in own])
        if name in _NEAR:
            found[name + "-1"] = Column([row[number] for row in above])
            found[name + "+1"] = Column([row[number] for row in below])
    return found
