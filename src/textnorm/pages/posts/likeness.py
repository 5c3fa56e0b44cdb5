"""Does a line that is not on the list read like one of an interface? All of its telling words are those of interfaces."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.cache import BoundedCache
from textnorm.pages.content.counted_words import stop_words
from textnorm.pages.interface.lookup import is_telling, shipped_table
from textnorm.pages.interface.templates import fold, words_of

#: longer lines are read as prose
_MOST_WORDS = 16
_ENDINGS = ("ی", "ها", "های")


def interface_words(line: str) -> tuple[int, int]:
    """Return how many of a line's telling words interfaces have too, and how many it has; none of a long line.

    >>> interface_words("مشاهده متن در قالب PDF"), interface_words("باران دیشب")
    ((4, 4), (0, 2))
    """
    return _COUNTS[line]


def reads_like_tools(line: str) -> bool:
    """Tell whether a line that need not be on the list is two and more words of interfaces, and nothing else.

    >>> reads_like_tools("نقل قول این ارسال در پاسخ"), reads_like_tools("ارسال نامه به همسایه")
    (True, False)
    """
    known, telling = interface_words(line)
    return known == telling > 1


def _count(line: str) -> tuple[int, int]:
    words = words_of(fold(line.replace("\u200c", " "))) if line.count(" ") < _MOST_WORDS else []
    telling = [n for n, word in enumerate(words) if is_telling(word) and word not in stop_words()]
    return sum(_is_known(words, n) for n in telling), len(telling)


def _is_known(words: Sequence[str], place: int) -> bool:
    """Tell whether a word is one of interfaces: alone, without an ending, or glued to one beside it."""
    known, word = shipped_table().words, words[place]
    if word in known:
        return True
    if word.endswith(_ENDINGS) and not known.isdisjoint([word.removesuffix(ending) for ending in _ENDINGS]):
        return True
    return not known.isdisjoint(["".join(words[n : n + 2]) for n in (place - 1, place) if n >= 0])


_COUNTS: BoundedCache[str, tuple[int, int]] = BoundedCache(_count, 4096)
