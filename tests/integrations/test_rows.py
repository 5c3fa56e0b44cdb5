"""What all engines share, without any of them."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given

import textnorm
from support.strategies import texts
from textnorm import EDITORIAL, STANDARD, DateOptions
from textnorm.integrations import plain_data
from textnorm.integrations.rows import Outcome, attempt


@given(texts)
def test_an_attempt_is_the_function(text: str) -> None:
    assert attempt(textnorm.normalise, text) == Outcome(textnorm.normalise(text), None)


@given(texts)
def test_explained_is_explain(text: str) -> None:
    done, result = plain_data.explained(text, EDITORIAL), textnorm.explain(text, EDITORIAL)
    assert done["text"] == result.text
    assert [textnorm.Change(**change) for change in done["changes"]] == list(result.changes)
    assert sum(done["counts"].values()) == sum(len(change.rules) for change in result.changes)


@given(texts)
def test_dates_are_find_dates(text: str) -> None:
    found = textnorm.find_dates(text)
    for row, date in zip(plain_data.dates(text, DateOptions()), found, strict=True):
        solar = tuple(row.pop(name) for name in ("year", "month", "day"))
        assert textnorm.FoundDate(**row, solar=solar) == date


@pytest.mark.parametrize("row", [b"\xff", b"\xd8\x00", 3, ["rain"]])
def test_a_bad_row_is_an_error(row: object) -> None:
    value, error = attempt(textnorm.normalise, row)  # type: ignore[arg-type]
    assert value is None
    assert error is not None
    assert "Error: " in error


def test_a_failing_function_is_an_error_of_the_row() -> None:
    assert attempt(int, "rain") == Outcome(None, "ValueError: invalid literal for int() with base 10: 'rain'")


def test_nothing_but_exceptions_is_caught() -> None:
    def stop(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attempt(stop, "rain")


def test_options_can_travel() -> None:
    for options in (STANDARD, EDITORIAL, DateOptions(style="append"), plain_data.PostOptions(text=EDITORIAL)):
        assert pickle.loads(pickle.dumps(options)) == options


def test_dates_without_days_are_json() -> None:
    rows = plain_data.dates("مهر ۱۴۰۲ و سپس ۳۱ مهر ۱۴۰۰", DateOptions())
    assert [row["date"] for row in rows] == [None, None]
    assert json.loads(json.dumps(rows)) == rows
