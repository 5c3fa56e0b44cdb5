"""The ids of the joiner rules, as constants, so that a misspelt one is an error."""

from __future__ import annotations

from typing import Final

VERB: Final = "joiners.verb"
PLURAL: Final = "joiners.plural"
COMPARATIVE: Final = "joiners.comparative"
HEH: Final = "joiners.heh"
POSSESSIVE: Final = "joiners.possessive"
COMPOUND: Final = "joiners.compound"
PARTICIPLE: Final = "joiners.participle"
GLUED_COMPOUND: Final = "joiners.glued-compound"
LIKELY_COMPOUND: Final = "joiners.likely-compound"
PRODUCTIVE: Final = "joiners.productive"
GLUED_PRODUCTIVE: Final = "joiners.glued-productive"
STRIPPED: Final = "joiners.stripped-compound"
#: all of them, in the order of `rules.RULES`
ALL = (
    VERB,
    PLURAL,
    COMPARATIVE,
    HEH,
    POSSESSIVE,
    COMPOUND,
    PARTICIPLE,
    GLUED_COMPOUND,
    LIKELY_COMPOUND,
    PRODUCTIVE,
    GLUED_PRODUCTIVE,
    STRIPPED,
)
#: those that are often right, not nearly always
LIKELY = frozenset({LIKELY_COMPOUND})
#: the rules that cut words
CUTTING = (VERB, PLURAL, COMPARATIVE, HEH, POSSESSIVE, GLUED_COMPOUND, GLUED_PRODUCTIVE)
