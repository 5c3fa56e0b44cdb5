"""Which language a clause in Arabic script is written in: Persian, or one to leave alone.

Letters decide where they can (ٹ is Urdu, ڵ is Kurdish). Where another language shares its letters
with Persian, the words that every sentence needs decide: prepositions, articles, auxiliaries.
The words stand in `function_words`.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..cache import BoundedCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, FOREIGN_LETTERS, TEH_MARBUTA
from ..lazy import lazy_pattern
from .foreignness import is_foreign
from .function_words import (
    ARABIC_WORDS,
    BESIDE_ARABIC,
    BESIDE_OTHERS,
    FORMULA_STARTS,
    LANGUAGES,
    OF_FORMULAS,
    PERSIAN_WORDS,
    SPELT_BY_OTHERS,
    SURELY_ARABIC,
    as_typed,
)
from .words import CLAUSE_ENDS, WORD, fold

_FOREIGN_LETTER = lazy_pattern(f"[{FOREIGN_LETTERS}]")
_MARK = lazy_pattern(f"[{ARABIC_MARKS}]")
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_WORD = lazy_pattern(WORD)
_CLAUSE_END = lazy_pattern(f"[{CLAUSE_ENDS}]+")
_PERSIAN_ONLY = lazy_pattern("[پچژگ]")
AE = "\N{ARABIC LETTER AE}"


def has_foreign_letter(word: str) -> bool:
    """Return True for a word with a letter that Persian spelling never uses.

    >>> has_foreign_letter("لڑکا"), has_foreign_letter("كتاب"), has_foreign_letter("کتاب")
    (True, False, False)
    """
    return _FOREIGN_LETTER.search(word) is not None


def is_spelt_by_others(text: str) -> bool:
    """Return True where a letter or a word shows that a text is no Arabic, and in no language that is spelt as Persian is.

    >>> is_spelt_by_others("طلب العلم فريضة"), is_spelt_by_others("یہ کتاب ہے"), is_spelt_by_others("باشە")
    (False, True, True)
    """
    return has_foreign_letter(text) or AE in text or not SPELT_BY_OTHERS.isdisjoint(_WORD.findall(text))


#: how many marks a vocalised word has at least, and how many for a hundred letters it has more than
LEAST_MARKS, LEAST_SHARE = 2, 55


def is_vocalised(word: str) -> bool:
    """Return True for a word written with nearly all its short vowels, as in a quotation from the Quran.

    >>> is_vocalised("الرَّحْمَنِ"), is_vocalised("مُلک"), is_vocalised("چَیّست")
    (True, False, False)
    """
    marks = len(_MARK.findall(word))
    return marks >= LEAST_MARKS and marks * 100 > LEAST_SHARE * len(_LETTER.findall(word))


def is_persian(words: list[str]) -> bool:
    """Tell whether the words of one clause, taken together, are Persian rather than Arabic, Urdu or Kurdish.

    >>> is_persian("كتاب را به او داد".split())
    True
    >>> is_persian("ذهب الولد إلى المدرسة في الصباح".split())
    False
    >>> is_persian("یہ ایک کتاب ہے".split())
    False
    >>> is_persian("ئەم کتێبە بۆ منە".split())
    False
    """
    if _has_company(words) or is_foreign(words):
        return False
    foreign, persian, others, arabic, article, _ = kinds(count_signs(words))
    signs = foreign + others
    if signs > max(1, persian) or (foreign and signs * (2 if persian else 5) >= len(words)):
        return False
    if others and not persian and len(words) <= 4 * others:
        return False
    return persian > 0 or not (speaks_for_arabic(arabic, article) or _is_short_arabic(words))


def _has_company(words: list[str]) -> bool:
    """Tell whether half of *words* are of one other language, one of them surely, and none is Persian alone.

    >>> _has_company("كيف حالك يا صديقي".split()), _has_company("آپ کا نام کیا ہے".split())
    (True, True)
    >>> _has_company("كيف من كجاست".split()), _has_company("این نام ہے".split())
    (False, False)
    """
    languages = [_company_of_others(words)]
    if not any(map(_PERSIAN_ONLY.search, words)):
        languages.append(arabic_company(words))
    return any(
        any(sure) and 2 * sum(map(max, sure, beside)) >= len(words) and not any(map(_is_own, words, beside))
        for sure, beside in languages
    )


def arabic_company(words: list[str]) -> tuple[list[bool], list[bool]]:
    """Return for each word whether it is surely Arabic, and whether it is Arabic beside such a word."""
    folded = list(map(fold, words))
    beside = [word in BESIDE_ARABIC or _has_article(word) for word in folded]
    return list(map(is_surely_arabic, folded)), beside


def _company_of_others(words: list[str]) -> tuple[list[bool], list[bool]]:
    """Return the same for the languages that are told by how they spell."""
    sure = [word in SPELT_BY_OTHERS or is_unknown(word) or ends_unknown(word) for word in words]
    return sure, [word in BESIDE_OTHERS for word in words]


def _is_own(word: str, beside: bool) -> bool:
    """Tell whether a word, in whatever letters, is one that Persian sentences need."""
    return not beside and fold(word) in PERSIAN_WORDS


def _is_short_arabic(words: list[str]) -> bool:
    """Tell whether a third of the words of a clause without Persian ones are surely Arabic, and none has a letter of Persian alone.

    >>> _is_short_arabic("هذا كتاب جديد".split()), _is_short_arabic("دايرة المعارف بزرگ".split())
    (True, False)
    """
    folded = [fold(word) for word in words]
    sure = sum(map(is_surely_arabic, folded))
    return sure > 0 and 3 * sure >= len(words) and not any(map(_PERSIAN_ONLY.search, words))


#: letters with which hardly any Persian word begins
ARABIC_STARTS = ("أ", "إ", "وأ", "وإ")


def is_surely_arabic(word: str) -> bool:
    """Tell whether *word*, in Persian letters and without marks, is no word of Persian at all."""
    return (
        word in SURELY_ARABIC
        or (word.startswith(ARABIC_STARTS) and len(word) > 2)
        or (word[-1:] == TEH_MARBUTA and _has_article(word))
    )


def speaks_for_arabic(words: int, articles: int) -> bool:
    return words >= 2 or (words > 0 and articles > 0) or articles >= 3


def may_speak_for_arabic(words: int, articles: int) -> bool:
    """Tell whether a clause without Persian words may be Arabic, by how many of its words speak for it."""
    return words > 0 or articles > 1


#: the place of each kind of sign in one number: foreign letters, Persian words, words of others, Arabic words,
#: articles, and words with their vowels
_SHIFTS = range(0, 6 * 40, 40)
_MOST = (1 << 40) - 1


def kinds(signs: int) -> list[int]:
    return [signs >> shift & _MOST for shift in _SHIFTS]


def count_signs(words: Iterable[str]) -> int:
    """Return how many signs of each kind *words* give, as digits of one number; words with vowels are not counted."""
    return sum(map(_COUNTS.__getitem__, words))


def _counts(word: str) -> int:
    """Return one word's signs of each kind, as digits of one number: adding the numbers counts all kinds at once."""
    folded = fold(word)
    signs = (
        has_foreign_letter(word) or is_unknown(word),
        folded in PERSIAN_WORDS,
        word in SPELT_BY_OTHERS,
        folded in ARABIC_WORDS or is_surely_arabic(folded),
        _has_article(folded) or folded == "الله",
        0,
    )
    return sum(sign << shift for sign, shift in zip(signs, _SHIFTS, strict=True))


