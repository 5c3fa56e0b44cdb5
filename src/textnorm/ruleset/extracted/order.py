"""Visual order turned into logical order: the bidi algorithm (UAX #9) taken backwards, for one line of Persian.

What stands from left to right on the page is cut into left-to-right spans (Latin words with what lies between
them, numbers) and the rest; the order of all is reversed, and within the rest that of its units. Left-to-right
spans keep their own order. Brackets are mirrored where only that makes them open before they close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from textnorm.chars import ARABIC_DIGITS, ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_DIGITS, ZWNJ
from textnorm.lazy import lazy_pattern

#: what is reversed inside right-to-left spans: letters, words (or parts of them between half-spaces), or nothing
Unit = Literal["letter", "word", "joined", "span"]

_L = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: a letter of a script that is written from left to right
LATIN = f"[^\\W\\d_{_L}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_DIGIT = f"[0-9{PERSIAN_DIGITS}{ARABIC_DIGITS}]"
#: digits with single separators between them; dashes are none, since behind Persian letters they are neutral; a date of ISO 8601 is one
NUMBER = f"{_DIGIT}{{4}}-{_DIGIT}{{2}}-{_DIGIT}{{2}}(?!{_DIGIT})|{_DIGIT}+(?:[.,/:٫٬]{_DIGIT}+)*"
#: a glyph without a code, as pdfminer.six shows it
GLYPH = r"\(cid:\d+\)"
#: Latin words, and digits and signs between them
LATIN_SPAN = f"{LATIN}(?:[^{_L}\\n]*(?:{LATIN}|{_DIGIT}))?"
_LEFT_TO_RIGHT = lazy_pattern(f"{LATIN_SPAN}|{NUMBER}")
_LATIN_BEFORE_GLYPH = f"{LATIN}(?:(?:(?!{GLYPH})[^{_L}\\n])*(?:{LATIN}|{_DIGIT}))?"
_WITH_GLYPHS = lazy_pattern(f"{GLYPH}|{_LATIN_BEFORE_GLYPH}|{NUMBER}")
#: letters and what the bidi algorithm treats as letters: the semicolon and the question mark of Arabic script
_STRONG = f"(?:[^\\W\\d{ZWNJ}]|[؛؟{ARABIC_MARKS}\u200f])"
_PIECES = {
    "word": lazy_pattern(f"{_STRONG}+|."),
    "joined": lazy_pattern(f"(?:{_STRONG}|{ZWNJ})+|."),
    # the spaces before a span belong to it, and so do a mark right behind it and a quotation mark that it closes
    "span": lazy_pattern(
        f"(?:(?<![ \\t\xa0])[ \\t\xa0]++)?(?:«(?=[^«»]*»))?{_STRONG}(?:.*{_STRONG})?[.،:!]?|."
    ),
}
#: brackets that the bidi algorithm mirrors
PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›"))
_BRACKETS = lazy_pattern(r"[()\[\]{}«»‹›]")
_OPENED_BY = {closes: opens for opens, closes in PAIRS}
_LATIN_LETTER = lazy_pattern(LATIN)


def logical(line: str, unit: Unit = "letter") -> str:
    """Return the logical order of `line`, which stands as a page shows it.

    >>> print(logical(".دمآ ۱۲:۳۰ تعاس (زور) Python 3"))
    Python 3 (روز) ساعت ۱۲:۳۰ آمد.
    >>> print(logical(".آمد باران و رفت باد", "word"))
    باد رفت و باران آمد.
    >>> print(logical(". خوب استPython زبان", "span").strip())
    زبانPython خوب است.
    """
    if unit == "letter" and not any(left_to_right_spans(line)):
        return mirrored(line[::-1])
    pieces: list[str] = []
    at = 0
    for match in left_to_right_spans(line):
        pieces += _reversible(line[at : match.start()], unit)
        at = _span_end(line, match)
        pieces.append(line[match.start() : at])
    pieces += _reversible(line[at:], unit)
    return mirrored("".join(reversed(pieces)))


def _span_end(line: str, match: re.Match[str]) -> int:
    """Return where a left-to-right span ends: behind the bracket that closes what was opened between its Latin words."""
    end = match.end()
    opened = match[0].rfind(_OPENED_BY.get(line[end : end + 1], "\n"))
    return end + (opened > 0 and _LATIN_LETTER.search(match[0], opened) is not None)


def _reversible(text: str, unit: Unit) -> list[str]:
    if unit == "letter":
        return [text[::-1]]
    return _PIECES[unit].findall(text)


def mirrored(line: str) -> str:
    """Return `line` with the brackets of each kind mirrored where they close before they open.

    >>> mirrored("باد )خنک( و «تند»")
    'باد (خنک) و «تند»'
    """
    brackets = _BRACKETS.findall(line)
    if not brackets:
        return line
    for opens, closes in PAIRS:
        of_kind = [bracket for bracket in brackets if bracket in (opens, closes)]
        if of_kind and (
            _is_mirrored(of_kind, opens, closes) if of_kind[1:] else _faces_out(line, opens, closes)
        ):
            line = line.translate(str.maketrans(opens + closes, closes + opens))
    return line


def _is_mirrored(brackets: list[str], opens: str, closes: str) -> bool:
    """Return whether the brackets of a kind close before they open."""
    pairs = list(pairwise(brackets))
    return pairs.count((closes, opens)) > pairs.count((opens, closes))


def _faces_out(line: str, opens: str, closes: str) -> bool:
    """Return whether the only bracket of a kind is mirrored, as the spaces beside it say."""
    place = max(line.find(opens), line.find(closes))
    before, after = line[:place][-1:].isspace() or not place, line[place + 1 : place + 2].isspace()
    return before != after and (line[place] == opens) == after and not (place + 1 == len(line) and before)


def left_to_right_spans(line: str) -> Iterator[re.Match[str]]:
    """Yield the spans of `line` that keep their order: Latin words, numbers, and glyphs without a code."""
    return (_WITH_GLYPHS if "(cid:" in line else _LEFT_TO_RIGHT).finditer(line)
