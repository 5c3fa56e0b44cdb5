"""Nouns and adjectives of speech: plurals, possessives, ـه for است, ون for ان, و for را.

What is asked about a whole word takes it for no word of edited Persian, unless it says so (`copula`, `long_alef`).
"""

from __future__ import annotations

from typing import NamedTuple

from ..chars import HEH, YEH, ZWNJ
from ..lexicon import load
from ..lexicon.flags import ADJECTIVE, COMMON, FUNCTION, SILENT_HEH, VERB, WORD
from .spoken_words import CERTAIN
from .verbs import spellings


class Formal(NamedTuple):
    """The formal form of a word, the rule that knows it, and whether it is so on any line."""

    text: str
    rule: str
    certain: bool


POSSESSIVES = {"شون": "شان", "تون": "تان", "مون": "مان"}
#: what follows the alef of a spoken plural
_PLURAL_ENDINGS = {
    "ا": "ها", "ای": "های", "ام": "هایم", "ات": "هایت", "اش": "هایش", "امون": "هایمان", "اتون": "هایتان",
    "اشون": "هایشان", "ایی": "هایی", "اییه": "هایی است", "اشو": "هایش را", "اتو": "هایت را",
    "امو": "هایم را", "امونو": "هایمان را", "اتونو": "هایتان را", "اشونو": "هایشان را",
}  # fmt: skip
#: pieces behind a half-space
PIECES = {
    **POSSESSIVES, "هام": "هایم", "هات": "هایت", "هاش": "هایش", "هامون": "هایمان", "هاتون": "هایتان",
    "هاشون": "هایشان", "هاشو": "هایش را", "هارو": "ها را", "هاییه": "هایی است", "هامو": "هایم را",
    "شونو": "شان را", "تونو": "تان را", "مونو": "مان را", "شو": "ش را", "هامونو": "هایمان را", "هاتونو": "هایتان را",
    "هاشونو": "هایشان را", "تره": "تر است", "ترن": "تر هستند",
}  # fmt: skip
#: possessives behind a silent heh, which has a half-space before them
PERSONS_BEHIND_HEH = {"م": "م", "ت": "ت", "ش": "ش", "مو": "م را", "تو": "ت را", "شو": "ش را"}
_OBJECTS = {
    "شونو": "شان را",
    "مونو": "مان را",
    "تونو": "تان را",
    "ارو": "ها را",
    "مو": "م را",
    "شو": "ش را",
    "تو": "ت را",
}
_PERSONS = ("شان", "تان", "مان")
#: words that take a final alef for something else
_NO_PLURALS = frozenset("خواهش ببخشید شرع خدا".split())
#: nouns in و that sound it as a consonant, so that a possessive takes no ی
_IN_SHORT_WAW = frozenset("عضو جزو نحو لغو سرو گرو محو عفو دلو جو نو پرتو خسرو پیشرو رهرو پیرو".split())
#: words that are hosts of a plural less often than the start of a noun in ا: صدات is of صدا
_OF_ALEF = frozenset("صد بال بن نم کال".split())


_GLUED = tuple(ending for ending in PIECES if ending.startswith("ها"))
#: the endings by their last letter
_PLURALS_OF = {
    last: tuple(ending for ending in _PLURAL_ENDINGS if ending[-1] == last)
    for last in {ending[-1] for ending in _PLURAL_ENDINGS}
}


#: what may follow a word that starts with آ
_ALEF_ENDINGS = ("هایی", "های", "ها", "یی", "ی", "م", "ت", "ش", "شان", "مان", "تان", "ترین", "تر")


def _is_known(word: str) -> bool:
    value = load().get(word)
    return bool(value & WORD and value & COMMON)


def _is_free(word: str) -> bool:
    """Return whether *word* is no word of edited Persian, or one of a noisy list only."""
    value = load().get(word)
    return not value & WORD


def with_vowel(host: str, ending: str) -> str:
    if host[-1] == "ا" or (host[-1] == "و" and host not in _IN_SHORT_WAW):
        return host + YEH + ending
    return host + ZWNJ + ending if host[-1] == HEH else host + ending


def formal_host(host: str) -> str | None:
    """Return the formal form of the noun that an ending was cut from, None if it is no word at all."""
    if _is_known(host):
        return host
    if (listed := CERTAIN.get(host)) and " " not in listed:
        return listed
    return long_vowel(host)


