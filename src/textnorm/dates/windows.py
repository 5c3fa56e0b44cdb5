"""The cheap scan: where in the text a date could stand. Everything else is never looked at closely.

A date needs a year in digits or in words, or a number beside a month name. So only digits, the word «هزار»
and a few day words are looked for, each by one pass of the stdlib ``re`` (a class scan is several times
faster there than in ``regex``), and each hit is checked against its next characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from textnorm import chars
from textnorm.core import native_module
from textnorm.lazy import lazy_pattern

from .match_key import fold, look_alikes
from .month_edges import BETWEEN, FIRST, LAST, LETTER, MAH, endings, may_end_a_month
from .months import PLAIN, PLAIN_MONTHS
from .options import DateOptions

#: how far around a hit a date is read, in code points
BEFORE, AFTER = 42, 48
#: how far a date can reach behind a hit; one that stands at the end of a window makes it longer
_WHOLE = 28
_INVISIBLE = chars.INVISIBLE
_GAP_CHARS = rf"\s{_INVISIBLE}،,/.\-"
_LETTERS = rf"{LETTER}{{1,14}}"
#: the word after a number, and the one after that
_AHEAD = lazy_pattern(rf"[{_GAP_CHARS}]{{0,4}}((?:{_LETTERS}[{_INVISIBLE}ـ]*){{1,4}})")
_GAP_TO_STRIP = f" \t\n\u00a0{_INVISIBLE}،,/.-"
_NEXT_TO_DAY = frozenset(_GAP_TO_STRIP + LAST)
#: the rest of 08.07.97
_DOTTED = rf"\.[{chars.DIGITS}]{{2}}\.[{chars.DIGITS}]{{2}}(?![{chars.DIGITS}.])"
_SMALL_END = rf"[{chars.DIGITS}]?(?![{_INVISIBLE}]*[{chars.DIGITS}])"
#: runs of digits that could belong to a date: those that start with 1, and one or two digits beside a separator
#: or beside a letter of a month. What is refused here never reaches Python, which is most of the numbers of a text
_RUN = lazy_pattern(
    rf"""[{chars.DIGITS}](?<![{chars.DIGITS}].)(?:
        (?<=[1۱١])[{chars.DIGITS}{_INVISIBLE}]{{2,}}[{chars.DIGITS}]
      | (?<=:.)[{chars.DIGITS}][1۱١][{chars.DIGITS}]{{3}}(?=[/.-][{chars.DIGITS}])
      | {_SMALL_END}(?=[{_GAP_CHARS}]{{0,4}}ـ?{FIRST}|[{_INVISIBLE}]*[/-][{_INVISIBLE}]*[{chars.DIGITS}]|{_DOTTED})
      | (?:(?<=[{LAST}].)|(?<=[{LAST}][{_GAP_CHARS}].)|(?<=[{LAST}][{_GAP_CHARS}]{{2}}.)|(?<=[{LAST}][{_GAP_CHARS}]{{3}}.)){_SMALL_END}(?P<behind>)
    )""",
    re.VERBOSE,
)
_NUMERIC = lazy_pattern(
    rf"[{_INVISIBLE}]*[/-][{_INVISIBLE}]*[{chars.DIGITS}]{{1,2}}[{_INVISIBLE}]*[/-][{_INVISIBLE}]*[{chars.DIGITS}]|{_DOTTED}"
)
_HIDDEN = f"[{_INVISIBLE}ـ]*"
_SPACE = rf"[\s{_INVISIBLE}ـ]{{0,3}}"
_IRAN = "|".join(name for variants in PLAIN["fa"].split() for name in variants.split("|"))
#: years in words, «هزار و سیصد», and a day in words before a month, «هشتم مهر», found from the space between them.
#: Three patterns: a search for one character is several times as fast as for one of a class
_MONTH_AHEAD = rf"[\s{_INVISIBLE}]{{0,2}}(?:ماه[\s{_INVISIBLE}]{{1,3}})?(?:{_IRAN})\b"
_WORDS = (
    lazy_pattern(rf"ه{_HIDDEN}ز{_HIDDEN}ا{_HIDDEN}ر{_SPACE}و{_SPACE}[سچد]"),
    lazy_pattern(rf" (?<=[ملت].){_MONTH_AHEAD}"),
    lazy_pattern(rf"[{_INVISIBLE}\u00a0\t\n\u202f](?<=[ملت].){_MONTH_AHEAD}"),
)
#: digits to ASCII, invisible marks away
TO_DIGITS: dict[int, int | None] = {**chars.TO_ASCII_DIGITS, **dict.fromkeys(map(ord, _INVISIBLE))}


@cache
def _scan() -> Callable[[str], tuple[list[int], list[int]]] | None:
    """Return what finds the places of a text where a run of digits, and a word, must be tried; None without a core."""
    core = native_module()
    if core is None:
        return None
    pairs = "".join(sorted({name[:2] for name in (*_IRAN.split("|"), MAH)}))
    told = (_classes(), pairs, *endings())
    return lambda text: core.date_places(text, *told)


def _classes() -> bytes:
    """Return what the core is told of characters, in the order of core/native/date_places.c."""
    space = "".join(filter(str.isspace, map(chr, range(0x3001))))
    first = look_alikes({word[0] for word in (*PLAIN_MONTHS, *BETWEEN, MAH)})
    sets = (chars.DIGITS, "1۱١", _INVISIBLE, f"{space}{_INVISIBLE}،,/.-", first, LAST, "/-", "ملت")
    classes = bytearray(1 << 16)
    for bit, of_class in enumerate(sets):
        for char in of_class:
            classes[ord(char)] |= 1 << bit
    return bytes(classes)


def _tries(text: str) -> tuple[Iterator[re.Match[str]], list[tuple[int, int]]]:
    """Return the matches of `_RUN`, and the places of dates in words."""
    scan = _scan()
    if scan is None:
        run = _RUN.search(text)
        runs = iter(()) if run is None else _RUN.finditer(text, run.start())
        # most lines have none: to search is cheaper than to begin an iteration
        return runs, [m.span() for pattern in _WORDS if pattern.search(text) for m in pattern.finditer(text)]
    numbers, words = scan(text)
    spans = [
        match.span()
        for number, pattern in enumerate(_WORDS if words else ())
        for match in _matches(pattern, text, [at for at in words if _word_pattern(text[at]) == number])
    ]
    return _matches(_RUN, text, numbers) if numbers else iter(()), spans


def _word_pattern(char: str) -> int:
    """Return which of `_WORDS` begins with a character."""
    return 0 if char == "ه" else 1 if char == " " else 2


def _matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` does, trying some places alone."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            end = match.end()
            yield match


def _hits(text: str, runs: Iterable[re.Match[str]], options: DateOptions) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of digits that deserves a close look."""
    for match in runs:
        start, end = match.span()
        if end - start <= 2:
            ahead = match.lastindex is None and (month_after(text, end) or _NUMERIC.match(text, end))
            if ahead or month_before(text, start):
                yield start, end
        elif end - start == _YEAR and (run := match.group()).isdecimal():
            if int(run) <= _LAST_YEAR:
                yield start, end
        elif end - start >= _YEAR and is_year(match.group(), options):
            yield start, end
        elif end - start == 6 and text[start - 1] == ":":  # 12:301397/07/08
            yield start + 2, end


