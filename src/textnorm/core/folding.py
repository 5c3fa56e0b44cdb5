"""Folds by the core: it does all but the folds, which the rules are asked for once for each word: see native/fold.c."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import zip_longest
from typing import Any

from .. import pipeline
from ..arguments import check_text
from ..chars import PERSIAN_LETTERS
from ..compiled import CompiledRules, run_rules
from ..lazy import lazy_pattern
from ..options import Options
from ..rare import rare_characters
from ..ruleset import search, search_spellings, search_words
from ..ruleset.controls import may_hold_escape
from ..ruleset.entities import has_entity
from ..script.blocks import blocks, is_block
from ..script.fences import fenced
from ..stages import FOLDS, CompiledRule, StagedRun
from .cutting import are_of_markup, are_surely_kept, hides_signs, makes_blocks, stay_blocks
from .many_lines import by_lines, in_one_go

#: words of two scripts and letters of other alphabets, in few texts: see `rule_patterns.sieves`
_OF_PROSE = lazy_pattern(pipeline.OF_PROSE)
_NO_LETTERS = lazy_pattern(f"[^{PERSIAN_LETTERS}]+")
#: the rule that takes half-spaces away
_GLUES = "search-zwnj"
#: what a word holds where a fold may look at more than half-spaces, marks and letters
_PIECES = (*search_words.PIECES, *search_spellings.PIECES)


def unfolded(options: Options) -> Options | None:
    """Return the options of the core that does the rest for *options* that fold; None if there are none."""
    return replace(options, fold=False, ezafe="hamza") if options.signs == "keep" else None


class Folding:
    """What some options that fold make of texts, equal to what the pipeline makes of them."""

    def __init__(self, rules: CompiledRules, module: Any, core: Any, tables: dict[str, Any]) -> None:
        if not any(rule.rule.id == _GLUES for rule in rules.staged.stages[FOLDS]):
            tables = {**tables, "glued_starts": b"", "glued_ends": b""}  # every half-space is asked about
        self._rules, self._given = rules, (module, core, tables)
        self.first = by_lines(self._first, lambda lines: pipeline.NOT_BY_LINES.search(lines) is None)
        self.line = by_lines(self._line, lambda lines: "&" not in lines and not blocks(lines))
        self._keeps_blocks = core.keeps_blocks
        self._folder = module.Folder(core, tables, self)
        self.normalise = self._folder.normalise

    def _first(self, line: str) -> str:
        """Return a line after the rules for the whole text, the folds of characters among them."""
        return pipeline.run_text_rules(line, rare_characters(line), self._rules, None)[0]

    def word(self, word: str) -> str:
        """Return a word after the folds of words; or two, of which the second may belong to the first."""
        if (
            " " in word
            or any(map(word.__contains__, _PIECES))
            or any(map(search_words.may_be_parted, _NO_LETTERS.split(word)))
        ):
            return StagedRun(self._rules.staged, word).after(FOLDS, word)
        return run_rules(word, self._by_letters, frozenset(word))

    @cached_property
    def _by_letters(self) -> tuple[CompiledRule, ...]:
        """Return the folds of half-spaces, marks and letters, which have to do with any word."""
        return tuple(rule for rule in self._rules.staged.stages[FOLDS] if rule.rule in search.OF_LETTERS)

    def _line(self, line: str) -> str:
        """Return what the pipeline makes of a line that the core leaves to it."""
        return pipeline.run(line, self._rules)

    def text(self, text: str) -> str:
        """Return *text* as the options say, cut at its blocks; raise TypeError for what is no text."""
        check_text(text)
        done = None if type(text) is not str or hides_signs(text) else self._by_lines(text)
        return pipeline.run(text, self._rules) if done is None else done

    def _by_lines(self, text: str) -> str | None:
        entities = "&" in text and has_entity(text)
        if (
            may_hold_escape(text)
            or (entities and not are_of_markup(text))
            or makes_blocks(text, self._rules, self._keeps_blocks)
        ):
            first = self._first(
                text
            )  # read together with what stands beside them, also over the end of a block
        else:
            first = (self._in_markup if entities else self)._firsts(text)
        return (self._in_markup if "&" in first and has_entity(first) else self)._lines(first)

    @cached_property
    def _in_markup(self) -> Folding:
        """Do the same for texts with entities that are left: these belong to markup, which one line does not show."""
        return Folding(self._rules.in_markup(), *self._given)

    def _firsts(self, text: str) -> str:
        """Return a text after the rules for the whole text: line by line, but for what is in code over several lines."""
        if _OF_PROSE.search(text):
            return self._by_blocks(text)
        pieces = [piece for piece, _ in _cut(text, fenced(text))]
        outside = in_one_go(lambda lines: self._folder.first(lines, False, False), pieces[::2])
        inside = self._of_codes(pieces[1::2]) if outside is not None else []
        if outside is None or None in inside:
            return self._by_blocks(text)
        return "".join(map("".join, zip_longest(outside, inside, fillvalue="")))  # type: ignore[arg-type]

    def _of_codes(self, pieces: list[str]) -> list[str] | list[str | None]:
        """Return each fenced block as `_of_code` does, all in one go where the rules need not be asked."""
        whole = [f"{piece}\n" for piece in pieces]
        done = in_one_go(lambda lines: self._folder.first(lines, True, False), whole) if whole else []
        return [self._of_code(piece) for piece in pieces] if done is None else [piece[:-1] for piece in done]

    def _of_code(self, piece: str) -> str | None:
        """Return a fenced block after the rules for the whole text; None where these look at more than its lines."""
        first: str | None = self._folder.first(piece, True, False)
        return self._first(piece) if first is None and is_block(piece) else first

    def _by_blocks(self, text: str) -> str:
        """Return the same where there are non-ASCII spaces or what else stays in blocks of any kind."""
        found = blocks(text)
        if not all(is_block(text[a:b]) for a, b in found):
            return self._first(text)
        firsts = (
            (piece, self._of_fence(piece) if is_block else self._folder.first(piece, False, True))
            for piece, is_block in _cut(text, found)
        )
        done = "".join(self._first(piece) if first is None else first for piece, first in firsts)
        return done if stay_blocks(text, done, self._keeps_blocks) else self._first(text)

    def _of_fence(self, piece: str) -> str | None:
        """Return the same for a block that is fenced; None for one of another kind."""
        return self._of_code(piece) if fenced(piece) == [(0, len(piece))] else None

    def _lines(self, text: str) -> str | None:
        """Return a text that has its first folds after all others; None where these make or undo a block."""
        found = blocks(text)
        outside: list[str] = []
        inside: list[str] = []
        at = 0
        for start, end in found:
            first, last = text.rfind("\n", at, start) + 1 or at, text.find("\n", end) + 1 or len(text)
            if last > at > start:
                return None  # it begins in the last line of another one
            block = text[first:last]
            outside.append(text[at:first])
            inside.append(block if block.strip("\n") == text[start:end] else pipeline.run(block, self._rules))
            at = last
        outside = in_one_go(self._outside, [*outside, text[at:]]) or []
        done = "".join(map("".join, zip_longest(outside, inside, fillvalue="")))
        if done == text or are_surely_kept(text, done, self._keeps_blocks):
            return done
        again = blocks(done)
        return done if [done[a:b] for a, b in again] == [text[a:b] for a, b in found] else None

    def _outside(self, text: str) -> str:
        """Return lines without blocks after all rules; by the pipeline where the core is busy with another text."""
        done: str | None = self._folder.lines(text)
        return pipeline.run(text, self._rules) if done is None else done


def _cut(text: str, spans: list[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Return the pieces of a text, each with whether it is one of the spans."""
    pieces = []
    at = 0
    for start, end in spans:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [*pieces, (text[at:], False)]
