"""The context of a pair: which class of word stands beside it.

A pair that its neighbours decide is judged with one class: for می that of the morpheme before it, for every other
pair that of the morpheme behind it ("." stands for an end of the line or for punctuation), and whether a preposition stands
before it, or a word that binds its left half, or the name of a letter beside it. The class is a number below 256, so that answers can be kept by (left, right, class). All lists are data: `classes` says which morpheme has which class.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from ...lexicon.flags import After
from ...lexicon.table_keys import words
from .affixes import COMPARATIVES, PLURALS

#: morphemes after which می is wine or the month of May and no part of the verb that follows
MI_IS_A_NOUN_AFTER = words("ماه جام ساغر باده از با به برای")
#: prepositions that make an adverb of the noun behind them: «با برف بازی کردیم»
PREPOSITIONS = words("با در روی توی")
#: times, behind which «پیش» is "ago": «سال پیش خرید کرد»
TIMES = words(
    "سال ماه هفته روز ساعت دقیقه ثانیه قرن دهه شب مدتی چندی لحظه لحظاتی سالی ماهی قدری کمی اندکی ها"
)
#: words that stand for a noun, or before one: what they follow is no half of it
PRONOUNS = words("من تو او ما شما وی ایشان خود خودم خودت خودش خودمان خودتان خودشان این آن همین همان")
#: words that bind «هم», a time and «داری» behind them: «من هم اتاقی گرفتم», «این هفته نامه رسید», «چند بچه داری»
POINTING = PRONOUNS - {"خود"} | words("هر چند چقدر اگر اگه")
#: English names of letters that join the next letter and are hardly words: three in a row spell an abbreviation, «سی ان ان»
LETTERS = words("سی دی جی اچ آی ال ان پی اس تی ایکس اف")
#: the bits of such morphemes, above the number of `After`, and that number; what binds has the bit of wine before a pair
LETTER: Final = 128
BINDS: Final = 64
WINE: Final = 32
PREPOSED: Final = 16
CLASS: Final = 15
#: those bits in the context of a pair
BOUND: Final = BINDS >> 1
BESIDE_LETTER: Final = LETTER >> 1

_STEMS = (
    "کرد:کن شد:شو زد:زن داد:ده داشت:دار گرفت:گیر خورد:خور آمد:آی افتاد:افت آورد:آور رفت:رو گذاشت:گذار "
    "کشید:کش ماند:مان یافت:یاب برد:بر بست:بند خواست:خواه گفت:گوی دید:بین خرید:خر ساخت:ساز دانست:دان گشت:گرد "
    "توانست:توان رسید:رس نمود:نما فرمود:فرما انداخت:انداز نوشت:نویس خواند:خوان گردید:گرد ریخت:ریز پرداخت:پرداز"
)
#: verbs whose present forms are as often nouns («فروشی»): only those of the past, and those with a particle
_PASTS = (
    "شنید:شنو فروخت:فروش دوید:دو خندید:خند ترسید:ترس شست:شور دوخت:دوز فرستاد:فرست پذیرفت:پذیر نشست:نشین آموخت:آموز پوشید:پوش "
    "پرسید:پرس چید:چین فهمید:فهم خوابید:خواب سپرد:سپار خوند:خون موند:مون دونست:دون تونست:تون اومد:آ ذاشت:ذار "
    "رسوند:رسون سوزوند:سوزون چرخوند:چرخون"
)
_NO_FORMS = {"ده", "بر", "بند", "دار", "رو", "کن", "خوان"}


def _past_forms(past: str, present: str) -> list[str]:
    forms = _forms_of_past(past)
    particled = ["ن" + form for form in forms]
    return (
        forms + particled + [p + present + ending for p in "بن" for ending in ("", "م", "ی", "ه", "ند", "ن")]
    )


def _forms_of_past(past: str) -> list[str]:
    return [past + ending for ending in ("", "م", "ی", "یم", "ید", "ند", "ه", "ن", "نی", "ین", "نش")]


def _forms(past: str, present: str) -> list[str]:
    forms = _forms_of_past(past)
    forms += [present + ending for ending in ("م", "ی", "د", "یم", "ید", "ند", "ین", "ن", "ه")]
    found = [*forms, f"ب{present}", *("ب" + form for form in forms), *("ن" + form for form in forms)]
    if past[0] in "اآ":
        bare = [form[1:] for form in forms if form[0] in "اآ"]
        found += [f"{particle}ی{vowel}{form}" for particle in "بن" for form in bare for vowel in ("ا", "")]
    return found


def classes() -> tuple[tuple[After, frozenset[str]], ...]:
    """Return which morphemes have which class; the first that holds a morpheme says it."""
    return (
        (
            After.BE,
            words(
                "است بود باشد بودند باشند شد شدند نیست بودم بودی بودیم بودید باشم باشی باشیم باشید شود شوند نبود نباشد نشده "
                "شده گردید گردد گردیده گشت گشته ست نیستند هست بوده هستند هستم هستیم نشد نشود بشود نبودند شدم شدیم شوم شویم"
            ),
        ),
        (After.RA, words("را رو")),
        (After.CLAUSE, words("و که یا ولی اما")),
        (After.PREPOSITION, words("در از برای توسط بر با بین طی روی")),
        (After.TO, words("به تا")),
        (After.PRONOUN, PRONOUNS),
        (After.AGAIN, words("هم نیز")),
        (After.ARTICLE, words("ای یی ی")),
        (After.CLITIC, words("ام ات اش مان تان شان ایم اید اند مون تون شون م ت ش")),
        (After.PLURAL, PLURALS | COMPARATIVES),
        (After.PREFIX, words("می نمی")),
        (After.HAVE, frozenset(_forms("داشت", "دار")) - _NO_FORMS),
        (
            After.VERB,
            words("خواهم خواهی خواهد خواهیم خواهید خواهند نخواهم نخواهد نخواهند بکن نکن کن شو باش")
            | {form for row in _STEMS.split() for form in _forms(*row.split(":"))}
            | {form for row in _PASTS.split() for form in _past_forms(*row.split(":"))} - _NO_FORMS,
        ),
    )


@cache
def _class_of() -> dict[str, int]:
    found: dict[str, int] = {}
    for name, morphemes in reversed(classes()):
        found.update(dict.fromkeys(morphemes, int(name)))
    return found


_BITS = {
    morpheme: WINE * (morpheme in MI_IS_A_NOUN_AFTER)
    | PREPOSED * (morpheme in PREPOSITIONS)
    | BINDS * (morpheme in TIMES or morpheme in POINTING)
    | LETTER * (morpheme in LETTERS)
    for morpheme in MI_IS_A_NOUN_AFTER | PREPOSITIONS | TIMES | POINTING | LETTERS
}


def told_by_bits() -> frozenset[str]:
    """Return the morphemes that have a bit beside their class."""
    return frozenset(_BITS)


def context_class(morpheme: str) -> int:
    """Return the class of a morpheme as the neighbour of a pair; what is no word as it stands, "" at an end.

    >>> context_class("است") == After.BE, context_class(".") == After.END, context_class("جام") == WINE
    (True, True, True)
    >>> context_class("روی") == After.PREPOSITION | PREPOSED
    True
    """
    found = _class_of().get(morpheme, After.OTHER)
    if morpheme in _BITS:
        return found | _BITS[morpheme]
    if found != After.OTHER:
        return found
    if not morpheme[:1].isalpha():
        return After.END | (WINE if morpheme.isdigit() else 0)
    return After.OTHER


def between(before: str, after: str) -> int:
    """Return the class of the context of a pair, by the morpheme before it and the one behind it."""
    found, behind = context_class(before), context_class(after)
    beside = (found | behind) & LETTER
    return behind & CLASS | found & PREPOSED | (found & BINDS and BOUND) | (beside and BESIDE_LETTER)
