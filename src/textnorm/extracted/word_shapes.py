"""Where words begin and end as the shapes of their letters show it: a letter in its final form is the last one of a word.

Some readers give the shapes of the letters and lose the spaces and half-spaces between words, or set them one letter too
early. Where these stood, the shapes tell by themselves, in either order of the letters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..lexicon.table_keys import words
from ..ruleset.extracted.known import is_piece
from ..ruleset.extracted.visual import BY_KIND, TO_LAST, TO_NEXT, plain
from .clues import clues
from .glued_words import unjoined_places
from .hinted_patterns import OF_SHAPES, HintedPattern, hinted_pattern
from .judged_lines import lines_of

RULE = "word-shape"
#: letters that no other one joins, and that end a word all the same
_LAST = "\N{ARABIC LETTER HEH WITH YEH ABOVE}\N{ARABIC LETTER TEH MARBUTA}"
#: lost gaps that prove the fault, at the least; and how much more the shapes must say for one order of the letters
_LEAST, _CLEARLY = 3, 2
#: spaces to each lost gap, at the most, where spaces were lost: of a text, and of a line
_SPACES, _SPACES_OF_LINE = 3.5, 3
#: words beside which no half-space stands
_FREE_LEFT = words("و در از که را است برای بود شد")
_FREE_RIGHT = _FREE_LEFT | words("به با این آن هر یک")
_LETTERS = f"{ARABIC_LETTERS}{ARABIC_MARKS}"
_SPACE = lazy_pattern(r"(?<=\S) (?=\S)")
_RUN = lazy_pattern(f"[{_LETTERS}]{{4,}}")
_BEFORE, _BEHIND = lazy_pattern(f"[{_LETTERS}]{{1,20}}\\Z"), lazy_pattern(f"[{_LETTERS}]{{1,20}}")


#: where a line begins and ends, and where its gaps end
_Line = tuple[int, int, list[int]]


class _Patterns(NamedTuple):
    """Of one order of the letters: where a gap was lost behind the shape of a letter, the same behind one without a shape too,
    such letters inside of words, and where a space stands inside of a word."""

    lost: HintedPattern
    lost_anywhere: re.Pattern[str]
    bare_in_word: re.Pattern[str]
    odd: HintedPattern


def find_word_shapes(text: str) -> list[Edit]:
    """Return the edits that set a space, or a half-space, where a word ends, and take out spaces inside of words.

    >>> text = "ﺍﯾﻦ ﮐﺘﺎﺏﺑﻪﻣﻦﻫﻢ ﺑﺪﻩ"
    >>> [edit[:3] for edit in find_word_shapes(text)]
    [(8, 8, ' '), (10, 10, ' '), (12, 12, ' ')]
    >>> find_word_shapes("ﺍﯾﻦ ﮐﺘﺎﺏ ﺑﻪ ﻣﻦ")
    []
    """
    found = lines_of(text) if clues(text).forms else []
    logical, visual = (sum(line[side] for line in found) for side in (2, 3))
    if max(logical, visual) <= _CLEARLY * min(logical, visual):
        return []
    is_visual = visual > logical
    order = _orders()[is_visual]
    spans = [
        (start, end)
        for start, end, for_it, against, _ in found
        if (for_it < against) == is_visual or for_it == against
    ]
    lost = order.lost if order.bare_in_word.search(text) else order.lost_anywhere
    lines = list(_by_line(spans, lost, text))
    edits: list[Edit] = []
    if sum(len(places) for *_, places in lines) >= _LEAST:
        edits = [(place, place, gap, RULE) for place, gap in _gaps(text, lines, is_visual)]
    odd = [at for *_, places in _by_line(spans, order.odd, text) for at in places]
    pieces = [at for at in odd if any(map(is_piece.__getitem__, _beside(text, at, is_visual)))]
    proven = len(pieces) >= _LEAST or bool(edits)
    return sorted([*edits, *((at - 1, at, "", RULE) for at in (odd if proven else pieces))])


def _by_line(
    spans: Iterable[tuple[int, int]], gaps: HintedPattern | re.Pattern[str], text: str
) -> Iterator[_Line]:
    """Yield the lines with gaps, and where these end; no gap reaches over a line."""
    found = [gap.end() for gap in gaps.finditer(text)]
    at = 0
    for start, end in spans if found else ():
        first = bisect_right(found, start, at)
        at = bisect_right(found, end, first)
        if at > first:
            yield start, end, found[first:at]


def _gaps(text: str, lines: list[_Line], is_visual: bool) -> Iterator[tuple[int, str]]:
    """Yield where something was lost, and what: spaces where few are left in the text or the line, or half-spaces."""
    has_few = len(_SPACE.findall(text)) < _SPACES * sum(len(places) for *_, places in lines)
    for start, end, places in lines:
        is_glued = len(places) > 1 and text.count(" ", start, end) <= _SPACES_OF_LINE * len(places)
        if has_few or is_glued:
            yield from ((place, " ") for place in (*places, *_unseen(text, (start, *places, end), is_visual)))
        else:
            for place in places:
                yield place, " " if _stand_alone(*_beside(text, place, is_visual)) else ZWNJ


def _unseen(text: str, places: Sequence[int], is_visual: bool) -> Iterator[int]:
    """Yield where words end between `places` in letters of which no shape tells it."""
    for start, end in pairwise(places):
        for run in _RUN.finditer(text, start, end):
            letters = list(map(plain, run[0][::-1] if is_visual else run[0]))
            ends = dict(zip(accumulate(map(len, letters)), range(1, len(letters)), strict=False))
            for place in unjoined_places["".join(letters)]:
                if place in ends:
                    yield run.end() - ends[place] if is_visual else run.start() + ends[place]


def _beside(text: str, place: int, is_visual: bool) -> tuple[str, str]:
    """Return what stands before `place`, or the space there, and behind it up to the ends of both words, in logical order."""
    last = place - text.startswith(" ", place - 1)
    before, behind = _BEFORE.search(text, max(0, last - 20), last), _BEHIND.match(text, place)
    left, right = before[0] if before else "", behind[0] if behind else ""
    return (plain(right[::-1]), plain(left[::-1])) if is_visual else (plain(left), plain(right))


def _stand_alone(left: str, right: str) -> bool:
    """Return whether no half-space stands between two words."""
    return left in _FREE_LEFT or right in _FREE_RIGHT


@cache
def _orders() -> tuple[_Patterns, _Patterns]:
    """Return the patterns for logical order, and for the order of the page."""
    marks = f"[{ARABIC_MARKS}]*+"
    joints = f"{BY_KIND['<medial>']}{BY_KIND['<final>']}"
    finals = "".join(filter(_ends_a_word, BY_KIND["<final>"] + BY_KIND["<isolated>"]))
    bares = "".join(letter for letter in PERSIAN_LETTERS if letter not in NON_JOINING) + _LAST
    joined, final, letter, bare = (f"[{kind}]" for kind in (joints, finals, ARABIC_LETTERS, bares))
    lost = f"{final}{marks}(?={letter})(?!{joined})", f"{letter}(?<!{joined})(?={marks}{final})"
    return (
        _Patterns(
            hinted_pattern(lost[0], (None, finals, _LETTERS), group=OF_SHAPES),
            lazy_pattern(f"[{finals}{bares}]{marks}(?={letter})(?!{joined})"),
            lazy_pattern(f"{bare}(?:(?<=[{TO_NEXT}].)|(?=[{joints}{bares}]))"),
            hinted_pattern(f" (?<=[{TO_NEXT}] )(?=[{TO_LAST}])", (TO_NEXT, " ", TO_LAST), group=OF_SHAPES),
        ),
        _Patterns(
            hinted_pattern(lost[1], (None, ARABIC_LETTERS, ARABIC_MARKS + finals), group=OF_SHAPES),
            lazy_pattern(f"{letter}(?<!{joined})(?={marks}[{finals}{bares}])"),
            lazy_pattern(f"{bare}(?:(?=[{TO_NEXT}{bares}])|(?<={joined}.))"),
            hinted_pattern(f" (?<=[{TO_LAST}] )(?=[{TO_NEXT}])", (TO_LAST, " ", TO_NEXT), group=OF_SHAPES),
        ),
    )


def _ends_a_word(form: str) -> bool:
    """Return whether a final or isolated form is one of a letter that others of its word would join."""
    letter = unicodedata.normalize("NFKC", form)[-1]
    return letter in _LAST or letter not in NON_JOINING
