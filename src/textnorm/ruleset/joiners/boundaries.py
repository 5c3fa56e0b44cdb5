"""Whether a joiner belongs between two words that a space keeps apart."""

from __future__ import annotations

from textnorm.chars import HAMZA_ABOVE, HEH, YEH
from textnorm.lexicon import load, pair_key, stem, stem_pair_key
from textnorm.lexicon.flags import (
    ADJECTIVE,
    APART,
    FREE,
    FUNCTION,
    JOINED,
    LEFT,
    LIKELY,
    NOT_VERBAL,
    OPEN,
    PRODUCTIVE,
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
    return OPENS if load().get(last) & LEFT else 0


def _closing(first: str) -> int:
    if first in SUFFIXES:
        return SUFFIX
    value = load().get(stem(first))
    return SUFFIX if value & PRODUCTIVE else CLOSES if value & RIGHT else 0


def rule_between(left: str, right: str) -> str | None:
    """Return the rule that joins `left` and `right`, "" for none, None when their neighbours decide.

    Both are atoms: pieces of words as they stand once every joiner is in place, so that the answer is the
    same before and after the other boundaries are decided.
    """
    if right in SUFFIXES:
        return _suffix_rule(left, right) or _pair_rule(left, right)
    if left in VERB_PREFIXES:
        return (None if left == "می" else "joiners.verb") if _is_verb(right) else ""
    return _pair_rule(left, right)


def rule_in_context(before: str, left: str, right: str, after: str) -> str:
    """Return the rule where the atom `before` the two or the one `after` them decides.

    What is no word is given as it is, and as "" or "." at an end.
    """
    if left in VERB_PREFIXES:
        return "" if before == "ماه" or before.isdigit() else "joiners.verb"
    return "joiners.participle" if _is_adjective(_pair_value(left, right), right, after) else ""


def _is_verb(right: str) -> bool:
    value = load().get(right)
    return bool(value & VERB) or (not value & WORD and len(right) > 2 and right.endswith(VERB_ENDINGS))


def _suffix_rule(left: str, right: str) -> str:
    value = load().get(left)
    if right in PLURALS and left in ("آن", "این", "خیلی", "بعضی"):
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


def _pair_rule(left: str, right: str) -> str | None:
    value = _pair_value(left, right)
    if value & JOINED:
        return "joiners.compound"
    if value & OPEN:
        return None
    if value & (LIKELY | APART):
        return ""
    get = load().get
    if get(stem(right)) & PRODUCTIVE and get(left) & (WORD | FUNCTION) == WORD:
        return "joiners.productive"
    return ""


def _pair_value(left: str, right: str) -> int:
    """Return what the table says about the pair, or else about the pair without its inflection."""
    get = load().get
    value = get(pair_key(left, right))
    alone = get(right)
    if value or alone & FREE or (alone & VERB and right.endswith("م")):
        return value
    return get(stem_pair_key(left, right))


def _is_adjective(value: int, right: str, after: str) -> bool:
    if right[-1] == HAMZA_ABOVE or after in AFTER_ADJECTIVE:
        return True
    return bool(value & NOT_VERBAL) and after not in AFTER_VERB
