"""Words with a short vowel that was left in them, for it tells them from others: they are joined and cut as without it."""

from __future__ import annotations

from ...chars import SHORT_VOWELS
from ...edits import Edit
from ...lazy import lazy_pattern
from .token_bytes import TokenAnalysis

HAS_VOWEL = lazy_pattern(f"[{SHORT_VOWELS}]")
_VOWELS = lazy_pattern(f"[{SHORT_VOWELS}]+")


def bare(word: str) -> str:
    """Return *word* without its short vowels.

    >>> bare("می‌کُشد")
    'می\u200cکشد'
    """
    return _VOWELS.sub("", word)


def bare_before(word: str) -> str:
    """Return the same for a word before another one: a vowel at its end is an ezafe, behind which nothing is a half of it."""
    return word if word[-1:] in SHORT_VOWELS else bare(word)


def with_vowels(token: str, found: TokenAnalysis) -> TokenAnalysis:
    """Return what is known of *token* by what was *found* of it without its short vowels."""
    tail = found.tail
    if tail and token[-1] in SHORT_VOWELS:
        tail = (*tail[:-1], tail[-1] + token[-1])
    inside: tuple[Edit, ...] = found.inside
    if inside:
        places = bounds(token)
        inside = tuple((places[start], places[end], put, rule) for start, end, put, rule in inside)
    return TokenAnalysis(found.head, tail, inside, found.whole, found.dotted, found.lost)


def bounds(word: str) -> list[int]:
    """Return where each letter of the bare word begins in *word*, and the end; the first one and what stands before it at 0."""
    places = [at for at, character in enumerate(word) if character not in SHORT_VOWELS]
    return [0, *places[1:], len(word)]


def end_of_first(word: str, first: str) -> int:
    """Return where the *first* morpheme ends in *word*, which it begins but for its short vowels."""
    return bounds(word)[len(bare(first))] if HAS_VOWEL.search(word) else len(first)


def start_of_last(word: str, last: str) -> int:
    """Return where the *last* morpheme begins in *word*, which it ends but for its short vowels."""
    return bounds(word)[-1 - len(bare(last))] if HAS_VOWEL.search(word) else len(word) - len(last)
