"""Pages whose lines have labels, for the training of models: one reader for all files that hold them.

A page is a row: id, site, text (or naive_text), for some posts, and labels, a letter for each line: k text, d boilerplate, i title, t the
day and other rows about the post, a author, g tags, c comment, x neither right nor wrong.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, Protocol, TypeVar
from unittest.mock import patch

from textnorm.cache import BoundedCache
from textnorm.pages.content import line_features, segment
from textnorm.pages.content.model import PageModel, page_model
from textnorm.pages.interface import match
from textnorm.pages.posts import word_weights
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.word_weights import Weights

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
    """What a trainer makes of a page of a file: its signs have names, none where the page teaches nothing."""

    file: str
    names: list[str]


Page = TypeVar("Page", bound=TaughtBy)
Model = TypeVar("Model")


def unseen_models(folds: Path | None) -> dict[str, PageModel]:
    """For each page that a file of folds names (tools/train_page_model.py --check) the page model that has not seen it."""
    found: dict[str, PageModel] = {}
    for fold in json.loads(folds.read_text(encoding="utf-8")) if folds else ():
        model = PageModel.of_data(fold["model"])
        found.update(dict.fromkeys(fold["unseen"], model))
    return found


def made(paths: Iterable[Path], folds: Path | None, page: Callable[[str, Row], Page]) -> list[Page]:
    """What a trainer makes of the pages that teach something, each as a page model sees it that was not trained on it.

    The weights of words are those of other files, too.
    """
    unseen, pages = unseen_models(folds), list[Page]()
    rows = {path.stem: [*reading(path)] for path in paths}
    for file, weights in unseen_weights(rows):
        for row in rows[file]:
            model = unseen.get(row["id"]) or page_model()
            with patch.object(segment, "page_model", lambda model=model: model), seeing(weights):
                pages.append(page(file, row))
    return [one for one in pages if one.names]


def unseen_by(
    pages: Sequence[Page], folds: int, fit: Callable[[Iterable[Page]], Model]
) -> Iterator[tuple[Page, Model]]:
    """Yield each page with what was fitted to the pages of other files: files are left out in so many parts, one after the other."""
    files = sorted({page.file for page in pages})
    for fold in range(folds):
        unseen = files[fold::folds]
        model = fit(page for page in pages if page.file not in unseen)
        yield from ((page, model) for page in pages if page.file in unseen)


def with_less_known(read: Callable[[], list[Page]]) -> list[Page]:
    """What a trainer makes of pages, and of the same where a third of the lines is not on the list of what sites show, two thirds in turn.

    The list has what these pages show, since it was written with them in sight; the next page shows more that is not on it.
    """
    pages = read()
    for part in range(FORGOTTEN):
        with forgetting(part):
            pages += read()
    return pages


#: of so many parts of the lines on the list each page is seen without one
PARTS, FORGOTTEN = 3, 2


@contextmanager
def forgetting(part: int) -> Iterator[None]:
    """See lines as if a part of them were not on the list of what sites show: always the same lines."""
    known = match.bits_of_words

    def bits_of_words(words: Sequence[str]) -> int:
        return 0 if zlib.crc32("".join(words).encode()) % PARTS == part else known(words)

    fresh = BoundedCache(match._bits, 8192)
    looked = BoundedCache(lambda line: line_features._look([line])[0], 8192)
    with (
        patch.object(match, "bits_of_words", bits_of_words),
        patch.object(line_features, "bits_of_words", bits_of_words),
        patch.object(match, "_native_bits", lambda line: None),
        patch.object(line_features, "reader", lambda: None),
        patch.object(match, "_BITS", fresh),
        patch.object(line_features, "_SEEN", looked),
    ):
        yield


def unseen_weights(rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Weights]]:
    """Yield each file with the weights of words that the files of other groups teach."""
    from train_word_weights import GROUPS, group_of, learned

    for group in range(GROUPS):
        others = learned(row for file, own in rows.items() if group_of(file) != group for row in own)
        yield from ((file, others) for file in rows if group_of(file) == group)


@contextmanager
def seeing(weights: Weights) -> Iterator[None]:
    """See lines with some weights of words instead of those that come with the package."""
    evidence = BoundedCache(word_weights._look, 2048)
    with (
        patch.object(word_weights, "word_weights", lambda: weights),
        patch.object(word_weights, "_EVIDENCE", evidence),
    ):
        yield


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
    if args.check:
        check(made(args.pages, args.folds, page))
    pages = with_less_known(lambda: made(args.pages, args.folds, page))
    args.target.write_text(json.dumps(model(pages), separators=(",", ":")) + "\n", encoding="utf-8")
