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
CLAUSE_ENDS = f".!؟?;؛:…()\\[\\]\u06d4{QUOTES}"
#: marks of ASCII that Persian has others for
ASCII_MARK = lazy_pattern("[,;?]")
_UNWRITTEN = lazy_pattern(f"[{ARABIC_MARKS}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")
_VARIANT = lazy_pattern(f"[{''.join(LETTER_VARIANTS)}]")


def in_persian_letters(text: str) -> str:
    """Return *text* with Persian letters for those of other keyboards; `str.translate` costs a failed look-up for each letter.

    >>> in_persian_letters("كِتاب")
    'کِتاب'
    """
    return _VARIANT.sub(lambda variant: LETTER_VARIANTS[variant[0]], text)


def fold(word: str) -> str:
    """Return *word* in Persian letters and without marks, as the lists of words are read.

    >>> fold("كِتاب")
    'کتاب'
    """
    return FOLDED[word]


def _folded(word: str) -> str:
    return in_persian_letters(_UNWRITTEN.sub("", word))


#: the same, remembered
FOLDED: BoundedCache[str, str] = BoundedCache(_folded, 1 << 14)
