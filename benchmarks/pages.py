#!/usr/bin/env python3
"""Speed of clean() on naive pages and on articles, and what it makes of them for a word-level scorer.

    python benchmarks/pages.py PAGES.jsonl[.gz]
    python benchmarks/pages.py PAGES.jsonl[.gz] --write page FILE [--folds FOLDS.json] [--sites] [--key gold_text]

PAGES holds one page a line, with id, site, naive_text and gold_text. --write MODE FILE writes what clean()
gives, as {"id", "text"} lines. FOLDS.json, made by tools/train_page_model.py --check, holds models that have
not seen the site of the page; without it the pages are those the model was trained on. --sites learns a
profile of each site with three pages and more, from their naive texts, and writes the pages of these alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textnorm.pages import PageOptions, SiteProfile, clean, learn_site
from textnorm.pages.content import segment
from textnorm.pages.content.model import PageModel, page_model

Row = dict[str, Any]
_FEWEST = 3


def speed(texts: Sequence[str], options: PageOptions) -> float:
    size = sum(len(text.encode()) for text in texts)
    clean("warm up\n" * 20, options)
    start = time.process_time()
    for text in texts:
        clean(text, options)
    return size / 1e6 / (time.process_time() - start)


def models(path: Path | None) -> dict[str, PageModel]:
    """For each page the model that has not seen its site."""
    if path is None:
        return {}
    found: dict[str, PageModel] = {}
    for fold in json.loads(path.read_text()):
        model = PageModel.of_data(fold["model"])
        found.update(dict.fromkeys(fold["unseen"], model))
    return found


def profiles(pages: Sequence[Row]) -> dict[str, SiteProfile]:
    """The profile of each site with enough pages."""
    texts = defaultdict(list)
    for page in pages:
        texts[page["site"]].append(page["naive_text"])
    return {site: learn_site(of_site) for site, of_site in texts.items() if len(of_site) >= _FEWEST}


def cleaned(pages: Sequence[Row], args: argparse.Namespace) -> Iterator[Row]:
    """What clean() gives for each page."""
    unseen = models(args.folds)
    sites = profiles(pages) if args.sites else {}
    options = PageOptions(mode=args.write[0])
    for page in pages:
        if not args.sites or page["site"] in sites:
            segment.page_model = lambda: unseen.get(page["id"]) or page_model()  # noqa: B023
            text = clean(page[args.key], replace(options, site=sites.get(page["site"])))
            yield {"id": page["id"], "text": text}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--write", nargs=2, metavar=("MODE", "FILE"))
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--sites", action="store_true")
    parser.add_argument("--key", default="naive_text", choices=("naive_text", "gold_text"))
    parser.add_argument("--type", help="only pages of this type")
    args = parser.parse_args()
    opener = gzip.open if args.pages.suffix == ".gz" else open
    with opener(args.pages, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    pages = [page for page in pages if args.type in (None, page["type"])]
    if args.write:
        rows = cleaned(pages, args)
        Path(args.write[1]).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return
    for mode, key in (
        ("careful", "gold_text"),
        ("page", "naive_text"),
        ("auto", "naive_text"),
        ("auto", "gold_text"),
    ):
        texts = [page[key] for page in pages[: args.limit]]
        print(f"{mode:8} {key:10} {speed(texts, PageOptions(mode=mode)):6.1f} MB/s")


if __name__ == "__main__":
    main()
