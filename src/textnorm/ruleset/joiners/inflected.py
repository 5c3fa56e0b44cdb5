"""Words with an ending that is in one with them: compounds without their joiner, «دانشآموزها», «فیلمبردارانه», and words in «ها», «تنهاست»."""

from __future__ import annotations

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
    for ending in INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) > 3:
            host = word[: -len(ending)]
            if ending in _BEHIND_NON_JOINING and host[-1] not in NON_JOINING:
                continue  # «دانشآموزها»
            places = _cuts(host, rule)
            if places and host[places[-1] :] not in COPULAS:
                return tuple((place, rule) for place in places)
    for ending in FOR_HEH:
        if word.endswith(ending) and len(word) > 6:
            places = _cuts(word[: -len(ending)] + HEH, rule)
            if places:
                return tuple((place, rule) for place in places)
    return ()


def _cuts(host: str, rule: str) -> tuple[int, ...]:
    value = load().get(host)
    return cuts(value) if bool(value & WORD) == (rule == ids.STRIPPED) else ()
