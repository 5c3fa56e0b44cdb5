"""What speaks for writing a pair of words with a joiner, and the boosted trees that weigh it.

`train_join_trees.py` grows the trees; their sum is the log of the odds that edited text writes the pair with a
joiner and not with a space, in thousandths. All values are whole numbers, so the same sources make the same
lexicon everywhere.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from pathlib import Path

import boosted_trees

TREES = Path(__file__).with_name("join_trees.json")


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


def log_odds(pair: Evidence) -> int:
    """Return the log of the odds that edited text joins the pair, in thousandths."""
    return boosted_trees.log_odds(TREES, astuple(pair))
