"""A piece of a text, with the letter of its kind (the table of kinds stands in tokens.py)."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """A piece of the text. ``end`` is before the invisible marks that follow it."""

    kind: str
    start: int
    end: int
    #: of a number or a month; of a weekday, counted from Monday as 0
    value: int = 0
    #: the folded word, or the digits in ASCII
    key: str = ""


def number_kind(value: int, size: int) -> str:
    """The kind of a number with so many digits."""
    if size <= 2:
        return "n" if 1 <= value <= 31 else "y" if size == 2 else "x"
    if size == 4:
        return "Y" if 1000 <= value <= 1500 else "g" if 1500 < value < 2200 else "x"
    return "C" if size == 8 and 12000000 < value < 15000000 else "x"
