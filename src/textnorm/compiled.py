"""Compile `Options` into ordered, ready-to-call rules."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property, lru_cache

from .edits import splice
from .fixed_point import report_limit
from .lazy import lazy_pattern
from .options import Options
from .recorder import Recorder
from .ruleset.chain import UNFOLDED
from .ruleset.encoding import NFC
from .ruleset.entities import ENTITY
from .ruleset.joiners.finding import unwanted
from .ruleset.joiners.ids import STRIPPED
from .ruleset.joiners.scan import join_finder
from .ruleset.letters import DIGIT_BESIDE_LABELS, LABEL, PERSIAN_DIGIT
from .ruleset.record import Record
from .ruleset.rule import Rule
from .stages import FOLDS, LETTERS, SPACING, WORDS, CompiledRule, StagedRules, apply_rule

#: words are joined long before this
_MAX_PASSES = 32
_SPACING_FAMILIES = {"spaces", "punctuation"}
_WORD_FAMILIES = {"marks", "spelling", "zwnj", "repeats"}
#: rules that an option asks for, by any value but "keep"
STYLE = {
    "persian-digit": "digits",
    "guillemets": "quotes",
    "heh-ezafe": "ezafe",
    "ellipsis": "signs",
    "percent": "signs",
}


class CompiledRules(Record):
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
    mark_signs: re.Pattern[str]  # a line without it needs none of *mark_rules*
    staged: StagedRules  # letters; words; spacing; folds
    joins: Rule | None  # all joiner rules at once
    edge_rules: tuple[Rule, ...]
    disabled_joins: frozenset[str] | None  # joiner rules left out; None: all of them
    folds: bool
    informal: Rule | None  # makes words of speech formal, between two runs of all others
    hazm: Rule | None  # in place of all others

    @property
    def persian_rules(self) -> tuple[CompiledRule, ...]:
        """Return all rules for Persian runs but those for marks and for joins."""
        stages = self.staged.stages
        return stages[LETTERS] + stages[WORDS] + stages[SPACING] + stages[FOLDS]

    def of_text(self, text: str) -> CompiledRules:
        """Return the rules for *text*: where its links are defined by numbers, these stay where the text names them too."""
        return self._beside_labels if "]:" in text and LABEL.search(text) else self

    @cached_property
    def _beside_labels(self) -> CompiledRules:
        letters, *others = self.staged.stages
        if all(rule.rule is not PERSIAN_DIGIT for rule in letters):
            return self
        kept = tuple(CompiledRule(DIGIT_BESIDE_LABELS) if c.rule is PERSIAN_DIGIT else c for c in letters)
        return self.replace(staged=StagedRules((kept, *others)))

    def in_markup(self) -> CompiledRules:
        """Return the rules for a piece of a text with markup, to which the entities that are left in it belong."""
        return self.replace(
            text_rules=tuple(rule for rule in self.text_rules if rule.id != ENTITY.id),
            hinted_rules=tuple(rule for rule in self.hinted_rules if rule.id != ENTITY.id),
        )


@lru_cache(maxsize=64)
def compile_rules(options: Options) -> CompiledRules:
    """Return the rules of *options*, compiled once."""
    wanted = [rule for rule in _in_order(options) if _is_wanted(rule, options)]
    persian = [rule for rule in wanted if rule.scope == "persian" and not rule.line_edge]
    stages = {
        stage: tuple(CompiledRule(rule) for rule in persian if _stage(rule) == stage) for stage in _STAGES
    }
    joiners = _joiners(options)
    text_rules = tuple(rule for rule in wanted if rule.scope == "text")
    return CompiledRules(
        text_rules=text_rules,
        hinted_rules=tuple(rule for rule in text_rules if rule.hint),
        ignorable_chars=NFC.harmless_chars.difference(*(rule.trigger_chars for rule in text_rules)),
        mark_rules=stages["marks"],
        mark_signs=_signs_of(stages["marks"]),
        staged=StagedRules(
            (
                stages["letters"],
                stages["words"],
                tuple(rule for rule in stages["words"] if not rule.rule.token_local),
                stages["spacing"],
                stages["folds"],
            )
        ),
        joins=joiners,
        edge_rules=tuple(rule for rule in wanted if rule.line_edge),
        disabled_joins=unwanted(_certainty(options), options.ignore) if joiners else None,
        folds=options.fold,
        informal=_informal(options),
        hazm=_hazm(options),
    )


def _in_order(options: Options) -> tuple[Rule, ...]:
    """Return the rules in their order, with the folds where *options* fold."""
    if not options.fold:
        return UNFOLDED
    from .ruleset import ALL

    return ALL


def _signs_of(rules: tuple[CompiledRule, ...]) -> re.Pattern[str]:
    """Return the pattern of the characters that call for one of the rules."""
    signs = frozenset().union(*(rule.trigger_chars or () for rule in rules))
    return lazy_pattern(f"[{re.escape(''.join(sorted(signs)))}]" if signs else "(?!)")


def _informal(options: Options) -> Rule | None:
    if (options.engine, options.informal) != ("textnorm", "formal") or "informal" in options.ignore:
        return None
    from .ruleset import speech

    return speech.in_one_pass(options.ignore)


def _hazm(options: Options) -> Rule | None:
    if options.engine != "hazm":
        return None
    from .ruleset import hazm_rules

    return hazm_rules.rule(options.engine, options.informal)


_STAGES = ("marks", "letters", "words", "spacing", "folds")
#: letters, and what words are looked at through: without stray half-spaces, with one space between them
_LETTER_FAMILIES = {"encoding", "letters", "digits", "quotes"}
_LETTER_RULES = {"space-at-emphasis", "stray-zwnj", "space-run"}


def _stage(rule: Rule) -> str:
    if rule.settles_words or rule.family == "spelling":
        return "words"
    if rule.family in _LETTER_FAMILIES or rule.id in _LETTER_RULES:
        return "letters"
    return {"marks": "marks", "search": "folds"}.get(rule.family, "spacing")


def _is_wanted(rule: Rule, options: Options) -> bool:
    if rule.id in options.ignore or rule.family in options.ignore or rule.family in ("joiners", "informal"):
        return False
    if rule.id == "ellipsis" and options.fold:
        return False  # the fold takes it apart again
    if rule.id == "glued-article" and (options.fold or options.joins == "none"):
        return False  # a word of a query has no neighbours to tell
    if rule.id == "heh-ezafe" and options.fold:
        return True  # so that the ezafe is the same in all spellings; the fold takes its mark away
    if rule.id in STYLE:
        return bool(getattr(options, STYLE[rule.id]) != "keep")
    if rule.family == "search":
        return options.fold
    if rule.family in _SPACING_FAMILIES:
        return options.spacing
    return rule.family not in _WORD_FAMILIES or options.words == "all"


def _joiners(options: Options) -> Rule | None:
    if options.joins == "none" or "joiners" in options.ignore:
        return None
    certainty = _certainty(options)
    left_out = unwanted(certainty, options.ignore)
    if options.fold and certainty == "certain":
        left_out |= {STRIPPED}  # a word of a query has no neighbours to tell
    find = join_finder(left_out, options.user_words, certainty == "likely")
    return Rule(id="joiners", family="joiners", why="all joiner rules, in one pass", find=find)


def _certainty(options: Options) -> str:
    return "likely" if options.joins == "all" else "certain"


def run_rules(
    text: str, rules: tuple[CompiledRule, ...], rare: Collection[str], recorder: Recorder | None = None
) -> str:
    """Return one Persian run after *rules*; *rare*: its rare characters."""
    for compiled in rules:
        if compiled.trigger_chars is not None and compiled.trigger_chars.isdisjoint(rare):
            continue
        for literal in compiled.literals:
            if literal in text:
                text = compiled.apply(text) if recorder is None else apply_rule(compiled.rule, text, recorder)
                break
    return text


def join_words(text: str, joins: Rule | None, recorder: Recorder | None) -> str:
    """Return the text with its joins, looked at anew where a space went and two words became a new one."""
    if joins is None:
        return text
    for _ in range(_MAX_PASSES):
        edits = joins.edits(text)
        if not edits:
            return text
        if recorder is not None:
            recorder.record(edits)
        text = splice(text, edits)
        if all(after for _, _, after, _ in edits):
            return text
    report_limit("joins", _MAX_PASSES)
    return text
