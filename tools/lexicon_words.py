"""Words, verb forms, adjectives and affixes of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexicon_base import Gathered
from lexicon_lists import (
    AFFIXES,
    AFTER_BE,
    ARABIC_HOSTS,
    COUNTRIES,
    FUNCTION_WORDS,
    NOUNS,
    OF_DARI,
    SPOKEN_PRESENTS,
    STAND_AS_FOUND,
)
from lexicon_sentences import FREE_FROM, TAKES_A_VERB
from lexicon_sources import VERB_PREFIXES, is_persian

from textnorm.chars import ZWNJ
from textnorm.lexicon import flags
from textnorm.lexicon.table_keys import stem

PRODUCTIVE_SHARE = 0.6
#: from so many first halves on, a second half is one of glued words that nobody has seen
FERTILE_FROM = 5
_STRETCH = re.compile(r"(.)\1\1")


class Words(Gathered):
    """Adds what is known of single words."""

    def add_words(self) -> None:
        entries = self.entries
        for word in self.rare:
            for morpheme in word.split(ZWNJ):
                if is_persian(morpheme):
                    entries[morpheme] |= flags.RARE
        for word, tags in self.tagged.items():
            for morpheme in word.split(ZWNJ):
                if is_persian(morpheme):
                    entries[morpheme] |= flags.WORD
            if ("AJ" in tags and word not in NOUNS) and is_persian(word):
                entries[word] |= flags.ADJECTIVE
        for word, number in self.counts.words.items():
            entries[word] |= flags.WORD | (flags.COMMON if number > 1 else 0)
        for word, number in self.free.items():
            if (number >= FREE_FROM or word in TAKES_A_VERB) and is_persian(word):
                entries[word] |= flags.FREE
        for word in COUNTRIES:
            entries[word] |= flags.FREE
        for left, right in self.counts.joined:
            if right.startswith("تر"):
                entries[left] |= flags.ADJECTIVE
        for word in (*STAND_AS_FOUND, *OF_DARI, *self.names_in_tar()):
            entries[word] |= flags.WORD
        for word in FUNCTION_WORDS:
            entries[word] |= flags.FUNCTION | flags.WORD

    def names_in_tar(self) -> Iterator[str]:
        """Yield the words in تر that are no comparatives, as «فیلتر», and what is made of them, as «دفتری»."""
        for word in (*self.tagged, *self.rare, *self.counts.glued):
            if word.endswith("تر") and is_persian(word) and not self.takes_comparative(word[:-2]):
                yield from (word, word + "ی", word + "ین")

    def add_verbs(self) -> None:
        for form in self.forms:
            self.entries[form] |= flags.VERB
        for form in self.participles:
            self.entries[form] |= flags.PARTICIPLE | flags.WORD
        for rest in SPOKEN_PRESENTS:
            if "همی" + rest in self.rare:
                self.entries["همی" + rest] |= flags.WORD  # «همیدون» is of old books
        for (left, right), _number in self.counts.joined.items():
            if left.endswith("می") and left in VERB_PREFIXES and is_persian(right) and len(right) > 2:
                self.entries[right] |= flags.VERB

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
            entries[word] |= flags.STEM_FERTILE if self.types[1][stem(word)] >= FERTILE_FROM else 0
            if _STRETCH.search(word):
                entries[word] &= ~flags.WORD
        for word in self.numbers:
            if not entries.get(word) and self.is_glued_by_many(word):
                entries[word] |= flags.RARE

    def is_glued_by_many(self, word: str) -> bool:
        """Whether the large collection writes in one what might be taken for two halves: «روانکار»."""
        return any(
            self.entries.get(word[:at], 0) & flags.COMMON
            and self.entries.get(word[at:], 0) & flags.STEM_FERTILE
            and not self.entries[word[at:]] & flags.STEM_PRODUCTIVE
            for at in range(3, len(word) - 2)
        )
