"""Recall of typed queries on a corpus: one field of SEARCH against the two fields of `search_keys`.

    python benchmarks/search.py CORPUS.jsonl.gz [--windows 2000]

CORPUS has a JSON object with a field ``text`` a line; its lines outside HTML comments are documents. Windows of one to three words that hold a half-space are drawn from
its lines (with a fixed seed) and typed as they are, with spaces and glued; a query is found when the line it was drawn
from has its key as whole words. A hit on any line that does not hold the letters of the window is false.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator

from textnorm import SEARCH, normalise, search_keys

ZWNJ = "\u200c"
_WORDS = re.compile(r"[آ-یءأؤئ\u200c\u0654\u064b]+(?: [آ-یءأؤئ\u200c\u0654\u064b]+)*")


def windows(lines: list[str], most: int) -> list[tuple[int, str]]:
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


def tokens(text: str) -> str:
    """Return the words of a key between single spaces, as a tokeniser would part them."""
    return " " + " ".join(re.findall(r"[^\W_]+", text)) + " "


def letters(text: str) -> str:
    """Return what two texts share that differ in spaces alone."""
    return re.sub(r"\W", "", search_keys(text).glued)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus")
    parser.add_argument("--windows", type=int, default=2000)
    arguments = parser.parse_args()
    with gzip.open(arguments.corpus, "rt", encoding="utf-8") as stream:
        lines = [
            line
            for row in stream
            for line in json.loads(row)["text"].split("\n")
            if ZWNJ in line and "<!--" not in line
        ]
    keys = [search_keys(line) for line in lines]
    glued, spaced = [tokens(key.glued) for key in keys], [tokens(key.spaced) for key in keys]
    single = [tokens(normalise(line, SEARCH)) for line in lines]
    bare = [letters(line) for line in lines]
    missed: Counter[str] = Counter()
    hits = false = 0
    drawn = windows(lines, arguments.windows)
    for number, window in drawn:
        for way, sign in (("half-space", ZWNJ), ("space", " "), ("glued", "")):
            typed = window.replace(ZWNJ, sign)
            query = search_keys(typed)
            q_glued, q_spaced = tokens(query.glued), tokens(query.spaced)
            missed[f"two fields, {way}"] += not (q_glued in glued[number] or q_spaced in spaced[number])
            missed[f"one field, {way}"] += tokens(normalise(typed, SEARCH)) not in single[number]
            found = [at for at in range(len(lines)) if q_glued in glued[at] or q_spaced in spaced[at]]
            wanted = letters(window)
            hits += len(found)
            false += sum(wanted not in bare[at] for at in found)
    print(f"{len(lines)} lines, {len(drawn)} windows, {hits} hits of two fields, {false} false")
    for name, count in missed.items():
        print(f"{name}: {count} missed")


if __name__ == "__main__":
    main()
