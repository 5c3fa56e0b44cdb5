"""Letters of other alphabets that stand for Persian ones because they look like them or look fine."""

from __future__ import annotations

from itertools import product

from textnorm.cache import BoundedCache
from textnorm.chars import ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from textnorm.edits import Edit
from textnorm.lazy import lazy_pattern
from textnorm.script.foreignness import LIMIT, foreignness
from textnorm.script.languages import has_foreign_letter

from ..protection import in_prose
from .found_lines import lines_with
from .known import SEEN, standing
from .triggers import LOOKALIKE, LOOKALIKES

#: each letter and what it may stand for, the likelier first
LOOKS_LIKE = {
    "\N{ARABIC LETTER KIRGHIZ OE}": "و",
    "\N{ARABIC LETTER OE}": "و",
    "\N{ARABIC LETTER VE}": "و",
    "\N{ARABIC LETTER YEH BARREE}": "ی",
    "\N{ARABIC LETTER E}": "ی",
    "\N{ARABIC LETTER SWASH KAF}": "ک",
    "\N{ARABIC LETTER HEH GOAL}": "ه",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "ه",
    "\N{ARABIC LETTER AE}": "ه",
    "\N{HEBREW LETTER BET}": "دب",
    "\N{HEBREW LETTER DALET}": "د",
    "\N{HEBREW LETTER VAV}": "ا",
}
#: those that alone make a word look strange; the others have rules of their own, for lines that are Persian
_TRIGGER = lazy_pattern(f"[{''.join(sorted(LOOKALIKES))}]")
_WORD = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}\u05d0-\u05ea]+")
_HAS_PERSIAN = lazy_pattern(f"[{PERSIAN_LETTERS}]")
_MOST = 6


def find_lookalikes(text: str) -> list[Edit]:
    """Return the edits that put Persian letters for those that look like them.

    A line is repaired where each of its strange words is known with Persian letters, most others are known, and it is not
    built as those of another language are.

    >>> print(find_lookalikes("ۅقتے باران آمد")[0][2])
    وقتی
    """
    edits: list[Edit] = []
    for start, end in lines_with(_TRIGGER, text):
        words = [(word.start(), word.end(), word[0]) for word in _WORD.finditer(text, start, end)]
        odd = [(at, to, _meant[word]) for at, to, word in words if any(c in LOOKS_LIKE for c in word)]
        plain = [word for *_, word in words if not any(c in LOOKS_LIKE for c in word)]
        if any(map(has_foreign_letter, plain)) or foreignness([word for *_, word in words]) > LIMIT:
            continue  # another language, which has these letters too
        if all(after for *_, after in odd) and 2 * sum(standing(word) >= SEEN for word in plain) >= len(
            plain
        ):
            edits += [(at, to, after, LOOKALIKE) for at, to, after in odd if text[at:to] != after]
    return in_prose(text, edits)


def _compute(word: str) -> str:
    places = [place for place, letter in enumerate(word) if letter in LOOKS_LIKE]
    if len(places) > _MOST or not _HAS_PERSIAN.search(word):
        return ""
    for letters in product(*(LOOKS_LIKE[word[place]] for place in places)):
        spelt = list(word)
        for place, letter in zip(places, letters, strict=True):
            spelt[place] = letter
        if standing("".join(spelt)) >= SEEN:
            return "".join(spelt)
    return ""


_meant: BoundedCache[str, str] = BoundedCache(_compute, 1 << 10)
