"""Short vowels and shaddas that a reader gave before the letters that they stand on: «آسیا ِب» for آسیابِ, «ُم هر» for مُهر."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import SEEN, UNKNOWN, standing

RULE = "early-vowel"
_SHADDA = "\N{ARABIC SHADDA}"
_VOWELS = "\N{ARABIC FATHA}-\N{ARABIC SUKUN}"
_L, _IN_WORD = f"[{PERSIAN_LETTERS}]", f"{ARABIC_LETTERS}{ARABIC_MARKS}"
#: vowels on no letter
_STRAY = lazy_pattern(f"[{_VOWELS}](?<![{_IN_WORD}].)[{_VOWELS}]{{0,3}}(?={_L})")
#: the word before a space, and what stands behind the vowels
_BEFORE = lazy_pattern(f"(?<![{_IN_WORD}])[{_IN_WORD}]{{1,20}} $")
_WORD = lazy_pattern(f"[{_IN_WORD}]{{1,20}}+")
#: pieces of one letter with its vowels, and the last piece
_PIECES = lazy_pattern(
    f"((?:[{_VOWELS}]{{1,4}}{_L} ){{1,4}})([{_VOWELS}]{{0,4}})({_L}[{_IN_WORD}]{{0,19}})(?![{_IN_WORD}])"
)
_PIECE = lazy_pattern(f"([{_VOWELS}]{{1,4}})({_L}) ")
#: characters before a stray vowel that may be a word and a space
_LONGEST = 22
_ALONE = "و"


def find_early_vowels(text: str) -> list[Edit]:
    """Return the edits that put vowels behind the letters that they stand on, and take out the spaces by which these were torn off.

    >>> [after for _, _, after, _ in find_early_vowels("آسیا ِب ما و ُم هر او")]
    ['بِ', 'مُهر']
    >>> find_early_vowels("آسیابِ ما و حرف ِ ب")
    []
    """
    edits: list[Edit] = []
    end = 0
    for vowels in _STRAY.finditer(text):
        edit = None if vowels.start() < end else _edit(text, vowels)
        if edit is not None:
            edits.append(edit)
            end = edit[1]
    return edits


def _edit(text: str, vowels: re.Match[str]) -> Edit | None:
    """Return the edit for vowels that stand on no letter: the letter behind them was torn off, or begins a word, which may be in pieces."""
    start, end = vowels.span()
    behind = _WORD.match(text, end)
    assert behind is not None
    before = _BEFORE.search(text[max(0, start - _LONGEST) : start])
    word = "" if before is None else before[0][:-1]
    if word and word != _ALONE and _are_one(word, vowels[0], behind[0]):
        return start - 1, end + 1, text[end] + vowels[0], RULE
    pieces = _PIECES.match(text, start)
    if pieces is not None and standing(whole := "".join(_joined(pieces))) >= SEEN:
        return *pieces.span(), whole, RULE
    begins = standing(behind[0]) >= SEEN and (not word or standing(word) >= SEEN)
    return (start, end + 1, text[end] + vowels[0], RULE) if begins else None


def _are_one(word: str, vowels: str, behind: str) -> bool:
    """Return whether a word goes on behind a space and vowels, with a letter alone or a doubled one."""
    if _SHADDA in vowels and standing(word) == UNKNOWN:
        return True
    return (_SHADDA in vowels or len(behind) == 1) and standing(word + behind) > UNKNOWN


def _joined(pieces: re.Match[str]) -> Iterator[str]:
    """Yield the pieces of a word with each vowel behind its letter."""
    for piece in _PIECE.finditer(pieces[1]):
        yield piece[2] + piece[1]
    yield pieces[3][0] + pieces[2] + pieces[3][1:]
