"""What the words of a text say, line by line: the order in which they stand, and which of them are no words.

What one word says is the matter of `direction` and `torn`. To find the words and to add up what they say is done by the
native core where there is one, and by Python otherwise, with the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Any, Protocol

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_LETTERS, ZWNJ
from ..core import look_up_words, native_module
from ..lazy import lazy_pattern
from ..ruleset.extracted.direction import class_number, pair_table, pair_weights, word_weights
from ..ruleset.extracted.known import is_piece
from ..ruleset.extracted.visual import WORD

_PIECE = f"{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}"
_OTHER = "A-Za-z0-9\u06f0-\u06f9"
_WORD_OR_END = lazy_pattern(f"{WORD}|\n")
_ORDER_OR_END = lazy_pattern(f"[{ARABIC_LETTERS}][{ARABIC_LETTERS}{ARABIC_MARKS}]*+|[{_OTHER}]+|\n")
_TOKEN = lazy_pattern(f"[{_PIECE}]+|[^{_PIECE}]+")
#: the classes of characters that native/evidence.c knows, in the order of their bits
_CLASSES = tuple(lazy_pattern(f"[{kind}]") for kind in (ARABIC_LETTERS, ARABIC_MARKS, _PIECE, _OTHER))
#: words that the core remembers
_MOST = 1 << 15
#: the core takes weights in eighths, and from 0 on
_EIGHTHS, _ZERO = 8, 128

Place = tuple[int, int, int]


class Evidence(Protocol):
    """The lines of a text end in line feeds; of the last one it may be missing."""

    def directions(self, text: str) -> list[tuple[float, float]]:
        """Return what the words of each line say for logical and for visual order."""

    def orders(self, text: str) -> list[float]:
        """Return what the words of each line say for the order in which they stand."""

    def pieces(self, text: str) -> list[Place]:
        """Return where two words begin and end that a space parts, and where the second ends; one at least is no word."""


class _Counted:
    """The evidence, found by Python."""

    def directions(self, text: str) -> list[tuple[float, float]]:
        sums: list[tuple[float, float]] = []
        logical = visual = 0.0
        for word in _WORD_OR_END.findall(f"{text}\n"):
            if word == "\n":
                sums.append((logical, visual))
                logical = visual = 0.0
            elif (weight := word_weights[word]) > 0:
                logical += weight
            else:
                visual -= weight
        return sums

    def orders(self, text: str) -> list[float]:
        words = _ORDER_OR_END.findall(f"{text}\n")
        sums = list(accumulate(pair_weights(words)))
        ends = [sums[at] for at, word in enumerate(words) if word == "\n"]
        return [end - start for start, end in pairwise([0.0, *ends])]

    def pieces(self, text: str) -> list[Place]:
        tokens = _TOKEN.findall(text)
        ends = list(accumulate(map(len, tokens)))
        return [
            (ends[at] - len(tokens[at]), ends[at], ends[at + 2])
            for at in range(len(tokens) - 2)
            if tokens[at + 1] == " " and (is_piece[tokens[at]] or is_piece[tokens[at + 2]])
        ]


class _Native:
    """The evidence, found by the core, which asks what a word says once."""

    def __init__(self, new: Callable[..., Any]) -> None:
        questions = (
            lambda word: round(word_weights[word] * _EIGHTHS) + _ZERO,
            class_number,
            is_piece.__getitem__,
        )
        look_up_words()
        core = new(_classes(), lambda question, word: int(questions[question](word)), _MOST)
        weights, classes = pair_table()
        self.directions, self.pieces = core.directions, core.pieces
        self._orders, self._weights, self._classes = core.orders, weights, classes

    def orders(self, text: str) -> list[float]:
        return [halves / 2 for halves in self._orders(text, self._weights, self._classes)]


@cache
def evidence() -> Evidence:
    """Return what finds the evidence: the core, or Python where there is none."""
    module = native_module()
    return _Counted() if module is None else _Native(module.Evidence)


@lru_cache(maxsize=1)
def pieces(text: str) -> list[Place]:
    """Return the same as `Evidence.pieces`, for which more than one rule asks."""
    return evidence().pieces(text)


def _classes() -> bytes:
    """Return the classes of the characters below U+10000 as native/evidence.c takes them."""
    found = bytearray(1 << 16)
    for bit, pattern in enumerate(_CLASSES):
        for match in pattern.finditer("".join(map(chr, (*range(0xD800), *range(0xE000, 1 << 16))))):
            found[ord(match[0])] |= 1 << bit
    return bytes(found)
