"""The strings under which pairs of words stand in the table."""

from __future__ import annotations

from textnorm.lexicon.stems import stem

JOINER = "\N{ZERO WIDTH NON-JOINER}"


def pair_key(left: str, right: str) -> str:
    """Return the key of the pair: the two words with a joiner between them."""
    return left + JOINER + right


def stem_pair_key(left: str, right: str) -> str:
    """Return the key of the pair without the inflection of its second half."""
    return left + JOINER * 2 + stem(right)
