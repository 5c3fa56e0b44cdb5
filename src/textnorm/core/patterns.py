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
from collections.abc import Iterable
from functools import cached_property
from typing import Any

#: marshal writes the same bytes for equal objects up to this version of its format
_FORMAT = 2


def _version() -> tuple[int, ...]:
    """Return what must be the same where a pattern is compiled and where it is used."""
    return (*sys.version_info[:2], _sre.MAGIC, _sre.CODESIZE)


def make(sources: Iterable[tuple[str, int]]) -> dict[str, bytes]:
    """Return the sections of the tables that hold these patterns, each given with its flags."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    found: dict[tuple[str, int], tuple[Any, ...]] = {}
    codes: array[int] = array("I")
    for pattern, flags in sorted({(pattern, int(flags)) for pattern, flags in sources}):
        parsed = _parser.parse(pattern, flags)
        code = _compiler._code(parsed, flags)
        groups = parsed.state.groupdict
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in groups.items():
            names[number] = name
        numbers = (int(flags | parsed.state.flags), parsed.state.groups - 1, groups, tuple(names))
        found[pattern, flags] = (len(codes), len(codes) + len(code), *numbers)
        codes.extend(code)
    return {"patterns": marshal.dumps((_version(), found), _FORMAT), "pattern_codes": codes.tobytes()}


class Compiler:
    """Compiles patterns as `re.compile` does, at once where the tables hold them."""

    def __init__(self, sections: dict[str, Any]) -> None:
        self._sections = sections

    @cached_property
    def known(self) -> dict[tuple[str, int], tuple[Any, ...]]:
        """Return the patterns that the tables hold for this Python, by their source and flags."""
        version, known = marshal.loads(self._sections["patterns"])
        return known if version == _version() else {}

    @cached_property
    def _codes(self) -> memoryview:
        return memoryview(self._sections["pattern_codes"]).cast("I")

    def __call__(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Return the pattern, equal to that of `re.compile`."""
        found = self.known.get((pattern, flags))
        if found is None:
            return re.compile(pattern, flags)
        start, end, *numbers = found
        made: re.Pattern[Any] = _sre.compile(
            pattern, numbers[0], self._codes[start:end].tolist(), *numbers[1:]
        )
        return made
