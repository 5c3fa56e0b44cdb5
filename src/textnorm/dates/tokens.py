"""Cut a window of text into the tokens of dates: one letter of kind for each, offsets into the source.

The kinds are the alphabet in which grammar.py writes its forms:

====  ========================================  ====  ==================================
n     number that can be a day (1-31)           W     weekday
y     other number of two digits                E     solar era; S: «ش», an era after a date
Y     year 1000-1500, in digits or words        L, G  lunar, Gregorian era; H: «هجری» alone
g     year 1501-2199                            a, s  «ماه», «سال»
x     any other number                          i, z  «از», «of»; «روز»
M     solar month; m: careful name; D: «Day»    r     «مورخ», «تاریخ»
N     Gregorian month                           &, t  «و», «تا»
T     time (12:30); c: «ساعت»                   =     «برابر با»
k     «شماره»…: the number after it is no day    o     any other word
u, K  «نفر»…: the number before it is a count;   |     anything else
      both                                      !     end of a sentence
/-.\\,():                                       themselves and their look-alikes
====  ========================================  ====  ==================================
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textnorm import chars

from . import words
from .fold import fold
from .months import CAREFUL_MONTHS, DAY, GREGORIAN_MONTHS, PLAIN_MONTHS

_DIGIT = f"[{chars.DIGITS}]"
_HIDDEN = f"[{chars.INVISIBLE}]*+"
_MARKS = f"{chars.INVISIBLE}\u064b-\u065f\u0670\u0300-\u036f"
_HEH = "[هھہ]"

TOKEN = re.compile(
    rf"""(?P<space>[^\S\n\r\u2028\u2029\x0b\x0c\x85]++)
    |(?P<time>(?<!{_DIGIT}){_DIGIT}{{1,2}}:{_DIGIT}{{2}}(?::{_DIGIT}{{2}})?(?![:{chars.DIGITS}]))
    |(?P<grouped>{_DIGIT}{{1,3}}(?:[,٬]{_DIGIT}{{3}})++(?!{_DIGIT})|{_DIGIT}++٫{_DIGIT}++)
    |(?P<number>{_DIGIT}[{chars.DIGITS}{chars.INVISIBLE}]*+)
    |(?P<solar>(?<![^\W\d_]){_HEH}[{chars.INVISIBLE}ـ]*+[./]?[ ]?{_HIDDEN}ش{_HIDDEN}(?![^\W\d_])\.?)
    |(?P<lunar>(?<![^\W\d_]){_HEH}[{chars.INVISIBLE}ـ]*+[./]?[ ]?{_HIDDEN}ق{_HIDDEN}(?![^\W\d_])\.?)
    |(?P<latin_solar>\b(?:A\.\s?P\.|A\.\s?H\.\s?S\.?|S\.\s?H\.|H\.\s?S\.))
    |(?P<latin_lunar>\bA\.\s?H\.)
    |(?P<word>[^\W\d_][^\W\d_{_MARKS}]*+(?:[{_MARKS}]++[^\W\d_]*+)*+)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_PUNCTUATION = {
    **dict.fromkeys("/／⁄∕", "/"),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
    **dict.fromkeys(",،;؛", ","),
    **dict.fromkeys("([«", "("),
    **dict.fromkeys(")]»", ")"),
    ".": ".",
    "\\": "\\",
    ":": ":",
}
_ERAS = {"solar": "E", "lunar": "L", "latin_solar": "E", "latin_lunar": "L"}


