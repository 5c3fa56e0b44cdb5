"""Rules for whole columns, written down once as a program that the native core does in one go.

A rule is a function from columns to columns, by their names, in terms of `Column` alone: it asks no column for a number. It is called
once with columns that write down what is done with them; without a core it is called for each page.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, update_wrapper
from operator import itemgetter
from typing import Any, cast

from textnorm.core import native_module
from textnorm.pages.content.columns import Column

Rule = Callable[[Mapping[str, Column]], dict[str, Column]]
#: from a column for each feature of a forest to a score for each line
Scores = Callable[[Sequence[Column]], list[int]]
#: the operations, in the order of core/native/pages.h
_ORDER = (
    "__add__", "__sub__", "__mul__", "__floordiv__", "__and__", "__or__", "__lt__", "__gt__", "equals", "has", "at_most", "at_least",
    "bit_lengths", "steps", "shifted", "totals", "lowest", "window", "since", "until", "runs", "sums", "peaks", "held", "held_below",
    "scored",
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
        #: forests, and the places of what they are asked about
        self.forests: list[tuple[Scores, list[int]]] = []

    def note(self, name: str, left: _Noted | int, right: _Noted | int, x: int = 0, y: int = 0) -> _Noted:
        """Write down a step, or find it where it was written down before."""
        number = left if isinstance(left, int) else right if isinstance(right, int) else x
        step = (_NUMBERS[name], self._side(left), self._side(right), number, y)
        return _Noted(self, self.places.setdefault(step, self.given + len(self.places)))

    def note_scores(self, scores: Scores, features: Sequence[_Noted]) -> _Noted:
        """Write down that a forest is asked about some columns."""
        self.forests.append((scores, [column.place for column in features]))
        number = len(self.forests) - 1
        return self.note("scored", number, number)

    def sides(self, step: Step) -> Sequence[int]:
        """Return the places that a step looks at."""
        return self.forests[step[3]][1] if step[0] == _NUMBERS["scored"] else step[1:3]

    def forests_by(self, rows: Mapping[int, int]) -> tuple[tuple[Any, bytes], ...]:
        """Return the forests, and the rows of what they are asked about; a forest's ``score`` is a method of it."""
        known = [(cast(Any, scores).__self__, places) for scores, places in self.forests]
        return tuple(
            (forest, array("i", [rows.get(p, 0) for p in places]).tobytes()) for forest, places in known
        )

    def _side(self, side: _Noted | int | Column) -> int:
        if isinstance(side, _Noted):
            return side.place
        if isinstance(side, int):
            return _NUMBER
        self.tables += [] if any(side is table for table in self.tables) else [side]
        return _TABLE - next(n for n, table in enumerate(self.tables) if table is side)

    def needed(self, places: Sequence[int]) -> list[tuple[int, Step]]:
        """Return the steps, in order, without which some places would stay empty."""
        wanted = {*places}
        steps = []
        for step, place in reversed(self.places.items()):
            if place in wanted:
                wanted.update(self.sides(step))
                steps.append((place, step))
        return steps[::-1]


class _Noted:
    """A column of which nothing is known but what is done with it."""

    def __init__(self, recording: _Recording, place: int) -> None:
        self.recording, self.place = recording, place

    def __rsub__(self, other: int) -> _Noted:
        return self.recording.note("__sub__", other, self)


def _beside(name: str) -> Callable[..., _Noted]:
    return lambda self, other: self.recording.note(name, self, other)


def _with_numbers(name: str) -> Callable[..., _Noted]:
    return lambda self, x=0, y=0: self.recording.note(name, self, self, x, y)


def _with_flags(name: str) -> Callable[..., _Noted]:
    return lambda self, flags, none: self.recording.note(name, self, flags, none)


_ALONE = ("bit_lengths", "shifted", "totals", "lowest", "window", "since", "until", "runs")
for _name in _ORDER[:-1]:
    _kind = _with_numbers if _name in _ALONE else _with_flags if _name.startswith("held") else _beside
    setattr(_Noted, _name, _kind(_name))


def _laid_out(recording: _Recording, made: Sequence[int]) -> tuple[list[tuple[int, ...]], dict[int, int]]:
    """Return the steps in terms of the rows that they make and look at, and the row of each place.

    A row is used again when nobody asks for its numbers any more.
    """
    steps, given = recording.needed(made), recording.given
    rows = {place: place for place in range(given)} | {place: given + n for n, place in enumerate(made)}
    last = {place: number for number, (_, step) in enumerate(steps) for place in recording.sides(step)}
    stay = {*rows}
    free: list[int] = []
    size = len(rows)
    found: list[tuple[int, ...]] = []
    for number, (place, (what, left, right, x, y)) in enumerate(steps):
        if place not in rows:
            size += not free
            rows[place] = free.pop() if free else size - 1
        found.append((what, rows[place], rows.get(left, left), rows.get(right, right), x, y))
        for side in dict.fromkeys(recording.sides(steps[number][1])):
            if side > _NUMBER and side not in stay and last[side] == number:
                free.append(rows[side])
    return found, rows


def scored(scores: Scores, columns: Sequence[Column]) -> Column:
    """Return what a forest says of each line, as a column; a program writes it down."""
    first: Any = columns[0]
    if isinstance(first, _Noted):
        return cast("Column", first.recording.note_scores(scores, cast("Sequence[_Noted]", columns)))
    return Column(scores(columns))


class Program:
    """A rule as the core does it: made at its first use."""

    def __init__(self, rule: Rule, names: Sequence[str]) -> None:
        self._rule, self._names = rule, names
        update_wrapper(self, rule)

    def __call__(self, columns: Mapping[str, Column]) -> dict[str, Column]:
        """Return the columns that the rule makes of some; where these are written down, so is what it does."""
        if isinstance(columns[self._names[0]], _Noted) or self._made is None:
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
        steps, at = _laid_out(recording, made)
        rows = max([given + len(made) - 1, *(step[1] for step in steps)]) + 1
        numbers = array("q")
        for what, to, left, right, x, y in steps:
            # tables stand behind all rows
            left, right = (side if side > _TABLE else rows + _TABLE - side for side in (left, right))
            numbers.extend((what, to, left, right, x, y))
        program = core.Program(
            given, len(made), rows, numbers.tobytes(), tuple(recording.tables), recording.forests_by(at)
        )
        places = {place: given + n for n, place in enumerate(made)}
        chosen = itemgetter(*(places.get(place, place) for place in found.values()))
        return program.run, [*found], chosen


def program(*names: str) -> Callable[[Rule], Program]:
    """Make a program of a rule for the columns of some names."""
    return lambda rule: Program(rule, names)
