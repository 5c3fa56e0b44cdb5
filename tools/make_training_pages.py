#!/usr/bin/env python3
"""Put together Persian pages for training: python tools/make_training_pages.py SENTENCES OUT [--pages N]

The interface strings are those of our own list, src/textnorm/pages/data/interface.toml. SENTENCES holds Persian words, one a line, with a blank line between sentences. OUT gets one page a line, in the form
that tools/train_page_model.py reads: the text, and a letter for each line (k body, i title, d boilerplate,
t date, a author, c comment, g tags, x caption).

The pages are made of the same pieces as real ones (menus, tool rows, side columns, threads, footers) in an order
that real templates have, and mean nothing. They are for training only and never part of the package.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

from training_blocks import Maker
from training_pieces import sentences_of, strings_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    maker = Maker(strings_of(), sentences_of(args.sentences), args.seed)
    with gzip.open(args.out, "wt", encoding="utf-8") as out:
        for number in range(args.pages):
            rows = [(" ".join(text.split()), label) for text, label in maker.page()]
            rows = [(text, label) for text, label in rows if text]
            page = {
                "id": f"made-{number}",
                "site": f"made-{number}",
                "type": "article",
                "lang": "fa",
                "source": "made",
            }
            page |= {
                "naive_text": "\n".join(t for t, _ in rows),
                "labels": "".join(label for _, label in rows),
            }
            out.write(json.dumps(page, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
