"""Dense text, a date a line among words that never come again: find_dates of this build beside that of another.

Usage: ``python benchmarks/dense_dates.py OTHER/src [--lines 1500] [--seeds 3] [KIND ...]``

Words are made of syllables, each once, some with half-spaces, so nothing that is remembered of words or lines can help.
Every figure is the CPU time of a fresh process: it reads so many lines, then twice as many as one text, which is what
is timed. ``prose`` are lines of tests/dates/prose without dates, one call a line. The ratio is that of the two builds,
the least of two runs each, and the median over the seeds.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_LATIN_MONTHS = "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split()
_WEEKDAYS = "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split()
_TO_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
KINDS = (
    "numeric",
    "names",
    "weekday",
    "log",
    "bracket",
    "iso",
    "two-digit",
    "english",
    "mixed",
    "range",
    "time",
)


def fa(text: object) -> str:
    """Return the text with Persian digits."""
    return str(text).translate(_TO_PERSIAN)


class Lines:
    """Writes lines of a kind; no word comes twice."""

    def __init__(self, kind: str, seed: int) -> None:
        self.kind, self.chance, self.seen = kind, random.Random(f"{kind}{seed}"), {""}

    def _word(self, onsets: str, vowels: list[str], codas: list[str]) -> str:
        word, choice = "", self.chance.choice
        while word in self.seen or len(word) < 3:
            word = "".join(
                choice(onsets) + choice(vowels) + choice(codas) for _ in range(choice((1, 2, 2, 3)))
            )
        self.seen.add(word)
        return word

    def persian(self) -> str:
        """Return a new word of Persian letters."""
        word = self._word("بپتجچخدرزسشفکگلمنهقعطصح", ["ا", "و", "ی", "ی", ""], ["", *"رنمدستلش"])
        kind = self.chance.random()
        return f"می‌{word}" if kind < 0.06 else f"{word}‌های" if kind < 0.12 else "آ" * (kind < 0.16) + word

    def latin(self) -> str:
        """Return a new word of Latin letters."""
        word = self._word("bcdfghjklmnprstvw", [*"aeiou"], ["", *"rnstl", "ck", "nd"])
        return word.capitalize() if self.chance.random() < 0.12 else word

    def either(self) -> str:
        """Return a new word of either script."""
        return self.persian() if self.chance.random() < 0.6 else self.latin()

    def line(self) -> str:
        """Return a line with a date."""
        chance, kind = self.chance, self.kind
        year, month, day = chance.randint(1380, 1404), chance.randint(1, 12), chance.randint(1, 29)
        clock = f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}"
        if kind in ("log", "bracket"):
            return self._log(f"{year}-{month:02}-{day:02} {clock}:{chance.randint(0, 59):02}")
        word = {"iso": self.latin, "english": self.latin, "mixed": self.either}.get(kind, self.persian)
        date = chance.choice(self._forms(year, month, day, clock))
        before, behind = self._words(word, 0, 3), self._words(word, 1, 6)
        return " ".join([*before, date, *behind])

    def _log(self, stamp: str) -> str:
        words = " ".join(self._words(self.latin, 3, 8))
        if self.kind == "log":
            return f"{stamp} {self.chance.choice(('INFO', 'WARN', 'ERROR', 'DEBUG'))} {words}"
        return f"[{stamp.replace('-', '/')}] {self.latin()}: {words} {self.chance.randint(1, 99999)}"

    def _words(self, word: Callable[[], str], least: int, most: int) -> list[str]:
        return [word() for _ in range(self.chance.randint(least, most))]

    def _forms(self, year: int, month: int, day: int, clock: str) -> list[str]:
        from textnorm.dates import to_gregorian

        numeric, name = fa(f"{year}/{month:02}/{day:02}"), f"{fa(day)} {_MONTHS[month - 1]} {fa(year)}"
        english = f"{day} {_LATIN_MONTHS[month - 1]} {year}"
        first, last = fa(max(1, day - 3)), fa(day + 1)
        of_month = f"{_MONTHS[month - 1]} {fa(year)}"
        return {
            "numeric": [numeric],
            "names": [name],
            "weekday": [f"{_WEEKDAYS[to_gregorian(year, month, day).weekday()]} {name}"],
            "iso": [f"{year}-{month:02}-{day:02}T{clock}:00+03:30"],
            "two-digit": [fa(f"{year % 100:02}/{month}/{day}")],
            "english": [english],
            "mixed": [english, numeric, name, f"{year}/{month:02}/{day:02}"],
            "range": [
                f"{first} تا {last} {of_month}",
                f"{first}–{last} {of_month}",
                f"{fa(day)} {_MONTHS[month - 1]} تا {first} {_MONTHS[month % 12]} {fa(year)}",
            ],
            "time": [f"{name} ساعت {fa(clock)}", f"{name}، {fa(clock)}", f"{numeric} - {fa(clock)}"],
        }[self.kind]


def timed(kind: str, seed: int, count: int) -> tuple[float, int]:
    """Return the CPU microseconds a line of find_dates, and how many dates it found."""
    from textnorm.dates import find_dates

    if kind == "prose":
        sys.path.insert(0, str(ROOT / "tests"))
        from support.date_prose import items

        texts = [item.text for item in items(4, seed) if not item.spans]
        first, then = texts, texts * 4
    else:
        lines = Lines(kind, seed)
        first, then = (
            [lines.line() for _ in range(count)],
            ["\n".join(lines.line() for _ in range(2 * count))],
        )
    for text in first:
        find_dates(text)
    start = time.process_time()
    found = sum(len(find_dates(text)) for text in then)
    spent = time.process_time() - start
    return spent / (len(then) if kind == "prose" else 2 * count) * 1e6, found


def run(source: str, kind: str, seed: int, count: int) -> tuple[float, int]:
    """Return the same of a build, in a fresh process."""
    command = [sys.executable, __file__, "--one", kind, str(seed), str(count)]
    environment = {**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    spent, found = json.loads(done.stdout)
    return spent, found


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("other", help="the src folder of the other build")
    parser.add_argument("kinds", nargs="*", default=[*KINDS, "prose"])
    parser.add_argument("--lines", type=int, default=1500)
    parser.add_argument("--seeds", type=int, default=3)
    asked = parser.parse_args()
    for kind in asked.kinds:
        ratios, ours, theirs = [], [], []
        for seed in range(asked.seeds):
            both = [
                [run(source, kind, seed, asked.lines) for source in (str(ROOT / "src"), asked.other)]
                for _ in range(2)
            ]
            new, old = (min(spent for spent, _ in build) for build in zip(*both, strict=True))
            ratios.append(old / new), ours.append(new), theirs.append(old)
        print(
            f"{kind:10} x{statistics.median(ratios):.2f}  {statistics.median(theirs):6.1f} to "
            f"{statistics.median(ours):6.1f} us a line, {both[0][1][1]:,} and {both[0][0][1]:,} dates",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(timed(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
    else:
        main()
