"""The stages of a Persian run: which of their rules a text calls for, and how they are run.

Two looks spare most of the work. The signs of a text (rare letters, marks, digits, punctuation) tell which rules can
match at all; and a token that no rule about single words changes is remembered.
"""

from __future__ import annotations

import re

from .cache import BoundedCache
from .edits import splice
from .fixed_point import report_limit
from .lazy import lazy_pattern
from .recorder import Recorder
from .ruleset.rule import Rule

#: the places of the stages
LETTERS, WORDS, WIDE, SPACING, FOLDS = range(5)
#: characters that nearly every text has: no look is taken at them
_EVERYWHERE = frozenset("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی ")
#: sets of signs for which the rules that they call for are remembered, and tokens that are
_MOST_KINDS_OF_TEXT, _MOST_TOKENS = 1 << 12, 1 << 14
#: words are settled long before this
_MAX_PASSES = 32


class CompiledRule:
    """A rule, ready to run: its guards, its function, and the rule itself for explanations."""

    __slots__ = ("apply", "literals", "rule", "trigger_chars")

    def __init__(self, rule: Rule) -> None:
        triggers = rule.trigger_chars or frozenset(rule.mapping or ())
        #: characters of which one must be there; None: no need
        self.trigger_chars = triggers or None
        #: of which one must be there
        self.literals = rule.literals or ("",)
        self.apply = rule.function
        self.rule = rule

    def signs(self) -> frozenset[str]:
        """Return the characters of which a text that the rule can match holds one; none for a rule that can match any."""
        found = [frozenset(literal) - _EVERYWHERE for literal in self.literals]
        of_literals = frozenset().union(*found) if all(found) else frozenset()
        return self.trigger_chars or of_literals


#: the rules for Persian runs, stage by stage, but for those for marks and for joins: letters; words, repeated together until
#: none changes anything; those of words that look over spaces; spacing; folds
Stages = tuple[tuple[CompiledRule, ...], ...]


class StagedRules:
    """The rules of all stages, and what is known of the texts that they have seen."""

    def __init__(self, stages: Stages) -> None:
        self.stages = stages
        self._rules = [(stage, rule) for stage, rules in enumerate(stages) for rule in rules]
        self._by_sign: dict[str, set[int]] = {}
        self._always: set[int] = set()
        for number, (_, rule) in enumerate(self._rules):
            signs = rule.signs()
            if signs and signs.isdisjoint(_EVERYWHERE):
                for sign in signs:
                    self._by_sign.setdefault(sign, set()).add(number)
            else:
                self._always.add(number)
        self._signs = lazy_pattern(f"[{re.escape(''.join(sorted(self._by_sign)))}\x00]")
        self._called_for: dict[frozenset[str], Stages] = {}
        self._narrow = tuple(rule for rule in stages[WORDS] if rule.rule.token_local)
        literals = sorted({literal for rule in self._narrow for literal in rule.literals if literal})
        self._suspicious = lazy_pattern("|".join(map(re.escape, literals)) or "(?!)")
        self._hinted = tuple(rule.rule.is_hinted for rule in self._narrow if rule.literals == ("",))
        self._tokens: BoundedCache[str, bool] = BoundedCache(self._is_settled, _MOST_TOKENS)

    def signs(self, text: str) -> set[str]:
        """Return the characters of *text* by which rules are called for."""
        return set(self._signs.findall(text))

    def called_for(self, signs: set[str]) -> Stages:
        """Return the rules that can match in a text with these signs; the others cannot."""
        key = frozenset(signs)
        found = self._called_for.get(key)
        if found is None:
            found = self._made(self._always.union(*(self._by_sign.get(sign, ()) for sign in key)))
            if len(self._called_for) >= _MOST_KINDS_OF_TEXT:
                self._called_for.clear()
            self._called_for[key] = found
        return found

    def _made(self, numbers: set[int]) -> Stages:
        stages: tuple[list[CompiledRule], ...] = ([], [], [], [], [])
        for number in sorted(numbers):
            stage, rule = self._rules[number]
            stages[stage].append(rule)
        return tuple(map(tuple, stages))

    def settles(self, text: str) -> bool:
        """Return whether no token of *text* is changed by a rule that sees single words only."""
        return all(map(self._tokens.__getitem__, text.split()))

    def _is_settled(self, token: str) -> bool:
        if not self._suspicious.search(token) and not any(hinted(token) for hinted in self._hinted):
            return True
        return not any(_changes(rule, token) for rule in self._narrow)


class StagedRun:
    """One Persian run on its way through the stages."""

    __slots__ = ("_recorder", "_rules", "_signs", "_staged")

    def __init__(self, staged: StagedRules, text: str, recorder: Recorder | None = None) -> None:
        self._staged, self._recorder = staged, recorder
        self._signs = staged.signs(text)  # of all that the text has been so far
        self._rules = staged.called_for(self._signs)

    def after(self, stage: int, text: str) -> str:
        """Return *text* after the rules of a stage."""
        done: CompiledRule | None = None
        while True:
            rules = self._rules[stage]
            for compiled in rules if done is None else rules[rules.index(done) + 1 :]:
                for literal in compiled.literals:
                    if literal in text:
                        break
                else:
                    continue
                before = text
                if self._recorder is None:
                    text = compiled.apply(text)
                else:
                    text = apply_rule(compiled.rule, text, self._recorder)
                if text is not before and text != before and self.has_new_signs(text):
                    done = compiled
                    break
            else:
                return text

    def has_new_signs(self, text: str) -> bool:
        """Return whether the text, which was changed, calls for other rules than before."""
        known = len(self._signs)
        self._signs |= self._staged.signs(text)
        if len(self._signs) == known:
            return False
        self._rules = self._staged.called_for(self._signs)
        return True

    def settled(self, text: str) -> str:
        """Return *text* after the rules about words, repeated until none of them changes anything."""
        for _ in range(_MAX_PASSES):
            before, text = text, self.after(WIDE if self._staged.settles(text) else WORDS, text)
            if text == before:
                return text
        report_limit("words", _MAX_PASSES)
        return text


def _changes(rule: CompiledRule, token: str) -> bool:
    for literal in rule.literals:
        if literal in token:
            return bool(rule.rule.find(token)) if rule.rule.find is not None else rule.apply(token) != token
    return False


def apply_rule(rule: Rule, text: str, recorder: Recorder | None) -> str:
    """Return the text after *rule*, and give its edits to the recorder."""
    if recorder is None:
        return rule.function(text)
    edits = rule.edits(text)
    recorder.record(edits)
    return splice(text, edits)
