"""Pairs that are a plain sentence, or a part of one, before or behind some words: where the two halves stay apart."""

from __future__ import annotations

import math

from join_context import VERBS
from join_evidence import Evidence
from lexicon_base import Gathered
from lexicon_lists import ADVERBS, PARTICLES, PREFIX_LIKE, SAID_ALONE

from textnorm.chars import ZWNJ
from textnorm.lexicon import flags
from textnorm.lexicon.flags import After
from textnorm.ruleset.joiners.pair_context import TIMES

#: where only a noun can stand
NOMINAL = frozenset((After.RA, After.PLURAL, After.ARTICLE, After.CLITIC, After.BOUND))
#: behind other words than those that «هم» belongs to
NOT_BOUND = frozenset(After) - {After.BOUND}
#: where an adjective stands, or a noun with an ending: «تازه‌کار است»
PREDICATIVE = NOMINAL - {After.RA} | {After.BE}
#: what follows second halves that are «you have», «a piece of work», «a part», «a number», «he rode», «what» in the same place
TAKES_A_VERB = {
    "داری": frozenset((After.OTHER, After.END, After.CLAUSE, After.AGAIN)),
    "کاری": frozenset((After.TO, After.HAVE)),
    "بخشی": frozenset((After.PREPOSITION,)),
    "شماری": frozenset((After.PREPOSITION, After.OTHER, After.PRONOUN)),
    "بخش": frozenset((After.OTHER, After.PRONOUN)),
    "سوار": VERBS | {After.BE},
    "آباد": VERBS | {After.BE},
    "زنان": frozenset(After) - VERBS,
    "چی": VERBS | {After.BE, After.OTHER, After.PRONOUN},
}
#: the same where running text is not sure of the pair: «as though», «you will», «on», «again», «را»
SAYS_MORE = {
    "داری": frozenset((After.PREPOSITION, After.TO, After.PREFIX, After.HAVE, After.PRONOUN)),
    "خواهی": VERBS - {After.PREFIX} | {After.BE, After.OTHER, After.PRONOUN},
    "گویی": frozenset((After.OTHER, After.PREPOSITION, After.TO, After.PREFIX, After.PRONOUN)),
    "روی": frozenset((After.OTHER, After.PREPOSITION, After.PRONOUN)),
    "باز": frozenset(After) - NOMINAL - {After.END},
    "رو": frozenset(After) - NOMINAL - {After.END, After.BE},
    "باشی": frozenset(After) - NOMINAL,
}
#: first halves that a word before them takes for itself: «سال پیش خرید», «من هم اتاقی گرفتم», «این هفته نامه رسید»
BOUND_BY_BEFORE = TIMES | {"پیش", "هم"}
#: second halves that a word before the pair makes a verb of: «چند بچه داری», «اگر خواهی»
SAID_OF_YOU = ("داری", "خواهی", "باشی")
#: what stands behind a noun that has its own: «هم میهن خود»
OF_NOUNS = frozenset((After.OTHER, After.PRONOUN))
#: second halves that say what kind of thing it is that a first half in yeh names: «فارسی زبان رسمی ایران است», «مشکی رنگ عشق است»
KINDS_OF_THE_NAMED = ("زبان", "رنگ", "رنگی")
#: from so many sightings on «هم» before a noun is hardly "also": «علی هم میهن خود را دوست دارد»
SEEN_WITH_ALSO = 5
#: from which ratio of sightings to chance on the second half is no word of the sentence: «معذرت‌خواهی کرد», but «عدالت خواهی دید»
SURE_RATIO = 250
#: and from which ratio on an adverb is none before a noun that more follows: «کم‌درآمد جامعه», but «کم آب معدنی خورد»
ADVERB_RATIO = 15
#: how many times more often than apart a pair must be seen joined to need no other evidence
EVIDENT = 10
#: how often the large collection would have the two side by side by chance, from which on a pair that only
#: word lists join should stand in it as one word, and how much oftener than that
SEEN_BY_CHANCE, LARGE_RATIO = 1000, 4
#: and how much oftener where a noun or a preposition follows
LEAST_LARGE_RATIO = 30
#: from so many places behind a space on, a word counts as one that stands alone
FREE_FROM = 10


