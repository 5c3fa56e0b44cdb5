"""tools/fuzz.py knows every public function, and finds what it looks for."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

import textnorm
from support.scripts import load_script
from support.shared_data import ROOT

fuzz = load_script("fuzz")
TARGETS: dict[str, Callable[[str], None]] = fuzz.targets()


def test_every_public_function_is_fuzzed() -> None:
    source = (ROOT / "tools" / "fuzz.py").read_text(encoding="utf-8")
    functions = [name for name in textnorm.__all__ if inspect.isfunction(getattr(textnorm, name))]
    assert len(functions) > 15
    assert [name for name in functions if f"t.{name}" not in source and f"{name}(" not in source] == []


@given(data=st.binary(max_size=60))
def test_any_input_is_taken(data: bytes) -> None:
    fuzz.one_input(list(TARGETS.values()), data)


@pytest.mark.parametrize("broken", [lambda text: text + "x", lambda text: text[1:]])
def test_a_law_that_is_broken_is_seen(broken: Callable[[str], str]) -> None:
    with pytest.raises(AssertionError, match="twice"):
        fuzz._twice_is_once(broken, "باد")
    with pytest.raises(AssertionError, match="splice"):
        fuzz._explained(broken, textnorm.explain, "باد")


def test_seeds_choose_targets(tmp_path: Path) -> None:
    fuzz.seeds(tmp_path, len(TARGETS))
    chosen: set[Any] = {path.read_bytes()[0] for path in tmp_path.iterdir()}
    assert chosen == set(range(len(TARGETS)))
