"""Sentences of another script that name a few Persian words: «The word کتاب, meaning book, is common.»"""

from __future__ import annotations

from collections.abc import Sequence

from ..chars import ARABIC_LETTERS
from ..lazy import lazy_pattern
from .function_words import PERSIAN_WORDS
from .words import ASCII_MARK, WORD, fold

#: how many words in small letters make a sentence: names and titles begin with capitals
_WORDS_OF_SENTENCE = 3
_SMALL = lazy_pattern(r"(?<![^\s(\"'“‘])[a-z]+(?![^\s,;:.!?)\"'”’])")
_LATIN = lazy_pattern(r"[^\W\d_]")
_ARABIC = lazy_pattern(f"[{ARABIC_LETTERS}]")
_PERSIAN = lazy_pattern(WORD)


def names_persian(line: str, spans: Sequence[tuple[str, int, int]]) -> bool:
    """Return whether a line is a sentence of another script with Persian words in it: its marks are of that script.

    *spans* are the words of the other script and what is protected. Such a sentence has words in small letters, more
    letters of its own script than of Persian, and no Persian word that only a Persian sentence needs.

    >>> line = "The word کتاب, meaning book, is common."
    >>> names_persian(line, [("latin", 0, 8), ("latin", 15, 38)])
    True
    >>> line = "کتاب Learning to code, second edition را خواندم, خوب بود"
    >>> names_persian(line, [("latin", 5, 37)])
    False
    """
    if not ASCII_MARK.search(line):
        return False
    latin = [line[start:end] for kind, start, end in spans if kind == "latin"]
    if sum(len(_SMALL.findall(text)) for text in latin) < _WORDS_OF_SENTENCE:
        return False
    letters = sum(len(_LATIN.findall(text)) for text in latin)
    if letters <= len(_ARABIC.findall(line)):
        return False
    return PERSIAN_WORDS.isdisjoint(fold(match[0]) for match in _PERSIAN.finditer(line))
