"""The tables of interface phrases as the native core reads them: hash tables over one store of letters, made in advance.

Filling such tables from dictionaries takes a third of the first page of a process, and the dictionaries take as much
memory as the tables. So they are laid out here, once, for core/native/phrases.c, which looks them up where they lie.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from zlib import crc32

from textnorm.pages.interface.lookup import FIRST, Slotted, unpacked
from textnorm.pages.interface.templates import DATE_WORDS

#: numbers of the head: the check, how many letters and templates and inner pieces there are, the room of each hash table
TABLES = 7
_HEAD = 4 + TABLES
_64 = (1 << 64) - 1


def image(source: bytes) -> bytes:
    """Return the image of the tables that a file of `textnorm.pages.interface.lookup.packed` holds.

    In numbers of 32 bits, each part at a multiple of eight bytes: the head; the slots of the hash tables (hash, value, place
    and size of a key); the templates (bits, place and size of the last piece, place and number of the inner ones, most
    words); place and size of each inner piece; the letters.
    """
    table = unpacked(source)
    letters = _Letters()
    slotted: list[Slotted] = []
    starts, ends = _numbered(table.starts, slotted), _numbered(table.ends, slotted)
    tables = [letters.hashed(keys) for keys in (table.exact, starts, ends)]
    tables += [
        letters.hashed(dict.fromkeys(sorted(keys), 1))
        for keys in (table.heads, table.tails, table.firsts, DATE_WORDS)
    ]
    templates, pieces = array("Q"), array("Q")
    for _, inner, last, most, bits in slotted:
        at, size = letters.place(last), len(last)
        templates.extend((bits, at | size << 32, len(pieces) | len(inner) << 32, most))
        pieces.extend(letters.place(piece) | len(piece) << 32 for piece in inner)
    rooms = [len(slots) // 3 for slots in tables]
    head = array("I", [check(source), len(letters.units), len(slotted), len(pieces), *rooms])
    head.extend([0] * (len(head) % 2))
    return b"".join(part.tobytes() for part in (head, *tables, templates, pieces, letters.units))


def check(source: bytes) -> int:
    """Return the checksum of a file, with which its image begins."""
    return crc32(source)


def _numbered(entries: Mapping[str, Iterable[Slotted]], slotted: list[Slotted]) -> dict[str, int]:
    """Number templates on from those that are there; return by key the first of its own, << 16, and how many they are."""
    numbers = {}
    for key, found in entries.items():
        first = len(slotted)
        slotted += found
        numbers[key] = first << 16 | len(slotted) - first
    return numbers


class _Letters:
    """The letters of all keys and pieces, each piece once: a beginning or an end lies where the whole does."""

    def __init__(self) -> None:
        self.units = array("I")
        self._places: dict[str, int] = {}

    def place(self, text: str) -> int:
        """Return where the letters of a text begin."""
        if text not in self._places:
            at = len(self.units)
            self.units.extend(map(ord, text))
            for size in range(1, min(FIRST, len(text)) + 1):
                self._places.setdefault(text[:size], at)
                self._places.setdefault(text[-size:], at + len(text) - size)
            self._places[text] = at
        return self._places[text]

    def hashed(self, values: Mapping[str, int]) -> array[int]:
        """Return a hash table with open addressing, of three numbers a slot; an empty one is zero."""
        room = 16
        while room < 2 * len(values):
            room *= 2
        slots = array("Q", [0]) * (3 * room)
        for key, value in values.items():
            found = hash_of(key)
            at = (found >> 8) & (room - 1)
            while slots[3 * at]:
                at = (at + 1) & (room - 1)
            slots[3 * at : 3 * at + 3] = array("Q", [found, value, self.place(key) | len(key) << 32])
        return slots


def hash_of(text: str) -> int:
    """Return the hash of core/native/core.h."""
    units = [*map(ord, text)]
    found = 0x9E3779B97F4A7C15 ^ len(units)
    pairs = [units[at] << 32 | units[at + 1] for at in range(0, len(units) - 1, 2)]
    for unit in pairs + units[len(units) - len(units) % 2 :]:
        found = (found ^ unit) * 0xFF51AFD7ED558CCD & _64
        found ^= found >> 32
    found = found * 0xC4CEB9FE1A85EC53 & _64
    return (found ^ found >> 29) | 1
