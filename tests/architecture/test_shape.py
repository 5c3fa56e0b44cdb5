"""The source stays readable: small files and functions, imports without circles, the words of the field."""

from __future__ import annotations

import ast
import re
import statistics
from collections import Counter
from pathlib import Path

from support.shared_data import ROOT
from support.source import FILES, PACKAGE, imports, statements, tree

#: words of an older private language, with what the glossary says instead
OLD_WORDS = {
    "quick road": "fast path",
    "whole road": "full pipeline",
    "furniture": "boilerplate",
    "witness": "evidence",
    "alien": "foreign",
    "odd characters": "trigger characters",
    "odd spaces": "non-ASCII spaces",
    "memo": "cache",
    "atoms": "morphemes",
    "leftover": "artefact",
    "residue": "artefacts, boilerplate",
    "rescue": "metadata lines",
    "in hand": "current",
    "none of ours": "not supported",
    "so many": "at most, at least, the first N",
    "blanks": "spaces",
    "filled line": "non-blank line",
    "twin": "equivalent",
}

#: words that a docstring of a function cannot begin with, since they are no verbs
NO_VERBS = frozenset(
    "the a an one this that these those what whether which where when who how why if as in of at on by for from with"
    " like only not no nothing all both each every some any same it its they there is are does and or so true false".split()
)
#: names that files of several packages share, since they hold the same of each
SHARED_NAMES = {
    "api.py": "the public functions of a package",
    "options.py": "the immutable object by which callers ask a package for more or less",
    "results.py": "what those public functions give",
    "rules.py": "the rules of a package as data; below cli/commands, which has a file a command, the command that shows them",
}


def functions(path: Path) -> list[tuple[str, int]]:
    """The functions of a file, each with its lines without the docstring."""
    found = []
    for node in statements(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node, clean=False) or ""
            length = (node.end_lineno or 0) - node.lineno + 1 - len(docstring.splitlines())
            found.append((node.name, length))
    return found


def test_files_are_small() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {str(path): length for path, length in lengths.items() if length > 300} == {}


def test_functions_are_small_and_most_of_them_very_small() -> None:
    lengths = [(str(path), name, length) for path in FILES for name, length in functions(path)]
    assert [one for one in lengths if one[2] > 40] == []
    assert statistics.median(length for _, _, length in lengths) <= 8


def test_docstrings_of_functions_begin_with_a_verb() -> None:
    """The list of words that are no verbs need not be whole: it has those that docstrings begin with otherwise."""
    first = {
        f"{path.relative_to(PACKAGE)}: {node.name}": docstring.split()[0].strip(":,.").lower()
        for path in FILES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and (docstring := ast.get_docstring(node))
    }
    assert {name: word for name, word in first.items() if word in NO_VERBS} == {}


def test_no_import_goes_in_a_circle() -> None:
    names = {".".join(["textnorm", *path.relative_to(PACKAGE).with_suffix("").parts]): path for path in FILES}
    graph = {name: imports(path, everywhere=False) & set(names) for name, path in names.items()}
    done: set[str] = set()
    while ready := {name for name in graph if name not in done and graph[name] <= done}:
        done |= ready
    assert set(graph) - done == set()


def test_files_of_one_name_hold_the_same_of_each_package() -> None:
    """Whoever reads `context.py` in a trace or a list of open files should know which; a new twin gets a name of its own."""
    paths = {path.relative_to(PACKAGE).as_posix() for path in FILES}
    names = Counter(path.rpartition("/")[2] for path in paths)
    assert {name for name, times in names.items() if times > 1} == set(SHARED_NAMES) | {"__init__.py"}


def test_the_words_are_those_of_the_glossary() -> None:
    paths = [
        *FILES,
        *PACKAGE.rglob("*.[ch]"),
        *PACKAGE.rglob("*.toml"),
        *(ROOT / "docs").rglob("*.md"),
        *(path for path in ROOT.glob("*.md") if path.name != "CHANGELOG.md"),
    ]
    old = re.compile(rf"\b(?:{'|'.join(OLD_WORDS)})s?\b", re.IGNORECASE)
    used = {str(path): old.findall(path.read_text(encoding="utf-8")) for path in paths}
    assert {path: words for path, words in used.items() if words} == {}
