"""The native core's part in reading pages: the same numbers, sooner. Without a core all stays in Python."""

from __future__ import annotations

from functools import cache, partial
from typing import Any
from zlib import crc32

from textnorm.core import native_module, table
from textnorm.lazy import lazy_function, lazy_pattern
from textnorm.pages import phrases
from textnorm.pages.content.characters import (
    LONG_LINE,
    LONGEST_HEADER,
    LONGEST_TITLE,
    MOST_ADDED,
    NO_CASE,
    SEEN_HEAD,
    TITLE_LINES,
    shipped_characters,
)
from textnorm.pages.content.columns import MOST_WORDS
from textnorm.pages.content.counted_words import CONCEPTS, ROLE_CODES, concept_bits, stop_words
from textnorm.pages.interface.match import ALONE, MOST_WORDS_OF_A_PHRASE, ROW, SLOT
from textnorm.pages.interface.templates import fold, words_of
from textnorm.pages.keys import WHITESPACE
from textnorm.pages.shipped import shipped

_laid_out = lazy_function("textnorm.pages.interface.image", "image")
_NUMBERS = lazy_pattern(r"\d+")
_DATE = 1 << CONCEPTS.index("date")


@cache
def reader() -> Any:
    """Return what reads the lines of pages: ``look`` gives their columns, ``glance`` what they may be, see
    `textnorm.pages.look`; None without a core."""
    module = native_module()
    if module is None:
        return None
    return module.Reader(
        partial(shipped_characters, shipped=table("page_characters")),
        module.Column,
        _phrases(),
        _counted(),
        dict.fromkeys(map(_listed, phrases.all_keys()), 1),
        _openings(),
        bytes(ROLE_CODES),
        WHITESPACE,
        _DATE,
        SEEN_HEAD,
        MOST_WORDS,
        ord(NO_CASE),
        phrases.LONGEST,
        LONGEST_HEADER,
        LONGEST_TITLE,
        LONG_LINE,
        MOST_ADDED,
        TITLE_LINES,
    )


def role_bits(line: str) -> int | None:
    """Return the roles of a line as `textnorm.pages.interface.role_bits` does; None where the core cannot tell."""
    native = reader()
    return native.roles(line) if native else None


def _counted() -> dict[str, int]:
    """Return the words that are counted: the bits of their concepts, and a number from 1 on for stop words (core/native/pages.h)."""
    counted = dict(concept_bits())
    for number, word in enumerate(sorted(stop_words()), 1):
        counted[word] = counted.get(word, 0) | number << 48
    return counted


def _openings() -> dict[str, int]:
    """Return the first two characters of phrases that lines begin with, and bits that say of which (core/native/pages.h)."""
    bits: dict[str, int] = {}
    for bit, kind in ((1, "also_read"), (2, "home")):
        for text in phrases.texts(kind):
            bits[text[:2]] = bits.get(text[:2], 0) | bit
    return bits


def _listed(key: str) -> str:
    """Return the key of a phrase as the core folds it, which is coarser: what it finds is only possible."""
    return _NUMBERS.sub("0", "".join(words_of(fold(key))))


def _phrases() -> tuple[Any, ...]:
    """Return the interface phrases as core/native/phrases.c takes them: their tables, and the numbers that roles are told by."""
    return _image(), ALONE, SLOT, ROW, MOST_WORDS_OF_A_PHRASE


def _image() -> bytes | memoryview:
    """Return the image of the tables, from the core's tables; laid out anew where these were made of another list."""
    source, made = shipped("interface.bin"), table("page_phrases")
    return made if made[:4].cast("I")[0] == crc32(source) else _laid_out(source)
