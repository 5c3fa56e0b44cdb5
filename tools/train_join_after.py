"""Grow the trees that know the next word: ``train_join_after.py WORDS VERBS TOKENS VOCABULARY COMPOUNDS MORE OUT``.

The sources are those of `make_lexicon.py`; OUT is ``tools/join_after_trees.json``. The first text is cut into parts; each place
of a part where a pair stands that the other parts or a list know is described by what these say of it, and each such place
of the second text by the whole first one. So the trees know unseen text. Needs scikit-learn, for development only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import lexicon_arguments
import lexicon_sources as sources
import numpy as np
from join_context import places
from lexicon_lists import LEFT_OPEN
from make_lexicon import Maker
from sklearn.ensemble import HistGradientBoostingClassifier
from train_join_trees import parts, write

from textnorm.chars import HAMZA_ABOVE, NON_JOINING
from textnorm.lexicon.flags import After
from textnorm.lexicon.table_keys import stem

Texts = list[list[str]]


class Row(NamedTuple):
    """The places of a pair before one class of words: their values, whether they are joined, and how many they are."""

    values: tuple[int, ...]
    is_joined: bool
    number: int


def rows(made: Maker, held: Texts) -> Iterator[Row]:
    """Yield the places of the pairs that *made* knows, itself or by their stem."""
    found: Counter[tuple[tuple[str, str], int, bool]] = Counter()
    for text in held:
        found.update(((left, right), after, joined) for left, right, joined, after in places(text))
    for (pair, after, joined), number in sorted(found.items()):
        if is_judged(made, pair):
            yield Row(made.place(pair, made.evidence(pair), After(after)), joined, number)


def is_judged(made: Maker, pair: tuple[str, str]) -> bool:
    left, right = pair
    if not sources.is_compound(pair) or left[-1] in NON_JOINING or pair in LEFT_OPEN:
        return False
    bare = right.rstrip(HAMZA_ABOVE)
    is_participle = bare in made.participles or (bare[:1] == "ن" and bare[1:] in made.participles)
    return not is_participle and (pair in made.pairs or (left, stem(right)) in made.kin)


def grow(found: list[Row]) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(
        max_iter=160, max_leaf_nodes=12, min_samples_leaf=20, learning_rate=0.08, l2_regularization=1,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    truth, number = np.array([row.is_joined for row in found]), np.array([row.number for row in found])
    return model.fit(np.array([row.values for row in found]), truth, sample_weight=number)


def main() -> None:
    given = lexicon_arguments.read(__doc__)
    found: list[Row] = []
    for held, rest in parts(given.texts):
        found += rows(Maker(given.listed, given.verbs, sources.count(rest), given.known), held)
    found += rows(Maker(given.listed, given.verbs, sources.count(given.texts), given.known), given.more)
    write(grow(found), given.out)


if __name__ == "__main__":
    main()
