#!/usr/bin/env python3
"""Train the forest that reads pages of HTML: python tools/train_markup_model.py MODEL.json PAGES.jsonl[.gz] ...

MODEL.json is src/textnorm/pages/data/markup_model.json. PAGES hold one page a line: html, gold_text (the article, by
lines), site, type and source, which sets the weight. Only weights are written, no text. Needs lightgbm and numpy.

Each page is read as read_html reads it; a line is text where most of its runs of four words are in the gold text, a
short one where it is a line of it and stands near others. Beside the pages the model sees each article alone, every
line of it text, so that a piece of a page stays whole. Pages in whose lines most of the gold text is not found are
left out; Persian ones are made by tools/make_training_pages.py --html. The title counts for nothing.

--check writes the models of four folds by site and which pages each has not seen, and no model for the package.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from train_page_model import FOLDS, SETTINGS, Matrix, exported, fold_of, reading

from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import own_features
from textnorm.pages.markup.block_tree import BlockTree, Parts
from textnorm.pages.markup.builder import main_places
from textnorm.pages.markup.declared_data import declared_by
from textnorm.pages.markup.declared_text import TITLE, declared_lines
from textnorm.pages.markup.markup_features import markup_columns
from textnorm.pages.markup.tree import built, parse_page

#: how much a page counts, by its source: those labelled by an extractor less; and pages that are no articles
WEIGHTS = {"teacher": 0.5, "fundus": 1.5, "made": 0.5}
OTHER = 0.7
ALONE = 0.15
TREES = {"num_leaves": 24, "learning_rate": 0.12, "feature_fraction": 0.6}
COUNT = 120
#: columns that say too little to be computed for every page
LEAST = 0.12
_WORD = re.compile(r"\w+")
_RUN = 4
#: so much of the gold text must be in the lines of a page
_FOUND = 0.7
#: how far from a text line a short line of the gold text may stand
_NEAR = 12


class Page:
    """The lines of one page as a matrix, their labels and weights, and the article alone."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.id, self.site = row["id"], row["site"] or row["id"]
        importance = WEIGHTS.get(row.get("source", ""), 1.0) * (1 if row.get("type") == "article" else OTHER)
        root = parse_page(row["html"])
        found = built(root)
        declared = declared_by(root)
        pairs = [
            (line.strip(), part) for line, part in zip(found.lines, found.places, strict=True) if line.strip()
        ]
        lines, parts = [line for line, _ in pairs], [part for _, part in pairs]
        said = declared_lines(lines, declared)
        self.labels = labels(lines, row["gold_text"])
        self.is_whole = bool(lines) and found_share(lines, row["gold_text"]) >= _FOUND
        if not self.is_whole:
            return
        self.names, self.matrix = matrix(lines, parts, said)
        sizes = np.array([len(line.split()) for line in lines], dtype=float)
        self.weights = importance * np.sqrt(sizes + 1) / np.sqrt(sizes.sum() + 1)
        self.weights[np.array(said) == TITLE] = 0
        self.alone = None
        text = np.flatnonzero(self.labels)
        if row.get("type") == "article" and len(text) > 3:
            self.alone = matrix([lines[n] for n in text], [parts[n] for n in text], [said[n] for n in text])[
                1
            ]
            self.alone_weights = ALONE * self.weights[text]


def matrix(lines: Sequence[str], parts: Sequence[Parts], said: Sequence[int]) -> tuple[list[str], Matrix]:
    columns = page_columns(own_features(lines)) | markup_columns(
        lines, parts, said, BlockTree(main_places(parts))
    )
    return list(columns), np.array([column.tolist() for column in columns.values()], dtype=np.int16).T


def labels(lines: Sequence[str], gold: str) -> Matrix:
    """Return which lines are in the gold text."""
    words = [_WORD.findall(line.lower()) for line in lines]
    whole = {tuple(_WORD.findall(line.lower())) for line in gold.split("\n")}
    runs = set(_runs(_WORD.findall(gold.lower())))
    found = np.zeros(len(lines), bool)
    for number, line in enumerate(words):
        own = list(_runs(line))
        found[number] = bool(own) and 2 * sum(run in runs for run in own) >= len(own)
    sure = np.flatnonzero(found)
    for number, line in enumerate(words):
        near = len(sure) and np.abs(sure - number).min() <= _NEAR
        found[number] |= bool(line) and len(line) < _RUN and bool(near) and tuple(line) in whole
    return found


def found_share(lines: Sequence[str], gold: str) -> float:
    """Return how much of the gold text, by runs of words, is in some lines."""
    wanted = Counter(_runs(_WORD.findall(gold.lower())))
    there = Counter(_runs(_WORD.findall("\n".join(lines).lower())))
    return (wanted & there).total() / max(wanted.total(), 1)


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


def fit(pages: Sequence[Page], names: Sequence[str]) -> lightgbm.Booster:
    """Train on the columns of these names."""
    places = [pages[0].names.index(name) for name in names]
    alone = [page for page in pages if page.alone is not None]
    rows = [page.matrix[:, places] for page in pages] + [page.alone[:, places] for page in alone]
    text = [page.labels for page in pages] + [np.ones(len(page.alone), bool) for page in alone]
    weight = [page.weights for page in pages] + [page.alone_weights for page in alone]
    data = lightgbm.Dataset(np.concatenate(rows), np.concatenate(text), weight=np.concatenate(weight))
    return lightgbm.train(SETTINGS | TREES, data, COUNT)


def telling(pages: Sequence[Page]) -> list[str]:
    """Return the names of the columns that say something."""
    gain = fit(pages, pages[0].names).feature_importance("gain")
    return [
        name for name, share in zip(pages[0].names, 100 * gain / gain.sum(), strict=True) if share >= LEAST
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--check", action="store_true", help="write the models of the folds instead")
    args = parser.parse_args()
    pages = [page for path in args.pages for row in reading(path) if (page := Page(row)).is_whole]
    names = telling(pages)
    if args.check:
        folds = []
        for fold in range(FOLDS):
            model = fit([page for page in pages if fold_of(page.site) != fold], names)
            unseen = [page.id for page in pages if fold_of(page.site) == fold]
            folds.append({"unseen": unseen, "model": exported(model, names)})
        args.target.write_text(json.dumps(folds))
        return
    data = {"format": 1, **exported(fit(pages, names), names)}
    args.target.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
