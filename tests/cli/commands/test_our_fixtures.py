"""Our own fixtures, run by the runner that everybody else uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from textnorm.cli.commands.fixtures import Case, find_cases, run_case

CASES = list(find_cases([Path(__file__).resolve().parents[3] / "fixtures"]))


def test_there_are_fixtures() -> None:
    assert CASES
    assert any("unchanged" in case.path.parts for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path.stem}: {case.title}")
def test_fixture(case: Case) -> None:
    outcome = run_case(case)
    assert outcome.passed, outcome.message
