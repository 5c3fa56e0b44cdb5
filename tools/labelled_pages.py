"""Pages whose lines have labels, for the training of models: one reader for all files that hold them.

A page is a row: id, site, text (or naive_text), for some posts, and labels, a letter for each line: k text, d boilerplate, i title, t the
day and other rows about the post, a author, g tags, c comment, x neither right nor wrong.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, Protocol, TypeVar
from unittest.mock import patch

from textnorm.pages.content import segment
from textnorm.pages.content.model import PageModel, page_model
from textnorm.pages.posts.read_page import Reading

Row = dict[str, Any]
#: the letters of fixtures/pages, which blogfa.pages explains, as those of a row
_LETTERS = str.maketrans("btixn", "kitdx")
_HEADS = ("read: ", "post:", "fails: ")
_AUTHOR = re.compile(r"\bauthor=(?P<name>.*?)(?=\s+\w+=|$)")


def reading(path: Path) -> Iterator[Row]:
    """Yield the pages of a file: cases (.pages) or one page a line (.jsonl, .jsonl.gz)."""
    if path.suffix == ".pages":
        yield from _cases(path)
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def labels_of_lines(read: Reading, row: Row) -> list[str]:
    """Return the label of each line that is not blank as a page was judged: the first one's where rows that a tool cut are one."""
    document, origin = read.cleaning.document, read.cleaning.composer.explained()
    starts = accumulate((len(line) + 1 for line in row["text"].split("\n")), initial=0)
    label_at = dict(zip(starts, row["labels"], strict=False))
    sizes = read.sizes or [1] * len(document.nonblank)
    firsts = islice(accumulate(sizes, initial=0), len(sizes))
    places = (document.starts[document.nonblank[n]] for n in firsts)
    return [label_at.get(origin.to_source(place), "x") for place in places]


def _cases(path: Path) -> Iterator[Row]:
    """Yield the cases of a file that are not read in careful mode; those of one file count as one site."""
    for number, part in enumerate(("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]):
        rows = part.rstrip("\n").split("\n")[1:]
        lines = [row for row in rows if not row.startswith(_HEADS)]
        if any(row.startswith("read: ") and row != "read: careful" for row in rows):
            labels = "".join(row[:1] or "x" for row in lines).translate(_LETTERS)
            text = "\n".join(row[2:] for row in lines)
            posts = [{"author": _author(row)} for row in rows if row.startswith("post:")]
            name = f"{path.stem}-{number}"
            yield {
                "id": name,
                "site": path.stem,
                "kind": "case",
                "text": text,
                "labels": labels,
                "posts": posts,
            }


def _author(row: str) -> str | None:
    found = _AUTHOR.search(row)
    return found["name"] if found else None


class TaughtBy(Protocol):
    """What a trainer makes of a page: its signs have names, none where the page teaches nothing."""

    names: list[str]


Page = TypeVar("Page", bound=TaughtBy)


def unseen_models(folds: Path | None) -> dict[str, PageModel]:
    """For each page that a file of folds names (tools/train_page_model.py --check) the page model that has not seen it."""
    found: dict[str, PageModel] = {}
    for fold in json.loads(folds.read_text(encoding="utf-8")) if folds else ():
        model = PageModel.of_data(fold["model"])
        found.update(dict.fromkeys(fold["unseen"], model))
    return found


def made(paths: Iterable[Path], folds: Path | None, page: Callable[[str, Row], Page]) -> list[Page]:
    """What a trainer makes of the pages that teach something, each as a page model sees it that was not trained on it."""
    unseen, pages = unseen_models(folds), list[Page]()
    for path in paths:
        for row in reading(path):
            model = unseen.get(row["id"]) or page_model()
            with patch.object(segment, "page_model", lambda model=model: model):
                pages.append(page(path.stem, row))
    return [one for one in pages if one.names]


def train(
    description: str,
    page: Callable[[str, Row], Page],
    model: Callable[[Sequence[Page]], object],
    check: Callable[[Sequence[Page]], None],
) -> None:
    """Run the command of a trainer: read the pages that teach something, check by leaving files out if asked, write the model."""
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--check", action="store_true", help="leave some files out, in turn")
    parser.add_argument("--folds", type=Path, help="page models that have not seen the pages")
    args = parser.parse_args()
    pages = made(args.pages, args.folds, page)
    if args.check:
        check(pages)
    args.target.write_text(json.dumps(model(pages), separators=(",", ":")) + "\n", encoding="utf-8")
