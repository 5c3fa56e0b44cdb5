"""Lines that were cut into pieces, made ready to be put together again: what stands in them that is no part of a piece.

A kashida may be any sign; a bullet stands before the pieces of its line, and the mark that ends a line stands where the line
ends on the page, before the first piece that is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, DIGITS
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import LISTED, is_piece, standing
from .hinted_patterns import OF_LINES, hinted_pattern
from .judged_lines import in_one_text
from .span_edges import may_be_swapped, places_of_swapped, swapped

_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
KASRA = "\N{ARABIC KASRA}"
#: the sign that stands for a kashida in lines that are made ready
KASHIDA = "\x12\x12"
#: the same sign twice and more inside a word
_DOUBLED = hinted_pattern(f"([!-~])(?<=[{_L}].)\\1++(?=[{_L}])", (_L, "!-~", "!-~"), group=OF_LINES)
#: how often a sign stands doubled inside words that is no letter, digit or sign of its own in these lines
_LEAST = 8
_BULLET = lazy_pattern("^[ \t]*[\ue000-\uf8ff•▪◦‣●○■□]+[ \t]*")
#: a kasra between two words or inside one
_KASRA = lazy_pattern(f"(?<![{_L}])([{ARABIC_LETTERS}]++){KASRA}(?=([{ARABIC_LETTERS}]{{2,}}))")
#: where bullets and such marks may stand
_BULLETS = lazy_pattern("[\ue000-\uf8ff•▪◦‣●○■□]")
_EARLY_MARKS = hinted_pattern(
    f"[.!؟:](?<=[A-Za-z{DIGITS} .].)(?=[{_L}]{{2}})", (f"A-Za-z{DIGITS} .", ".!؟:", _L), group=OF_LINES
)
#: a mark that is written on to the word behind it, in the last right-to-left part of a line
_EARLY_MARK = lazy_pattern(f"(?<=[A-Za-z{DIGITS}])(\\.? ?)([.!؟:])(?=[{_L}]{{2}})(?=[^A-Za-z{DIGITS}]*+$)")


def stretching_sign(text: str) -> str:
    """Return the sign that stands for kashidas in stretched lines, nothing where none does.

    >>> stretching_sign("نخسDDت فهرسDDت بسDDته " * 3)
    'D'
    """
    signs = Counter(sign[1] for sign in _DOUBLED.finditer(text)).most_common(1)
    return signs[0][0] if signs and signs[0][1] >= _LEAST else ""


class Ready(NamedTuple):
    """The bullet with which a line begins, its pieces, and the mark that ends it."""

    bullet: str
    pieces: str
    mark: str


def all_made_ready(lines: Sequence[str]) -> dict[int, Ready]:
    """Return the parts of those of *lines*, by their numbers, that may not be pieces alone."""
    text = in_one_text(lines)
    sign = stretching_sign(text)
    has_swapped = may_be_swapped(text)
    places = [bullet.start() for bullet in _BULLETS.finditer(text)] + [
        mark.start() for mark in _EARLY_MARKS.finditer(text)
    ]
    if not (sign or has_swapped or places):
        return {}
    swaps = _lines_at(places_of_swapped(text), lines) if has_swapped else set()
    odd = _lines_at(places, lines) | swaps
    if sign:
        odd.update(number for number, line in enumerate(lines) if sign in line)
    return {
        number: made_ready(swapped(lines[number]) if number in swaps else lines[number], sign)
        for number in odd
    }


def _lines_at(places: list[int], lines: Sequence[str]) -> set[int]:
    """Return the numbers of the *lines* that hold some of the *places* of all of them as one text."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    return {bisect_right(ends, place) for place in places}


def made_ready(line: str, sign: str = "") -> Ready:
    """Return the parts of *line*, with `KASHIDA` for each *sign* that stands for one.

    >>> made_ready("\\uf0b7ها نوشتن بر کتاب")
    Ready(bullet='\\uf0b7', pieces='ها نوشتن بر کتاب', mark='')
    >>> made_ready("در ۵۴ .کنید باد را")
    Ready(bullet='', pieces='در ۵۴ کنید باد را', mark='.')
    """
    found = _BULLET.match(line)
    start = 0 if found is None else found.end()
    pieces = line[start:]
    if sign and sign in pieces:
        pieces = _with_kashidas(pieces, sign)
    mark = _EARLY_MARKS.pattern.search(pieces)
    early = mark and _EARLY_MARK.search(pieces, max(0, mark.start() - 2))
    if early is None:
        return Ready(line[:start], pieces, "")
    return Ready(
        line[:start], f"{pieces[: early.start(1)]}{early[1].strip()} {pieces[early.end() :]}", early[2]
    )


def parted_at_kasras(lines: Sequence[str]) -> list[str]:
    """Return *lines* with a space behind each kasra that stands between two words and inside of none, as it ends the first of both.

    >>> parted_at_kasras(["کم\u0650تابستان و د\u0650لشاد"])
    ['کم\u0650 تابستان و د\u0650لشاد']
    """
    return [_KASRA.sub(_parted, line) if KASRA in line else line for line in lines]


def _parted(word: re.Match[str]) -> str:
    inside = standing(word[1] + word[2]) >= LISTED or is_piece[word[1]] or is_piece[word[2]]
    return word[0] if inside else f"{word[0]} "


def _with_kashidas(line: str, sign: str) -> str:
    """Return *line* with `KASHIDA` for each *sign* between letters; a space may stand on one side of a run of it."""
    return _run(sign).sub(KASHIDA, line)


@cache
def _run(sign: str) -> re.Pattern[str]:
    """Return the pattern of a run of *sign* behind a letter: one of two and more may have a space on one side."""
    one, more = re.escape(sign), f"{re.escape(sign)}++"
    return lazy_pattern(f"{one}(?<=[{_L}].)(?:{more} ?)?(?=[{_L}])| {one}(?<=[{_L}]..){more}(?=[{_L}])")
