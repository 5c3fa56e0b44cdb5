"""``textnorm demo``: what the tour says about its texts is true."""

from __future__ import annotations

import pytest

import textnorm
from textnorm.cli import main
from textnorm.cli.commands import demo


def test_the_tour(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    said = capsys.readouterr().out
    assert textnorm.normalise(demo.CHANGES) in said
    assert "(nothing changed)" in said
    assert "۸ مهر ۱۳۹۷: 2018-09-30" in said
    assert "Esfand 1402 has 29 days" in said


def test_its_texts_show_what_they_are_there_to_show() -> None:
    assert textnorm.normalise(demo.CHANGES) != demo.CHANGES
    assert textnorm.normalise(demo.STAYS) == demo.STAYS
    assert {artefact.kind for artefact in textnorm.find_artefacts(demo.PAGE)} >= {
        "breadcrumb",
        "caption-again",
    }
    assert "ادامه" not in textnorm.tidy(demo.PAGE)


def test_it_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "file.txt"]) == 2
    assert "file.txt" in capsys.readouterr().err
