"""How fast are texts out of PDF files repaired? Usage: python benchmarks/extracted.py TEXTS.jsonl.gz [--rounds 5]

Each line of the file is an object with ``text`` and ``tool``, the reader. One call a text, CPU time, MB of UTF-8 a second:
``first`` is the first round of a fresh process, ``known`` the median of further rounds, in which the words are known and
the lines are not (what is remembered of lines and texts is forgotten before each call).
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from textnorm import normalise, repair_extracted
from textnorm.extracted import (
    clues,
    glance,
    hinted_patterns,
    judged_lines,
    pieces,
    turned_parts,
    word_evidence,
    word_order,
)

REMEMBERED = (
    clues._clues,
    clues.windows,
    word_evidence.pieces,
    pieces.wide_gaps,
    glance.calls,
    judged_lines.lines_of,
    judged_lines.sample,
    judged_lines.sampled,
    judged_lines.in_one_text,
    word_order._arranged,
    word_order._arrangement,
    word_order._orders,
    turned_parts._is_proven,
)


def forget() -> None:
    """Forget what is remembered of lines and texts."""
    for function in REMEMBERED:
        function.cache_clear()
    for group in (hinted_patterns.OF_TEXTS, hinted_patterns.OF_LINES, hinted_patterns.OF_SHAPES):
        for text in ("", "."):
            hinted_patterns.places_in(text, group)


def speeds(texts: list[tuple[str, str]]) -> dict[str, float]:
    """Return megabytes a second by tool, and of all."""
    sizes: dict[str, int] = defaultdict(int)
    seconds: dict[str, float] = defaultdict(float)
    for tool, text in texts:
        forget()
        start = time.process_time()
        repair_extracted(text)
        spent = time.process_time() - start
        for name in (tool, "all"):
            sizes[name] += len(text.encode())
            seconds[name] += spent
    return {name: sizes[name] / seconds[name] / 1e6 for name in sizes}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with gzip.open(arguments.texts, "rt", encoding="utf-8") as file:
        texts = [(found["tool"], found["text"]) for found in map(json.loads, file)]
    normalise("سلام دنیا")
    repair_extracted("سلام دنیا")
    first = speeds(texts)
    known = [speeds(texts) for _ in range(arguments.rounds)]
    for name in sorted(first):
        print(
            f"{name:12s} first {first[name]:5.2f}  known {median(found[name] for found in known):5.2f} MB/s"
        )


if __name__ == "__main__":
    main()
