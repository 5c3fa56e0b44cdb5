"""Every regular expression of the package, where it is compiled, and texts made to lead it astray.

As a script it imports all modules, runs the functions so that what is compiled late is compiled too, and
prints the patterns as JSON lines: file, line, pattern, flags.
"""

from __future__ import annotations

import ast
import json
import os
import pkgutil
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from support.shared_data import ROOT

SOURCE = ROOT / "src" / "textnorm"
#: integrations need Spark and datatrove; they hold no pattern (the test of the call sites says so)
_LEFT_OUT = ("textnorm.integrations", "textnorm.__main__")
_FUNCTIONS = {"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"}
#: methods that try a pattern at one place of a text only
_AT_ONE_PLACE = {"match", "fullmatch"}


class Found(NamedTuple):
    """A pattern, and the line that compiled it."""

    file: str
    line: int
    pattern: str
    flags: int


def call_sites() -> set[tuple[str, int, int]]:
    """Return where the source compiles a pattern: file, first and last line of the call."""
    return {
        (file, node.lineno, node.end_lineno or node.lineno)
        for file, tree in _trees().items()
        for node in ast.walk(tree)
        if _compiles(node)
    }


def patterns_of_regex() -> set[str]:
    """Return the patterns that the source gives to the package `regex`, which the search cannot take apart."""
    return {
        ast.literal_eval(node.args[0])
        for tree in _trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "regex.compile"
    }


@cache
def asked_at_one_place() -> set[tuple[str, int]]:
    """Return file and lines of the patterns of which the whole source only ever asks `match` or `fullmatch`.

    Such a pattern has a name of its own in its module, and the name stands nowhere but before one of the two; or it is
    compiled for one of them alone.
    """
    found = set()
    for file, tree in _trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _AT_ONE_PLACE and _compiles(node.value):
                found |= {(file, line) for line in range(node.lineno, (node.end_lineno or 0) + 1)}
        for node in tree.body:
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            bound = isinstance(node.value, ast.Attribute)
            if _compiles(node.value.value if bound else node.value):
                uses = [node.value.attr] if bound else list(_uses(node.targets[0].id, file))
                if uses and set(uses) <= _AT_ONE_PLACE:
                    found |= {(file, line) for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    return found


def _uses(name: str, home: str) -> Iterator[str]:
    """Yield the method that each mention of a name asks for, or nothing where it is handed on."""
    for file, (imported, names, attributes) in _mentions().items():
        if file == home or name in imported:
            yield from names.get(name, ())
        yield from attributes.get(name, ())


Uses = dict[str, list[str]]


@cache
def _mentions() -> dict[str, tuple[set[str], Uses, Uses]]:
    """Return for each file the names it imports, and what is asked of names, and of attributes by the same name."""
    found: dict[str, tuple[set[str], Uses, Uses]] = {}
    for file, tree in _trees().items():
        imported, names, attributes = found.setdefault(file, (set(), {}, {}))
        parents = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            parent = parents.get(id(node))
            asked = parent.attr if isinstance(parent, ast.Attribute) else ""
            if isinstance(node, ast.ImportFrom):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                names.setdefault(node.id, []).append(asked)
            elif isinstance(node, ast.Attribute):
                attributes.setdefault(node.attr, []).append(asked)
    return found


@cache
def _trees() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(SOURCE)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


def _compiles(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id == "lazy_pattern"
    return (
        isinstance(node.func, ast.Attribute)
        and node.func.attr in _FUNCTIONS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    )


def record() -> Iterator[Found]:
    """Yield what is compiled while everything is imported and run; needs a fresh interpreter."""
    seen: dict[Found, None] = {}
    compiling = re._compile  # type: ignore[attr-defined]

    def note(frame: FrameType, compiled: re.Pattern[Any]) -> None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(SOURCE) and path.name != "lazy.py":
            # byte patterns are tried as if they were written for text
            text = (
                compiled.pattern if isinstance(compiled.pattern, str) else compiled.pattern.decode("latin-1")
            )
            seen[Found(str(path.relative_to(SOURCE)), frame.f_lineno, text, compiled.flags)] = None

    def noticed(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(1)
        while frame.f_code.co_filename == re.__file__ and frame.f_back:
            frame = frame.f_back
        compiled = compiling(pattern, flags)
        note(frame, compiled)
        return compiled

    def noticed_lazy(pattern: Any, flags: int = 0) -> Any:
        note(sys._getframe(1), compiling(pattern, flags))
        return making(pattern, flags)

    re._compile = noticed  # type: ignore[attr-defined]
    from textnorm import lazy

    making, lazy.lazy_pattern = lazy.lazy_pattern, noticed_lazy
    _run_everything()
    yield from seen


def _run_everything() -> None:
    import textnorm

    for module in pkgutil.walk_packages(textnorm.__path__, "textnorm."):
        if not module.name.startswith(_LEFT_OUT):
            import_module(module.name)
    from support import outputs

    for deed in outputs.DEEDS.values():
        for text in outputs.corpus():
            deed(text)
    for rule in textnorm.rules():
        rule.apply("باد")
    _run_parts()
    _run_commands()


def _run_parts() -> None:
    """Run what none of the outputs calls: blocks, exports, what is made for the core."""
    from textnorm import read_records
    from textnorm.cli.formats.sniff import is_telegram
    from textnorm.extracted import hinted_patterns, pieces, portions, word_evidence
    from textnorm.pages.markup.jsonld import _tags
    from textnorm.script.blocks import blocks

    for text in ("<script>a</script>\n", "---\na: b\n---\n"):
        list(blocks(text))
    is_telegram("{}")
    word_evidence.classes()
    hinted_patterns._tables([[(None, "a", None)]])
    pieces.joined_again(["ها را خانه به روم می من"])
    _tags("a, b")
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder, "feed.rss")
        item = "<item><title>a</title><author>a@b.c (A)</author><description>b</description></item>"
        feed.write_text(f'<?xml version="1.0"?><rss version="2.0"><channel>{item}</channel></rss>', "utf-8")
        list(read_records(feed))
    portions._with_kashidas("ک==تاب", "=")


def _run_commands() -> None:
    from textnorm.cli import main

    with tempfile.TemporaryDirectory() as folder:
        table, rows = Path(folder, "table.csv"), Path(folder, "rows.jsonl")
        table.write_text('id,text\n1,"باد, ""باران"""\n', encoding="utf-8")
        rows.write_text('{"post": {"text": "باد"}}\n', encoding="utf-8")
        document = Path(folder, "document.docx")
        with zipfile.ZipFile(document, "w") as archive:
            archive.writestr("word/document.xml", "<w:p><w:r><w:t>باد</w:t></w:r></w:p>")
        for command in (
            ["normalise", "--explain", str(ROOT / "README.md")],
            ["normalise", "--diff", str(ROOT / "README.md")],
            ["normalise", "--column", "text", str(table)],
            ["normalise", "--field", "post.text", str(rows)],
            ["normalise", "-o", str(Path(folder, "done.docx")), str(document)],
            ["dates", "--json", str(ROOT / "README.md")],
            ["fixtures", str(ROOT / "fixtures")],
        ):
            assert _quietly(main, command) == 0, command


def _quietly(main: Callable[[list[str]], int], command: list[str]) -> int:
    """The exit code of a command that writes to nowhere; it needs a real standard output."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        return main(command)
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept), os.close(nowhere)


if __name__ == "__main__":
    for found in record():
        print(json.dumps(found))
