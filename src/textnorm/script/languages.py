"""Which language a clause in Arabic script is written in: Persian, or one to leave alone.

Letters decide where they can (ٹ is Urdu, ڵ is Kurdish). Where another language shares its letters
with Persian, the words that every sentence needs decide: prepositions, articles, auxiliaries.
Words that both sides use («من», «ما», «لا») are in neither list.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..cache import BoundedCache
from ..chars import ARABIC_LETTERS, ARABIC_MARKS, FOREIGN_LETTERS, LETTER_VARIANTS, TEH_MARBUTA
from ..lazy import lazy_pattern

_FOREIGN_LETTER = lazy_pattern(f"[{FOREIGN_LETTERS}]")
_MARK = lazy_pattern(f"[{ARABIC_MARKS}]")
_LETTER = lazy_pattern(f"[{ARABIC_LETTERS}]")
_WORD = lazy_pattern(f"[{ARABIC_LETTERS}]+")
_STRIP_MARKS = lazy_pattern(f"[{ARABIC_MARKS}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")
_FOLD = str.maketrans(LETTER_VARIANTS)
_PERSIAN_ONLY = lazy_pattern("[پچژگ]")
#: letters of Urdu and Kurdish that are read as typing noise elsewhere
_VARIANT = lazy_pattern("[\u06c1\u06be\u06d2\u06d5\u06d3]")
AE = "\N{ARABIC LETTER AE}"

#: function words of Persian, in Persian letters; few sentences of five words have none of them
PERSIAN_WORDS = frozenset(
    "از در به که را این است با برای می نمی آن خود تا هم یا شد بود باید شده کرد دارد یک هر چه اما اگر بر ها های"
    " شود کند گفت خواهد نیست هستند کردن شدن دیگر ولی وی او ایشان آنها ما شما همه هیچ پس چون نیز".split()
)
#: function words of Arabic that Persian does not use on their own, letters folded to Persian
ARABIC_WORDS = frozenset(
    "فی علی إلی الی التی الذی الذین هذا هذه ذلک تلک إن أن کان کانت عن قد لم لن ثم أو هو هی عند إذا لأن"
    " وهو وهی فإن ولا ولم وقد وفی ومن منها فیها علیه لها إلا کما أما أنه بأن حیث لیس عبر".split()
)
#: of the words of Arabic, those that no Persian sentence has: one of them speaks for a short clause
SURELY_ARABIC = frozenset(
    "هذا هذه ذلک تلک الذی التی الذین إلی إن أن إذا لأن فإن بأن أنه إنه وهو وهی ولم وقد عنه عنها فیه فیها فیهم لهم لکم لله"
    " بکم علیکم علیهم علینا عنکم إلیک إلیه إلیکم إلیهم إیاک بسم والله"
    " ماذا لماذا حالک هنالک سوف لیست لدیه لدینا عندی عندک نحن وکان وکانت وهذا وهذه والتی والذی ولقد لقد یکون تکون کانوا".split()
)
#: formulas of Arabic that stand in Persian sentences as they are, in Persian letters
FORMULAS = tuple(
    tuple(formula.split())
    for formula in (
        "قال تعالی",
        "السلام علیکم",
        "الحمد لله",
        "رضی الله عنه",
        "رضی الله عنها",
        "رضی الله عنهم",
    )
)
#: the words with which they begin
FORMULA_STARTS = frozenset(formula[0] for formula in FORMULAS)
#: Urdu words as Urdu writes them: their letters alone are read as typing noise, together they are not
_URDU_SPELT = frozenset("ہے ہیں میں کے نے سے ہو نہیں بھی تھا تھی تھے یہ وہ گے اپنے".split())
#: function words of Sorani Kurdish that need no letter of their own
_KURDISH_SPELT = frozenset("لە بە کە ئەو ئەم بۆ لەگەڵ ئەوە دەکات دەبێت هەر ئەوان هەموو نە".split())

#: the words of both as they are written
SPELT_BY_OTHERS = _URDU_SPELT | _KURDISH_SPELT


def has_foreign_letter(word: str) -> bool:
    """Return True for a word with a letter that Persian spelling never uses.

    >>> has_foreign_letter("لڑکا"), has_foreign_letter("كتاب"), has_foreign_letter("کتاب")
    (True, False, False)
    """
    return _FOREIGN_LETTER.search(word) is not None


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
    foreign, persian, others, arabic, article, _ = kinds(count_signs(words))
    signs = foreign + others
    if signs > max(1, persian) or (foreign and signs * (2 if persian else 5) >= len(words)):
        return False
    if others and not persian and len(words) <= 4 * others:
        return False
    return persian > 0 or not (speaks_for_arabic(arabic, article) or _is_short_arabic(words))


def _is_short_arabic(words: list[str]) -> bool:
    """Tell whether a third of the words of a clause without Persian ones are surely Arabic, and none has a letter of Persian alone.

    >>> _is_short_arabic("هذا كتاب جديد".split()), _is_short_arabic("دايرة المعارف بزرگ".split())
    (True, False)
    """
    folded = [_STRIP_MARKS.sub("", word).translate(_FOLD) for word in words]
    sure = sum(map(is_surely_arabic, folded))
    return sure > 0 and 3 * sure >= len(words) and not any(map(_PERSIAN_ONLY.search, words))


#: letters with which hardly any Persian word begins
ARABIC_STARTS = ("أ", "إ")


def is_surely_arabic(word: str) -> bool:
    """Tell whether *word*, in Persian letters and without marks, is no word of Persian at all."""
    return (
        word in SURELY_ARABIC
        or (word[:1] in ARABIC_STARTS and len(word) > 2)
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
    folded = _STRIP_MARKS.sub("", word).translate(_FOLD)
    signs = (
        has_foreign_letter(word) or is_unknown(word),
        folded in PERSIAN_WORDS,
        (word in _KURDISH_SPELT) + (word in _URDU_SPELT),
        folded in ARABIC_WORDS or is_surely_arabic(folded),
        _has_article(folded) or folded == "الله",
        0,
    )
    return sum(sign << shift for sign, shift in zip(signs, _SHIFTS, strict=True))


_COUNTS: BoundedCache[str, int] = BoundedCache(_counts, 1 << 14)


ARTICLES = ("ال", "وال", "بال")


def _has_article(word: str) -> bool:
    return word.startswith(ARTICLES) and len(word) > 4


def is_arabic(word: str) -> bool:
    """Tell whether *word*, in Persian letters and without marks, speaks for Arabic."""
    return (
        word in ARABIC_WORDS or is_surely_arabic(word) or (word.startswith(ARTICLES) and _has_article(word))
    )


def may_be_arabic(text: str) -> bool:
    """Tell whether any word of *text* speaks for Arabic; without one, and without foreign letters, a clause is Persian.

    >>> may_be_arabic("(في"), may_be_arabic("كتاب"), may_be_arabic("المدرسة")
    (True, False, True)
    """
    return any(map(_HAS_ARABIC.__getitem__, text.split()))


def _has_arabic(token: str) -> bool:
    words = [token] if token.isalpha() else _WORD.findall(_STRIP_MARKS.sub("", token))
    folded = [word.translate(_FOLD) for word in words]
    return any(map(is_arabic, folded)) or not FORMULA_STARTS.isdisjoint(folded)


_HAS_ARABIC: BoundedCache[str, bool] = BoundedCache(_has_arabic, 1 << 14)


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
    while (
        start and _VARIANT.search(words[start - 1]) and words[start - 1].translate(_FOLD) not in PERSIAN_WORDS
    ):
        start -= 1
    while (
        end < len(words) and _VARIANT.search(words[end]) and words[end].translate(_FOLD) not in PERSIAN_WORDS
    ):
        end += 1
    return start, end


def fold(word: str) -> str:
    """Return *word* in Persian letters and without marks, as the lists of words are read."""
    return _STRIP_MARKS.sub("", word).translate(_FOLD)


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


def is_unknown(word: str) -> bool:
    """Tell whether a word with the Kurdish letter ە, read as the Persian heh, is no word of Persian («بەیانیت»)."""
    if AE not in word[:-1]:
        return False
    from ..lexicon import is_word

    folded = _STRIP_MARKS.sub("", word).translate(_FOLD)
    stems = [folded, *(folded[:end] for end in range(len(folded) - 1, max(3, len(folded) - 6), -1))]
    return not any(map(is_word, stems))
