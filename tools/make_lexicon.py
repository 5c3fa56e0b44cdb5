"""Make the lexicon of the joins: ``make_lexicon.py WORDS VERBS TOKENS OUT``.

WORDS and VERBS are hazm's ``words.dat`` and ``verbs.dat`` (MIT); TOKENS is edited text with its joiners, one
token a line with a blank line between sentences, plain or gzipped (PerDT's training part, CC BY-SA 4.0).
The same sources make the same bytes on every Python version.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from textnorm.chars import NON_JOINING, PERSIAN_LETTERS, ZWNJ
from textnorm.lexicon import flags
from textnorm.lexicon.keys import pair_key, stem_pair_key
from textnorm.lexicon.stems import stem
from textnorm.lexicon.table import pack

LETTERS = frozenset(PERSIAN_LETTERS + "\N{ARABIC HAMZA ABOVE}\N{ARABIC FATHATAN}")
PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند")
PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
OBJECTS = ("ش", "شان", "م", "ت", "مان", "تان")
#: forms that follow می and that no stem gives
OTHER_VERBS = ("باید", "بایست", "بایستی", "توان", "شاید", "توانش", "شودش")
#: everyday spoken forms; they are no words outside the verb
SPOKEN = tuple("خوام خوای خواد خوایم خواین خوان رم ری ره ریم رین رن گم گی گه گیم گین گن شه شم شن شیم شین دم دی ده دیم دین دن دونم دونی دونه دونیم دونین دونن تونم تونی تونه تونیم تونین تونن کنه کنین کنن زنه زنن خوره خورن بره برن آد آم آیم آن یاد یام یای یایم یاین یان ذارم ذاره ذارن مونه مونم مونن بینه بینن دونست تونست خواستن گفتن کردن رفتن".split())
FUNCTION_WORDS = frozenset(
    "و را از در به با بر تا که چه نه یا اگر اما ولی هم نیز پس چون برای جز مگر بی هر هیچ همه این آن "
    "همین همان چنین چنان من تو او ما شما وی ایشان است بود شد نیست هست باید شاید یک دو سه ده هزار "
    "می نمی ها های تر ترین ام ای اش ات اند ایم اید باشد شود کند گفت کرد داد دارد خواهد گاه بسیار "
    "خیلی چرا کجا کی چند همچون مانند بلکه زیرا لذا آیا بله خیر فقط حتی البته باز نزد".split()
)
#: endings that are affixes by rule, so no evidence about compounds
SUFFIXES = frozenset(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست تر ترین تری ترها ترین‌ها ام ای ایم اید اند اش ات "
    "مان تان شان یی".split()
)
PREFIXES = frozenset({"می", "نمی", "همی"})
PREVERBS = ("بر", "در", "باز", "فرو", "وا", "فرا", "ور")


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
            counts.joined.update(zip(atoms, atoms[1:], strict=False))
            if len(atoms) == 1:
                counts.glued[atoms[0]] += 1
        counts.apart.update((left[-1], right[0]) for left, right in zip(parts, parts[1:], strict=False))
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
            forms.update(_with_objects(base + ending for base in _bases(present) for ending in PRESENT_ENDINGS))
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
        self.listed = {
            pair for word in (*tagged, *rare) if ZWNJ in word for pair in _pairs(word) if all(map(is_persian, pair))
        }

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
            if "AJ" in tags and is_persian(word):
                entries[word] |= flags.ADJECTIVE
        for word, number in self.counts.words.items():
            entries[word] |= flags.WORD | (flags.COMMON if number > 1 else 0)
        for left, right in self.counts.joined:
            if right.startswith("تر"):
                entries[left] |= flags.ADJECTIVE
        for word in FUNCTION_WORDS:
            entries[word] |= flags.FUNCTION | flags.WORD

    def add_verbs(self) -> None:
        for form in self.forms:
            self.entries[form] |= flags.VERB
        for form in self.participles:
            self.entries[form] |= flags.PARTICIPLE | flags.WORD
        for (left, right), number in self.counts.joined.items():
            if left.endswith("می") and left in _VERB_PREFIXES and is_persian(right):
                self.entries[right] |= flags.VERB

    def add_pairs(self) -> None:
        """Every compound that is known to be joined, and what speaks against it."""
        joined, apart = self.counts.joined, self.counts.apart
        exact: Counter[str] = Counter()
        sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for pair in {*joined, *self.listed}:
            if not _is_compound(pair):
                continue
            key = pair_key(*pair)
            verdict = judge(joined[pair], apart[pair], pair in self.listed)
            exact[key] = 1
            self.entries[key] |= verdict
            self._gather(sums, pair, joined[pair], 0, pair in self.listed)
        for pair, number in apart.items():
            if stem_pair_key(*pair) in sums:
                self._gather(sums, pair, 0, number, False)
                if pair_key(*pair) not in exact:
                    self.entries[pair_key(*pair)] |= flags.APART
        for key, (join, space, listed) in sums.items():
            self.entries[key] |= judge(join, space, bool(listed))

    def _gather(self, sums: dict[str, list[int]], pair: tuple[str, str], join: int, space: int, listed: bool) -> None:
        row = sums[stem_pair_key(*pair)]
        row[0] += join
        row[1] += space
        row[2] += listed
        if join or listed:
            self.entries[pair[0]] |= flags.LEFT
            self.entries[stem(pair[1])] |= flags.RIGHT

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
        for word, places in votes.items():
            best, number = max(places.items(), key=lambda item: (item[1], item[0]))
            if glued[word] > number or (word in self.tagged and not number):
                self.entries[word] |= flags.WORD
            else:
                self.entries[word] = self.entries[word] & ~(flags.WORD | flags.RARE) | flags.with_cuts(best)

    def add_members(self) -> None:
        """First and second halves that make new compounds, by the share of their types that are joined."""
        for side, flag in ((1, flags.PRODUCTIVE_RIGHT), (0, flags.PRODUCTIVE_LEFT)):
            joined_types: Counter[str] = Counter()
            apart_types: Counter[str] = Counter()
            for pair in {*self.counts.joined}:
                if _is_compound(pair):
                    joined_types[_member(pair, side)] += 1
            for pair in self.counts.apart:
                if is_persian(pair[1 - side]):
                    apart_types[_member(pair, side)] += 1
            for member, number in joined_types.items():
                if number >= 3 and number / (number + apart_types[member]) >= PRODUCTIVE_SHARE[side]:
                    self.entries[member] |= flag


PRODUCTIVE_SHARE = (0.9, 0.8)
_VERB_PREFIXES = PREFIXES | {preverb + prefix for preverb in PREVERBS for prefix in PREFIXES}


def judge(join: int, space: int, listed: bool) -> int:
    """Weigh the evidence for writing a pair with a joiner."""
    if join > 3 * space or (listed and not space):
        return flags.JOINED
    if join > space:
        return flags.LIKELY
    return flags.APART


def _member(pair: tuple[str, str], side: int) -> str:
    return stem(pair[1]) if side else pair[0]


def _is_compound(pair: tuple[str, str]) -> bool:
    left, right = pair
    return right not in SUFFIXES and left not in _VERB_PREFIXES and is_persian(left) and is_persian(right)


def _pairs(word: str) -> Iterator[tuple[str, str]]:
    atoms = [atom for atom in word.split(ZWNJ) if atom]
    return zip(atoms, atoms[1:], strict=False)


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
