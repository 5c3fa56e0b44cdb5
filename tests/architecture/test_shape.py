"""The source stays readable: small files and functions, imports without circles, the words of the field."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

import pytest

from support.shared_data import ROOT

SOURCE = ROOT / "src" / "textnorm"
FILES = sorted(SOURCE.rglob("*.py"))
#: words of an older private language, with what the glossary says instead
OLD_WORDS = {
    "quick road": "fast path",
    "whole road": "full pipeline",
    "furniture": "boilerplate",
    "witness": "evidence",
    "alien": "foreign",
    "odd characters": "trigger characters",
    "memo": "cache",
    "atoms": "morphemes",
    "leftover": "artefact",
    "so many": "at most, at least, the first N",
    "blanks": "spaces",
}


def functions(path: Path) -> list[tuple[str, int]]:
    """The functions of a file, each with its lines without the docstring."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node, clean=False) or ""
            length = (node.end_lineno or 0) - node.lineno + 1 - len(docstring.splitlines())
            found.append((node.name, length))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert [(name, length) for name, length in functions(path) if length > 40] == []


def test_most_functions_are_very_small() -> None:
    assert statistics.median(length for path in FILES for _, length in functions(path)) <= 8


def imports(path: Path) -> set[str]:
    """The modules of ours that a file imports when it is imported itself (not inside functions)."""
    package = ["textnorm", *path.relative_to(SOURCE).parts[:-1]]
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            found |= {name, *(f"{name}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] == "textnorm"}


def test_no_import_goes_in_a_circle() -> None:
    names = {".".join(["textnorm", *path.relative_to(SOURCE).with_suffix("").parts]): path for path in FILES}
    graph = {name: imports(path) & set(names) for name, path in names.items()}
    done: set[str] = set()
    while ready := {name for name in graph if name not in done and graph[name] <= done}:
        done |= ready
    assert set(graph) - done == set()


@pytest.mark.parametrize("word", OLD_WORDS)
def test_the_words_are_those_of_the_glossary(word: str) -> None:
    texts = [
        *FILES,
        *SOURCE.rglob("*.[ch]"),
        *SOURCE.rglob("*.toml"),
        *(ROOT / "docs").rglob("*.md"),
        *ROOT.glob("README*.md"),
    ]
    pattern = re.compile(rf"\b{word}s?\b", re.IGNORECASE)
    assert [str(path) for path in texts if pattern.search(path.read_text(encoding="utf-8"))] == []
