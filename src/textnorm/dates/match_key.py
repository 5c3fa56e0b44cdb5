"""One spelling for the words of dates: the key under which a word is looked up.

The fold is coarse on purpose (every yeh, heh and alef is one letter) because it only serves to find a word
in the tables of this package, whose keys are folded in the same way. The source text is never changed by it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from textnorm import chars
from textnorm.lazy import lazy_pattern

#: characters that nobody sees, tatweel and the marks above and below letters: they carry no meaning here
DROPPED = (
    chars.INVISIBLE
    + chars.TATWEEL
    + "".join(map(chr, [*range(0x064B, 0x0660), 0x0670, *range(0x0300, 0x0370)]))
    + "ʻʼʿʾ'’‘"
)
#: each group is written as its first letter
_SAME = (
    "یيىېۍێےئﯼ",
    "کكڪ",
    "گګ",
    "هھہەةۀۃ",
    "اأإآٱ",
    "وۆۇؤۋ",
    "رڕړ",
    "لڵ",
    "زژ",
    "zẕẓžżź",
    "dḍ",
    "hḥḫ",
    "tṭ",
    "نڼ",
    "aáàâäāå",
    "cç",
    "eéèêëēə",
    "iíìîïīı",
    "oóòôöō",
    "sşšṣś",
    "uúùûüū",
    "gğġ",
)


#: letters from here on are rare in what is translated
_ARABIC_ENDS = 0x700


class Translation(dict[int, str]):
    """Maps code points for `str.translate`; one that is not named stands for itself, so that it is no error, which takes long."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, chr(code)) if code < _ARABIC_ENDS else chr(code)


def _table() -> Translation:
    table = Translation((ord(char), "") for char in DROPPED)
    for group in _SAME:
        table.update((ord(char), group[0]) for char in group[1:])
    table.update((ord(char), digit) for char, digit in _digits())
    return table


def _digits() -> list[tuple[str, str]]:
    return [(char, str(index % 10)) for index, char in enumerate(chars.DIGITS)]


_FOLD = _table()
#: finds a character that the fold changes: a word without one is its own key
CHANGED = lazy_pattern(f"[A-Z\u00c0-\u00de\u0100-\u024f\u0400-\u04ff{re.escape(''.join(map(chr, _FOLD)))}]")


def look_alikes(letters: set[str]) -> str:
    """Return the letters and all characters that the fold writes as one of them, capitals too, in the order of their code points.

    >>> sorted(look_alikes({"ک"})) == sorted("کكڪ")
    True
    """
    found = letters | {chr(code) for code, letter in _FOLD.items() if letter and letter in letters}
    return "".join(sorted(found | {char.upper() for char in found if len(char.upper()) == 1}))


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return the key of a word: lower case, without marks, one letter for all its look-alikes.

    >>> fold("مهـر") == fold("مهر"), fold("Şehriver")
    (True, 'sehriver')
    """
    return fold_text(word)


def fold_text(text: str) -> str:
    """Return the same of a text, which is not remembered; lines stay lines."""
    return text.lower().translate(_FOLD)
