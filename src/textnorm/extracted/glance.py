"""One quick look at a text by the native core: what in it may call for a rule. Without a core everything may.

Each clue is a pattern that is found wherever its rule finds something, and seldom elsewhere; `automaton` makes one automaton
of all of them, when the tables of the core are made.
"""

from __future__ import annotations

from functools import cache

from ..core import native_module, table
from .last import last

#: what a text may hold, a bit each
(
    CONTROL,
    HYPHENS,
    READER_SIGN,
    FONT_GAP,
    FORM,
    TURNED_LETTERS,
    LOOSE,
    SIGN,
    DIGIT,
    GLUED,
    GLUE,
    HAMZA,
    TANVIN,
    NAMELESS,
) = (1 << n for n in range(14))
#: bits of clues in a row of the automaton; behind them stands where the row of the next state begins
CLUE_BITS = 14
EVERYTHING = -1


def often(clue: int) -> int:
    """Return the bit of a clue that stands in a text as often as `enough` tells."""
    return clue << CLUE_BITS


def enough(text: str) -> int:
    """Return how often a clue stands in `text` that its damage has left all over it.

    >>> enough("باد"), enough("باد " * 3000)
    (3, 8)
    """
    return max(_FEWEST, len(text) // _CHARACTERS)


#: those that only count in a text which other evidence has proven to come out of a PDF file
OF_PDF = GLUE | TANVIN
#: the commonest words of Persian, written backwards: one of them stands in nearly every line in visual order
BACKWARDS = (" هب ", " هک ", " زا ", " ار ", " نیا ", "تسا ", " یم ", "دوب ", "هدش ", "نآ ")
#: endings that are written on to Latin words
ENDINGS = ("ها", "ی", "ای", "های", "هایی", "ام", "ات", "اش")
#: letters of a word that may hold several
LONG_WORD = 16
#: a clue that most texts of some length hold by chance says something where it stands often: the fewest times, and one of
#: how many characters; and up to which length one is enough
_FEWEST, _CHARACTERS, SHORT = 3, 1_500, 2_000
#: a character that no clue tells apart from others
ANY_OTHER = "\u4e00"


@last(4)
def calls(text: str) -> int:
    """Return which clues stand in `text`, once and often; its start counts as the start of a line.

    What calls for another order of words counts in a long text only where it stands often.
    """
    core = native_module()
    if core is None:
        return EVERYTHING
    found = int(core.clues(text, *_automaton(), enough(text)))
    return found if len(text) <= SHORT or found & often(LOOSE) else found & ~LOOSE


def all_calls(text: str) -> int:
    """Return which clues stand in `text`; each of them may stand often in the text that it is a part of."""
    core = native_module()
    return EVERYTHING if core is None else int(core.clues(text, *_automaton(), 1))


@cache
def _automaton() -> tuple[memoryview, memoryview, int]:
    """Return the column of each character below U+10000, the rows of all states, and the state in the middle of a line."""
    columns, rows = table("glance_columns"), table("glance_rows")
    return columns, rows, rows.cast("I")[columns[ord(ANY_OTHER)]] >> CLUE_BITS
