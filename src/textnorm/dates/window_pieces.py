"""Windows cut by one call of C: most pieces of a text have the same tokens wherever they stand, and these are remembered.

What most windows need is their shape alone, the kinds of their tokens: where no form fits it, no token is made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from textnorm import chars
from textnorm.cache import BoundedCache
from textnorm.core import native_module

from .kinds import Token
from .tokenizer import MARKS, PIECE, SPACES, classify, has_numerals, joined, leans, tokens, unjoined

#: letters that an era with signs or spaces inside may begin with
_BEGIN_ERAS = "هھہقASH"
#: stands in a shape for a piece whose tokens depend on what stands before it
_LEANS = "?"


class Piece(NamedTuple):
    """The tokens of a piece, with offsets into it, and their kinds."""

    kinds: str
    tokens: tuple[Token, ...]


def _piece(source: str) -> Piece:
    word = source.strip(SPACES)
    if (word.isalpha() and word[0] not in _BEGIN_ERAS) or (word and not word.strip(chars.DIGITS)):
        kind, size, value, key = classify(word)
        if kind:
            left = len(source) - len(word)
            return Piece(kind, (Token(kind, left, left + size, value, key),))
    if leans(source):
        return Piece(_LEANS, ())
    found = tuple(unjoined(source, 0, len(source))[0])
    return Piece("".join([token.kind for token in found]), found)


_PIECES: BoundedCache[str, Piece] = BoundedCache(_piece, 1 << 14)


class Cut(NamedTuple):
    """Where the pieces of a window begin, what they are, and the kinds of their tokens before number words are joined."""

    starts: list[int]
    pieces: list[Piece]
    shape: str

    def tokens(self) -> tuple[list[Token], str]:
        """Return the tokens and their kinds, as `tokenizer.tokens` does."""
        core = _core()
        found = _moved(*self[:2]) if core is None else core.date_tokens(Token, *self[:2])
        return joined(found) if has_numerals(self.shape) else (found, self.shape)


def _moved(starts: list[int], pieces: list[Piece]) -> list[Token]:
    """Return the tokens of pieces at their places."""
    new = tuple.__new__
    return [
        new(Token, (kind, at + first, at + last, value, key))
        for at, (_, found) in zip(starts, pieces, strict=True)
        for kind, first, last, value, key in found
    ]


def cut(text: str, start: int, end: int) -> Cut | None:
    """Return the pieces of ``text[start:end]``; None where the tokens of one depend on its neighbours."""
    core = _core()
    found = None if core is None else core.date_pieces(text, start, end, _classes(), _PIECES)
    if found is None:
        found = cut_by_pattern(text, start, end)
    return None if found is None or _LEANS in found[2] else tuple.__new__(Cut, found)


def cut_by_pattern(text: str, start: int, end: int) -> tuple[list[int], list[Piece], str] | None:
    """Return what the core does, or None where a full stop ends the window and perhaps a sentence."""
    sources: list[str] = PIECE.findall(text, start, end)
    if end < len(text) and sources and sources[-1].endswith("."):
        return None
    pieces = [*map(_PIECES.__getitem__, sources)]
    starts = [*accumulate(map(len, sources), initial=start)][:-1]
    return starts, pieces, "".join([piece[0] for piece in pieces])


def tokens_of(text: str, start: int, end: int) -> tuple[list[Token], str]:
    """Return what `tokenizer.tokens` does, mostly in half of its time."""
    found = cut(text, start, end)
    return tokens(text, start, end) if found is None else found.tokens()


_core: Callable[[], Any] = cache(native_module)


def cuts_natively() -> bool:
    """Tell whether the core cuts: then the kinds of tokens tell sooner than anything else that a year stands alone."""
    return _core() is not None


#: how many characters the core knows; beyond them patterns cut
_CLASSED = 0x2100


@cache
def _classes() -> bytes:
    """Return what the core is told of characters, in the order of core/native/date_pieces.c."""
    known = [*map(chr, range(_CLASSED))]
    letters = "".join([char for char in filter(str.isalnum, known) if not char.isdecimal()])
    white = "".join(filter(str.isspace, known))
    sets = (letters, chars.DIGITS, MARKS, SPACES, white, _BEGIN_ERAS, f"شقخل{chars.TATWEEL}", ":,٬٫")
    classes = bytearray(_CLASSED)
    for bit, of_class in enumerate(sets):
        for code in map(ord, of_class):
            if code < _CLASSED:
                classes[code] |= 1 << bit
    return bytes(classes)
