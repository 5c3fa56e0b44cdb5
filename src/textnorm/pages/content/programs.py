"""Rules for whole columns, written down once as a program that the native core does in one go.

A rule is a function from columns to columns, by their names, in terms of `Column` alone: it asks no column for a number. It is called
once with columns that write down what is done with them; without a core it is called for each page.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, update_wrapper
from operator import itemgetter
from typing import Any, cast

from textnorm.core import native_module
from textnorm.pages.content.columns import Column

Rule = Callable[[Mapping[str, Column]], dict[str, Column]]
#: the operations, in the order of core/native/pages.h
_ORDER = (
    "__add__", "__sub__", "__mul__", "__floordiv__", "__and__", "__or__", "__lt__", "__gt__", "equals", "has", "at_most", "at_least",
    "bit_lengths", "steps", "shifted", "totals", "lowest", "window", "since", "until", "runs", "sums", "peaks", "held", "held_below",
)  # fmt: skip
_NUMBERS = {name: number for number, name in enumerate(_ORDER)}
#: what stands for a side that is a number; tables are numbered downwards from the next one
_NUMBER, _TABLE = -1, -2
#: an operation, its two sides, and two numbers
Step = tuple[int, int, int, int, int]


class _Recording:
    """The steps of a program: what each makes is known by its place, behind those of the columns that are given."""

    def __init__(self, given: int) -> None:
        self.given = given
        self.places: dict[Step, int] = {}
        self.tables: list[Column] = []

    def note(self, name: str, left: _Noted | int, right: _Noted | int, x: int = 0, y: int = 0) -> _Noted:
        """Write down a step, or find it where it was written down before."""
        sides = [self._side(side) for side in (left, right)]
        number = next((side for side in (left, right) if isinstance(side, int)), x)
        step = (_NUMBERS[name], sides[0], sides[1], number, y)
        return _Noted(self, self.places.setdefault(step, self.given + len(self.places)))

    def _side(self, side: _Noted | int | Column) -> int:
        if isinstance(side, int):
            return _NUMBER
        if isinstance(side, _Noted):
            return side.place
        self.tables += [] if any(side is table for table in self.tables) else [side]
        return _TABLE - next(n for n, table in enumerate(self.tables) if table is side)

    def needed(self, places: Sequence[int]) -> list[tuple[int, Step]]:
        """Return the steps, in order, without which some places would stay empty."""
        wanted = {*places}
        steps = []
        for step, place in reversed(self.places.items()):
            if place in wanted:
                wanted.update(step[1:3])
                steps.append((place, step))
        return steps[::-1]


class _Noted:
    """A column of which nothing is known but what is done with it."""

    def __init__(self, recording: _Recording, place: int) -> None:
        self._recording, self.place = recording, place

    def __rsub__(self, other: int) -> _Noted:
        return self._recording.note("__sub__", other, self)


def _beside(name: str) -> Callable[..., _Noted]:
    return lambda self, other: self._recording.note(name, self, other)


def _with_numbers(name: str) -> Callable[..., _Noted]:
    return lambda self, x=0, y=0: self._recording.note(name, self, self, x, y)


def _with_flags(name: str) -> Callable[..., _Noted]:
    return lambda self, flags, none: self._recording.note(name, self, flags, none)


_ALONE = ("bit_lengths", "shifted", "totals", "lowest", "window", "since", "until", "runs")
for _name in _ORDER:
    _kind = _with_numbers if _name in _ALONE else _with_flags if _name.startswith("held") else _beside
    setattr(_Noted, _name, _kind(_name))


def _laid_out(
    steps: Sequence[tuple[int, Step]], given: int, made: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Yield each step with the row that it makes: a row is used again when nobody asks for its numbers any more."""
    rows = {place: place for place in range(given)} | {place: given + n for n, place in enumerate(made)}
    last = {place: number for number, (_, step) in enumerate(steps) for place in step[1:3]}
    free: list[int] = []
    size = len(rows)
    for number, (place, step) in enumerate(steps):
        if place not in rows:
            size += not free
            rows[place] = free.pop() if free else size - 1
        yield (step[0], rows[place], *(rows.get(side, side) for side in step[1:3]), *step[3:])
        free += {rows[p] for p in step[1:3] if p >= given and p not in made and last[p] == number}


class Program:
    """A rule as the core does it: made at its first use."""

    def __init__(self, rule: Rule, names: Sequence[str]) -> None:
        self._rule, self._names = rule, names
        update_wrapper(self, rule)

    def __call__(self, columns: Mapping[str, Column]) -> dict[str, Column]:
        """Return the columns that the rule makes of some."""
        if self._made is None:
            return self._rule(columns)
        run, names, chosen = self._made
        given = [columns[name] for name in self._names]
        return dict(zip(names, chosen(given + run(given)), strict=True))

    @cached_property
    def _made(
        self,
    ) -> tuple[Callable[..., list[Column]], Sequence[str], Callable[..., Sequence[Column]]] | None:
        """Return what the core makes, the names of the columns, and what chooses them among those given and made."""
        core: Any = native_module()
        if core is None:
            return None
        given = len(self._names)
        recording = _Recording(given)
        columns = {name: cast(Any, _Noted(recording, place)) for place, name in enumerate(self._names)}
        found = {name: column.place for name, column in cast(Any, self._rule(columns)).items()}
        made = sorted({place for place in found.values() if place >= given})
        steps = [*_laid_out(recording.needed(made), given, made)]
        rows = max([given + len(made) - 1, *(step[1] for step in steps)]) + 1
        numbers = array("q")
        for what, to, left, right, x, y in steps:
            numbers.extend(
                (what, to, *(rows + _TABLE - s if s <= _TABLE else s for s in (left, right)), x, y)
            )
        program = core.Program(given, len(made), rows, numbers.tobytes(), tuple(recording.tables))
        places = {place: given + n for n, place in enumerate(made)}
        chosen = itemgetter(*(places.get(place, place) for place in found.values()))
        return program.run, [*found], chosen


def program(*names: str) -> Callable[[Rule], Program]:
    """Make a program of a rule for the columns of some names."""
    return lambda rule: Program(rule, names)
