#!/usr/bin/env python3
"""Fit the weights of the signs of a headline (pages/posts/titles.py) on labelled pages.

    python tools/fit_titles.py PAGES.jsonl ... [--check]

PAGES holds one page a line, with text, site and posts (title); pages of one post are taken. The weights are those of
a choice among the lines above the text (softmax), with a ridge; --check leaves one family of sites out at a time.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

from textnorm import PageOptions
from textnorm.pages.keys import line_key
from textnorm.pages.posts import titles
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.split import title_candidates
from textnorm.pages.posts.template import template_of

#: the best of those that --check tries
RIDGE = 0.3
Rows = tuple[np.ndarray, int, str]


def samples(path: Path) -> list[Rows]:
    """The signs of the lines that can be the headline of each page, and the place of the right one."""
    found = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        page = json.loads(line) if line.strip() else None
        if page is None or len(page["posts"]) != 1 or not page["posts"][0]["title"]:
            continue
        lines = Reading(page["text"], PageOptions()).lines()
        if lines.kept is None or template_of(lines) is not None:
            continue
        candidates, first, body = title_candidates(lines)
        candidates = [place for place in candidates if lines.can_title(place)]
        wanted = line_key(page["posts"][0]["title"].lstrip("# "))
        right = [n for n, place in enumerate(candidates) if lines.keys[place] == wanted]
        if right:
            signs = np.array(titles.signs_of(lines, candidates, first, body))
            found.append((signs, right[-1], page["site"]))
        else:
            print("no candidate:", page.get("id"), page["site"], page["posts"][0]["title"])
    return found


def fitted(rows: list[Rows], ridge: float = 1.0, steps: int = 3000, rate: float = 0.05) -> np.ndarray:
    signs = np.concatenate([row[0] for row in rows])
    starts = np.cumsum([0, *(len(row[0]) for row in rows)])[:-1]
    number = np.repeat(np.arange(len(rows)), [len(row[0]) for row in rows])
    wanted = signs[starts + np.array([row[1] for row in rows])].sum(axis=0)
    weights = np.zeros(len(titles.WEIGHTS))
    for _ in range(steps):
        score = signs @ weights
        odds = np.exp(score - np.maximum.reduceat(score, starts)[number])
        odds /= np.add.reduceat(odds, starts)[number]
        weights -= rate * (ridge * weights + odds @ signs - wanted) / len(rows)
    return weights


def right(rows: list[Rows], weights: np.ndarray) -> int:
    return sum(int((signs @ weights).argmax()) == place for signs, place, _ in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    rows = [row for path in args.pages for row in samples(path)]
    if args.check:
        sites = defaultdict(list)
        for row in rows:
            sites[row[2]].append(row)
        for ridge in (RIDGE, 1.0, 3.0):
            good = sum(
                right(own, fitted([r for r in rows if r[2] != site], ridge, 800))
                for site, own in sites.items()
            )
            print(f"ridge {ridge}: {good} of {len(rows)} right, family left out")
    weights = fitted(rows, RIDGE)
    print(right(rows, weights), "of", len(rows))
    for name, weight in zip(titles.WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
