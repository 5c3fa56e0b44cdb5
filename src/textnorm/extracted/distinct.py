"""The distinct words of a text and where each of them stands, so that each is judged once.

The native core finds them in one go; without it patterns do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..cache import BoundedCache
from ..chars import ARABIC_MARKS, PERSIAN_LETTERS
from ..lazy import lazy_pattern
from .word_evidence import MARKS_OF_WORDS, SIGN_BESIDE_WORDS, Runs, evidence

_L = f"[{PERSIAN_LETTERS}]"
#: a word with the mark behind it, which a reader may have turned
_WORD = lazy_pattern(
    f"({_L}(?<!{SIGN_BESIDE_WORDS}.){_L}{{1,39}}+(?!{SIGN_BESIDE_WORDS}| (?:--|==|__|11))"
    f"(?:[{MARKS_OF_WORDS}]|[{ARABIC_MARKS}]{{1,2}}+(?![{PERSIAN_LETTERS}{ARABIC_MARKS}]))?)"
)
#: where a word begins and ends, and the word
Found = tuple[int, int, str]


def places_of_words(text: str) -> dict[str, list[int]]:
    """Return the words of letters, two and more, each with the mark behind it, and where they begin; none beside a sign.

    >>> places_of_words("باد و باد؟ 1باد")
    {'باد': [0], 'باد؟': [6], 'اد': [13]}
    """
    found = evidence().words(text)
    if found is not None:
        return found
    found = {}
    at = 0
    for number, part in enumerate(_WORD.split(text)):
        if number % 2:
            found.setdefault(part, []).append(at)
        at += len(part)
    return found


class PatternOfRuns:
    """A pattern whose matches lie in runs of characters, and do not depend on what stands beside these; each run is gone through once."""

    def __init__(self, pattern: str, runs: Runs) -> None:
        self._pattern, self._runs = lazy_pattern(pattern), runs
        self._of_run: BoundedCache[str, tuple[Found, ...]] = BoundedCache(self._compute, 1 << 13)

    def _compute(self, run: str) -> tuple[Found, ...]:
        return tuple(map(_found, self._pattern.finditer(run)))

    def find(self, text: str) -> list[Found]:
        """Return the matches in `text`, in order."""
        runs = evidence().runs(text, self._runs)
        if runs is None:
            return list(map(_found, self._pattern.finditer(text)))
        return sorted(self._placed(runs.items()))

    def _placed(self, runs: Iterable[tuple[str, list[int]]]) -> Iterable[Found]:
        for run, places in runs:
            for start, end, word in self._of_run[run]:
                for place in places:
                    yield place + start, place + end, word


def _found(match: re.Match[str]) -> Found:
    return *match.span(), match[0]
