"""Sentences of another script that name a few Persian words: «The word کتاب, meaning book, is common.»"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..chars import ARABIC_LETTERS
from ..lazy import lazy_pattern
from .function_words import PERSIAN_WORDS
from .words import WORD, fold

#: how many words in small letters make a sentence: names and titles begin with capitals
_WORDS_OF_SENTENCE = 3
_SMALL = lazy_pattern(r"(?<![^\s(\"'“‘])[a-z]+(?![^\s,;:.!?)\"'”’])")
_LETTER = lazy_pattern(r"[^\W\d_]")
_ARABIC = lazy_pattern(f"[{ARABIC_LETTERS}]")
_PERSIAN = lazy_pattern(WORD)
#: Persian in brackets behind a word of another script, which says how it is written
_GLOSS = lazy_pattern(rf"(?<=[^\W\d_])(?<![{ARABIC_LETTERS}])[ \t]?\([^()\n]{{1,80}}\)")
#: marks of ASCII that Persian has others for, quotation marks with them
MARK = lazy_pattern('[,;?"]')
#: words, numbers and the marks between them
_PIECE = lazy_pattern(r"\w+|[,;?\"]")
_AND = lazy_pattern(r"(?<!\w)و(?!\w)")


def marks_of_others(line: str, spans: Sequence[tuple[str, int, int]]) -> list[int]:
    """Return where marks of ASCII stand that are of a sentence or a list of names in another script.

    *spans* are the words of the other script and what is protected. In a sentence of it these are all marks of the line,
    and so in a line that begins and ends in it; in one that only begins in it marks between two Persian words are Persian.
    """
    if not MARK.search(line):
        return []
    whole = _is_of_others(line, spans)
    if not whole:
        if not _begins_with_others(line, spans):
            return []
        whole = not _ARABIC.match(_LETTER.findall(line)[-1])
    return [mark.start() for mark in MARK.finditer(line)] if whole else _marks_beside_others(line)


def _marks_beside_others(line: str) -> list[int]:
    pieces = list(_PIECE.finditer(line))
    words = [piece[0] for piece in pieces]
    return [
        piece.start()
        for index, piece in enumerate(pieces)
        if MARK.match(piece[0])
        and not (_ARABIC.match(_at(words, index - 1)) and _ARABIC.match(_at(words, index + 1)))
    ]


def _at(words: list[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""


def _is_of_others(line: str, spans: Sequence[tuple[str, int, int]]) -> bool:
    """Return whether a line is a sentence of another script with Persian words in it.

    Such a sentence has words in small letters, more letters of its own script than of Persian, and no Persian word that
    only a Persian sentence needs.

    >>> line = "The word کتاب, meaning book, is common."
    >>> _is_of_others(line, [("latin", 0, 8), ("latin", 15, 38)])
    True
    >>> line = "کتاب Learning to code, second edition را خواندم, خوب بود"
    >>> _is_of_others(line, [("latin", 5, 37)])
    False
    """
    latin = _latin(line, spans)
    if _count(_SMALL, latin) < _WORDS_OF_SENTENCE:
        return False
    return _count(_LETTER, latin) > len(_ARABIC.findall(line)) and _lacks_persian_words(line)


def _begins_with_others(line: str, spans: Sequence[tuple[str, int, int]]) -> bool:
    """Return whether a line begins in another script and has more letters of it: names with glosses, labels, short lines.

    Persian in brackets behind a word of the other script counts for nothing, and «و» ("and") alone makes a line Persian.

    >>> _begins_with_others("Tehran (تهران), Iran", [("latin", 0, 6), ("latin", 16, 20)])
    True
    >>> _begins_with_others("تهران (Tehran), Iran", [("latin", 7, 13), ("latin", 16, 20)])
    False
    """
    first = _LETTER.search(line)
    if first is None or _ARABIC.match(first[0]):
        return False
    rest = _GLOSS.sub(" ", line)
    if _count(_LETTER, _latin(line, spans)) <= len(_ARABIC.findall(rest)):
        return False
    return _AND.search(rest) is None and _lacks_persian_words(rest)


def _latin(line: str, spans: Sequence[tuple[str, int, int]]) -> list[str]:
    return [line[start:end] for kind, start, end in spans if kind == "latin"]


def _count(pattern: re.Pattern[str], texts: list[str]) -> int:
    return sum(len(pattern.findall(text)) for text in texts)


def _lacks_persian_words(line: str) -> bool:
    return PERSIAN_WORDS.isdisjoint(fold(match[0]) for match in _PERSIAN.finditer(line))
