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
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from support.shared_data import ROOT

SOURCE = ROOT / "src" / "textnorm"
#: integrations need Spark and datatrove; they hold no pattern (the test of the call sites says so)
_LEFT_OUT = ("textnorm.integrations", "textnorm.__main__")
_FUNCTIONS = {"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"}


class Found(NamedTuple):
    """A pattern, and the line that compiled it."""

    file: str
    line: int
    pattern: str
    flags: int


def call_sites() -> set[tuple[str, int, int]]:
    """Where the source compiles a pattern: file, first and last line of the call."""
    return {
        (str(path.relative_to(SOURCE)), node.lineno, node.end_lineno or node.lineno)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _FUNCTIONS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("re", "regex")
    }


def record() -> Iterator[Found]:
    """What is compiled while everything is imported and run; needs a fresh interpreter."""
    seen: dict[Found, None] = {}
    compiling = re._compile  # type: ignore[attr-defined]

    def noticed(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(1)
        while frame.f_code.co_filename == re.__file__ and frame.f_back:
            frame = frame.f_back
        path = Path(frame.f_code.co_filename)
        compiled = compiling(pattern, flags)
        if path.is_relative_to(SOURCE):
            # byte patterns are tried as if they were written for text
            text = (
                compiled.pattern if isinstance(compiled.pattern, str) else compiled.pattern.decode("latin-1")
            )
            seen[Found(str(path.relative_to(SOURCE)), frame.f_lineno, text, compiled.flags)] = None
        return compiled

    re._compile = noticed  # type: ignore[attr-defined]
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
    """Run what none of the outputs calls: blocks, exports."""
    from textnorm import read_records
    from textnorm.cli.formats.sniff import is_telegram
    from textnorm.pages.markup.jsonld import _tags
    from textnorm.script.blocks import blocks

    for text in ("<script>a</script>\n", "---\na: b\n---\n"):
        list(blocks(text))
    is_telegram("{}")
    _tags("a, b")
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder, "feed.rss")
        item = "<item><title>a</title><author>a@b.c (A)</author><description>b</description></item>"
        feed.write_text(f'<?xml version="1.0"?><rss version="2.0"><channel>{item}</channel></rss>', "utf-8")
        list(read_records(feed))


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
