"""What the table says about a string: one bit for each fact, and two places for cuts."""

from __future__ import annotations

WORD = 1 << 0  #: a word of the language, safe to leave alone
RARE = 1 << 1  #: stands in the source word list only, where noise stands too
VERB = 1 << 2  #: a verb form that می and نمی may precede
PARTICIPLE = 1 << 3  #: a past participle in heh (رفته)
ADJECTIVE = 1 << 4  #: takes تر
FUNCTION = 1 << 5  #: a function word: hosts no suffix
LEFT = 1 << 6  #: begins a joined pair
RIGHT = 1 << 7  #: ends a joined pair, under the stem of the word
JOINED = 1 << 8  #: a pair that is written with a joiner
LIKELY = 1 << 9  #: a pair that is more often written with a joiner than not
APART = 1 << 10  #: a pair that is written with a space
PRODUCTIVE = 1 << 11  #: makes new compounds as their second half, under the stem of the word
COMMON = 1 << 12  #: seen in running text
OPEN = 1 << 13  #: a pair with a participle: joined before a word that shows an adjective
NOT_VERBAL = 1 << 14  #: a pair with a participle: joined unless a verb follows
FREE = 1 << 15  #: a word that often stands behind a space, on its own
LEFT_OF_FREE = 1 << 16  #: begins a joined pair whose second half is such a word
RIGHT_AS_FREE = 1 << 17  #: such a word that ends a joined pair
STEM_RIGHT = 1 << 18  #: a word whose stem ends a joined pair: it need not be asked for
STEM_PRODUCTIVE = 1 << 19  #: a word whose stem makes new compounds

FIRST_CUT = 20  #: where the first cut of a glued compound is kept (6 bits)
SECOND_CUT = 26  #: where the second one is (6 bits)


def cuts(value: int) -> tuple[int, ...]:
    """Return the places where the glued compound with this value takes a joiner."""
    places = (value >> FIRST_CUT & 63, value >> SECOND_CUT & 63)
    return tuple(place for place in places if place)


def with_cuts(places: tuple[int, ...]) -> int:
    """Return the bits that keep at most two `places`."""
    first, second = (*places, 0, 0)[:2]
    return first << FIRST_CUT | second << SECOND_CUT
