"""Folds by the core: it does all but the folds themselves, which the rules do line by line until nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .. import pipeline
from ..chars import INVISIBLE, NOT_SIGN
from ..compiled import compile_rules
from ..lazy import lazy_pattern
from ..options import Options
from ..rare import rare_characters
from ..ruleset.entities import has_entity
from ..script.blocks import blocks
from ..script.segments import has_arabic
from ..stages import StagedRules, Stages
from .asking import remembered

_MAX_PASSES = 8
#: what cannot be seen between scripts becomes a half-space first, and then a space
_BETWEEN_SCRIPTS = lazy_pattern(
    f"[{INVISIBLE}{NOT_SIGN}]{{2}}[A-Za-z0-9]|[A-Za-z0-9][{INVISIBLE}{NOT_SIGN}]{{2}}"
)
#: what folds may bring to light that rules for the whole text look at again
_MAY_NEED_TEXT_RULES = lazy_pattern("[A-Za-z0-9&]|[^\\x00-\\x7f\u0600-\u06ff\u200c]")


def unfolded(options: Options) -> Options | None:
    """Return the options of the core that does the rest for *options* that fold; None if there are none."""
    return replace(options, fold=False, ezafe="hamza") if options.signs == "keep" else None


class Folding:
    """What some options that fold make of texts, equal to what the pipeline makes of them."""

    def __init__(self, options: Options, answer: Callable[[str], str | None]) -> None:
        self._rules = compile_rules(options)
        self._folds = self._rules._replace(
            text_rules=(),
            hinted_rules=(),
            mark_rules=(),
            mark_triggers=frozenset(),
            staged=StagedRules(Stages((), (), (), self._rules.staged.stages.folds, ())),
            joins=None,
            edge_rules=(),
            folds=False,
        )
        self._answer = answer
        self._line = remembered(self._folded)

    def normalise(self, text: str) -> str:
        """Return *text* as the options say; raise TypeError for anything but str."""
        if not isinstance(text, str):
            raise TypeError(f"textnorm works on str, not {type(text).__name__}")
        if "\n" not in text[:-1]:
            return self._line(text)
        if ("&" in text and has_entity(text)) or blocks(text):
            return pipeline.run(text, self._rules)
        *lines, last = text.split("\n")
        return "".join([*(self._line(f"{line}\n") for line in lines), self._line(last) if last else ""])

    def _folded(self, line: str) -> str:
        rules = self._rules
        text, _ = pipeline.run_text_rules(line, rare_characters(line), rules, None)
        if text.isascii() or not has_arabic(text):
            return text
        if _BETWEEN_SCRIPTS.search(text):
            return pipeline.run(line, rules)
        for _ in range(_MAX_PASSES):
            before = text
            done = self._answer(text)
            if done is None:
                break
            text = pipeline.run(done, self._folds)
            if text == before:
                return text
            if _MAY_NEED_TEXT_RULES.search(text):
                text, _ = pipeline.run_text_rules(text, rare_characters(text), rules, None)
            if text == before:
                return text
        return pipeline.run(line, rules)
