#!/usr/bin/env python3
"""Train the page model: python tools/train_page_model.py PAGES.jsonl[.gz] MODEL.json

MODEL.json is src/textnorm/pages/data/page_model.json.

PAGES holds one page a line: naive_text (every visible line), labels (k keep, d drop, i title, one a line),
gold_text and site. Only weights are written, no text. Needs scikit-learn and numpy, for development only.

--check trains five times, each time without a fifth of the sites, and writes the five models and which pages
each has not seen, for benchmarks/pages.py; it writes no model for the package.

Beside the pages themselves the model sees each article alone (every line a keeper), so that it leaves clean
text alone, and half of all again without letter case, so that it works for scripts that have none.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import own_features
from textnorm.pages.content.model import Forest

CASE = ("start", "capitals", "capitals-1", "capitals+1")
TREES, LEAVES, RATE = 110, 20, 0.11


def reading(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def filled(text: str, labels: str) -> tuple[list[str], list[str]]:
    pairs = [(line.strip(), label) for line, label in zip(text.split("\n"), labels, strict=True)]
    pairs = [(line, label) for line, label in pairs if line]
    return [line for line, _ in pairs], [label for _, label in pairs]


class Sample:
    """The lines of one page as a matrix, with what should become of them and how much they weigh."""

    def __init__(self, lines: list[str], labels: list[str], weight: float) -> None:
        names, columns = page_columns(own_features(lines))
        self.names, self.lines = names, lines
        self.matrix = np.array(columns, dtype=np.int16).T
        self.keep = np.array([label == "k" for label in labels])
        words = self.matrix_words()
        heavy = np.sqrt(words + 1.0)
        heavy[[label == "i" for label in labels]] = 0
        self.weight = weight * heavy / max(np.sqrt(words.sum()), 1)

    def matrix_words(self) -> np.ndarray:
        return np.array([len(line.split()) for line in self.lines], dtype=float)

    def without_case(self) -> np.ndarray:
        """The same lines as if their script had no capitals."""
        matrix = self.matrix.copy()
        for name in CASE:
            place = self.names.index(name)
            if name == "start":
                matrix[:, place] = np.where(matrix[:, place] < 3, 4, matrix[:, place])
            else:
                matrix[:, place] = np.minimum(matrix[:, place], 0)
        return matrix


def samples_of(page: dict[str, Any]) -> list[Sample]:
    lines, labels = filled(page["naive_text"], page["labels"])
    found = [Sample(lines, labels, 1.0)] if lines else []
    kept = [line for line, label in zip(lines, labels, strict=True) if label in "ki"]
    if page["type"] == "article" and len(kept) > 3:
        found.append(Sample(kept, ["k"] * len(kept), 0.15))
    return found


def fit(samples: list[Sample], caseless: float = 0.6) -> HistGradientBoostingClassifier:
    again = samples[::2]
    rows = [s.matrix for s in samples] + [s.without_case() for s in again]
    keep = [s.keep for s in (*samples, *again)]
    weight = [s.weight for s in samples] + [s.weight * caseless for s in again]
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=80, l2_regularization=5,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    return model.fit(np.concatenate(rows), np.concatenate(keep), sample_weight=np.concatenate(weight))


def flat(nodes: np.ndarray, scale: int = 1000) -> list[list[int]]:
    """One tree as [feature, threshold, left, right] rows; a leaf is [-1, value in thousandths]."""
    return [
        [-1, round(float(n["value"]) * scale)]
        if n["is_leaf"]
        else [int(n["feature_idx"]), int(np.floor(n["num_threshold"])), int(n["left"]), int(n["right"])]
        for n in nodes
    ]


def exported(model: HistGradientBoostingClassifier, names: list[str]) -> dict[str, Any]:
    trees = [flat(predictor[0].nodes) for predictor in model._predictors]
    used = sorted({row[0] for tree in trees for row in tree if row[0] >= 0})
    for tree in trees:
        for row in tree:
            if row[0] >= 0:
                row[0] = used.index(row[0])
    start = round(float(np.ravel(model._baseline_prediction)[0]) * 1000)
    return {"format": 1, "features": [names[i] for i in used], "start": start, "trees": trees}


def gains(model: HistGradientBoostingClassifier, names: list[str]) -> list[tuple[str, int]]:
    total = np.zeros(len(names))
    for predictor in model._predictors:
        for node in predictor[0].nodes:
            if not node["is_leaf"]:
                total[node["feature_idx"]] += node["gain"]
    return [(names[i], int(total[i])) for i in np.argsort(-total)]


def check(pages: list[dict[str, Any]], samples: list[list[Sample]], target: Path) -> None:
    sites = np.array([page["site"] or page["id"] for page in pages])
    names = samples[0][0].names
    folds = []
    for seen, unseen in GroupKFold(5, shuffle=True, random_state=1).split(sites, groups=sites):
        model = fit([s for i in seen for s in samples[i]])
        print("fold", len(folds), file=sys.stderr, flush=True)
        folds.append({"unseen": [pages[i]["id"] for i in unseen], "model": exported(model, names)})
    target.write_text(json.dumps(folds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--check", action="store_true", help="write the models of five folds instead")
    args = parser.parse_args()
    pages = list(reading(args.pages))
    samples = [samples_of(page) for page in pages]
    if args.check:
        check(pages, samples, args.target)
        return
    model = fit([s for page in samples for s in page])
    names = samples[0][0].names
    print(*gains(model, names), sep="\n", file=sys.stderr)
    text = json.dumps(exported(model, names), separators=(",", ":"))
    Forest.from_json(text)
    args.target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
