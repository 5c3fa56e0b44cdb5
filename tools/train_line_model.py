#!/usr/bin/env python3
"""Train the line model of posts: python tools/train_line_model.py MODEL.json FILE ... [--check [FILE ...]]

MODEL.json is src/textnorm/pages/data/line_model.json, made of fixtures/pages/*.pages and of the pages of
data/pages/fa_dev1.jsonl and fa_dev2.jsonl (one a line, with text and labels: k for lines of a text). Pages that are read in careful
mode, and those that the page model does not take for pages, teach nothing here. The page model saw all of these in training:
with --folds FOLDS.json, of tools/train_page_model.py --check, each page is seen as by a model that did not. Needs lightgbm and numpy.

The rules for texts were made with many of these pages in sight, so what they say is no sign for the trees, which would
trust them too much. --check leaves out one file after the other (all, or those named) and says on how many of its
pages the lines of the text come out right: by the rules, and without what the trees call no text with some certainty.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import lightgbm
import numpy as np
from labelled_pages import Row, labels_of_lines, made, with_less_known
from train_page_model import Matrix, exported

from textnorm import PageOptions
from textnorm.pages.posts.label import ruled_texts
from textnorm.pages.posts.line_signs import lines_of, signs_of
from textnorm.pages.posts.metadata import authors_of
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.split import spans_of

TREES = 250
SETTINGS = {
    "objective": "binary", "num_leaves": 12, "min_data_in_leaf": 20, "lambda_l2": 5, "learning_rate": 0.08, "feature_fraction": 0.2,
    "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": 1, "max_bin": 63, "seed": 1, "verbose": -1,
}  # fmt: skip
#: certainties that --check tries
LEVELS = (0.5, 1, 1.5, 2, 2.5)


class Page:
    """The lines of the posts of one page: their signs, whether each is text, whether that is asked, and what the rules say."""

    def __init__(self, file: str, row: Row) -> None:
        self.file, self.names = file, list[str]()
        reading = Reading(row["text"], PageOptions())
        page = reading.lines()
        if page.kept is None:
            return
        own = labels_of_lines(reading, row)
        spans = spans_of(page)
        asked = [lines_of(span) for span in spans]
        signs = signs_of(page, spans, asked)
        self.names = list(signs)
        self.rows = np.array([column.tolist() for column in signs.values()], dtype=np.int16).T
        places = [place for lines in asked for place in lines]
        self.keep = np.array([own[place] == "k" for place in places], dtype=bool)
        self.asked = np.array([own[place] != "x" for place in places], dtype=bool)
        ruled = zip(asked, ruled_texts(page, spans, authors_of(page, spans)), strict=True)
        self.ruled = np.array([place in text for lines, text in ruled for place in lines], dtype=bool)

    def is_right(self, kept: Matrix) -> bool:
        return not ((kept != self.keep) & self.asked).any()

    def kept(self, model: lightgbm.Booster, level: float) -> Matrix:
        return self.ruled & (model.predict(self.rows, raw_score=True) > -level)


def fit(pages: Iterable[Page]) -> lightgbm.Booster:
    used = list(pages)
    data = lightgbm.Dataset(
        np.concatenate([page.rows for page in used]),
        np.concatenate([page.keep for page in used]),
        weight=np.concatenate([page.asked.astype(float) for page in used]),
    )
    return lightgbm.train(SETTINGS, data, TREES)


def check(pages: Sequence[Page], files: Sequence[str]) -> None:
    """Print what the trees make of each file that they have not seen."""
    total = np.zeros((len(LEVELS), 2), dtype=int)
    for file in files or sorted({page.file for page in pages}):
        model = fit(page for page in pages if page.file != file)
        own = [page for page in pages if page.file == file]
        ruled = [page.is_right(page.ruled) for page in own]
        told = []
        for at, level in enumerate(LEVELS):
            right = [page.is_right(page.kept(model, level)) for page in own]
            gained = sum(a and not b for a, b in zip(right, ruled, strict=True))
            lost = sum(b and not a for a, b in zip(right, ruled, strict=True))
            total[at] += gained, lost
            told.append(f"{level}: +{gained} -{lost}")
        print(f"{file}: {sum(ruled)} of {len(own)} right by the rules; " + ", ".join(told), flush=True)
    print("all: " + ", ".join(f"{level}: +{g} -{n}" for level, (g, n) in zip(LEVELS, total, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--check", nargs="*", metavar="FILE", help="leave these out, one after the other")
    parser.add_argument("--folds", type=Path, help="page models that have not seen the pages")
    args = parser.parse_args()
    if args.check is not None:
        check(made(args.pages, args.folds, Page), args.check)
    pages = with_less_known(lambda: made(args.pages, args.folds, Page))
    text = json.dumps(exported(fit(pages), pages[0].names), separators=(",", ":"))
    args.target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
