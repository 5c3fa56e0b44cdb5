"""What the pages for developers name is there: files, functions, constants."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.source import PACKAGE

ROOT = PACKAGE.parents[1]
FOLDERS = (
    "src/textnorm",
    "tests",
    "tools",
    "benchmarks",
    "requirements",
    ".ci",
    ".github/workflows",
    "docs",
    "fixtures",
)
PATHS = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
#: what a recipe has a developer make
TO_BE_MADE = {"NAME.py", "src/textnorm/cli/formats/NAME.py"}
PAGES = ["CONTRIBUTING.md", "docs/internals.md", "docs/torture.md"]


def spans_of_code(page: str) -> set[str]:
    """The spans of code of a page that stand in its prose."""
    prose = re.sub(r"(?ms)^```.*?^```", "", (ROOT / page).read_text(encoding="utf-8"))
    return set(re.findall(r"`([^`\n]+)`", prose))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    ends = [f"/{path.relative_to(ROOT).as_posix()}" for path in [*PATHS, *ROOT.glob("*.*")]]
    named = {
        word
        for span in spans_of_code(page)
        for word in re.findall(r"(?<![\w/.*-])[\w./-]*\w\.(?:py|c|h|toml|json|bin|sh|pages|yml|md)\b", span)
    }
    generated = {name for name in named if name.endswith("tables.bin")}
    missing = {
        name for name in named - TO_BE_MADE - generated if not any(end.endswith(f"/{name}") for end in ends)
    }
    assert named
    assert missing == set()


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/internals.md"])
def test_every_name_of_code_is_there(page: str) -> None:
    words = set(
        re.findall(r"\w+", " ".join(path.read_text(encoding="utf-8") for path in PATHS if in_code(path)))
    )
    named = {span for span in spans_of_code(page) if re.fullmatch(r"\w+(?:\.\w+)*(?:\(\))?", span)}
    identifiers = {name for name in named if re.search(r"[a-z]\.\w|_|^[A-Z]+$", name)}
    assert {name for name in identifiers if re.findall(r"\w+", name)[-1] not in words} == set()


def in_code(path: Path) -> bool:
    """Whether a file is code or data that names are looked for in."""
    return path.suffix in {".py", ".c", ".h", ".toml", ".sh"} and path != Path(__file__)
