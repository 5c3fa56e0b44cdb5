"""Words of which the neighbours tell what they are: رو and را, رفتن and رفتند, تو and در."""

from __future__ import annotations

from ..lexicon import load
from ..lexicon.flags import COMMON, FUNCTION, PARTICIPLE, WORD
from .nouns import POSSESSIVES, Formal
from .verbs import third_plural
from .words import CERTAIN

#: what رو does not follow, and what does not follow it, where it is را
_BEFORE_FACE = frozenset("از پیش پیاده رو روبه روی دو به در زیر آن همین ازین بر تند میانه پیشِ".split())
_AFTER_FACE = frozenset("شدن شد شدم می‌شود آوردن آورد آورده کرد زدن زد سفید کم".split())
_GOING = frozenset(("", "به", "در", "و", "از", "بر", "ها"))
#: what an infinitive follows
_BEFORE_INFINITIVE = frozenset(
    "به برای از در با بدون هنگام موقع واسه قبل بعد حال وقت جهت پس ضمن بین مشغول قصد توان امکان فکر حین".split()
)
#: what a clause ends before
_AFTER_CLAUSE = frozenset("که و تا ولی اما چون اگه اگر یا پس وگرنه بعد حالا من ما".split())
_PREPOSITIONS = frozenset("از به با برای مثل بدون واسه جز غیر پیش کنار خود مگه مگر ولی این".split())
_AFTER_YOU = frozenset(
    "خیلی در نه را رو هم که چی چرا و باید اگر اگه خودت نباید فقط چه هنوز با به از دیگه دیگر تو نیستی هستی بودی می‌تونی یا بگو برو بیا".split()
)


def face(before: str, after: str) -> Formal | None:
    """Return را for رو behind a noun, None where it may be the face, or a going one."""
    if not before or before in _BEFORE_FACE or after in _AFTER_FACE:
        return None
    certain = after not in _GOING and bool(load().get(before) & WORD) and not load().get(before) & FUNCTION
    return Formal("را", "informal-object", certain)


def within(before: str, after: str) -> Formal | None:
    """Return در for تو before a noun, None where it may be the pronoun."""
    if (
        not after
        or before in _PREPOSITIONS
        or after in _AFTER_YOU
        or (after[-1] in "ی" and after.startswith(("می", "نمی", "ب")))
    ):
        return None
    return Formal("در", "informal-word", False)


def one(before: str, after: str) -> Formal | None:
    """Return یک for ی before a word, None where it may be the ezafe of the word before it."""
    if not after or before[-1:] in ("ه", "ا", "و"):
        return None
    return Formal("یک", "informal-word", False)


def they_did(word: str, before: str, after: str) -> Formal | None:
    """Return the third person of the past at the end of a clause: اومده بودن, همه رفتن."""
    if before in _BEFORE_INFINITIVE or not (form := third_plural(word)):
        return None
    if word in ("بودن", "نبودن") and load().get(before) & PARTICIPLE and load().get(before) & WORD:
        return Formal(form, "informal-verb", True)
    if after and after not in _AFTER_CLAUSE:
        return None
    return Formal(form, "informal-verb", False)


def perfect(word: str, before: str, after: str) -> Formal | None:
    """Return است behind a participle that ends a spoken sentence: همه چی خراب شده."""
    value = load().get(word)
    if after or not before or not (value & PARTICIPLE and value & WORD and value & COMMON):
        return None
    return Formal(word + " است", "informal-copula", False)


def passive(word: str, before: str) -> Formal | None:
    """Return the passive without ب behind a participle: دیده بشه."""
    value = load().get(before)
    if not (value & PARTICIPLE and value & WORD) or not (formal := CERTAIN.get(word)):
        return None
    return Formal(formal[1:], "informal-verb", True)


def ends_clause(after: str) -> bool:
    """Return whether a clause may end before the word *after*."""
    return not after or after in _AFTER_CLAUSE


def clitic(word: str, before: str) -> Formal | None:
    """Return the formal form of a possessive that stands apart: همه ش, نفس تون."""
    if not load().get(before) & WORD or load().get(before) & FUNCTION:
        return None
    if word in POSSESSIVES:
        return Formal(POSSESSIVES[word], "informal-possessive", True)
    return Formal("ا" + word, "informal-possessive", False) if before[-1] == "ه" else None


def they_give(before: str, after: str) -> Formal | None:
    """Return بدهند for بدن at the end of a clause, None where it may be the body."""
    if not before or before in _BEFORE_INFINITIVE or not ends_clause(after):
        return None
    return Formal("بدهند", "informal-verb", False)
