"""Make the lexicon of the joins: ``make_lexicon.py WORDS VERBS TOKENS OUT``.

WORDS and VERBS are hazm's ``words.dat`` and ``verbs.dat`` (MIT); TOKENS is edited text with its joiners, one
token a line with a blank line between sentences, plain or gzipped (PerDT's training part, CC BY-SA 4.0).
The same sources make the same bytes on every Python version.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from join_context import Contexts
from join_evidence import Evidence, log_odds
from lexicon_lists import (
    AFFIXES,
    AFTER_BE,
    ARABIC_HOSTS,
    CAUSATIVE_ENDINGS,
    FUNCTION_WORDS,
    GLUED_PARTICLES,
    LEFT_OPEN,
    LETTERS,
    NOUNS,
    NUMERALS,
    OBJECTS,
    OTHER_VERBS,
    PARTICLES,
    PAST_ENDINGS,
    PREFIX_LIKE,
    PREFIXES,
    PRESENT_ENDINGS,
    PREVERBS,
    SPOKEN,
    SPOKEN_FOR,
    SPOKEN_PAST_ENDINGS,
    SPOKEN_PASTS,
    SPOKEN_PRESENT_ENDINGS,
    SPOKEN_PRESENTS,
    STAND_AS_FOUND,
    SUFFIXES,
    TRUE_PREFIXES,
)

from textnorm.chars import HAMZA_ABOVE, HEH, NON_JOINING, ZWNJ
from textnorm.lexicon import flags
from textnorm.lexicon.flags import After
from textnorm.lexicon.keys import inner_stem, pair_key, stem, stem_pair_key
from textnorm.lexicon.table import pack


@dataclass
class Counts:
    """What running text says: words, pairs with a joiner and pairs with a space."""

    words: Counter[str] = field(default_factory=Counter)
    wholes: Counter[str] = field(default_factory=Counter)
    glued: Counter[str] = field(default_factory=Counter)
    joined: Counter[tuple[str, str]] = field(default_factory=Counter)
    apart: Counter[tuple[str, str]] = field(default_factory=Counter)
    texts: list[list[str]] = field(default_factory=list)


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
        counts.texts.append(text)
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
    forms, participles = {*OTHER_VERBS, *SPOKEN, *spoken_forms()}, set()
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


def spoken_forms() -> set[str]:
    pasts = {past + ending for past in SPOKEN_PASTS for ending in SPOKEN_PAST_ENDINGS}
    presents = {
        present + ending
        for present in SPOKEN_PRESENTS
        for ending in SPOKEN_PRESENT_ENDINGS
        if len(present) + len(ending) > 2
    }
    return pasts | presents


def _bases(present: str) -> set[str]:
    return {present, present + "ی"} if present[-1] in "او" else {present}


def _with_objects(forms: Iterable[str]) -> set[str]:
    plain = set(forms)
    return plain | {form + ending for form in plain if form[-1] in "دم" for ending in OBJECTS}


@dataclass
class WordList:
    """The word list: tagged words, with their tags and their frequencies, and the rest."""

    tagged: dict[str, str] = field(default_factory=dict)
    frequencies: dict[str, int] = field(default_factory=dict)
    rare: set[str] = field(default_factory=set)  # old words, names and noise


def read_words(rows: Iterable[str]) -> WordList:
    """Read rows of a word, its frequency and its tags."""
    found = WordList()
    for row in rows:
        word, _, rest = row.rstrip("\n").partition("\t")
        frequency, _, tags = rest.partition("\t")
        if tags in ("", "0") and frequency in ("", "0"):
            found.rare.add(word)
        else:
            found.tagged[word] = tags
            found.frequencies[word] = int(frequency) if frequency.isdecimal() else 0
    return found


class Maker:
    """Gathers the entries, one kind of fact after the other."""

    def __init__(self, listed: WordList, verbs: list[str], counts: Counts) -> None:
        self.entries: defaultdict[str, int] = defaultdict(int)
        self.counts, self.tagged, self.rare = counts, listed.tagged, listed.rare
        self.frequencies = listed.frequencies
        self.forms, self.participles = verb_forms(row for row in verbs if self.is_seen(row.strip()))
        self.free: Counter[str] = Counter()
        for (_, right), number in counts.apart.items():
            self.free[right] += number
        self.types: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self.shares = self.count_members()
        self.free_left = Counter[str]()
        for (left, _), number in counts.apart.items():
            self.free_left[left] += number
        self.listed_tagged = set(_listed_pairs(self.tagged))
        self.listed = self.listed_tagged | set(_listed_pairs(self.rare))
        self.contexts = Contexts(counts.texts)
        self.gather_kin()

    def make(self) -> dict[str, int]:
        self.add_words()
        self.add_verbs()
        self.add_pairs()
        self.add_heh()
        self.add_after_be()
        self.take_glued_out()
        self.add_arabic()
        self.add_glued()
        self.add_members()
        self.add_stems()
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
        for word in (*STAND_AS_FOUND, *self.names_in_tar()):
            entries[word] |= flags.WORD
        for word in FUNCTION_WORDS:
            entries[word] |= flags.FUNCTION | flags.WORD

    def names_in_tar(self) -> Iterator[str]:
        """Yield the words in تر that are no comparatives, as «فیلتر», and what is made of them, as «دفتری»."""
        for word in (*self.tagged, *self.rare, *self.counts.glued):
            if word.endswith("تر") and is_persian(word) and not self.takes_comparative(word[:-2]):
                yield from (word, word + "ی", word + "ین")

    def takes_comparative(self, word: str) -> bool:
        """Whether the text compares with `word`, or the word list knows it as an adjective and nothing else."""
        seen = any(self.counts.joined[word, ending] for ending in ("تر", "ترین", "تری"))
        tags = self.tagged.get(word, "").split(",")
        return seen or ("AJ" in tags and "N" not in tags and word[-1] not in NON_JOINING)

    def is_seen(self, row: str) -> bool:
        """Whether running text knows a verb: old verbs with short stems look like names («میناوند»)."""
        past, _, present = row.partition("#")
        words = self.counts.words
        seen = words[past] + words[past + "ه"] + words[past + "ن"] + words[present + "ند"]
        return bool(seen) or len(present) > 3

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
        for pair in self.pairs:
            self._enter(pair_key(*pair), pair, self.judge(pair, self.evidence(pair)))
        for pair in self.counts.apart:
            if pair not in self.pairs and (pair[0], stem(pair[1])) in self.kin:
                self.entries[pair_key(*pair)] |= flags.APART
        for pair in self.kin:
            self._enter(stem_pair_key(*pair), pair, self.judge(pair, self.kin_evidence(pair)))

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

    def evidence(self, pair: tuple[str, str]) -> Evidence:
        """Gather what speaks for a pair as it is written."""
        left, right = pair
        joined, apart = self.counts.joined[pair], self.counts.apart[pair]
        listed = 0 if pair not in self.listed else 2 if pair in self.listed_tagged else 1
        kin = self.kin_evidence((left, stem(right)))
        return replace(
            kin,
            joined=joined,
            apart=apart,
            kin_joined=kin.kin_joined - joined,
            kin_apart=kin.kin_apart - apart,
            kin_listed=kin.kin_listed - bool(listed),
            listed=listed,
            frequency=self.frequencies.get(left + ZWNJ + right, -1),
            right_free=self.free[right],
            right_is_particle=int(right in FUNCTION_WORDS),
            right_is_verb=int(right in self.forms),
            right_is_adjective=self.is_adjective(right),
            right_length=len(right),
            right_ending=_ending(right),
            twice_the_same=int(left == right),
        )

    def kin_evidence(self, pair: tuple[str, str]) -> Evidence:
        """Gather what speaks for a pair under the stem of its second half, for inflections not yet seen."""
        left, right = pair
        joined, apart, listed = self.kin.get(pair, (0, 0, 0))
        return Evidence(
            joined=0,
            apart=0,
            kin_joined=joined,
            kin_apart=apart,
            kin_listed=listed,
            listed=0,
            frequency=-1,
            left_share=round(1000 * self.shares[0][left]),
            left_types=self.types[0][left],
            right_share=round(1000 * self.shares[1][right]),
            right_types=self.types[1][right],
            left_free=self.free_left[left],
            right_free=-1,
            left_is_particle=int(left in PARTICLES),
            left_is_bi=int(left == "بی"),
            left_is_adjective=self.is_adjective(left),
            left_length=len(left),
            right_is_particle=-1,
            right_is_verb=-1,
            right_is_adjective=-1,
            right_length=-1,
            right_ending=-1,
            twice_the_same=-1,
        )

    def is_adjective(self, word: str) -> int:
        return int("AJ" in self.tagged.get(word, ""))

    def _enter(self, key: str, pair: tuple[str, str], verdict: int) -> None:
        self.entries[key] |= verdict
        if verdict & (flags.JOINED | flags.LIKELY | flags.IN_CONTEXT):
            left, right = pair
            if key == pair_key(*pair) and self.entries[right] & flags.FREE:  # of such pairs no stem speaks
                self.entries[left] |= flags.LEFT_OF_FREE
                self.entries[right] |= flags.RIGHT_AS_FREE
            else:
                self.entries[left] |= flags.LEFT
                self.entries[stem(right)] |= flags.RIGHT

    def judge(self, pair: tuple[str, str], evidence: Evidence) -> int:
        """Weigh the evidence for writing a pair with a joiner."""
        right = pair[1]
        if pair in LEFT_OPEN:
            likely = evidence.joined > evidence.apart or (evidence.listed and not evidence.apart)
            return flags.LIKELY if likely else flags.APART
        if self.is_participle(right.rstrip(HAMZA_ABOVE)):
            joined, apart = evidence.joined, evidence.apart
            if evidence.right_free < 0:
                joined, apart = evidence.kin_joined, evidence.kin_apart
            return self.judge_participle(right, joined, apart, evidence.listed or evidence.kin_listed)
        odds = log_odds(evidence)
        if odds < CERTAIN:
            return flags.LIKELY if odds > 0 else flags.APART
        return self.judge_free(pair, evidence, odds) if evidence.right_free >= FREE_FROM else flags.JOINED

    def is_participle(self, right: str) -> bool:
        """Whether a participle is used as one: «رشته» is a noun, though «رشتن» is a verb."""
        if right not in self.participles:
            return False
        after = self.contexts.apart[right]
        verbal = after[After.BE] + after[After.CLITIC] + after[After.VERB]
        return 10 * verbal >= sum(after.values())

    def judge_free(self, pair: tuple[str, str], evidence: Evidence, odds: int) -> int:
        """Weigh the chance that the two only stand side by side, and what the next word says of it."""
        left, right = pair
        if left in TRUE_PREFIXES:
            return flags.JOINED
        chance = evidence.apart + self.contexts.chance(evidence.left_free, evidence.right_free)
        if spoken := SPOKEN_FOR.get(right):
            free = self.counts.apart[left, spoken] + self.contexts.chance(
                evidence.left_free, self.free[spoken]
            )
            chance += free / SPOKEN_SHARE
        elif left in PREFIX_LIKE or (evidence.left_is_particle and left not in NUMERALS):
            return self.in_contexts(pair, max(odds, _log_odds(evidence.joined, chance)))
        seen = evidence.joined + (evidence.kin_joined / 2 if stem(right) != right else 0)
        if seen < max(1, LEAST_RATIO * chance):
            return flags.LIKELY
        return self.in_contexts(pair, max(odds, _log_odds(evidence.joined, chance)))

    def in_contexts(self, pair: tuple[str, str], odds: int) -> int:
        """Return the bits of a pair that is joined before those words that leave the odds good enough."""
        good = frozenset(
            after
            for after in After
            if odds + max(self.contexts.shift(pair, after), LEAST_SHIFT) >= CERTAIN
            and not self.contexts.is_usual_apart(pair, after)
        )
        if len(good) == len(After):
            return flags.JOINED
        return flags.LIKELY | flags.with_contexts(good) if good else flags.LIKELY

    def judge_participle(self, right: str, join: int, space: int, listed: int) -> int:
        """A participle is joined where it stands for an adjective; mostly the next word tells."""
        usual = right.rstrip(HAMZA_ABOVE) in ("شده", "نشده")
        if join > space or (listed and not space) or (join > 2 and join > 4 * space):
            return flags.APART | flags.with_contexts(ADJECTIVAL if usual else NOT_VERBAL)
        return flags.APART | (flags.with_contexts(ADJECTIVAL) if usual or space <= 3 * join + 1 else 0)

    def count_members(self) -> tuple[dict[str, float], dict[str, float]]:
        """Return for each first and each second half the share of its pairs that are joined."""
        return self._shares(0), self._shares(1)

    def _shares(self, side: int) -> dict[str, float]:
        joined_types = Counter(_member(pair, side) for pair in self.counts.joined if is_compound(pair))
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
            if (
                not all(map(is_persian, atoms))
                or atoms[0] in _VERB_PREFIXES
                or not SUFFIXES.isdisjoint(atoms[1:])
            ):
                continue  # prefixes and suffixes are a matter of rules
            places = tuple(_visible_cuts(atoms))
            if places and len(places) < 3 and places[-1] < 64:
                votes["".join(atoms)][places] += number
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
                or number < GLUED_WEIGHT * glued_stems[word]
                or joined_stems[base] < GLUED_WEIGHT * glued_stems[base]
                or (number < 2 and (word in self.tagged or word in self.rare))
                or (number < 5 and base != word and (base in self.tagged or base in self.rare))
                or (number < 10 and word[: best[0]] in GLUED_PARTICLES)
            )
            pieces = [word[start:end] for start, end in itertools.pairwise((0, *best, len(word)))]
            if (
                written_glued
                or (not number and self.is_name(pieces))
                or (number < 3 and stem(pieces[-1]) == "گر")
            ):
                self.entries[word] |= flags.WORD
            else:
                self.entries[word] = self.entries[word] & ~(flags.WORD | flags.RARE) | flags.with_cuts(best)

    def add_heh(self) -> None:
        """«حرفهای» is «حرف‌های» or «حرفه‌ای»: let the numbers of the two words decide; and which heh is silent."""
        plurals, articles = self.count_plurals(), self.count_articles()
        numbers = self.counts.words
        known = {word for word, value in self.entries.items() if value & flags.WORD and is_persian(word)}
        for whole in sorted(word for word in known if len(word) > 2 and word[-1] == HEH):
            word = whole[:-1]
            if articles[whole] or numbers[whole + HAMZA_ABOVE] or whole in self.participles:
                self.entries[whole] |= flags.SILENT_HEH
            article = 20 * articles[whole] + numbers[whole] + numbers[whole + HAMZA_ABOVE]
            if word not in known:
                common = word[-1] not in NON_JOINING or numbers[whole] + numbers[whole + HAMZA_ABOVE] > 1
                self.entries[whole] |= flags.HEH_WINS if common else flags.UNCLEAR_HEH
            elif word[-1] in NON_JOINING:
                noun = word not in self.rare and ("N" in self.tagged.get(word, "") or plurals[word] > 0)
                heh = numbers[whole] + numbers[whole + HAMZA_ABOVE]
                number = max(numbers[word], 1)
                rather = not plurals[word] and articles[whole] > 2 and heh > 2 * number
                if not noun or rather or heh > HEH_WEIGHT * number:
                    self.entries[whole] |= flags.HEH_WINS
            else:
                plural = 20 * plurals[word] + self.as_noun(word)
                if article > UNCLEAR_WEIGHT * plural or (articles[whole] and not plurals[word]):
                    self.entries[whole] |= flags.HEH_WINS
                elif plural < UNCLEAR_WEIGHT * article:
                    self.entries[whole] |= flags.UNCLEAR_HEH

        for whole in known:
            if self.entries[whole] & flags.HEH_WINS:
                for form in (whole + "ای", whole + "ایم"):
                    if form in self.entries and not self.counts.glued[form]:
                        self.entries[form] &= ~flags.WORD

    def add_after_be(self) -> None:
        for word in AFTER_BE:
            self.entries[word] |= flags.AFTER_BE
        for (left, right), number in self.counts.apart.items():
            if (
                left == "به"
                and number >= 5
                and 4 * number >= self.counts.words[right]
                and len(right) > 2
                and right not in self.forms
            ):
                self.entries[right] |= flags.AFTER_BE

    def add_arabic(self) -> None:
        """The Arabic pronoun ها is no plural: «فیها», «امثالها»."""
        plurals = self.count_plurals()
        broken = [word for word in self.entries if re.fullmatch("ا..ا.", word) and not plurals[word]]
        for word in (*ARABIC_HOSTS, *broken):
            self.entries[word + "ها"] |= flags.WORD

    def take_glued_out(self) -> None:
        """Words of the list that only lack their joiner are no words: «کتابهایی», «خانهی»."""
        plurals = self.count_plurals()
        for word in [word for word, value in self.entries.items() if value & flags.WORD and is_persian(word)]:
            if word not in STAND_AS_FOUND and self.lacks_joiner(word, plurals):
                self.entries[word] &= ~(flags.WORD | flags.RARE)

    def lacks_joiner(self, word: str, plurals: Counter[str]) -> bool:
        for ending in _PLURALS:
            host = word.removesuffix(ending)
            if (
                host == word
                or len(host) < 2
                or host[-1] in NON_JOINING
                or (host in self.forms and host not in self.tagged)
            ):
                continue
            entry = self.entries.get(host, 0)
            if not entry & flags.WORD or entry & flags.FUNCTION or host + "ها" in STAND_AS_FOUND:
                continue
            glued = self.counts.glued[word] + self.counts.glued[host + "ها"]
            if plurals[host] > 2 * glued or (
                len(ending) > 2 and not glued and entry & flags.COMMON and len(host) > 2
            ):
                return True
        for ending in ("تر", "ترین", "تری"):
            host = word.removesuffix(ending)
            if host != word and len(host) > 1 and host[-1] not in NON_JOINING:
                seen = self.counts.joined[host, "تر"] + self.counts.joined[host, "ترین"]
                if seen > 2 * self.counts.glued[word] and self.takes_comparative(host):
                    return True
        host = word[:-1]
        return (
            word.endswith("هی")
            and bool(self.entries.get(host, 0) & flags.SILENT_HEH)
            and not self.counts.glued[word]
            and word not in self.frequencies
        )

    def is_name(self, pieces: list[str]) -> bool:
        """Whether a listed compound is written in one: some piece of «لنین‌گراد» never stands by itself."""
        if pieces[0] in PARTICLES | PREFIX_LIKE | GLUED_PARTICLES:
            return False
        return not all(self.stands_alone(piece) for piece in pieces)

    def stands_alone(self, piece: str) -> bool:
        """Whether a piece of a compound is a word by itself, or an affix."""
        known = (self.forms, self.participles, AFFIXES)
        return bool(self.counts.glued[piece] or self.free[piece]) or any(
            piece in words or stem(piece) in words for words in known
        )

    def count_plurals(self) -> Counter[str]:
        """Count each noun's plurals; behind a letter that does not join they are written in one."""
        plurals: Counter[str] = Counter()
        for (left, right), number in self.counts.joined.items():
            plurals[left] += number * right.startswith("ها")
        for word, number in self.counts.glued.items():
            for ending in _PLURALS:
                if word.endswith(ending) and word[: -len(ending)][-1:] in NON_JOINING:
                    plurals[word.removesuffix(ending)] += number
        return plurals

    def count_articles(self) -> Counter[str]:
        articles: Counter[str] = Counter()
        for (left, right), number in self.counts.joined.items():
            articles[left] += number * (right in OF_HEH)
        return articles

    def as_noun(self, word: str) -> int:
        """How often `word` is a noun that may take a plural: of a verb's forms few are."""
        if not self.can_be_plural(word) or word in SUFFIXES:
            return 0
        return self.counts.words[word] // (20 if word in self.forms else 1)

    def can_be_plural(self, word: str) -> bool:
        """Past stems are no nouns as a rule, and plurals in ان have their plural already."""
        animate = word.endswith("ان") and (word[:-2] in self.counts.words or word[:-2] in self.tagged)
        return not animate and word + "ه" not in self.participles

    def add_members(self) -> None:
        """Affixes that make new compounds, unless running text mostly writes them apart."""
        for member, share in self.shares[1].items():
            if member in AFFIXES and self.types[1][member] >= 3 and share >= PRODUCTIVE_SHARE:
                self.entries[member] |= flags.PRODUCTIVE

    def add_stems(self) -> None:
        """What a word's stem does as a second half, with the word itself; what is stretched for emphasis is no word."""
        entries = self.entries
        for word in [key for key, value in entries.items() if value & flags.WORD]:
            value = entries.get(stem(word), 0)
            entries[word] |= flags.STEM_RIGHT if value & flags.RIGHT else 0
            entries[word] |= flags.STEM_PRODUCTIVE if value & flags.PRODUCTIVE else 0
            if _STRETCH.search(word):
                entries[word] &= ~flags.WORD


