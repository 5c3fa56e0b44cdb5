#!/usr/bin/env python3
"""Train the page model: python tools/train_page_model.py MODEL.json PAGES.jsonl[.gz] ...

MODEL.json is src/textnorm/pages/data/page_model.json. PAGES hold one page a line: naive_text or text (every
visible line), labels (k keep, d drop, i title, others as fixtures/pages explains, a letter for each line), site
and, for some, source, which sets the weight. Only weights are written, no text. Needs lightgbm and numpy.

Two forests are trained: the first sees each line in its surroundings, the second what the first said of the
lines round it, on scores of pages that the first had not seen. Beside the pages themselves the model sees each
article alone (every line a keeper), so that it leaves clean text alone, and half of all again without letter
case, so that it works for scripts that have none.

--check FOLDS.json writes also the models of four folds by site and which pages each has not seen, for
benchmarks/pages.py --folds. The shipped weights are those of data/pages/train.jsonl.gz, extra.jsonl.gz, fa_dev1.jsonl
and fa_dev2.jsonl, of the pages that tools/make_training_pages.py makes of data/lexicon/perdt_train_tokens.txt.gz, and
of fixtures/pages/*.pages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from labelled_pages import reading

from textnorm.pages.content.columns import Column
from textnorm.pages.content.features import page_columns
from textnorm.pages.content.forest_tables import parts
from textnorm.pages.content.line_features import own_features
from textnorm.pages.content.model import EXITS
from textnorm.pages.content.neighbour_scores import context_columns

FOLDS = 4
CASE = ("start", "capitals", "start+1")
#: how much a page counts, by its source: those labelled by an extractor and those made up less, Persian ones more
WEIGHTS = {"teacher": 0.8, "fundus": 1.5, "persian": 6.0, "case": 5.0, "made": 0.6}
FIRST = {"trees": 100, "rate": 0.13}
SECOND = {"trees": 110, "rate": 0.09}
SETTINGS = {
    "objective": "binary", "num_leaves": 20, "min_data_in_leaf": 60, "lambda_l2": 5, "min_sum_hessian_in_leaf": 1.0,
    "num_threads": 1, "max_bin": 63, "seed": 1, "verbose": -1,
}  # fmt: skip

Matrix = np.ndarray


class Page:
    """The lines of one page as a matrix, their labels, and the article alone where the page has one."""

    #: what the second forest sees, and of the article alone
    seconds: list[str]
    context: Matrix
    alone_context: Matrix

    def __init__(self, row: dict[str, Any]) -> None:
        self.id, self.site = row["id"], row["site"] or row["id"]
        self.persian = "kind" in row or row.get("source") == "made"
        source = row.get("source", "")
        if "kind" in row:
            source = "case" if row["kind"] == "case" else "persian"
        self.importance = WEIGHTS.get(source, 1.0)
        lines = row.get("naive_text", row.get("text")).split("\n")
        pairs = [
            (line.strip(), label) for line, label in zip(lines, row["labels"], strict=True) if line.strip()
        ]
        self.labels = np.array([label for _, label in pairs])
        self.sizes = np.array([len(line.split()) for line, _ in pairs], dtype=float)
        self.names, self.matrix = matrix([line for line, _ in pairs])
        alone = [line for line, label in pairs if label in "ki"]
        self.alone = None
        if len(alone) > 3 and (self.persian or row.get("type") == "article"):
            self.alone = matrix(alone)[1]
            self.alone_sizes = np.array([len(line.split()) for line in alone], dtype=float)

    @property
    def fold(self) -> int:
        return fold_of(self.site)

    def weights(self, *, second: bool = False) -> Matrix:
        """Long lines count more, titles and captions nothing; on Persian pages short ones count nearly as much."""
        if not self.persian:
            heavy = np.sqrt(self.sizes + 1) / max(np.sqrt(self.sizes.sum()), 1) * self.importance
            heavy[self.labels == "i"] = 0
            return heavy
        heavy = (self.sizes + 1) ** 0.25
        if second:
            heavy *= self.importance / 2.0 * min(len(heavy), 60) / 40 / max(heavy.mean(), 1e-9)
        else:
            heavy *= self.importance / max(heavy.sum() / np.sqrt(len(heavy)) * 1.2, 1)
        heavy[np.isin(self.labels, ["i", "x"])] = 0
        heavy[np.isin(self.labels, ["t", "a", "g"])] *= 0.3
        return heavy

    def alone_weights(self) -> Matrix:
        heavy = np.sqrt(self.alone_sizes + 1)
        return 0.15 * self.importance * heavy / max(np.sqrt(self.alone_sizes.sum()), 1)


def fold_of(site: str) -> int:
    """The fold of all pages of a site."""
    return int(hashlib.md5(("x" + site).encode()).hexdigest(), 16) % FOLDS


def matrix(lines: Sequence[str]) -> tuple[list[str], Matrix]:
    columns = page_columns(own_features(lines))
    return list(columns), np.array([column.tolist() for column in columns.values()], dtype=np.int16).T


def without_case(names: Sequence[str], rows: Matrix) -> Matrix:
    """The same lines as if their script had no capitals."""
    rows = rows.copy()
    for name in CASE:
        column = rows[:, names.index(name)]
        if name.startswith("start"):
            column[(column >= 0) & (column < 3)] = 4
        else:
            np.minimum(column, 0, out=column)
    return rows


def fit(
    rows: list[Matrix], keep: list[Matrix], weight: list[Matrix], settings: dict[str, Any]
) -> lightgbm.Booster:
    data = lightgbm.Dataset(np.concatenate(rows), np.concatenate(keep), weight=np.concatenate(weight))
    params = SETTINGS | {"learning_rate": settings["rate"]}
    return lightgbm.train(params, data, settings["trees"])


def fit_first(pages: Sequence[Page]) -> lightgbm.Booster:
    rows, keep, weight = [], [], []
    for number, page in enumerate(pages):
        rows.append(page.matrix)
        keep.append(page.labels == "k")
        weight.append(page.weights())
        if page.alone is not None:
            rows.append(page.alone)
            keep.append(np.ones(len(page.alone), bool))
            weight.append(page.alone_weights())
        if number % 2 == 0 and not page.persian:
            rows.append(without_case(page.names, page.matrix))
            keep.append(page.labels == "k")
            weight.append(page.weights() * 0.6)
    return fit(rows, keep, weight, FIRST)


def scored(model: lightgbm.Booster, rows: Matrix) -> Matrix:
    """What the first forest says, as it will say it: with its early ends."""
    result = (model.predict(rows, raw_score=True) * 1000).astype(int)
    for size, (sure, scale) in sorted(EXITS.items(), reverse=True):
        early = (model.predict(rows, raw_score=True, num_iteration=size) * 1000).astype(int)
        result = np.where(abs(early) > sure, early * scale // 100, result)
    return result


def context(names: Sequence[str], rows: Matrix, scores: Matrix) -> tuple[list[str], Matrix]:
    found = {name: Column(rows[:, n].tolist()) for n, name in enumerate(names)}
    columns = context_columns(found, scores.tolist())
    return list(columns), np.array([column.tolist() for column in columns.values()], dtype=np.int16).T


def add_contexts(pages: Sequence[Page], unseen: Sequence[lightgbm.Booster]) -> None:
    """Give each page what the second forest sees, by what the first of its fold says, which has not seen it."""
    for fold, model in enumerate(unseen):
        own = [page for page in pages if page.fold == fold]
        parts = [rows for page in own for rows in (page.matrix, page.alone) if rows is not None]
        scores = iter(np.split(scored(model, np.concatenate(parts)), np.cumsum([*map(len, parts)])[:-1]))
        for page in own:
            page.seconds, page.context = context(page.names, page.matrix, next(scores))
            if page.alone is not None:
                page.alone_context = context(page.names, page.alone, next(scores))[1]


def fit_second(pages: Sequence[Page]) -> lightgbm.Booster:
    """The second forest, on pages with their contexts."""
    rows, keep, weight = [], [], []
    for page in pages:
        rows.append(page.context)
        keep.append(page.labels == "k")
        weight.append(page.weights(second=True))
        if page.alone is not None:
            rows.append(page.alone_context)
            keep.append(np.ones(len(page.alone), bool))
            weight.append(page.alone_weights())
    return fit(rows, keep, weight, SECOND)


def exported(model: lightgbm.Booster, names: Sequence[str]) -> dict[str, Any]:
    """The forest as whole numbers: [feature, threshold, left, right] rows; a leaf is [-1, thousandths]."""
    trees = [flat(tree["tree_structure"], []) for tree in model.dump_model()["tree_info"]]
    used = sorted({row[0] for tree in trees for row in tree if row[0] >= 0})
    for tree in trees:
        for row in tree:
            if row[0] >= 0:
                row[0] = used.index(row[0])
    return {"features": [names[i] for i in used], "trees": trees}


def flat(node: dict[str, Any], rows: list[list[int]]) -> list[list[int]]:
    if "split_feature" not in node:
        rows.append([-1, round(node["leaf_value"] * 1000)])
        return rows
    place = len(rows)
    rows.append([node["split_feature"], int(np.floor(node["threshold"])), place + 1, 0])
    flat(node["left_child"], rows)
    rows[place][3] = len(rows)
    return flat(node["right_child"], rows)


def packed(
    first: lightgbm.Booster, names: Sequence[str], second: lightgbm.Booster, seconds: Sequence[str]
) -> dict[str, Any]:
    return {"format": 2, "first": exported(first, names), "second": exported(second, seconds)}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--check", type=Path, metavar="FOLDS", help="write the models of the folds too")
    args = parser.parse_args()
    pages = [Page(row) for path in args.pages for row in reading(path)]
    names = pages[0].names
    unseen = [fit_first([p for p in pages if p.fold != fold]) for fold in range(FOLDS)]
    add_contexts(pages, unseen)
    seconds = pages[0].seconds
    if args.check is not None:
        folds = []
        for fold, first in enumerate(unseen):
            second = fit_second([p for p in pages if p.fold != fold])
            ids = [p.id for p in pages if p.fold == fold]
            folds.append({"unseen": ids, "model": packed(first, names, second, seconds)})
        args.check.write_text(json.dumps(folds))
    second = fit_second(pages)
    text = json.dumps(packed(fit_first(pages), names, second, seconds), separators=(",", ":"))
    parts(text.encode())  # refuses what the core could not hold
    args.target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
