"""What the test suites of our peers expect: we agree, or say why not (tests/conformance/peers.toml)."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

import textnorm
from support.scripts import load_script
from support.shared_data import ROOT, SHARED
from textnorm import normalise

peers = load_script("peers_cases")
REASONS = peers.reasons()


@pytest.fixture(scope="module")
def cases() -> list[Any]:
    path = SHARED / "data" / "peers" / "cases.jsonl.gz"
    if not path.exists():
        pytest.skip("the peers' test cases are not at hand; set TEXTNORM_DATA")
    return list(peers.read_cases(path))


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.name)
def test_a_reason_is_true_of_its_example(reason: Any) -> None:
    before, after = reason.example
    assert normalise(before, getattr(textnorm, reason.profile)) == after


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.name)
def test_a_reason_says_all(reason: Any) -> None:
    assert reason.basis.split(":")[0] in ("promise", "Academy", "style", "known gap", "not a normalisation")
    assert reason.they
    assert reason.we


def test_no_case_has_two_reasons() -> None:
    counted = Counter(key for reason in REASONS for key in reason.cases)
    assert [key for key, count in counted.items() if count > 1] == []


def test_every_disagreement_has_a_reason(cases: list[Any]) -> None:
    assert peers.unexplained(cases) == []


def test_no_reason_is_stale(cases: list[Any]) -> None:
    """A case that agrees after all, or is not there, needs no reason."""
    differing = {case.key for case in cases if peers.way(case) is None}
    assert [(reason.name, key) for reason in REASONS for key in reason.cases if key not in differing] == []


def test_nine_of_ten_uncontested_cases_agree_or_are_reasoned_away(cases: list[Any]) -> None:
    gaps = frozenset[str]().union(*(reason.cases for reason in REASONS if reason.is_gap))
    plain = [case for case in cases if not case.contested]
    good = [case for case in plain if case.key not in gaps]
    assert len(good) >= 0.9 * len(plain)
    # and most of them agree: reasons are for the rest
    assert sum(peers.way(case) is not None for case in plain) >= 0.75 * len(plain)


def test_the_page_is_as_generated(cases: list[Any]) -> None:
    page = (ROOT / "docs" / "peers.md").read_text(encoding="utf-8")
    assert page == "\n".join(peers.page(cases)) + "\n"
