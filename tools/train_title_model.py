#!/usr/bin/env python3
"""Train the title model of posts: python tools/train_title_model.py MODEL.json FILE ... [--check]

MODEL.json is src/textnorm/pages/data/title_model.json, made of fixtures/pages/*.pages and of the pages of
data/pages/fa_dev1.jsonl and fa_dev2.jsonl. Pages of more than one post teach nothing here, nor those of which the headline is
not among the lines that the trees are asked about. --folds FOLDS.json has the page models that have not seen the pages
(tools/train_page_model.py --check). Needs lightgbm and numpy.

The trees put the lines of a page in order (LambdaRank). --check leaves out an eighth of the files after the other and says on
how many pages the headline is the first of them, and of the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import lightgbm
import numpy as np
from labelled_pages import Row, labels_of_lines, train, unseen_by
from train_page_model import exported

from textnorm import PageOptions
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.split import title_candidates
from textnorm.pages.posts.template import template_of
from textnorm.pages.posts.title_model import seen_titles, title_signs
from textnorm.pages.posts.titles import named_signs, ruled_title, scored_titles, title_lines

TREES = 110
SETTINGS = {
    "objective": "lambdarank", "lambdarank_truncation_level": 3, "num_leaves": 5, "min_data_in_leaf": 15, "lambda_l2": 3, "learning_rate": 0.08,
    "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": 1, "seed": 1, "verbose": -1,
}  # fmt: skip
FOLDS = 8
#: by how much the trees may like another line better than that of the rules
LEVELS = (0, 0.2, 0.4, 0.6, 1)


class Page:
    """The lines of a page that may be the headline of its only post: their signs, which one is, and which the rules take."""

    def __init__(self, file: str, row: Row) -> None:
        self.file, self.names = file, list[str]()
        reading = Reading(row["text"], PageOptions())
        page = reading.lines()
        if len(row["posts"]) != 1 or page.kept is None or template_of(page) is not None:
            return
        self._see(page, labels_of_lines(reading, row))

    def _see(self, page: PageLines, own: Sequence[str]) -> None:
        places, first, body = title_candidates(page)
        rows, scores = scored_titles(page, title_lines(page, places, body), first, body)
        seen = seen_titles(scores)
        self.right = np.array([own[place] == "i" for place in seen], dtype=bool)
        if len(seen) < 2 or not self.right.any():
            return
        columns = title_signs(page, scores, named_signs(rows, seen), first)
        self.names = [*columns]
        self.rows = np.array([column.tolist() for column in columns.values()], dtype=np.int16).T
        ruled = ruled_title(page, scores, body)
        self.ruled = seen.index(ruled) if ruled in seen else None


def fit(pages: Iterable[Page]) -> lightgbm.Booster:
    used = list(pages)
    rows, right = np.concatenate([page.rows for page in used]), np.concatenate([page.right for page in used])
    sizes = [len(page.right) for page in used]
    return lightgbm.train(SETTINGS, lightgbm.Dataset(rows, right.astype(int), group=sizes), TREES)


def check(pages: Sequence[Page]) -> None:
    """Print on how many pages the trees that have not seen their file find the headline, where they may overrule the rules."""
    total = np.zeros(len(LEVELS), dtype=int)
    for page, model in unseen_by(pages, FOLDS, fit):
        scores = model.predict(page.rows, raw_score=True)
        own = -np.inf if page.ruled is None else scores[page.ruled]
        best = int(np.argmax(scores))
        total += [bool(page.right[best if scores[best] - own > level else page.ruled]) for level in LEVELS]
    ruled = sum(page.ruled is not None and bool(page.right[page.ruled]) for page in pages)
    found = ", ".join(f"{level}: {n}" for level, n in zip(LEVELS, total, strict=True))
    print(f"of {len(pages)} pages right by the rules {ruled}, with trees at {found}")


if __name__ == "__main__":
    train(__doc__ or "", Page, lambda pages: exported(fit(pages), pages[0].names), check)
