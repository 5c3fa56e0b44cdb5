"""Grow the trees that weigh the evidence for joins: ``train_join_trees.py WORDS VERBS TOKENS [OUT]``.

The sources are those of `make_lexicon.py`; OUT is ``tools/join_trees.json``. The text is cut into parts; the
pairs of each part are described by what the other parts and the word list say of them, and the trees learn how
often such pairs are joined in the part itself. So they know unseen text. Needs scikit-learn, for development
only.

Without OUT it prints, for one threshold after another, what the trees join rightly and wrongly among pairs that
they were not grown from: that is where `CERTAIN` of ``lexicon_pairs.py`` comes from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import lexicon_sources as sources
import numpy as np
from join_evidence import Evidence
from lexicon_lists import LEFT_OPEN
from lexicon_words import FREE_FROM
from make_lexicon import Maker
from sklearn.ensemble import HistGradientBoostingClassifier

from textnorm.chars import HAMZA_ABOVE, NON_JOINING
from textnorm.lexicon.table_keys import stem

#: sentences are held out in blocks, so that one text does not stand on both sides
BLOCK, PARTS = 20, 5
THRESHOLDS = (3000, 2600, 2400, 2200, 2000, 1900, 1800, 1700, 1600, 1500, 1400, 1200, 1000, 500, 0)


class Row(NamedTuple):
    """A pair of a held-out part: what the rest says of it and how often it is joined and apart there."""

    group: int
    evidence: Evidence
    joined: int
    apart: int


def parts(texts: list[list[str]]) -> Iterator[tuple[list[list[str]], list[list[str]]]]:
    """Yield each part of some texts, held out, and the rest of them."""
    for part in range(PARTS):
        held = [text for index, text in enumerate(texts) if index // BLOCK % PARTS == part]
        yield held, [text for index, text in enumerate(texts) if index // BLOCK % PARTS != part]


def rows(words: Path, verbs: Path, tokens: Path) -> Iterator[Row]:
    """Yield the pairs of each part that the lexicon of the other parts would have to judge."""
    texts = list(sources.sentences(sources.open_lines(tokens)))
    listed = sources.read_words(sources.open_lines(words))
    forms = sources.open_lines(verbs)
    for held, rest in parts(texts):
        made, found = Maker(listed, forms, sources.count(rest)), sources.count(held)
        for pair in sorted({*found.joined, *found.apart}):
            evidence = judged(made, pair)
            if evidence:
                group = crc32(f"{pair[0]} {stem(pair[1])}".encode()) % PARTS
                yield Row(group, evidence, found.joined[pair], found.apart[pair])


def judged(made: Maker, pair: tuple[str, str]) -> Evidence | None:
    """Return the evidence for a pair that the table holds itself or under its stem."""
    if not sources.is_compound(pair) or pair[0][-1] in NON_JOINING:
        return None
    if pair[1].rstrip(HAMZA_ABOVE) in made.participles or pair in LEFT_OPEN:
        return None
    if pair in made.pairs:
        return made.evidence(pair)
    kin = pair[0], stem(pair[1])
    free = made.free[pair[1]] >= FREE_FROM or (pair[1] in made.forms and pair[1].endswith("م"))
    return None if free or kin not in made.kin or made.counts.apart[pair] else made.kin_evidence(kin)


def grow(found: list[Row]) -> HistGradientBoostingClassifier:
    """Grow trees over the pairs, each weighed by the root of its sightings."""
    values = np.array([astuple(row.evidence) for row in found] * 2)
    truth = np.repeat([1, 0], len(found))
    weight = np.sqrt([*(row.joined for row in found), *(row.apart for row in found)])
    seen = np.flatnonzero(weight)
    model = HistGradientBoostingClassifier(
        max_iter=80, max_leaf_nodes=8, min_samples_leaf=20, learning_rate=0.08, l2_regularization=1,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    return model.fit(values[seen], truth[seen], sample_weight=weight[seen])


def flat(nodes: np.ndarray) -> list[list[int]]:
    """One tree as rows: (column, threshold, low, high) or, for a leaf, (-1, value in thousandths)."""
    return [
        [-1, round(float(n["value"]) * 1000)]
        if n["is_leaf"]
        else [int(n["feature_idx"]), int(np.floor(n["num_threshold"])), int(n["left"]), int(n["right"])]
        for n in nodes
    ]


def exported(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    start = round(float(np.ravel(model._baseline_prediction)[0]) * 1000)
    return {"start": start, "trees": [flat(predictor[0].nodes) for predictor in model._predictors]}


def write(model: HistGradientBoostingClassifier, out: Path) -> None:
    """Write the trees of a model, one a line."""
    text = json.dumps(exported(model), separators=(",", ":"))
    out.write_text(text.replace("]],[[", "]],\n[[") + "\n", encoding="utf-8")


def compare(found: list[Row]) -> None:
    """Print what each threshold joins rightly and wrongly among pairs left out."""
    scored: list[tuple[float, Row]] = []
    for group in range(PARTS):
        model = grow([row for row in found if row.group != group])
        left_out = [row for row in found if row.group == group]
        odds = 1000 * model.decision_function(np.array([astuple(row.evidence) for row in left_out]))
        scored += zip(odds.tolist(), left_out, strict=True)
    print("threshold", "rightly", "wrongly", "of", sum(row.joined for row in found))
    for threshold in THRESHOLDS:
        chosen = [row for odds, row in scored if odds >= threshold]
        print(threshold, sum(row.joined for row in chosen), sum(row.apart for row in chosen))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("words", "verbs", "tokens"):
        parser.add_argument(name, type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    arguments = parser.parse_args()
    found = list(rows(arguments.words, arguments.verbs, arguments.tokens))
    if arguments.out:
        write(grow(found), arguments.out)
    else:
        compare(found)


if __name__ == "__main__":
    main()
