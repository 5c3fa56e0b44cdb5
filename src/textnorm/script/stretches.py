"""Stretches of another language inside a clause that is Persian as a whole, as pairs of indexes into its words."""

from __future__ import annotations

from itertools import groupby

from ..lazy import lazy_pattern
from .function_words import FORMULA_STARTS, FORMULAS, PERSIAN_WORDS, SPELT_BY_OTHERS
from .languages import arabic_company, has_foreign_letter, is_unknown
from .words import fold

#: letters of Urdu and Kurdish that are read as typing noise elsewhere
_VARIANT = lazy_pattern("[\u06c1\u06be\u06d2\u06d5\u06d3]")


def foreign_words(words: list[str]) -> list[tuple[int, int]]:
    """Return the stretches of words of another language inside a clause that is Persian as a whole, as pairs of indexes.

    A foreign word pulls with it the words between it and the next one, and neighbours with letters of its language,
    so that no clause is half mended.

    >>> foreign_words("این جمله فارسی است یہ کتاب ہے".split())
    [(4, 7)]
    >>> foreign_words("کتاب ئەم کتێبە باشە را دید".split())
    [(1, 4)]
    """
    marked = [index for index, word in enumerate(words) if _is_foreign(word)]
    spans: list[tuple[int, int]] = []
    for index in marked:
        if spans and not any(word in PERSIAN_WORDS for word in words[spans[-1][1] : index]):
            spans[-1] = (spans[-1][0], index + 1)
        elif (
            has_foreign_letter(words[index]) or is_unknown(words[index]) or _spelt_near(words, marked, index)
        ):
            spans.append((index, index + 1))
    return [_pulled(words, *span) for span in spans]


def _is_foreign(word: str) -> bool:
    return has_foreign_letter(word) or word in SPELT_BY_OTHERS or is_unknown(word)


def _spelt_near(words: list[str], marked: list[int], index: int) -> bool:
    """Tell whether another foreign word follows, with no Persian one between: one alone may be noise."""
    after = [other for other in marked if other > index]
    return bool(after) and not any(word in PERSIAN_WORDS for word in words[index + 1 : after[0]])


def _pulled(words: list[str], start: int, end: int) -> tuple[int, int]:
    while start and _VARIANT.search(words[start - 1]) and fold(words[start - 1]) not in PERSIAN_WORDS:
        start -= 1
    while end < len(words) and _VARIANT.search(words[end]) and fold(words[end]) not in PERSIAN_WORDS:
        end += 1
    return start, end


def formulas(words: list[str]) -> list[tuple[int, int]]:
    """Return the formulas of Arabic among *words*, as pairs of indexes.

    >>> formulas("او گفت السلام عليكم و رفت".split())
    [(2, 4)]
    """
    folded = tuple(map(fold, words))
    return [
        (at, at + len(formula))
        for at, word in enumerate(folded)
        if word in FORMULA_STARTS
        for formula in FORMULAS
        if folded[at : at + len(formula)] == formula
    ]


def arabic_phrases(words: list[str]) -> list[tuple[int, int]]:
    """Return the stretches of two or more words of Arabic inside a clause that is Persian, as pairs of indexes.

    >>> arabic_phrases("او گفت كيف حالك و رفت".split())
    [(2, 4)]
    """
    sure, beside = arabic_company(words)
    found: list[tuple[int, int]] = []
    at = 0
    for own, stretch in groupby(map(max, sure, beside)):
        end = at + len(list(stretch))
        if own and end - at > 1 and any(sure[at:end]):
            found.append((at, end))
        at = end
    return found
