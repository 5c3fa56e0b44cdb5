"""Every recipe of docs/recipes.md runs, where its library is installed."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import os
import re
from pathlib import Path

import pytest

from support.engines import REQUIRE, SKIP, SOURCE

TEXT = (Path(__file__).parents[2] / "docs" / "recipes.md").read_text(encoding="utf-8")
START, *SECTIONS = re.split(r"^## ", TEXT, flags=re.MULTILINE)
#: the issue's list: none may get lost
LIBRARIES = "pandas polars datasets duckdb ray dask spacy sklearn scrapy langchain_core llama_index".split()


def library(section: str) -> str:
    """The name in backquotes in the heading, or the heading."""
    heading = section.splitlines()[0]
    name = re.search(r"`(.+?)`", heading)
    return name[1] if name else heading


def test_no_recipe_is_missing() -> None:
    assert [library(section) for section in SECTIONS] == LIBRARIES


@pytest.mark.thorough
@pytest.mark.parametrize("section", SECTIONS, ids=library)
def test_recipe(section: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name = library(section)
    if os.environ.get(SKIP):
        pytest.skip(f"{SKIP} is set")
    if importlib.util.find_spec(name) is None:
        assert not os.environ.get(REQUIRE), f"{name} is not installed"
        pytest.skip(f"{name} is not installed")
    monkeypatch.setenv("PYTHONPATH", str(SOURCE))
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")
    run(START + section, name)
    if name == "ray":
        importlib.import_module(name).shutdown()


def run(text: str, name: str) -> None:
    """Run the examples of a text as one doctest."""
    said: list[str] = []
    test = doctest.DocTestParser().get_doctest(text, {}, name, "docs/recipes.md", 0)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert result.attempted > 5
    assert not result.failed, "".join(said)