def likely_host(host: str) -> str | None:
    """Return the same, a noun of the word list that running text does not know (داستان, کاربر), and a comparative."""
    if found := formal_host(host):
        return found
    adjective = host.removesuffix("تر")
    if (
        adjective != host
        and len(adjective) > 2
        and load().get(adjective) & ADJECTIVE
        and _is_known(adjective)
    ):
        return f"{adjective}{ZWNJ}تر"
    return host if len(host) > 3 and (load().get(host) & WORD or _has_hamza(host)) else None


def _has_hamza(host: str) -> bool:
    """Return whether *host* is a known word without its hamza: موثر, تاثیر."""
    return any(
        _is_known(host.replace(bare, full, 1)) for bare, full in (("و", "ؤ"), ("ا", "أ")) if bare in host
    )


def long_vowel(word: str) -> str | None:
    """Return *word* with ان for ون, if that is a known word and *word* is none: خیابون."""
    if "ون" not in word or len(word) < 4 or not _is_free(word):
        return None
    return next((form for form in spellings(word)[1:] if _is_known(form)), None)


def likely_vowel(word: str) -> Formal | None:
    """Return the same for a word that only the word list knows with ان: گلدون."""
    if "ون" not in word or len(word) < 5 or not _is_free(word):
        return None
    found = next((form for form in spellings(word)[1:] if load().get(form) & WORD), None)
    return Formal(found, "informal-vowel", False) if found else None


def _is_sure_plural(word: str, host: str, ending: str) -> bool:
    """Return whether the lexicon has no trace of the word, and its ending is long enough to be no part of it."""
    return len(host) > 2 and len(ending) > 1 and ending not in ("ام", "ات", "اش") and not load().get(word)


def _ends_in_alef(host: str, ending: str) -> bool:
    """Return whether what looks like a plural is a noun in ا with its own ending: صداتو, دنیایی."""
    value = load().get(host + "ا")
    if ending[0] == YEH:
        return bool(value)
    return bool(value & WORD) and (host in _OF_ALEF or not load().get(host) & COMMON)


def _takes_alef(host: str) -> bool:
    """Return whether *host* may have the plural of speech: not with a vowel at its end, but «خوابگاها»."""
    return host[-1] not in "اوه" or host.endswith(("گاه", "وه"))


def plural(word: str) -> Formal | None:
    """Return the plural of a noun with ا: کتابا, دوستام, چیزایی."""
    for ending in _PLURALS_OF.get(word[-1:], ()):
        if word.endswith(ending) and (found := _with_plural(word, word[: -len(ending)], ending)):
            return found
    return None


def _with_plural(word: str, host: str, ending: str) -> Formal | None:
    get = load().get
    shortest = 1
    if ending in ("ام", "ات"):
        shortest = 3 if ending == "ات" or get(word) or get(host + "ا") else 2
    if len(host) <= shortest or not _takes_alef(host):
        return None
    found = formal_host(host) if ending == "ا" and len(host) < 5 else likely_host(host)
    if (
        not found
        or host in _NO_PLURALS
        or (len(ending) > 1 and _ends_in_alef(host, ending[1:]))
        or get(host + "اً")
        or get(found) & FUNCTION
    ):
        return None
    sure = _is_sure_plural(word, host, ending) and _is_known(found)
    return Formal(found + ZWNJ + _PLURAL_ENDINGS[ending], "informal-plural", sure)


def possessive(word: str) -> Formal | None:
    """Return a noun with شان, تان or مان for شون, تون or مون: کتابشون, پامون."""
    for ending, formal in POSSESSIVES.items():
        host = word[: -len(ending)]
        if word.endswith(ending) and len(host) > 1 and (found := formal_host(host)):
            return Formal(with_vowel(found, formal), "informal-possessive", True)
    return None


