"""Compare find_dates with dateparser, jdatetime and persiantools on the same generated texts, in one run.

Usage: ``python benchmarks/dates.py [--rounds 1] [--seed 1]`` with the peers installed beside textnorm
(``pip install dateparser jdatetime persiantools``); a peer that is missing is named and left out.

The texts are the templates of tests/dates/prose with other days, digits and noise at every seed: prose with
dates as sites, letters and papers write them, and prose that holds none. jdatetime and persiantools have no
search: they are given the pattern year/month/day in digits and the conversion, which is what their users
write. Scores are ISO value plus place; false alarms are texts without a date in which one was given.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from support.date_prose import Item, items  # noqa: E402
from textnorm.dates import find_dates  # noqa: E402

Found = list[tuple[int, int, str]]
Finder = Callable[[str], Found]


def ours(text: str) -> Found:
    """textnorm."""
    return [(date.start, date.end, date.iso) for date in find_dates(text) if date.iso]


def dateparser_finder() -> Finder:
    """dateparser's search, with its Jalali parser told by language."""
    from dateparser.calendars.jalali import JalaliCalendar
    from dateparser.search import search_dates

    def find(text: str) -> Found:
        found: Found = []
        try:
            whole = JalaliCalendar(text).get_date()
            if whole is not None:
                return [(0, len(text), whole.date_obj.date().isoformat())]
            for piece, day in search_dates(text, languages=["fa", "en"]) or []:
                start = text.find(piece)
                found.append((start, start + len(piece), day.date().isoformat()))
        except Exception:
            return found
        return found

    return find


_NUMBERS = re.compile(r"(\d{4})([/-])(\d{1,2})\2(\d{1,2})")


def pattern_finder(convert: Callable[[int, int, int], datetime.date]) -> Finder:
    """The usual pattern with a library's conversion."""

    def find(text: str) -> Found:
        found: Found = []
        for match in _NUMBERS.finditer(text):
            try:
                day = convert(int(match[1]), int(match[3]), int(match[4]))
            except ValueError:
                continue
            found.append((*match.span(), day.isoformat()))
        return found

    return find


def jdatetime_finder() -> Finder:
    """jdatetime with the pattern."""
    import jdatetime

    return pattern_finder(lambda y, m, d: jdatetime.date(y, m, d).togregorian())


def persiantools_finder() -> Finder:
    """persiantools with the pattern."""
    from persiantools.jdatetime import JalaliDate

    return pattern_finder(lambda y, m, d: JalaliDate(y, m, d).to_gregorian())


def score(name: str, find: Finder, texts: list[Item]) -> str:
    """One line of the table: precision, recall, F1, false alarms, speed."""
    right = given = expected = alarms = empty = 0
    clock = 0.0
    for item in texts:
        start = time.process_time()
        found = find(item.text)
        clock += time.process_time() - start
        found = [(a, b, iso) for a, b, iso in found if not any(a < f and s < b for s, f in item.ignore)]
        given += len(found)
        expected += len(item.spans)
        right += sum(any(a < f and s < b and iso == i for s, f, i in found) for a, b, iso in item.spans)
        empty += not item.spans
        alarms += not item.spans and bool(found)
    p, r = right / max(1, given), right / max(1, expected)
    size = sum(len(item.text.encode()) for item in texts)
    return (
        f"{name:22} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  "
        f"false alarms {alarms / max(1, empty):.3f}  {size / 1e6 / max(clock, 1e-9):9.4f} MB/s"
    )


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    texts = items(chosen.rounds, chosen.seed)
    find_dates("۸ مهر ۱۳۹۷")
    print(score("textnorm", ours, texts))
    for name, make in (
        ("dateparser", dateparser_finder),
        ("jdatetime", jdatetime_finder),
        ("persiantools", persiantools_finder),
    ):
        try:
            finder = make()
        except ImportError:
            print(f"{name:22} not installed")
            continue
        print(score(f"{name} {version(name)}", finder, texts))


if __name__ == "__main__":
    main()
