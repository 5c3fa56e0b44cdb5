"""Answers where a word is cut and how two words are joined, by the lexicon and the joiner rules alone.

These are the questions that come first and most often; the other rules are loaded where they are needed to tell that a word with its
half-spaces stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from ..chars import NON_JOINING, ZWNJ
from ..edits import splice
from ..options import Options
from ..ruleset.joiners import affixes, articles, boundaries, ids, morphemes, scan, vowels
from ..ruleset.joiners.finding import unwanted
from ..ruleset.joiners.pair_context import context_class

NO_CONTEXT, BY_BEFORE, BY_AFTER, NOT_BY_ITSELF = 255, 254, 253, 252
RULE_NUMBERS = {rule: number for number, rule in enumerate(ids.ALL, 1)}
#: what stands beside a word may make another one of it: a bit beside that of the words that are guarded, see native/core.h
MAY_BE_ARTICLE = 2
#: what else is cut in the line may mean that it is cut, too
MAY_BE_STRIPPED = 4
#: what is known of a word: its text after the rules, and with its joins; and its numbers, in the order of native/words.c
Answer = tuple[str, bytes]


class Joining:
    """The answers of the joiner rules for some options.

    stays : whether the rules about words leave one as it is
    of    : `context_class`, or what says the same of a word sooner
    """

    def __init__(
        self, options: Options, stays: Callable[[str], bool], of: Callable[[str], int] = context_class
    ) -> None:
        self.unwanted = unwanted("likely" if options.joins == "all" else "certain", options.ignore)
        self.look = scan.scanner_of(frozenset(), options.joins == "all").look
        self._stays, self._of = stays, of

    def morphemes(self, word: str) -> Answer | None:
        """Return what is known of a word that is settled: where the joiner rules cut it."""
        return self.cut(word, 0, False)

    def cut(self, out: str, facts: int, guarded: bool) -> Answer | None:
        """Return the same with what else is known of it; None where it cannot be judged by itself."""
        if articles.told_by_neighbours(out):
            return None
        found = self.look(out)
        head, tail = found.head, found.tail
        joined = splice(out, [edit for edit in found.inside if edit[3] not in self.unwanted])
        if joined != out and not self._stays(joined):
            return None  # with its joins it is another word
        contexts = (
            self._of(head[0]),
            self._of(head[1]) if len(head) > 1 else NO_CONTEXT,
            self._of(tail[-2]) if len(tail) > 1 else NO_CONTEXT,
            self._of(tail[-1]),
        )
        ends = vowels.end_of_first(out, head[0]), vowels.start_of_last(out, tail[-1])
        looks = guarded | MAY_BE_ARTICLE * articles.may_be_article(out) | MAY_BE_STRIPPED * found.lost
        return f"{out}\n{joined}\n", bytes((*ends, boundaries.role(head, tail), *contexts, facts, looks))

    def pair(self, left: str, right: str, context: int) -> int:
        """Return the number of the rule between two morphemes, or the side whose context decides; 0: no rule that is wanted."""
        written, left, right = f"{left}{ZWNJ}{right}", vowels.bare_before(left), vowels.bare(right)
        by_before = left in affixes.VERB_PREFIXES
        if by_before and right.startswith(morphemes.PREFIXES):
            return NOT_BY_ITSELF  # «می میریم»: the second word may stand as it is
        rule = boundaries.rule_between(left, right)
        if rule is None:
            if context == NO_CONTEXT:
                return BY_BEFORE if by_before else BY_AFTER
            rule = boundaries.rule_in_context(left, right, context)
        if not rule or rule in self.unwanted or scan.is_read_otherwise(left, right):
            return 0
        stays = left[-1] in NON_JOINING or self._stays(written)
        return RULE_NUMBERS[rule] if stays else NOT_BY_ITSELF
