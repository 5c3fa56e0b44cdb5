"""The pages of fixtures/pages: hand-written, hand-labelled."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from labelled import Case, cases, faults

PAGES = cases()


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_page(case: Case) -> None:
    assert faults(case) == []


def test_there_are_many() -> None:
    assert len(PAGES) >= 40
