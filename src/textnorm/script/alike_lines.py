"""Neighbouring lines that are alike: rows of a table, settings, entries of a mapping.

One such line alone may be prose; several of one build are data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from ..chars import ARABIC_DIGITS, ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_DIGITS
from ..lazy import lazy_pattern
from .structures import STRING, without_strings

#: a mark without a letter goes, and is none of a row either
_PERSIAN = lazy_pattern(f"[{ARABIC_LETTERS}]")
#: what some rule would change
_CONCERNED = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{PERSIAN_DIGITS}{ARABIC_DIGITS}]")
_STRINGS = lazy_pattern(STRING)
_ENTITY = lazy_pattern(r"&#?\w{1,32};")
#: what every row holds, or begins with
_BLANKS = (" ", "\t")
_SEPARATOR, _STARTS = lazy_pattern("[\t,;=:]"), (" ", "\t", "[")
_OF_SETTING = r"[ \t]*+[A-Za-z_][\w.-]*+(?:\[[\w@.-]{1,20}\])?[ \t]*+=[^=]"
_OF_SECTION = r"[ \t]*+\[[\w. \"-]++\][ \t\r]*+$"
_OF_KEY = r"[ \t]*+(?:- )?(?:[A-Za-z_][\w.-]*+|\"[^\"\n]*+\"):(?:[ \t]++|[ \t\r]*+$)"
_OF_ITEM = r"[ \t]++(?:- |[\w\u200c][\w\u200c.-]{0,60}+:[ \t\r]*+$)"
_SETTING = lazy_pattern(_OF_SETTING)
_SECTION = lazy_pattern(_OF_SECTION)
_KEYED = lazy_pattern(_OF_KEY)
_ITEM = lazy_pattern(_OF_ITEM)
#: values that no line of a dialogue has: lists, mappings, strings, numbers, nothing
_DATA_VALUE = lazy_pattern(
    rf":[ \t]*+(?:[\[{{|>&*!]|(?:{STRING}|-?[0-9.]+|true|false|null|yes|no)?[ \t\r]*$)"
)
#: the entry of a list that is a mapping, its further keys, and a key that is no name of a speaker
_MAPPING_ITEM = lazy_pattern(r"[ \t]*- [a-z_][\w.-]*:[ \t]")
_NESTED_KEY = lazy_pattern(r"[ \t]{2,}[a-z_][\w.-]*:[ \t]")
_LOWER_KEY = lazy_pattern(r"[ \t]*([a-z_][\w.-]*):[ \t]")
_MOST_WORDS, _LEAST_KEYS = 4, 3
#: two neighbouring lines of one shape, by what lines of that shape cannot do without
NEIGHBOURS = tuple(
    (sign, lazy_pattern(rf"(?m)^{line}[^\n]*+\n{line}"))
    for sign, line in (
        ("\t", r"[ \t]*+[^ \t\n][^\n\t]*+\t"),
        ("=", f"(?:{_OF_SETTING}|{_OF_SECTION})"),
        (":", f"(?:{_OF_KEY}|{_OF_ITEM})"),
        (",", "[^\n,]*+,"),
        (";", "[^\n;]*+;"),
    )
)


def may_hold_rows(text: str) -> bool:
    """Return whether neighbouring lines of a text may be alike: a look where most texts have no such lines.

    >>> may_hold_rows("id,name\\n1,باران"), may_hold_rows("باران, برف\\nباد: برف")
    (True, False)
    """
    return any(sign in text and neighbours.search(text) is not None for sign, neighbours in NEIGHBOURS)


def alike(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of neighbouring lines that are data; *lines* are all lines.

    >>> list(alike(["id,name,n", "1,باران,12", "2,برف,7"]))
    [(0, 2)]
    """
    beside = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
    shapes = [
        _shape(line) if (before or after) and (line[:1] in _STARTS or _SEPARATOR.search(line)) else None
        for before, line, after in beside
    ]
    at = 0
    for shape, group in groupby(shapes):
        count = len(list(group))
        rows = lines[at : at + count]
        if shape and count > 1 and any(map(_CONCERNED.search, rows)) and _TESTS[shape[0]](rows):
            yield at, at + count - 1
        at += count


def _shape(line: str) -> tuple[str, int] | None:
    """Return what sort of row a line may be, and how many separators it has."""
    if "\t" in line and "\t" in line.strip():
        return "\t", line.strip("\r\n").count("\t")
    if ("=" in line and _SETTING.match(line)) or ("]" in line and _SECTION.match(line)):
        return "=", 0
    if (":" in line and _KEYED.match(line)) or (line[:1] in _BLANKS and _ITEM.match(line)):
        return ":", 0
    return _separated(line) if ("," in line or ";" in line) and "|" not in line else None


def _separated(line: str) -> tuple[str, int] | None:
    """Return the separator and how many there are, where it stands between fields each time in the same way."""
    bare = _ENTITY.sub("", without_strings(line))
    for sign in ",;":
        count, spaced = bare.count(sign), bare.count(f"{sign} ")
        if count and spaced in (0, count) and f" {sign}" not in bare:
            return sign, count
    return None


def _is_table(lines: list[str], sign: str) -> bool:
    """Return whether rows with as many separators are a table: some column holds no Persian below its head."""
    if all(line.strip()[:1] in ('"', "'") for line in lines):
        return True
    rows = [_STRINGS.sub("0", line).split(sign) for line in lines]
    if len({len(row) for row in rows}) > 1:
        return False
    columns = list(zip(*rows, strict=True))
    least = 2 if len(columns) > 2 else 3
    return len(rows) >= least and any(
        any(map(str.strip, column[1:])) and not any(map(_PERSIAN.search, column[1:])) for column in columns
    )


def _is_tabbed(lines: list[str]) -> bool:
    """Return whether tabs set columns apart, and are no stray spaces of prose."""
    if any(" \t" in line or "\t " in line or "  " in line for line in lines):
        return False
    fields = [field for line in lines for field in line.split("\t")]
    short = all(len(field.split()) <= _MOST_WORDS for field in fields)
    return (short and (len(lines) > 2 or "\t" in lines[0].strip())) or _is_table(lines, "\t")


def _is_mapping(lines: list[str]) -> bool:
    """Return whether entries with keys are data, by a value that no dialogue has."""
    keyed = [line for line in lines if _KEYED.match(line)]
    if len(keyed) < 2 or keyed[0] is not lines[0]:
        return False
    if any(map(_MAPPING_ITEM.match, keyed)) and any(map(_NESTED_KEY.match, keyed)):
        return True
    return any(map(_DATA_VALUE.search, keyed)) or _has_own_keys(lines)


def _has_own_keys(lines: list[str]) -> bool:
    """Return whether each line has a key of its own, in small letters: those who speak come again, and are names."""
    keys = [match[1] for line in lines if (match := _LOWER_KEY.match(line))]
    return len(keys) == len(lines) == len(set(keys)) and len(keys) >= _LEAST_KEYS


def _is_settings(lines: list[str]) -> bool:
    return any(map(_SETTING.match, lines))


_TESTS: dict[str, Callable[[list[str]], bool]] = {
    "\t": _is_tabbed,
    "=": _is_settings,
    ":": _is_mapping,
    ",": partial(_is_table, sign=","),
    ";": partial(_is_table, sign=";"),
}
