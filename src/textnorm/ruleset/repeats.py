"""Letters repeated for emphasis: three or more of one letter become the one or two of the word."""

from __future__ import annotations

import re
from itertools import product

from textnorm.chars import HAMZA_ABOVE, PERSIAN_LETTERS
from textnorm.lexicon import load
from textnorm.lexicon.flags import COMMON, FREE, RARE, VERB, WORD, cuts
from textnorm.lexicon.table_keys import words

from ..lazy import lazy_pattern

Edit = tuple[int, int, str, str]
RULE = "repeats.letters"
#: with more stretches than this in one word, every stretch becomes one letter
MOST_STRETCHES = 4
_LONGEST = 40
#: the shortest word that is looked for in two words written in one
_LEAST_PIECE = 3

STRETCHED = f"([{PERSIAN_LETTERS}])\\1\\1"
_STRETCH = lazy_pattern(f"{STRETCHED}+")
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}{HAMZA_ABOVE}]+")
_ENDINGS = words(
    "هایشان هایمان هایتان هایی هایش هایم هایت های ها ترین تری تر ان ات انی ای ام اند شان مان تان یی م ت ش ی ٔ"
)


def find_repeats(run: str) -> list[Edit]:
    """Return the edits that shorten letters repeated three times or more in a Persian run.

    The lexicon decides between one letter and two; a word that it does not know gets one. Digits and
    punctuation are left alone, as are two letters of a kind, and words of one letter only («ههههه»).

    >>> find_repeats("سلاممم")
    [(3, 6, 'م', 'repeats.letters')]
    >>> find_repeats("اللللله ۱۱۱ …")
    [(1, 6, 'لل', 'repeats.letters')]
    """
    edits: list[Edit] = []
    if not _STRETCH.search(run):
        return edits
    end = 0
    for match in _STRETCH.finditer(run):
        if match.start() >= end:
            start, end = _around(run, match.start())
            if (
                len(run[start:end].rstrip(HAMZA_ABOVE)) > match.end() - match.start()
            ):  # «ههههه» is laughter, no word
                edits += _shortened(run[start:end], start)
    return edits


def _around(run: str, place: int) -> tuple[int, int]:
    """Return the bounds of the morpheme at `place`; each morpheme is visited once."""
    start = place
    while start and _WORD.match(run[start - 1]):
        start -= 1
    match = _WORD.match(run, place)
    return start, match.end() if match else place


def _shortened(word: str, offset: int) -> list[Edit]:
    stretches = list(_STRETCH.finditer(word))
    lengths = _best_lengths(word, stretches)
    return [
        (offset + found.start(), offset + found.end(), found[1] * length, RULE)
        for found, length in zip(stretches, lengths, strict=True)
    ]


def _best_lengths(word: str, stretches: list[re.Match[str]]) -> tuple[int, ...]:
    if len(stretches) > MOST_STRETCHES:
        return (1,) * len(stretches)
    ways = product((1, 2), repeat=len(stretches))
    return max(ways, key=lambda way: _preference(lexicon_rank(_spelt(word, stretches, way)), sum(way)))


def _preference(rank: int, letters: int) -> tuple[int, int]:
    """Return what puts words in order: of those that the lexicon knows equally well the shorter one comes first, but for two words in one («الحمدلله»)."""
    return rank, letters if rank == Rank.TWO_WORDS else -letters


def _spelt(word: str, stretches: list[re.Match[str]], lengths: tuple[int, ...]) -> str:
    parts, end = [], 0
    for found, length in zip(stretches, lengths, strict=True):
        parts += [word[end : found.start()], found[1] * length]
        end = found.end()
    return "".join(parts) + word[end:]


class Rank:
    """How well the lexicon knows a word: numbers, since making an enumeration costs as much as loading a module."""

    UNKNOWN = 0
    RARE = 1  #: stands in a word list only
    TWO_WORDS = 2  #: two words written in one: الحمدلله
    INFLECTED = 3  #: a word with an ending: خوبی
    WORD = 4
    COMMON = 5  #: seen in running text
    FREE = 6  #: seen often


def lexicon_rank(word: str) -> int:
    """Return how well the lexicon knows *word*, whole or in its pieces."""
    if len(word) > _LONGEST:
        return Rank.UNKNOWN
    value = load().get(word)
    if value & FREE:
        return Rank.FREE
    if value & (COMMON | VERB) or cuts(value):
        return Rank.COMMON
    if value & WORD:
        return Rank.WORD
    endings = (ending for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 1)
    if any(load().get(word[: -len(ending)]) & (WORD | VERB) for ending in endings):
        return Rank.INFLECTED
    if _is_two_words(word):
        return Rank.TWO_WORDS
    return Rank.RARE if value & RARE else Rank.UNKNOWN


def _is_two_words(word: str) -> bool:
    get = load().get
    places = range(_LEAST_PIECE, len(word) - _LEAST_PIECE + 1)
    return any(get(word[place:]) & COMMON and get(word[:place]) & (WORD | RARE) for place in places)
