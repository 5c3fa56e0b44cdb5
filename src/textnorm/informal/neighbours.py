"""Words of which the neighbours tell what they are: رو and را, رفتن and رفتند, تو and در."""

from __future__ import annotations

from collections.abc import Callable

from ..lexicon import load
from ..lexicon.flags import COMMON, FUNCTION, PARTICIPLE, WORD
from .nouns import POSSESSIVES, Formal
from .verbs import third_plural
from .words import CERTAIN_VERBS

#: what رو does not follow, and what does not follow it, where it is را
_BEFORE_FACE = frozenset("از پیش پیاده رو روبه روی دو به در زیر آن همین ازین بر تند میانه پیشِ".split())
_AFTER_FACE = frozenset("شدن شد شدم می‌شود آوردن آورد آورده کرد زدن زد سفید کم".split())
_GOING = frozenset(("", "به", "در", "و", "از", "بر", "ها"))
#: what an infinitive follows
_BEFORE_INFINITIVE = frozenset(
    "به برای از در با بدون هنگام موقع واسه قبل بعد حال وقت جهت پس ضمن بین مشغول قصد توان امکان فکر حین نحوه درباره طرز روش حق شروع دنبال سر".split()
)
_CONJUNCTIONS = frozenset("که و تا ولی اما چون".split())
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
    if not after or before in _PREPOSITIONS or after in _AFTER_YOU or after in CERTAIN_VERBS:
        return None
    if after.startswith(("می", "نمی", "ب")) and after[-1] == "ی":
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


def is_participle(word: str) -> bool:
    """Return whether *word* is a common participle: شده."""
    value = load().get(word)
    return bool(value & PARTICIPLE and value & WORD and value & COMMON)


def perfect(word: str, before: str, after: str) -> Formal | None:
    """Return است behind a participle that ends a spoken sentence: همه چی خراب شده."""
    if after or not before or not is_participle(word):
        return None
    return Formal(word + " است", "informal-copula", False)


def passive(word: str, before: str) -> Formal | None:
    """Return the passive without ب behind a participle: دیده بشه."""
    value = load().get(before)
    if not (value & PARTICIPLE and value & WORD) or not (formal := CERTAIN_VERBS.get(word)):
        return None
    return Formal(formal.removeprefix("ب"), "informal-verb", True)


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


def _face(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return face(before, after)


def _within(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return within(before, after)


def _one(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return one(before, after)


def _they_give(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return they_give(before, after)


def _clitic(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return clitic(word, before)


def _they_did(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return they_did(formal.text if formal else word, before, after) or formal


def _perfect(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return perfect(formal.text if formal else word, before, after) or formal


def _passive(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return passive(word, before) or formal


def _only_at_end(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return formal if ends_clause(after) else None


def _what(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    return Formal("چیز", "informal-word", True) if before == "همه" else formal


def _at_end(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    """Return a spoken verb at the end of a clause is surely one: «تا خوب کنه», not «بدین ترتیب»."""
    return formal and formal._replace(certain=ends_clause(after) and bool(before))


def _before_no_noun(word: str, formal: Formal | None, before: str, after: str) -> Formal | None:
    """«میان» and «بدین» before a noun are no verbs: «میان ما», «بدین ترتیب»."""
    return formal if not after or after in _CONJUNCTIONS else None


#: a look at the neighbours of a word: the word, what it may become by itself, the words before and after it
Look = Callable[[str, Formal | None, str, str], Formal | None]
_LOOKS: dict[str, Look] = {
    "رو": _face,
    "تو": _within,
    "ی": _one,
    "بدن": _they_give,
    "چی": _what,
    **dict.fromkeys(("میان", "بیان", "بدین", "برن"), _before_no_noun),
    **dict.fromkeys(("کنه", "کنن", "نکنه", "شن"), _at_end),
    **dict.fromkeys(("ش", "ت", "م", *POSSESSIVES), _clitic),
}


def look_of(word: str, formal: Formal | None) -> Look | None:
    """Return the look at its neighbours that *word* calls for; *formal*: what it may become by itself."""
    if word in _LOOKS:
        return _LOOKS[word]
    form = formal.text if formal else word
    if form[-1] == "ن" and " " not in form and third_plural(form):
        return _they_did
    if form[-1] == "ه" and is_participle(form):
        return _perfect
    if word.startswith("بش") and word in CERTAIN_VERBS:
        return _passive
    return _only_at_end if formal and formal.rule == "informal-copula" and not formal.certain else None
