"""What the next word and the large collection add to the evidence for a pair, and the boosted trees that weigh both.

`train_join_after.py` grows the trees from places in running text, each with the class of the word behind it. They say more
of a pair than those of `join_evidence`, but only of what edited text shows: what is a plain sentence in speech
(`lexicon_sentences`) is left to the rules.
"""

from __future__ import annotations

import math
from dataclasses import astuple
from pathlib import Path

import boosted_trees
from join_evidence import Evidence
from lexicon_base import Gathered
from lexicon_lists import ADVERBS, AFFIXES, NUMERALS, PREFIX_LIKE, TRUE_PREFIXES

from textnorm.chars import ZWNJ
from textnorm.lexicon.flags import After
from textnorm.lexicon.table_keys import stem

TREES = Path(__file__).with_name("join_after_trees.json")
#: the log of the odds, in thousandths, from which on a pair is joined before a word
CERTAIN_AFTER = 2300
#: what the tags of a word count for
TAGS = {"N": 1, "AJ": 2, "V": 4, "ADV": 8}
#: an unknown word, and one of running text without tags
UNKNOWN, UNTAGGED, TAGGED = 0, 1, 2


def log_odds(values: tuple[int, ...]) -> int:
    """Return the log of the odds that edited text joins a pair with these values, in thousandths."""
    return boosted_trees.log_odds(TREES, values)


class Places(Gathered):
    """Describes the places of pairs in whole numbers."""

    def place(self, pair: tuple[str, str], evidence: Evidence, after: After) -> tuple[int, ...]:
        """Return the values of a pair before a word of a class."""
        return (*self.without_next(pair, evidence), int(after), self.contexts.shift(pair, after))

    def without_next(self, pair: tuple[str, str], evidence: Evidence) -> tuple[int, ...]:
        """Return those that do not depend on the next word."""
        left, right = pair
        numbers, kin = self.numbers.get, stem(right)
        chance = evidence.apart + self.contexts.chance(evidence.left_free, self.free[right])
        return (
            *astuple(evidence),
            log(100 * chance),
            log(numbers(left + ZWNJ + right, 0)),
            log(numbers(left + right, 0)),
            log(numbers(left + ZWNJ + kin, 0)),
            log(numbers(left, 0)),
            log(numbers(right, 0)),
            log(100 * numbers(left, 0) * numbers(right, 0) / self.size),
            log(self.counts.words[left]),
            log(self.counts.words[right]),
            self.tags(left),
            self.tags(right),
            int(left in ADVERBS),
            int(left in PREFIX_LIKE),
            int(left in TRUE_PREFIXES),
            int(pair in self.compounds),
            int(left in self.forms),
            int(kin in AFFIXES),
            int(left in NUMERALS),
            log(self.free_left[left]),
            log(self.types[1][right]),
        )

    def tags(self, word: str) -> int:
        """Return what the word list calls a word, as a number."""
        if word not in self.tagged:
            return UNTAGGED if self.counts.words[word] else UNKNOWN
        return TAGGED + sum(TAGS.get(tag, 0) for tag in set(self.tagged[word].split(",")))


def log(number: float) -> int:
    """Return the log of a number in hundredths."""
    return round(100 * math.log1p(number))
