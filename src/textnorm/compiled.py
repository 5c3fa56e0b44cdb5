"""Compile `Options` into ordered, ready-to-call rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from functools import lru_cache, partial
from typing import NamedTuple

from . import informal
from .edits import splice
from .fixed_point import report_limit
from .options import Options
from .recorder import Recorder
from .ruleset import ALL, hazm_rules
from .ruleset.encoding import NFC
from .ruleset.joiners import find_joins, unwanted
from .ruleset.rule import Rule

#: combinations of characters for which the rules that they call for are remembered
_MOST_KINDS_OF_TEXT = 1 << 12
#: words are settled, and joined, long before this
_MAX_PASSES = 32
_SPACING_FAMILIES = {"spaces", "punctuation"}
_WORD_FAMILIES = {"marks", "spelling", "zwnj", "repeats"}
_STYLE = {
    "persian-digit": "digits",
    "guillemets": "quotes",
    "heh-ezafe": "ezafe",
    "ellipsis": "signs",
    "percent": "signs",
}


class CompiledRule(NamedTuple):
    """A rule, ready to run: its guards, its function, and the rule itself for explanations."""

    trigger_chars: frozenset[str] | None  # rare characters of which one must be there; None: no need
    literals: tuple[str, ...]  # of which one must be there
    apply: Callable[[str], str]
    rule: Rule

    def may_match(self, characters: Set[str]) -> bool:
        """Return False where a text of these characters lacks one that the rule needs."""
        if self.trigger_chars is not None and self.trigger_chars.isdisjoint(characters):
            return False
        return any(characters.issuperset(literal) for literal in self.literals)


class Stages(NamedTuple):
    """The rules for Persian runs, stage by stage, but for those for marks and for joins."""

    letters: tuple[CompiledRule, ...]
    words: tuple[CompiledRule, ...]  # repeated together until none changes anything
    spacing: tuple[CompiledRule, ...]
    folds: tuple[CompiledRule, ...]


#: the places of the stages
LETTERS, WORDS, SPACING, FOLDS = range(4)


class CompiledRules(NamedTuple):
    """The rules that some options ask for, in the order of their stages.

    What becomes of a text is decided line by line, and in a line of single words and the gaps between them:
    marks and shapes; letters; each word by itself, until it is settled; spacing and punctuation; joins; folds.
    """

    text_rules: tuple[Rule, ...]
    hinted_rules: tuple[Rule, ...]  # those of *text_rules* that a pattern calls for
    ignorable_chars: frozenset[str]  # rare characters that call for none of *text_rules*
    mark_rules: tuple[
        CompiledRule, ...
    ]  # run first, until they change nothing: they may turn runs into others
    mark_triggers: frozenset[str]  # the trigger characters of *mark_rules*
    letter_rules: tuple[CompiledRule, ...]
    word_rules: tuple[CompiledRule, ...]  # repeated together until none changes anything
    spacing_rules: tuple[CompiledRule, ...]
    joins: Rule | None  # all joiner rules at once
    fold_rules: tuple[CompiledRule, ...]
    called_for: Callable[[Set[str]], Stages]
    edge_rules: tuple[Rule, ...]
    disabled_joins: frozenset[str] | None  # joiner rules left out; None: all of them
    folds: bool
    informal: Rule | None  # makes words of speech formal, between two runs of all others
    hazm: Rule | None  # in place of all others

    @property
    def persian_rules(self) -> tuple[CompiledRule, ...]:
        """All rules for Persian runs but those for marks and for joins."""
        return self.letter_rules + self.word_rules + self.spacing_rules + self.fold_rules


@lru_cache(maxsize=64)
def compile_rules(options: Options) -> CompiledRules:
    """Return the rules of *options*, compiled once."""
    wanted = [rule for rule in ALL if _is_wanted(rule, options)]
    persian = [rule for rule in wanted if rule.scope == "persian" and not rule.line_edge]
    stages = {stage: tuple(_compiled(rule) for rule in persian if _stage(rule) == stage) for stage in _STAGES}
    joiners = _joiners(options)
    text_rules = tuple(rule for rule in wanted if rule.scope == "text")
    return CompiledRules(
        text_rules=text_rules,
        hinted_rules=tuple(rule for rule in text_rules if rule.hint),
        ignorable_chars=NFC.harmless_chars.difference(*(rule.trigger_chars for rule in text_rules)),
        mark_rules=stages["marks"],
        mark_triggers=frozenset().union(*(rule.trigger_chars or () for rule in stages["marks"])),
        letter_rules=stages["letters"],
        word_rules=stages["words"],
        spacing_rules=stages["spacing"],
        joins=joiners,
        fold_rules=stages["folds"],
        called_for=_Evidence(Stages(*(stages[stage] for stage in _STAGES[1:]))).called_for,
        edge_rules=tuple(rule for rule in wanted if rule.line_edge),
        disabled_joins=unwanted(_certainty(options), options.ignore) if joiners else None,
        folds=options.fold,
        informal=informal.RULE if (options.engine, options.informal) == ("textnorm", "formal") else None,
        hazm=hazm_rules.rule(options.engine, options.informal),
    )


class _Evidence:
    """Tells by the characters of a text which rules can match: most rules need some that most texts have not."""

    def __init__(self, stages: Stages) -> None:
        self._stages = stages
        self._looked_at = frozenset().union(*(_needs(rule) for rules in stages for rule in rules))
        self._known: dict[Set[str], Stages] = {}

    def called_for(self, characters: Set[str]) -> Stages:
        """Return the rules that can match in a text of these characters; the others cannot."""
        seen = self._looked_at & characters
        found = self._known.get(seen)
        if found is None:
            found = Stages(
                *(tuple(rule for rule in rules if rule.may_match(characters)) for rules in self._stages)
            )
            if len(self._known) >= _MOST_KINDS_OF_TEXT:
                self._known.clear()
            self._known[seen] = found
        return found


def _needs(rule: CompiledRule) -> frozenset[str]:
    return frozenset("".join(rule.literals)) | (rule.trigger_chars or frozenset())


_STAGES = ("marks", "letters", "words", "spacing", "folds")
#: letters, and what words are looked at through: without stray half-spaces, with one space between them
_LETTER_FAMILIES = {"encoding", "letters", "digits", "quotes"}
_LETTER_RULES = {"stray-zwnj", "space-run"}


def _stage(rule: Rule) -> str:
    if rule.settles_words or rule.family == "spelling":
        return "words"
    if rule.family in _LETTER_FAMILIES or rule.id in _LETTER_RULES:
        return "letters"
    return {"marks": "marks", "search": "folds"}.get(rule.family, "spacing")


def _is_wanted(rule: Rule, options: Options) -> bool:
    if rule.id in options.ignore or rule.family in options.ignore or rule.family == "joiners":
        return False
    if rule.id == "ellipsis" and options.fold:
        return False  # the fold takes it apart again
    if rule.id == "heh-ezafe" and options.fold:
        return True  # so that the ezafe is the same in all spellings; the fold takes its mark away
    if rule.id in _STYLE:
        return bool(getattr(options, _STYLE[rule.id]) != "keep")
    if rule.family == "search":
        return options.fold
    if rule.family in _SPACING_FAMILIES:
        return options.spacing
    return rule.family not in _WORD_FAMILIES or options.words == "all"


def _joiners(options: Options) -> Rule | None:
    if options.joins == "none" or "joiners" in options.ignore:
        return None
    find = partial(
        find_joins, certainty=_certainty(options), ignore=options.ignore, user_words=options.user_words
    )
    return Rule(id="joiners", family="joiners", why="all joiner rules, in one pass", find=find)


def _certainty(options: Options) -> str:
    return "likely" if options.joins == "all" else "certain"


def _compiled(rule: Rule) -> CompiledRule:
    return CompiledRule(rule.trigger_chars or None, rule.literals or ("",), rule.function, rule)


def run_rules(
    text: str, rules: tuple[CompiledRule, ...], rare: Collection[str], recorder: Recorder | None = None
) -> str:
    """Return one Persian run after *rules*; *rare*: its rare characters."""
    for trigger_chars, literals, function, rule in rules:
        if trigger_chars is not None and trigger_chars.isdisjoint(rare):
            continue
        for literal in literals:
            if literal in text:
                text = function(text) if recorder is None else apply_rule(rule, text, recorder)
                break
    return text


def run_stage(
    text: str, stage: int, compiled: CompiledRules, characters: set[str], recorder: Recorder | None
) -> str:
    """Return one Persian run after the rules of a stage; *characters*, those it has or had, are kept up to date."""
    done: CompiledRule | None = None
    while True:
        known = len(characters)
        for rule in _behind(compiled.called_for(characters)[stage], done):
            for literal in rule.literals:
                if literal in text:
                    break
            else:
                continue
            after = rule.apply(text) if recorder is None else apply_rule(rule.rule, text, recorder)
            if after != text:
                text = after
                characters.update(after)
                if len(characters) > known:  # what is new may call for other rules
                    done = rule
                    break
        else:
            return text


def _behind(rules: tuple[CompiledRule, ...], done: CompiledRule | None) -> tuple[CompiledRule, ...]:
    return rules if done is None else rules[rules.index(done) + 1 :]


def settle_words(
    text: str, compiled: CompiledRules, characters: set[str], recorder: Recorder | None = None
) -> str:
    """Return the text after the rules about single words, repeated until none of them changes anything."""
    for _ in range(_MAX_PASSES):
        before, text = text, run_stage(text, WORDS, compiled, characters, recorder)
        if text == before:
            return text
    report_limit("words", _MAX_PASSES)
    return text


def join_words(text: str, joins: Rule | None, recorder: Recorder | None) -> str:
    """Return the text with its joins, looked at anew where a space went and two words became a new one."""
    if joins is None:
        return text
    for _ in range(_MAX_PASSES):
        edits = joins.edits(text)
        if recorder is not None:
            recorder.record(edits)
        text = splice(text, edits)
        if all(after for _, _, after, _ in edits):
            return text
    report_limit("joins", _MAX_PASSES)
    return text


def apply_rule(rule: Rule, text: str, recorder: Recorder | None) -> str:
    """Return the text after *rule*, and give its edits to the recorder."""
    if recorder is None:
        return rule.function(text)
    edits = rule.edits(text)
    recorder.record(edits)
    return splice(text, edits)
