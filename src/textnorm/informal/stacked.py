"""Endings of speech upon endings: کتابشم (his book too), دستمه (is in my hand), زنده‌ست, صفحشو."""

from __future__ import annotations

from ..chars import HEH, NON_JOINING, ZWNJ
from ..lexicon import load
from ..lexicon.flags import ADJECTIVE, AFTER_BE, COMMON, FUNCTION, SILENT_HEH, VERB, WORD
from .nouns import POSSESSIVES, Formal, formal_host, with_vowel

_PERSONS = ("م", "ت", "ش", *POSSESSIVES)
#: short nouns of speech with the vowel of speech
_OWNED = frozenset("جون نون خون بوم شوم نشون زبون کدوم تموم جوون".split())
_PRONOUNS = ("من", "تو", "او", "ما", "شما", "این", "آن")
_OBJECTS = {"مو": "م", "تو": "ت", "شو": "ش"}


def _value(word: str) -> int:
    return load().get(word)


def _noun(host: str) -> str | None:
    """Return the formal form of a noun that a possessive was cut from; its silent heh may have gone with it."""
    found = formal_host(host)
    if found and not _value(found) & FUNCTION and not (_value(found) & VERB and len(host) < 3):
        return found
    silent = _value(host + HEH)
    return host + HEH if len(host) > 2 and silent & SILENT_HEH and silent & COMMON else None


def _possessed(word: str) -> str | None:
    """Return the formal form of a noun with a possessive: کتابش, دوستشون, خونوادم."""
    for ending in _PERSONS:
        host = word[: -len(ending)]
        if word.endswith(ending) and len(host) > 2 and (noun := _noun(host)):
            formal = POSSESSIVES.get(ending, ending)
            return with_vowel(noun, "ا" + formal if len(ending) == 1 and noun[-1] == HEH else formal)
    return None


def own(word: str) -> Formal | None:
    """Return a noun of speech with its possessive: جونت, نشونم, کدومش."""
    host = word[:-1]
    spoken = host in _OWNED or (len(host) > 4 and ("ون" in host or "وم" in host))
    if not spoken or (_value(host) & WORD and _value(host) & COMMON):
        return None
    found = formal_host(host)
    if not found:
        return None
    return Formal(with_vowel(found, "ا" + word[-1] if found[-1] == HEH else word[-1]), "informal-vowel", True)


def tanvin(word: str) -> Formal | None:
    """Return an adverb with ا for the ن that it sounds like: قطعن, رسمن."""
    form = word[:-1] + "ا"
    known = any(_value(written) & WORD and _value(written) & COMMON for written in (form, form + "ً"))
    return Formal(form, "informal-vowel", True) if len(word) > 3 and known else None


def also(word: str) -> Formal | None:
    """Return a noun with its possessive and هم for م: دادنشم, بچه‌هاشم."""
    if word[-1:] != "م" or word[-2:-1] not in ("ش", "ت", "م", "ن") or len(word) < 5:
        return None
    found = _possessed(word[:-1])
    return Formal(found + " هم", "informal-word", False) if found else None


def is_mine(word: str) -> Formal | None:
    """Return a noun with its possessive and است for ـه: دستمه, محیطتونه."""
    if word[-1:] != HEH or word[-2:-1] not in ("ش", "ت", "م", "ن") or len(word) < 5:
        return None
    found = _possessed(word[:-1])
    return Formal(found + " است", "informal-copula", False) if found else None


def silent(word: str) -> Formal | None:
    """Return a noun whose silent heh gave way to a possessive with را: صفحشو, خونوادمو."""
    for ending, formal in _OBJECTS.items():
        host = word[: -len(ending)]
        value = _value(host + HEH)
        if word.endswith(ending) and len(host) > 2 and value & SILENT_HEH and value & COMMON:
            return Formal(f"{host}{HEH}{ZWNJ}ا{formal} را", "informal-object", False)
    return None


