"""A word in Arabic script: what it is made of, and how lists of words read it."""

from __future__ import annotations

from ..cache import BoundedCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, INVISIBLE, LETTER_VARIANTS, NOT_SIGN
from ..lazy import lazy_pattern

#: a word, with what cannot be seen in it
WORD = f"[{ARABIC_LETTERS}][{ARABIC_LETTERS}{ARABIC_MARKS}{INVISIBLE}{NOT_SIGN}\u0640]*"
#: quotation marks, typed ones too (<<…>>, ''…''): those that close, and all of them
CLOSING_QUOTES = "»\"“”‟›‘’'>"
QUOTES = CLOSING_QUOTES + "«„‹‚‛<"
#: what ends a clause
CLAUSE_ENDS = f".!؟?؛:…()\\[\\]\u06d4{QUOTES}"
_UNWRITTEN = lazy_pattern(f"[{ARABIC_MARKS}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")
_VARIANTS = str.maketrans(LETTER_VARIANTS)


def fold(word: str) -> str:
    """Return *word* in Persian letters and without marks, as the lists of words are read.

    >>> fold("كِتاب")
    'کتاب'
    """
    return _UNWRITTEN.sub("", word).translate(_VARIANTS)


#: the same, remembered
FOLDED: BoundedCache[str, str] = BoundedCache(fold, 1 << 14)
