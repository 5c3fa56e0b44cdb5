"""What the lexicon is made from: word lists, verbs, a vocabulary with numbers, and counts of edited text."""

from __future__ import annotations

import gzip
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lexicon_lists import (
    CAUSATIVE_ENDINGS,
    LETTERS,
    OBJECTS,
    OTHER_VERBS,
    PAST_ENDINGS,
    PREFIXES,
    PRESENT_ENDINGS,
    PREVERBS,
    SPOKEN,
    SPOKEN_PAST_ENDINGS,
    SPOKEN_PASTS,
    SPOKEN_PRESENT_ENDINGS,
    SPOKEN_PRESENTS,
    SUFFIXES,
)

from textnorm.chars import NON_JOINING, ZWNJ
from textnorm.ruleset.joiners.pair_context import LETTERS as NAMES_OF_LETTERS

#: what stands before a verb with a joiner
VERB_PREFIXES = PREFIXES | {preverb + prefix for preverb in PREVERBS for prefix in PREFIXES}
#: the plural and its forms
PLURALS = tuple(sorted(ending for ending in SUFFIXES if ending.startswith("ها")))


def open_lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")


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
        for morphemes in parts:
            counts.wholes[ZWNJ.join(morphemes)] += 1
            counts.words.update(morpheme for morpheme in morphemes if is_persian(morpheme))
            counts.joined.update(itertools.pairwise(morphemes))
            if len(morphemes) == 1:
                counts.glued[morphemes[0]] += 1
        counts.apart.update((left[-1], right[0]) for left, right in itertools.pairwise(parts))
    return counts


def add_pairs(counts: Counts, texts: Iterable[list[str]]) -> None:
    """Add the compounds that a second text joins, but for those that the first one parts as often.

    Its words in one are not taken: many are slips.
    """
    for pair, number in count(texts).joined.items():
        if is_compound(pair) and number > counts.apart[pair] and not NAMES_OF_LETTERS.issuperset(pair):
            counts.joined[pair] += number


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


@dataclass
class Vocabulary:
    """How often a large collection of texts holds each word, and a list of compounds with their joiners."""

    numbers: dict[str, int] = field(default_factory=dict)
    compounds: frozenset[str] = frozenset()


def read_vocabulary(rows: Iterable[str], compounds: Iterable[str]) -> Vocabulary:
    """Read rows of a word, a comma and its number, and compounds one a line."""
    found = Vocabulary()
    for row in rows:
        word, _, number = row.strip().rpartition(",")
        if number.isdecimal():
            found.numbers[word] = int(number)
    both = (*found.numbers, *(row.strip() for row in compounds))
    found.compounds = frozenset(word for word in both if ZWNJ in word)
    return found


def is_compound(pair: tuple[str, str]) -> bool:
    left, right = pair
    return right not in SUFFIXES and left not in VERB_PREFIXES and is_persian(left) and is_persian(right)


def listed_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if ZWNJ in word:
            yield from (pair for pair in _pairs(word) if all(map(is_persian, pair)))


def _pairs(word: str) -> Iterator[tuple[str, str]]:
    morphemes = [morpheme for morpheme in word.split(ZWNJ) if morpheme]
    return itertools.pairwise(morphemes)


def visible_cuts(morphemes: list[str]) -> Iterator[int]:
    length = 0
    for morpheme in morphemes[:-1]:
        length += len(morpheme)
        if morpheme[-1] not in NON_JOINING:
            yield length
