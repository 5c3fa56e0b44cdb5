"""Date lines for the pages: nothing but a date, Solar Hijri or Gregorian."""

from __future__ import annotations

import pytest

from textnorm.dates import InvalidDateError, date_line, gregorian_date, parse_date

LINES = [
    "۱۳۹۷ مهر ۸, یکشنبه",
    "یکشنبه ۸ مهر ۱۳۹۷",
    "یکشنبه، ۸ مهرماه ۱۳۹۷ ساعت ۱۲:۳۰",
    "۱۲:۳۰ - ۱۳۹۷/۷/۸",
    "مورخ ۱۳۹۷/۰۷/۰۸",
    "تاریخ انتشار: ۸ مهر ۱۳۹۷ - ۱۲:۳۰",
    "منتشر شده در ۸ مهر ۱۳۹۷",
    "[۸ مهر ۱۳۹۷]",
    "۸ مهر ۱۳۹۷ برابر با ۳۰ سپتامبر ۲۰۱۸ میلادی",
    "Sunday, 30 September 2018",
    "30 September 2018",
    "September 30, 2018",
    "Sep 30, 2018 12:30",
    "Posted on September 30, 2018",
    "30th September 2018",
    "2018-09-30",
    "2018/09/30",
    "یکشنبه ۳۰ سپتامبر ۲۰۱۸",
    "٣٠ سپتامبر ٢٠١٨",
]
NOT_LINES = [
    "",
    "   ",
    "مهر ۱۳۹۷",
    "در ۸ مهر ۱۳۹۷ باران بارید",
    "باران ۸ مهر ۱۳۹۷",
    "۸ مهر ۱۳۹۷ تا ۱۲ مهر ۱۳۹۷",
    "Rain of 30 September 2018",
    "In 2018 it rained",
    "۳۰ اسفند ۱۴۰۲",
    "31 June 2018",
    "12:30",
    "یکشنبه",
    "version 2018.09.30.1",
]


@pytest.mark.parametrize("line", LINES)
def test_date_lines(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.iso == "2018-09-30"


@pytest.mark.parametrize("line", NOT_LINES)
def test_other_lines(line: str) -> None:
    assert date_line(line) is None


def test_gregorian_months_of_every_name() -> None:
    for text in ("۵ مه ۲۰۱۸", "۵ می ۲۰۱۸", "5 May 2018", "۵ مئی ۲۰۱۸", "May 5th, 2018", "5 مايو 2018"):
        found = gregorian_date(text)
        assert found is not None, text
        assert found.iso == "2018-05-05"


def test_gregorian_numbers_with_the_year_last_are_uncertain() -> None:
    assert gregorian_date("09/08/2018") is None


@pytest.mark.parametrize("text", ["", "باران", "مهر ۱۳۹۷", "۸ مهر ۱۳۹۷ و ۹ مهر ۱۳۹۷", "۳۰ اسفند ۱۴۰۲"])
def test_parse_date_says_what_it_was_given(text: str) -> None:
    with pytest.raises(InvalidDateError) as error:
        parse_date(text)
    assert repr(text) in str(error.value)
