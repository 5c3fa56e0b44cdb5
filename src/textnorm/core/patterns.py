"""Patterns that were compiled when the core was built: to load one costs a twentieth of compiling it.

What `re.compile` makes of a pattern is a list of numbers; the tables hold it for the patterns of the rules. They are used by
the same version of Python alone, and only for the very same pattern and flags, so that each equals what `re.compile`
would give; `_sre` checks the numbers as well. With any other Python, and for any other pattern, `re.compile` is called.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any
from zlib import crc32

#: marshal writes the same bytes for equal objects up to this version of its format
_FORMAT = 2


def _version() -> tuple[int, ...]:
    """Return what must be the same where a pattern is compiled and where it is used."""
    return (*sys.version_info[:2], _sre.MAGIC, _sre.CODESIZE)


def make(sources: Iterable[tuple[str, int]], sieves: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Return the sections of the tables that hold these patterns, each given with its flags; *sieves*: automata of some of them."""
    codes: array[int] = array("I")
    sieves = sieves or {}
    places = dict(zip(sieves, accumulate(map(len, sieves.values()), initial=0), strict=False))
    packed: list[tuple[int, bytes]] = []
    for pattern, flags in sorted({(pattern, int(flags)) for pattern, flags in sources}):
        code, numbers = _compiled(pattern, flags)
        sieve = places.get(pattern, 0), len(sieves.get(pattern, b""))
        place = len(codes), len(codes) + len(code), *sieve
        codes.extend(code)
        packed.append((_hash(pattern, flags), marshal.dumps((pattern, flags, *place, *numbers), _FORMAT)))
    packed.sort()
    starts = array("I", accumulate((len(data) for _, data in packed), initial=0))
    return {
        "patterns": b"".join(data for _, data in packed),
        "pattern_places": array("I", [hashed for hashed, _ in packed]).tobytes() + starts.tobytes(),
        "pattern_codes": codes.tobytes(),
        "sieves": b"".join(sieves.values()),
        "pattern_version": marshal.dumps(_version(), _FORMAT),
    }


def _compiled(pattern: str, flags: int) -> tuple[list[int], tuple[Any, ...]]:
    """Return what `_sre.compile` takes: the numbers of the code, and what stands before and behind them."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    groups = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    numbers = int(flags | parsed.state.flags), parsed.state.groups - 1, groups, tuple(names)
    return _compiler._code(parsed, flags), numbers


def _hash(pattern: str, flags: int) -> int:
    return crc32(pattern.encode("utf-8", "surrogatepass"), flags)


class Compiler:
    """Compiles patterns as `re.compile` does, at once where the tables hold them.

    A table of hashes says where each is packed, so that those that nobody asks for are not read.
    """

    def __init__(self, sections: dict[str, Any], sieve: Callable[..., Any] | None = None) -> None:
        self._sections, self._sieve = sections, sieve

    @cached_property
    def _places(self) -> tuple[memoryview, memoryview]:
        """Return the hashes of the patterns that the tables hold for this Python, sorted, and where each begins."""
        version = marshal.loads(self._sections["pattern_version"])
        places = memoryview(self._sections["pattern_places"]).cast("I")
        count = len(places) // 2 if version == _version() else 0
        return places[:count], places[len(places) // 2 :]

    @cached_property
    def _codes(self) -> memoryview:
        return memoryview(self._sections["pattern_codes"]).cast("I")

    def known(self) -> list[tuple[str, int]]:
        """Return the patterns that the tables hold for this Python, each with its flags."""
        return [self._packed(number)[:2] for number in range(len(self._places[0]))]

    def _packed(self, number: int) -> tuple[Any, ...]:
        start, end = self._places[1][number : number + 2]
        found: tuple[Any, ...] = marshal.loads(self._sections["patterns"][start:end])
        return found

    def __call__(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Return the pattern, equal to that of `re.compile`."""
        found = self._found(pattern, int(flags)) if isinstance(pattern, str) else None
        if found is None:
            return re.compile(pattern, flags)
        start, end, at, size, *numbers = found
        made: re.Pattern[Any] = _sre.compile(
            pattern, numbers[0], self._codes[start:end].tolist(), *numbers[1:]
        )
        if not size or self._sieve is None:
            return made
        return _Sieved(made, self._sieve(self._sections["sieves"][at : at + size], made.search))  # type: ignore[return-value]

    def hint(self, pattern: str) -> Callable[[str], Any] | None:
        """Return what tells where *pattern* cannot match, and may say yes in vain; None where the tables have no automaton of it."""
        _, _, at, size, *_ = self._found(pattern, 0) or (0, 0, 0, 0)
        return self._sieve(self._sections["sieves"][at : at + size], bool) if size and self._sieve else None

    def _found(self, pattern: str, flags: int) -> tuple[Any, ...] | None:
        """Return what the tables hold of a pattern; several may have the same hash."""
        hashes, hashed = self._places[0], _hash(pattern, flags)
        number = bisect_left(hashes, hashed)
        while number < len(hashes) and hashes[number] == hashed:
            source, own_flags, *found = self._packed(number)
            if (source, own_flags) == (pattern, flags):
                return tuple(found)
            number += 1
        return None


class _Sieved:
    """A pattern that is searched for only where an automaton does not say that it finds nothing."""

    def __init__(self, pattern: re.Pattern[Any], search: Callable[..., Any]) -> None:
        self.search, self._pattern = search, pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)
