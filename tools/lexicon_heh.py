"""Words in heh: whether «حرفهای» is «حرف‌های» or «حرفه‌ای», by the numbers of the two words."""

from __future__ import annotations

from collections import Counter

from lexicon_base import Gathered
from lexicon_lists import SUFFIXES
from lexicon_sources import is_persian

from textnorm.chars import HAMZA_ABOVE, HEH, NON_JOINING, YEH
from textnorm.lexicon import flags
from textnorm.ruleset.joiners.affixes import PLURALS

#: how much commoner a word in heh must be than the noun without it, whose plural is written in one («کردهای»)
HEH_WEIGHT = 6
#: and how much commoner in the large collection
RARER = 5
#: and where the noun without it is one too, but has no plural in running text: «قاعده‌ای», no plural of «قاعد»
MUCH_RARER = 10
#: and where the plural takes a joiner: by how much either must be the commoner one
UNCLEAR_WEIGHT = 2
#: how much commoner than the article at most a plural may be for the words beside the two to tell: «زمینهای که»
COMMONER_PLURAL = 20
#: and how much commoner at most the noun itself, if running text has neither its plural nor the article
COMMONER_NOUN = 20
#: from so many sightings without a plural on a word is hardly a noun that has one: «طریق», «محکم»
SHOULD_HAVE_PLURAL = 40
#: from so many sightings on a string is read as it is written
CLEAR_FROM = 4
#: what follows a silent heh behind a joiner
OF_HEH = frozenset(("ای", "ایم", "ام", "اند", "اید", "اش", "ات"))