#: first halves that few of their compounds are counted of
EXEMPT = PREFIX_LIKE | PARTICLES - {"قابل"}


def without_namings(pair: tuple[str, str], verdict: int) -> int:
    """Return the bits of a pair without the contexts before which its first half may be the subject of a sentence:
    «فارسی زبان رسمی ایران است», but «نویسندگان فارسی‌زبان را»."""
    left, right = pair
    if right not in KINDS_OF_THE_NAMED or not left.endswith("ی") or left == "بی":
        return verdict
    joined = {after for after in After if verdict & flags.JOINED or flags.joined_in(verdict, after)}
    if not joined - OF_NOUNS - {After.BOUND}:
        return verdict
    return flags.LIKELY | flags.with_contexts(frozenset(joined - OF_NOUNS))


class Sentences(Gathered):
    """Weighs what two words side by side say when they are no compound."""

    def names_an_act(self, right: str) -> bool:
        """Whether a word in yeh is an act that light verbs follow, and hardly a verb of the second person: بازی."""
        return right.endswith("ی") and right in self.forms and right not in SAID_ALONE

    def without_sentences(self, pair: tuple[str, str], good: frozenset[After]) -> frozenset[After]:
        """Leave out the classes before which the two halves are a plain sentence: «بچه داری», «کم آب خورد»."""
        left, right = pair
        good |= VERBS if After.VERB in good else frozenset()
        is_bound = left in BOUND_BY_BEFORE and (left != "پیش" or self.counts.joined[pair] < EVIDENT)
        good |= {After.BOUND} if good and not is_bound and right not in SAID_OF_YOU else frozenset()
        good -= {After.BOUND} if right in SAID_OF_YOU else frozenset()
        if right != "بخش" or not self.takes_comparative(left):
            good -= TAKES_A_VERB.get(right, frozenset())
        joined = self.counts.joined[pair]
        chance = self.counts.apart[pair] + self.contexts.chance(self.free_left[left], self.free[right])
        if joined < 2 and self.large_ratio(pair) < LEAST_LARGE_RATIO:
            good -= {After.OTHER, After.PREPOSITION, After.PRONOUN}  # «مهمان خانه ما هستی»
        if left == "هم" and joined < SEEN_WITH_ALSO:
            good -= OF_NOUNS
        if joined > SURE_RATIO * chance:
            return good
        good -= SAYS_MORE.get(right, frozenset())
        if right in self.forms and right + "ه" in self.participles:  # «خوش آمد», «ره یافت»
            good &= NOMINAL | VERBS
        is_act = self.names_an_act(right) or joined >= EVIDENT
        if left not in ADVERBS or is_act or left == right:
            return good
        is_seen = joined > ADVERB_RATIO * chance
        return (
            good
            - VERBS
            - {After.TO}
            - (set() if is_seen else {After.OTHER, After.RA, After.PREPOSITION, After.PRONOUN})
        )

    def is_unheard_of(self, pair: tuple[str, str], evidence: Evidence) -> bool:
        """Whether only word lists join a pair and the large collection should have met it: «جمله‌فروش»."""
        left, right = pair
        is_phrase = self.is_adjective(right) and "N" in self.tagged.get(left, "")
        kin = evidence.kin_joined if right.endswith("ی") else 0  # «جمله‌سازی» says nothing of «جمله ساز»
        is_seen = evidence.joined + kin > is_phrase
        return not is_seen and self.free[right] >= FREE_FROM and self.large_ratio(pair) < LARGE_RATIO

    def large_ratio(self, pair: tuple[str, str]) -> float:
        """How much oftener than by chance the large collection has a pair as one word; infinity where that says nothing."""
        left, right = pair
        numbers = self.numbers.get
        chance = numbers(left, 0) * numbers(right, 0) / self.size
        if chance < SEEN_BY_CHANCE or left in EXEMPT:
            return math.inf
        forms = {right, right.removesuffix("ی")}
        wholes = [(first, form) for first in {left, left.replace("ئ", "ی")} for form in forms]  # «آئین‌نامه»
        return max(numbers(a + ZWNJ + b, 0) + numbers(a + b, 0) for a, b in wholes) / chance
