"""Letters repeated for emphasis: three or more of one letter become the one or two of the word."""

from __future__ import annotations

import re
from itertools import product

from textnorm.chars import HAMZA_ABOVE, PERSIAN_LETTERS
from textnorm.lexicon import load
from textnorm.lexicon.flags import COMMON, FREE, RARE, VERB, WORD, cuts
from textnorm.lexicon.lists import words

from ..lazy import lazy_pattern

Edit = tuple[int, int, str, str]
RULE = "repeats.letters"
#: beyond so many stretches in one word, every stretch becomes one letter
MOST_STRETCHES = 4
_LONGEST = 40

_STRETCH = lazy_pattern(f"([{PERSIAN_LETTERS}])\\1\\1+")
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
    """Return the bounds of the atom at `place`; each atom is visited once."""
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
    once = (1,) * len(stretches)
    if len(stretches) > MOST_STRETCHES:
        return once
    ways = product((1, 2), repeat=len(stretches))
    return max(ways, key=lambda way: (_standing(_spelt(word, stretches, way)), -sum(way)))


def _spelt(word: str, stretches: list[re.Match[str]], lengths: tuple[int, ...]) -> str:
    parts, end = [], 0
    for found, length in zip(stretches, lengths, strict=True):
        parts += [word[end : found.start()], found[1] * length]
        end = found.end()
    return "".join(parts) + word[end:]


def _standing(word: str) -> int:
    """Return how well the lexicon knows `word`."""
    if len(word) > _LONGEST:
        return 0
    value = load().get(word)
    if value & FREE:
        return 5
    if value & (COMMON | VERB) or cuts(value):
        return 4
    if value & WORD:
        return 3
    endings = (ending for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 1)
    if any(load().get(word[: -len(ending)]) & (WORD | VERB) for ending in endings):
        return 2
    return 1 if value & RARE else 0
