"""Brackets of a line that hold data: lists, mappings and calls with strings in them."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..lazy import lazy_pattern
from .statements import STRING

_ARABIC = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}،؛؟«»]")
_BRACKET = lazy_pattern(f"[()\\[\\]{{}}]|{STRING}")
_CLOSING = {")": "(", "]": "[", "}": "{"}
#: what stands before the bracket of a call: a name, or a keyword of SQL
_CALLED = lazy_pattern(r"(?<![\w$])[A-Za-z_$][\w$.:>-]*\Z|(?<!\w)[A-Z]{2,}[ \t]\Z")
_LONGEST_NAME = 80


def brackets_of_data(line: str) -> list[tuple[int, int]]:
    """Return the outermost brackets that balance and hold data: strings, and Persian in strings only."""
    found: list[tuple[int, int]] = []
    if '"' not in line and "'" not in line:
        return found
    opened: list[tuple[str, int, bool, bool]] = []  # sign, place, has strings, has Persian outside them
    at = 0
    for match in _BRACKET.finditer(line):
        sign = match[0]
        foreign = opened and _ARABIC.search(line, at, match.start()) is not None
        at = match.end()
        if foreign:
            opened = [(*frame[:3], True) for frame in opened[-1:]]  # none around it is data either
        if sign in "([{":
            opened.append((sign, match.start(), False, False))
        elif sign not in _CLOSING:
            if opened:
                opened[-1] = (*opened[-1][:2], True, opened[-1][3])
        elif opened and opened[-1][0] == _CLOSING[sign]:
            _, start, strings, persian = opened.pop()
            if opened:
                opened[-1] = (*opened[-1][:2], opened[-1][2] or strings, opened[-1][3] or persian)
            if strings and not persian and (span := _data(line, start, match.end())) is not None:
                while found and found[-1][0] >= span[0]:
                    found.pop()
                found.append(span)
        else:
            opened = []
    return found


def _data(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a list, a mapping or a call with its name; None for brackets of prose."""
    if line[start] == "(":
        called = _CALLED.search(line[max(0, start - _LONGEST_NAME) : start])
        if called is None:
            return None
        start -= len(called[0])
    return start, end
