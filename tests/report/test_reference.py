"""The rule reference is written from the rules, and is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from textnorm import rules
from textnorm.report.reference import described, profiles_of, quoted, reference

WRITTEN = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_reference_is_up_to_date() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == reference(), "run tools/make_rule_reference.py"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_is_told_in_full(rule) -> None:
    text = described(rule)
    assert rule.why in text
    for example in rule.examples:
        assert all(quoted(part) in text for part in example)
    assert all(quoted(near) in text for near in rule.near_misses)


def test_profiles_are_those_that_use_the_rule() -> None:
    found = {rule.id: profiles_of(rule) for rule in rules()}
    assert found["arabic-yeh"] == ("standard", "editorial", "search", "encoding")
    assert found["persian-digit"][:1] == ("editorial",)
    assert "encoding" not in found["space-run"]
