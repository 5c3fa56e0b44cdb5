"""Recall of typed queries on a corpus: one field of SEARCH against the two fields of `search_keys`, on real engines.

    python benchmarks/search.py CORPUS.jsonl.gz [--windows 2000] [--engine sqlite] [--engine postgresql] ...

CORPUS has a JSON object with a field ``text`` a line; its lines outside HTML comments are documents. Windows of one to
three words that hold a half-space are drawn from its lines (with a fixed seed) and typed as they are, with spaces, glued,
and mixed (each half-space in its own way). A query is found when the line it was drawn from is among the hits. A hit on
any line that does not hold the letters of the window, in their order, is false: none of a phrase should be, and of all
words anywhere in a line some are.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from textnorm import SEARCH, normalise
from textnorm.integrations.search.query import field_texts

ZWNJ = "\u200c"
_WORDS = re.compile(r"[آ-یءأؤئ\u200c\u0654\u064b]+(?: [آ-یءأؤئ\u200c\u0654\u064b]+)*")
WAYS = ("half-space", "space", "glued", "mixed")


def windows(lines: Sequence[str], most: int) -> list[tuple[int, str]]:
    """Return (number of the line, window), drawn anew but always the same."""
    found = [(number, window) for number, line in enumerate(lines) for window in _windows(line)]
    random.Random(1).shuffle(found)
    return found[:most]


def _windows(line: str) -> Iterator[str]:
    for run in _WORDS.findall(line):
        words = run.split(" ")
        for size in (1, 2, 3):
            for at in range(len(words) - size + 1):
                window = " ".join(words[at : at + size])
                if ZWNJ in window.strip(ZWNJ):
                    yield window


def typed(window: str, way: str) -> str:
    """Return a window as somebody types it who has a way with half-spaces."""
    if way == "mixed":
        choice = random.Random(window)
        return re.sub(ZWNJ, lambda _: choice.choice((ZWNJ, " ", "")), window)
    return window.replace(ZWNJ, {"half-space": ZWNJ, "space": " ", "glued": ""}[way])


def letters(text: str) -> str:
    """Return what two texts share that differ in spaces alone."""
    return field_texts(text).glued.replace(" ", "")


def one_field(lines: Sequence[str], drawn: Sequence[tuple[int, str]], way: str) -> int:
    """Return how many windows the single field of SEARCH misses, as phrases."""

    def tokens(text: str) -> str:
        return " " + " ".join(re.findall(r"[^\W_]+", normalise(text, SEARCH))) + " "

    return sum(tokens(typed(window, way)) not in tokens(lines[number]) for number, window in drawn)


def measure(
    lines: Sequence[str], drawn: Sequence[tuple[int, str]], hits: Sequence[set[int]], bare: Sequence[str]
) -> tuple[int, int, int]:
    """Return how many windows are missed, and how many hits there are and are false."""
    missed = sum(number not in found for (number, _), found in zip(drawn, hits, strict=True))
    false = 0
    for (_, window), found in zip(drawn, hits, strict=True):
        wanted = letters(window)
        false += sum(wanted not in bare[at] for at in found)
    return missed, sum(map(len, hits)), false


def read(corpus: str) -> list[str]:
    """Return the lines of a corpus that hold a half-space."""
    with gzip.open(corpus, "rt", encoding="utf-8") as stream:
        rows = [json.loads(row)["text"] for row in stream]
    return [line for text in rows for line in text.split("\n") if ZWNJ in line and "<!--" not in line]


def main() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from support.search_engines import ENGINES, missing

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus")
    parser.add_argument("--windows", type=int, default=2000)
    parser.add_argument("--engine", action="append", choices=tuple(ENGINES))
    arguments = parser.parse_args()
    lines = read(arguments.corpus)
    bare = [letters(line) for line in lines]
    drawn = windows(lines, arguments.windows)
    print(f"{len(lines)} lines, {len(drawn)} windows")
    for way in WAYS:
        print(f"one field, {way}: {one_field(lines, drawn, way)} missed")
    for name in arguments.engine or [name for name in ENGINES if not missing(name)]:
        with tempfile.TemporaryDirectory() as folder, ENGINES[name](lines, Path(folder) / name) as find:
            for phrase in (True, False):
                for way in WAYS:
                    hits = find([typed(window, way) for _, window in drawn], phrase)
                    missed, total, false = measure(lines, drawn, hits, bare)
                    kind = "phrase" if phrase else "all words"
                    print(f"{name}, {kind}, {way}: {missed} missed, {total} hits, {false} false", flush=True)


if __name__ == "__main__":
    main()
