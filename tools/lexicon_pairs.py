"""Pairs of words: the evidence for a joiner between them, and the verdict on it."""

from __future__ import annotations

import math
from collections.abc import Container
from dataclasses import replace

from join_after import CERTAIN_AFTER, Places, log_odds as log_odds_before
from join_context import COUNTED, VERBS
from join_evidence import Evidence, log_odds
from lexicon_lists import (
    ADVERBS,
    AFFIXES,
    FUNCTION_WORDS,
    IMPERATIVES,
    LEFT_OPEN,
    NUMERALS,
    PARTICLES,
    PREFIX_LIKE,
    SAID_ALONE,
    SPOKEN_FOR,
    TRUE_PREFIXES,
)
from lexicon_participles import Participles
from lexicon_sentences import (
    EVIDENT,
    FREE_FROM,
    OF_NOUNS,
    PREDICATIVE,
    SEEN_WITH_ALSO,
    TAKES_A_VERB,
    without_namings,
)

from textnorm.chars import HAMZA_ABOVE, ZWNJ
from textnorm.lexicon import flags
from textnorm.lexicon.flags import After
from textnorm.lexicon.table_keys import pair_key, stem, stem_pair_key, words
from textnorm.ruleset.joiners.living import ARTICLE

#: how much oftener than behind «بی» a noun must stand by itself for «بی» before it to be "without": «بی نظر شما»
FREE_WEIGHT = 16
#: what begins a clause, and no compound: «ولی الله بزرگ است»
CONJUNCTIONS = words("و که یا ولی اما")
#: where the second half is hardly a word of the sentence by itself
NOT_A_CLAUSE = frozenset(After) - VERBS - {After.AGAIN}
#: how much oftener than by chance a pair must be seen joined whose second half is a word by itself
LEAST_RATIO = 60
#: below how many meetings by chance word lists are believed alone, and where the second half names an act
LEAST_CHANCE, LEAST_CHANCE_OF_ACTS = 0.004, 0.07
#: how much at most a next word takes from the odds, and where the two would hardly meet by chance
LEAST_SHIFT, LEAST_SHIFT_OF_RARE = -2500, -300
#: below how many meetings by chance, and from which odds on, the trees are believed without sightings enough,
#: and from which odds on before a verb as well where the second half names an act: «آب‌بازی کرد»
RARE, LESS_RARE = 0.02, 0.1
BELIEVED, BELIEVED_OF_ACTS = 2000, 3000
#: how much rarer speech is than writing
SPOKEN_SHARE = 40
#: so many kinds of compounds at most a noun ends that makes none by itself
FEW_KINDS = 3
#: the log of the odds, in thousandths, from which on a pair is joined without being asked
CERTAIN = 1700


