"""Speed beside the peers, in one run: CPU time, the contenders in turn, medians of five.

    python benchmarks/peers.py install DIR
    python benchmarks/speed.py DIR [--dev FOLDER] [--documents FILE] [--tokens FILE] [--old CHECKOUT] [--only NAME ...] > table.md

Every contender is a process of its own that reads the texts once and then runs them when told to, all of them on the
same core where the system allows it, so that all meet the same drift of the machine. A turn lasts a tenth of a second
at least: in the first few milliseconds after a sleep a processor shows how it wakes up, not how fast a library is.
Texts: a generated mixture of our own; with --dev, lines of the restoration dev set; with --tokens, running text (one
token a line, a blank line between sentences) of which no contender meets a sentence twice. The other columns show a
library that knows its words, these one that has to learn them. Figures are MB of UTF-8 a second, and how many times
faster textnorm is.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from peers import PEERS, python_of

ROUNDS = 5
WORKER = """
import json, sys
from time import process_time
out, sys.stdout = sys.stdout, sys.stderr  # some libraries talk
texts = json.load(open(sys.argv[1], encoding="utf-8"))
exec(sys.argv[2])
call = eval(sys.argv[3])
call("سلام دنیا"); call("Hello")
for name in sys.stdin:
    passes, start = 0, process_time()
    while not passes or (process_time() - start < 0.1 and not name.startswith("unseen")):
        for text in texts[name.strip()]:
            call(text)
        passes += 1
    print((process_time() - start) / passes, file=out, flush=True)
"""
OURS = {
    "textnorm STANDARD": ("import textnorm", "textnorm.normalise"),
    "textnorm EDITORIAL": ("import textnorm", "lambda t: textnorm.normalise(t, textnorm.EDITORIAL)"),
    "textnorm SEARCH": ("import textnorm", "lambda t: textnorm.normalise(t, textnorm.SEARCH)"),
    "textnorm ENCODING": ("import textnorm", "lambda t: textnorm.normalise(t, textnorm.ENCODING)"),
    "textnorm explain": ("import textnorm", "textnorm.explain"),
    "textnorm clean": ("import textnorm", "textnorm.clean"),
    "textnorm find_dates": ("import textnorm", "textnorm.find_dates"),
    "str.translate": ("m = {0x64A: 'ی', 0x643: 'ک', 0x640: None}", "lambda t: t.translate(m)"),
    "UTF-8 decode": ("", "lambda t: t.encode().decode()"),
}
OLD = {
    "textnorm, the old checkout": "textnorm.normalise",
    "textnorm, the old checkout: explain": "textnorm.explain",
    "textnorm, the old checkout: SEARCH": "lambda t: textnorm.normalise(t, textnorm.SEARCH)",
}
_NOISE = str.maketrans({"ی": "ي", "ک": "ك", "\u200c": " "})
ENGLISH = "The first autumn rain reached the coast on Sunday, and the boats stayed in port until noon."
PERSIAN = "هواشناسی می‌گوید بارش‌ها از فردا کم‌تر می‌شود، اما دمای هوا در شمال پایین می‌ماند."
NOISY = "هواشناسي مي گويد بارش ها از فردا كمتر ميشود ,اما دماي هوا در شمال پايين مي ماند ."
MIXED = "برای نصب Python 3.11 به https://example.org/a بروید و README.md را بخوانيد ، ok?"


def generated() -> dict[str, list[str]]:
    """Texts of our own: each kind per line, as short strings and as documents."""
    kinds = {"English": ENGLISH, "clean Persian": PERSIAN, "noisy Persian": NOISY, "mixed": MIXED}
    return {
        "English lines": [ENGLISH] * 2000,
        "mixed 100 kB documents": ["\n".join([PERSIAN, NOISY, MIXED, ENGLISH] * 160)] * 4,
        "50-character strings": [NOISY[:50], PERSIAN[:50]] * 1000,
    } | {f"{name} (one sentence)": [text] * 1000 for name, text in kinds.items() if name != "English"}


def dev_lines(folder: Path) -> dict[str, list[str]]:
    """Lines of the dev set, where it is at hand: no sentence comes twice."""
    with gzip.open(folder / "data" / "restore" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    picked = {"clean Persian": "clean", "noisy Persian": "mixed-noise", "mixed": "mixed-script"}
    texts = {
        f"dev: {name} lines": [r["noisy"] for r in rows if r["kind"] == kind] for name, kind in picked.items()
    }
    clean = "\n".join(texts["dev: clean Persian lines"])
    for name, kind in picked.items():  # each round its own: met for the first time
        lines = [r["noisy"] for r in rows if r["kind"] == kind]
        texts |= {f"unseen: {name} lines of the dev set {n}": lines[n::ROUNDS] for n in range(ROUNDS)}
    return texts | {
        "dev: clean 100 kB documents": [clean[at : at + 55_000] for at in range(0, len(clean), 55_000)]
    }


def unseen_documents(path: Path) -> dict[str, list[str]]:
    """Real documents, one JSON object with a `text` a line, in so many parts that each round has its own."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        documents = [json.loads(row)["text"] for row in rows]
    return {f"unseen: real mixed documents {n}": documents[n::ROUNDS] for n in range(ROUNDS)}


