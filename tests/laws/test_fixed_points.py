"""The loops of page cleaning end by themselves: none of them is cut off by its limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.shared_data import ROOT
from textnorm import PageOptions, clean, fixed_point, read_page, tidy
from textnorm.pages.composer import to_fixed_point

FIXTURES = sorted(path for path in (ROOT / "fixtures").rglob("*") if path.is_file())


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the loops that were ended by their limits."""
    names: list[str] = []
    monkeypatch.setattr(fixed_point, "on_limit", [names.append])
    return names


def test_a_loop_that_never_settles_is_reported(reported):
    to_fixed_point([lambda: False, lambda: True], 3, "restless")
    assert reported == ["restless"]


def test_a_loop_ends_when_each_step_in_turn_changed_nothing(reported):
    taken = []
    results = iter([True, False, True, False, False])

    def step(name):
        taken.append(name)
        return next(results)

    to_fixed_point([lambda: step("first"), lambda: step("second")], 3, "calm")
    assert taken == ["first", "second", "first", "second", "first"]
    assert reported == []


@pytest.mark.slow
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_no_loop_ends_by_its_limit(path: Path, reported):
    text = path.read_text(encoding="utf-8")
    for mode in ("page", "auto", "careful"):
        clean(text, PageOptions(mode=mode))
        read_page(text, PageOptions(mode=mode))
    tidy(text)
    assert reported == []
