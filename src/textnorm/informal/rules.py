"""The family ``informal``: words of speech made formal, each judged by itself and then with its neighbours.

A word that is spoken and nothing else is always made formal. One that may be formal as well is made so only near a
spoken one, or among three such words or two of different kinds, and where its neighbours allow it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache, partial
from itertools import compress, pairwise

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, ZWNJ
from ..edits import Edit, shifted
from ..lazy import lazy_pattern
from ..script.segments import is_calm, persian_spans
from .neighbours import Near
from .nouns import Formal
from .tokens import Token, token

_WORD = lazy_pattern(f"([{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]+)")
_LINE = lazy_pattern("[^\n\r]+")
#: longer lines are not cached, so that a hostile text does not fill the memory; how many are
_SHORT, _MOST = 600, 1 << 12
#: how far a spoken word is heard, and how close three stand that may be spoken, or two by different rules, in characters
NEAR, CLOSE, CLOSEST = 200, 100, 30
#: rules whose words are seldom spoken by chance, beside one of another rule («شخصیتا رو»)
_TELLING = frozenset(("informal-plural", "informal-possessive"))
#: the place of a word, its end, and what it may become
_Found = tuple[int, int, Formal]
#: a line: what stands between its words and the words, in turn, and what each word may become
_Read = tuple[list[str], list[Token | None]]


def find_formal(text: str, remember: bool = True) -> list[Edit]:
    """Return the edits that make the spoken words of *text* formal; lines that come again are remembered."""
    return list(_of_short_text(text)) if remember and len(text) <= _SHORT else _of_text(text, remember)


def _of_text(text: str, remember: bool) -> list[Edit]:
    read = _read(text) if len(text) <= _SHORT else None
    if read is not None:
        if not any(read[1]):
            return []
        is_line = "\n" not in text and "\r" not in text
        if is_line and (is_calm(text) or persian_spans(text) == [(0, len(text))]):
            return _of_read(*read)
    spans = persian_spans(text)
    edits: list[Edit] = []
    for start, end in spans:
        for match in _LINE.finditer(text, start, end):
            line, base = match[0], match.start()
            found = _of_short_line(line) if remember and len(line) <= _SHORT else _of_line(line)
            edits += shifted(found, base)
    return edits


def _read(line: str) -> _Read:
    pieces = _WORD.split(line)
    return pieces, list(map(token, pieces[1::2]))


def _of_line(line: str) -> list[Edit]:
    """Return the edits of one line, or of the part of it that is Persian: nothing outside of it takes part."""
    pieces, tokens = _read(line)
    return _of_read(pieces, tokens) if any(tokens) else []


def _of_read(pieces: list[str], tokens: list[Token | None]) -> list[Edit]:
    found = _candidates(pieces, tokens)
    if not found:
        return []
    return [(at, end, formal.text, formal.rule) for at, end, formal in compress(found, _heard(found))]


def _heard(found: list[_Found]) -> list[bool]:
    """Return for each word whether it is spoken: by itself, near one that is, or among those that may be."""
    starts = [at for at, _, _ in found]
    sure = [at for at, _, formal in found if formal.certain]
    if sure and starts[-1] - starts[0] <= NEAR:
        return [True] * len(starts)
    heard = []
    for at in starts:
        place = bisect_left(sure, at)
        heard.append(any(abs(at - other) <= NEAR for other in sure[max(0, place - 1) : place + 1]))
    for first in range(len(starts) - 2):
        if starts[first + 2] - starts[first] <= CLOSE:
            heard[first : first + 3] = [True] * 3
    for first, ((at, _, one), (other_at, _, other)) in enumerate(pairwise(found)):
        if (
            other_at - at <= CLOSEST
            and one.rule != other.rule
            and not _TELLING.isdisjoint((one.rule, other.rule))
        ):
            heard[first : first + 2] = [True] * 2
    return heard


#: a text is looked at again after every change, so that its lines come again at once
_of_short_line = lru_cache(maxsize=_MOST)(_of_line)
_of_short_text = lru_cache(maxsize=_MOST)(partial(_of_text, remember=False))


def _candidates(pieces: list[str], tokens: list[Token | None]) -> list[_Found]:
    """Return the words of a line that may be made formal, each as its neighbours allow."""
    words, gaps = pieces[1::2], pieces[::2]
    found = []
    for i, known in compress(enumerate(tokens), tokens):
        formal, look = known  # type: ignore[misc]
        if look is not None:
            formal = look(words[i], formal, Near(words, gaps, i))
        if formal is not None and formal.text != words[i]:
            found.append((2 * i + 1, formal))
    places, place, done = [], 0, 0
    for i, formal in found:
        place += sum(map(len, pieces[done:i]))
        done = i
        places.append((place, place + len(pieces[i]), formal))
    return places
