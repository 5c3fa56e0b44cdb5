"""Whole columns: the days of `to_gregorian`, and the recipes of docs/recipes.md for pandas, polars and DuckDB."""

from __future__ import annotations

import datetime
import doctest
import math
import re
from pathlib import Path

import pytest

from support.date_forms import FORMS, arabic, persian
from textnorm.dates import DateOptions, InvalidDateError, from_gregorian, to_gregorian_many
from textnorm.dates.date_columns import _Days

RECIPES = Path(__file__).parents[2] / "docs" / "recipes.md"
DAY = datetime.date(2018, 9, 30)


@pytest.mark.thorough
def test_every_day() -> None:
    days = [datetime.date(1827, 3, 22) + datetime.timedelta(number) for number in range(0, 106_000, 7)]
    solar = [from_gregorian(day) for day in days]
    for write in (
        lambda y, m, d: f"{y}/{m:02}/{d:02}",
        lambda y, m, d: f"{persian(y)}/{persian(m)}/{persian(d)}",
        lambda y, m, d: f"{arabic(y)}-{arabic(m)}-{arabic(d)}",
        lambda y, m, d: f"{y}-{m:02}-{d:02} 12:30:05",
        lambda y, m, d: y * 10_000 + m * 100 + d,
        FORMS["d m y"],
    ):
        assert to_gregorian_many(write(*day) for day in solar) == days


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1397.7.8", DAY),
        ("1397_07_08", DAY),
        (" 13970708 ", DAY),
        ("1397-07-08T10:20:33+03:30", DAY),
        ("یکشنبه ۸ مهر ۹۷", DAY),
        ("22/07/1397", datetime.date(2018, 10, 14)),
        ("۱۴۰۷/۷/۸", datetime.date(2028, 9, 29)),
        (None, None),
        (math.nan, None),
        ("", None),
    ],
)
def test_values(value: object, day: datetime.date | None) -> None:
    assert to_gregorian_many([value]) == [day]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("1402/12/30", "Esfand 1402 has 29 days"),
        ("1397/13/01", "month"),
        ("07/08/1397", "either order"),
        ("۱۳۹2/۰2/۰۸", "two scripts"),
        ("مهر ۱۳۹۷", "no day"),
        ("باران", "no date"),
        ("97/7/8", "two digits"),
    ],
)
def test_errors(value: str, why: str) -> None:
    with pytest.raises(InvalidDateError, match=re.escape(value)) as error:
        to_gregorian_many([value])
    assert why in str(error.value)
    assert to_gregorian_many([value, "1397/7/8"], errors="none") == [None, DAY]


def test_order_and_context() -> None:
    assert to_gregorian_many(["08/07/1397"], order="dmy") == [DAY]
    assert to_gregorian_many(["07/08/1397"], order="mdy") == [DAY]
    column = ["۱۳۹۷/۷/۷", "97/7/8"]
    assert to_gregorian_many(column, DateOptions(context="text"))[1] == DAY
    with pytest.raises(ValueError, match="errors must be"):
        to_gregorian_many([], errors="ignore")  # type: ignore[arg-type]


def test_each_different_value_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    plain = _Days._day
    monkeypatch.setattr(_Days, "_day", lambda self, value: (read.append(value), plain(self, value))[1])
    to_gregorian_many(["1397/7/8", "1397/7/9"] * 1000)
    assert len(read) == 2


@pytest.mark.parametrize(
    ("heading", "modules"),
    [("pandas", ["pandas"]), ("polars", ["polars"]), ("DuckDB", ["duckdb", "pyarrow"])],
)
def test_recipes(heading: str, modules: list[str]) -> None:
    for module in modules:
        pytest.importorskip(module)
    first, *sections = RECIPES.read_text(encoding="utf-8").split("\n## ")
    section = next(section for section in sections if section.startswith(heading))
    test = doctest.DocTestParser().get_doctest(
        "import datetime\n" + first + section, {"datetime": datetime}, heading, str(RECIPES), 0
    )
    assert doctest.DocTestRunner().run(test).failed == 0
