"""Makes the automata of the structures in a line: where one says no, its pattern need not be tried.

Each kind of structure has several automata, one for each way through its pattern, and what a line must hold for each.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from ..script.structures import STRUCTURES
from .automata import ASCII, FOUND, SINGLES, START, automata

#: kinds that the core finds by their signs, in their simplest form, or knows as gaps at the start of a line
_BY_SIGNS = ("link-target", "anchor", "list-marker")


def make() -> dict[str, bytes]:
    """Return all automata, each behind its length, the number of its kind, whether the core finds that kind by its signs, and
    the characters of ASCII that a line must hold, as bits of four numbers."""
    found = array("I")
    for number, (kind, pattern) in enumerate(STRUCTURES.items()):
        for table in automata(pattern):
            bits = sum(1 << ord(character) for character in needed(table))
            found.extend([len(table) // 4, number, kind in _BY_SIGNS])
            found.extend(bits >> shift & 0xFFFFFFFF for shift in range(0, ASCII, 32))
            found.frombytes(table)
    return {"structures": found.tobytes()}


def needed(table: bytes) -> Iterator[str]:
    """Yield the characters of ASCII without which an automaton finds nothing.

    >>> [*needed(automata("xa|xb")[0])]
    ['x']
    """
    numbers = memoryview(table).cast("I").tolist()
    columns, bounds = numbers[:2]
    of_kind, at = numbers[2 : 4 + len(SINGLES) + bounds], 4 + len(SINGLES) + 3 * bounds
    rows = [numbers[row : row + columns] for row in range(at, len(numbers), columns)]
    for code in range(ASCII):
        if of_kind.count(of_kind[code]) == 1 and not _is_found(rows, of_kind[code]):
            yield chr(code)


def _is_found(rows: list[list[int]], without: int) -> bool:
    """Return whether an automaton finds something in a text without characters of one column."""
    waiting = [START]
    for state in waiting:
        after = {to for column, to in enumerate(rows[state]) if column != without}
        waiting += sorted(after.difference(waiting))
    return FOUND in waiting
