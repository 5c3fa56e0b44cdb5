"""Whether a joiner belongs between two words that a space keeps apart."""

from __future__ import annotations

from textnorm.chars import HEH, YEH
from textnorm.lexicon import load, pair_key, stem, stem_pair_key
from textnorm.lexicon.flags import (
    ADJECTIVE,
    APART,
    FUNCTION,
    JOINED,
    LEFT,
    LIKELY,
    PARTICIPLE,
    PRODUCTIVE_LEFT,
    PRODUCTIVE_RIGHT,
    RIGHT,
    VERB,
    WORD,
)
from textnorm.ruleset.joiners.affixes import COMPARATIVE_FORMS, COMPARATIVES, COPULAS, PLURALS, POSSESSIVES, VERB_PREFIXES

SUFFIXES = PLURALS | COMPARATIVES | COMPARATIVE_FORMS | COPULAS | POSSESSIVES
#: what the scanner must know of a word, one bit each
OPENS, CLOSES, SUFFIX, PREFIX = 1, 2, 4, 8


def role(first: str, last: str) -> int:
    """Return the bits of a word that begins with the atom `first` and ends with `last`."""
    bits = 0
    if last in VERB_PREFIXES:
        bits |= PREFIX
    elif load().get(last) & (LEFT | PRODUCTIVE_LEFT):
        bits |= OPENS
    if first in SUFFIXES:
        bits |= SUFFIX
    elif load().get(stem(first)) & (RIGHT | PRODUCTIVE_RIGHT):
        bits |= CLOSES
    return bits


def rule_between(left: str, right: str) -> str:
    """Return the rule that joins `left` and `right`, or nothing."""
    if right in SUFFIXES:
        return _suffix_rule(left, right)
    if left in VERB_PREFIXES:
        return "joiners.verb" if load().get(right) & VERB else ""
    return _pair_rule(left, right)


def _suffix_rule(left: str, right: str) -> str:
    value = load().get(left)
    if value & FUNCTION or len(left) < 2:
        return ""
    if right in PLURALS:
        return "joiners.plural"
    if right in COMPARATIVES or right in COMPARATIVE_FORMS:
        return "joiners.comparative" if value & ADJECTIVE or right == "ترین" else ""
    if left[-1] == HEH and right in COPULAS:
        return "joiners.heh"
    if left[-1] in (HEH, YEH) and right in POSSESSIVES:
        return "joiners.possessive"
    return _pair_rule(left, right)


def _pair_rule(left: str, right: str) -> str:
    get = load().get
    value = get(pair_key(left, right)) or get(stem_pair_key(left, right))
    if value & JOINED:
        return "joiners.compound"
    if value & LIKELY:
        return ""
    if value & APART:
        return ""
    one, two = get(left), get(stem(right))
    if two & PRODUCTIVE_RIGHT and one & WORD and not one & FUNCTION:
        return "joiners.productive"
    if one & PRODUCTIVE_LEFT and get(right) & WORD and not get(right) & FUNCTION:
        return "joiners.productive"
    return ""
