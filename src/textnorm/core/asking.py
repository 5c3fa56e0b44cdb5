"""Asks the Python rules for the core: once for each word, gap, pair and line that no table answers.

No rule stands here. Each answer is what the pipeline, or a function of the rules, says of a piece of text by itself,
in the form that native/*.c reads; None means that the piece cannot be judged by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from .. import pipeline
from ..arguments import check_text
from ..chars import (
    HAMZA,
    HAMZA_ABOVE,
    HEH_WITH_YEH,
    PERSIAN_LETTERS,
    TANVIN,
    TEH_MARBUTA,
    ZWNJ,
)
from ..compiled import CompiledRules, compile_rules, run_rules
from ..lazy import lazy_pattern
from ..options import Options
from ..rare import rare_characters
from ..ruleset import editorial, extracted, zwnj
from ..ruleset.encoding import NFC
from ..ruleset.extracted.torn_marks import WHOLE_TAILS
from ..ruleset.joiners import ids
from ..ruleset.joiners.pair_context import context_class
from ..script import languages
from ..stages import LETTERS, SPACING, StagedRun
from . import gaps
from .cutting import pieces_of, stay_blocks
from .joining import RULE_NUMBERS, Joining
from .many_lines import remembered
from .tables import rows

if TYPE_CHECKING:
    from .cutting import How

#: letters whose rules look at what stands beside them
LOOKED_AT = TEH_MARBUTA + HEH_WITH_YEH + HAMZA
#: what a word says of the language of its clause: bits, in the order of native/core.h
FACTS = ("persian", "arabic", "article", "vocalised", "others", "language", "shaped", "in company")
_PERSIAN, _OTHERS, _IN_COMPANY = (1 << FACTS.index(fact) for fact in ("persian", "others", "in company"))
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}][{PERSIAN_LETTERS}{TANVIN}{HAMZA_ABOVE}{ZWNJ}]*(?<!{ZWNJ})")
#: what no rule but those about repeated letters and joins has to do with
_PLAIN = lazy_pattern(f"[{PERSIAN_LETTERS.translate(dict.fromkeys(map(ord, LOOKED_AT)))}]+")
_MAX_PASSES = 8
#: a run of spaces that stands for all that are wider, as in native/gaps.c, and one of these
_WIDE, _WIDER = " " * 5, " " * 9


def facts_of(word: str) -> int:
    """Return what *word*, as it is written, says of the language of its clause."""
    signs = languages.count_signs([word])
    persian, others, arabic, article = languages.kinds(signs)[1:5]
    foreign = others or languages.may_be_of_others(word)
    named, company = languages.names_language(word), languages.speaks_in_company(word)
    told = (persian, arabic, article, languages.is_vocalised(word), foreign, named, False, company)
    return sum(1 << place for place, fact in enumerate(told) if fact)


def facts_of_both(now: int, then: int) -> int:
    """Return what a word says before and after its marks are gone: Persian only where it is so both times, and for others in
    company alone only where it is so each time that it speaks for them."""
    both = ((now | then) & ~_PERSIAN) | (now & then & _PERSIAN)
    alone = any(facts & _OTHERS and not facts & _IN_COMPANY for facts in (now, then))
    return both & ~_IN_COMPANY if alone else both


class Asking:
    """The answers of the rules for some options.

    of : `context_class`, or what says the same of a word sooner
    """

    def __init__(self, options: Options, of: Callable[[str], int] = context_class) -> None:
        self._options = options
        self.quotes, self.ezafe = options.quotes != "keep", options.ezafe != "keep"
        self.joins = options.joins != "none" and "joiners" not in options.ignore
        self.joining = Joining(options, lambda word: self.words(word) == word, of)
        #: the core's way to do a text without blocks; set when there is a core
        self.lines: Callable[[str], str] | None = None
        #: the core's way to see that no block comes or goes; it may say 0 at any time
        self.compare: Callable[[str, str], int] = lambda before, after: 0
        self.order = remembered(self._order)  # what explains asks once more

    @cached_property
    def rules(self) -> CompiledRules:
        """Return the rules of the options."""
        return compile_rules(self._options)

    @cached_property
    def _in_markup(self) -> CompiledRules:
        return self.rules.in_markup()

    @cached_property
    def alone(self) -> CompiledRules:
        """Return those for pieces of lines whose text rules are done: only the order of marks is still a matter of the piece."""
        ignore = self._options.ignore | {extracted.VISUAL_WORDS.id}  # it needs several words: see `_order`
        unjoined = compile_rules(self._options.unchecked(joins="none", ignore=ignore))
        return unjoined.replace(text_rules=(NFC,), hinted_rules=(), ignorable_chars=NFC.harmless_chars)

    @cached_property
    def tables(self) -> dict[str, bytes]:
        """Return pieces of words that a rule of these options looks at, and what behind the word it looks at too."""
        unwanted = {RULE_NUMBERS[rule] for rule in self.joining.unwanted if rule in RULE_NUMBERS}
        spacing = {rule.rule.id for rule in self.rules.staged.stages[SPACING]}
        return {
            "asked_if": rows(editorial.EZAFE_PIECES if self.ezafe else ()),
            "guards": rows(editorial.EZAFE_GUARDS),
            "leaning": rows(zwnj.LEANING if self.ezafe or zwnj.HEH_YEH.id in spacing else ()),
            "cuts_wanted": bytes(
                (self.joining.unwanted.isdisjoint(ids.CUTTING), self._options.joins == "all")
            ),
            "wanted": bytes(0 if number in unwanted else number for number in range(256)),
        }

    def word(self, written: str) -> tuple[str, bytes] | None:
        """Return a word after the rules, and with its joins; and what else is known of it."""
        if written in WHOLE_TAILS or (written[-1] == TANVIN[0] and written[-2:-1] != "ا"):
            return None  # it may be torn from its neighbour
        if NFC.function(written) != written:
            return None  # of another language, perhaps, once its letters are composed: «أو»
        if _PLAIN.fullmatch(written):
            out, facts = self.words(written), facts_of(written)
        else:
            out, unmarked = self._settled(written)
            if NFC.function(unmarked) != unmarked:
                return None  # so too: «ﻷ» and what is written so once its marks are gone
            facts = facts_of_both(facts_of(written), facts_of(unmarked))
        if not _WORD.fullmatch(out):
            return None
        guarded = self._is_guarded(written, out)
        if not self.joins:
            return f"{out}\n{out}\n", bytes((len(out), 0, 0, 0, 255, 255, 0, facts, guarded))
        return self.joining.cut(out, facts, guarded)

    def _settled(self, written: str) -> tuple[str, str]:
        """Return what the rules for marks, letters and words make of a word, and what those for marks make of it alone."""
        if " " in written:  # two words that may be one
            return pipeline.run(written, self.alone), written
        unmarked = self.unmarked(NFC.function(written))
        if NFC.function(unmarked) != unmarked:  # a letter and its mark meet now
            return pipeline.run(written, self.alone), unmarked
        way = StagedRun(self.alone.staged, unmarked)
        out = way.settled(way.after(LETTERS, unmarked))
        return (out if NFC.function(out) == out else pipeline.run(written, self.alone)), unmarked

    def words(self, text: str) -> str:
        """Return a word after the rules about words."""
        return StagedRun(self.alone.staged, text).settled(text)

    def unmarked(self, text: str) -> str:
        """Return a text after the rules about marks and shapes."""
        for _ in range(_MAX_PASSES):
            before, text = text, run_rules(text, self.alone.mark_rules, rare_characters(text))
            if text == before:
                break
        return text

    def _is_guarded(self, written: str, out: str) -> bool:
        """Return whether the word would be another before one of the guards."""
        if not self.ezafe:
            return False
        behind = [f"{guard}باد" for guard in editorial.EZAFE_GUARDS]
        lines = [pipeline.run(written + text, self.alone) for text in behind]
        return not all(line.startswith(out) and line[len(out) :][:1] in " «." for line in lines)

    def gap(self, left: int, gap: str, right: int) -> str | None:
        """Return what becomes of a gap between words of these classes; None if that depends on more."""
        answer = gaps.becomes(left, gap, right, self._alone, quotes=self.quotes)
        if _WIDE not in gap or not left:
            return answer
        wider = gaps.becomes(left, gap.replace(_WIDE, _WIDER, 1), right, self._alone, quotes=self.quotes)
        return answer if answer is not None and wider == answer.replace(_WIDE, _WIDER, 1) else None

    def _alone(self, line: str) -> str:
        return pipeline.run(line, self.alone)

    def _order(self, line: str) -> bool:
        """Return whether the letters of a line stand in their order, as the rule about marks before words sees it."""
        unturned = self.alone.staged
        if len(unturned.stages[LETTERS]) == len(self.rules.staged.stages[LETTERS]):
            return True  # these options turn no line round
        from ..ruleset.extracted.visual import find_visual_words

        unmarked = self.unmarked(line)
        return not find_visual_words(StagedRun(unturned, unmarked).after(LETTERS, unmarked))

    def repair(self, line: str) -> str | None:
        """Return a line after the rules for the whole text, None where these change nothing."""
        rare = rare_characters(line)
        if not pipeline.may_need_text_rules(line, rare, self.rules):
            return None
        after = pipeline.run_text_rules(line, rare, self.rules, None)[0]
        return None if after == line else after

    def line(self, line: str) -> str:
        """Return what the pipeline makes of a line that the core leaves to it."""
        return pipeline.run(line, self.rules)

    def text(self, text: str) -> str:
        """Return the same for a whole text, of which the core does all but the blocks; raise TypeError for what is none."""
        check_text(text)
        pieces = (
            pieces_of(text, self.rules, self.compare)
            if self.lines is not None and type(text) is str
            else None
        )
        if pieces is not None:
            done = "".join([self._piece(piece, how) for piece, how in pieces])
            if done == text or stay_blocks(text, done, self.compare):
                return done
        return pipeline.run(text, self.rules)

    def _piece(self, piece: str, how: How) -> str:
        if how == "lines":
            assert self.lines is not None
            return self.lines(piece)
        if how == "stays":
            return piece
        return pipeline.run(piece, self._in_markup if how == "markup" else self.rules)


__all__ = ["Asking", "facts_of"]
