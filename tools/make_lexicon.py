"""Make the lexicon of the joins: ``make_lexicon.py WORDS VERBS TOKENS OUT``.

WORDS and VERBS are hazm's ``words.dat`` and ``verbs.dat`` (MIT); TOKENS is edited text with its joiners, one
token a line with a blank line between sentences, plain or gzipped (PerDT's training part, CC BY-SA 4.0).
The same sources make the same bytes on every Python version.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lexicon_lists import (
    AFFIXES,
    ALWAYS_APART,
    CAUSATIVE_ENDINGS,
    DETERMINERS,
    FUNCTION_WORDS,
    GLUED_PARTICLES,
    LEFT_OPEN,
    LETTERS,
    NOUNS,
    NUMERALS,
    OBJECTS,
    OTHER_VERBS,
    PAST_ENDINGS,
    PREFIXES,
    PRESENT_ENDINGS,
    PREVERBS,
    SPOKEN,
    STAND_AS_FOUND,
    SUFFIXES,
    WEAK_LEFTS,
)

from textnorm.chars import HAMZA_ABOVE, NON_JOINING, ZWNJ
from textnorm.lexicon import flags
from textnorm.lexicon.keys import pair_key, stem_pair_key
from textnorm.lexicon.stems import inner_stem, stem
from textnorm.lexicon.table import pack


@dataclass
class Counts:
    """What running text says: words, pairs with a joiner and pairs with a space."""

    words: Counter[str] = field(default_factory=Counter)
    wholes: Counter[str] = field(default_factory=Counter)
    glued: Counter[str] = field(default_factory=Counter)
    joined: Counter[tuple[str, str]] = field(default_factory=Counter)
    apart: Counter[tuple[str, str]] = field(default_factory=Counter)


def sentences(lines: Iterable[str]) -> Iterator[list[str]]:
    """Group the token lines into sentences; a token may hold several words."""
    words: list[str] = []
    for line in lines:
        if line.strip():
            words.extend(line.split())
        elif words:
            yield words
            words = []
    if words:
        yield words


def is_persian(word: str) -> bool:
    return bool(word) and LETTERS.issuperset(word)


def count(texts: Iterable[list[str]]) -> Counts:
    """Count words and pairs in sentences of words."""
    counts = Counts()
    for text in texts:
        parts = [[part for part in word.split(ZWNJ) if part] or [""] for word in text]
        for atoms in parts:
            counts.wholes[ZWNJ.join(atoms)] += 1
            counts.words.update(atom for atom in atoms if is_persian(atom))
            counts.joined.update(itertools.pairwise(atoms))
            if len(atoms) == 1:
                counts.glued[atoms[0]] += 1
        counts.apart.update((left[-1], right[0]) for left, right in itertools.pairwise(parts))
    return counts


def verb_forms(rows: Iterable[str]) -> tuple[set[str], set[str]]:
    """Return the forms that follow می and the past participles, from rows ``past#present``."""
    forms, participles = {*OTHER_VERBS, *SPOKEN}, set()
    for row in rows:
        past, _, present = row.strip().partition("#")
        if past and present and is_persian(past):
            participles.add(past + "ه")
            forms.add(past + "ه")
            forms.update(_with_objects(past + ending for ending in PAST_ENDINGS))
        if present and is_persian(present):
            bases = _bases(present)
            forms.update(_with_objects(base + ending for base in bases for ending in PRESENT_ENDINGS))
            forms.update(present + "ان" + ending for ending in CAUSATIVE_ENDINGS if len(present) > 2)
    return forms, participles


def _bases(present: str) -> set[str]:
    return {present, present + "ی"} if present[-1] in "او" else {present}


def _with_objects(forms: Iterable[str]) -> set[str]:
    plain = set(forms)
    return plain | {form + ending for form in plain if form[-1] in "دم" for ending in OBJECTS}


