"""The family ``informal``: words of speech made formal, each judged by itself and then with its neighbours.

A word that is spoken and nothing else is always made formal. One that may be formal as well is made so only near a
spoken one, or among three such words, and where its neighbours allow it.
"""

from __future__ import annotations

from bisect import bisect_left
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
#: how far a spoken word is heard, and how close three stand that may be spoken, in characters
NEAR, CLOSE = 200, 100
#: a word, its place, and what it may become
_Found = tuple[int, int, Formal]


def find_formal(text: str, remember: bool = True) -> list[Edit]:
    """Return the edits that make the spoken words of *text* formal; lines that come again are remembered."""
    edits: list[Edit] = []
    for start, end in persian_spans(text):
        for match in _LINE.finditer(text, start, end):
            line, base = match[0], match.start()
            found = _of_short_line(line) if remember and len(line) <= _SHORT else _of_line(line)
            edits += shifted(found, base) if found else ()
    return edits


def _of_line(line: str) -> tuple[Edit, ...]:
    """Return the edits of one line, or of the part of it that is Persian: nothing outside of it takes part."""
    found = list(_candidates(line))
    heard = _heard(found) if found else ()
    return tuple(
        (at, stop, formal.text, formal.rule)
        for (at, stop, formal), is_heard in zip(found, heard, strict=False)
        if is_heard
    )


def _heard(found: list[_Found]) -> list[bool]:
    """Return for each word whether it is spoken: by itself, near one that is, or among three that may be."""
    starts = [at for at, _, _ in found]
    sure = [at for at, _, formal in found if formal.certain]
    heard = []
    for at in starts:
        place = bisect_left(sure, at)
        heard.append(any(abs(at - other) <= NEAR for other in sure[max(0, place - 1) : place + 1]))
    for first in range(len(starts) - 2):
        if starts[first + 2] - starts[first] <= CLOSE:
            heard[first : first + 3] = [True] * 3
    return heard


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
