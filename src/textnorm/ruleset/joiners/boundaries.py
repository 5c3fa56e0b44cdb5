"""Whether a joiner belongs between two words that a space keeps apart."""

from __future__ import annotations

from ...chars import HAMZA_ABOVE, HEH, NON_JOINING, YEH
from ...lexicon import load, pair_key, stem, stem_pair_key
from ...lexicon.flags import (
    ADJECTIVE,
    APART,
    FREE,
    FUNCTION,
    IN_CONTEXT,
    JOINED,
    LEFT,
    LEFT_OF_FREE,
    LIKELY,
    PARTICIPLE,
    PRODUCTIVE,
    RIGHT,
    RIGHT_AS_FREE,
    STEM_FERTILE,
    STEM_PRODUCTIVE,
    STEM_RIGHT,
    VERB,
    WORD,
    After,
    joined_in,
)
from . import ids
from .affixes import (
    AFTER_HA,
    AFTER_LONG_YEH,
    COMPARATIVE_FORMS,
    COMPARATIVES,
    COPULAS,
    HOSTS_OF_HAST,
    HOSTS_OF_PLURALS,
    PLURALS,
    POSSESSIVES,
    SOUNDED_HEH,
    VERB_ENDINGS,
    VERB_PREFIXES,
)
from .pair_context import BESIDE_LETTER, BOUND, CLASS, LETTERS, PREPOSED, WINE, context_class

SUFFIXES = PLURALS | COMPARATIVES | COMPARATIVE_FORMS | COPULAS | POSSESSIVES

#: what a joiner holds to a suffix
_BEHIND_SUFFIXES = SUFFIXES | AFTER_HA


class LeftRole:
    """What the end of a word asks of the next word; two bits for the scan. Numbers, since an enumeration takes long to make."""

    NONE = 0  #: nothing: از
    OPENS = 1  #: begins joined pairs: دانش
    OPENS_ALL = 2  #: begins some with a word that mostly stands free, or a verb: پیاده
    PREFIX = 3  #: stands before a verb: می


class RightRole:
    """What the start of a word offers to the word before it; two more bits."""

    NONE = 0  #: nothing: از
    CLOSES = 4  #: ends joined pairs: آموز
    CLOSES_FREE = 8  #: ends some, though it mostly stands free: رو
    SUFFIX = 12  #: is an ending: ها


LEFT_ROLE, RIGHT_ROLE = 3, 12  #: the bits of each
#: the same under names that are looked up sooner, for functions that are called for each new word
_OPENS, _OPENS_ALL, _PREFIX = LeftRole.OPENS, LeftRole.OPENS_ALL, LeftRole.PREFIX
_CLOSES, _CLOSES_FREE, _SUFFIX = RightRole.CLOSES, RightRole.CLOSES_FREE, RightRole.SUFFIX

#: the endings of a host that has its plural: the same for «کار ها» in pieces and for «کارها» in one
_MERGING = tuple(sorted(PLURALS | COMPARATIVES | COMPARATIVE_FORMS))
INFLECTED = (HAMZA_ABOVE, *_MERGING)
_PLURAL_ENDINGS = ("ها", "های", "هایی")
#: the classes of verbs
_VERBS = frozenset((After.VERB, After.PREFIX, After.HAVE))
#: the classes of words that make a verb of the participle before them
_OF_SENTENCES = frozenset((After.BE, After.PREFIX, After.CLITIC))
#: words that no suffix follows: verbs, the ends of clauses
_NO_HOSTS = frozenset((After.BE, After.CLAUSE, After.CLITIC, After.ARTICLE, After.END))


def role(head: tuple[str, ...], tail: tuple[str, ...]) -> int:
    """Return the bits of a word by the first of its morphemes in *head* and the last of those in *tail*."""
    get = load().get
    found = opening(tail[-1], get(tail[-1])) if tail else 0
    if found == _PREFIX and len(tail) > 1:
        found = 0  # «کند‌می بارید»: a joiner holds می to the word before it
    if not head or (head[0] in SUFFIXES and not _BEHIND_SUFFIXES.issuperset(head[1:])):
        return found  # «نشانی ای‌میل»: a joiner holds «ای» to the word behind it
    return found | closing(head[0], get(head[0]))


def role_of_word(word: str, value: int) -> int:
    """Return the same for a word of the lexicon, where it has this *value*."""
    return opening(word, value) | closing(word, value)


def opening(last: str, value: int) -> int:
    """Return the role of the last morpheme of a word for the word behind it."""
    if last in VERB_PREFIXES:
        return _PREFIX
    return _OPENS_ALL if value & LEFT_OF_FREE or last in LETTERS else _OPENS if value & LEFT else 0


def closing(first: str, value: int) -> int:
    """Return the role of the first morpheme of a word for the word before it."""
    if first in SUFFIXES:
        return _SUFFIX
    if first in LETTERS:
        return _CLOSES_FREE
    if value & FREE:
        return _CLOSES_FREE if value & RIGHT_AS_FREE else 0
    if value & WORD:
        return _SUFFIX if value & STEM_PRODUCTIVE else _CLOSES if value & STEM_RIGHT else 0
    value = load().get(stem(first))
    return _SUFFIX if value & PRODUCTIVE else _CLOSES if value & RIGHT else 0