def read_words(rows: Iterable[str]) -> tuple[dict[str, str], set[str]]:
    """Return the tagged words with their tags, and the rest: old words, names and noise."""
    tagged: dict[str, str] = {}
    rare: set[str] = set()
    for row in rows:
        word, _, rest = row.rstrip("\n").partition("\t")
        frequency, _, tags = rest.partition("\t")
        if tags in ("", "0") and frequency in ("", "0"):
            rare.add(word)
        else:
            tagged[word] = tags
    return tagged, rare


class Maker:
    """Gathers the entries, one kind of fact after the other."""

    def __init__(self, tagged: dict[str, str], rare: set[str], verbs: list[str], counts: Counts) -> None:
        self.entries: defaultdict[str, int] = defaultdict(int)
        self.counts, self.tagged, self.rare = counts, tagged, rare
        self.forms, self.participles = verb_forms(verbs)
        self.free: Counter[str] = Counter()
        for (_, right), number in counts.apart.items():
            self.free[right] += number
        self.types: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self.shares = self.count_members()
        joined = (word for word in (*tagged, *rare) if ZWNJ in word)
        self.listed = {pair for word in joined for pair in _pairs(word) if all(map(is_persian, pair))}

    def make(self) -> dict[str, int]:
        self.add_words()
        self.add_verbs()
        self.add_pairs()
        self.add_glued()
        self.add_members()
        return {key: value for key, value in self.entries.items() if value}

    def add_words(self) -> None:
        entries = self.entries
        for word in self.rare:
            for atom in word.split(ZWNJ):
                if is_persian(atom):
                    entries[atom] |= flags.RARE
        for word, tags in self.tagged.items():
            for atom in word.split(ZWNJ):
                if is_persian(atom):
                    entries[atom] |= flags.WORD
            if ("AJ" in tags and word not in NOUNS) and is_persian(word):
                entries[word] |= flags.ADJECTIVE
        for word, number in self.counts.words.items():
            entries[word] |= flags.WORD | (flags.COMMON if number > 1 else 0)
        for word, number in self.free.items():
            if number >= FREE_FROM and is_persian(word):
                entries[word] |= flags.FREE
        for left, right in self.counts.joined:
            if right.startswith("تر"):
                entries[left] |= flags.ADJECTIVE
        for word in STAND_AS_FOUND:
            entries[word] |= flags.WORD
        for word in FUNCTION_WORDS:
            entries[word] |= flags.FUNCTION | flags.WORD

    def add_verbs(self) -> None:
        for form in self.forms:
            self.entries[form] |= flags.VERB
        for form in self.participles:
            self.entries[form] |= flags.PARTICIPLE | flags.WORD
        for (left, right), _number in self.counts.joined.items():
            if left.endswith("می") and left in _VERB_PREFIXES and is_persian(right):
                self.entries[right] |= flags.VERB

    def add_pairs(self) -> None:
        """Every compound that is known to be joined, and what speaks against it."""
        joined, apart = self.counts.joined, self.counts.apart
        sums: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        known = {pair for pair in {*joined, *self.listed} if _is_compound(pair)}
        for pair in known:
            evidence = joined[pair], apart[pair], int(pair in self.listed)
            self._enter(pair_key(*pair), pair, self.judge(pair, *evidence))
            _add(sums[pair[0], stem(pair[1])], *evidence)
        for pair, number in apart.items():
            if pair not in known and (pair[0], stem(pair[1])) in sums:
                _add(sums[pair[0], stem(pair[1])], 0, number, 0)
                self.entries[pair_key(*pair)] |= flags.APART
        for pair, row in sums.items():
            self._enter(stem_pair_key(*pair), pair, self.judge(pair, *row))

    def _enter(self, key: str, pair: tuple[str, str], verdict: int) -> None:
        self.entries[key] |= verdict
        if verdict & (flags.JOINED | flags.LIKELY | flags.OPEN):
            self.entries[pair[0]] |= flags.LEFT
            self.entries[stem(pair[1])] |= flags.RIGHT

    def judge(self, pair: tuple[str, str], join: int, space: int, listed: int) -> int:
        """Weigh the evidence for writing a pair with a joiner."""
        right = pair[1]
        if pair in LEFT_OPEN:
            return flags.LIKELY if join > space else flags.APART
        if right.rstrip(HAMZA_ABOVE) in self.participles:
            return self.judge_participle(right, join, space, listed)
        return self.judge_plain(pair, join, space, listed)

    def judge_participle(self, right: str, join: int, space: int, listed: int) -> int:
        """A participle is joined where it stands for an adjective; mostly the next word tells."""
        usual = right.rstrip(HAMZA_ABOVE) in ("شده", "نشده")
        if join > 2 and join > 4 * space and not usual:
            return flags.JOINED
        if join > space or (listed and not space):
            return flags.APART | flags.OPEN | (0 if usual else flags.NOT_VERBAL)
        return flags.APART | (flags.OPEN if usual or space <= 3 * join + 1 else 0)

    def judge_plain(self, pair: tuple[str, str], join: int, space: int, listed: int) -> int:
        left, right = pair
        if left in FUNCTION_WORDS or right in FUNCTION_WORDS or left in NUMERALS:
            return self.judge_particle(pair, join, space, listed)
        if left == right and not join and self.free[right]:
            return flags.APART
        if right.endswith(("دن", "تن")) and right[:-1] + "ه" in self.participles:
            return flags.JOINED if join > 2 + 3 * space else flags.APART
        share = max(self.shares[0][left], self.shares[1][stem(right)])
        if space:
            return flags.JOINED if join >= 6 * space else flags.LIKELY if join > space else flags.APART
        needed = (2 if listed else 4) - (2 if share >= (0.1 if listed else 0.3) else 0)
        if not self.free[right]:
            needed -= 1 + bool(listed)
        if left in WEAK_LEFTS or right == "ماه":
            needed += 4
        if join >= needed:
            return flags.JOINED
        return flags.LIKELY if join or left not in WEAK_LEFTS else flags.APART

    def judge_particle(self, pair: tuple[str, str], join: int, space: int, listed: int) -> int:
        """Particles and numerals stand beside many words: they need more evidence than other first halves."""
        left, right = pair
        if right in ALWAYS_APART or (left in DETERMINERS and join < 5):
            return flags.APART
        if left == "بی" and right not in FUNCTION_WORDS and (join or listed) and join >= space:
            return flags.JOINED
        if join >= 3 * space + 2:
            return flags.JOINED
        bound = self.shares[1][stem(right)] >= 0.5 or (join and listed and self.free[right] < 3)
        return flags.JOINED if (join or listed) and not space and bound else flags.APART

    def count_members(self) -> tuple[dict[str, float], dict[str, float]]:
        """Return for each first and each second half the share of its pairs that are joined."""
        return self._shares(0), self._shares(1)

    def _shares(self, side: int) -> dict[str, float]:
        joined_types = Counter(_member(pair, side) for pair in self.counts.joined if _is_compound(pair))
        apart_types = Counter(_member(pair, side) for pair in self.counts.apart if is_persian(pair[1 - side]))
        self.types[side].update(joined_types)
        shares = {member: number / (number + apart_types[member]) for member, number in joined_types.items()}
        return defaultdict(float, shares)

    def add_glued(self) -> None:
        """Joined words without their joiners, and where the joiners belong."""
        glued = self.counts.glued
        wholes = Counter({word: number for word, number in self.counts.wholes.items() if ZWNJ in word})
        for word in (*self.tagged, *self.rare):
            if ZWNJ in word:
                wholes[word.strip(ZWNJ)] += 0
        votes: defaultdict[str, Counter[tuple[int, ...]]] = defaultdict(Counter)
        for word, number in wholes.items():
            atoms = word.split(ZWNJ)
            if not all(map(is_persian, atoms)) or atoms[0] in _VERB_PREFIXES:
                continue
            places = tuple(_visible_cuts(atoms))
            if places and len(places) < 3 and places[-1] < 64:
                votes["".join(atoms)][places] += number
        self.add_plural_or_article(votes)
        joined_stems: Counter[str] = Counter()
        glued_stems: Counter[str] = Counter()
        for word, places in votes.items():
            joined_stems[inner_stem(word)] += sum(places.values())
        for word, number in glued.items():
            glued_stems[inner_stem(word)] += number
        for word, places in votes.items():
            best, number = max(places.items(), key=lambda item: (item[1], item[0]))
            base = inner_stem(word)
            written_glued = (
                (word in self.tagged and number < 10)
                or number < GLUED_WEIGHT * glued[word]
                or joined_stems[base] < GLUED_WEIGHT * glued_stems[base]
                or (number < 2 and (word in self.tagged or word in self.rare))
                or (number < 5 and base != word and (base in self.tagged or base in self.rare))
                or (number < 10 and word[: best[0]] in GLUED_PARTICLES)
            )
            if written_glued:
                self.entries[word] |= flags.WORD
            else:
                self.entries[word] = self.entries[word] & ~(flags.WORD | flags.RARE) | flags.with_cuts(best)

    def add_plural_or_article(self, votes: dict[str, Counter[tuple[int, ...]]]) -> None:
        """«حرفهای» is «حرف‌های» or «حرفه‌ای»: let the numbers of the two words decide."""
        plurals: Counter[str] = Counter()
        articles: Counter[str] = Counter()
        for (left, right), number in self.counts.joined.items():
            plurals[left] += number * right.startswith("ها")
            articles[left] += number * (right == "ای")
        numbers = self.counts.words
        for word in [word for word in numbers if word + "ه" in numbers]:
            plural = 20 * plurals[word] + numbers[word] * self.can_be_plural(word)
            article = 20 * articles[word + "ه"] + numbers[word + "ه"]
            for ending in ("های", "هایم"):
                if article > plural:
                    votes[word + ending][(len(word) + 1,)] += 0
                elif word[-1] in NON_JOINING:
                    self.entries[word + ending] |= flags.WORD
                else:
                    votes[word + ending][(len(word),)] += 0

    def can_be_plural(self, word: str) -> bool:
        """Past stems are no nouns as a rule, and plurals in ان have their plural already."""
        animate = word.endswith("ان") and (word[:-2] in self.counts.words or word[:-2] in self.tagged)
        return not animate and word + "ه" not in self.participles

    def add_members(self) -> None:
        """Affixes that make new compounds, unless running text mostly writes them apart."""
        for member, share in self.shares[1].items():
            if member in AFFIXES and self.types[1][member] >= 3 and share >= PRODUCTIVE_SHARE:
                self.entries[member] |= flags.PRODUCTIVE


