#!/usr/bin/env python3
"""Learn the weights of words in short lines: python tools/train_word_weights.py WEIGHTS.json FILE ...

WEIGHTS.json is src/textnorm/pages/data/word_weights.json, made of fixtures/pages/*.pages and of the pages of
data/pages/fa_dev1.jsonl and fa_dev2.jsonl. Each weight is the logarithm, in tenths, of how much more often a word stands in
short lines of one label than in those of others; a word that begins or ends a line is counted as such, too. Words of few
pages, and those that say little, are left out. The models that see these weights (the line model and the comment model) are
trained after them, each page with weights that were learned from other files.
"""

from __future__ import annotations

import argparse
import json
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from labelled_pages import Row, reading

from textnorm.pages.posts.word_weights import FIRST, KINDS, LAST, seen_words

#: for each kind the labels of lines that have it, and of those that it is told from
LABELS = {"site": ("d", "k"), "said": ("c", "kd")}
#: longer lines teach nothing; a word stands on so many pages at least, and weighs so much, none more than the last
LONGEST, PAGES, LEAST, MOST = 14, 6, 10, 30
#: files are left out in so many groups
GROUPS = 5


def group_of(file: str) -> int:
    """The group of a file, for training with weights that have not seen it."""
    return zlib.crc32(file.encode()) % GROUPS


def learned(rows: Iterable[Row]) -> dict[str, dict[str, int]]:
    """The weights that some pages teach."""
    pages = [[(seen_words(line), label) for line, label in _short_lines(row)] for row in rows]
    return {kind: _weights(pages, *LABELS[kind]) for kind in KINDS}


def _short_lines(row: Row) -> list[tuple[str, str]]:
    """The lines of a page, each once."""
    lines = dict(zip(row["text"].split("\n"), row["labels"], strict=False))
    return [(line, label) for line, label in lines.items() if line.strip()]


def _weights(pages: Sequence[Sequence[tuple[list[str], str]]], own: str, others: str) -> dict[str, int]:
    inside, outside, stands_on = Counter[str](), Counter[str](), defaultdict[str, set[int]](set)
    for number, page in enumerate(pages):
        for words, label in page:
            if words and len(words) <= LONGEST and label in own + others:
                ends = [FIRST + words[0], LAST + words[-1]] if len(words) > 1 else []
                (inside if label in own else outside).update({*words, *ends})
                for word in {*words, *ends}:
                    stands_on[word].add(number)
    in_all, out_of_all = inside.total(), outside.total()
    share = 2 / max(in_all + out_of_all, 1)
    found = {}
    for word, places in sorted(stands_on.items()):
        if len(places) >= PAGES:
            odds = (
                (inside[word] + share * in_all) / in_all / ((outside[word] + share * out_of_all) / out_of_all)
            )
            weight = max(-MOST, min(round(10 * math.log(odds)), MOST))
            if abs(weight) >= LEAST:
                found[word] = weight
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("pages", type=Path, nargs="+")
    args = parser.parse_args()
    weights = learned(row for path in args.pages for row in reading(path))
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    args.target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
