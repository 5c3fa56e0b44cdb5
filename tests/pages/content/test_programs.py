"""Programs: the core does in one go what a rule does with columns, step by step."""

from __future__ import annotations

from array import array
from operator import add, and_, floordiv, mul, or_, sub

import pytest
from hypothesis import given, strategies as st

from textnorm.core import native_module
from textnorm.pages.content.columns import Column
from textnorm.pages.content.programs import Program, program
from textnorm.pages.content.whole_columns import everywhere, line_count, peak, places, total

NUMBERS = st.lists(st.tuples(st.integers(-9, 9), st.integers(0, 2)), max_size=40)
TABLE = Column([0, 1, 1, 5])


def _in_turn(one, flags):
    """What a rule can do with two columns, one result of each kind."""
    yield from (combine(one, other) for combine in (add, sub, mul, and_, or_) for other in (flags, 3))
    yield from (one // (flags + 1), one // -2, 5 - one, one < flags, one > 0, one.equals(flags), one.has(3))
    yield from (
        one.at_most(flags),
        one.at_least(-1),
        (one * one).bit_lengths(),
        one.steps(TABLE),
        flags.steps(one),
    )
    yield from (
        one.shifted(-2, 7),
        one.shifted(1, 0),
        one.totals(),
        one.lowest(),
        one.window(2, 1),
        one.window(0, 3),
    )
    yield from (flags.since(), flags.until(), flags.runs(), one.sums(flags), one.peaks(flags))
    yield from (one.held(flags, -5), one.held_below(flags, 4), everywhere(2, one), places(one), total(one))
    yield from (peak(one), line_count(one))


def _rule(columns):
    made = {}
    for number, column in enumerate(_in_turn(columns["one"], columns["flags"])):
        made[f"{number}"] = column
        made[f"{number} deeper"] = column.shifted(1, 1) + columns["flags"]
        made[f"{number} again"] = sub(column, floordiv(column, 2))
    return made


@given(NUMBERS)
def test_a_program_gives_what_its_rule_gives(rows):
    given_columns = {"one": Column(one for one, _ in rows), "flags": Column(flag for _, flag in rows)}
    found, wanted = Program(_rule, ("one", "flags"))(given_columns), _rule(given_columns)
    assert {name: column.tolist() for name, column in found.items()} == {
        name: column.tolist() for name, column in wanted.items()
    }


def test_a_column_that_is_given_and_one_that_is_returned_twice():
    @program("x")
    def rule(columns):
        return {
            "same": columns["x"],
            "one": columns["x"] + 1,
            "two": columns["x"] + 1,
            "of both": columns["x"] + 1 + columns["x"],
        }

    found = rule({"x": Column([1, 2]), "not asked for": Column([])})
    assert [column.tolist() for column in found.values()] == [[1, 2], [2, 3], [2, 3], [3, 5]]
    assert [*found] == ["same", "one", "two", "of both"]


def test_a_division_by_zero_is_an_error():
    rule = Program(lambda columns: {"share": columns["x"] // columns["y"]}, ("x", "y"))
    with pytest.raises(ZeroDivisionError):
        rule({"x": Column([1]), "y": Column([0])})


@pytest.mark.skipif(native_module() is None, reason="needs the native core")
@pytest.mark.parametrize(
    "step",
    [
        (0, 0, 0, 0),
        (0, 9, 0, 0),
        (0, 1, 2, 0),
        (0, 1, 0, 1),
        (99, 1, 0, 0),
        (-1, 1, 0, 0),
        (15, 1, -1, 0),
        (0, 1, 0, 3),
    ],
)
def test_a_broken_program_is_refused(step):
    made = native_module().Program
    assert made(1, 1, 2, array("q", (0, 1, 0, -1, 5, 0)).tobytes(), ()).run([Column([1, 2])]) == [
        Column([6, 7])
    ]
    with pytest.raises(ValueError, match="program"):
        made(1, 1, 2, array("q", (*step, 0, 0)).tobytes(), ())


@pytest.mark.skipif(native_module() is None, reason="needs the native core")
def test_columns_that_a_program_cannot_take_are_refused():
    rule = Program(lambda columns: {"sum": columns["x"] + columns["y"]}, ("x", "y"))
    for wrong in (Column([1, 2]), [1]):
        with pytest.raises(ValueError, match="one length"):
            rule({"x": Column([1]), "y": wrong})
