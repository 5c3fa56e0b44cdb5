"""Words that a reader turned one by one, as PDFium does with those whose last letter is joined to the one before.

Which words a reader turns depends on how the font names the shapes of their last letters. It is learned from the
words of the text that the lexicon knows in one direction only, and decides of the others.
"""

from __future__ import annotations

import math
from collections import Counter

from ..chars import NON_JOINING, PERSIAN_LETTERS
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.direction import word_weight
from .clues import letters_may_be_turned
from .lines import sample

RULE = "turned-word"
_WORD = lazy_pattern(f"[{PERSIAN_LETTERS}]{{2,40}}[؛؟]?")
#: marks that have a place in the fonts of Arabic script
_MARKS = "؛؟"
_SURE = 2.0
#: turned words that prove the fault: so many, and such a share in a hundred of those that are known
_LEAST, _SHARE = 3, 8


def find_turned_words(text: str) -> list[Edit]:
    """Return the edits that turn back the words of `text` that were turned one by one.

    >>> text = "نم میروم و اهباتک را هب خانههای یمیدق میبرم"
    >>> [after for _, _, after, _ in find_turned_words(text)]
    ['من', 'کتابها', 'به', 'قدیمی']
    """
    if not _may_be_turned(text):
        return []
    words = _WORD.findall(text)
    turned = Counter(_ending(_turned(word)) for word in words if word_weight(word.rstrip(_MARKS)) <= -_SURE)
    kept = Counter(_ending(word) for word in words if word_weight(word.rstrip(_MARKS)) >= _SURE)
    if turned.total() < _LEAST or turned.total() * 100 < _SHARE * (turned + kept).total():
        return []
    odds = {word: _odds(word, turned, kept) for word in set(words)}
    return [
        (word.start(), word.end(), _turned(word[0]), RULE)
        for word in _WORD.finditer(text)
        if odds[word[0]] < 0 and word[0] != _turned(word[0])
    ]


def _may_be_turned(text: str) -> bool:
    """Return whether lines from all over the text hold words that are known backwards only."""
    if not letters_may_be_turned(text):
        return False
    words = [word.rstrip(_MARKS) for line in sample(text) for word in _WORD.findall(line)]
    turned = sum(word_weight(word) <= -_SURE for word in words)
    return turned >= _LEAST and turned * 200 >= _SHARE * len(words)


def _turned(word: str) -> str:
    """Return `word` turned round; a mark behind it stays behind it."""
    letters = word.rstrip(_MARKS)
    return letters[::-1] + word[len(letters) :]


def _ending(word: str) -> str:
    """Return what decides whether a reader turns `word`: a mark, a ligature or a letter that stands alone at its end."""
    if word.endswith("لا"):
        return "لا"
    return word[-1] if word[-1] in _MARKS or word[-2] in NON_JOINING else ""


def _odds(word: str, turned: Counter[str], kept: Counter[str]) -> float:
    """Return the log-odds that `word` stands as it was written."""
    here, there = _ending(word), _ending(_turned(word))
    stays = math.log((kept[here] + 0.5) / (kept[here] + turned[here] + 1))
    turns = math.log((turned[there] + 0.5) / (kept[there] + turned[there] + 1))
    return word_weight(word.rstrip(_MARKS)) + stays - turns
