"""A year that no sign and no space ties to another number is no date, where no word begins as a month does, or says «ماه».

Most numbers of prose that are looked at closely are such years. Whether a word may be a month is told by its first
letters, so that no token is made where there is none.
"""

from __future__ import annotations

import re
from functools import cache

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .kinds import Kind
from .match_key import DROPPED, fold_text
from .months import CAREFUL_MONTHS, DAY, PLAIN_MONTHS, SHORT_MONTHS
from .vocabulary import PLAIN_WORDS
from .windows import Place

_YEAR = 4
#: how many letters of a word are looked at
_SIZE = 4
_WORD = lazy_pattern(r"[^\W\d_]+")
_DIGIT = f"[{chars.DIGITS}]"
#: two numbers of a date: nothing else stands between them
_PAIR = lazy_pattern(rf"{_DIGIT}[\s/.\-–—_|\\~٫؍]+{_DIGIT}")
#: beside letters of other scripts, and marks inside words, the tokens decide
_PLAIN = (
    "".join(sorted({*map(chr, [*range(32, 127), *range(0x600, 0x700)]), *"\n\t\u00a0«»–—…"} - {*DROPPED}))
    + chars.ZWNJ
)
_RARE = lazy_pattern(f"[^{re.escape(_PLAIN)}]")
#: letters of Arabic script in the spelling of the names of months; Latin ones keep their case
_SPELLING = {ord(char): fold_text(char) for char in _PLAIN if char.isalpha() and not char.isascii()}


@cache
def _beginnings() -> frozenset[str]:
    """Return how names of months and words for one begin, in small letters, with a capital, and in capitals."""
    words = map(fold_text, PLAIN_WORDS[Kind.MONTH_WORD].split())
    names = {name[:_SIZE] for name in (*PLAIN_MONTHS, *CAREFUL_MONTHS, *SHORT_MONTHS, DAY.lower(), *words)}
    return frozenset(names | {name.capitalize() for name in names} | {name.upper() for name in names})


def is_bare_year(text: str, place: Place) -> bool:
    """Tell whether a window begins and ends with a year, and holds no date.

    >>> [is_bare_year(text, Place(0, len(text), 3, 7)) for text in ("تا ۱۳۹۷ باران", "تا ۱۳۹۷ مهر", "تا ۱۳۹۷/۷/۸")]
    [True, False, False]
    """
    start, end, first, last = place
    if not (text[first : first + _YEAR].isdecimal() and text[last - _YEAR : last].isdecimal()):
        return False
    if _PAIR.search(text, start, end) or _RARE.search(text, start, end):
        return False
    spelt = text[start:end].translate(_SPELLING)
    return _beginnings().isdisjoint([word[:_SIZE] for word in _WORD.findall(spelt)])
