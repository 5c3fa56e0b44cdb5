#!/usr/bin/env python3
"""Speed of clean() on naive pages and on articles: python benchmarks/pages.py PAGES.jsonl[.gz]

PAGES holds one page a line, with naive_text and gold_text. --write MODE FILE writes what clean() gives, as
{"id", "text"} lines for the word-level scorer.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Sequence
from pathlib import Path

from textnorm.pages import PageOptions, clean


def speed(texts: Sequence[str], options: PageOptions) -> float:
    size = sum(len(text.encode()) for text in texts)
    start = time.process_time()
    for text in texts:
        clean(text, options)
    return size / 1e6 / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--write", nargs=2, metavar=("MODE", "FILE"))
    args = parser.parse_args()
    opener = gzip.open if args.pages.suffix == ".gz" else open
    with opener(args.pages, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines][: args.limit]
    if args.write:
        mode, target = args.write
        options = PageOptions(mode=mode)
        rows = ({"id": page["id"], "text": clean(page["naive_text"], options)} for page in pages)
        Path(target).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return
    for mode, key in (("careful", "gold_text"), ("page", "naive_text"), ("auto", "naive_text")):
        texts = [page[key] for page in pages]
        print(f"{mode:8} {key:10} {speed(texts, PageOptions(mode=mode)):6.1f} MB/s")


if __name__ == "__main__":
    main()
