"""Words between which a reader lost the space: سالداردوهنوز for سال دارد و هنوز."""

from __future__ import annotations

from ..cache import BoundedCache
from ..edits import Edit
from ..ruleset.extracted.known import FREQUENT, SEEN, UNKNOWN, standing
from .half_spaces import SUFFIXES
from .ligatures import unknown_words

RULE, MANY = "glued-words", "many-glued-words"
#: a word of so few letters must be among the commonest
_SHORT = frozenset(
    "در از به که را با این آن تا یا هر هم نه بر چه ما من او دو سه پر کم سر دل آب نو بی هل پس شد کرد است بود".split()
)
_AND = "و"
_LONGEST = 40
#: tokens that prove the fault, at the least, and their least share of the unknown ones, in per cent
_LEAST, _SHARE = 4, 30
#: the same for a text that nothing else proves
_LEAST_ALONE, _SHARE_ALONE = 8, 60


def find_glued_words(text: str) -> list[Edit]:
    """Return the edits that set spaces into tokens that are no words and consist of words, where the text holds several.

    >>> text = "سالداردوهنوز ازطلوع شروعکردید درحجره"
    >>> [start for start, *_ in find_glued_words(text)]
    [3, 7, 8, 15, 24, 32]
    >>> find_glued_words("ازطلوع آفتاب")
    []
    """
    return _found(text, _LEAST, _SHARE, RULE)


def find_many_glued_words(text: str) -> list[Edit]:
    """Return the same edits, where most unknown tokens of a text are glued words.

    >>> find_many_glued_words("سالداردوهنوز ازطلوع شروعکردید درحجره")
    []
    """
    return _found(text, _LEAST_ALONE, _SHARE_ALONE, MANY)


def _found(text: str, least: int, share: int, rule: str) -> list[Edit]:
    unknown = unknown_words(text)
    tokens = {word for _, word in unknown}
    glued = {word: places for word in tokens if (places := _places_of[word])}
    if len(glued) < least or len(glued) * 100 < share * len(tokens):
        return []
    return sorted(
        (start + place, start + place, " ", rule)
        for start, word in set(unknown)
        if word in glued
        for place in glued[word]
    )


def _compute(token: str) -> tuple[int, ...]:
    """Return where spaces are missing in `token`, in the way that takes fewest words; nothing where it has no such way."""
    ways: list[tuple[int, int, tuple[int, ...]] | None] = [None] * (len(token) + 1)
    ways[0] = 0, 0, ()
    for end in range(1, len(token) + 1):
        for start in range(end):
            before = ways[start]
            if before is None or not (cost := _cost(token[start:end])):
                continue
            way = (before[0] + cost, before[1] - (end - start) ** 2, (*before[2], start) if start else ())
            known = ways[end]
            ways[end] = way if known is None else min(known, way)
    found = ways[-1]
    return found[2] if found is not None and len(token) <= _LONGEST else ()


def _cost(word: str) -> int:
    """Return what a word costs that a glued token may consist of, 0 for what is none."""
    if word == _AND or word in _SHORT:
        return 2
    rank = standing(word)
    if len(word) < 3 or rank == UNKNOWN or word in SUFFIXES:
        return 0
    return 3 if rank == FREQUENT else 4 if rank == SEEN else 6 if len(word) > 3 else 0


_places_of: BoundedCache[str, tuple[int, ...]] = BoundedCache(_compute, 1 << 12)