def heh_is(word: str) -> Formal | None:
    """Return است behind a silent heh that it took the place of: زندست, فوق‌العادست."""
    host = word[:-2] + HEH
    if not word.endswith("ست") or len(word) < 5:
        return None
    return (
        Formal(host + " است", "informal-copula", False)
        if _value(host) & WORD and _value(host) & COMMON
        else None
    )


def is_(word: str) -> Formal | None:
    """Return ست for a final س behind a vowel: آرزوس, معرکس."""
    host = word[:-1]
    if word[-1:] != "س" or len(word) < 4:
        return None
    if host[-1] in "اوی" and _value(host) & WORD and _value(host) & COMMON:
        return Formal(host + "ست", "informal-copula", False)
    silent = _value(host + HEH)
    return (
        Formal(f"{host}{HEH} است", "informal-copula", False)
        if silent & SILENT_HEH and silent & COMMON
        else None
    )


def they_have(word: str) -> Formal | None:
    """Return a noun with را for رو, run together: خدارو, سوالارو."""
    host = word[:-2]
    if not word.endswith("رو") or len(host) < 3 or host[-1] not in NON_JOINING:
        return None
    found = formal_host(host)
    if not found or _value(found) & (FUNCTION | VERB):
        return None
    return Formal(found + " را", "informal-object", False)


def than(word: str) -> Formal | None:
    """Return a comparative with the vowel of writing: ارزونتر."""
    for ending in ("تر", "ترین"):
        host = word.removesuffix(ending)
        if host != word and "ون" in host and (found := formal_host(host)) and found != host:
            return Formal(found + ZWNJ + ending, "informal-vowel", True)
    return None


def with_be(word: str) -> Formal | None:
    """Return به for a ب that is glued to a noun or a pronoun: بسوی, بمن."""
    rest = word[1:]
    if len(rest) < 2 or not (_value(rest) & AFTER_BE or rest in _PRONOUNS):
        return None
    return Formal("به " + rest, "informal-word", False)


def _is_quality(host: str) -> bool:
    value = _value(host)
    return bool(value & ADJECTIVE and value & WORD and value & COMMON) and not value & (VERB | FUNCTION)


def they_are(word: str) -> Formal | None:
    """Return an adjective with ند for ن: حاضرن."""
    host = word[:-1]
    if word[-1:] == "ن" and len(host) > 2 and _is_quality(host):
        are = " هستند" if host[-1] in "اوی" else "ند"  # «تنها هستند»
        return Formal(host + are, "informal-copula", False)
    return None


def you_are(word: str) -> Formal | None:
    """Return an adjective or superlative with the spoken «you are» or «they are»: ناراحتین, خوشبخترینن."""
    host = word[:-2]
    if word.endswith("ین") and (len(host) > 3 or host == "خوب"):
        is_quality = _is_quality(host) and host[-1] not in "اوهی"
        return Formal(host + "ید", "informal-copula", False) if is_quality else None
    if word.endswith("ترینن"):
        found = formal_host(word[:-5])
        return Formal(f"{found}{ZWNJ}ترین هستند", "informal-copula", False) if found else None
    return None


def with_waw(word: str) -> Formal | None:
    """Return a word with خوا for the خا of hasty spelling: خاهش, خاهد, نخابیده."""
    start = word[:1] if word[:1] in ("ن", "ب") else ""
    if not word.startswith(start + "خا"):
        return None
    form = "خوا" + word[len(start) + 2 :]
    value = _value(form)
    known = value & VERB if start else value & WORD and value & COMMON
    return Formal(start + form, "informal-vowel", len(word) > 3) if known else None


#: each with the letters that its words begin and end with, "" for any, and what they hold
JUDGES = (
    (own, "", "متش", ""),
    (also, "", "م", ""),
    (is_mine, "", HEH, ""),
    (silent, "", "و", ""),
    (heh_is, "", "ت", ""),
    (is_, "", "س", ""),
    (they_have, "", "و", ""),
    (you_are, "", "ن", ""),
    (than, "", "رن", "ون"),
    (with_be, "ب", "", ""),
    (with_waw, "خنب", "", ""),
)
