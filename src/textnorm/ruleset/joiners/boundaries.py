"""Whether a joiner belongs between two words that a space keeps apart."""

from __future__ import annotations

from textnorm.chars import HAMZA_ABOVE, HEH, NON_JOINING, YEH
from textnorm.lexicon import load, pair_key, stem, stem_pair_key
from textnorm.lexicon.flags import (
    ADJECTIVE,
    APART,
    FREE,
    FUNCTION,
    JOINED,
    LEFT,
    LEFT_OF_FREE,
    LIKELY,
    NOT_VERBAL,
    OPEN,
    PRODUCTIVE,
    RIGHT,
    RIGHT_AS_FREE,
    STEM_PRODUCTIVE,
    STEM_RIGHT,
    VERB,
    WORD,
)
from textnorm.ruleset.joiners.affixes import (
    AFTER_ADJECTIVE,
    AFTER_LONG_YEH,
    AFTER_VERB,
    BEFORE_WINE,
    COMPARATIVE_FORMS,
    COMPARATIVES,
    COPULAS,
    HOSTS_OF_PLURALS,
    PLURALS,
    POSSESSIVES,
    SOUNDED_HEH,
    VERB_ENDINGS,
    VERB_PREFIXES,
)

SUFFIXES = PLURALS | COMPARATIVES | COMPARATIVE_FORMS | COPULAS | POSSESSIVES
#: what the scanner must know of the end of a word, in two bits: it begins joined pairs, some of them with a word that
#: mostly stands free, or a verb
OPENS, OPENS_ALL, PREFIX = 1, 2, 3
#: and of its start, in two more: it ends joined pairs, does so though it mostly stands free, or is an ending
CLOSES, CLOSES_FREE, SUFFIX = 4, 8, 12
OPENING, CLOSING = 3, 12


#: the endings of a host that has its plural: the same for «کار ها» in pieces and for «کارها» in one
_MERGING = tuple(sorted(PLURALS | COMPARATIVES | COMPARATIVE_FORMS))
_INFLECTED = (HAMZA_ABOVE, *_MERGING)
_PLURAL_ENDINGS = ("ها", "های", "هایی")


def role(head: tuple[str, ...], tail: tuple[str, ...]) -> int:
    """Return the bits of a word by the first of its atoms in `head` and the last of those in `tail`."""
    get = load().get
    found = opening(tail[-1], get(tail[-1])) if tail else 0
    return found | _closing(head[0], get(head[0])) if head else found


def role_of_word(word: str, value: int) -> int:
    """Return the same for a word of the lexicon, where it has this *value*."""
    return opening(word, value) | _closing(word, value)


def opening(last: str, value: int) -> int:
    if last in VERB_PREFIXES:
        return PREFIX
    return OPENS_ALL if value & LEFT_OF_FREE else OPENS if value & LEFT else 0


def _closing(first: str, value: int) -> int:
    if first in SUFFIXES:
        return SUFFIX
    if value & FREE:
        return CLOSES_FREE if value & RIGHT_AS_FREE else 0
    if value & WORD:
        return SUFFIX if value & STEM_PRODUCTIVE else CLOSES if value & STEM_RIGHT else 0
    value = load().get(stem(first))
    return SUFFIX if value & PRODUCTIVE else CLOSES if value & RIGHT else 0


def rule_between(left: str, right: str) -> str | None:
    """Return the rule that joins `left` and `right`, "" for none, None when their neighbours decide.

    Both are atoms: pieces of words as they stand once every joiner is in place, so that the answer is the
    same before and after the other boundaries are decided.
    """
    if not left or not right:
        return ""
    if right in SUFFIXES:
        return _suffix_rule(left, right) or _pair_rule(left, right)
    if left in VERB_PREFIXES:
        return (None if left == "می" else "joiners.verb") if _is_verb(right) else ""
    return _pair_rule(left, right)


def verb_rule(before: str) -> str:
    """Return the rule between می and a verb after the atom `before` ("" at the start; what is no word as it is)."""
    return "" if before in BEFORE_WINE or before.isdigit() else "joiners.verb"


def participle_rule(left: str, right: str, after: str) -> str:
    """Return the rule between the two before the atom `after` ("." at an end; what is no word as it is)."""
    return "joiners.participle" if _is_adjective(_pair_value(left, right), right, after) else ""


def _is_verb(right: str) -> bool:
    value = load().get(right)
    if value & (VERB | WORD):
        return bool(value & VERB)
    return len(right) > 2 and right.endswith(VERB_ENDINGS) and not right.endswith(_MERGING)


def _suffix_rule(left: str, right: str) -> str:
    if right in PLURALS:
        return "joiners.plural" if _takes_plural(left) else ""
    if right in COMPARATIVES or right in COMPARATIVE_FORMS:
        return "joiners.comparative" if _takes_comparative(left, right) else ""
    return _copula_rule(left, right)


def _takes_plural(left: str) -> bool:
    if left.endswith(_PLURAL_ENDINGS) or left in AFTER_VERB:
        return False
    return left in HOSTS_OF_PLURALS or (len(left) > 1 and not load().get(left) & FUNCTION)


def _takes_comparative(left: str, right: str) -> bool:
    if len(left) < 2 or left.endswith(("تر", "ترین")) or left in AFTER_VERB:
        return False
    value = load().get(left)
    if value & ADJECTIVE:
        return True
    return right == "ترین" and not value & FUNCTION and not left.endswith(_PLURAL_ENDINGS)


def _copula_rule(left: str, right: str) -> str:
    if len(left) < 2 or (left not in PLURALS and load().get(left) & FUNCTION):
        return ""
    if left[-1] == HEH and (right == "اند" or not left.endswith(SOUNDED_HEH)):
        return "joiners.heh" if right in COPULAS else "joiners.possessive"
    if left[-1] == YEH and (right in POSSESSIVES or right == "ای"):
        return "" if left.endswith("ای") and right in AFTER_LONG_YEH else "joiners.possessive"
    return ""


def _pair_rule(left: str, right: str) -> str | None:
    if left[-1] in NON_JOINING:
        return ""
    value = _pair_value(left, right)
    if value & JOINED:
        return "joiners.compound"
    if value & OPEN:
        return None
    if value & LIKELY:
        return "joiners.likely-compound"
    if value & APART:
        return ""
    return "joiners.productive" if _is_productive(left, right) else ""


def _is_productive(left: str, right: str) -> bool:
    get = load().get
    if (
        right[-1] in "مش"
        or get(right) & FREE
        or not get(stem(right)) & PRODUCTIVE
        or left.endswith(_INFLECTED)
    ):
        return False
    return get(left) & (WORD | FUNCTION) == WORD


def _pair_value(left: str, right: str) -> int:
    """Return what the table says about the pair, or else about the pair without its inflection."""
    table = load()
    value = table.find(pair_key(left, right))
    alone = table.get(right)
    if value or alone & FREE or (alone & VERB and right.endswith("م")):
        return value
    return table.find(stem_pair_key(left, right))


def _is_adjective(value: int, right: str, after: str) -> bool:
    if right[-1] == HAMZA_ABOVE or after in AFTER_ADJECTIVE:
        return True
    return bool(value & NOT_VERBAL) and after not in AFTER_VERB