class Token(NamedTuple):
    """A piece of the text. ``end`` is before the invisible marks that follow it."""

    kind: str
    start: int
    end: int
    value: int = 0
    key: str = ""


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``, spaces dropped, number words joined into numbers."""
    found: list[Token] = []
    add = found.append
    numerals = False
    for match in TOKEN.finditer(text, start, end):
        group = match.lastgroup
        if group == "space":
            continue
        left, right = match.span()
        if group == "word":
            token = word_token(match.group(), left, right)
            if token.kind == "_":
                found.extend(split(text, left, right))
                continue
            numerals = numerals or token.kind in "#1"
            if token.key and suffixes(found, token):
                found[-1] = found[-1]._replace(end=token.end)
                continue
            add(token)
        elif group == "number":
            add(number_token(match.group(), left))
        elif group == "other":
            char = match.group()
            if char in chars.INVISIBLE:
                continue
            kind = _PUNCTUATION.get(char, "|")
            if (
                kind == "."
                and right < end
                and text[right].isspace()
                and left
                and not text[left - 1].isspace()
            ):
                kind = "!"
            add(Token(kind, left, right))
        elif group == "time":
            add(Token("T", left, right))
        elif group == "grouped":
            add(Token("x", left, right))
        else:
            add(Token(_ERAS[str(group)], left, right))
    return join_numerals(found) if numerals else found


def number_token(source: str, start: int) -> Token:
    """A number in any of the three digit sets; its kind by its length and value."""
    digits = source.translate(_TO_DIGITS)
    end = start + len(source.rstrip(chars.INVISIBLE))
    size = len(digits)
    if size > 8:
        return Token("x", start, end)
    return Token(number_kind(int(digits), size), start, end, int(digits), digits)


_TO_DIGITS = {**chars.TO_ASCII_DIGITS, **{ord(char): None for char in chars.INVISIBLE}}


def number_kind(value: int, size: int) -> str:
    """The kind of a number with so many digits."""
    if size <= 2:
        return "n" if 1 <= value <= 31 else "y" if size == 2 else "x"
    if size == 4:
        return "Y" if 1000 <= value <= 1500 else "g" if 1500 < value < 2200 else "x"
    return "C" if size == 8 and 12000000 < value < 15000000 else "x"


def word_token(source: str, start: int, end: int) -> Token:
    """A word by what the tables know of it; kind ``_`` asks for a cut at its invisible marks."""
    key = fold(source)
    if (entry := _WORDS.get(key)) is None:
        if any(char in source for char in chars.INVISIBLE):
            tight = source.rstrip(chars.INVISIBLE)
            if any(char in tight for char in chars.INVISIBLE):
                return Token("_", start, end)
            end = start + len(tight)
        return Token("o", start, end, 0, key)
    kind, value = entry
    if source[-1] in chars.INVISIBLE:
        end = start + len(source.rstrip(chars.INVISIBLE))
    if kind == "D" and not source.startswith(DAY):
        kind = "o"
    return Token(kind, start, end, value, key)


_PIECE = re.compile(f"[^{chars.INVISIBLE}]++")


def split(text: str, start: int, end: int) -> list[Token]:
    """The pieces of a word between its invisible marks: «هشتم‌مهر» has no space but two words."""
    return [word_token(match.group(), *match.span()) for match in _PIECE.finditer(text, start, end)]


#: after a space only these are read as the ending of an ordinal
_LOOSE = frozenset({"ام", "م", "امین", "مین"})


def suffixes(found: list[Token], token: Token) -> bool:
    """Is the token an ordinal or ezafe ending of the number before it?"""
    if token.key not in words.SUFFIX or not found:
        return False
    number = found[-1]
    if number.kind not in "nY" or not number.key.isdigit():
        return False
    gap = token.start - number.end
    if number.kind == "Y":
        return token.key in ("ی", "an") and gap <= 1 and token.key != "م"
    return gap == 0 or (gap <= 2 and token.key in _LOOSE)


def join_numerals(found: list[Token]) -> list[Token]:
    """Number words joined with «و» become one number: «بیست و سوم», «هزار و سیصد و نود و هفت»."""
    joined: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        if token.kind == "#" and 1 <= token.value <= 5 and shanbeh(found, index):
            token = Token("W", token.start, found[index + 1].end, (token.value + 5) % 7)
            index += 2
        elif token.kind in "#1":
            token, index = numeral(found, index)
        else:
            index += 1
        joined.append(token)
    return joined


def shanbeh(found: list[Token], index: int) -> bool:
    """Is the next token «شنبه», which makes a weekday of a number word: «سه شنبه»?"""
    return index + 1 < len(found) and found[index + 1].key == _SHANBEH


_SHANBEH = fold("شنبه")


def numeral(found: list[Token], index: int) -> tuple[Token, int]:
    """The number that starts at the index, and the index after it."""
    first = last = found[index]
    total = first.value
    index += 1
    while last.kind == "#":
        step = 2 if index + 1 < len(found) and found[index].kind == "&" else 1
        if index + step - 1 >= len(found):
            break
        following = found[index + step - 1]
        if following.kind not in "#1" or (size := added(total, last.value, following, step)) is None:
            break
        total, last = size, following
        index += step
    kind = "Y" if 1200 <= total <= 1500 else number_kind(total, 2) if 0 < total < 100 else "x"
    if last.kind == "1" and kind == "y":
        kind = "x"
    return Token(kind, first.start, last.end, total, ""), index


def added(total: int, last: int, following: Token, step: int) -> int | None:
    """The sum after one more word, or None when the word starts another number."""
    value = following.value
    if step == 1:
        if value == 1000 and total == 1:
            return 1000
        if value == 100 and last in (3, 4, 30):
            return total - last + (400 if last == 4 else 300)
        return None
    if value < 10 and last in words.TEN.values():
        return total + value
    if value < 100 and last in (100, 200, 300, 400):
        return total + value
    if value < 1000 and last == 1000:
        return total + value
    return None


def _known() -> dict[str, tuple[str, int]]:
    known: dict[str, tuple[str, int]] = {}
    known.update((key, (kind, 0)) for key, kind in words.KIND.items())
    known.update((key, ("N", month)) for key, month in GREGORIAN_MONTHS.items())
    known.update((key, ("W", day)) for key, day in words.WEEKDAY.items())
    known.update((key, ("m", month)) for key, month in CAREFUL_MONTHS.items())
    known.update((key, ("M", month)) for key, month in PLAIN_MONTHS.items())
    known.update((key, ("#", value)) for key, value in words.CARDINAL.items())
    known.update((key, ("1", value)) for key, value in (words.ORDINAL | words.JOINED).items())
    known[fold(DAY)] = ("D", 10)
    return known


_WORDS = _known()
