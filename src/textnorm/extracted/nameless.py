"""Letters for which the font of a file has no name: a reader gives a sign, a control character or ``(cid:18)`` in their place.

Which letter a sign stands for is learned from the words that hold it, as of kashidas in `signs`: it must make words of most
of them that no other letter makes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from ..chars import ARABIC_MARKS, HAMZA_ABOVE, HEH, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.found_lines import lines_with
from ..ruleset.extracted.kashida_signs import NAMELESS
from ..ruleset.extracted.known import SEEN, UNKNOWN, standing
from ..ruleset.extracted.order import GLYPH

RULE = "nameless-letter"
_CODE = f"[{NAMELESS}]"
_W = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]"
_SIGN = lazy_pattern(rf"({_CODE}|{GLYPH})")
#: a sign, as it is found quickly
_HELD = lazy_pattern(rf"[{NAMELESS}(](?:(?<=[{NAMELESS}])|(?<=\()cid:\d+\))")
#: a word that holds a sign
_WORD = lazy_pattern(rf"(?<!{_W})(?<!{_CODE}){_W}*+(?:{_CODE}|{GLYPH})(?:{_W}|{_CODE}|{GLYPH})*+")
_ALEF, _ALEF_MADDA = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
_LETTERS = PERSIAN_LETTERS + HAMZA_ABOVE
_SHORTEST, _LONGEST = 3, 40
#: words that prove a sign, at the least, their share of those that hold it, and how many more there must be than of any other letter
_LEAST, _SHARE, _CLEARLY = 3, 0.5, 2
#: words that are asked for each letter, at the most: further ones would say the same
_MOST = 60


def find_nameless_letters(text: str) -> list[Edit]:
    """Return the edits that write the letter for each sign in whose place one letter makes words of most that hold it.

    >>> text = "\x12مروز ب\x12ران و برف در تهر\x12ن و خ\x12نه"
    >>> {edit[2] for edit in find_nameless_letters(text)}
    {'ا'}
    >>> find_nameless_letters("\x12مروز ب\x12ران")
    []
    """
    words: dict[str, dict[str, None]] = defaultdict(dict)
    for start, end in lines_with(_HELD, text):
        for word in _WORD.findall(text, start, end):
            signs = set(_SIGN.findall(word))
            if len(signs) == 1:
                words[signs.pop()][word] = None
    letters = {sign: letter for sign, of_sign in words.items() if (letter := _letter(sign, of_sign))}
    return [
        _edit(text, *sign.span(), letter)
        for sign in (_SIGN.finditer(text) if letters else ())
        if (letter := letters.get(sign[0], ""))
    ]


def _edit(text: str, start: int, end: int, letter: str) -> Edit:
    """Return the edit that writes a letter; an alef beside آ is the one on which its madda stands."""
    if letter == _ALEF and text.startswith(_ALEF_MADDA, start - 1):
        letter = ""
    return start, end + (letter == _ALEF_MADDA and text.startswith(_ALEF, end)), letter, RULE


def _letter(sign: str, words: Iterable[str]) -> str:
    """Return the letter for which `sign` stands in `words`, nothing where they do not prove one."""
    told = (word for word in words if _SHORTEST <= len(word) - (len(sign) - 1) * word.count(sign) <= _LONGEST)
    words = list(islice(told, _MOST))
    if len(words) < _LEAST:
        return ""
    made = sorted((sum(_rank(word, sign, letter) >= SEEN for word in words), letter) for letter in _LETTERS)
    (second, _), (best, letter) = made[-2:]
    if best < max(_LEAST, _CLEARLY * second):
        return ""
    known = sum(_rank(word, sign, letter) > UNKNOWN for word in words)
    return letter if known >= _SHARE * len(words) else ""


def _rank(word: str, sign: str, letter: str) -> int:
    """Return how well the word is known that `letter` in the place of `sign` makes; a small hamza makes one behind a heh alone."""
    made = word.replace(sign, letter).replace(_ALEF_MADDA + _ALEF, _ALEF_MADDA)
    return UNKNOWN if letter == HAMZA_ABOVE and HEH + letter not in made else standing(made)