_COUNTS: BoundedCache[str, int] = BoundedCache(_counts, 1 << 14)


ARTICLE = "ال"
#: the article, alone and behind a word of one letter
ARTICLES = (ARTICLE, f"و{ARTICLE}", f"ب{ARTICLE}")


def _has_article(word: str) -> bool:
    return word.startswith(ARTICLES) and len(word) > 4


def is_arabic(word: str) -> bool:
    """Tell whether *word*, in Persian letters and without marks, speaks for Arabic."""
    return (
        word in ARABIC_WORDS or is_surely_arabic(word) or (word.startswith(ARTICLES) and _has_article(word))
    )


def may_be_of_another(text: str) -> bool:
    """Tell whether the words of *text* may be another language's; if not, and without foreign letters, each clause is Persian.

    >>> may_be_of_another("(في"), may_be_of_another("كتاب خوب"), may_be_of_another("المدرسة"), may_be_of_another("xفي")
    (True, False, True, True)
    """
    return any(map(_HAS_ARABIC.__getitem__, text.split())) or any(
        map(is_foreign, map(_WORD.findall, _CLAUSE_END.split(text)))
    )


def _has_arabic(token: str) -> bool:
    words = map(fold, _WORD.findall(token))
    return any(is_arabic(word) or word in FORMULA_STARTS for word in words)


_HAS_ARABIC: BoundedCache[str, bool] = BoundedCache(_has_arabic, 1 << 14)


_NAMES = as_typed(LANGUAGES)


def names_language(word: str) -> bool:
    """Tell whether *word* is the name of a language that is written in Arabic script.

    >>> names_language("عربي"), names_language("عرب")
    (True, False)
    """
    return word in _NAMES


def is_unknown(word: str) -> bool:
    """Tell whether a word with the Kurdish letter ە inside, read as the Persian heh, is no word of Persian («بەیانیت»)."""
    return AE in word[:-1] and _is_no_word(word)


def ends_unknown(word: str) -> bool:
    """Tell the same of a word that ends in that letter («چییە»), as words that were typed on another keyboard do too."""
    return word[-1:] == AE and len(word) > 2 and _is_no_word(word)


def _is_no_word(word: str) -> bool:
    from ..lexicon import is_word

    folded = fold(word)
    stems = [folded, *(folded[:end] for end in range(len(folded) - 1, max(3, len(folded) - 6), -1))]
    return not any(map(is_word, stems))


def may_be_of_others(word: str) -> bool:
    """Tell whether *word* may speak for another language even in a clause that is Persian."""
    folded = fold(word)
    return is_unknown(word) or ends_unknown(word) or folded in FORMULA_STARTS or is_surely_arabic(folded)


def speaks_in_company(word: str) -> bool:
    """Tell whether *word* says nothing in a clause that is Persian but beside other words of Arabic: phrases have two or more.

    >>> [speaks_in_company(word) for word in ("لیست", "السلام", "بعد", "کتاب", "ہے")]
    [True, True, True, False, False]
    """
    if word in SPELT_BY_OTHERS or is_unknown(word) or ends_unknown(word):
        return False
    folded = fold(word)
    of_phrases = is_surely_arabic(folded) or _has_article(folded)
    return of_phrases or folded in BESIDE_ARABIC or folded in OF_FORMULAS