#: what follows an adjective, and what does not follow a verb
ADJECTIVAL = frozenset((After.PREPOSITION, After.RA))
NOT_VERBAL = frozenset(After) - {After.BE, After.VERB, After.END, After.CLAUSE, After.CLITIC, After.ARTICLE}
#: how much commoner a word in heh must be than the noun without it, whose plural is written in one («کردهای»)
HEH_WEIGHT = 6
#: and where the plural takes a joiner: by how much either must be the commoner one
UNCLEAR_WEIGHT = 2
#: how much oftener than by chance a pair must be seen joined whose second half is a word by itself
LEAST_RATIO = 60
#: how much at most a next word takes from the odds
LEAST_SHIFT = -2500
#: how much rarer speech is than writing
SPOKEN_SHARE = 40
_STRETCH = re.compile(r"(.)\1\1")
#: from so many places behind a space on, a word counts as one that stands alone
FREE_FROM = 10
PRODUCTIVE_SHARE = 0.6
#: the log of the odds, in thousandths, from which on a pair is joined without being asked
CERTAIN = 1700
#: how many times more often than glued a word must be joined before its glued form is cut
GLUED_WEIGHT = 10
#: what follows a silent heh behind a joiner
OF_HEH = frozenset(("ای", "ایم", "ام", "اند", "اید", "اش", "ات"))
_PLURALS = tuple(sorted(ending for ending in SUFFIXES if ending.startswith("ها")))
_VERB_PREFIXES = PREFIXES | {preverb + prefix for preverb in PREVERBS for prefix in PREFIXES}


def _add(row: list[int], *numbers: int) -> None:
    for place, number in enumerate(numbers):
        row[place] += number


def _log_odds(joined: int, chance: float) -> int:
    """Return the log of the odds by sightings alone, in thousandths."""
    return round(1000 * math.log(joined / max(chance, 0.01))) if joined else 0


def _member(pair: tuple[str, str], side: int) -> str:
    return stem(pair[1]) if side else pair[0]


def is_compound(pair: tuple[str, str]) -> bool:
    left, right = pair
    return right not in SUFFIXES and left not in _VERB_PREFIXES and is_persian(left) and is_persian(right)


def _ending(word: str) -> int:
    """Return the kind of the word's ending, as `Evidence` counts them."""
    for kind, endings in enumerate((("م", "ش"), ("ی",), ("دن", "تن")), 1):
        if word.endswith(endings):
            return kind
    return 0


def _listed_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if ZWNJ in word:
            yield from (pair for pair in _pairs(word) if all(map(is_persian, pair)))


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
    counts = count(sentences(open_lines(arguments.tokens)))
    entries = Maker(read_words(open_lines(arguments.words)), open_lines(arguments.verbs), counts).make()
    arguments.out.write_bytes(pack(entries))


if __name__ == "__main__":
    main()
