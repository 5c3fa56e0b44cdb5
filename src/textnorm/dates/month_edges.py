"""How months begin and end as they are written, and the words between a day and its month: for the scan of `windows`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from textnorm import chars

from .match_key import DROPPED, fold_text, look_alikes
from .months import PLAIN_MONTHS
from .vocabulary import SUFFIX

MAH = "ماه"
#: words that may stand between a day and its month
BETWEEN = SUFFIX | {"از", "ماه", "of", "تا", "و"}
LETTER = r"[^\W\d_]"


def _begins_as(words: Iterable[str]) -> str:
    """Return a pattern of the first two letters of `words`, in any spelling and case, or of words of one letter."""
    seconds: dict[str, set[str]] = {}
    for word in words:
        seconds.setdefault(word[0], set()).add(word[1:2])
    hidden = re.escape(DROPPED)
    pairs = []
    for first, letters in sorted(seconds.items()):
        following = f"[{re.escape(look_alikes(letters - {''}))}{hidden}]"
        following += f"|(?!{LETTER})" if "" in letters else ""
        pairs.append(f"[{look_alikes({first})}](?:{following})")
    return f"(?=[{look_alikes(set(seconds))}])(?:{'|'.join(pairs)})"


FIRST = _begins_as((*PLAIN_MONTHS, *BETWEEN, MAH))
#: what a month name, or a word before it, can end with
LAST = (
    look_alikes({word[-1] for word in (*PLAIN_MONTHS, MAH)})
    + chars.TATWEEL
    + "".join(map(chr, range(0x064B, 0x0653)))
)
#: the last two letters of these words, as their keys have them
ENDINGS = frozenset(word[-2:] for word in (*PLAIN_MONTHS, MAH))
#: more letters than these have, see core/native/date_places.c
_LETTERS_TOLD = 64


@lru_cache(maxsize=4096)
def may_end_a_month(letters: str) -> bool:
    """Tell whether a month name may end with two characters: of the others no word need be cut out and folded."""
    folded = fold_text(letters)
    return len(folded) < 2 or folded in ENDINGS


def endings() -> tuple[bytes, bytes]:
    """Return what the core is told of letters: the number of each, 0 for all that it is not told, and with which two a month ends."""
    known = "".join(map(chr, [9, 10, *range(0x20, 0x7F), *range(0x0600, 0x0700)]))
    numbers = {letter: 2 + n for n, letter in enumerate(sorted({*"".join(ENDINGS)}))}
    letters, pairs = bytearray(1 << 16), bytearray(_LETTERS_TOLD**2)
    for char in known:
        letters[ord(char)] = numbers.get(folded, 1) if (folded := fold_text(char)) else 0
    for ending in ENDINGS:
        pairs[numbers[ending[0]] * _LETTERS_TOLD + numbers[ending[1]]] = 1
    return bytes(letters), bytes(pairs)
