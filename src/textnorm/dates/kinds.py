"""The kinds of tokens: the alphabet, one letter a token, in which forms.py writes its patterns."""

from __future__ import annotations

from typing import NamedTuple


class Kind:
    """The letter of each kind. Signs are their own letter, look-alikes of a sign that of the sign."""

    DAY = "n"  # 1-31: «۸», «هشتم»
    TWO_DIGITS = "y"  # any other number of two digits: «97»
    YEAR = "Y"  # 1000-1500: «۱۳۹۷», «هزار و سیصد و نود و هفت»
    GREGORIAN_YEAR = "g"  # 1501-2199: «۲۰۱۸»
    EIGHT_DIGITS = "C"  # «13970708»
    NUMBER = "x"  # any other number
    MONTH = "M"  # a solar month: «مهر»
    CAREFUL_MONTH = "m"  # one that is also an everyday word: «میزان»
    SHORT_MONTH = "b"  # as libraries abbreviate one: «اسف», Meh
    DAY_OR_DEY = "D"  # «Day», the month of older romanisation
    GREGORIAN_MONTH = "N"  # «سپتامبر»
    WEEKDAY = "W"  # «یکشنبه»
    TIME = "T"  # 12:30
    CLOCK = "c"  # «ساعت»
    ERA = "E"  # a solar era: «خورشیدی», AP
    SHEEN = "S"  # «ش»: an era behind a date
    LUNAR = "L"  # «قمری», AH
    GREGORIAN = "G"  # «میلادی», CE
    HIJRI = "H"  # «هجری» alone: solar or lunar
    MONTH_WORD = "a"  # «ماه»
    YEAR_WORD = "s"  # «سال»
    LINK = "i"  # «از», of
    DAY_WORD = "z"  # «روز»
    DATED = "r"  # «مورخ», «تاریخ»
    IN = "j"  # «در»
    AND = "&"  # «و»
    TO = "t"  # «تا»
    EQUALS = "="  # «برابر با»
    LABEL = "k"  # «شماره»: the number after it is no day
    MEASURE = "u"  # «تومان»: the number before it counts
    COUNTED = "v"  # «بار»: the day before it counts
    BOTH = "K"  # «صفحه»: label and counted
    PERIOD = "h"  # «هفته»: the ordinal after it is its own
    EDITION = "e"  # «چاپ»: the same, in words
    MODEL = "q"  # «مدل»: numbers alone after it are no date
    WORD = "o"  # any other word
    STOP = "!"  # the end of a sentence
    BAR = "|"
    OTHER = "X"  # any other sign
    # while numbers in words are joined
    CARDINAL = "#"  # «هفت»
    ORDINAL = "1"  # «هفتم»


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
    """Return the kind of a number by its value and its count of digits."""
    if size <= 2:
        return Kind.DAY if 1 <= value <= 31 else Kind.TWO_DIGITS if size == 2 else Kind.NUMBER
    if size == 4:
        in_range = Kind.GREGORIAN_YEAR if 1500 < value < 2200 else Kind.NUMBER
        return Kind.YEAR if 1000 <= value <= 1500 else in_range
    return Kind.EIGHT_DIGITS if size == 8 and 12000000 < value < 15000000 else Kind.NUMBER
