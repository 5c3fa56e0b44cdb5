"""The telling words of a line and of a text: a headline says those of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from textnorm.pages.content.counted_words import stop_words
from textnorm.pages.posts.page_lines import PageLines

_WORD = re.compile(r"[^\W\d_]{3,}")


def words_of(text: str) -> set[str]:
    """Return the words of a text that say what it is about."""
    return set(_WORD.findall(text.casefold().replace("\u200c", " "))) - stop_words()


def body_words(page: PageLines, places: Iterable[int]) -> frozenset[str]:
    """Return the telling words of the first lines of a text."""
    return frozenset(words_of(" ".join(page.texts[place][:600] for place in list(places)[:12])))


def shared(page: PageLines, place: int, body: frozenset[str]) -> float:
    """Return how many of a line's telling words, or of their stems, the text has too."""
    own = words_of(page.texts[place]) if body else ()
    if not own:
        return 0.0
    stems = _stems(body)
    return sum((word in body) + (word[:4] in stems) for word in own) / (2 * len(own))


@lru_cache(maxsize=16)
def _stems(body: frozenset[str]) -> frozenset[str]:
    """Return how the words of a text begin: each of the lines that may be its title is compared with them."""
    return frozenset(word[:4] for word in body)
