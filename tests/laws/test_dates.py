"""Laws on arbitrary text: twice is once, offsets hold, nothing else is touched, time is linear."""

from __future__ import annotations

import datetime
import pickle

import pytest
from hypothesis import given, strategies as st

from support.date_cases import FOUND, REFUSED
from support.growth import assert_linear
from support.strategies import date_texts, examples, spaced_dates
from textnorm.dates import DateOptions, convert_dates, date_line, find_dates, gregorian_date

OPTIONS = [
    DateOptions(),
    DateOptions(style="append"),
    DateOptions(isolate=True),
    DateOptions(style="append", isolate=True),
    DateOptions(two_digit_years="recent", compact=True, urls=True),
    DateOptions(reference=datetime.date(2018, 9, 30), style="append"),
    DateOptions(context="text", gregorian=True, style="append"),
    DateOptions(
        context="text", two_digit_years="recent", reference=datetime.date(2018, 9, 30), gregorian=True
    ),
]


@pytest.mark.parametrize("options", OPTIONS)
@examples(1.25)
@given(text=date_texts | spaced_dates)
def test_twice_is_once(options: DateOptions, text: str) -> None:
    once = convert_dates(text, options)
    assert convert_dates(once, options) == once


@pytest.mark.slow
@pytest.mark.parametrize("options", OPTIONS)
def test_twice_is_once_on_the_cases(options: DateOptions) -> None:
    for text in [text for text, _ in FOUND] + REFUSED:
        once = convert_dates(text, options)
        assert convert_dates(once, options) == once


@examples(2.5)
@given(text=date_texts | spaced_dates)
def test_offsets_hold_and_do_not_overlap(text: str) -> None:
    last = 0
    for date in find_dates(text, OPTIONS[4]):
        assert last <= date.start < date.end <= len(text)
        assert text[date.start : date.end] == date.text
        assert (date.date is None) == (date.iso is None)
        assert date.date or date.reason
        last = date.end


@examples(1.25)
@given(text=date_texts | spaced_dates, before=st.sampled_from(["باران\n", "rain\n\n", "😀\n"]))
def test_shifting_the_text_shifts_the_offsets(text: str, before: str) -> None:
    shift = len(before)
    moved = [(date.start - shift, date.end - shift, date.iso) for date in find_dates(before + text)]
    assert moved == [(date.start, date.end, date.iso) for date in find_dates(text)]


@examples(1.25)
@given(text=date_texts | spaced_dates)
def test_append_only_adds(text: str) -> None:
    appended = convert_dates(text, DateOptions(style="append"))
    rest = iter(appended)
    assert all(char in rest for char in text)


@examples(1.25)
@given(text=date_texts | spaced_dates)
def test_page_helpers_never_fail(text: str) -> None:
    for found in (date_line(text), gregorian_date(text)):
        assert found is None or text[found.start : found.end] == found.text


def test_isolates_keep_the_order_on_the_screen() -> None:
    assert convert_dates("۸ مهر ۱۳۹۷", DateOptions(isolate=True)) == "\u20662018-09-30\u2069"


def test_append_once() -> None:
    append = DateOptions(style="append")
    once = convert_dates("۸ تا ۱۲ مهر ۱۳۹۷", append)
    assert once == "۸ (2018-09-30) تا ۱۲ مهر ۱۳۹۷ (2018-10-04)"
    assert convert_dates("۸ مهر ۱۳۹۷ (30 September 2018)", append) == "۸ مهر ۱۳۹۷ (30 September 2018)"


def test_pickle_and_hash() -> None:
    found = find_dates("۸ مهر ۱۳۹۷")[0]
    assert pickle.loads(pickle.dumps(found)) == found
    assert {DateOptions(): 1}[pickle.loads(pickle.dumps(DateOptions()))] == 1


HOSTILE = [
    *[
        "1",
        "۱",
        "/",
        "1/",
        "1397/",
        "1397/7/8/",
        "مهر",
        "م",
        "a",
        "1,",
        "111,111",
        "1.",
        "ـ",
        "هـ",
        "ه.",
        "(",
        "8(",
        "97/",
        "/1397/7/8",
        "http://",
        "1٫",
        "1:1",
    ],
    *[
        " ",
        "1 ",
        "1397 ",
        "\u00a0",
        "\u200c",
        "1\u200c",
        "1\u200f",
        "مهر ",
        "8 مهر ",
        "هزار و ",
        "هزار و سیصد و ",
        "یکشنبه ",
    ],
    *[
        "8 و ",
        "1 و 2 و 3 و ",
        "12:30 ",
        "مهر\u200c",
        "8 تا ",
        "1397 مهر ",
        "م\u064b",
        "1397\u200c",
        "( ",
        "A. ",
        "\u200b/",
        "97/7/8 ",
        "8 مهر/میزان ",
        "8 مهر از ",
        "بیستو ",
        "شنبه 7 و ",
        "8 مهر تا ",
        "_8_مهر",
        "8 مهر 1397&",
        "ه.ق 1397/7/8 ",
    ],
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_linear_on_hostile_text(piece: str) -> None:
    small = piece * (10_000 // len(piece))
    assert_linear(find_dates, small, 8 * small, 8)
