"""Spoken words that hasty typing ran together with others behind a letter that does not join: دختراگه, چیکارکنم."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ..cache import BoundedCache
from ..chars import NON_JOINING, ZWNJ
from ..lexicon import load
from ..lexicon.flags import COMMON, WORD
from .nouns import Formal

_NOT_JOINING = frozenset(NON_JOINING)
#: longest word that is looked at, and how many words it may hold
_LONGEST, _MOST = 30, 4
#: short words that others are often stuck to
_STUCK = frozenset("و از در را رو با تا یا هر که به بی ما تو او آن این هم چه سر بود شد کرد".split())
#: spoken words that other words end in: «زورکیه», «زادیه»
_ENDINGS = frozenset("چیه کیه".split())
#: spoken words of three letters that are surely none of another word's
_SHORT = frozenset("اگه مگه اون".split())
#: what becomes of a spoken word by itself
Judge = Callable[[str], Formal | None]
#: what a piece of a word may be
_NOTHING, _KNOWN, _SPOKEN = range(3)


def apart(word: str, judge: Judge) -> Formal | None:
    """Return the words that were run together in *word*, each made formal; None if none of them is spoken.

    *word* is none of the lexicon; *judge* knows the words and verbs that are surely spoken.
    """
    if not 4 < len(word) <= _LONGEST or ZWNJ in word:
        return None
    inner = [at for at in range(1, len(word) - 1) if word[at - 1] in _NOT_JOINING]
    if not inner or not _holds_spoken(word, inner, judge):
        return None
    kinds = BoundedCache(partial(_kind, judge=judge), _LONGEST**2)
    rows = [row for row in _rows(word, kinds, _MOST) if any(kinds[piece] == _SPOKEN for piece in row)]
    if not rows:
        return None
    best = min(rows, key=lambda row: (len(row), -min(map(len, row))))
    return Formal(" ".join(_formal(best, judge)), "informal-space", False)


def _holds_spoken(word: str, inner: list[int], judge: Judge) -> bool:
    """Return whether a piece of *word* between two of its bounds, of which *inner* lie inside, is spoken."""
    ends = [*inner, len(word)]
    for start in (0, *inner):
        for end in ends:
            if end - start > 2 and (start or end < len(word)) and _spoken(word[start:end], judge):
                return True
    return False


def _rows(word: str, kinds: BoundedCache[str, int], most: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which *word* is a row of two to *most* words, one of them spoken or all known."""
    for at in range(1, len(word) - 1):
        if word[at - 1] not in _NOT_JOINING or not kinds[word[:at]]:
            continue
        first, rest = word[:at], word[at:]
        if kinds[rest]:
            yield first, rest
        if most > 2:
            for row in _rows(rest, kinds, most - 1):
                yield first, *row


def _kind(piece: str, judge: Judge) -> int:
    if _spoken(piece, judge):
        return _SPOKEN
    if piece in _STUCK:
        return _KNOWN
    value = load().get(piece) if len(piece) > 2 else 0
    return _KNOWN if value & WORD and value & COMMON else _NOTHING


def _spoken(piece: str, judge: Judge) -> bool:
    """Return whether *piece* is surely a word of speech, and no part of another word by chance."""
    is_long = len(piece) > 3 or piece in _SHORT
    found = judge(piece) if is_long and piece not in _ENDINGS else None
    return found is not None and found.certain


def _formal(row: tuple[str, ...], judge: Judge) -> Iterator[str]:
    for place, piece in enumerate(row):
        if piece == "رو" and place:
            yield "را"
        else:
            found = judge(piece)
            yield found.text if found and found.certain else piece
