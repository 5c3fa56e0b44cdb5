"""What all parts of the maker share: the sources, and the counts that are drawn from them at once."""

from __future__ import annotations

from collections import Counter, defaultdict

from join_context import Contexts
from lexicon_lists import AFFIXES, MORE_VERBS
from lexicon_sources import (
    PLURALS,
    Counts,
    Vocabulary,
    WordList,
    is_compound,
    is_persian,
    listed_pairs,
    verb_forms,
)

from textnorm.chars import HEH, NON_JOINING, YEH
from textnorm.lexicon.table_keys import stem

#: which share of the word its form in yeh has where the heh before it is sounded: «گرهی»
SOUNDED_SHARE = 0.01


class Gathered:
    """The evidence, and the entries that are made of it."""

    def __init__(
        self, listed: WordList, verbs: list[str], counts: Counts, vocabulary: Vocabulary | None = None
    ) -> None:
        self.entries: defaultdict[str, int] = defaultdict(int)
        self.counts, self.tagged, self.rare = counts, listed.tagged, listed.rare
        self.frequencies = listed.frequencies
        self.forms, self.participles = verb_forms(
            [*(row for row in verbs if self.is_seen(row.strip())), *sorted(MORE_VERBS)]
        )
        self.free: Counter[str] = Counter()
        for (_, right), number in counts.apart.items():
            self.free[right] += number
        self.types: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self.shares = self.count_members()
        self.free_left = Counter[str]()
        for (left, _), number in counts.apart.items():
            self.free_left[left] += number
        self.listed_tagged = set(listed_pairs(self.tagged))
        vocabulary = vocabulary or Vocabulary()
        self.numbers, self.size = vocabulary.numbers, max(sum(vocabulary.numbers.values()), 1)
        self.compounds = set(listed_pairs(vocabulary.compounds))
        self.compounds_of_lists = self.compounds | self.listed_tagged
        self.listed = self.listed_tagged | set(listed_pairs(self.rare))
        self.contexts = Contexts(counts.texts)
        self.gather_kin()

    def is_seen(self, row: str) -> bool:
        """Whether running text knows a verb: old verbs with short stems look like names («میناوند»)."""
        past, _, present = row.partition("#")
        words = self.counts.words
        seen = words[past] + words[past + "ه"] + words[past + "ن"] + words[present + "ند"]
        return bool(seen) or len(present) > 3

    def gather_kin(self) -> None:
        """Add up the sightings of each pair over the inflections of its second half."""
        known = {*self.counts.joined, *self.listed}
        self.pairs = {pair for pair in known if is_compound(pair) and pair[0][-1] not in NON_JOINING}
        self.kin: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for pair in self.pairs:
            _add(self.kin[pair[0], stem(pair[1])], self.counts.joined[pair], 0, pair in self.listed)
        for pair, number in self.counts.apart.items():
            if (kin := (pair[0], stem(pair[1]))) in self.kin:
                _add(self.kin[kin], 0, number, 0)

    def count_members(self) -> tuple[dict[str, float], dict[str, float]]:
        """Return for each first and each second half the share of its pairs that are joined."""
        return self._shares(0), self._shares(1)

    def _shares(self, side: int) -> dict[str, float]:
        joined_types = Counter(_member(pair, side) for pair in self.counts.joined if is_compound(pair))
        apart_types = Counter(_member(pair, side) for pair in self.counts.apart if is_persian(pair[1 - side]))
        self.types[side].update(joined_types)
        shares = {member: number / (number + apart_types[member]) for member, number in joined_types.items()}
        return defaultdict(float, shares)

    def count_plurals(self) -> Counter[str]:
        """Count each noun's plurals; behind a letter that does not join they are written in one."""
        plurals: Counter[str] = Counter()
        for (left, right), number in self.counts.joined.items():
            plurals[left] += number * right.startswith("ها")
        for word, number in self.counts.glued.items():
            for ending in PLURALS:
                if word.endswith(ending) and word[: -len(ending)][-1:] in NON_JOINING:
                    plurals[word.removesuffix(ending)] += number
        return plurals

    def is_adjective(self, word: str) -> int:
        return int("AJ" in self.tagged.get(word, ""))

    def takes_comparative(self, word: str) -> bool:
        """Whether the text compares with `word`, or the word list knows it as an adjective and nothing else.

        A noun that is an adjective too does so where that list has its comparative, which nothing else knows: «رایجتر».
        """
        seen = any(self.counts.joined[word, ending] for ending in ("تر", "ترین", "تری"))
        tags = self.tagged.get(word, "").split(",")
        is_listed = word + "تر" in self.rare and not self.numbers.get(word + "تر") and len(word) > 3
        is_adjective = "AJ" in tags and ("N" not in tags or is_listed)
        return seen or (is_adjective and word[-1:] not in NON_JOINING)

    def is_heh_sounded(self, whole: str) -> bool:
        """Whether the large collection writes «گرهی» often enough for it to be no slip for «گره‌ی»."""
        return whole[-1] == HEH and self.numbers.get(whole + YEH, 0) > SOUNDED_SHARE * self.numbers.get(
            whole, 0
        )

    def stands_alone(self, piece: str) -> bool:
        """Whether a piece of a compound is a word by itself, or an affix."""
        known = (self.forms, self.participles, AFFIXES)
        return bool(self.counts.glued[piece] or self.free[piece]) or any(
            piece in words or stem(piece) in words for words in known
        )


def _add(row: list[int], *numbers: int) -> None:
    for place, number in enumerate(numbers):
        row[place] += number


def _member(pair: tuple[str, str], side: int) -> str:
    return stem(pair[1]) if side else pair[0]
