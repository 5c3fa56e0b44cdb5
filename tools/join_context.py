"""What the word behind a pair says of it: how often each class of word follows, joined and apart.

A pair whose second half is a word by itself («کار», «رو», «باز») also stands side by side by chance: «درست کار
نمی‌کند». The odds that the trees give it hold on the average of its contexts; here they are divided over the classes
of `textnorm.lexicon.flags.After`: what follows the pairs of the second half, against what follows it when it is free.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from textnorm.chars import ZWNJ
from textnorm.lexicon.flags import After
from textnorm.ruleset.joiners.pair_context import CLASS, context_class

#: how many sightings the average of all second halves counts for
PRIOR_JOINED, PRIOR_APART, PRIOR_PAIR = 12, 12, 4
#: how much oftener than independent words two nouns stand side by side
AFFINITY = 4

#: the classes of verbs are counted as one
VERBS = frozenset((After.VERB, After.PREFIX, After.HAVE))
COUNTED = tuple(after for after in After if after == After.VERB or after not in VERBS | {After.BOUND})
#: from which share of its free places on a class of next words is usual
USUAL_FROM = 0.2

Counts = defaultdict[object, Counter[int]]


class Contexts:
    """Sightings of words and pairs by the class of the next word."""

    def __init__(self, texts: Iterable[list[str]]) -> None:
        self.pairs: Counts = defaultdict(Counter)
        self.joined: Counts = defaultdict(Counter)
        self.apart: Counts = defaultdict(Counter)
        self.total = 0
        for text in texts:
            self._count(text)
        self.all_joined, self.all_apart = _sum(self.joined), _sum(self.apart)

    def _count(self, text: list[str]) -> None:
        for left, right, joined, after in places(text):
            self.total += 1
            if joined:
                self.pairs[left, right][after] += 1
                self.joined[right][after] += 1
            else:
                self.apart[right][after] += 1

    def shift(self, pair: tuple[str, str], after: After) -> int:
        """Return what the next word adds to the log of the odds that *pair* is joined, in thousandths."""
        right = pair[1]
        joined = _mixed(self.joined[right], self.all_joined, PRIOR_JOINED)
        joined = _mixed(self.pairs[pair], joined, PRIOR_PAIR)
        apart = _mixed(self.apart[right], self.all_apart, PRIOR_APART)
        return round(1000 * math.log(joined[after] / apart[after]))

    def is_usual_apart(self, pair: tuple[str, str], after: After) -> bool:
        """Return whether the second half often stands free before such a word, and the pair never: «گیر کرد»."""
        if after not in (After.VERB, After.AGAIN, After.TO) or self.pairs[pair][after]:
            return False
        free = self.apart[pair[1]]
        return free[after] > max(2, USUAL_FROM * sum(free.values()))

    def chance(self, left_free: int, right_free: int) -> float:
        """Return how often two words would stand side by side by chance in a text of this size."""
        return AFFINITY * left_free * right_free / self.total


def places(text: list[str]) -> Iterator[tuple[str, str, bool, int]]:
    """Yield the pairs of neighbours in a text, whether they are joined, and the class of what follows."""
    morphemes = [
        (morpheme, number > 0) for token in text for number, morpheme in enumerate(token.split(ZWNJ))
    ]
    morphemes.append((".", False))
    for (left, _), (right, joined), (after, _) in zip(morphemes, morphemes[1:], morphemes[2:], strict=False):
        found = context_class(after) & CLASS
        yield left, right, joined, After.VERB if found in VERBS else found


def _sum(rows: Counts) -> dict[int, float]:
    total: Counter[int] = Counter()
    for row in rows.values():
        total.update(row)
    number = sum(total.values()) + len(COUNTED)
    return {after: (total[after] + 1) / number for after in COUNTED}


def _mixed(row: Counter[int], average: dict[int, float], weight: int) -> dict[int, float]:
    number = sum(row.values()) + weight
    return {after: (row[after] + weight * average[after]) / number for after in COUNTED}
