"""Compare find_dates with dateparser, jdatetime and persiantools on the same generated texts, in one run.

Usage: ``python benchmarks/dates.py [--texts 400] [--seed 1]`` with the peers installed beside textnorm
(``pip install dateparser jdatetime persiantools``); a peer that is missing is named and left out.

jdatetime and persiantools have no search: they are given the pattern year/month/day in digits and the
conversion, which is what their users write. Scores are ISO value plus place; false alarms are texts without
a date in which one was given. The texts are ours, so our own score is a check and no measure of quality.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from dates.cases import REFUSED  # noqa: E402
from dates.forms import FORMS, NUMERIC  # noqa: E402
from textnorm.dates import find_dates, from_gregorian  # noqa: E402

Found = list[tuple[int, int, str]]
Finder = Callable[[str], Found]
FRAMES = [
    "هواشناسی اعلام کرد که {} باران در شمال کشور می‌بارد و دما کم می‌شود.",
    "The forecast of {} said that rain would come to the northern towns.",
    "نسخهٔ تازهٔ نرم‌افزار {} منتشر شد و تیم پس از ۳ ماه به نتیجه رسید.",
    "{}",
]
PLAIN = [
    "این نسخه ۱۲ تغییر دارد و در ۵ روز آینده به دست ۱۴۰۰ کاربر می‌رسد.",
    "The team won 3-2 on 30 September 2018 before 1397 people.",
    "برای ۴ نفر ۲۵۰ گرم برنج و ۲ پیمانه آب لازم است.",
    "بازی در ۳۰ سپتامبر ۲۰۱۸ با نتیجهٔ ۳ بر ۲ تمام شد.",
]


@dataclass(frozen=True)
class Text:
    """A text and the days in it: place and ISO value."""

    text: str
    days: Found


def texts(count: int, seed: int) -> list[Text]:
    """Half with one date in some form, half without."""
    chance = random.Random(seed)
    forms = [*FORMS.values(), *NUMERIC.values()]
    found = []
    for _ in range(count // 2):
        day = datetime.date(1925, 4, 1) + datetime.timedelta(days=chance.randrange(36000))
        written = chance.choice(forms)(*from_gregorian(day))
        before, after = chance.choice(FRAMES).split("{}")
        start = len(before)
        found.append(Text(before + written + after, [(start, start + len(written), day.isoformat())]))
    found += [Text(chance.choice([*PLAIN, *REFUSED]), []) for _ in range(count - len(found))]
    return found


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


def score(name: str, find: Finder, items: list[Text]) -> str:
    """One line of the table: precision, recall, F1, false alarms, speed."""
    right = given = expected = alarms = empty = 0
    clock = 0.0
    for item in items:
        start = time.process_time()
        found = find(item.text)
        clock += time.process_time() - start
        given += len(found)
        expected += len(item.days)
        right += sum(any(a < f and s < b and iso == i for s, f, i in found) for a, b, iso in item.days)
        empty += not item.days
        alarms += not item.days and bool(found)
    p, r = right / max(1, given), right / max(1, expected)
    size = sum(len(item.text.encode()) for item in items)
    return (
        f"{name:22} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  "
        f"false alarms {alarms / max(1, empty):.3f}  {size / 1e6 / max(clock, 1e-9):9.4f} MB/s"
    )


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--texts", type=int, default=400)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    items = texts(chosen.texts, chosen.seed)
    find_dates("۸ مهر ۱۳۹۷")
    print(score("textnorm", ours, items))
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
        print(score(f"{name} {version(name)}", finder, items))


if __name__ == "__main__":
    main()
