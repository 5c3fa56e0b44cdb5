"""What a word of speech is by itself, without its neighbours; remembered for the words that come again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..cache import BoundedCache
from ..chars import HEH, YEH, ZWNJ
from ..lexicon import load
from ..lexicon.flags import COMMON, WORD
from . import nouns, spacing, stacked, verbs
from .looks import LOOKED_AT_BY_ENDING, LOOKS, Look, look_of
from .nouns import Formal
from .words import CERTAIN, CERTAIN_VERBS, LIKELY, LIKELY_VERBS

#: words remembered
_SIZE = 1 << 14


def _verb(word: str) -> Formal | None:
    formal = verbs.imperfect(word)
    if not formal:
        if load().get(word) & WORD:
            return None
        formal = verbs.past(word) or verbs.subjunctive(word) or verbs.bare(word) or verbs.with_object(word)
        if (not formal or formal == word) and word.endswith("ین") and len(word) > 4:
            formal = verbs.second_plural(word)
        formal = formal or verbs.emphatic(word)
    return Formal(formal, "informal-verb", True) if formal and formal != word else None


def _vowel(word: str) -> Formal | None:
    formal = nouns.long_vowel(word)
    return Formal(formal, "informal-vowel", len(word) > 4) if formal else None


def _inflected(piece: str) -> str:
    """Return the last piece of a compound with its possessive as it is written: بسته‌بندیش, پیش‌بینیشون."""
    if found := nouns.possessive(piece):
        return found.text
    is_owned = len(piece) > 4 and piece[-2] == YEH and piece[-1] in "تش" and load().get(piece[:-1]) & WORD
    return f"{piece[:-1]}{ZWNJ}ا{piece[-1]}" if is_owned else piece


def _pieces(word: str) -> Formal | None:
    """Return a word with half-spaces whose pieces are spoken: خونه‌شون, بچه‌هام."""
    host, _, last = word.rpartition(ZWNJ)
    formal = nouns.PIECES.get(last) or nouns.formal_host(last) or _inflected(last)
    found = _judged(host)
    first = found.text if found and found.certain else host
    if first[-1:] == HEH and last in nouns.PERSONS_BEHIND_HEH:
        formal = "ا" + nouns.PERSONS_BEHIND_HEH[last]
    if last == "ست" and first[-1:] == HEH and " " not in first:
        return Formal(first + " است", "informal-copula", False)  # «آلوده‌ست»
    if (first, formal) == (host, last) or " " in first:
        return None
    if formal == "ای" and first[-1] != "ه":
        return Formal(first + "ی", "informal-word", True)
    return Formal(first + ZWNJ + formal, "informal-possessive" if formal != last else "informal-vowel", True)


_LISTS = (
    (CERTAIN, "informal-word", True),
    (CERTAIN_VERBS, "informal-verb", True),
    (LIKELY, "informal-word", False),
    (LIKELY_VERBS, "informal-verb", False),
)
_LISTED = {
    word: Formal(formal, rule, certain)
    for words, rule, certain in reversed(_LISTS)
    for word, formal in words.items()
}
#: judges of words, in order, each with the letters that its words begin and end with, "" for any
_Judge = Callable[[str], Formal | None]
_JUDGES: tuple[tuple[_Judge, str, str], ...] = (
    (_vowel, "", ""),
    (nouns.glued_plural, "", "متشنو" + HEH),
    (nouns.comparative, "", "ن" + HEH),
    (stacked.tanvin, "", "ن"),
    (nouns.possessive, "", "ن"),
    (nouns.copula, "", HEH),
    (nouns.plural, "", "ایمتشنو" + HEH),
    (nouns.with_object, "", "و"),
    *stacked.JUDGES,
    (stacked.they_are, "", "ن"),
    (nouns.after_yeh, "", "متش"),
    (nouns.likely_vowel, "", ""),
    (nouns.long_alef, "ا", ""),
)


@cache
def _judges_of(last: str) -> tuple[tuple[_Judge, str], ...]:
    """Return the judges of words that end in a letter, each with the first letters of its words."""
    return tuple((judge, firsts) for judge, firsts, lasts in _JUDGES if not lasts or last in lasts)


def _word_or_verb(word: str) -> Formal | None:
    """Return what a listed word or a verb becomes."""
    if word in _LISTED:
        return _LISTED[word]
    return _verb(word) if len(word) > 2 else None


def _judged(word: str) -> Formal | None:
    found = _word_or_verb(word)
    if found or len(word) < 3:
        return found
    if ZWNJ in word:
        return _pieces(word)
    value = load().get(word)
    if value & WORD and value & COMMON:
        return None
    if word[0] == "و" and (load().get(word[1:]) | load().get(word[1:] + "ً")) & COMMON:
        return None  # «واصلا» is no plural
    for judge, firsts in _judges_of(word[-1]):
        if (not firsts or word[0] in firsts) and (found := judge(word)):
            return found
    return None


class Token(NamedTuple):
    """What a word may become by itself, and which look at its neighbours it calls for."""

    formal: Formal | None
    look: Look | None


def _stays(word: str) -> bool:
    """Return whether one look shows that a common word is no word of speech and calls for no look: most words."""
    common = WORD | COMMON
    return (
        load().get(word) & common == common
        and word[-1] not in LOOKED_AT_BY_ENDING
        and word not in LOOKS
        and word not in _LISTED
        and "می" not in word
    )


def _token(word: str) -> Token | None:
    if _stays(word):
        return None
    formal = _judged(word) or spacing.apart(word, _word_or_verb)
    look = look_of(word, formal)
    return None if formal is None and look is None else Token(formal, look)


_cache: BoundedCache[str, Token | None] = BoundedCache(_token, _SIZE)
#: what is to be done about a word, None where it stays whatever stands beside it
token = _cache.__getitem__
