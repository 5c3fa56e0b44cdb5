"""The guide for those who come from another library: its tables say what these libraries, and we, make of a text."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import textnorm

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guides" / "moving.md").read_text(encoding="utf-8")
Case = tuple[str, str, str]


def cases() -> Iterator[Case]:
    """(who, text, result) of every cell of the tables of texts."""
    makers: list[str] = []
    for line in GUIDE.splitlines():
        cells = re.findall(r"`[^`]*`|(?<=\| )\S+(?= \|)", line) if line.startswith("| ") else []
        if line.startswith("| text |"):
            makers = [cell.strip("`") for cell in cells[1:]]
        elif not cells:
            makers = []
        elif makers and "---" not in line:
            text, *results = (cell.strip("`") for cell in cells)
            assert len(results) == len(makers), line
            yield from ((who, text, text if r == "=" else r) for who, r in zip(makers, results, strict=True))


def of(*makers: str) -> list[Case]:
    return [case for case in cases() if case[0] in makers]


def test_the_tables_are_read() -> None:
    assert len(of("STANDARD")) == len(of("EDITORIAL")) == len(of("hazm", "virastar")) > 12
    assert len(of("ENCODING")) == len(of("ftfy")) == 3


@pytest.mark.parametrize(("profile", "text", "result"), of("STANDARD", "EDITORIAL", "ENCODING"))
def test_what_we_make_of_it(profile: str, text: str, result: str) -> None:
    assert textnorm.normalise(text, getattr(textnorm, profile)) == result


@pytest.mark.parametrize(("_peer", "text", "result"), of("ftfy"))
def test_what_ftfy_makes_of_it(_peer: str, text: str, result: str) -> None:
    assert importlib.import_module("ftfy").fix_text(text) == result


@pytest.mark.slow
@pytest.mark.hazm
@pytest.mark.parametrize(("_peer", "text", "result"), of("hazm"))
def test_what_hazm_makes_of_it(_peer: str, text: str, result: str) -> None:
    hazm = pytest.importorskip("hazm")
    if version("hazm") != "0.12.1":
        pytest.skip("the guide speaks of hazm 0.12.1")
    assert hazm.Normalizer().normalize(text) == result


def test_every_option_it_names_is_one_of_ours() -> None:
    calls = re.findall(r"(Options\([^`]+\))`", GUIDE)
    assert len(calls) > 5
    for call in calls:
        eval(call, {"Options": textnorm.Options})  # an unknown option, value or rule raises
