"""Dumps of MySQL: their statements one after another, and the rows that they put into tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textnorm.lazy import lazy_pattern

_HEADS = ("MySQL dump", "MariaDB dump", "phpMyAdmin SQL Dump", "MySQL Administrator dump", "Adminer ")
_TOKEN = lazy_pattern(r"\\.|['\\;]|[^\\';]+", re.DOTALL)
_NAME = r"(?:`?[\w$-]{1,64}`?\.)?`?([\w$-]{1,64})`?"
_CREATE = lazy_pattern(rf"\s*+CREATE TABLE (?:IF NOT EXISTS )?{_NAME}\s*+\(", re.IGNORECASE)
_COLUMN = lazy_pattern(r"^[ \t]*+`([^`\n]{1,64})`\s", re.MULTILINE)
_INSERT = lazy_pattern(
    rf"\s*+(?:INSERT|REPLACE) (?:IGNORE )?INTO {_NAME}\s*+(?:\(([^()]*+)\))?\s*+VALUES", re.IGNORECASE
)
_ROW = lazy_pattern(r"\s*+,?\s*+\(")
#: a value: a string, or a number, NULL or a function
_FIELD = lazy_pattern(
    r"\s*+(?:(?:_\w{1,20}\s?)?'((?:[^'\\]++|\\.|'')*+)'|([^,()']*+(?:\([^()']{0,99}\))?))\s*+([,)])",
    re.DOTALL,
)
_ESCAPED = lazy_pattern(r"\\(.)|''", re.DOTALL)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "0": "", "Z": "", "b": ""}


class Rows(NamedTuple):
    """The rows that one statement puts into a table, and the names of their columns in small letters."""

    table: str
    names: tuple[str, ...]
    statement: str
    start: int

    def all(self) -> Iterator[dict[str, str]]:
        """Yield each row as its values by name; one that is NULL is missing. What is no row ends them."""
        at = self.start
        while begun := _ROW.match(self.statement, at):
            values: list[str | None] = []
            at, sign = begun.end(), ","
            while sign == "," and (field := _FIELD.match(self.statement, at)):
                values.append(_value(field))
                at, sign = field.end(), field[3]
            if sign != ")":
                return
            pairs = zip(self.names, values, strict=False)
            yield {name: value for name, value in pairs if value is not None}


def is_dump(head: str) -> bool:
    """Tell whether a text that begins so is a dump of MySQL.

    >>> is_dump("-- MySQL dump 10.13  Distrib 8.0\\n--\\n"), is_dump("-- a text\\n")
    (True, False)
    """
    return head.lstrip("\ufeff").startswith(("--", "/*", "#")) and any(sign in head[:400] for sign in _HEADS)


def inserted(lines: Iterable[str]) -> Iterator[Rows]:
    """Yield what the statements of a dump put into tables; tables made further up say what their columns are called."""
    columns: dict[str, tuple[str, ...]] = {}
    for statement in _statements(lines):
        if made := _CREATE.match(statement):
            columns[made[1]] = tuple(name.lower() for name in _COLUMN.findall(statement, made.end()))
        elif put := _INSERT.match(statement):
            names = (
                [name.strip("` \n").lower() for name in put[2].split(",")]
                if put[2]
                else columns.get(put[1], ())
            )
            yield Rows(put[1], tuple(names), statement, put.end())


def _statements(lines: Iterable[str]) -> Iterator[str]:
    """Yield the statements of a dump, as far as their semicolons; notes between them are left out."""
    parts: list[str] = []
    inside = False
    for line in lines:
        if not parts and (line.startswith(("--", "#")) or not line.strip()):
            continue
        for token in _TOKEN.finditer(line):
            parts.append(token[0])
            if token[0] == "'":
                inside = not inside
            elif token[0] == ";" and not inside:
                yield "".join(parts)
                parts.clear()


def _value(field: re.Match[str]) -> str | None:
    if field[1] is None:
        return None if field[2].strip().upper() == "NULL" else field[2].strip()
    if "\\" not in field[1] and "''" not in field[1]:
        return field[1]
    return _ESCAPED.sub(lambda sign: "'" if sign[1] is None else _SIGNS.get(sign[1], sign[1]), field[1])
