"""Run what the documentation says: every command and every example of the README and the guides.

    python tools/run_docs.py                 all of it, but what is marked as install
    python tools/run_docs.py --install       those too, each once: they need a package index, and run the whole suite
    python tools/run_docs.py README.md …     some files only

A block fenced as ```` ```sh ```` is run by bash, in a copy of the repository that is thrown away, with
``textnorm`` on the path; the blocks of one file run one after the other in one copy, so a later one finds
the files of an earlier one. ```` ```sh install ```` is for commands that need the network: they see nothing but
the copy and a bare Python, as on a new machine. ```` ```console ```` is never run. Examples with ``>>>`` run as doctests, those of one file in one go. The exit code is 1 when
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
#: what a clone does not have
NOT_COPIED = (".git", ".venv*", "__pycache__", "*_cache", ".hypothesis", "build", "dist", "site")
_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the first line of its body, the words after the fence, the body."""

    line: int
    info: str
    body: str


def pages() -> list[Path]:
    """The documents that are run."""
    docs = ROOT / "docs"
    return [
        *sorted(ROOT.glob("*.md")),
        docs / "index.md",
        docs / "romanisation.md",
        *sorted(docs.glob("guides/*.md")),
    ]


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a document, in order."""
    for match in _FENCE.finditer(text):
        yield Block(text.count("\n", 0, match.start("body")) + 1, match["info"].strip(), match["body"])


def commands(text: str) -> list[Block]:
    """The blocks that bash runs when nothing is to be installed."""
    return [block for block in blocks(text) if block.info == "sh"]


def installs(text: str) -> list[Block]:
    """The blocks that begin on a machine with nothing but Python."""
    return [block for block in blocks(text) if block.info == "sh install"]


def run_examples(page: Path) -> list[str]:
    """Run the doctests of a page; what went wrong, one text a failure."""
    said: list[str] = []
    test = doctest.DocTestParser().get_doctest(page.read_text(encoding="utf-8"), {}, page.name, str(page), 0)
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    return said


def run_commands(page: Path) -> list[str]:
    """Run the commands of a page in one copy of the repository; what went wrong."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        place, environment = _copy(Path(folder)), _environment(Path(folder))
        return [said for block in commands(text) if (said := _run(page, block, place, environment))]


def run_installs(page: Path, seen: set[str]) -> list[str]:
    """Run each block of a page that installs, and was not *seen* before, in a copy of its own."""
    failures = []
    for block in installs(page.read_text(encoding="utf-8")):
        if block.body in seen:
            continue
        seen.add(block.body)
        with tempfile.TemporaryDirectory() as folder:
            place, environment = _copy(Path(folder)), _bare_environment(Path(folder))
            failures += filter(None, [_run(page, block, place, environment)])
    return failures


def _run(page: Path, block: Block, place: Path, environment: dict[str, str]) -> str | None:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block.body],
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if not done.returncode:
        return None
    said = done.stdout.decode("utf-8", "replace")[-5000:].strip()
    return f"{page.name}:{block.line}: exit code {done.returncode}\n{block.body}{said}\n"


def _copy(folder: Path) -> Path:
    """A copy of the repository in *folder*."""
    place = folder / "textnorm"
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*NOT_COPIED), symlinks=True)
    return place


def _environment(folder: Path) -> dict[str, str]:
    """Where ``textnorm`` and ``python`` run the copy, with the packages that are here."""
    run = f'PYTHONPATH="{folder / "textnorm" / "src"}" exec "{sys.executable}"'
    return _with_scripts(folder, {"textnorm": f'{run} -m textnorm "$@"', "python": f'{run} "$@"'})


def _bare_environment(folder: Path) -> dict[str, str]:
    """Where ``python3`` is the interpreter itself, without the packages that are here."""
    interpreter = getattr(sys, "_base_executable", sys.executable)
    return _with_scripts(folder, {"python3": f'exec "{interpreter}" "$@"'})


def _with_scripts(folder: Path, scripts: dict[str, str]) -> dict[str, str]:
    place = folder / "bin"
    place.mkdir()
    for name, script in scripts.items():
        (place / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (place / name).chmod(0o755)
    path = os.pathsep.join([str(place), os.environ.get("PATH", "")])
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return {**kept, "PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the pages that are named, or all of them."""
    parser = argparse.ArgumentParser(description="Run every command and example of the documentation.")
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGE")
    parser.add_argument("--install", action="store_true", help="also what needs a package index")
    args = parser.parse_args(argv)
    failed = 0
    seen: set[str] = set()
    for page in args.pages or pages():
        failures = [*run_examples(page), *run_commands(page)]
        if args.install:
            failures += run_installs(page, seen)
        print(f"{page.name}: {'fine' if not failures else f'{len(failures)} failed'}", flush=True)
        for failure in failures:
            print(failure, file=sys.stderr)
        failed += bool(failures)
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
