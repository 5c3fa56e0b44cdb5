"""Asks the Python rules for the core: once for each word, gap, pair and line that no table answers.

No rule stands here. Each answer is what the pipeline, or a function of the rules, says of a piece of text by itself,
in the form that native/*.c reads; None means that the piece cannot be judged by itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from .. import pipeline
from ..arguments import check_text
from ..chars import (
    HAMZA,
    HAMZA_ABOVE,
    HEH_WITH_YEH,
    NON_JOINING,
    PERSIAN_LETTERS,
    TANVIN,
    TEH_MARBUTA,
    ZWNJ,
)
from ..compiled import compile_rules, run_rules
from ..edits import splice
from ..lazy import lazy_pattern
from ..options import Options
from ..rare import rare_characters
from ..ruleset import editorial, extracted, joiners, zwnj
from ..ruleset.encoding import NFC
from ..ruleset.extracted.marks import WHOLE_TAILS
from ..ruleset.extracted.visual import find_visual_words
from ..ruleset.joiners import affixes, boundaries, ids, morphemes, scan
from ..ruleset.joiners.context import context_class
from ..script import languages, markup, segments
from ..script.blocks import blocks
from ..stages import LETTERS, StagedRun
from . import gaps
from .cutting import How, pieces_of
from .tables import rows

#: letters whose rules look at what stands beside them
LOOKED_AT = TEH_MARBUTA + HEH_WITH_YEH + HAMZA
#: what a word says of the language of its clause: bits, in the order of native/core.h
FACTS = ("persian", "arabic", "article", "vocalised", "others", "language")
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}][{PERSIAN_LETTERS}{TANVIN}{HAMZA_ABOVE}{ZWNJ}]*(?<!{ZWNJ})")
#: what no rule but those about repeated letters and joins has to do with
_PLAIN = lazy_pattern(f"[{PERSIAN_LETTERS.translate(dict.fromkeys(map(ord, LOOKED_AT)))}]+")
#: what a block that is one line alone begins with, or a tag
_BLOCK_SIGNS = ("```", "~~~", "$$", "\\begin", "<")
_MAX_PASSES = 8
#: lines whose answers are remembered
_MOST_LINES, _LONGEST_LINE = 1 << 13, 400
_Answer = TypeVar("_Answer")
NO_CONTEXT, BY_BEFORE, BY_AFTER, NOT_BY_ITSELF = 255, 254, 253, 252
RULE_NUMBERS = {rule.id: number for number, rule in enumerate(joiners.RULES, 1)}


def facts_of(word: str) -> int:
    """Return what *word*, as it is written, says of the language of its clause."""
    signs = languages.count_signs([word])
    persian, others, arabic, article = languages.kinds(signs)[1:5]
    foreign = others or languages.may_be_of_others(word)
    named = languages.names_language(word)
    told = (persian, arabic, article, languages.is_vocalised(word), foreign, named)
    return sum(1 << place for place, fact in enumerate(told) if fact)


class Asking:
    """The answers of the rules for some options."""

    def __init__(self, options: Options) -> None:
        unjoined = replace(options, joins="none")
        self.rules = compile_rules(options)
        # for pieces of lines whose text rules are done: only the order of marks is still a matter of the piece
        self.alone = compile_rules(unjoined)._replace(
            text_rules=(NFC,), hinted_rules=(), ignorable_chars=NFC.harmless_chars
        )
        visual = extracted.VISUAL_WORDS.id
        self.unturned = compile_rules(replace(options, ignore=options.ignore | {visual})).staged
        self.turns = len(self.unturned.stages.letters) < len(self.rules.staged.stages.letters)
        self.unwanted = self.rules.disabled_joins or frozenset()
        self.joins = self.rules.disabled_joins is not None
        self.quotes = options.quotes != "keep"
        self.ezafe = options.ezafe != "keep"
        unwanted = {RULE_NUMBERS[rule] for rule in self.unwanted if rule in RULE_NUMBERS}
        #: the core's way to do a text without blocks; set when there is a core
        self.lines: Callable[[str], str] | None = None
        self.order, self.spans = (
            remembered(self._order),
            remembered(self._spans),
        )  # what explains asks once more
        spacing = {rule.rule.id for rule in self.rules.staged.stages.spacing}
        self.articles = zwnj.GLUED_ARTICLE.id in spacing
        #: pieces of words that a rule of these options looks at, and what behind the word it looks at too
        self.tables = {
            "asked_if": rows(editorial.EZAFE_PIECES if self.ezafe else ()),
            "guards": rows(editorial.EZAFE_GUARDS),
            "leaning": rows(zwnj.LEANING if self.ezafe or zwnj.HEH_YEH.id in spacing else ()),
            "cuts_wanted": bytes([self.unwanted.isdisjoint(ids.CUTTING)]),
            "wanted": bytes(0 if number in unwanted else number for number in range(256)),
        }

    def word(self, written: str) -> tuple[str, bytes] | None:
        """Return a word after the rules, and with its joins; and what else is known of it."""
        if written in WHOLE_TAILS or (written[-1] == TANVIN[0] and written[-2:-1] != "ا"):
            return None  # it may be torn from its neighbour
        if NFC.function(written) != written:
            return None  # of another language, perhaps, once its letters are composed: «أو»
        if _PLAIN.fullmatch(written):
            out, facts = self._words(written), facts_of(written)
        else:
            out, unmarked = self._settled(written)
            now, then = facts_of(written), facts_of(unmarked)
            facts = ((now | then) & ~1) | (now & then & 1)  # Persian only where it is so before and after
        if not _WORD.fullmatch(out):
            return None
        guarded = self._is_guarded(written, out)
        if not self.joins:
            return f"{out}\n{out}\n", bytes((len(out), 0, 0, 0, 255, 255, 0, facts, guarded))
        return self._cut(out, facts, guarded)

    def morphemes(self, word: str) -> tuple[str, bytes] | None:
        """Return the same for a word that is settled: where the joiner rules cut it."""
        return self._cut(word, 0, False)

    def _cut(self, out: str, facts: int, guarded: bool) -> tuple[str, bytes] | None:
        if self.articles and zwnj.may_be_article(out):
            return None  # the words beside it tell
        morphemes = scan.look(out)
        head, tail = morphemes.head, morphemes.tail
        joined = splice(out, [edit for edit in morphemes.inside if edit[3] not in self.unwanted])
        if joined != out and self._words(joined) != joined:
            return None  # with its joins it is another word
        contexts = (
            context_class(head[0]),
            context_class(head[1]) if len(head) > 1 else 255,
            context_class(tail[-2]) if len(tail) > 1 else 255,
            context_class(tail[-1]),
        )
        numbers = (
            len(head[0]),
            len(out) - len(tail[-1]),
            boundaries.role(head, tail),
            *contexts,
            facts,
            guarded,
        )
        return f"{out}\n{joined}\n", bytes(numbers)

    def _settled(self, written: str) -> tuple[str, str]:
        """Return what the rules for marks, letters and words make of a word, and what those for marks make of it alone."""
        if " " in written:  # two words that may be one
            return pipeline.run(written, self.alone), written
        unmarked = self._unmarked(NFC.function(written))
        if NFC.function(unmarked) != unmarked:  # a letter and its mark meet now
            return pipeline.run(written, self.alone), unmarked
        way = StagedRun(self.alone.staged, unmarked)
        out = way.settled(way.after(LETTERS, unmarked))
        return (out if NFC.function(out) == out else pipeline.run(written, self.alone)), unmarked

    def _words(self, text: str) -> str:
        return StagedRun(self.alone.staged, text).settled(text)

    def _unmarked(self, text: str) -> str:
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
        return gaps.becomes(left, gap, right, self._alone, quotes=self.quotes)

    def _alone(self, line: str) -> str:
        return pipeline.run(line, self.alone)

    def pair(self, left: str, right: str, context: int) -> int:
        """Return the number of the rule between two morphemes, or the side whose context decides; 0: no rule that is wanted."""
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
        both = f"{left}{ZWNJ}{right}"
        settled = left[-1] in NON_JOINING or self._words(both) == both
        return RULE_NUMBERS[rule] if settled else NOT_BY_ITSELF

    def _spans(self, line: str) -> bytes | None:
        """Return the bounds of what is Latin or protected in a line; None where the line must be judged as a whole."""
        if any(sign in line for sign in _BLOCK_SIGNS) and (markup.inline_tags(line) or blocks(line)):
            return None  # the pipeline reads over inline tags
        if segments.is_persian(line, 0, len(line)):
            return b""
        return array(
            "i", [bound for _, *bounds in segments.foreign_spans(line) for bound in bounds]
        ).tobytes()

    def _order(self, line: str) -> bool:
        """Return whether the letters of a line stand in their order, as the rule about marks before words sees it."""
        if not self.turns:
            return True
        unmarked = self._unmarked(line)
        return not find_visual_words(StagedRun(self.unturned, unmarked).after(LETTERS, unmarked))

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
        pieces = pieces_of(text, self.rules) if self.lines is not None and type(text) is str else None
        if pieces is None:
            return pipeline.run(text, self.rules)
        return "".join([self._piece(piece, how) for piece, how in pieces])

    def _piece(self, piece: str, how: How) -> str:
        if how == "lines":
            assert self.lines is not None
            return self.lines(piece)
        return piece if how == "stays" else pipeline.run(piece, self.rules)


def remembered(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Return *function*, with the answers for some lines remembered: lines come again too."""
    known: dict[str, _Answer] = {}

    def answer(line: str) -> _Answer:
        if line in known:
            return known[line]
        found = function(line)
        if len(line) <= _LONGEST_LINE:
            if len(known) >= _MOST_LINES:
                known.clear()
            known[line] = found
        return found

    return answer


__all__ = ["Asking", "context_class", "facts_of", "remembered"]
