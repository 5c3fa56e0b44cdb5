"""The ـه of است and the ـه that is the article of speech: «خیلی سخته», «پسره رو», «قشنگه این کتابه»."""

from __future__ import annotations

from ..chars import HEH
from ..lexicon import load
from ..lexicon.flags import ADJECTIVE, COMMON
from .neighbours import Near, ends_clause
from .nouns import Formal

#: what a state is told of
_BEFORE_STATES = frozenset("حالم حالت حالش حالشون دلم دلت دلش وضعم وضعش اوضاع هوا".split())
_DEMONSTRATIVES = frozenset("این اون آن همین همون".split())
#: nouns that the lexicon takes for adjectives too
_PEOPLE = frozenset("پسر دختر مرد زن بچه پیرمرد پیرزن".split())
#: words of degree, which a predicate follows
DEGREES = frozenset("خیلی چقدر بسیار واقعا کاملا اصلا خیلیم بی یکم کمی انقدر اینقدر".split())


def predicate(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Take «سخته» behind «خیلی» for a predicate whatever follows; elsewhere it is one at the end of a clause."""
    if near.before in DEGREES:
        return formal and formal._replace(certain=True)
    host = load().get(word[:-1])
    if formal and _has_article(word, near):
        return Formal(formal.text.removesuffix(" است"), "informal-word", False)
    if host & ADJECTIVE and not load().get(word):
        return formal
    return formal if ends_clause(near.after) else None


def certainly_is(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Leave out the article of speech, which is no verb: «پسره رو» is «پسر را»."""
    if formal and _has_article(word, near):
        return Formal(formal.text.removesuffix(" است"), "informal-word", True)
    return formal


def _has_article(word: str, near: Near) -> bool:
    """Return whether the ـه of a noun is the article: before «رو», and behind «این» where its clause goes on
    or has its predicate already: «فیلمه رو», «این پسره از», «قشنگه این کتابه»."""
    if near.after in ("رو", "را"):
        return True
    if near.before not in _DEMONSTRATIVES:
        return False
    is_quality = load().get(word[:-1]) & ADJECTIVE and word[:-1] not in _PEOPLE
    return (not is_quality and not ends_clause(near.after)) or any(map(_is_quality_told, near.earlier[-1:]))


def _is_quality_told(word: str) -> bool:
    """Return whether *word* is an adjective with the ـه of است: قشنگه."""
    get = load().get
    return word[-1:] == HEH and bool(get(word[:-1]) & ADJECTIVE) and not get(word) & COMMON


def of_degree(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return است for ـه of a word that is another one elsewhere: «خیلی بازه», «حالم خرابه»."""
    if near.before in DEGREES or near.before in _BEFORE_STATES:
        return Formal(word[:-1] + " است", "informal-copula", False)
    return formal


def since(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «سال است» for «چند ساله که»."""
    if near.before in ("چند", "خیلی") and near.after == "که":
        return Formal(word[:-1] + " است", "informal-copula", True)
    return of_degree(word, formal, near)
