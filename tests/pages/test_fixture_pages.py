"""The pages of fixtures/pages: hand-written, hand-labelled."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from labelled import KNOWN_FAILURES, Case, cases, faults, read_cases

PAGES = cases()


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_page(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", read_cases(KNOWN_FAILURES), ids=lambda case: case.name)
def test_known_failure(case: Case) -> None:
    assert faults(case), "this page comes out right now: move it to the others"


def test_there_are_many() -> None:
    assert len(PAGES) >= 80
