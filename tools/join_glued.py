"""What speaks for a joiner inside a word that is written in one, and the boosted trees that weigh it.

A word list and the large collection have «فیلمبرداری», edited text writes «فیلم‌برداری»: whether that text joins a word is
told by what it does with the word itself, with its other inflections, and with other words of the same halves.
`train_join_glued.py` grows the trees from words that the evidence does not come from; they are asked when the lexicon is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import boosted_trees
from join_after import Places, log
from lexicon_lists import AFFIXES, FUNCTION_WORDS, NUMERALS, PREFIX_LIKE, SUFFIXES
from lexicon_sources import VERB_PREFIXES, is_compound, is_persian

from textnorm.chars import HEH, NON_JOINING, ZWNJ
from textnorm.lexicon.table_keys import inner_stem, stem

TREES = Path(__file__).with_name("join_glued_trees.json")
ARTICLE = "ال"
#: from so often on in the large collection a string is a word that may be half of another
KNOWN_FROM = 2000
#: what a half counts for in its share beside those that were seen
PRIOR, PRIOR_JOINED = 1, 0.3


def log_odds(values: tuple[int, ...]) -> int:
    """Return the log of the odds that edited text joins a word of these values there, in thousandths."""
    return boosted_trees.log_odds(TREES, values)


class Halves(NamedTuple):
    """How many kinds of words each half makes with a joiner and in one, and which those are, under their stems."""

    joined: set[tuple[str, str]]
    glued: set[tuple[str, str]]
    numbers: tuple[tuple[Counter[str], Counter[str]], tuple[Counter[str], Counter[str]]]


class Wholes(Places):
    """Describes the words in one, and where they may be cut, in whole numbers."""

    @cached_property
    def halves(self) -> Halves:
        counts = self.counts
        joined = {
            (left, stem(right))
            for left, right in counts.joined
            if is_compound((left, right)) and left[-1] not in NON_JOINING
        }
        glued = {
            (word[:at], stem(word[at:]))
            for word in counts.glued
            if is_persian(word)
            for at in range(2, len(word) - 1)
            if word[at - 1] not in NON_JOINING and counts.words[word[:at]] and self._is_half(word[at:])
        }
        sides = tuple(
            (Counter(pair[side] for pair in joined), Counter(pair[side] for pair in glued)) for side in (0, 1)
        )
        return Halves(joined, glued, (sides[0], sides[1]))

    def _is_half(self, right: str) -> bool:
        return bool(self.counts.words[right]) or right in AFFIXES or stem(right) in AFFIXES

    @cached_property
    def stems(self) -> tuple[Counter[tuple[str, int]], Counter[str]]:
        """How often words of a stem are joined at a place, and written in one."""
        joined: Counter[tuple[str, int]] = Counter()
        glued: Counter[str] = Counter()
        for word, number in self.counts.wholes.items():
            left, _, right = word.partition(ZWNJ)
            if right and ZWNJ not in right and right not in SUFFIXES and left not in VERB_PREFIXES:
                joined[inner_stem(left + right), len(left)] += number
        for word, number in self.counts.glued.items():
            glued[inner_stem(word)] += number
        return joined, glued

    def bounds(self, word: str) -> list[int]:
        """Return the places where *word* may be two words in one."""
        return [at for at in range(2, len(word) - 1) if self._is_bound(word[:at], word[at:])]

    def _is_bound(self, left: str, right: str) -> bool:
        if left[-1] in NON_JOINING or left in VERB_PREFIXES or right in SUFFIXES:
            return False
        bare = right[2:] if right.startswith(ARTICLE) and len(right) > 4 else right  # «مدعی‌العموم»
        return (self.is_known(left) or left in PREFIX_LIKE) and any(
            self.is_known(word) for word in (right, bare, stem(right))
        )

    def is_known(self, word: str) -> bool:
        known = (self.tagged, self.forms, self.participles, AFFIXES)
        return (
            self.counts.words[word] > 0
            or self.numbers.get(word, 0) > KNOWN_FROM
            or any(word in words for words in known)
        )

    def whole(self, word: str, place: int, bounds: int) -> tuple[int, ...]:
        """Return the values of *word* with a cut at *place*, one of so many *bounds*."""
        left, right = word[:place], word[place:]
        kin, numbers, counts = stem(right), self.numbers.get, self.counts
        joined = left + ZWNJ + right
        chance = 1000 * numbers(left, 0) * numbers(right, 0) / self.size
        return (
            *self._sightings(word, place),
            *self._kinds((left, kin)),
            *(log(numbers(form, 0)) for form in (joined, word, left + ZWNJ + kin, left + kin)),
            *(log(numbers(half, 0)) for half in (left, right, kin)),
            log(chance),
            *(log(counts.words[half]) for half in (left, right, kin)),
            int(word in self.tagged) + 2 * (word in self.rare),
            int((left, right) in self.listed_tagged) + 2 * ((left, right) in self.compounds),
            self.frequencies.get(word, -1),
            len(left),
            len(right),
            int(right in self.forms) + 2 * (right in self.participles) + 4 * (kin in AFFIXES),
            int(left in PREFIX_LIKE) + 2 * (left in NUMERALS) + 4 * (left in FUNCTION_WORDS),
            self.tags(left),
            self.tags(right),
            bounds,
            int(left[-1] == HEH) + 2 * right.startswith(ARTICLE),
            self.free[left],
            self.free[right],
        )

    def _sightings(self, word: str, place: int) -> Iterator[int]:
        """Yield how often text joins the word, its inflections and its halves, and how often not."""
        left, right = word[:place], word[place:]
        base, counts = inner_stem(word), self.counts
        joined, glued = counts.wholes[left + ZWNJ + right], counts.glued[word]
        yield from (joined, glued)
        yield max(self.stems[0][base, place] - joined, 0)
        yield max(self.stems[1][base] - glued, 0)
        yield from self.kin.get((left, stem(right)), (0, 0, 0))
        yield counts.apart[left, right]

    def _kinds(self, pair: tuple[str, str]) -> Iterator[int]:
        """Yield of how many other words each half is one, with a joiner and in one, and the share of the former."""
        halves = self.halves
        for half, (joined, glued) in zip(pair, halves.numbers, strict=True):
            with_joiner = joined[half] - (pair in halves.joined)
            in_one = glued[half] - (pair in halves.glued)
            yield from (with_joiner, in_one)
            yield round(1000 * (with_joiner + PRIOR_JOINED) / (with_joiner + in_one + PRIOR))
