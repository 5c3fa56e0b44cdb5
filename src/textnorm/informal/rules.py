"""The family ``informal``: words of speech made formal, each judged by itself and then with its neighbours.

A word that is spoken and nothing else is always made formal. One that may be formal as well is made so only on a
line that holds a spoken one beside it, and where its neighbours allow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, ZWNJ
from ..edits import Edit, shifted
from ..lazy import lazy_pattern
from ..script.segments import persian_spans
from .neighbours import Near
from .nouns import Formal
from .tokens import token

_WORD = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]+")
_LINE = lazy_pattern("[^\n\r]+")
#: longer lines are not cached, so that a hostile text does not fill the memory
_SHORT = 600
#: a word, its place, and what it may become
_Found = tuple[int, int, Formal]


def find_formal(text: str) -> list[Edit]:
    """Return the edits that make the spoken words of *text* formal."""
    edits: list[Edit] = []
    for start, end in persian_spans(text):
        for match in _LINE.finditer(text, start, end):
            line, base = match[0], match.start()
            found = _of_short_line(line) if len(line) <= _SHORT else _of_line(line)
            edits += shifted(found, base) if found else ()
    return edits


def _of_line(line: str) -> tuple[Edit, ...]:
    """Return the edits of one line, or of the part of it that is Persian: nothing outside of it takes part."""
    found = list(_candidates(line))
    spoken = any(formal.certain for _, _, formal in found)
    return tuple(
        (at, stop, formal.text, formal.rule) for at, stop, formal in found if spoken or formal.certain
    )


#: a text is looked at again after every change, so that its lines come again at once
_of_short_line = lru_cache(maxsize=4_096)(_of_line)


def _candidates(line: str) -> Iterator[_Found]:
    words = _WORD.findall(line)
    tokens = list(map(token, words))
    if not any(tokens):
        return
    places = [match.span() for match in _WORD.finditer(line)]
    last = len(words) - 1
    for i, found in enumerate(tokens):
        if found is None:
            continue
        (at, stop), (formal, look) = places[i], found
        if look is not None:
            before = words[i - 1] if i and line[places[i - 1][1] : at] == " " else ""
            after = words[i + 1] if i < last and line[stop : places[i + 1][0]] == " " else ""
            comma = line[stop : stop + 2].lstrip().startswith("،")
            formal = look(
                words[i], formal, Near(before, after, tuple(words[max(0, i - 4) : max(0, i - 1)]), comma)
            )
        if formal is not None and formal.text != words[i]:
            yield at, stop, formal