def unseen_lines(tokens: Path) -> dict[str, list[str]]:
    """Sentences in so many parts that each round has its own; noisy: other keyboards, half-spaces lost."""
    with gzip.open(tokens, "rt", encoding="utf-8") as stream:
        sentences = [" ".join(sentence.split("\n")) for sentence in stream.read().split("\n\n")]
    sentences = [re.sub(" (?=[،؛؟!:.»)])|(?<=[«(]) ", "", sentence) for sentence in sentences]
    texts = {}
    for number in range(ROUNDS):
        part = sentences[number :: 2 * ROUNDS]
        texts[f"unseen: clean Persian lines {number}"] = part
        part = sentences[number + ROUNDS :: 2 * ROUNDS]
        texts[f"unseen: noisy Persian lines {number}"] = [line.translate(_NOISE) for line in part]
    return texts


def start(python: str, setup: str, call: str, texts: Path) -> subprocess.Popen[str]:
    """A contender, waiting for the name of the texts to run."""
    command = [python, "-c", WORKER, str(texts), setup, call]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )


def speed(contender: subprocess.Popen[str], name: str, texts: list[str]) -> float:
    """MB of UTF-8 for a CPU second of one pass over the texts of that name, the mean of a turn."""
    assert contender.stdin is not None
    assert contender.stdout is not None
    print(name, file=contender.stdin, flush=True)
    answer = contender.stdout.readline()
    seconds = float(answer) if answer.strip() else float("nan")
    return sum(len(text.encode()) for text in texts) / 1e6 / seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("environments", type=Path)
    parser.add_argument("--dev", type=Path, help="folder with data/restore/dev.jsonl.gz")
    parser.add_argument("--documents", type=Path, help="gzipped JSON lines with a field `text`")
    parser.add_argument("--tokens", type=Path, help="gzipped running text, one token a line")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="these contenders beside textnorm STANDARD")
    parser.add_argument(
        "--old", type=Path, help="a checkout of an older version, to be measured in the same run"
    )
    args = parser.parse_args()
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = dict(unseen_documents(args.documents)) if args.documents else {}
    dev = dev_lines(args.dev) if args.dev else {}
    texts |= {name: lines for name, lines in dev.items() if name.startswith("unseen")}  # before they are seen
    texts |= generated() | {name: lines for name, lines in dev.items() if name not in texts}
    rounds: dict[str, list[str]] = {}
    for kind in texts:
        if kind.startswith("unseen"):
            rounds.setdefault(kind.rpartition(" ")[0], []).append(kind)
        else:
            rounds[kind] = [kind] * ROUNDS
    if args.tokens:
        for name, lines in unseen_lines(args.tokens).items():
            texts[name] = lines
            rounds.setdefault(name.rpartition(" ")[0], []).append(name)
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file, ensure_ascii=False)
        file.flush()
        contenders = {n: start(sys.executable, s, c, Path(file.name)) for n, (s, c) in OURS.items()}
        if args.old:
            setup = f"import sys; sys.path.insert(0, {str(args.old / 'src')!r}); import textnorm"
            for name, call in OLD.items():
                contenders[name] = start(sys.executable, setup, call, Path(file.name))
        for name, peer in PEERS.items():
            python = python_of(args.environments, name)
            if python.exists():
                contenders[name] = start(str(python), peer.setup, peer.call, Path(file.name))
        if args.only is not None:
            kept = {"textnorm STANDARD", *args.only}
            contenders = {name: contender for name, contender in contenders.items() if name in kept}
        table = {
            kind: {
                name: statistics.median(runs)
                for name, runs in zip(
                    contenders,
                    zip(
                        *([speed(c, name, texts[name]) for c in contenders.values()] for name in names),
                        strict=True,
                    ),
                    strict=True,
                )
            }
            for kind, names in rounds.items()
        }
    report(table)


def report(table: dict[str, dict[str, float]]) -> None:
    """The Markdown table: MB/s, and in brackets how many times faster textnorm STANDARD is."""
    print(
        f"{datetime.date.today()}, {platform.machine()}, Python {platform.python_version()}, one core, medians of {ROUNDS}\n"
    )
    print("| MB/s (textnorm STANDARD is × times as fast) |", " | ".join(table), "|")
    print("| --- |", " | ".join("---:" for _ in table), "|")
    for name in next(iter(table.values())):
        cells = []
        for speeds in table.values():
            ratio = speeds["textnorm STANDARD"] / speeds[name]
            cells.append(f"{speeds[name]:.1f}" + ("" if name.startswith("textnorm") else f" (×{ratio:.1f})"))
        print(f"| {name} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
