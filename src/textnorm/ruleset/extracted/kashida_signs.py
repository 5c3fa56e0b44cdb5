"""Kashidas that a font showed as digits or signs: خ1111ط, در====خت."""

from __future__ import annotations

import re

from textnorm.chars import ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern

from .found_lines import lines_with
from .known import SEEN, UNKNOWN, standing

RULE = "kashida-as-sign"
SIGNS = "1=<>_~|"
#: control characters that stand in no text
CONTROLS = "\x01-\x08\x0e-\x1f"
#: what readers give for a glyph without a name: also private characters, and a mark of other languages that fonts have for an alef
NAMELESS = f"\x00{CONTROLS}\ue000-\uf8ff\ufffd\uffff\N{ARABIC END OF TEXT MARK}"
#: two of a kind at least: one alone is a digit or a sign, unless all of a text speaks for the kashida
NEEDS = tuple(sign * 2 for sign in SIGNS)
_W = f"{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}"
_WORD = lazy_pattern(f"(?<![{_W}])[{_W}]++(?:([{SIGNS}])\\1++[{_W}]++)+")
_HINT = lazy_pattern(f"([{SIGNS}])\\1[{PERSIAN_LETTERS}{SIGNS}]")
_RUN = lazy_pattern(f"([{SIGNS}])\\1+")


def find_sign_kashidas(run: str) -> list[Edit]:
    """Return the edits that take out signs of one kind inside words that are known only without them.

    >>> find_sign_kashidas("خ1111ط نخس11ت")
    [(1, 5, '', 'kashida-as-sign'), (10, 12, '', 'kashida-as-sign')]
    >>> find_sign_kashidas("شنبه11مهر")
    []
    >>> find_sign_kashidas("<<بود>>ی باد")  # quotation marks, as some type them
    []
    """
    edits: list[Edit] = []
    for first, last in lines_with(_HINT, run):
        words = [word for word in _WORD.finditer(run, first, last) if not _is_quoted(word, run, first, last)]
        proven = {word[1] for word in words if _is_one_word(word[0])}
        edits += [
            (word.start() + signs.start(), word.start() + signs.end(), "", RULE)
            for word in words
            if word[1] in proven and _is_known_whole(word[0])
            for signs in _RUN.finditer(word[0])
        ]
    return edits


def _is_quoted(word: re.Match[str], run: str, first: int, last: int) -> bool:
    """Return whether the signs of a word are half of a pair of typed quotation marks, <<…>>, in its line."""
    if word[1] == ">":
        return "<<" in run[first : word.start()]
    return word[1] == "<" and ">>" in run[word.end() : last]


def _is_one_word(word: str) -> bool:
    """Return whether the parts of `word` make one word, and are not words by themselves."""
    parts = _RUN.sub(" ", word).split(" ")
    return _is_known_whole(word) and not all(len(part) > 1 and standing(part) >= SEEN for part in parts)


def _is_known_whole(word: str) -> bool:
    return standing(_RUN.sub("", word)) > UNKNOWN
