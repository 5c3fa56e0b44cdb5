#!/usr/bin/env python3
"""Train the headline model of pages: python tools/train_headline_model.py MODEL.json FILE ... [--check]

MODEL.json is src/textnorm/pages/data/headline_model.json, made of fixtures/pages/*.pages and of the pages of
data/pages/fa_dev1.jsonl and fa_dev2.jsonl: of each line that goes a little above one that stays whether it is a headline.
--folds FOLDS.json has the page models that have not seen the pages (tools/train_page_model.py --check). Needs lightgbm and numpy.

A page is seen as it is, and once more as `clean` leaves it, so that a headline stays a second time.
--check leaves out an eighth of the files after the other and says how many headlines stay, and what else does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import lightgbm
import numpy as np
from labelled_pages import Row, train, unseen_by
from train_page_model import Matrix, exported

from textnorm.pages.content import headlines, segment
from textnorm.pages.content.columns import Column
from textnorm.pages.content.judged import judged
from textnorm.pages.content.line_features import own_features
from textnorm.pages.content.post_days import with_days

TREES = 130
SETTINGS = {
    "objective": "binary", "num_leaves": 11, "min_data_in_leaf": 20, "lambda_l2": 5, "learning_rate": 0.065, "feature_fraction": 0.3,
    "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": 1, "max_bin": 63, "seed": 1, "verbose": -1,
}  # fmt: skip
FOLDS = 8
#: what is shown of lines that is none of the trees' business
_HIDDEN = frozenset({"bits", "exact", "model", "doubted", "open", "certain"})
#: the headline of a post, and rows about it
_HEADLINE, _ABOUT = "i", "ta"


class Page:
    """The lines of a page: their signs, which stay, which may be a headline, and their labels."""

    def __init__(self, file: str, row: Row) -> None:
        self.file, self.names = file, list[str]()
        lines = zip(row["text"].split("\n"), row["labels"], strict=True)
        shown = [(line.strip(), label) for line, label in lines if line.strip()]
        if len(shown) < segment._FEWEST:
            return
        self._see([line for line, _ in shown], [label for _, label in shown])
        left = [pair for pair, stays in zip(shown, self._left(), strict=True) if stays]
        self.rows, self.right = self._asked()
        if len(left) >= segment._FEWEST:
            whole = self.lines, self.labels, self.kept, self.matrix
            self._see([line for line, _ in left], [label for _, label in left])
            rows, right = self._asked()
            self.rows, self.right = np.concatenate([self.rows, rows]), np.concatenate([self.right, right])
            self.lines, self.labels, self.kept, self.matrix = whole

    def _see(self, lines: Sequence[str], labels: Sequence[str]) -> None:
        page = own_features(lines)
        told = judged(page, segment.page_model(), fully=True)
        self.lines, self.labels = lines, labels
        self.kept = with_days(lines, segment.keepers(page, told, [False] * len(lines)))
        self.names = [name for name in told if name not in _HIDDEN and not name.startswith("fact")]
        self.matrix = np.array([told[name].tolist() for name in self.names], dtype=np.int16).T

    def _left(self) -> list[bool]:
        return [
            stays or label in _HEADLINE + _ABOUT for stays, label in zip(self.kept, self.labels, strict=True)
        ]

    def _asked(self) -> tuple[Matrix, Matrix]:
        near = Column(self.kept).window(0, headlines._REACH)
        asked = [n for n, stays in enumerate(self.kept) if not stays and near[n]]
        return self.matrix[asked], np.array([self.labels[n] == _HEADLINE for n in asked], dtype=float)


def fit(pages: Iterable[Page]) -> lightgbm.Booster:
    used = list(pages)
    rows, right = np.concatenate([page.rows for page in used]), np.concatenate([page.right for page in used])
    return lightgbm.train(SETTINGS, lightgbm.Dataset(rows, right), TREES)


def check(pages: Sequence[Page]) -> None:
    """Print how many headlines stay by the page model, with trees that have not seen their file, and what else does by label."""
    stay: Counter[str] = Counter()
    before = sum(
        stays for p in pages for stays, label in zip(p.kept, p.labels, strict=True) if label == _HEADLINE
    )
    for page, model in unseen_by(pages, FOLDS, fit):
        scores = Column((model.predict(page.matrix, raw_score=True) * 1000).astype(int).tolist())
        after = headlines.with_headlines(page.lines, page.kept, scores)
        stay.update(
            label
            for label, was, stays in zip(page.labels, page.kept, after, strict=True)
            if stays and not was
        )
    total = sum(page.labels.count(_HEADLINE) for page in pages)
    print(
        f"of {total} headlines on {len(pages)} pages {before} stay by the page model; by the trees, by label:",
        dict(stay),
    )


if __name__ == "__main__":
    train(__doc__ or "", Page, lambda pages: exported(fit(pages), pages[0].names), check)
