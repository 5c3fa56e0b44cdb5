"""Participles behind a word: adjectives in one with it, or verbs of a sentence that speech leaves without «است»."""

from __future__ import annotations

from join_context import VERBS
from lexicon_lists import ADVERBS
from lexicon_sentences import Sentences

from textnorm.chars import HAMZA_ABOVE, ZWNJ
from textnorm.lexicon.flags import After

#: participles of light verbs: «اعلام‌شده»
USUAL = ("شده", "نشده")
#: participles of writing, which speech has no verb for
FORMAL = ("زاده", "یافته")
#: from so many sightings on «شده» is one word with an adjective too: «مشخص‌شده»
SEEN_AS_ONE = 2
#: what follows an adjective, and what does not follow a verb
ADJECTIVAL = frozenset((After.PREPOSITION, After.RA, After.BOUND))
NOT_VERBAL = frozenset(After) - VERBS - {After.BE, After.END, After.CLAUSE, After.CLITIC, After.ARTICLE}
#: where a participle that nobody saw joined is none of a sentence without its verb: «گل آب داده تا ...»
NOUN_FOLLOWS = frozenset((After.RA, After.PLURAL, After.ARTICLE, After.BOUND))
#: which part of its meetings by chance a joined word must have in the large collection to be one
HEARD_SHARE = 0.1


class Participles(Sentences):
    """Weighs before which words a participle is an adjective."""

    def is_participle(self, right: str) -> bool:
        """Whether a participle is used as one: «رشته» is a noun, though «رشتن» is a verb."""
        if right not in self.participles and not (right[0] == "ن" and right[1:] in self.participles):
            return False
        after = self.contexts.apart[right]
        verbal = after[After.BE] + after[After.CLITIC] + after[After.VERB]
        return 10 * verbal >= sum(after.values())

    def is_unheard_participle(self, pair: tuple[str, str]) -> bool:
        """Whether the large collection does not have such a pair as one word: «خانه مانده»; those of light verbs it parts."""
        left, right = pair
        if right.rstrip(HAMZA_ABOVE) in USUAL or right == "زاده":
            return False
        numbers = self.numbers.get
        seen = numbers(left + ZWNJ + right, 0) + numbers(left + right, 0)
        return seen <= HEARD_SHARE * numbers(left, 0) * numbers(right, 0) / self.size

    def is_quality(self, word: str) -> bool:
        """Whether a word is an adjective, so that «شده» behind it mostly says what became of something: «بزرگ شده»."""
        is_adverb = "ADV" in self.tagged.get(word, "").split(",") and word not in self.participles
        return is_adverb or (self.takes_comparative(word) and not self.names_an_act(word))

    def judge_participle(self, pair: tuple[str, str], join: int, space: int, listed: int) -> frozenset[After]:
        """A participle is joined where it stands for an adjective; mostly the next word tells."""
        left, right = pair
        usual = right.rstrip(HAMZA_ABOVE) in USUAL
        if not join and self.is_unheard_participle(pair):
            return frozenset() if left in ADVERBS or space > 1 else NOUN_FOLLOWS
        if usual and join < SEEN_AS_ONE and self.is_quality(left):
            return ADJECTIVAL - {After.PREPOSITION}
        if usual and join and 3 * join > space:
            return ADJECTIVAL | {After.PLURAL, After.AGAIN}
        if usual:
            return ADJECTIVAL
        complements = set() if join or right in FORMAL else {After.PREPOSITION, After.TO}  # «زنگ زده از خانه»
        if join > space or (listed and not space) or (join > 2 and join > 4 * space):
            return NOT_VERBAL - complements
        return ADJECTIVAL - complements if space <= 3 * join + 1 else frozenset()
