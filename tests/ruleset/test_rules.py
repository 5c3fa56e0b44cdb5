"""Each rule's examples and near-misses: alone, in the chain, twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from textnorm import EDITORIAL, SEARCH, STANDARD, Rule, normalise, rules
from textnorm.compiled import STYLE
from textnorm.edits import splice
from textnorm.options import CHOICES
from textnorm.ruleset.mojibake import CONTINUING_1256
from textnorm.script.segments import persian_spans

PROFILE = {"EDITORIAL": EDITORIAL, "SEARCH": SEARCH}
EXAMPLES = [(rule, before, after) for rule in rules() for before, after in rule.examples]
NEAR_MISSES = [(rule, text) for rule in rules() for text in rule.near_misses]


def options_for(rule: Rule):
    """The profile that the rule belongs to; for one that no profile has, the option that asks for it."""
    if rule.family == "informal":
        return replace(STANDARD, informal="formal")
    base = PROFILE[rule.profiles[0]] if rule.profiles else STANDARD
    if not rule.profiles and rule.id in STYLE:
        base = replace(STANDARD, **{STYLE[rule.id]: CHOICES[STYLE[rule.id]][-1]})
    return replace(base, joins="all") if rule.certainty == "likely" else base


def alone(rule: Rule, text: str) -> str:
    """The rule by itself, where it may look."""
    if rule.scope == "text":
        return rule.apply(text)
    edits = [
        (start + first, start + last, after, ids)
        for start, end in persian_spans(text)
        for first, last, after, ids in rule.edits(text[start:end])
    ]
    return splice(text, edits)


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ascii(value)


@pytest.mark.parametrize(("rule", "before", "after"), EXAMPLES, ids=name)
def test_example_in_the_chain_and_twice(rule: Rule, before: str, after: str) -> None:
    result = normalise(before, options_for(rule))
    # a fold meets its example after the other folds have worked on both sides
    assert result == (normalise(after, SEARCH) if rule.family == "search" else after)
    assert normalise(result, options_for(rule)) == result


@pytest.mark.parametrize(("rule", "before", "after"), EXAMPLES, ids=name)
def test_example_needs_its_rule(rule: Rule, before: str, after: str) -> None:
    assert alone(rule, before) != before


@pytest.mark.parametrize(("rule", "text"), NEAR_MISSES, ids=name)
def test_near_miss_stays(rule: Rule, text: str) -> None:
    assert alone(rule, text) == text


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_a_rule_states_its_case(rule: Rule) -> None:
    assert rule.why.endswith(".")
    assert rule.examples
    assert rule.near_misses
    assert rule.source


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))


def test_the_characters_of_windows_1256_are_those_of_its_codec() -> None:
    assert bytes(range(0x80, 0xC0)).decode("cp1256") == CONTINUING_1256
    assert bytes((0xC2, 0xC3, *range(0xD8, 0xDC))).decode("cp1256") == "آأطظعغ"
