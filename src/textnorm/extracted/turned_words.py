"""Words that a reader turned one by one, as PDFium does with those whose last letter is joined to the one before.

Which words a reader turns depends on how the font names the shapes of their last letters. It is learned from the
words of the text that the lexicon knows in one direction only, and decides of the others.
"""

from __future__ import annotations

import math
from collections import Counter

from ..chars import ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.direction import word_weight, word_weights
from ..ruleset.extracted.known import standing
from .clues import clues
from .lines import sample, words_and_ends

RULE = "turned-word"
#: marks that have a place in the fonts of Arabic script
_MARKS = "؛؟"
_WORD = lazy_pattern(
    f"([{PERSIAN_LETTERS}]{{2,40}}+)([{_MARKS}]|[{ARABIC_MARKS}]{{1,2}}+(?![{PERSIAN_LETTERS}{ARABIC_MARKS}]))?"
)
_SURE = 2.0
#: turned words that prove the fault: so many, and such a share in a hundred of those that are known
_LEAST, _SHARE = 3, 8
#: the same for words with one ending, most of which are turned; and evidence for marks of their own
_LEAST_OF_ENDING = 4

_Word = tuple[str, str]  # letters, the mark behind them


def find_turned_words(text: str) -> list[Edit]:
    """Return the edits that turn back the words of `text` that were turned one by one.

    >>> text = "نم میروم و اهباتک را هب خانههای یمیدق میبرم"
    >>> [after for _, _, after, _ in find_turned_words(text)]
    ['من', 'کتابها', 'به', 'قدیمی']
    """
    if not _may_be_turned(text):
        return []
    words = _WORD.findall(text)
    turned, kept = Counter[str](), Counter[str]()
    for word in words:
        weight = _weight(word)
        if weight <= -_SURE:
            turned.update(_endings(_turned(word)))
        elif weight >= _SURE:
            kept.update(_endings(word))
    if not _is_proven(turned, kept):
        return []
    odds = {word: _odds(word, turned, kept) for word in set(words)}
    return [
        (word.start(1), word.end(1), word[1][::-1], RULE)
        for word in _WORD.finditer(text)
        if odds[word[1], word[2] or ""] < 0 and word[1] != word[1][::-1]
    ]


def _is_proven(turned: Counter[str], kept: Counter[str]) -> bool:
    """Return whether enough words are known backwards only, of all or of those with one ending."""
    share = turned.total() * 100 >= _SHARE * (turned + kept).total()
    return (turned.total() >= _LEAST and share) or any(
        times >= _LEAST_OF_ENDING and times > kept[ending] for ending, times in turned.items()
    )


def _may_be_turned(text: str) -> bool:
    """Return whether lines from all over the text hold words that are known backwards only."""
    if not clues(text).turned_letters:
        return False
    weights = map(word_weights.__getitem__, words_and_ends(sample(text)))
    return sum(weight <= -_SURE for weight in weights) >= _LEAST


def _turned(word: _Word) -> _Word:
    return word[0][::-1], word[1]


def _weight(word: _Word) -> float:
    """Return what the word says for the order of its letters; with its mark it may be known better."""
    letters, mark = word
    weight = word_weight(letters)
    if abs(weight) >= _SURE or not mark or mark in _MARKS:
        return weight
    here, there = standing(letters + mark), standing(letters[::-1] + mark)
    return weight if here == there else math.copysign(_SURE, here - there)


def _endings(word: _Word) -> tuple[str, ...]:
    """Return what decides whether a reader turns `word`: its mark, and a ligature or a letter that stands alone at its end."""
    letters, mark = word
    if mark in _MARKS and mark:
        return (mark,)
    ending = "لا" if letters.endswith("لا") else letters[-1] if letters[-2] in NON_JOINING else ""
    return (mark, ending) if mark else (ending,)


def _odds(word: _Word, turned: Counter[str], kept: Counter[str]) -> float:
    """Return the log-odds that `word` stands as it was written."""
    here, there = (_known(_endings(way), turned, kept) for way in (word, _turned(word)))
    stays = math.log((kept[here] + 0.5) / (kept[here] + turned[here] + 1))
    turns = math.log((turned[there] + 0.5) / (kept[there] + turned[there] + 1))
    return _weight(word) + stays - turns


def _known(endings: tuple[str, ...], turned: Counter[str], kept: Counter[str]) -> str:
    """Return the mark of a word, or its ending where next to nothing is known of the mark."""
    return endings[0] if turned[endings[0]] + kept[endings[0]] >= _LEAST_OF_ENDING else endings[-1]
