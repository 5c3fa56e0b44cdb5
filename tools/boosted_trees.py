"""Boosted trees whose sum is the log of the odds of a joiner, in thousandths.

All values are whole numbers, so the same sources make the same lexicon everywhere. The files of trees are written by
`train_join_trees.py`, `train_join_after.py` and `train_join_glued.py`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

#: a branch (column, threshold, left, right) or a leaf (-1, value)
Node = list[int]


def log_odds(path: Path, values: tuple[int, ...]) -> int:
    """Return the log of the odds that the trees of a file give for some values, in thousandths."""
    start, grown = _trees(path)
    return start + sum(_leaf(tree, values) for tree in grown)


@cache
def _trees(path: Path) -> tuple[int, list[list[Node]]]:
    """Return what the sum begins with and the trees."""
    read = json.loads(path.read_text(encoding="utf-8"))
    return read["start"], read["trees"]


def _leaf(tree: list[Node], values: tuple[int, ...]) -> int:
    node = tree[0]
    while node[0] >= 0:
        column, threshold, low, high = node
        node = tree[low if values[column] <= threshold else high]
    return node[1]