def rule_between(left: str, right: str) -> str | None:
    """Return the rule that joins *left* and *right*, "" for none, None when a neighbour decides.

    Both are morphemes: pieces of words as they stand once every joiner is in place, so that the answer is the
    same before and after the other boundaries are decided.
    """
    if not left or not right:
        return ""
    if right in SUFFIXES:
        return _suffix_rule(left, right) or _pair_rule(left, right)
    if left in VERB_PREFIXES:
        return (None if left == "می" else ids.VERB) if _is_verb(right) else ""
    return _pair_rule(left, right)


def rule_in_context(left: str, right: str, context: int) -> str:
    """Return the rule for a pair that a neighbour decides, by its `context_class`.

    The neighbour is the morpheme before *left* if that is می, else the morpheme behind *right*; behind a preposition
    nothing is a compound before a verb: «با برف بازی کردیم».
    """
    if left in VERB_PREFIXES:
        return "" if context & WINE else ids.VERB
    if context & BESIDE_LETTER and left in LETTERS and right in LETTERS:
        return ids.COMPOUND
    after = context & CLASS
    value = _pair_value(left, right)
    if not value and load().get(right) & PARTICIPLE and _is_productive(left, right):
        is_verb = after in _OF_SENTENCES or context & PREPOSED  # «کاشان زاده شد», but «رستم زاده آمد»
        return "" if is_verb else ids.PRODUCTIVE
    is_joined = right[-1] == HAMZA_ABOVE or (
        joined_in(value, after) and (not context & BOUND or joined_in(value, After.BOUND))
    )
    if not is_joined or (after in _VERBS and context & PREPOSED):
        return ""
    return ids.PARTICIPLE if load().get(right.rstrip(HAMZA_ABOVE)) & PARTICIPLE else ids.COMPOUND


def _is_verb(right: str) -> bool:
    value = load().get(right)
    if value & (VERB | WORD):
        return bool(value & VERB)
    return len(right) > 2 and right.endswith(VERB_ENDINGS) and not right.endswith(_MERGING)


def _suffix_rule(left: str, right: str) -> str:
    if right in PLURALS:
        takes = left in HOSTS_OF_HAST if right == "هاست" else _takes_plural(left)
        return ids.PLURAL if takes else ""
    if right in COMPARATIVES or right in COMPARATIVE_FORMS:
        return ids.COMPARATIVE if _takes_comparative(left, right) else ""
    return _copula_rule(left, right)


def _is_no_host(left: str) -> bool:
    return context_class(left) & CLASS in _NO_HOSTS


def _takes_plural(left: str) -> bool:
    if left.endswith(_PLURAL_ENDINGS) or _is_no_host(left):
        return False
    return left in HOSTS_OF_PLURALS or (len(left) > 1 and not load().get(left) & FUNCTION)


def _takes_comparative(left: str, right: str) -> bool:
    if len(left) < 2 or left.endswith(("تر", "ترین")) or _is_no_host(left):
        return False
    value = load().get(left)
    if value & ADJECTIVE:
        return True
    return right == "ترین" and not value & FUNCTION and not left.endswith(_PLURAL_ENDINGS)


def _copula_rule(left: str, right: str) -> str:
    if len(left) < 2 or (left not in PLURALS and load().get(left) & FUNCTION):
        return ""
    if left[-1] == HEH and (right == "اند" or not left.endswith(SOUNDED_HEH)):
        return ids.HEH if right in COPULAS else ids.POSSESSIVE
    if left == "های" and right in AFTER_LONG_YEH:
        return ids.POSSESSIVE  # of «خواب های تان» all is joined, and not its half
    if (
        left[-1] == YEH
        and right == "ای"
        and load().get(left) & (VERB | STEM_PRODUCTIVE | STEM_FERTILE) == VERB
    ):
        return ""  # «آمدی ای دوست»
    if left[-1] == YEH and (right in POSSESSIVES or right in ("ای", "اند")):
        return "" if left.endswith("ای") and right in AFTER_LONG_YEH else ids.POSSESSIVE
    return ""


def _pair_rule(left: str, right: str) -> str | None:
    if left[-1] in NON_JOINING:
        return ""
    value = _pair_value(left, right)
    if value & JOINED:
        return ids.COMPOUND
    if value & IN_CONTEXT or (left in LETTERS and right in LETTERS):
        return None
    if value & LIKELY:
        return ids.LIKELY_COMPOUND
    if value & APART:
        return ""
    if not _is_productive(left, right):
        return ""
    return None if load().get(right) & PARTICIPLE else ids.PRODUCTIVE


def _is_productive(left: str, right: str) -> bool:
    get = load().get
    if (
        right[-1] in "مش"
        or get(right) & FREE
        or not get(stem(right)) & PRODUCTIVE
        or left.endswith(INFLECTED)
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
