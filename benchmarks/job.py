"""Speed of the whole job, a scraped page cleaned, dated and normalised, beside an older build and what others offer.

    python benchmarks/job.py FOLDER [--old CHECKOUT] [--only COLUMN ...] [--rounds 5] > table.md

FOLDER holds data/pages/{fa_dev1,fa_dev2,train}.jsonl(.gz) and data/wild/docs_fa.jsonl.gz. Each figure is a process of
its own that loads what it needs, warms up on a text of ours, and goes over the texts once: no line is known beforehand.
The contenders take turns, and the figure is the median of the rounds: MB of UTF-8 text a CPU second, and in brackets
how many times faster this build is; modules come from cached bytecode, as those of installed packages do. The HTML pages are those of the Persian column, each line an element. `chain` is what one would build of other
libraries: jusText for the page, hazm for its Persian, dateparser for its dates; `hazm, dateparser` is the same for a page that
is text already, of which nothing is left out. Needs the packages trafilatura, justext,
hazm, dateparser and resiliparse in this environment; what is not there is left out of the table.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import html
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

WORKER = """
import json, sys
from time import process_time
out, sys.stdout = sys.stdout, sys.stderr  # some libraries talk
texts = json.load(open(sys.argv[1], encoding="utf-8"))
exec(sys.argv[2])
call = eval(sys.argv[3])
call(texts.pop())
start = process_time()
for text in texts:
    call(text)
print(process_time() - start, file=out)
"""
_CHAIN = """
import justext
stops = justext.get_stoplist("Persian")
def chain(page):
    text = "\\n".join(part.text for part in justext.justext(page.encode(), stops) if not part.is_boilerplate)
    return parts(text)
"""
_PARTS = """
import dateparser.search, hazm
normalizer = hazm.Normalizer()
def parts(text):
    return normalizer.normalize(text), dateparser.search.search_dates(text, languages=["fa", "en"])
