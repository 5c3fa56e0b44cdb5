#!/usr/bin/env python3
"""Train the comment model: python tools/train_comment_model.py MODEL.json FILE ... [--check]

MODEL.json is src/textnorm/pages/data/comment_model.json, made of fixtures/pages/*.pages and of the pages of
data/pages/fa_dev1.jsonl and fa_dev2.jsonl: of each line below the first one of text whether it is a reader's.
--folds FOLDS.json has the page models that have not seen them (tools/train_page_model.py --check). Needs lightgbm and numpy.

--check leaves out a sixth of the files after the other and says on how many pages the lines of comments come out right
(without buttons and counters): by the rules, and by the trees where the rules find none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unittest.mock import patch

import lightgbm
import numpy as np
from labelled_pages import Row, labels_of_lines, train, unseen_by
from train_page_model import Matrix, exported

from textnorm import PageOptions
from textnorm.pages.content.model import Forest
from textnorm.pages.posts import comment_model
from textnorm.pages.posts.comments import threads
from textnorm.pages.posts.read_page import Reading

TREES = 150
SETTINGS = {
    "objective": "binary", "num_leaves": 8, "min_data_in_leaf": 15, "lambda_l2": 5, "learning_rate": 0.08, "feature_fraction": 0.25,
    "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": 1, "max_bin": 63, "seed": 1, "verbose": -1,
}  # fmt: skip
FOLDS = 6
_BUTTON = re.compile(r"(?:پاسخ(?: دادن)?|Reply|[\d۰-۹]+|[★☆]+)$")


class Page:
    """The lines of a page below its first line of text: their signs, whether each is a comment, and whether that is asked."""

    def __init__(self, file: str, row: Row) -> None:
        self.file, self.names = file, list[str]()
        reading_ = Reading(row["text"], PageOptions())
        self.page = page = reading_.lines()
        first = next((n for n in range(len(page)) if page.is_text(n)), len(page))
        if page.kept is None or first + 1 >= len(page):
            return
        self.labels = labels_of_lines(reading_, row)
        columns = comment_model.comment_columns(page)
        self.names = list(columns)
        self.rows = np.array([column.tolist() for column in columns.values()], dtype=np.int16).T[first + 1 :]
        self.comment = np.array([label == "c" for label in self.labels[first + 1 :]], dtype=float)
        self.asked = np.array([label != "x" for label in self.labels[first + 1 :]], dtype=float)

    def is_right(self, found: set[int]) -> bool:
        places = [
            n for n, text in enumerate(self.page.texts) if not _BUTTON.match(text) and self.labels[n] != "x"
        ]
        return all((n in found) == (self.labels[n] == "c") for n in places)


def fit(pages: Iterable[Page]) -> lightgbm.Booster:
    used = list(pages)
    parts: list[Matrix] = [
        np.concatenate([getattr(page, of) for page in used]) for of in ("rows", "comment", "asked")
    ]
    return lightgbm.train(SETTINGS, lightgbm.Dataset(parts[0], parts[1], weight=parts[2]), TREES)


def _forest(pages: Iterable[Page]) -> Forest:
    used = list(pages)
    return Forest.of_data(exported(fit(used), used[0].names), {})


def check(pages: Sequence[Page]) -> None:
    """Print on how many pages the comments come out right, by rules alone and with trees that have not seen their files."""
    ruled = gained = lost = 0
    for page, forest in unseen_by(pages, FOLDS, _forest):
        with patch.object(comment_model, "comment_model", lambda forest=forest: forest):
            found = threads(page.page)
            before, after = page.is_right(found), page.is_right(found or comment_model.unheaded(page.page))
        ruled, gained, lost = ruled + before, gained + (after > before), lost + (before > after)
    print(f"of {len(pages)} pages {ruled} right by the rules, +{gained} -{lost} with the trees")


if __name__ == "__main__":
    train(__doc__ or "", Page, lambda pages: exported(fit(pages), pages[0].names), check)
