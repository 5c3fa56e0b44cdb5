"""The cheap scan: where in the text a date could stand. Everything else is never looked at closely.

A date needs a year in digits or in words, or a number beside a month name. So only digits, the word «هزار» and
a few day words are looked for, each by one pass of the stdlib ``re`` (a class scan is several times faster
there than in ``regex``), and each hit is checked against its next characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textnorm import chars

from .months import PLAIN
from .options import DateOptions

#: how far around a hit a date is read, in code points
BEFORE, AFTER = 56, 72
_INVISIBLE = chars.INVISIBLE
_RUN = re.compile(f"[{chars.DIGITS}](?:[{chars.DIGITS}{_INVISIBLE}]*[{chars.DIGITS}])?")
_GAP = rf"[\s{_INVISIBLE}،,/.\-]{{0,4}}"
_ORDINALS = "(?:st|nd|rd|th|مین|ام|اُم|م|ی|ê)?"
_NAMES = "|".join(
    sorted(
        {re.escape(name) for line in PLAIN.values() for word in line.split() for name in word.split("|")},
        key=len,
        reverse=True,
    )
)
_NEAR = re.compile(rf"{_GAP}{_ORDINALS}{_GAP}(?:of |از |ماه )?(?:{_NAMES})", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:{_NAMES})(?:ماه|ی)?{_GAP}$", re.IGNORECASE)
_NUMERIC = re.compile(
    rf"[{_INVISIBLE}]*[/-][{_INVISIBLE}]*[{chars.DIGITS}]{{1,2}}[{_INVISIBLE}]*[/-][{chars.DIGITS}]"
)
#: years in words, and a day in words before a month
_WORDS = re.compile(
    rf"هزار[\s{_INVISIBLE}]{{0,3}}و[\s{_INVISIBLE}]{{0,3}}(?:سی|چهار|دویست)"
    rf"|[ملت](?<=[ملت])[\s{_INVISIBLE}]{{1,3}}(?:ماه[\s{_INVISIBLE}]{{1,3}})?(?:فروردین|اردی|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)\b"
)
#: digits to ASCII, invisible marks away
TO_DIGITS: dict[int, int | None] = {**chars.TO_ASCII_DIGITS, **dict.fromkeys(map(ord, _INVISIBLE))}


def hits(text: str, options: DateOptions) -> Iterator[tuple[int, int]]:
    """Start and end of each place that deserves a close look."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if end - start <= 2:
            if (
                _NEAR.match(text, end)
                or _NUMERIC.match(text, end)
                or _BEHIND.search(text, max(0, start - 16), start)
            ):
                yield start, end
        elif end - start >= 4 and is_year(match.group(), options):
            yield start, end


def is_year(run: str, options: DateOptions) -> bool:
    """Is the run of digits a year 1000-1500, or eight digits when these are asked for?"""
    if len(run) > 64:
        return False
    digits = run.translate(TO_DIGITS)
    if len(digits) == 4:
        return digits[0] == "1" and digits <= "1500"
    return options.compact and len(digits) == 8 and digits[:2] in ("12", "13", "14")


def windows(text: str, options: DateOptions) -> Iterator[tuple[int, int]]:
    """Disjoint windows of the text around the hits, cut at white space where there is some."""
    left = right = -1
    found = sorted([*hits(text, options), *(match.span() for match in _WORDS.finditer(text))])
    for start, end in found:
        if right >= 0 and start - BEFORE <= right:
            right = max(right, end + AFTER)
            continue
        if right >= 0:
            yield left, snap_right(text, right)
        left, right = snap_left(text, max(0, start - BEFORE)), end + AFTER
    if right >= 0:
        yield left, snap_right(text, right)


def snap_left(text: str, index: int) -> int:
    """The index, moved back to the start of a word (by 24 at most)."""
    for step in range(24):
        if index - step <= 0:
            return 0
        if text[index - step - 1].isspace():
            return index - step
    return index


def snap_right(text: str, index: int) -> int:
    """The index, moved on to the end of a word (by 24 at most)."""
    size = len(text)
    for step in range(24):
        if index + step >= size:
            return size
        if text[index + step].isspace():
            return index + step
    return min(index, size)