class Pairs(Participles, Places):
    """Adds the pairs that are joined, always or in some contexts, and what speaks against others."""

    def add_pairs(self) -> None:
        """Every compound that is known to be joined, and what speaks against it."""
        for pair in self.pairs:
            evidence = self.evidence(pair)
            self._enter(pair_key(*pair), pair, self.with_next(pair, evidence, self.judge(pair, evidence)))
        for pair in self.counts.apart:
            if pair not in self.pairs and (pair[0], stem(pair[1])) in self.kin:
                self.entries[pair_key(*pair)] |= flags.APART
        for pair in self.kin:
            verdict = flags.LIKELY if self.is_relational(pair) else self.judge(pair, self.kin_evidence(pair))
            self._enter(stem_pair_key(*pair), pair, verdict)

    def is_relational(self, kin: tuple[str, str]) -> bool:
        """Whether only the adjective in yeh of two nouns is a compound: «لانه‌زنبوری», but «لانه زنبور»."""
        left, right = kin
        if left in PREFIX_LIKE | PARTICLES | ADVERBS or right in AFFIXES or right + "ند" in self.forms:
            return False
        noun = "N" in self.tagged.get(right, "") and self.counts.words[right] > 1
        is_common = self.types[1][right] > FEW_KINDS
        return noun and not is_common and kin not in self.pairs and (left, right + "ی") in self.pairs

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

    def _enter(self, key: str, pair: tuple[str, str], verdict: int) -> None:
        verdict = without_namings(pair, verdict)
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
            listed = evidence.listed or evidence.kin_listed
            good = self.judge_participle(pair, joined, apart, listed)
            return flags.APART | (flags.with_contexts(good) if good else 0)
        odds = log_odds(evidence)
        if is_evident(evidence):
            odds = max(odds, _log_odds(evidence.joined, evidence.apart + 1))
        if odds < CERTAIN:
            return flags.LIKELY if odds > 0 else flags.APART
        if evidence.right_free >= FREE_FROM or right in TAKES_A_VERB:
            return self.judge_free(pair, evidence, odds)
        return self.always(pair, evidence)

    def with_next(self, pair: tuple[str, str], evidence: Evidence, verdict: int) -> int:
        """Return the bits of a pair that is joined before more classes of words, where edited text says so."""
        left, right = pair
        is_said = (
            left in CONJUNCTIONS | {"هم", "بی"}
            or right in IMPERATIVES
            or self.is_participle(right.rstrip(HAMZA_ABOVE))
        )
        is_arabic = right.startswith(ARTICLE)  # «حبیب‌الله»: no word of a Persian sentence
        if (evidence.right_free >= FREE_FROM or right in TAKES_A_VERB) and not is_arabic:
            is_said = is_said or not (left in PREFIX_LIKE or self.is_odd_apart(right, evidence))
        is_odd = self.is_unheard_of(pair, evidence) and not is_arabic
        if verdict & flags.JOINED or is_said or pair in LEFT_OPEN or is_odd:
            return verdict
        more = frozenset(
            after for after in COUNTED if log_odds_before(self.place(pair, evidence, after)) >= CERTAIN_AFTER
        )
        more = self.without_sentences(pair, more) if more and not is_arabic else more
        if not more - {After.BOUND}:
            return verdict
        known = frozenset(after for after in After if flags.joined_in(verdict, after))
        return flags.LIKELY | flags.with_contexts(more | known)

    def always(self, pair: tuple[str, str], evidence: Evidence) -> int:
        """Return the bits of a pair that is joined wherever it stands, but where its first half is a word of its own."""
        left, right = pair
        good = frozenset(After)
        if left == "هم":
            weak = evidence.joined < SEEN_WITH_ALSO and evidence.right_free > 0
            good -= {After.BOUND} | (OF_NOUNS if weak else set())
        if left == "بی" and not right.endswith("ی") and FREE_WEIGHT * evidence.joined < self.free[right]:
            good -= {After.PRONOUN}  # «بی نظر شما»
        return flags.JOINED if len(good) == len(After) else flags.with_contexts(good)

    def judge_free(self, pair: tuple[str, str], evidence: Evidence, odds: int) -> int:
        """Weigh the chance that the two only stand side by side, and what the next word says of it."""
        left, right = pair
        if left in TRUE_PREFIXES:
            return self.always(pair, evidence)
        if left in CONJUNCTIONS or (right in IMPERATIVES and not is_evident(evidence)):
            return flags.LIKELY
        if self.is_unheard_of(pair, evidence):
            return flags.LIKELY
        chance = evidence.apart + self.contexts.chance(evidence.left_free, evidence.right_free)
        if spoken := SPOKEN_FOR.get(right):
            free = self.counts.apart[left, spoken] + self.contexts.chance(
                evidence.left_free, self.free[spoken]
            )
            chance += free / SPOKEN_SHARE
        elif left in PREFIX_LIKE or (evidence.left_is_particle and left not in NUMERALS):
            is_chance = left in ADVERBS and not evidence.joined + evidence.kin_joined and chance > LESS_RARE
            among = PREDICATIVE if is_chance else After
            return self.in_contexts(pair, max(odds, _log_odds(evidence.joined, chance)), among)
        seen = evidence.joined + (evidence.kin_joined / 2 if stem(right) != right else 0)
        if seen < max(1, LEAST_RATIO * chance) and not is_evident(evidence):
            if self.is_compound_by_lists(pair, evidence.apart, chance):
                return self.in_contexts(pair, odds, NOT_A_CLAUSE)
            if odds < BELIEVED or chance >= LESS_RARE or not self.is_odd_apart(right, evidence):
                return flags.LIKELY
            return self.in_contexts(pair, odds, NOT_A_CLAUSE - {After.RA}, chance)
        return self.in_contexts(pair, max(odds, _log_odds(evidence.joined, chance)), After, chance)

    def is_compound_by_lists(self, pair: tuple[str, str], apart: int, chance: float) -> bool:
        """Whether word lists know a pair that running text never parts and would hardly make by chance.

        Second halves in yeh are nouns that name an act, «قصه‌گویی»: they are seldom words of the sentence.
        """
        if apart or pair not in self.compounds_of_lists:
            return False
        return chance < (LEAST_CHANCE_OF_ACTS if pair[1].endswith("ی") else LEAST_CHANCE)

    def is_odd_apart(self, right: str, evidence: Evidence) -> bool:
        """Whether the two halves seldom stand in this order by chance: an adjective comes behind its noun, «کوتاه‌مدت»."""
        if right in SAID_ALONE or self.is_adjective(right) or right.removeprefix("ن") in self.participles:
            return False
        return self.names_an_act(right) or bool(evidence.left_is_adjective)

    def in_contexts(
        self, pair: tuple[str, str], odds: int, among: Container[After] = After, chance: float = 1
    ) -> int:
        """Return the bits of a pair that is joined before those words that leave the odds good enough."""
        least = LEAST_SHIFT_OF_RARE if chance < RARE else LEAST_SHIFT
        good = frozenset(
            after
            for after in COUNTED
            if after in among
            and odds + max(self.contexts.shift(pair, after), least) >= CERTAIN
            and not self.contexts.is_usual_apart(pair, after)
        )
        if odds >= BELIEVED_OF_ACTS and chance < LESS_RARE and self.names_an_act(pair[1]):
            good |= {After.VERB}
        good = self.without_sentences(pair, good)
        if len(good) == len(After) and not self.names_an_act(pair[1]):
            return flags.JOINED  # an act may be none behind a preposition: «با برف بازی کردیم»
        return flags.LIKELY | flags.with_contexts(good) if good - {After.BOUND} else flags.LIKELY


def is_evident(evidence: Evidence) -> bool:
    """Return whether running text joins a pair so much oftener than it parts it that nothing else need be asked."""
    return evidence.joined >= EVIDENT * max(1, evidence.apart)


def _log_odds(joined: int, chance: float) -> int:
    """Return the log of the odds by sightings alone, in thousandths."""
    return round(1000 * math.log(joined / max(chance, 0.01))) if joined else 0


def _ending(word: str) -> int:
    """Return the kind of the word's ending, as `Evidence` counts them."""
    for kind, endings in enumerate((("م", "ش"), ("ی",), ("دن", "تن")), 1):
        if word.endswith(endings):
            return kind
    return 0
