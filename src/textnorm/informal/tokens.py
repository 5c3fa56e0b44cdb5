"""What a word of speech is by itself, without its neighbours; remembered for the words that come again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..cache import BoundedCache
from ..chars import HEH, YEH, ZWNJ
from ..lexicon import load
from ..lexicon.flags import COMMON, WORD
from . import nouns, run_together, stacked, verbs
from .looks import LOOKED_AT_BY_ENDING, LOOKS, Look, look_of
from .nouns import Formal
from .spoken_words import CERTAIN, CERTAIN_VERBS, LIKELY, LIKELY_VERBS

#: words remembered
_SIZE = 1 << 14
#: a row of more half-spaces is no word
_MOST_JOINS = 8
_COMMON = WORD | COMMON
_Judge = Callable[[str], Formal | None]
_VerbJudge = Callable[[str], str | None]


def _vowel(word: str) -> Formal | None:
    formal = nouns.long_vowel(word)
    return Formal(formal, "informal-vowel", len(word) > 4) if formal else None


def _inflected(piece: str) -> str:
    """Return the last piece of a compound with its ending as it is written: بسته‌بندیش, پیش‌بینیشون, تخم‌مرغا."""
    found = None if load().get(piece) & WORD else nouns.possessive(piece) or nouns.plural(piece)
    if found:
        return found.text
    is_owned = len(piece) > 4 and piece[-2] == YEH and piece[-1] in "تش" and load().get(piece[:-1]) & WORD
    return f"{piece[:-1]}{ZWNJ}ا{piece[-1]}" if is_owned else piece


def _pieces(word: str) -> Formal | None:
    """Return a word with half-spaces whose pieces are spoken: خونه‌شون, بچه‌هام."""
    if word.count(ZWNJ) > _MOST_JOINS:
        return None
    host, _, last = word.rpartition(ZWNJ)
    formal = nouns.PIECES.get(last) or nouns.formal_host(last) or _inflected(last)
    found = _judged(host, load().get(host))
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
#: judges of words, in order, each with the letters that its words begin and end with, "" for any, and what they hold
_JUDGES: tuple[tuple[_Judge, str, str, str], ...] = (
    (_vowel, "", "", "ون"),
    (nouns.glued_plural, "", "متشنو" + HEH, ""),
    (nouns.comparative, "", "ن" + HEH, ""),
    (stacked.tanvin, "", "ن", ""),
    (nouns.possessive, "", "ن", ""),
    (nouns.copula, "", HEH, ""),
    (nouns.plural, "", "ایمتشنو" + HEH, ""),
    (nouns.with_object, "", "و", ""),
    *stacked.JUDGES,
    (stacked.they_are, "", "ن", ""),
    (nouns.after_yeh, "", "متش", ""),
    (nouns.likely_vowel, "", "", "ون"),
    (nouns.long_alef, "ا", "", ""),
)
#: those that judge words of the lexicon too
_OF_KNOWN_WORDS = (nouns.copula, nouns.long_alef)
#: the same of verbs without می
_VERB_JUDGES: tuple[tuple[_VerbJudge, str, str, str], ...] = (
    (verbs.past, "".join(verbs.FIRST_OF_PASTS), "", ""),
    (verbs.subjunctive, "بن", "", ""),
    (verbs.bare, "", "", "ون"),
    (verbs.behind_preverb, "بد", "", ""),
    (verbs.with_object, "بن", "شنت", ""),
    (verbs.second_plural, "", "ن", ""),
    (verbs.emphatic, "", "ا", ""),
)
_FIRSTS = frozenset(letter for row in (*_JUDGES, *_VERB_JUDGES) for letter in row[1])
_LASTS = frozenset(letter for row in (*_JUDGES, *_VERB_JUDGES) for letter in row[2])
_Judges = tuple[tuple[_VerbJudge, ...], tuple[_Judge, ...]]


def _judges_of(word: str, is_known: int) -> _Judges:
    """Return those that may have to do with *word*, by its first letter, its last one and the vowel of speech."""
    first, last = word[0], word[-1]
    return _fitting(first if first in _FIRSTS else "", last if last in _LASTS else "", "ون" in word, is_known)


@cache
def _fitting(first: str, last: str, has_vowel: bool, is_known: int) -> _Judges:
    def fit(firsts: str, lasts: str, held: str) -> bool:
        begins = not firsts or (first != "" and first in firsts)
        return begins and (not lasts or (last != "" and last in lasts)) and (has_vowel or not held)

    of_verbs = tuple(judge for judge, *shape in _VERB_JUDGES if fit(*shape) and not is_known)
    judges = (judge for judge, *shape in _JUDGES if fit(*shape))
    return of_verbs, tuple(judge for judge in judges if not is_known or judge in _OF_KNOWN_WORDS)


def _verb(word: str, judges: tuple[_VerbJudge, ...]) -> Formal | None:
    formal = verbs.imperfect(word) if "می" in word else None
    if not formal:
        for judge in judges:
            if formal := judge(word):
                break
        if formal == word:
            formal = verbs.second_plural(word)
    return Formal(formal, "informal-verb", True) if formal and formal != word else None


def _word_or_verb(word: str) -> Formal | None:
    """Return what a listed word or a verb becomes."""
    if word in _LISTED or len(word) < 3:
        return _LISTED.get(word)
    return _verb(word, _judges_of(word, load().get(word) & WORD)[0])


def _judged(word: str, value: int) -> Formal | None:
    """Return what *word*, of which the lexicon says *value*, becomes by itself."""
    if word in _LISTED or len(word) < 3:
        return _LISTED.get(word)
    of_verbs, judges = _judges_of(word, value & WORD)
    if (of_verbs or "می" in word) and (found := _verb(word, of_verbs)):
        return found
    if ZWNJ in word:
        return _pieces(word)
    if not judges or value & _COMMON == _COMMON:
        return None
    get = load().get
    if word[0] == "و" and (get(word[1:]) | get(word[1:] + "ً")) & COMMON:
        return None  # «واصلا» is no plural
    for judge in judges:
        if found := judge(word):
            return found
    return None


class Token(NamedTuple):
    """What a word may become by itself, and which look at its neighbours it calls for."""

    formal: Formal | None
    look: Look | None


def _stays(word: str) -> bool:
    """Return whether one look shows that a common word is no word of speech and calls for no look: most words."""
    return (
        word[-1] not in LOOKED_AT_BY_ENDING and word not in LOOKS and word not in _LISTED and "می" not in word
    )


def _token(word: str) -> Token | None:
    value = load().get(word)
    if value & _COMMON == _COMMON and _stays(word):
        return None
    formal = _judged(word, value)
    if formal is None and not value & WORD:
        formal = run_together.apart(word, _word_or_verb)
    look = look_of(word, formal)
    return None if formal is None and look is None else Token(formal, look)


_cache: BoundedCache[str, Token | None] = BoundedCache(_token, _SIZE)
#: what is to be done about a word, None where it stays whatever stands beside it
token = _cache.__getitem__
