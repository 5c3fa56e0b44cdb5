"""Kashidas that a font showed as digits or signs, where the words of the text prove it for all of them.

A kashida that the font of the file has no code for is read as the number of its glyph: any character of ASCII, a control
character, or ``(cid:18)``. Which one it is, is learned from the words that hold it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from ..cache import BoundedCache
from ..chars import ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.kashida_signs import CONTROLS, RULE as RULE, SIGNS
from ..ruleset.extracted.known import SEEN, UNKNOWN, standing
from ..ruleset.extracted.order import GLYPH
from .clues import SIGN, clues

_CODE = rf"{GLYPH}|[{CONTROLS}!-~]"
_W = f"{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}"
_WORD = lazy_pattern(rf"[{_W}]++(?:({_CODE})\1*+[{_W}]++)+")
#: what a word with signs and all that is glued to it is made of
_GLUED = lazy_pattern(f"[{_W}!-~{CONTROLS}]+")
#: the same as a run of one code between letters; where one may begin is found quickly
_RUN = lazy_pattern(rf"([{CONTROLS}!-~](?<=[{_W}].)(?:(?<=\()cid:\d+\))?)\1*+(?=[{_W}])")
#: the same behind a space, as readers give them that take the sign for a word of its own
_SPACED = lazy_pattern(
    rf" (?<=[{PERSIAN_LETTERS}] )(?<![{NON_JOINING}] )(?:([{CONTROLS}!-~])\1*+ )?([{CONTROLS}!-~])\2++(?=[{_W}])"
)
#: letters set apart by signs, as some spell a word
_SPELT = lazy_pattern(rf"[{_W}](?:{_CODE}[{_W}])+")
_SIGNS = lazy_pattern(f"(?:{_CODE})+")
_CONTROL = lazy_pattern(f"[{CONTROLS}]")
#: words that prove a sign, at the least, and what share of those that hold it
_LEAST, _SHARE = 3, 0.5
#: and of a sign that stands alone wherever it stands
_LEAST_ALONE = 6


def find_sign_kashidas(text: str) -> list[Edit]:
    """Return the edits that take out each sign that stands for kashidas, where it does so in most words that hold it.

    >>> [edit[:3] for edit in find_sign_kashidas("خ1ط نخس1ت ب1اران")]
    [(1, 2, ''), (7, 8, ''), (11, 12, '')]
    """
    if not clues(text).many_signs:
        return []
    seen: Counter[str] = Counter()
    proven: Counter[str] = Counter()
    stretched: set[str] = set()
    for word in _words(text):
        sign = word[1]
        seen[sign] += 1
        if _is_one[word[0]] and (_may_stand_alone[sign] or not _SPELT.fullmatch(word[0])):
            proven[sign] += 1
            if sign * 2 in word[0] or _may_stand_alone[sign]:
                stretched.add(sign)
    signs = {
        sign
        for sign, times in proven.items()
        if times >= max(_LEAST if sign in stretched else _LEAST_ALONE, _SHARE * seen[sign])
    }
    if not signs:
        return []
    edits = [(*run.span(), "", RULE) for run in _RUN.finditer(text) if run[1] in signs]
    wide = signs & stretched
    spaced = (
        (run for run in _SPACED.finditer(text) if run[2] in wide and run[1] in (None, run[2])) if wide else ()
    )
    return sorted([*edits, *((*run.span(), "", RULE) for run in spaced)])


def _words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words that hold a sign and begin behind nothing that is glued to them."""
    glue = _glue()
    end = 0
    for sign in SIGN.finditer(text):
        if sign.start() < end:
            continue
        start = sign.start()
        while start > end and text[start - 1] in glue:
            start -= 1
        glued = _GLUED.match(text, start)
        end = sign.end() if glued is None else glued.end()
        if (word := _WORD.match(text, start)) is not None:
            yield word


@cache
def _glue() -> frozenset[str]:
    return frozenset(filter(_GLUED.match, map(chr, (*range(0x900), ord(ZWNJ)))))


#: whether a sign is one that stands between the letters of a word for nothing else
_may_stand_alone: BoundedCache[str, bool] = BoundedCache(
    lambda sign: sign in SIGNS or len(sign) > 1 or _CONTROL.match(sign) is not None, 1 << 9
)


def _is_one_word(word: str) -> bool:
    """Return whether the parts of `word` make one word in which kashidas could stand, and are not words themselves."""
    parts = _SIGNS.split(word)
    if any(part[-1] in NON_JOINING for part in parts[:-1]):
        return False
    return standing("".join(parts)) > UNKNOWN and not all(
        len(part) > 1 and standing(part) >= SEEN for part in parts
    )


_is_one: BoundedCache[str, bool] = BoundedCache(_is_one_word, 1 << 12)
