"""The examples of the README run as they stand."""

from __future__ import annotations

import doctest

from support.shared_data import ROOT


def test_examples_of_the_readme() -> None:
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert results.attempted >= 6
    assert results.failed == 0
