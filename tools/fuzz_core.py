"""Hold the native core against the pipeline on texts of words, odd characters and mutated lines.

    python tools/fuzz_core.py [--seconds 60 | --texts N] [--seed 1] [--profile STANDARD] [FILE ...]

FILE: texts whose lines are mutated, by default the fixtures. Each difference is shrunk and printed with both answers; the exit
code says whether there was one. Under the sanitizers of the compiler: python tools/build_core.py --sanitize.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import textnorm
from textnorm.compiled import compile_rules
from textnorm.core import core_for, folding_for
from textnorm.pipeline import run

ROOT = Path(__file__).parents[1]
ODD = [
    *"آبپتجدرزسشکگلمنوهیءأؤئإةۀيكىےہھەٱ",
    *" \t\u00a0\u200c\u200c\u200d\u200b\u00ad\u200f\u200e\u202a\ufeff\u0640",
]
ODD += [
    *"\u064b\u064e\u0651\u0654\u0670\u0653۰۵٣12,.;:!?()[]{}«»،؛؟٪%/\\-–—_\"'“”…*#@&<>=+|~^`$abXé😀👍🏽❤️→©ﷲﺳﻼﷺ²ںڵ"
]
ODD += [" "] * 20 + [
    "\u2329",
    "\t\u00a0",
    "كيف حالك يا",
    "وهذا",
    "ہے",
    "چییە",
    "آهي",
    "\\cite{",
    "$ ls ",
    "f(x='",
    "[[",
    "INTO t (",
    "می",
    "نُه",
    "کُش",
    "گِل",
    "ها",
    "ای",
    "تر",
    "ه ی",
    " ال",
    "http://a.b/c",
    "example.com",
    "v1.2.3",
    "12:30",
    "`x`",
    "<b>",
    "&nbsp;",
]


def texts(lines: list[str], chance: random.Random) -> str:
    """Return one text: a mutated line, some words, odd characters, or some lines."""
    words = [word for line in chance.choices(lines, k=3) for word in line.split(" ")]
    kind = chance.random()
    if kind < 0.45:
        line = list(chance.choice(lines)[: chance.choice([40, 80, 200])])
        for _ in range(chance.randint(0, 5)):
            line.insert(chance.randint(0, len(line)), chance.choice(ODD))
        return "".join(line)
    if kind < 0.75:
        return chance.choice([" ", " ", "  ", "،"]).join(chance.choices(words, k=chance.randint(1, 8)))
    if kind < 0.9:
        return "".join(chance.choices(ODD, k=chance.randint(1, 25)))
    return "\n".join(chance.choices(lines, k=chance.randint(2, 5)))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--texts", type=int, help="so many texts instead, the same at every run of a seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="STANDARD")
    parser.add_argument("files", nargs="*", type=Path)
    args = parser.parse_args()
    options = getattr(textnorm, args.profile)
    core, rules, chance = (
        core_for(options) or folding_for(options),
        compile_rules(options),
        random.Random(args.seed),
    )
    if core is None:
        print("no core: python tools/build_core.py")
        return 1
    files = args.files or sorted((ROOT / "fixtures").rglob("*.txt"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines() if line] or [
        "باد"
    ]

    def differs(text: str) -> bool:
        return core.normalise(text) != run(text, rules)

    end, tried, wrong = time.monotonic() + args.seconds, 0, 0
    while (time.monotonic() < end if args.texts is None else tried < args.texts) and wrong < 20:
        tried += 1
        if tried % 2000 == 0:
            getattr(core, "forget", int)()
        text = texts(lines, chance)
        if differs(text):
            wrong += 1
            text = shrunk(text, differs)
            print(f"{text!a}\n  core     {core.normalise(text)!a}\n  pipeline {run(text, rules)!a}")
    print(f"{args.profile}: {tried:,} texts, {wrong} wrong")
    return int(wrong > 0)


def shrunk(text: str, differs) -> str:  # type: ignore[no-untyped-def]
    """Return a short piece of *text* that still differs."""
    for size in (64, 16, 4, 1, 1):
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if differs(shorter):
                text = shorter
            else:
                at += size
    return text


if __name__ == "__main__":
    sys.exit(main())
