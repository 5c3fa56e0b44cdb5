"""The list as tables for looking up: made of data/interface.toml, shipped as data/interface.bin.

Writing the templates out takes a third of a second, reading the file a few milliseconds, so the tables are
made in advance by tools/make_interface.py; a test holds both equal.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from textnorm.lazy import lazy_pattern
from textnorm.pages.interface.templates import (
    DATE_WORDS,
    Template,
    compiled,
    fold,
    phrases,
    roles_data,
    templates,
    words_of,
)
from textnorm.pages.shipped import shipped

#: the first piece, those between, the last, the most words of the slots, the bits
Slotted = tuple[str, tuple[str, ...], str, int, int]


#: the first letters of a key that tell whether a look-up can succeed
FIRST = 4
#: what the slots of a template are written as
_GAP = lazy_pattern(r"\{\w+\}")
#: words of at least this many templates are interface words; roles whose phrases are names of things
_COMMON, _NAMES = 1.5, ("section", "language", "debris", "document")


class Table(NamedTuple):
    """Bits by key, and templates with slots by their beginning or, without one, by their end.

    ``heads``, ``tails`` and ``firsts`` are the first letters of the beginnings and of the keys, and the last ones
    of the ends: most lines are none of these. ``words`` are those of several templates: a line of nothing else is
    likely an interface string, though it is not on the list.
    """

    exact: Mapping[str, int]
    starts: Mapping[str, Sequence[Slotted]]
    ends: Mapping[str, Sequence[Slotted]]
    heads: frozenset[str]
    tails: frozenset[str]
    firsts: frozenset[str]
    words: frozenset[str]


def made_table(roles: Sequence[str], alone: int) -> tuple[dict[str, int], dict[Template, int], list[str]]:
    """Return the keys and the templates of the data file, each with its bits, and the words of several templates."""
    exact: dict[str, int] = defaultdict(int)
    slotted: dict[Template, int] = defaultdict(int)
    for name, flag, phrase in _all_phrases():
        bits = 1 << roles.index(name) | (alone if flag else 0)
        entry = compiled(phrase)
        if isinstance(entry, Template):
            if sum(len(piece.strip("0")) for piece in entry.pieces) > 1:
                slotted[entry] |= bits
        elif entry:
            exact[entry] |= bits if entry.strip("0") else bits & ~alone  # a bare number may be text
    return dict(exact), dict(slotted), _common_words()


def _common_words() -> list[str]:
    """Return the words that count for enough: a template of whole lines is worth one, a likely one a half."""
    worth: dict[str, float] = defaultdict(float)
    for role in roles_data():
        for value, weight in (("alone", 1.0), ("likely", 0.5)):
            for template in () if role["name"] in _NAMES else templates(role.get(value, "")):
                plain = _GAP.sub(" ", " ".join(phrases(template)))
                for word in set(words_of(fold(plain))):
                    worth[word] += weight
    return sorted(word for word, sum_ in worth.items() if sum_ >= _COMMON and is_telling(word))


def is_telling(word: str) -> bool:
    """Tell whether a word may say that a line is interface: no number, no short word, none of a date."""
    return len(word) > 2 and not word[0].isdigit() and word not in DATE_WORDS


def _all_phrases() -> Iterator[tuple[str, bool, str]]:
    for role in roles_data():
        for value in ("alone", "likely"):
            for template in templates(role.get(value, "")):
                for phrase in phrases(template):
                    yield role["name"], value == "alone", phrase


def packed(exact: Mapping[str, int], slotted: Mapping[Template, int], words: Sequence[str]) -> bytes:
    """Return the tables as a file: a line for all keys of the same bits, a line for each template, one of words."""
    groups: dict[int, list[str]] = defaultdict(list)
    for key, bits in exact.items():
        groups[bits].append(key)
    lines = [f"{bits} {' '.join(sorted(keys))}" for bits, keys in sorted(groups.items())]
    shapes: dict[tuple[int, int], list[str]] = defaultdict(list)
    for template, bits in slotted.items():
        shapes[bits, template.most].append("{}".join(template.pieces))
    rows = [f"{bits} {most} {' '.join(sorted(found))}" for (bits, most), found in sorted(shapes.items())]
    return zlib.compress("\n".join([*lines, "", *rows, "", " ".join(words)]).encode(), 9)


def unpacked(source: bytes) -> Table:
    """Return the tables of a file."""
    first, second, words = zlib.decompress(source).decode().split("\n\n")
    exact: dict[str, int] = {}
    for line in first.split("\n"):
        bits, *keys = line.split(" ")
        exact.update(dict.fromkeys(keys, int(bits)))
    starts: dict[str, list[Slotted]] = {}
    ends: dict[str, list[Slotted]] = {}
    for line in second.split("\n"):
        bits, most, *found = line.split(" ")
        for shape in found:
            pieces = shape.split("{}")
            entry = (pieces[0], tuple(pieces[1:-1]), pieces[-1], int(most), int(bits))
            if pieces[0]:
                starts.setdefault(pieces[0], []).append(entry)
            elif pieces[-1]:
                ends.setdefault(pieces[-1], []).append(entry)
    heads = frozenset(key[:FIRST] for key in starts)
    tails = frozenset(key[-FIRST:] for key in ends)
    return Table(
        exact, starts, ends, heads, tails, frozenset(key[:FIRST] for key in exact), frozenset(words.split())
    )


@cache
def shipped_table() -> Table:
    """Return the tables that come with the package."""
    return unpacked(shipped("interface.bin"))
