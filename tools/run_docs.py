"""Run what the documentation says: every command and every example of the README and the guides.

    python tools/run_docs.py                 all of it, but what is marked as install
    python tools/run_docs.py --install       those too: they need a package index, and run the whole suite
    python tools/run_docs.py README.md …     some files only

A block fenced as ```` ```sh ```` is run by bash, in a copy of the repository that is thrown away, with
``textnorm`` on the path; the blocks of one file run one after the other in one copy, so a later one finds
the files of an earlier one. ```` ```sh install ```` is for commands that need the network; ```` ```console ````
is never run. Examples with ``>>>`` run as doctests, those of one file in one go. The exit code is 1 when
something failed.
"""

from __future__ import annotations

import argparse
import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
#: what the commands of the documentation find in the copy
COPIED = ("src", "fixtures", "tests", "pyproject.toml", "README.md", "LICENSE", "NOTICE", "docs", "tools")
_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the first line of its body, the words after the fence, the body."""

    line: int
    info: str
    body: str


def pages() -> list[Path]:
    """The documents that are run."""
    guides = sorted((ROOT / "docs" / "guides").glob("*.md"))
    return [*sorted(ROOT.glob("*.md")), ROOT / "docs" / "index.md", *guides]


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a document, in order."""
    for match in _FENCE.finditer(text):
        yield Block(text.count("\n", 0, match.start("body")) + 1, match["info"].strip(), match["body"])


def commands(text: str, *, install: bool = False) -> list[Block]:
    """The blocks that bash runs."""
    wanted = {"sh", "sh install"} if install else {"sh"}
    return [block for block in blocks(text) if block.info in wanted]


def run_examples(page: Path) -> list[str]:
    """Run the doctests of a page; what went wrong, one text a failure."""
    said: list[str] = []
    test = doctest.DocTestParser().get_doctest(page.read_text(encoding="utf-8"), {}, page.name, str(page), 0)
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    return said


def run_commands(page: Path, *, install: bool = False) -> list[str]:
    """Run the commands of a page in one copy of the repository; what went wrong."""
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        place = _copy(Path(folder))
        for block in commands(page.read_text(encoding="utf-8"), install=install):
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", block.body],
                cwd=place,
                env=_environment(Path(folder)),
                capture_output=True,
                check=False,
            )
            if done.returncode:
                said = done.stderr.decode("utf-8", "replace").strip()
                failures.append(
                    f"{page.name}:{block.line}: exit code {done.returncode}\n{block.body}{said}\n"
                )
    return failures


def _copy(folder: Path) -> Path:
    """A copy of the repository in *folder*, and a ``textnorm`` that runs it."""
    place = folder / "textnorm"
    place.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    command = folder / "bin" / "textnorm"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m textnorm "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (command.parent / "python").symlink_to(sys.executable)
    return place


def _environment(folder: Path) -> dict[str, str]:
    # next to the link the interpreter would not find its packages, so they are named
    found = os.pathsep.join([str(folder / "textnorm" / "src"), *filter(None, sys.path[1:])])
    path = os.pathsep.join([str(folder / "bin"), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "PYTHONPATH": found, "PYTHONDONTWRITEBYTECODE": "1"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the pages that are named, or all of them."""
    parser = argparse.ArgumentParser(description="Run every command and example of the documentation.")
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGE")
    parser.add_argument("--install", action="store_true", help="also what needs a package index")
    args = parser.parse_args(argv)
    failed = 0
    for page in args.pages or pages():
        failures = [*run_examples(page), *run_commands(page, install=args.install)]
        print(f"{page.name}: {'fine' if not failures else f'{len(failures)} failed'}", flush=True)
        for failure in failures:
            print(failure, file=sys.stderr)
        failed += bool(failures)
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
