"""Imports point down the list of the design only, and the heavy packages stay out of the way."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import textnorm
from support.source import FILES, PACKAGE, imports

#: from the top down: a layer may import those below it
LAYERS = [
    "cli",
    "integrations",
    "report",
    "tidying",
    "pages",
    "ascii",
    "extracted",
    "exports",
    "indexing",
    "spans",
    "normalisation",
    "by_rules",
    "dates",
    "core",
    "pipeline",
    "line_edges",
    "lines",
    "rare",
    "compiled",
    "stages",
    "options",
    "ruleset",
    "informal",
    "recorder",
    "explained",
    "edits",
    "fixed_point",
    "script",
    "lexicon",
    "romanised",
    "cache",
    "arguments",
    "chars",
    "lazy",
]
HEAVY = {"hazm", "nltk", "convertdate", "unidecode", "ftfy", "numpy", "sklearn", "trafilatura"}


def imported(path: Path) -> set[str]:
    """First parts, below textnorm, of what a module imports of ours."""
    return {name.split(".")[1] for name in imports(path, everywhere=True) if "." in name}


def test_imports_point_down() -> None:
    parts = {part(path) for path in FILES}
    assert parts - set(LAYERS) == {"init", "main", "version"}
    upward = {}
    for path in FILES:
        if (layer := part(path)) in LAYERS:
            upward[str(path)] = imported(path) & set(LAYERS[: LAYERS.index(layer)])
    assert {path: above for path, above in upward.items() if above} == {}


def drawn() -> set[tuple[str, str]]:
    """The arrows of CONTRIBUTING's picture."""
    picture = (PACKAGE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```mermaid\n")[1]
    arrows = re.findall(r"^ +(\w+)(?:\[.*?\])? --> (\w+)", picture.split("```")[0], re.MULTILINE)
    return {(start, end) for start, end in arrows}


def part(path: Path) -> str:
    """The part of the package a module belongs to: ``init`` for the public names."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py").strip("_")


def arrows() -> set[tuple[str, str]]:
    """The imports between the parts; what is no part is a public name."""
    parts = set(map(part, FILES))
    found = {(part(path), name.strip("_")) for path in FILES for name in imported(path)}
    named = {(a, b if b in parts else "init") for a, b in found if not {a, b} & {"main", "version"}}
    return {(a, b) for a, b in named if a != b}


def reachable(start: str, all_arrows: set[tuple[str, str]]) -> set[str]:
    """The parts below one of them."""
    below = {end for first, end in all_arrows if first == start}
    return below.union(*(reachable(part, all_arrows) for part in below))


def test_the_picture_shows_what_is_there() -> None:
    real, picture = arrows(), drawn()
    below = {start: reachable(start, picture) for start, _ in real}
    assert picture - real == set()
    assert [(a, b) for a, b in real if b not in {"arguments", "chars", "lazy"} | below[a]] == []


@pytest.mark.parametrize(
    "statement",
    ["import textnorm", "import sys; sys.argv[1:] = ['--version']; import textnorm.cli; textnorm.cli.main()"],
)
def test_nothing_heavy_is_loaded(statement: str) -> None:
    script = f"try:\n    exec({statement!r})\nexcept SystemExit:\n    pass\nimport sys\nprint(sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(PACKAGE.parent)},
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_public_name_is_there() -> None:
    for name in textnorm.__all__:
        assert getattr(textnorm, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'normalizer'"):
        textnorm.normalizer  # noqa: B018


def test_no_module_hides_a_public_function() -> None:
    """Importing ``textnorm.x`` sets the attribute ``x`` of the package, so no module may be called like a public name."""
    assert {part(path) for path in FILES} & set(textnorm.__all__) == set()


def test_normalize_is_normalise() -> None:
    assert textnorm.normalize is textnorm.normalise
