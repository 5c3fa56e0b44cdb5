"""Words that a reader turned one by one, as PDFium does with those whose last letter is joined to the one before.

Which words a reader turns depends on how the font names the shapes of their last letters. It is learned from the
words of the text that the lexicon knows in one direction only, and decides of the others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..cache import BoundedCache
from ..chars import HAMZA_ABOVE, NON_JOINING, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.direction import word_weight
from ..ruleset.extracted.known import standing
from ..ruleset.extracted.torn_marks import WHOLE_TAILS
from .clues import clues
from .distinct import places_of_words
from .hinted_patterns import hinted_pattern
from .judged_lines import sampled
from .turned_parts import parts_in_order
from .word_evidence import MARKS_OF_WORDS

RULE = "turned-word"
_LETTERS = lazy_pattern(f"[{PERSIAN_LETTERS}]+")
_TAIL_STARTS = "".join(sorted({tail[0] for tail in WHOLE_TAILS}))
#: an alef with its tanvin, or «لا», behind the space that tore it from its word
_TORN_TANVIN = lazy_pattern(f" ({'|'.join(sorted(WHOLE_TAILS, key=len, reverse=True))})")
_GAP = hinted_pattern(f" (?=[{_TAIL_STARTS}])", (None, " ", _TAIL_STARTS))
_SURE = 2.0
#: turned words that prove the fault: the fewest, and their least share of the known ones, in per cent
_LEAST, _SHARE = 3, 8
#: the same for words with one ending, most of which are turned; and evidence for marks of their own
_LEAST_OF_ENDING = 4
#: what lines may say for the order in which they stand, to each turned word
_MOST_KEPT = 50


class _Facts(NamedTuple):
    """What a word says of itself: its letters the other way round, and what decides whether a reader turns either."""

    weight: float
    backwards: str
    endings: tuple[str, ...]
    endings_backwards: tuple[str, ...]


def find_turned_words(text: str) -> list[Edit]:
    """Return the edits that turn back the words of `text` that were turned one by one.

    >>> text = "نم میروم و اهباتک را هب خانههای یمیدق میبرم"
    >>> [after for _, _, after, _ in find_turned_words(text)]
    ['من', 'کتابها', 'به', 'قدیمی']
    """
    if not _may_be_turned(text):
        return []
    words = places_of_words(text)
    turned, kept = _counted(words)
    if not _is_proven(turned, kept):
        return []
    if turned[HAMZA_ABOVE] < _LEAST and not clues(text).turned_letters:
        return []
    back = _to_be_turned(words, turned, kept)
    if not back:
        return []
    gaps = set(_GAP.places(text))
    edits = [
        (at, at + len(after), after, RULE)
        for word, after in back.items()
        for at in words[word]
        if (end := at + len(word)) not in gaps or not _is_whole(word, after, text[end : end + 4])
    ]
    is_proven = len(edits) * 100 >= _SHARE * (turned + kept).total()
    return parts_in_order(text, edits) if is_proven else sorted(edits)


def _is_whole(word: str, backwards: str, behind: str) -> bool:
    """Return whether a word stands better than the same backwards before an alef with a tanvin that was torn from it."""
    torn = _TORN_TANVIN.match(behind)
    if torn is None:
        return False
    tail = WHOLE_TAILS[torn[1]]
    return standing(word + tail) > standing(backwards + tail)


def _counted(words: dict[str, list[int]]) -> tuple[Counter[str], Counter[str]]:
    """Return how often words with each ending were turned, and how often they were kept."""
    turned, kept = Counter[str](), Counter[str]()
    for word, places in words.items():
        times = len(places)
        weight, _, endings, backwards = _facts_of[word]
        if weight <= -_SURE:
            for ending in backwards:
                turned[ending] += times
        elif weight >= _SURE:
            for ending in endings:
                kept[ending] += times
    return turned, kept


def _to_be_turned(words: Iterable[str], turned: Counter[str], kept: Counter[str]) -> dict[str, str]:
    """Return those of `words` that were turned, and their letters as they were written."""
    odds = _Odds(turned, kept)
    found: dict[str, str] = {}
    for word in words:
        facts = _facts_of[word]
        if odds.stands(facts) < 0 and not word.startswith(facts.backwards):
            found[word] = facts.backwards
    return found


def _is_proven(turned: Counter[str], kept: Counter[str]) -> bool:
    """Return whether enough words are known backwards only, of all or of those with one ending."""
    share = turned.total() * 100 >= _SHARE * (turned + kept).total()
    return (turned.total() >= _LEAST and share) or any(
        times >= _LEAST_OF_ENDING and times > kept[ending] for ending, times in turned.items()
    )


def _may_be_turned(text: str) -> bool:
    """Return whether lines from all over the text hold words that are known backwards only."""
    found = clues(text)
    if not (found.turned_letters or found.odd_hamza):
        return False
    lines = sampled(text)
    turned = sum([line[4] for line in lines])
    return turned >= _LEAST and (found.odd_hamza or turned * _MOST_KEPT >= sum([line[2] for line in lines]))


def _facts(word: str) -> _Facts:
    found = _LETTERS.match(word)
    assert found is not None
    letters, mark = found[0], word[found.end() :]
    back = letters[::-1]
    return _Facts(_weight(letters, mark), back, _endings(letters, mark), _endings(back, mark))


_facts_of: BoundedCache[str, _Facts] = BoundedCache(_facts, 1 << 13)


def _weight(letters: str, mark: str) -> float:
    """Return what the word says for the order of its letters; with its mark it may be known better."""
    weight = word_weight(letters)
    if abs(weight) >= _SURE or not mark or mark in MARKS_OF_WORDS:
        return weight
    here, there = standing(letters + mark), standing(letters[::-1] + mark)
    return weight if here == there else math.copysign(_SURE, here - there)


def _endings(letters: str, mark: str) -> tuple[str, ...]:
    """Return what decides whether a reader turns a word: its mark, and a ligature or a letter that stands alone at its end."""
    if mark in MARKS_OF_WORDS and mark:
        return (mark,)
    ending = "لا" if letters.endswith("لا") else letters[-1] if letters[-2] in NON_JOINING else ""
    return (mark, ending) if mark else (ending,)


class _Odds:
    """How likely words are to have been turned, by their endings."""

    def __init__(self, turned: Counter[str], kept: Counter[str]) -> None:
        self._turned, self._kept = turned, kept
        self._of: dict[tuple[str, ...], tuple[float, float]] = {}

    def stands(self, facts: _Facts) -> float:
        """Return the log-odds that a word stands as it was written."""
        return facts.weight + self._ways(facts.endings)[0] - self._ways(facts.endings_backwards)[1]

    def _ways(self, endings: tuple[str, ...]) -> tuple[float, float]:
        """Return the logarithms of how often words with these endings were kept, and how often they were turned."""
        if endings not in self._of:
            by = self._known(endings)
            kept, turned = self._kept[by], self._turned[by]
            self._of[endings] = (
                math.log((kept + 0.5) / (kept + turned + 1)),
                math.log((turned + 0.5) / (kept + turned + 1)),
            )
        return self._of[endings]

    def _known(self, endings: tuple[str, ...]) -> str:
        """Return the mark of a word, or its ending where next to nothing is known of the mark."""
        first = endings[0]
        return first if self._turned[first] + self._kept[first] >= _LEAST_OF_ENDING else endings[-1]
