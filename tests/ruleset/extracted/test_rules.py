"""Every rule for extracted text: its examples, its near-misses, twice, and explained."""

from __future__ import annotations

import pytest

from textnorm import ExtractedOptions, explain_extracted, repair_extracted
from textnorm.edits import splice
from textnorm.extracted.rules import ALL, OF_LINES, OF_PDF
from textnorm.ruleset.extracted.found_lines import LINE_ENDS
from textnorm.ruleset.extracted.rules import DIRECTION_MARK
from textnorm.ruleset.rule import Rule

PDF = ExtractedOptions(source="pdf")
EXAMPLES = [(rule, before, after) for rule in ALL for before, after in rule.examples]
NEAR_MISSES = [(rule, text) for rule in ALL for text in rule.near_misses]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ascii(value)[1:40]


@pytest.mark.parametrize(("rule", "before", "after"), EXAMPLES, ids=name)
def test_example(rule: Rule, before: str, after: str) -> None:
    assert splice(before, rule.edits(before)) == after
    assert rule.edits(after) == []


@pytest.mark.parametrize(("rule", "text"), NEAR_MISSES, ids=name)
def test_near_miss_stays(rule: Rule, text: str) -> None:
    assert rule.edits(text) == []


@pytest.mark.parametrize(
    "text", [text for _, text, _ in EXAMPLES] + [text for _, text in NEAR_MISSES], ids=name
)
def test_twice_is_once_and_explained(text: str) -> None:
    done = explain_extracted(text, PDF)
    assert done.text == repair_extracted(text, PDF) == repair_extracted(done.text, PDF)
    edits = [(change.start, change.end, change.after, change.rules) for change in done.changes]
    assert splice(text, edits) == done.text
    assert all(text[change.start : change.end] == change.before != change.after for change in done.changes)


@pytest.mark.parametrize("rule", ALL, ids=name)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert all((rule.why, rule.source, rule.examples, rule.near_misses))


@pytest.mark.parametrize("rule", [*OF_PDF, *OF_LINES], ids=name)
def test_what_needs_the_source_is_not_done_without_it(rule: Rule) -> None:
    for before, _ in rule.examples:
        assert repair_extracted(before) == before


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
@pytest.mark.parametrize("behind", ["", "\n```\nx\n```"], ids=["alone", "before code"])
def test_a_direction_mark_is_judged_by_its_own_line(end: str, behind: str) -> None:
    for text in (f"باد{end}B\u200f{behind}", f"B\u200f{end}باد{behind}"):
        assert DIRECTION_MARK.edits(text) == []
        assert len(DIRECTION_MARK.edits(text.replace("B", "باد B"))) == 1
