"""What the lines of a page share: how many of the words of each other sentences have, too, and how often it stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from textnorm.core import native_module
from textnorm.pages.content.columns import Column

_core = native_module()


def _shared(
    telling: Sequence[frozenset[str]], counts: Iterable[int], sentences: Iterable[int], first: Iterable[int]
) -> list[int]:
    """Return how many of each line's words the other sentences have too, in eighths.

    Given the telling words of each line, how many words it has in all, whether it is a sentence, and whether
    it stands there for the first time.

    >>> _shared([frozenset({"rain"}), frozenset({"rain", "north"})], [2, 4], [0, 1], [1, 1])
    [4, 0]
    """
    once: set[str] = set()
    twice: set[str] = set()
    for words, sentence, new in zip(telling, sentences, first, strict=True):
        if sentence and new:
            twice |= once & words
            once |= words
    pools = (once, twice)
    return [
        len(pools[sentence] & words) * 8 // count if count else 0
        for words, count, sentence in zip(telling, counts, sentences, strict=True)
    ]


def shared(telling: Sequence[Any], counts: Column, sentences: Column, first: Column) -> Column:
    """Return what `_shared` does, of words or of what the native core knows them by."""
    if _core and telling and isinstance(telling[0], bytes):
        found: Column = _core.shared(telling, counts, sentences, first)
        return found
    return Column(_shared(telling, counts, sentences, first))


def _repeats(lines: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return of each line whether it stands there for the first time, and how often it stands there.

    >>> _repeats(["a", "b", "a"])
    ([1, 1, 0], [2, 1, 2])
    """
    often = Counter(lines)
    first = dict(zip(reversed(lines), range(len(lines) - 1, -1, -1), strict=True))
    return [int(first[line] == place) for place, line in enumerate(lines)], [often[line] for line in lines]


def repeats(lines: Sequence[str], like: Column) -> tuple[Column, Column]:
    """Return what `_repeats` does, as columns like another one."""
    if _core:
        found: tuple[Column, Column] = _core.repeats(list(lines), like)
        return found
    first, often = _repeats(lines)
    return Column(first), Column(often)
