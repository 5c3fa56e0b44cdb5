"""Whether a joiner belongs between two words that a space keeps apart."""

from __future__ import annotations

from textnorm.chars import HAMZA_ABOVE, HEH, YEH
from textnorm.lexicon import load, pair_key, stem, stem_pair_key
from textnorm.lexicon.flags import (
    ADJECTIVE,
    APART,
    FUNCTION,
    JOINED,
    LEFT,
    LIKELY,
    NOT_VERBAL,
    OPEN,
    PRODUCTIVE_LEFT,
    PRODUCTIVE_RIGHT,
    RIGHT,
    VERB,
    WORD,
)
from textnorm.ruleset.joiners.affixes import (
    AFTER_ADJECTIVE,
    AFTER_LONG_YEH,
    AFTER_VERB,
    COMPARATIVE_FORMS,
    COMPARATIVES,
    COPULAS,
    PLURALS,
    POSSESSIVES,
    SOUNDED_HEH,
    VERB_ENDINGS,
    VERB_PREFIXES,
)

SUFFIXES = PLURALS | COMPARATIVES | COMPARATIVE_FORMS | COPULAS | POSSESSIVES
#: what the scanner must know of a word, one bit each
OPENS, CLOSES, SUFFIX, PREFIX = 1, 2, 4, 8


def role(head: tuple[str, ...], tail: tuple[str, ...]) -> int:
    """Return the bits of a word by the first of its atoms in `head` and the last of those in `tail`."""
    return (_opening(tail[-1]) if tail else 0) | (_closing(head[0]) if head else 0)


def _opening(last: str) -> int:
    if last in VERB_PREFIXES:
        return PREFIX
    return OPENS if load().get(last) & (LEFT | PRODUCTIVE_LEFT) else 0


def _closing(first: str) -> int:
    if first in SUFFIXES:
        return SUFFIX
    return CLOSES if load().get(stem(first)) & (RIGHT | PRODUCTIVE_RIGHT) else 0


def rule_between(before: str, left: str, right: str, after: str) -> str:
    """Return the rule that joins `left` and `right`, or nothing.

    All four are atoms: pieces of words as they stand once every joiner is in place, so that the answer is
    the same before and after the other boundaries are decided. What is no word is given as "" or as it is.
    """
    if right in SUFFIXES:
        return _suffix_rule(left, right) or _pair_rule(left, right, after)
    if left in VERB_PREFIXES:
        return "joiners.verb" if _is_verb(before, left, right) else ""
    return _pair_rule(left, right, after)


def _is_verb(before: str, left: str, right: str) -> bool:
    if left == "می" and (before == "ماه" or before.isdigit()):
        return False
    value = load().get(right)
    return bool(value & VERB) or (not value & WORD and len(right) > 2 and right.endswith(VERB_ENDINGS))


def _suffix_rule(left: str, right: str) -> str:
    value = load().get(left)
    if right in PLURALS and left in ("آن", "این"):
        return "joiners.plural"
    if value & FUNCTION or len(left) < 2 or left in SUFFIXES:
        return ""
    if right in PLURALS:
        return "joiners.plural"
    if right in COMPARATIVES or right in COMPARATIVE_FORMS:
        return "joiners.comparative" if value & ADJECTIVE or right == "ترین" else ""
    return _copula_rule(left, right)


def _copula_rule(left: str, right: str) -> str:
    if left[-1] == HEH and (right == "اند" or not left.endswith(SOUNDED_HEH)):
        return "joiners.heh" if right in COPULAS else "joiners.possessive"
    if left[-1] == YEH and (right in POSSESSIVES or right == "ای"):
        return "" if left.endswith("ای") and right in AFTER_LONG_YEH else "joiners.possessive"
    return ""


def _pair_rule(left: str, right: str, after: str) -> str:
    get = load().get
    value = get(pair_key(left, right))
    if not value and not (right.endswith("م") and get(right) & VERB):
        value = get(stem_pair_key(left, right))
    if value & JOINED:
        return "joiners.compound"
    if value & OPEN:
        return "joiners.participle" if _is_adjective(value, right, after) else ""
    if value & (LIKELY | APART):
        return ""
    one, two = get(left), get(stem(right))
    if two & PRODUCTIVE_RIGHT and one & WORD and not one & FUNCTION:
        return "joiners.productive"
    if one & PRODUCTIVE_LEFT and get(right) & WORD and not get(right) & FUNCTION:
        return "joiners.productive"
    return ""


def _is_adjective(value: int, right: str, after: str) -> bool:
    if right[-1] == HAMZA_ABOVE or after in AFTER_ADJECTIVE:
        return True
    return bool(value & NOT_VERBAL) and after not in AFTER_VERB
