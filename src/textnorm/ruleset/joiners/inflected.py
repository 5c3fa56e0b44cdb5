"""Words with an ending that is in one with them: compounds without their joiner, «دانشآموزها», «فیلمبردارانه», and words in «ها», «تنهاست»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...chars import HEH, NON_JOINING
from ...lexicon import load
from ...lexicon.flags import WORD, cuts
from . import ids
from .affixes import AFTER_HA, COMPARATIVES, COPULAS, PLURALS
from .living import Split

SHORT_PLURALS = tuple(sorted(plural for plural in PLURALS if len(plural) < 6))
#: those that are in one with their word only behind a letter that joins no other
_BEHIND_NON_JOINING = frozenset((*SHORT_PLURALS, *COMPARATIVES))
INFLECTIONS = ("هٔ", "ٔ", "ی", "ان", "انی", "م", "ش", "شان", "انه", "انهٔ", *sorted(_BEHIND_NON_JOINING))
#: the same by their last letter, in the same order
_BY_LETTER = {
    letter: tuple(ending for ending in INFLECTIONS if ending[-1] == letter)
    for letter in {ending[-1] for ending in INFLECTIONS}
}
#: what the plural begins with, and some words end in
HA = "ها"
#: inflections that take the place of a heh
FOR_HEH = ("گان", "گی", "گانی")


def is_of_ha(word: str) -> bool:
    """Return whether a word is one in «ها», which is no plural, with an ending: «تنهاست» is no «تن‌هاست»."""
    end = word.rfind(HA) + len(HA)
    if word[end:] not in AFTER_HA or end <= len(HA) or word[end - 3] in NON_JOINING:
        return False
    return bool(load().get(word[:end]) & WORD)


def inflected_compound(word: str, rule: str = ids.GLUED_COMPOUND) -> tuple[Split, ...]:
    """Return the split points of a word of which the table cuts a form without its last ending; that form is a word only for STRIPPED."""
    places = _cuts_of_hosts(word)[rule == ids.STRIPPED]
    return tuple((place, rule) for place in places) if places else ()


@lru_cache(maxsize=1 << 8)
def _cuts_of_hosts(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the table cuts the first form without an ending that is no word, and the first one that is a word."""
    found: list[tuple[int, ...]] = [(), ()]
    for host, may_end_in_copula in _hosts(word):
        value = load().get(host)
        places, is_word = cuts(value), bool(value & WORD)
        if places and not found[is_word] and (may_end_in_copula or host[places[-1] :] not in COPULAS):
            found[is_word] = places
    return found[False], found[True]


def _hosts(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms that a word may be without its ending, and whether a copula may be their last half."""
    for ending in _BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            host = word[: -len(ending)]
            if ending not in _BEHIND_NON_JOINING or host[-1] in NON_JOINING:  # «دانشآموزها»
                yield host, False
    for ending in FOR_HEH if word.endswith(FOR_HEH) else ():
        if word.endswith(ending) and len(word) > 6:
            yield word[: -len(ending)] + HEH, True