class Heh(Gathered):
    """Adds which heh is silent, and which reading wins."""

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
                common = common or self.has_rarer_plural(whole)
                self.entries[whole] |= flags.HEH_WINS if common else flags.UNCLEAR_HEH
            elif word[-1] in NON_JOINING:
                noun = word not in self.rare and ("N" in self.tagged.get(word, "") or plurals[word] > 0)
                heh = numbers[whole] + numbers[whole + HAMZA_ABOVE]
                number = max(numbers[word], 1)
                rather = not plurals[word] and articles[whole] > 2 and heh > 2 * number
                rather = rather or (not plurals[word] and self.is_rarer_noun(whole))
                if not noun or rather or heh > HEH_WEIGHT * number:
                    self.entries[whole] |= flags.HEH_WINS
                elif heh > number / UNCLEAR_WEIGHT:
                    self.entries[whole] |= flags.UNCLEAR_HEH
            else:
                plural = 20 * plurals[word] + self.as_noun(word, plurals[word])
                never = self.is_animate_plural(word) and not plurals[word]  # «کارشناسانه‌ای»
                if article > UNCLEAR_WEIGHT * plural or never or (articles[whole] and not plurals[word]):
                    self.entries[whole] |= flags.HEH_WINS
                elif plural < UNCLEAR_WEIGHT * article:
                    self.entries[whole] |= flags.UNCLEAR_HEH

        self.add_spoken(known)
        for whole in known:
            if self.is_heh_sounded(whole):
                self.entries[whole + YEH] |= flags.WORD
        self.add_clear_strings(known)
        self.add_told_strings(known, plurals)
        for whole in known:
            if self.entries[whole] & flags.HEH_WINS:
                for form in (whole + "ای", whole + "ایم"):
                    if form in self.entries and not self.counts.glued[form]:
                        self.entries[form] &= ~flags.WORD
            elif self.entries[whole] & flags.UNCLEAR_HEH and whole in self.participles:
                self.entries[whole + "ای"] &= ~flags.WORD  # «کردهای» is no word by itself

    def add_spoken(self, known: set[str]) -> None:
        """Add the words in «ونه» and «ون» that speech has for nouns in «انه» and «ان»: «خونه», «میدون», which is no verb."""
        for word in sorted(known):
            if word.startswith("می") and word.endswith("ان") and "N" in self.tagged.get(word, ""):
                self.entries[word[:-2] + "ون"] |= flags.WORD
        sure = flags.SILENT_HEH | flags.COMMON
        for word in sorted(
            word for word in known if word.endswith("انه") and "N" in self.tagged.get(word, "")
        ):
            spoken = word[:-3] + "ونه"
            if self.entries[word] & sure == sure and spoken not in self.tagged:
                reading = flags.UNCLEAR_HEH if spoken[:-1] in known else flags.HEH_WINS
                self.entries[spoken] |= flags.WORD | flags.SILENT_HEH | reading

    def add_clear_strings(self, known: set[str]) -> None:
        """Cut what edited text writes with its heh and never as a plural, whatever the numbers of the two words: «سالهاش»."""
        for (whole, ending), number in self.counts.joined.items():
            host, plural = whole[:-1], HEH + ending
            if plural not in PLURALS or whole not in known or host[-1:] in NON_JOINING or number < CLEAR_FROM:
                continue
            plurals = self.counts.joined[host, plural] + self.counts.glued[host + plural]
            if not plurals and not self.entries[whole] & flags.HEH_WINS:
                self.entries[whole + ending] = flags.with_cuts((len(whole),))

    def add_told_strings(self, known: set[str], plurals: Counter[str]) -> None:
        """Mark the strings in «های» that a neighbour tells to be the rarer one of their two readings.

        «پیشرفتهای» is a plural but where no ezafe can follow; «نشستهای» is of a verb but before a noun.
        """
        for whole in sorted(word for word in known if self.entries[word] & flags.SILENT_HEH):
            noun = whole[:-1]
            if (
                noun not in known
                or noun[-1:] in NON_JOINING
                or self.entries.get(noun + "های", 0) & flags.WORD
            ):
                continue
            value, article = self.entries[whole], self.counts.joined[whole, "ای"]
            if value & (flags.HEH_WINS | flags.UNCLEAR_HEH):
                if whole in self.participles and plurals[noun] > max(1, article):
                    self.entries[noun + "های"] |= flags.UNCLEAR_HEH
            elif self.may_be_told(whole, article, plurals[noun]):
                self.entries[noun + "های"] |= flags.HEH_WINS

    def may_be_told(self, whole: str, article: int, plurals: int) -> bool:
        """Whether the plural of a word without its heh is so little commoner than «ـه‌ای» that the words beside it tell."""
        if article or plurals:
            return plurals <= COMMONER_PLURAL * article
        numbers = self.counts.words
        return numbers[whole] > 1 and numbers[whole[:-1]] <= COMMONER_NOUN * numbers[whole]

    def has_rarer_plural(self, whole: str) -> bool:
        """Whether the large collection hardly knows the word without its heh."""
        heh = self.numbers.get(whole, 0)
        return heh > RARER * self.numbers.get(whole[:-1], 0)

    def is_rarer_noun(self, whole: str) -> bool:
        """Whether a noun without its heh is hardly known beside «ـه‌ای» of running text, or to the large collection."""
        heh, noun = self.numbers.get(whole, 0), self.numbers.get(whole[:-1], 0)
        return heh > MUCH_RARER * noun > 0 or (self.counts.joined[whole, "ای"] > 1 and heh > 2 * noun > 0)

    def count_articles(self) -> Counter[str]:
        articles: Counter[str] = Counter()
        for (left, right), number in self.counts.joined.items():
            articles[left] += number * (right in OF_HEH)
        return articles

    def as_noun(self, word: str, plurals: int) -> int:
        """How often `word` is a noun that may take a plural: of a verb's forms few are, and of what has none in running text."""
        if not self.can_be_plural(word) or word in SUFFIXES:
            return 0
        number = self.counts.words[word]
        is_seldom = word in self.forms or (not plurals and number >= SHOULD_HAVE_PLURAL)
        return number // (20 if is_seldom else 1)

    def can_be_plural(self, word: str) -> bool:
        """Past stems are no nouns as a rule, and plurals in ان have their plural already."""
        return not self.is_animate_plural(word) and word + "ه" not in self.participles

    def is_animate_plural(self, word: str) -> bool:
        return word.endswith("ان") and (word[:-2] in self.counts.words or word[:-2] in self.tagged)