#: how many digits a year has, and the last one that is looked at
_YEAR, _LAST_YEAR = 4, 1500


def month_after(text: str, index: int) -> bool:
    """Tell whether one of the next two words is a month name."""
    match = _AHEAD.match(text, index)
    if match is None:
        return False
    word = fold(match.group(1))
    if word in BETWEEN:
        match = _AHEAD.match(text, match.end())
        word = "" if match is None else fold(match.group(1))
    return word in PLAIN_MONTHS


def month_before(text: str, index: int) -> bool:
    """Tell whether the word before is a month name."""
    if not index or text[index - 1] not in _NEXT_TO_DAY:
        return False
    if text[index - 1] in _GAP_TO_STRIP and text[index - 2 : index - 1] not in _NEXT_TO_DAY:
        return False
    before = text[max(0, index - 20) : index].rstrip(_GAP_TO_STRIP)
    if not before or before[-1] not in LAST or not may_end_a_month(before[-2:]):
        return False
    words = before.rsplit(None, 1)
    word = fold(words[-1].lstrip("(«["))
    return word in PLAIN_MONTHS or word == MAH


def is_year(run: str, options: DateOptions) -> bool:
    """Tell whether the run of digits is a year 1000-1500, or eight digits when these are asked for."""
    if run[0] not in "1۱١" or len(run) > 64:
        return False
    digits = run.translate(TO_DIGITS)
    if len(digits) == _YEAR:
        return int(digits) <= _LAST_YEAR
    return options.compact and len(digits) == 8


