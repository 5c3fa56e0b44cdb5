"""Folds by the core: it does all but the folds, which the rules are asked for once for each word: see native/fold.c."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import Any

from .. import pipeline
from ..compiled import CompiledRules, compile_rules
from ..options import Options
from ..rare import rare_characters
from ..ruleset.entities import has_entity
from ..script.blocks import BLOCK_STARTERS, blocks
from ..stages import FOLDS, StagedRun
from .asking import remembered

#: what parts of a text may be: all that stands in fenced code, and what stands outside
_FENCES = ("```", "~~~")


def unfolded(options: Options) -> Options | None:
    """Return the options of the core that does the rest for *options* that fold; None if there are none."""
    return replace(options, fold=False, ezafe="hamza") if options.signs == "keep" else None


class Folding:
    """What some options that fold make of texts, equal to what the pipeline makes of them."""

    def __init__(self, options: Options, module: Any, core: Any, tables: dict[str, Any]) -> None:
        self._rules = compile_rules(options)
        self.first, self.line = remembered(self._first), remembered(self._line)
        self._folder = module.Folder(core, tables, self)
        self.normalise = self._folder.normalise

    def _first(self, line: str) -> str:
        """Return a line after the rules for the whole text, the folds of characters among them."""
        return pipeline.run_text_rules(line, rare_characters(line), self._rules, None)[0]

    def word(self, word: str) -> str:
        """Return a word after the folds of words; or two, of which the second may belong to the first."""
        return StagedRun(self._rules.staged, word).after(FOLDS, word)

    def _line(self, line: str) -> str:
        """Return what the pipeline makes of a line that the core leaves to it."""
        return pipeline.run(line, self._rules)

    def text(self, text: str) -> str:
        """Return *text* as the options say, cut at its blocks; raise TypeError for what is no text."""
        if not isinstance(text, str):
            raise TypeError(f"textnorm works on str, not {type(text).__name__}")
        first = self._firsts(text) if type(text) is str else None
        done = None if first is None else self._lines(first)
        return pipeline.run(text, self._rules) if done is None else done

    def _firsts(self, text: str) -> str | None:
        """Return a text after the rules for the whole text; None where only the pipeline can tell."""
        if not any(fence in text for fence in _FENCES):
            first = self._folder.first(text)
            if first is not None:
                return first
        return self._first(text)

    def _lines(self, text: str) -> str | None:
        """Return a text that has its first folds after all others; None where these make or undo a block."""
        found = blocks(text)
        pieces: list[str] = []
        at = 0
        for start, end in found:
            first, last = text.rfind("\n", at, start) + 1 or at, text.find("\n", end)
            last = len(text) if last < 0 else last
            if first > at:
                pieces.append(self._folder.lines(text[at:first]))
            block = text[first:last]
            pieces.append(block if (first, last) == (start, end) else pipeline.run(block, self._rules))
            at = last
        pieces.append(self._folder.lines(text[at:]))
        done = "".join(pieces)
        if done == text:
            return done
        again = blocks(done)
        return done if [done[a:b] for a, b in again] == [text[a:b] for a, b in found] else None
