"""Programs: the core does in one go what a rule does with columns, step by step."""

from __future__ import annotations

from array import array
from operator import add, and_, floordiv, mul, or_, sub

import pytest
from hypothesis import given, strategies as st

from textnorm.core import native_module
from textnorm.pages.content.columns import Column
from textnorm.pages.content.model import Forest
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
    assert made(1, 1, 2, array("q", (0, 1, 0, -1, 5, 0)).tobytes(), (), ()).run([Column([1, 2])]) == [
        Column([6, 7])
    ]
    with pytest.raises(ValueError, match="program"):
        made(1, 1, 2, array("q", (*step, 0, 0)).tobytes(), (), ())


@pytest.mark.skipif(native_module() is None, reason="needs the native core")
def test_columns_that_a_program_cannot_take_are_refused():
    rule = Program(lambda columns: {"sum": columns["x"] + columns["y"]}, ("x", "y"))
    for wrong in (Column([1, 2]), [1]):
        with pytest.raises(ValueError, match="one length"):
            rule({"x": Column([1]), "y": wrong})


#: asks whether the second of two numbers is above 5, and then for the first
TREE = {"features": ["one", "other"], "trees": [[[1, 5, 1, 2], [-1, 70], [0, 1, 3, 4], [-1, -8], [-1, 9]]]}


def test_a_program_asks_a_forest():
    forest = Forest.of_data(TREE, {})

    def rule(columns):
        features = {"one": columns["y"] - 1, "other": columns["x"] + 3}
        return {"score": forest.column(features), "twice": forest.column(features) * 2 + columns["x"]}

    given = {"x": Column([1, 3, 9]), "y": Column([0, 1, 7])}
    wanted = forest.scores({"one": given["y"] - 1, "other": given["x"] + 3})
    assert wanted == [70, -8, 9]
    for asked in (rule, Program(rule, ("x", "y"))):
        found = asked(given)
        assert found["score"].tolist() == wanted
        assert found["twice"].tolist() == [141, -13, 27]


@pytest.mark.skipif(native_module() is None, reason="needs the native core")
@pytest.mark.parametrize(
    ("forests", "step"),
    [
        ((), (25, 1, -1, -1, 0, 0)),
        ((b"\0" * 8,), (25, 1, -1, -1, 1, 0)),
        ((b"\0" * 8,), (25, 1, -1, -1, -1, 0)),
        ((b"\0" * 8,), (25, 0, -1, -1, 0, 0)),
        ((b"\0" * 8,), (25, 1, 0, -1, 0, 0)),
        ((b"\0" * 7,), (25, 1, -1, -1, 0, 0)),
        ((b"\0" * 4 + b"\1\0\0\0",), (25, 1, -1, -1, 0, 0)),
        ((b"\0" * 4 + b"\xff" * 4,), (25, 1, -1, -1, 0, 0)),
    ],
)
def test_a_program_that_asks_no_forest_is_refused(forests, step):
    made, forest = native_module().Program, Forest.of_data(TREE, {}).score.__self__
    right = made(
        1, 1, 2, array("q", (25, 1, -1, -1, 0, 0)).tobytes(), (), ((forest, array("i", (0, 0)).tobytes()),)
    )
    assert right.run([Column([1, 9])]) == [Column([70, 9])]
    steps = array("q", step).tobytes()
    with pytest.raises(ValueError, match="program"):
        made(1, 1, 2, steps, (), tuple((forest, rows) for rows in forests))
    with pytest.raises(ValueError, match="program"):
        made(1, 1, 2, array("q", (25, 1, -1, -1, 0, 0)).tobytes(), (), ((Column([1]), bytes(8)),))
