"""Grow the trees for words in one: ``train_join_glued.py WORDS VERBS TOKENS VOCABULARY COMPOUNDS MORE OUT``.

The sources are those of `make_lexicon.py`; OUT is ``tools/join_glued_trees.json``. The first text is cut into parts; each word of
a part that might be two in one is described by what the other parts and the lists say of it, and the trees learn how often such
a word is joined in the part itself; each word of the second text, which writes more of them in one, is described by the whole first
one. So they know unseen text. Needs scikit-learn, for development only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import lexicon_arguments
import lexicon_sources as sources
import numpy as np
from lexicon_lists import LEFT_OPEN, STAND_AS_FOUND, SUFFIXES
from make_lexicon import Maker
from sklearn.ensemble import HistGradientBoostingClassifier
from train_join_trees import parts, write

from textnorm.chars import ZWNJ

#: the shortest word that may be two
SHORTEST = 4


class Row(NamedTuple):
    """A word with a place for a joiner: its values, how often it is joined there in the held-out part, and how often not."""

    values: tuple[int, ...]
    joined: int
    otherwise: int


def spellings(texts: Iterable[list[str]]) -> dict[str, Counter[tuple[int, ...]]]:
    """Return how often each word, without its last ending, has its joiners where."""
    found: defaultdict[str, Counter[tuple[int, ...]]] = defaultdict(Counter)
    for text in texts:
        for token in text:
            pieces = [piece for piece in token.split(ZWNJ) if piece]
            if len(pieces) > 1 and pieces[-1] in SUFFIXES:
                del pieces[-1]
            if pieces and pieces[0] not in sources.VERB_PREFIXES and all(map(sources.is_persian, pieces)):
                found["".join(pieces)][tuple(sources.visible_cuts(pieces))] += 1
    return found


def rows(made: Maker, held: list[list[str]]) -> Iterator[Row]:
    """Yield the words of *held* that may be cut, each with each of its places."""
    for word, places in sorted(spellings(held).items()):
        if len(word) < SHORTEST or word in STAND_AS_FOUND:
            continue
        bounds = made.bounds(word)
        for at in bounds:
            if (word[:at], word[at:]) not in LEFT_OPEN:
                joined = places[(at,)]
                yield Row(made.whole(word, at, len(bounds)), joined, places.total() - joined)


def grow(found: list[Row]) -> HistGradientBoostingClassifier:
    """Grow trees over the words, each weighed by the root of its sightings."""
    values = np.array([row.values for row in found] * 2)
    truth = np.repeat([1, 0], len(found))
    weight = np.sqrt([*(row.joined for row in found), *(row.otherwise for row in found)])
    seen = np.flatnonzero(weight)
    model = HistGradientBoostingClassifier(
        max_iter=120, max_leaf_nodes=12, min_samples_leaf=10, learning_rate=0.1, l2_regularization=1,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    return model.fit(values[seen], truth[seen], sample_weight=weight[seen])


def main() -> None:
    given = lexicon_arguments.read(__doc__)
    found: list[Row] = []
    for held, rest in parts(given.texts):
        counts = sources.count(rest)
        sources.add_pairs(counts, given.more)
        found += rows(Maker(given.listed, given.verbs, counts, given.known), held)
    found += rows(Maker(given.listed, given.verbs, sources.count(given.texts), given.known), given.more)
    write(grow(found), given.out)


if __name__ == "__main__":
    main()
