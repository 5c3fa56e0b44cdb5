"""What speaks for writing a pair of words with a joiner, and the boosted trees that weigh it.

`train_join_trees.py` grows the trees; their sum is the log of the odds that edited text writes the pair with a
joiner and not with a space, in thousandths. All values are whole numbers, so the same sources make the same
lexicon everywhere.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

TREES = Path(__file__).with_name("join_trees.json")

#: a branch (column, threshold, left, right) or a leaf (-1, value)
Node = list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sightings of a pair, of its other inflections, and of each half in other pairs.

    Numbers are sightings in running text; a share is the part of the pairs of a half that are joined, each pair
    counted once, in thousandths; `kin` are the pairs with the same stem. What is known of a stem only, for an
    inflection that nobody saw, has -1 where the second word itself is asked about.
    """

    joined: int
    apart: int
    kin_joined: int
    kin_apart: int
    kin_listed: int
    listed: int  # 0 in no word list, 1 in the part without tags, 2 in the tagged one
    frequency: int  # of the joined word in the word list, -1 where it has none
    left_share: int
    left_types: int
    right_share: int
    right_types: int
    left_free: int
    right_free: int
    left_is_particle: int
    left_is_bi: int
    left_is_adjective: int
    left_length: int
    right_is_particle: int
    right_is_verb: int
    right_is_adjective: int
    right_length: int
    right_ending: int  # 1 for a possible possessive, 2 for yeh, 3 for an infinitive
    twice_the_same: int


@cache
def trees() -> tuple[int, list[list[Node]]]:
    """Return what the sum begins with and the trees."""
    read = json.loads(TREES.read_text(encoding="utf-8"))
    return read["start"], read["trees"]


def log_odds(pair: Evidence) -> int:
    """Return the log of the odds that edited text joins the pair, in thousandths."""
    values = astuple(pair)
    start, grown = trees()
    return start + sum(leaf(tree, values) for tree in grown)


def leaf(tree: list[Node], values: tuple[int, ...]) -> int:
    node = tree[0]
    while node[0] >= 0:
        column, threshold, low, high = node
        node = tree[low if values[column] <= threshold else high]
    return node[1]
