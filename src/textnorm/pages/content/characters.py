"""Classes of characters: how a line begins and ends, and what the native core asks about each of 256."""

from __future__ import annotations

import unicodedata
from array import array
from functools import cache

from textnorm.pages.interface.templates import fold

#: so much of a long line is looked at
SEEN_HEAD = 600
#: a line that is a date above a post is shorter
LONGEST_HEADER = 48
#: so is a line that is a title, and one that has no end is a paragraph from here on
LONGEST_TITLE, LONG_LINE = 220, 120
#: a title is searched for in the first lines of a post that are not blank
TITLE_LINES = 6
#: a caption that is said again has at most this many characters more or less
MOST_ADDED = 12
#: scripts from here on have no capitals
NO_CASE = "\N{ARABIC LETTER HAMZA}"
#: its small letter depends on its neighbours
_SIGMA = "\N{GREEK CAPITAL LETTER SIGMA}"

#: which characters most texts have, 256 at a time: what these are is part of the core's tables
COMMON = (*range(0x07), *range(0x20, 0x28), 0xFB, 0xFE, *range(0x1F3, 0x1F7))
#: the bytes that say it of 256 characters
_SIZE = 512 * 4
#: by the last character of a line
END_CLASSES: dict[str, int] = {}
for _class, _characters in enumerate(
    (".", "!?؟", "…", ":", ",;،؛", "\"'”»’)]", "0123456789۰۱۲۳۴۵۶۷۸۹", "|/›»>→-–—")
):
    for _character in _characters:
        END_CLASSES.setdefault(_character, _class + 1)


@cache
def start_class(first: str) -> int:
    """Return the class of a line that begins with a character: a capital, a small letter, a digit, another letter, a sign."""
    return _start(first)


def _start(first: str) -> int:
    if first.isupper():
        return 1
    if first.islower():
        return 2
    return 3 if first.isdigit() else 4 if first.isalpha() else 5


def characters_of(page: int) -> bytes:
    """Return, for 256 characters, what each is folded to and what it is, as 512 numbers (core/native/pages.h)."""
    characters = [chr(code) for code in range(page << 8, (page + 1) << 8)]
    folded = fold("\n".join(characters)).split("\n") if page else [*map(fold, characters)]
    kinds = (
        [_kind(characters[0], folded[0])] * len(characters)
        if folded == characters and _have_no_case("".join(characters))
        else map(_kind, characters, folded)
    )
    return array("I", [*(ord(to) if len(to) == 1 else 0 for to in folded), *kinds]).tobytes()


def _have_no_case(characters: str) -> bool:
    """Tell whether all characters are letters without case, which are of one kind: Chinese and Korean ones, most of all."""
    plain = characters.isalpha() and characters.casefold() == characters
    return plain and not any(one.islower() or one.isupper() for one in characters)


def common_characters() -> bytes:
    """Return the same of all common ones, behind the version of Unicode that says so: a section of the core's tables."""
    return _version() + b"".join(map(characters_of, COMMON))


def shipped_characters(page: int, shipped: memoryview) -> bytes:
    """Return what `characters_of` does, as the section of the tables has it where it is of the same Unicode."""
    version = _version()
    if page not in COMMON or shipped[: len(version)] != version:
        return characters_of(page)
    start = len(version) + COMMON.index(page) * _SIZE
    return bytes(shipped[start : start + _SIZE])


def _version() -> bytes:
    return unicodedata.unidata_version.encode().ljust(8)


def _kind(character: str, folded: str) -> int:
    """Return what a character is as bits, in the order of core/native/pages.h."""
    upper, single = character.isupper(), len(folded) == 1
    bits = _start(character) << 12 | END_CLASSES.get(character, 0) << 16
    if single and folded.isalnum():
        bits |= 1 | folded.isdigit() << 1 | folded.isalpha() << 2
    if not single:
        bits |= 1 << (4 if folded else 3)
    if character == _SIGMA:
        bits |= 1 << 4
    if upper or character.istitle():
        bits |= 1 << (5 if upper else 6)
    bits |= character.islower() << 7 | character.isspace() << 8
    return bits | (character.casefold() != character.lower()) << 9
