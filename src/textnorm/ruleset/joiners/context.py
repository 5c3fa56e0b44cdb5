"""The context of a pair: which class of word stands beside it.

A pair that its neighbours decide is judged with one class: for می that of the morpheme before it, for every other
pair that of the morpheme behind it ("." stands for an end of the line or for punctuation), and whether a preposition stands
before it. The class is a number below 64, so that answers can be kept by (left, right, class). All lists are data: `CLASSES` says which morpheme has which class.
"""

from __future__ import annotations

from typing import Final

from ...lexicon.flags import After
from ...lexicon.keys import words
from .affixes import PLURALS

#: morphemes after which می is wine or the month of May and no part of the verb that follows
MI_IS_A_NOUN_AFTER = words("ماه جام ساغر باده از با به برای")
#: prepositions that make an adverb of the noun behind them: «با برف بازی کردیم»
PREPOSITIONS = words("با در روی توی")
#: the bits of such morphemes, above the number of `After`, and that number
WINE: Final = 32
PREPOSED: Final = 16
CLASS: Final = 15

_STEMS = (
    "کرد:کن شد:شو زد:زن داد:ده داشت:دار گرفت:گیر خورد:خور آمد:آی افتاد:افت آورد:آور رفت:رو گذاشت:گذار "
    "کشید:کش ماند:مان یافت:یاب برد:بر بست:بند خواست:خواه گفت:گوی دید:بین خرید:خر ساخت:ساز دانست:دان گشت:گرد "
    "توانست:توان رسید:رس نمود:نما فرمود:فرما انداخت:انداز نوشت:نویس خواند:خوان گردید:گرد ریخت:ریز پرداخت:پرداز"
)


_NO_FORMS = {"ده", "بر", "بند", "دار", "رو", "کن", "خوان"}


def _forms(past: str, present: str) -> list[str]:
    forms = [past + ending for ending in ("", "م", "ی", "یم", "ید", "ند", "ه", "ن", "نی", "ین", "نش")]
    forms += [present + ending for ending in ("م", "ی", "د", "یم", "ید", "ند", "ین", "ن", "ه")]
    found = [*forms, f"ب{present}", *("ب" + form for form in forms), *("ن" + form for form in forms)]
    if past[0] in "اآ":
        bare = [form[1:] for form in forms if form[0] in "اآ"]
        found += [f"{particle}ی{vowel}{form}" for particle in "بن" for form in bare for vowel in ("ا", "")]
    return found


#: which morphemes have which class; the first that holds a morpheme says it
CLASSES: Final = (
    (
        After.BE,
        words(
            "است بود باشد بودند باشند شد شدند نیست بودم بودی بودیم بودید باشم باشی باشیم باشید شود شوند نبود نباشد نشده "
            "شده گردید گردد گردیده گشت گشته ست نیستند هست بوده هستند هستم هستیم نشد نشود بشود نبودند شدم شدیم شوم شویم"
        ),
    ),
    (After.RA, words("را رو")),
    (After.CLAUSE, words("و که یا ولی اما")),
    (After.PREPOSITION, words("در از برای توسط بر با این آن بین طی روی")),
    (After.TO, words("به تا")),
    (After.AGAIN, words("هم نیز")),
    (After.ARTICLE, words("ای یی ی")),
    (After.CLITIC, words("ام ات اش مان تان شان ایم اید اند مون تون شون م ت ش")),
    (After.PLURAL, PLURALS),
    (
        After.VERB,
        words("می نمی خواهم خواهی خواهد خواهیم خواهید خواهند نخواهم نخواهد نخواهند بکن نکن")
        | {form for row in _STEMS.split() for form in _forms(*row.split(":"))} - _NO_FORMS,
    ),
)
_CLASS_OF: dict[str, int] = {}
for _name, _morphemes in reversed(CLASSES):
    _CLASS_OF.update(dict.fromkeys(_morphemes, int(_name)))
_BITS = {
    morpheme: WINE * (morpheme in MI_IS_A_NOUN_AFTER) | PREPOSED * (morpheme in PREPOSITIONS)
    for morpheme in MI_IS_A_NOUN_AFTER | PREPOSITIONS
}


def context_class(morpheme: str) -> int:
    """Return the class of a morpheme as the neighbour of a pair; what is no word as it stands, "" at an end.

    >>> context_class("است") == After.BE, context_class(".") == After.END, context_class("ماه") == WINE
    (True, True, True)
    >>> context_class("روی") == After.PREPOSITION | PREPOSED
    True
    """
    if morpheme in _BITS:
        return _CLASS_OF.get(morpheme, After.OTHER) | _BITS[morpheme]
    if morpheme in _CLASS_OF:
        return _CLASS_OF[morpheme]
    if not morpheme[:1].isalpha():
        return After.END | (WINE if morpheme.isdigit() else 0)
    return After.OTHER


def between(before: str, after: str) -> int:
    """Return the class of the context of a pair, by the morpheme before it and the one behind it."""
    return context_class(after) & ~PREPOSED | context_class(before) & PREPOSED