#: from so many places behind a space on, a word counts as one that stands alone
FREE_FROM = 10
PRODUCTIVE_SHARE = 0.6
#: how many times more often than glued a word must be joined before its glued form is cut
GLUED_WEIGHT = 3
_VERB_PREFIXES = PREFIXES | {preverb + prefix for preverb in PREVERBS for prefix in PREFIXES}


def _add(row: list[int], *numbers: int) -> None:
    for place, number in enumerate(numbers):
        row[place] += number


def _member(pair: tuple[str, str], side: int) -> str:
    return stem(pair[1]) if side else pair[0]


def _is_compound(pair: tuple[str, str]) -> bool:
    left, right = pair
    return right not in SUFFIXES and left not in _VERB_PREFIXES and is_persian(left) and is_persian(right)


def _pairs(word: str) -> Iterator[tuple[str, str]]:
    atoms = [atom for atom in word.split(ZWNJ) if atom]
    return itertools.pairwise(atoms)


def _visible_cuts(atoms: list[str]) -> Iterator[int]:
    length = 0
    for atom in atoms[:-1]:
        length += len(atom)
        if atom[-1] not in NON_JOINING:
            yield length


def open_lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("words", "verbs", "tokens", "out"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    tagged, rare = read_words(open_lines(arguments.words))
    counts = count(sentences(open_lines(arguments.tokens)))
    entries = Maker(tagged, rare, open_lines(arguments.verbs), counts).make()
    arguments.out.write_bytes(pack(entries))


if __name__ == "__main__":
    main()
