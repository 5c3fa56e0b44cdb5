"""The strings under which words and pairs stand in the table: stems, keys of pairs, and lists that people read.

The stem is a light one: what is left of the second half of a compound without its inflection. The counts of pairs
are gathered under it, so that «رأی‌دهنده» speaks for «رأی‌دهندگان» as well. It is no linguistic stem: it only has
to be the same when the table is made and when it is read.
"""

from __future__ import annotations

JOINER = "\N{ZERO WIDTH NON-JOINER}"
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
#: both by what they end in, so that few of them are tried
_OUTER_OF = {last: tuple(e for e in OUTER if e[-1] == last) for last in {e[-1] for e in OUTER}}
_INNER_OF = {last: tuple(e for e in ENDINGS if e[0][-1] == last) for last in {e[0][-1] for e in ENDINGS}}


def stem(word: str) -> str:
    """Return the stem of `word`.

    >>> [stem(word) for word in ("دهندگان", "طلبانه", "سازی", "کنندهٔ", "گل", "جوترین")]
    ['دهنده', 'طلب', 'ساز', 'کننده', 'گل', 'جو']
    """
    for ending in _OUTER_OF.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return inner_stem(word[: -len(ending)])
    return inner_stem(word)


def inner_stem(word: str) -> str:
    """Return `word` without the last of its inner endings; the plural and the comparative stay."""
    word = word.removesuffix(HAMZA_ABOVE)
    for ending, instead, least in _INNER_OF.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)] + instead
    return word


def pair_key(left: str, right: str) -> str:
    """Return the key of the pair: the two words with a joiner between them."""
    return left + JOINER + right


def stem_pair_key(left: str, right: str) -> str:
    """Return the key of the pair without the inflection of its second half."""
    return left + JOINER * 2 + stem(right)


def words(text: str) -> frozenset[str]:
    """Return the words of *text*: one string in code instead of a hundred quoted ones.

    >>> sorted(words("تر ترین"))
    ['تر', 'ترین']
    """
    return frozenset(text.split())