"""
#: a library, what loads it, and its function from HTML to what it makes of it
PEERS = {
    "trafilatura": ("import trafilatura", "trafilatura.extract"),
    "jusText": (_CHAIN.split("def")[0], "lambda page: justext.justext(page.encode(), stops)"),
    "resiliparse": (
        "from resiliparse.extract.html2text import extract_plain_text as extract",
        "lambda page: extract(page, main_content=True)",
    ),
    "chain": (_PARTS + _CHAIN, "chain"),
    "hazm, dateparser": (_PARTS, "parts"),
}
_OURS = "import textnorm; page = textnorm.PageOptions(mode='page'); careful = textnorm.PageOptions(mode='careful')"
_WARM = "باران در شمال\n۸ مهر ۱۳۹۷\nبارش ها از فردا کم تر می شود و هوا سرد می ماند.\nادامه مطلب\nHome\n"


class Column(NamedTuple):
    """A task on some texts."""

    texts: str
    call: str
    peers: tuple[str, ...] = ()


COLUMNS = {
    "tidy, Persian pages": Column("pages", "textnorm.tidy", ("hazm, dateparser",)),
    "tidy, mixed documents": Column("documents", "textnorm.tidy"),
    "clean careful, articles": Column("articles", "lambda text: textnorm.clean(text, careful)"),
    "clean careful, Persian pages": Column("pages", "lambda text: textnorm.clean(text, careful)"),
    "page mode, Persian pages": Column("pages", "lambda text: textnorm.clean(text, page)"),
    "page mode, English pages": Column("scrapes", "lambda text: textnorm.clean(text, page)"),
    "read_page, Persian pages": Column("pages", "lambda text: textnorm.read_page(text, page)"),
    "find_dates, documents": Column("documents", "textnorm.find_dates"),
    "explain_tidy, Persian pages": Column("pages", "textnorm.explain_tidy"),
    "explain_tidy, mixed documents": Column("documents", "textnorm.explain_tidy"),
    "tidy, HTML pages": Column(
        "html", "lambda page: textnorm.tidy(html=page)", ("trafilatura", "jusText", "resiliparse", "chain")
    ),
}


def rows(path: Path) -> Iterator[dict[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def as_html(text: str) -> str:
    """A page whose lines are elements: long ones paragraphs, short ones links."""
    lines = map(html.escape, filter(None, map(str.strip, text.split("\n"))))
    body = "\n".join(
        f"<p>{line}</p>" if len(line) > 80 else f"<div><a href='#'>{line}</a></div>" for line in lines
    )
    return f"<!doctype html><html lang='fa'><head><meta charset='utf-8'></head><body>{body}</body></html>"


def all_texts(folder: Path) -> dict[str, list[str]]:
    """The texts of the columns; each list ends with the one to warm up on."""
    pages, wild = folder / "data" / "pages", folder / "data" / "wild"
    persian = [row["text"] for name in ("fa_dev1", "fa_dev2") for row in rows(pages / f"{name}.jsonl")]
    english = list(rows(pages / "train.jsonl.gz"))[:200]
    texts = {
        "pages": persian,
        "documents": [row["text"] for row in rows(wild / "docs_fa.jsonl.gz")],
        "articles": [row["gold_text"] for row in english],
        "scrapes": [row["naive_text"] for row in english[:100]],
        "html": list(map(as_html, persian)),
    }
    return {
        name: [*found, as_html(_WARM * 4) if name == "html" else _WARM * 4] for name, found in texts.items()
    }


def seconds(setup: str, call: str, texts: Path) -> float:
    """CPU seconds of one pass in a process of its own; not a number where the library is not there."""
    command = [sys.executable, "-c", WORKER, str(texts), setup, call]
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=own)
    return float(done.stdout) if done.returncode == 0 else float("nan")


def contenders(column: Column, old: Path | None) -> dict[str, tuple[str, str]]:
    """Each contender for a column, as what loads it and its call; this build first."""
    here = Path(__file__).parents[1]
    found = {"textnorm": here} | ({"the old checkout": old} if old else {})
    ours = {
        name: (f"import sys; sys.path.insert(0, {str(path / 'src')!r}); {_OURS}", column.call)
        for name, path in found.items()
    }
    return ours | {name: PEERS[name] for name in column.peers}


def speeds(column: Column, texts: dict[str, list[str]], old: Path | None, rounds: int) -> dict[str, float]:
    """MB a second of each contender, the median of some rounds in turn."""
    plain = texts["pages" if column.texts == "html" else column.texts][:-1]
    size = sum(len(text.encode()) for text in plain) / 1e6
    runs: dict[str, list[float]] = {}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts[column.texts], file, ensure_ascii=False)
        file.flush()
        for turn in range(rounds + 1):
            for name, (setup, call) in contenders(column, old).items():
                taken = seconds(setup, call, Path(file.name))
                if turn:  # the first writes bytecode
                    runs.setdefault(name, []).append(taken)
    return {name: size / statistics.median(found) for name, found in runs.items()}


def cell(speed: float | None, ours: float) -> str:
    if speed is None or speed != speed:
        return ""
    return f"{speed:.2f}" if speed == ours else f"{speed:.2f} (×{ours / speed:.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--old", type=Path, help="a checkout of an older version, measured in the same run")
    parser.add_argument("--only", nargs="*", metavar="COLUMN", help="columns, by a part of their names")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = all_texts(args.folder)
    print(f"{datetime.date.today()}, {platform.machine()}, Python {platform.python_version()}, one core,")
    print(f"medians of {args.rounds}; MB/s, in brackets how many times faster this build is\n")
    names = ["textnorm", *(["the old checkout"] if args.old else []), *PEERS]
    print("| |", " | ".join(names), "|")
    print("| --- |", " | ".join("---:" for _ in names), "|")
    for name, column in COLUMNS.items():
        if not args.only or any(part in name for part in args.only):
            found = speeds(column, texts, args.old, args.rounds)
            print(
                f"| {name} |",
                " | ".join(cell(found.get(each), found["textnorm"]) for each in names),
                "|",
                flush=True,
            )


if __name__ == "__main__":
    main()
