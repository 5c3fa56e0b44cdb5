"""The reader of the generated table: sorted fingerprints beside their flags."""

from __future__ import annotations

import itertools
import mmap
import os
import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from ..cache import BoundedCache

if TYPE_CHECKING:
    from array import array

#: first bytes of the artefact; the last of them counts the versions of the format
MAGIC = b"TNLEX\0\0\3"
#: the fingerprints are found by their first bits: where those with the same ones start
_FIRST_BITS = 12
_STARTS = (1 << _FIRST_BITS) + 1
#: a word is asked for several times while it is judged, and its stem with the next of its forms
_KEPT = 1 << 13


def fingerprint(text: str) -> int:
    """Return the 64-bit fingerprint under which the table keeps *text*.

    Two checksums of the same bytes, read forwards and backwards: stable over Python versions, processes and machines,
    and several times faster than a cryptographic hash. Among 200,000 entries the chance that an absent string meets
    a stored fingerprint is about one in 10**14.

    >>> fingerprint("سلام") == fingerprint("سلام")
    True
    >>> fingerprint("سلام") == fingerprint("مالس")
    False
    """
    data = text.encode("utf-8", "surrogatepass")
    return crc32(data[::-1]) << 32 | crc32(data)


class Table:
    """A read-only map from strings to flags, kept as sorted 64-bit fingerprints.

    It takes 12 bytes an entry and 16 KB, is ready as soon as its bytes are read, and is safe to share between
    threads because nothing that it says ever changes.
    """

    __slots__ = ("_keys", "_starts", "_values", "find", "get", "may_be_cut")

    #: the flags of a string, 0 when the table does not hold it; the few that are being asked for are remembered
    get: Callable[[str], int]
    #: the same, for what will hardly be asked for again
    find: Callable[[str], int]
    #: False only for what no joiner rule cuts, if it is no word
    may_be_cut: Callable[[str], bool]

    def __init__(self, data: bytes | mmap.mmap) -> None:
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError(f"not a lexicon of this version: {data[:8]!r}")
        body = memoryview(data)[len(MAGIC) :]
        self._starts = _numbers("I", body[: 4 * _STARTS])
        body = body[4 * _STARTS :]
        entries = len(body) // 12
        self._keys = _numbers("Q", body[: 8 * entries])
        self._values = _numbers("I", body[8 * entries :])
        self.find, self.get = self._find, BoundedCache(self._find, _KEPT).__getitem__
        self.may_be_cut = bool

    def __len__(self) -> int:
        return len(self._keys)

    def values(self) -> Sequence[int]:
        """Return the flags of all entries, in no order that says anything of their strings."""
        return self._values

    def look_up_by(self, find: Callable[[str], int], may_be_cut: Callable[[str], bool]) -> None:
        """Answer by these from now on: the native core looks into the same bytes, as fast as what is remembered."""
        self.find = self.get = find
        self.may_be_cut = may_be_cut

    def _find(self, text: str) -> int:
        key = fingerprint(text)
        keys, first = self._keys, key >> (64 - _FIRST_BITS)
        end = self._starts[first + 1]
        place = bisect_left(keys, key, self._starts[first], end)
        return self._values[place] if place < end and keys[place] == key else 0


def pack(entries: dict[str, int]) -> bytes:
    """Return the bytes that `Table` reads, the same for the same entries in any order."""
    from array import array  # who reads on a common machine does not need it

    rows = sorted((fingerprint(text), value) for text, value in entries.items())
    keys, values = array("Q", [key for key, _ in rows]), array("I", [value for _, value in rows])
    if any(left == right for left, right in itertools.pairwise(keys)):
        raise ValueError("two entries share a fingerprint")
    starts = array("I", [bisect_left(keys, first << (64 - _FIRST_BITS)) for first in range(_STARTS)])
    return MAGIC + b"".join(_little_endian(numbers).tobytes() for numbers in (starts, keys, values))


@cache
def data() -> bytes | mmap.mmap:
    """Return the bytes of the table that comes with the package: mapped, so that only what is asked for is read."""
    path = os.path.join(os.path.dirname(__file__), "joins.bin")
    if os.path.isfile(path):
        with open(path, "rb") as stream:
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    loader = sys.modules[__name__].__loader__  # reads from a zip as well as from a folder
    assert loader is not None
    return loader.get_data(path)  # type: ignore[attr-defined, no-any-return]


@cache
def load() -> Table:
    """Return the table that comes with the package."""
    return Table(data())


def _numbers(kind: str, data: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return data.cast("B").cast(kind)  # type: ignore[call-overload, no-any-return]
    from array import array

    numbers = array(kind)
    numbers.frombytes(data)
    return _little_endian(numbers)


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