def copula(word: str) -> Formal | None:
    """Return an adjective or noun with است for ـه: خوبه, ایرانیه."""
    host, value = word[:-1], load().get(word)
    if (
        word[-1:] != HEH
        or len(host) < 2
        or (value & WORD and value & COMMON)
        or not (found := likely_host(host))
    ):
        return None
    known = load().get(found)
    if (
        (known & VERB and not known & ADJECTIVE)
        or known & FUNCTION
        or (value & WORD and not known & ADJECTIVE)
    ):
        return None
    return Formal(
        f"{found} است",
        "informal-copula",
        not value and bool(known & ADJECTIVE and known & COMMON) and len(host) > 2,
    )


def with_object(word: str) -> Formal | None:
    """Return a noun with its possessive and را for و: فکرشو, کتابمو."""
    for ending, formal in _OBJECTS.items():
        host = word[: -len(ending)]
        if word.endswith(ending) and len(host) > 1 and (found := likely_host(host)):
            if ending == "ارو":
                return (
                    Formal(found + ZWNJ + formal, "informal-object", len(host) > 2)
                    if _is_free(host + "ار")
                    else None
                )
            alef = "ا" if len(ending) == 2 and found[-1] in (HEH, YEH) else ""
            certain = len(host) > 2 and (found != host or _is_known(host))
            return Formal(with_vowel(found, alef + formal), "informal-object", certain)
    if word[-1:] == "و" and len(word) > 3 and (found := _object_host(word[:-1])):
        return None if load().get(found) & FUNCTION else Formal(found + " را", "informal-object", False)
    return None


def _object_host(host: str) -> str | None:
    vowel = likely_vowel(host)
    return formal_host(host) or (vowel and vowel.text)


def glued_plural(word: str) -> Formal | None:
    """Return a noun with ها and a spoken possessive, all in one: کتابهاشون."""
    if "ها" not in word[1:] or not word.endswith(_GLUED):
        return None
    for ending, formal in PIECES.items():
        if ending.startswith("ها") and word.endswith(ending) and len(word) > len(ending) + 1:
            host = word[: -len(ending)]
            if load().get(host + HEH) & COMMON and not load().get(host) & COMMON:
                continue  # «خوابگاهاشون» is «خوابگاه‌هایشان»
            return Formal(host + ZWNJ + formal, "informal-possessive", len(ending) > 3)
    return None


def comparative(word: str) -> Formal | None:
    """Return a comparative with است or ند: بزرگتره, بهترن."""
    ending, host = word[-3:], word[:-3]
    if ending not in ("تره", "ترن") or len(host) < 2 or not (found := formal_host(host)):
        return None
    joined = found + ("" if found in ("به", "بیش", "کم") else ZWNJ)
    return Formal(joined + ("تر است" if ending[-1] == HEH else "تر هستند"), "informal-copula", True)


def after_yeh(word: str) -> Formal | None:
    """Return a noun in ی or ه with its possessive apart: زندگیم, نتیجش."""
    host, ending = word[:-1], word[-1]
    if ending not in "متش" or len(host) < 3 or load().get(word) & VERB:
        return None
    if word.endswith("یم") and load().get(host[:-1] + "د") & VERB:
        return None  # «داریم» is a verb
    if host.endswith("ای"):
        return None  # «برایت» and «کتاب‌هایت» are formal
    if host[-1] in "او" and host not in _IN_SHORT_WAW and _is_known(host):
        return Formal(host + YEH + ending, "informal-possessive", False)
    if host[-1] == YEH and _is_known(host) and len(host) > 3 and not (ending == "م" and _is_known(host[:-1])):
        return Formal(f"{host}{ZWNJ}ا{ending}", "informal-possessive", False)
    silent = load().get(host + HEH)
    if _is_free(host) and len(host) > 2 and silent & SILENT_HEH and silent & COMMON:
        return Formal(
            f"{host}{HEH}{ZWNJ}ا{ending}", "informal-possessive", len(host) > 4 and not load().get(word)
        )
    return None


def long_alef(word: str) -> Formal | None:
    """Return a word with آ for a bare alef: ادمها, ازادی."""
    value = load().get(word)
    if len(word) < 3 or value & COMMON:
        return None
    form = "آ" + word[1:]
    if found := formal_host(form):
        return Formal(found, "informal-vowel", False)
    hosts = (form.removesuffix(ending) for ending in _ALEF_ENDINGS if form.endswith(ending))
    if not value & WORD and any(len(host) > 2 and _is_known(host) for host in hosts):
        return Formal(form, "informal-vowel", False)
    return None
