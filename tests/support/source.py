"""The source as data: its files, their syntax trees and what each imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import textnorm

PACKAGE = Path(textnorm.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def statements(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements of a module, those inside others too, without a look at expressions."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        for inner in getattr(node, field, ()):
            if isinstance(inner, ast.stmt):
                yield inner
            yield from statements(inner)


@cache
def imports(path: Path, *, everywhere: bool) -> set[str]:
    """The dotted names of ours that a file imports: when it is imported itself, or *everywhere*, inside functions too."""
    package = ["textnorm", *path.relative_to(PACKAGE).parts[:-1]]
    found: set[str] = set()
    for node in statements(tree(path)) if everywhere else tree(path).body:
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            found |= {name, *(f"{name}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] == "textnorm"}
