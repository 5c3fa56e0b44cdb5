"""A user's own words: names and jargon that no lexicon holds."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import lru_cache

from ...chars import NON_JOINING, ZWNJ

#: one way to write a letter, whatever keyboard the list came from
_LETTERS = str.maketrans("يك", "یک")


class UserWords:
    """What a list of words says about tokens and about pairs of them.

    whole  : tokens that are never cut and are no half of a compound: میلاد
    joined : pairs that are written with a joiner: نگار‌خانه
    apart  : pairs that are written with a space: درست کار
    glued  : words with joiners as they look without them, and where the joiners belong
    """

    __slots__ = ("apart", "glued", "joined", "whole")

    def __init__(
        self,
        whole: frozenset[str] = frozenset(),
        joined: frozenset[tuple[str, str]] = frozenset(),
        apart: frozenset[tuple[str, str]] = frozenset(),
        glued: tuple[tuple[str, tuple[int, ...]], ...] = (),
    ) -> None:
        self.whole, self.joined, self.apart, self.glued = whole, joined, apart, glued

    @property
    def lefts(self) -> frozenset[str]:
        """Return the first halves of joined pairs."""
        return frozenset(left for left, _ in self.joined)

    @property
    def rights(self) -> frozenset[str]:
        """Return the second halves of joined pairs."""
        return frozenset(right for _, right in self.joined)


NO_WORDS = UserWords()


def read_lines(lines: Iterable[str]) -> frozenset[str]:
    """Return the entries of a word list, one a line; what follows a # is a comment.

    >>> sorted(read_lines(["میلاد  # a name", "", "درست کار"]))
    ['درست کار', 'میلاد']
    """
    entries = (" ".join(line.partition("#")[0].split()) for line in lines)
    return frozenset(entry for entry in entries if entry)


@lru_cache(maxsize=64)
def user_words(entries: frozenset[str]) -> UserWords:
    """Return what *entries* say: words, words with joiners, and pairs with a space between them.

    >>> user_words(frozenset({"درست کار"})).apart
    frozenset({('درست', 'کار')})
    """
    whole: set[str] = set()
    joined: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    glued: dict[str, tuple[int, ...]] = {}
    for entry in sorted(entries):
        tokens = [token.strip(ZWNJ) for token in entry.translate(_LETTERS).split()]
        apart.update(itertools.pairwise(tokens))
        for token in tokens if len(tokens) == 1 else ():
            pieces = [piece for piece in token.split(ZWNJ) if piece]
            joined.update(itertools.pairwise(pieces))
            glued["".join(pieces)] = _joints(pieces)
    for token, places in glued.items():
        if not places:
            whole.add(token)
    cut = tuple((token, places) for token, places in glued.items() if places)
    return UserWords(frozenset(whole), frozenset(joined), frozenset(apart - joined), cut)


def _joints(pieces: list[str]) -> tuple[int, ...]:
    """Return where a joiner can be seen between the pieces."""
    places, length = [], 0
    for piece in pieces[:-1]:
        length += len(piece)
        if piece[-1] not in NON_JOINING:
            places.append(length)
    return tuple(places)
