"""The joiner rules: texts that must not change first, then the texts that change."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from textnorm.chars import NON_JOINING, ZWNJ
from textnorm.edits import Edit
from textnorm.ruleset.joiners import ids
from textnorm.ruleset.joiners.finding import find_joins
from textnorm.ruleset.joiners.rules import RULES
from textnorm.ruleset.rule import Rule

TRAPS = [
    line
    for line in (Path(__file__).parents[3] / "fixtures" / "joins_traps.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
EXAMPLES = [(rule, before, after) for rule in RULES for before, after in rule.examples]
NEAR_MISSES = [text for rule in RULES for text in rule.near_misses]


def apply(text: str, edits: list[Edit]) -> str:
    for start, end, replacement, _ in reversed(edits):
        text = text[:start] + replacement + text[end:]
    return text


def joined(text: str, certainty: str = "certain") -> str:
    return apply(text, find_joins(text, certainty))


def test_there_are_traps_enough() -> None:
    assert len(set(TRAPS)) >= 200


@pytest.mark.parametrize("text", TRAPS)
def test_traps_stay(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses_stay(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize(("rule", "before", "after"), EXAMPLES)
def test_examples_change_by_their_rule(rule: Rule, before: str, after: str) -> None:
    edits = find_joins(before, rule.certainty)
    assert apply(before, edits) == after
    assert rule.id in {edit[3] for edit in edits}
    assert find_joins(after, rule.certainty) == []


@pytest.mark.parametrize(("rule", "before", "after"), EXAMPLES)
def test_a_rule_can_be_ignored(rule: Rule, before: str, after: str) -> None:
    edits = find_joins(before, rule.certainty, frozenset({rule.id}))
    assert rule.id not in {edit[3] for edit in edits}


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.certainty == "likely"], ids=lambda rule: rule.id
)
def test_likely_rules_wait_for_their_option(rule: Rule) -> None:
    for before, _ in rule.examples:
        assert rule.id not in {edit[3] for edit in find_joins(before)}


def test_ids_are_unique_and_of_the_family() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(rule.id.startswith("joiners.") and rule.family == "joiners" for rule in RULES)


def test_an_unknown_certainty_is_an_error() -> None:
    with pytest.raises(ValueError, match="sure"):
        find_joins("می رود", "sure")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("\n\n", "\n\n"),
        ("می\nرود", "می\nرود"),
        ("هوا سرد می شود.\nابر ها رفتند.\n", "هوا سرد می‌شود.\nابرها رفتند.\n"),
        ("«کتاب ها» را خواند", "«کتاب‌ها» را خواند"),
        ("کتاب، ها", "کتاب، ها"),
        ("(نمی دانم)", "(نمی‌دانم)"),
        ("کتاب ها، دفتر ها؛ نوشته ام.", "کتاب‌ها، دفترها؛ نوشته‌ام."),
        ("زمان بندی شدهٔ", "زمان‌بندی‌شدهٔ"),
    ],
)
def test_places_are_right_around_breaks_and_punctuation(before: str, after: str) -> None:
    assert joined(before) == after


def test_no_joiner_is_put_after_a_letter_that_does_not_join() -> None:
    text = joined(
        " ".join(f"{word} ها" for word in ("کار", "باد", "دریا", "بازو", "کاغذ", "مغز", "کتاب", "گل"))
    )
    assert text == "کارها بادها دریاها بازوها کاغذها مغزها کتاب‌ها گل‌ها"
    assert not any(left in NON_JOINING and right == ZWNJ for left, right in pairwise(text))


def test_the_ids_stand_in_the_order_of_the_rules() -> None:
    assert tuple(rule.id for rule in RULES) == ids.ALL
    assert {rule.id for rule in RULES if rule.certainty == "likely"} == ids.LIKELY
