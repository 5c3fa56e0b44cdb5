"""Word lists that people read: one string of words in code instead of a hundred quoted ones."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of `text`.

    >>> sorted(words("تر ترین"))
    ['تر', 'ترین']
    """
    return frozenset(text.split())
