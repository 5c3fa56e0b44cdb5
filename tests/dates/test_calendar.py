"""The calendar against the official list, and against convertdate with its six known bad years."""

from __future__ import annotations

import csv
import datetime
import os
from pathlib import Path

import pytest

from textnorm.dates import (
    InvalidDateError,
    calendar_table,
    from_gregorian,
    is_leap,
    is_official,
    to_gregorian,
)
from textnorm.dates.calendar import month_length

ROWS = list(csv.DictReader((Path(__file__).parent / "official.csv").read_text(encoding="utf-8").splitlines()))
YEARS = [int(row["year"]) for row in ROWS]
#: convertdate 2.4 starts these years one day late; when it no longer does, this list shrinks
LATE_IN_CONVERTDATE = {1243, 1255, 1259, 1267, 1271, 1276}
SLOW = os.environ.get("TEXTNORM_SLOW_TESTS")
SAMPLE = [*sorted(LATE_IN_CONVERTDATE), 1206, 1244, 1277, 1342, 1357, 1399, 1403, 1404, 1408, 1498]


def test_the_list_is_the_official_one() -> None:
    assert list(range(1206, 1499)) == YEARS
    assert [is_leap(year) for year in YEARS] == [row["leap"] == "1" for row in ROWS]


def test_every_day_both_ways() -> None:
    day = datetime.date.fromisoformat(ROWS[0]["nowruz"])
    for row in ROWS:
        year = int(row["year"])
        assert day.isoformat() == row["nowruz"]
        for month in range(1, 13):
            for number in range(1, month_length(year, month) + 1):
                assert to_gregorian(year, month, number) == day
                assert from_gregorian(day) == (year, month, number)
                day += datetime.timedelta(days=1)


def test_every_invalid_day_raises() -> None:
    for year in YEARS:
        for month in range(-1, 15):
            last = month_length(year, month) if 1 <= month <= 12 else 0
            for number in (-1, 0, last + 1, 32, 99):
                with pytest.raises(InvalidDateError, match="is not a Solar Hijri date"):
                    to_gregorian(year, month, number)


@pytest.mark.parametrize("year", [0, -5, 2378, 9378, 100000])
def test_years_that_cannot_be_computed(year: int) -> None:
    with pytest.raises(InvalidDateError, match="the year must be"):
        to_gregorian(year, 1, 1)


def test_the_first_and_the_last_day() -> None:
    first, last = to_gregorian(1, 1, 1), to_gregorian(2377, 12, 30)
    assert from_gregorian(first) == (1, 1, 1)
    assert from_gregorian(last) == (2377, 12, 30)
    day = datetime.timedelta(days=1)
    for outside in (first - day, last + day, datetime.date.min, datetime.date.max):
        with pytest.raises(InvalidDateError, match="no Solar Hijri year between 1 and 2377"):
            from_gregorian(outside)


@pytest.mark.thorough
@pytest.mark.parametrize("year", YEARS if SLOW else SAMPLE)
def test_convertdate_differs_in_six_years_only(year: int) -> None:
    from convertdate import persian

    late = datetime.date(*persian.to_gregorian(year, 1, 1)) - to_gregorian(year, 1, 1)
    assert late.days == (1 if year in LATE_IN_CONVERTDATE else 0)


@pytest.mark.parametrize("year", [1, 1100, 1205, 1500, 2377])
def test_outside_the_list(year: int) -> None:
    assert not is_official(year)
    day = to_gregorian(year, 7, 8)
    assert from_gregorian(day) == (year, 7, 8)


def test_the_year_after_the_list_follows_it() -> None:
    assert to_gregorian(1499, 1, 1) - to_gregorian(1498, 12, 30) == datetime.timedelta(days=1)


def test_table_of_a_year() -> None:
    table = calendar_table(1403)
    assert [days for *_, days in table] == [31] * 6 + [30] * 6
    assert table[-1][2].isoformat() == "2025-02-19"
