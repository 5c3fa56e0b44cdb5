"""Compounds without their joiners: where these belong, and which words are written in one."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict

from join_glued import ARTICLE, Wholes, log_odds
from lexicon_heh import OF_HEH
from lexicon_lists import (
    AFFIXES,
    DEMONSTRATIVES,
    GLUED_PARTICLES,
    LEFT_OPEN,
    NAMES_OF_LETTERS,
    NUMERALS,
    PARTICLES,
    PREFIX_LIKE,
    STAND_AS_FOUND,
    SUFFIXES,
    TRUE_PREFIXES,
)
from lexicon_sentences import NOT_BOUND
from lexicon_sources import PLURALS, VERB_PREFIXES, is_persian, visible_cuts

from textnorm.chars import HAMZA_ABOVE, HEH, NON_JOINING, YEH, ZWNJ
from textnorm.lexicon import flags
from textnorm.lexicon.flags import After
from textnorm.lexicon.table_keys import inner_stem, pair_key, stem, stem_pair_key

#: how many times more often than glued a word must be joined before its glued form is cut
GLUED_WEIGHT = 10
#: the bits of a pair that only words before it, or a pronoun behind it, part
IN_MOST = flags.with_contexts(NOT_BOUND - {After.PRONOUN})
#: so often running text may write the plural of a common noun in one by a slip
SLIPS = 3


#: the log of the odds, in thousandths, from which on a word that no list has in one is cut
CERTAIN_GLUED = 2000
#: the same for a word that a list has in one, which is cut only where its text has lost its half-spaces
LIKELY_GLUED = 1000
#: what stands between the names of a son and of his father
SON = "بن"
#: how many times more often in one than joined the large collection has a word that is right in one
RIGHT_WEIGHT = 8
#: the shortest such word
SHORTEST = 5


class Glued(Wholes):
    """Adds the joined words without their joiners, and takes out those that only lack one."""

    def add_glued(self) -> None:
        """Joined words without their joiners, and where the joiners belong."""
        votes = self.count_cuts()
        joined_stems: Counter[str] = Counter()
        glued_stems: Counter[str] = Counter()
        for word, places in votes.items():
            joined_stems[inner_stem(word)] += sum(places.values())
        for word, number in self.counts.glued.items():
            glued_stems[inner_stem(word)] += number
        for word, places in votes.items():
            best, number = max(places.items(), key=lambda item: (item[1], item[0]))
            base = inner_stem(word)
            seen_glued = max(self.counts.glued[word], glued_stems[word])
            written_glued = not _is_chain(word, best) and (
                number < GLUED_WEIGHT * seen_glued
                or joined_stems[base] < GLUED_WEIGHT * glued_stems[base]
                or self.is_listed_glued(word, best, number)
            )
            behind_heh = self.is_behind_silent_heh(word, best[0])
            if written_glued and not behind_heh and not self.is_never_glued(word, best):
                self.entries[word] |= flags.WORD
            elif self.is_right_in_one(word, best, number):
                self.entries[word] |= flags.WORD | flags.with_cuts(best)
            else:
                self.entries[word] = self.entries[word] & ~(flags.WORD | flags.RARE) | flags.with_cuts(best)

    def add_glued_by_trees(self) -> None:
        """Words that running text would join and no list has in one, whose glued form counted as a word so far: «بدعت‌گذاری».

        What a list or the large collection has in one is right so, though edited text often joins it: «فیلمبرداری» stays a word, and is
        cut where the text around it has lost its half-spaces.
        """
        listed = (self.tagged, self.rare, self.numbers)
        found = [word for word, value in self.entries.items() if value & flags.WORD and is_persian(word)]
        for word in found:
            value = self.entries[word]
            if len(word) < SHORTEST or word in STAND_AS_FOUND or value & flags.FUNCTION or flags.cuts(value):
                continue
            forms = {word, word.removesuffix(HAMZA_ABOVE)}
            is_right = self.is_of_doer(word) or any(not forms.isdisjoint(words) for words in listed)
            if place := self.likeliest_cut(word, LIKELY_GLUED if is_right else CERTAIN_GLUED):
                kept = value if is_right else value & ~(flags.WORD | flags.RARE)
                self.entries[word] = kept | flags.with_cuts((place,))

    def likeliest_cut(self, word: str, least: int) -> int:
        """Return where edited text would join *word*; 0 where the log of the odds is below *least*."""
        if self.is_of_doer(word):
            return word.rindex("گر")
        bounds = self.bounds(word)
        odds = [(log_odds(self.whole(word, at, len(bounds))), at) for at in bounds]
        best, place = max(odds, default=(0, 0))
        return place if best >= least and self.are_words(word[:place], word[place:]) else 0

    def is_of_doer(self, word: str) -> bool:
        """Whether a word ends in «گری» behind a yeh, where that is joined as often as not: «میانجی‌گری», but «بازیگری» of «بازیگر»."""
        host = word.removesuffix("گری")
        doer = word[:-1]
        is_one = self.counts.glued[doer] or doer in self.tagged
        return host != word and len(host) > 3 and host[-1] == YEH and self.is_known(host) and not is_one

    def are_words(self, left: str, right: str) -> bool:
        """Whether a compound is of two words that stand by themselves, no name («لنین‌گراد») and none by chance («سهموی»)."""
        if left in DEMONSTRATIVES | NUMERALS - {"یک"} or stem(right) == "گر" or (left, right) in LEFT_OPEN:
            return False
        known = (self.tagged, self.forms, self.participles, AFFIXES, PREFIX_LIKE)
        right = right.removeprefix(ARTICLE)
        return all(
            any(self.counts.glued[form] or any(form in words for words in known) for form in forms)
            for forms in ((left,), (right, stem(right)))
        )

    def count_cuts(self) -> dict[str, Counter[tuple[int, ...]]]:
        """Count for each compound without its joiners where these stand; a listed one that nobody wrote has 0."""
        wholes = Counter({word: number for word, number in self.counts.wholes.items() if ZWNJ in word})
        for word in (*self.tagged, *self.rare):
            if ZWNJ in word:
                wholes[word.strip(ZWNJ)] += 0
        votes: defaultdict[str, Counter[tuple[int, ...]]] = defaultdict(Counter)
        for word, number in wholes.items():
            morphemes = word.split(ZWNJ)
            by_rule = morphemes[0] in VERB_PREFIXES or not SUFFIXES.isdisjoint(morphemes[1:])
            if by_rule or not all(map(is_persian, morphemes)):
                continue
            places = tuple(visible_cuts(morphemes))
            if places and len(places) < 3 and places[-1] < 64:
                votes["".join(morphemes)][places] += number
        return votes

    def is_listed_glued(self, word: str, places: tuple[int, ...], number: int) -> bool:
        """Whether the word list has the glued form, or the pieces are no words, and running text says little."""
        base = inner_stem(word)
        pieces = [word[start:end] for start, end in itertools.pairwise((0, *places, len(word)))]
        return (
            (number < 10 and (word in self.tagged or word[: places[0]] in GLUED_PARTICLES))
            or (number < 5 and base != word and (base in self.tagged or base in self.rare))
            or (number < 3 and stem(pieces[-1]) == "گر")
            or (number < 2 and (word in self.rare or self.is_seen_glued(word, pieces)))
            or (not number and self.is_name(pieces))
        )

    def is_right_in_one(self, word: str, places: tuple[int, ...], number: int) -> bool:
        """Whether the large collection mostly has the word in one, and running text joins it too seldom to say that this is wrong: «کشتیرانی»."""
        bare = word.removesuffix(HAMZA_ABOVE)
        seen = self.numbers.get(bare, 0)
        joined = ZWNJ.join(bare[start:end] for start, end in itertools.pairwise((0, *places, len(bare))))
        is_known = seen and seen >= RIGHT_WEIGHT * self.numbers.get(joined, 0)
        return bool(is_known and number <= SLIPS and word[places[0] - 1] != HEH)

    def is_seen_glued(self, word: str, pieces: list[str]) -> bool:
        """Whether the large collection knows the word in one alone, and its end is short: the name «بیبر», no «بی‌بر»."""
        if pieces[0] not in TRUE_PREFIXES:
            return False
        return len(pieces[-1]) < 3 and self.numbers.get(word, 0) > 0 == self.numbers.get(ZWNJ.join(pieces), 0)

    def is_never_glued(self, word: str, places: tuple[int, ...]) -> bool:
        """Whether edited text joins the two pieces, and the large collection does not mostly glue them."""
        pieces = [word[start:end] for start, end in itertools.pairwise((0, *places, len(word)))]
        base = inner_stem(word)
        if len(pieces) != 2 or self.counts.glued[word] or self.counts.glued[base]:
            return False
        left, right = pieces
        value = self.entries.get(pair_key(left, right), 0) | self.entries.get(stem_pair_key(left, right), 0)
        if not value & flags.JOINED and value & IN_MOST != IN_MOST:
            return False
        if glued := self.numbers.get(word, 0) or self.numbers.get(base, 0):
            return self.numbers.get(left + ZWNJ + right, 0) > glued and self.stands_alone(left)
        listed = word in self.tagged or base in self.tagged
        return not listed and stem(right) != "گر" and (right.startswith("ال") or self.stands_alone(right))

    def is_behind_silent_heh(self, word: str, place: int) -> bool:
        """Whether a compound begins with a common word in a heh that is not sounded, which joins no letter: «چهره‌پرداز»."""
        first, known = word[:place], flags.SILENT_HEH | flags.COMMON
        is_silent = first[-1] == HEH and self.entries.get(first, 0) & known == known
        return (
            is_silent and len(first) > 3 and word[place:] not in OF_HEH and self.counts.glued[word] <= SLIPS
        )

    def is_name(self, pieces: list[str]) -> bool:
        """Whether a listed compound is written in one: some piece of «لنین‌گراد» never stands by itself."""
        if pieces[0] in PARTICLES | PREFIX_LIKE | GLUED_PARTICLES:
            return False
        return not all(self.stands_alone(piece) for piece in pieces)

    def take_glued_out(self) -> None:
        """Words of the list that only lack their joiner are no words: «کتابهایی», «خانهی»."""
        plurals = self.count_plurals()
        for word in [word for word, value in self.entries.items() if value & flags.WORD and is_persian(word)]:
            slipped = self.lacks_joiner(word, plurals) or self.is_glued_verb(word)
            if word not in STAND_AS_FOUND and slipped:
                self.entries[word] &= ~(flags.WORD | flags.RARE)

    def is_glued_verb(self, word: str) -> bool:
        """Whether a word of running text is a verb that lost its joiner, and no noun: «میجویند», but not «میدانی»."""
        spoken_for = word[:-2] + "ان" if word.endswith("ون") else word  # «میدون»
        if not self.tagged.keys().isdisjoint((word, word.removesuffix("ی"), spoken_for)):
            return False
        prefix = next((prefix for prefix in ("نمی", "می") if word.startswith(prefix)), "")
        rest = word[len(prefix) :]
        return bool(prefix) and len(rest) > 2 and rest in self.forms

    def lacks_joiner(self, word: str, plurals: Counter[str]) -> bool:
        for ending in PLURALS:
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
            noun = "N" in self.tagged.get(host, "") and entry & flags.COMMON
            if glued <= SLIPS and len(host) > 3 and noun:
                return True
        for ending in ("تر", "ترین", "تری", "ترها", "ترهای"):
            host = word.removesuffix(ending)
            if host != word and len(host) > 1 and host[-1] not in NON_JOINING:
                glued = self.counts.glued[word]
                seen = self.counts.joined[host, "تر"] + self.counts.joined[host, "ترین"]
                if (seen > 2 * glued or not glued) and self.takes_comparative(host):
                    return True
        host = word[:-1]
        return (
            word.endswith("هی")
            and bool(self.entries.get(host, 0) & flags.SILENT_HEH)
            and not self.counts.glued[word]
            and word not in self.frequencies
            and not self.is_heh_sounded(host)
        )


def _is_chain(word: str, places: tuple[int, ...]) -> bool:
    """Whether the pieces are the names of letters, «دی‌وی‌دی», of which two may be one word by chance, or a name with «بن»."""
    pieces = [word[start:end] for start, end in itertools.pairwise((0, *places, len(word)))]
    has_son = SON in pieces[1:-1] or (len(pieces[0]) > 3 and pieces[0].endswith(SON))
    return has_son or (len(pieces) > 2 and NAMES_OF_LETTERS.issuperset(pieces))
