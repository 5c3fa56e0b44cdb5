"""Which rules some options ask for, made ready to run: guards first, functions without detours."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache, partial
from typing import NamedTuple

from .engine import Recorder, Rule, splice
from .options import Options
from .ruleset import ALL, hazm_rules
from .ruleset.encoding import NFC
from .ruleset.joiners import find_joins, unwanted

_SPACING_FAMILIES = {"spaces", "punctuation"}
_WORD_FAMILIES = {"marks", "zwnj", "repeats"}
_STYLE = {
    "persian-digit": "digits",
    "guillemets": "quotes",
    "heh-ezafe": "ezafe",
    "ellipsis": "signs",
    "percent": "signs",
}


def _wanted(rule: Rule, options: Options) -> bool:
    if rule.id in options.ignore or rule.family in options.ignore or rule.family == "joiners":
        return False
    if rule.id == "ellipsis" and options.fold:
        return False  # the fold takes it apart again
    if rule.id in _STYLE:
        return bool(getattr(options, _STYLE[rule.id]) != "keep")
    if rule.family == "search":
        return options.fold
    if rule.family in _SPACING_FAMILIES:
        return options.spacing
    return rule.family not in _WORD_FAMILIES or options.words == "all"


#: a rule, ready for use: rare characters of which one must be there (None: no need), literals of which one
#: must be there, the function, and the rule itself for explanations
Step = tuple[frozenset[str] | None, tuple[str, ...], Callable[[str], str], Rule]


class Plan(NamedTuple):
    """The rules that some options ask for: those for the whole text and those for Persian runs."""

    text: tuple[Rule, ...]
    harmless: frozenset[str]  # rare characters that call for no rule of *text*
    removing: tuple[Step, ...]
    triggers: frozenset[str]  # of *removing*
    repairing: tuple[Step, ...]
    joining: tuple[Step, ...]  # the last of *repairing*: all joiner rules at once
    common: tuple[Step, ...]  # those of *repairing* that need no rare character
    edges: tuple[Rule, ...]
    unjoined: frozenset[str] | None  # joiner rules left out; None: all of them
    folds: bool
    hazm: Rule | None


@lru_cache(maxsize=64)
def plan_of(options: Options) -> Plan:
    """The plan of *options*, made once."""
    wanted = [rule for rule in ALL if _wanted(rule, options)]
    persian = [rule for rule in wanted if rule.scope == "persian" and not rule.anchor]
    joiners = _joiners(options)
    removing = tuple(_step(rule) for rule in persian if rule.family == "marks")
    before = tuple(_step(rule) for rule in persian if rule.family not in ("marks", "search"))
    joining = (_step(joiners),) if joiners else ()
    repairing = (*before, *joining, *(_step(rule) for rule in persian if rule.family == "search"))
    text = tuple(rule for rule in wanted if rule.scope == "text")
    return Plan(
        text=text,
        harmless=NFC.spared.difference(*(rule.triggers for rule in text)),
        removing=removing,
        triggers=frozenset().union(*(step[0] or () for step in removing)),
        repairing=repairing,
        joining=joining,
        common=tuple(step for step in repairing if step[0] is None),
        edges=tuple(rule for rule in wanted if rule.anchor),
        unjoined=unwanted(_certainty(options), options.ignore) if joiners else None,
        folds=options.fold,
        hazm=hazm_rules.rule(options.engine, options.informal),
    )


def _joiners(options: Options) -> Rule | None:
    if options.joins == "none" or "joiners" in options.ignore:
        return None
    find = partial(find_joins, certainty=_certainty(options), ignore=options.ignore)
    return Rule(id="joiners", family="joiners", why="all joiner rules, in one pass", find=find)


def _certainty(options: Options) -> str:
    return "likely" if options.joins == "all" else "certain"


def _step(rule: Rule) -> Step:
    return rule.triggers or None, rule.needs or ("",), rule.function, rule


def run_steps(
    text: str, steps: tuple[Step, ...], odd: Collection[str], recorder: Recorder | None = None
) -> str:
    """One Persian run after the steps; *odd*: its rare characters."""
    for triggers, needs, function, rule in steps:
        if triggers is not None and triggers.isdisjoint(odd):
            continue
        for literal in needs:
            if literal in text:
                text = function(text) if recorder is None else applied(rule, text, recorder)
                break
    return text


def applied(rule: Rule, text: str, recorder: Recorder | None) -> str:
    """The text after *rule*, and what it changed with the recorder."""
    if recorder is None:
        return rule.function(text)
    edits = rule.edits(text)
    recorder.record(edits)
    return splice(text, edits)
