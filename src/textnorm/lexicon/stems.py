"""A light stem: what is left of the second half of a compound without its inflection.

The counts of pairs are gathered under it, so that «رأی‌دهنده» speaks for «رأی‌دهندگان» as well. It is no
linguistic stem: it only has to be the same when the table is made and when it is read.
"""

from __future__ import annotations

HAMZA_ABOVE = "\N{ARABIC HAMZA ABOVE}"

#: endings, what stands in their place and how many letters must be left, the longest first
ENDINGS = (
    ("گانی", "ه", 2),
    ("گان", "ه", 2),
    ("گی", "ه", 2),
    ("شان", "", 3),
    ("مان", "", 3),
    ("انه", "", 2),
    ("انی", "", 2),
    ("ان", "", 2),
    ("ش", "", 3),
    ("م", "", 3),
    ("ی", "", 2),
)


#: endings that go first, glued to a letter that does not join: «روهای», «نظیرترین»
OUTER = ("هایی", "های", "ها", "ترین", "تر")
#: what these endings end in, so that most words are done at once
OUTER_LETTERS = frozenset(ending[-1] for ending in OUTER)
INNER_LETTERS = frozenset(ending[-1] for ending, _, _ in ENDINGS)


def stem(word: str) -> str:
    """Return the stem of `word`.

    >>> [stem(word) for word in ("دهندگان", "طلبانه", "سازی", "کنندهٔ", "گل", "جوترین")]
    ['دهنده', 'طلب', 'ساز', 'کننده', 'گل', 'جو']
    """
    if word[-1:] not in OUTER_LETTERS:
        return inner_stem(word)
    for ending in OUTER:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return inner_stem(word[: -len(ending)])
    return inner_stem(word)


def inner_stem(word: str) -> str:
    """Return `word` without the last of its inner endings; the plural and the comparative stay."""
    word = word.removesuffix(HAMZA_ABOVE)
    if word[-1:] not in INNER_LETTERS:
        return word
    for ending, instead, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)] + instead
    return word
