"""Labelled pages varied in ways that must not change what is found on them: other letters, menus, ends, rows that are cut."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from random import Random
from zlib import crc32

from support.labelled_pages import Case

#: a line of a page with its label and the number of its post
Row = tuple[str, str, int]
Rows = list[Row]

_OLD = str.maketrans("یک", "يك")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
_OTHERS = (
    "آیین گشایش نمایشگاه گل در پارک شهر",
    "پنج راه برای خواب بهتر",
    "گزارش سفر به جنگل‌های هیرکانی",
    "قیمت برنج در بازار امروز",
    "برنامه بازی‌های هفته دهم",
)
#: a line of a menu has fewer words; a path to the page keeps its place
_FEW, _STEPS = 4, "›»>/"


@dataclass(frozen=True)
class Kind:
    """A way to vary a page, and how many of a hundred pages at least come out right as before."""

    name: str
    vary: Callable[[Rows, Random], Rows]
    right: int
    #: what it does to the words that a page says, if it does anything
    words: Callable[[str], str] = str


def varied(case: Case, kind: Kind) -> Case:
    """Return a page varied in one way, with what should be found on it."""
    made = kind.vary(_rows(case), Random(crc32(f"{case.name} {kind.name}".encode())))
    posts = deepcopy(case.posts)
    for post in posts:
        post.title, post.body, post.comments = None, [], []
        post.said = {
            name: kind.words(value) if name == "author" else value for name, value in post.said.items()
        }
        post.said["tags"] = "?"
    for label, line, post_number in made:
        if label and label in "tbc":
            posts[post_number].take(label, line.strip() if label == "t" else line)
    neutral = [line.strip() for label, line, _ in made if label == "n"]
    return replace(case, lines=[line for _, line, _ in made], posts=posts, neutral=neutral)


def _rows(case: Case) -> Rows:
    """Return the lines of a page with their labels; what a page says twice has the label that it has first."""
    return list(zip(case.labels, case.lines, case.numbers, strict=True))


def _each(change: Callable[[str], str]) -> Callable[[Rows, Random], Rows]:
    return lambda rows, _: [(label, change(line), post) for label, line, post in rows]


def _top(rows: Sequence[Row]) -> int:
    return next((n for n, (label, _, _) in enumerate(rows) if label and label in "tbi"), 0)


def _end(rows: Sequence[Row]) -> int:
    return max(
        (n for n, (label, _, _) in enumerate(rows) if label and label in "tbic"), default=len(rows) - 1
    )


def _is_link(row: Row) -> bool:
    label, line, _ = row
    return label == "x" and 0 < len(line.split()) < _FEW and not any(sign in line for sign in _STEPS)


def _blank_lines(rows: Rows, _: Random) -> Rows:
    return [one for row in rows for one in (row, ("", "", row[2]))]


def _other_order(rows: Rows, random: Random) -> Rows:
    places = [n for n in range(max(_top(rows) - 2, 0)) if _is_link(rows[n])]
    other = random.sample(places, len(places))
    moved = dict(zip(places, other, strict=True))
    return [rows[moved.get(n, n)] for n in range(len(rows))]


def _shorter_menu(rows: Rows, random: Random) -> Rows:
    top = _top(rows)
    return [row for n, row in enumerate(rows) if not (n < top and _is_link(row) and random.random() < 0.4)]


def _shorter_end(rows: Rows, random: Random) -> Rows:
    end = _end(rows)
    return [row for n, row in enumerate(rows) if not (n > end and row[0] == "x" and random.random() < 0.4)]


def _more_below(rows: Rows, random: Random) -> Rows:
    return [*rows, *(("x", line, rows[-1][2]) for line in ("مطالب مرتبط", *random.sample(_OTHERS, 4)))]


def _bullets(rows: Rows, _: Random) -> Rows:
    return [(row[0], f"   * {row[1]}" if _is_link(row) else row[1], row[2]) for row in rows]


def _cut_rows(rows: Rows, _: Random) -> Rows:
    return [
        (label, part, post)
        for label, line, post in rows
        for part in [
            *(textwrap.wrap(line, 79, break_long_words=False, break_on_hyphens=False) or [line]),
            *([""] * (len(line) > 79)),
        ]
        for label in [label if part else ""]
    ]


KINDS = (
    Kind("blank lines between all", _blank_lines, 100),
    Kind("old letters", _each(lambda line: line.translate(_OLD)), 99, lambda words: words.translate(_OLD)),
    Kind(
        "Latin digits",
        _each(lambda line: line.translate(_DIGITS)),
        98,
        lambda words: words.translate(_DIGITS),
    ),
    Kind("indented", _each(lambda line: f"    {line}" if line else line), 99),
    Kind("menu in another order", _other_order, 99),
    Kind("shorter menu", _shorter_menu, 94),
    Kind("shorter end", _shorter_end, 94),
    Kind("more below", _more_below, 95),
    Kind("bullets before links", _bullets, 92),
    Kind("rows that were cut", _cut_rows, 80),
)


def read_varied(cases: Sequence[Case], kind: Kind) -> Iterator[Case]:
    """Yield pages varied in one way."""
    return (varied(case, kind) for case in cases)
