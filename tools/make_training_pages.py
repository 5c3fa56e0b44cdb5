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
from collections.abc import Iterator, Sequence
from pathlib import Path

from training_markup import MarkupMaker
from training_pieces import sentences_of, strings_of
from training_small import SmallMaker


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--html", action="store_true", help="pages of HTML, for tools/train_markup_model.py (shipped: 700)"
    )
    args = parser.parse_args()
    pieces = strings_of(), sentences_of(args.sentences), args.seed
    contents = html_pages(*pieces) if args.html else pages(*pieces)
    with gzip.open(args.out, "wt", encoding="utf-8") as out:
        for number, content in zip(range(args.pages), contents, strict=False):
            name = f"made-{number}"
            page = {"id": name, "site": name, "type": "article", "lang": "fa", "source": "made"} | content
            out.write(json.dumps(page, ensure_ascii=False) + "\n")


def pages(
    strings: dict[str, list[list[str]]], sentences: Sequence[str], seed: int
) -> Iterator[dict[str, str]]:
    """Yield pages as lines with their labels."""
    maker = SmallMaker(strings, sentences, seed)
    while True:
        rows = [(" ".join(text.split()), label) for text, label in maker.page()]
        rows = [(text, label) for text, label in rows if text]
        yield {
            "naive_text": "\n".join(t for t, _ in rows),
            "labels": "".join(label for _, label in rows),
        }


def html_pages(
    strings: dict[str, list[list[str]]], sentences: Sequence[str], seed: int
) -> Iterator[dict[str, str]]:
    """Yield pages as HTML with the text in them."""
    maker = MarkupMaker(strings, sentences, seed)
    while True:
        html, text = maker.html_page()
        yield {"html": html, "gold_text": text}


if __name__ == "__main__":
    main()
