"""A small library in place of the real one, so that these tests look at files and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

import textnorm
from support.shell import Ran


@dataclasses.dataclass(frozen=True, kw_only=True)
class Options:
    """Two options of two kinds."""

    digits: str | None = None
    shout: bool = False
    ignore: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.digits not in (None, "persian"):
            raise ValueError(f"digits is None or 'persian', not {self.digits!r}")


STANDARD = Options()


def fold(text: str, options: Options = STANDARD) -> str:
    """One letter for another: enough to see that a text went through."""
    folded = text.replace("ي", "ی").replace("ك", "ک")
    return folded.upper() if options.shout else folded


@pytest.fixture
def small_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put ``fold`` in the place of every function from text to text."""
    for name in ("normalise", "clean", "tidy", "convert_dates"):
        monkeypatch.setattr(textnorm, name, fold, raising=False)
    monkeypatch.setattr(textnorm, "Options", Options, raising=False)
    for profile in ("STANDARD", "EDITORIAL", "SEARCH"):
        monkeypatch.setattr(textnorm, profile, Options(shout=profile == "SEARCH"), raising=False)


@pytest.fixture
def command(small_library: None, command_here: Callable[..., Ran]) -> Callable[..., Ran]:
    """Run the command in this process, over the small library."""
    return command_here