#: of the text or of a line
_LINE_END = ("", "\n")


def places(text: str, options: DateOptions) -> list[tuple[int, int]]:
    """Return the places of the text where a date could stand, in order."""
    runs, words = _tries(text)
    found = list(_hits(text, runs, options))
    return sorted([*found, *words]) if words else found


def has_places(text: str, options: DateOptions) -> bool:
    """Tell whether there are such places."""
    return bool(places(text, options))


class Place(NamedTuple):
    """A window of the text, and in it where the first place begins and the last one ends."""

    start: int
    end: int
    first: int
    last: int


#: the constructor of a named tuple takes twice as long
_place = tuple.__new__


def around(text: str, found: list[tuple[int, int]]) -> Iterable[Place]:
    """Return disjoint windows around places of the text that are in order."""
    if len(found) > 1:
        return _around_several(text, found)
    return [
        _place(Place, (snap_left(text, start, 0), snap_right(text, end), start, end)) for start, end in found
    ]


def _around_several(text: str, found: Iterable[tuple[int, int]]) -> Iterator[Place]:
    left = right = first = last = -1
    for start, end in found:
        if end + _WHOLE <= right or (start < right and text[right : right + 1] in _LINE_END):
            last = end
            continue
        if right >= 0 and start - BEFORE <= right and text.find("\n", right, start) < 0:
            right, last = snap_right(text, end), end
            continue
        if right >= 0:
            yield _place(Place, (left, right, first, last))
        left, right = snap_left(text, start, max(0, right)), snap_right(text, end)
        first, last = start, end
    if right >= 0:
        yield _place(Place, (left, right, first, last))


def snap_left(text: str, index: int, limit: int) -> int:
    """Return the start of a window around the index: a line start, or a word start if there is one near, no half of a number."""
    far = max(limit, index - BEFORE)
    line = text.rfind("\n", far, index) + 1
    if line or far == limit:
        return max(line, far)
    for step in range(_WORD):
        if far - step <= limit or text[far - step - 1].isspace():
            return _whole_number(text, far - step, limit)
    return far


def _whole_number(text: str, start: int, limit: int) -> int:
    """Return where the word before «و» begins if a window would begin beside that: «بیست و نهم» is one number."""
    at = text.rfind(" و ", max(limit, start - 3), start + 2)
    if at < 0:
        return start
    low = max(limit, at - _WORD)
    blank = max(text.rfind(" ", low, at), text.rfind("\n", low, at))
    return blank + 1 if blank >= 0 else limit if low == limit else start


def snap_right(text: str, index: int) -> int:
    """Return the end of a window around the index: a line end, or a word end if there is one near."""
    far = index + AFTER
    line = text.find("\n", index, far)
    if line >= 0 or far >= len(text):
        return line if line >= 0 else len(text)
    if (space := _WHITE.search(text, far, far + _WORD)) is not None:
        return space.start()
    return len(text) if len(text) - far < _WORD else far


#: how far a window is made longer so that it ends with a word
_WORD = 24
_WHITE = lazy_pattern(r"\s")
