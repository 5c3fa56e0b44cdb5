#!/usr/bin/env python3
"""Train the name model of posts: python tools/train_name_model.py MODEL.json FILE ... [--check]

MODEL.json is src/textnorm/pages/data/name_model.json, made of fixtures/pages/*.pages and of the pages of
data/pages/fa_dev1.jsonl and fa_dev2.jsonl. Pages of more than one post teach nothing here, nor those of a byline. --folds
FOLDS.json has the page models that have not seen the pages (tools/train_page_model.py --check). Needs lightgbm and numpy.

--check leaves out an eighth of the files after the other and says of how many pages the name comes out right, at some levels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import lightgbm
import numpy as np
from labelled_pages import Row, train, unseen_by
from train_page_model import Matrix, exported

from textnorm import PageOptions
from textnorm.pages.posts.cards import without_state
from textnorm.pages.posts.metadata import signed
from textnorm.pages.posts.name_model import name_places, name_signs
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.split import spans_of

TREES = 250
SETTINGS = {
    "objective": "binary", "num_leaves": 4, "min_data_in_leaf": 8, "lambda_l2": 3, "learning_rate": 0.08, "feature_fraction": 0.3,
    "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": 1, "seed": 1, "verbose": -1,
}  # fmt: skip
FOLDS = 8
LEVELS = (-2, -1.5, -1, -0.5, 0)


class Page:
    """The lines of a page that may be the name of who wrote its only post: their signs, and which one is."""

    def __init__(self, file: str, row: Row) -> None:
        self.file, self.names, self.named = file, list[str](), False
        page = Reading(row["text"], PageOptions()).lines()
        spans = spans_of(page)
        wanted = [post["author"] for post in row["posts"]]
        if len(spans) != 1 or len(wanted) != 1 or "?" in wanted or signed(page, spans[0]):
            return
        places = name_places(page, spans[0])
        signs = name_signs(page, spans[0], places)
        self.names = list(signs) if places else []
        self.named = wanted[0] is not None
        self.rows = np.array([column.tolist() for column in signs.values()], dtype=np.int16).T
        self.right = np.array([without_state(page.texts[n]) == wanted[0] for n in places], dtype=bool)

    def is_right(self, scores: Matrix, level: float) -> bool:
        best = int(np.argmax(scores))
        return bool(self.right[best]) if scores[best] > level else not self.named


def fit(pages: Iterable[Page]) -> lightgbm.Booster:
    used = list(pages)
    rows, right = np.concatenate([page.rows for page in used]), np.concatenate([page.right for page in used])
    return lightgbm.train(SETTINGS, lightgbm.Dataset(rows, right.astype(float)), TREES)


def check(pages: Sequence[Page]) -> None:
    """Print on how many pages the trees that have not seen their file find the name, or that there is none."""
    total = np.zeros(len(LEVELS), dtype=int)
    for page, model in unseen_by(pages, FOLDS, fit):
        scores = model.predict(page.rows, raw_score=True)
        total += [page.is_right(scores, level) for level in LEVELS]
    named = sum(page.named for page in pages)
    found = ", ".join(f"{level}: {n}" for level, n in zip(LEVELS, total, strict=True))
    print(f"of {len(pages)} pages, {named} with a name, right at {found}")


if __name__ == "__main__":
    train(__doc__ or "", Page, lambda pages: exported(fit(pages), pages[0].names), check)
