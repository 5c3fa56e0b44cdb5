"""A light stem: what is left of the second half of a compound without its inflection.

The counts of pairs are gathered under it, so that «رأی‌دهنده» speaks for «رأی‌دهندگان» as well. It is no
linguistic stem: it only has to be the same when the table is made and when it is read.
"""

from __future__ import annotations

HAMZA_ABOVE = "\N{ARABIC HAMZA ABOVE}"

#: endings and what stands in their place, the longest first
ENDINGS = (
    ("گانی", "ه"),
    ("گان", "ه"),
    ("گی", "ه"),
    ("هٔ", "ه"),
    ("شان", ""),
    ("مان", ""),
    ("انه", ""),
    ("انی", ""),
    ("ان", ""),
    ("ش", ""),
    ("م", ""),
    ("ی", ""),
)
#: letters that a stem keeps at least
SHORTEST = 2


def stem(word: str) -> str:
    """Return the stem of `word`.

    >>> [stem(word) for word in ("دهندگان", "طلبانه", "سازی", "کنندهٔ", "گل")]
    ['دهنده', 'طلب', 'ساز', 'کننده', 'گل']
    """
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)] + instead
    return word
