"""Compounds that were written without their joiner and have an ending that is in one with them: «دانشآموزها», «فیلمبردارانه»."""

from __future__ import annotations

from ...chars import HEH, NON_JOINING
from ...lexicon import load
from ...lexicon.flags import cuts
from . import ids
from .affixes import COMPARATIVES, COPULAS, PLURALS
from .living import Split

SHORT_PLURALS = tuple(sorted(plural for plural in PLURALS if len(plural) < 6))
#: those that are in one with their word only behind a letter that joins no other
_BEHIND_NON_JOINING = frozenset((*SHORT_PLURALS, *COMPARATIVES))
INFLECTIONS = ("هٔ", "ٔ", "ی", "ان", "انی", "م", "ش", "شان", "انه", "انهٔ", *sorted(_BEHIND_NON_JOINING))
#: inflections that take the place of a heh
FOR_HEH = ("گان", "گی", "گانی")


def inflected_compound(word: str) -> tuple[Split, ...]:
    """Return the split points of a word of which the table knows a form without its last ending."""
    for ending in INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) > 3:
            host = word[: -len(ending)]
            if ending in _BEHIND_NON_JOINING and host[-1] not in NON_JOINING:
                continue  # «دانشآموزها»
            places = cuts(load().get(host))
            if places and host[places[-1] :] not in COPULAS:
                return tuple((place, ids.GLUED_COMPOUND) for place in places)
    for ending in FOR_HEH:
        if word.endswith(ending) and len(word) > 6:
            places = cuts(load().get(word[: -len(ending)] + HEH))
            if places:
                return tuple((place, ids.GLUED_COMPOUND) for place in places)
    return ()
