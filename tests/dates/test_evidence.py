"""What is open in a date is decided by its weekday, its era, its equivalent or the other dates of the text."""

from __future__ import annotations

import datetime

import pytest

from textnorm.dates import DateOptions, date_line, find_dates, from_gregorian, text_evidence

TEXT = DateOptions(context="text")


def found(text: str, options: DateOptions = TEXT) -> list[tuple[str | None, str | None]]:
    return [(date.iso, date.evidence) for date in find_dates(text, options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("یکشنبه ۸ مهر ۹۷", ("2018-09-30", "weekday")),
        ("جمعه 90/3/20", ("2011-06-10", "weekday")),
        ("ی ۰۸ مهر ۹۷", ("2018-09-30", "weekday")),
        ("Sunday, 7/8/1397 AP", ("2018-09-30", "weekday")),
        ("۷/۸/۱۳۹۷ (2018-09-30)", ("2018-09-30", "equivalent")),
        ("۹۷/۷/۸ (2018-09-30)", ("2018-09-30", "equivalent")),
        ("8\u200f/7\u200f/1397 ه\u200d.ش", ("2018-09-30", "era")),
        ("٨/٧/١٣٩٧ ه.ش", ("2018-09-30", "era")),
        ("08/07/1397 A. P.", ("2018-09-30", "era")),
        ("۱۴۰۷/۷/۸ ه.ش", ("2028-09-29", "era")),
        ("۱۳۹۷/۷/۸", ("2018-09-30", None)),
    ],
)
def test_what_stands_beside_it(text: str, expected: tuple[str, str | None]) -> None:
    assert found(text, DateOptions()) == [expected]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("دوشنبه ۸ مهر ۹۷", "its weekday fits no century"),
        ("Friday ۱۲/۰۵/۲۳", "its weekday fits no century"),
        ("97/7/8", "year of two digits"),
        ("07/08/1397", "either order"),
        ("۷/۸/۱۳۹۷ ه\u200d.ش.", "either order"),  # so writes ICU in Persian, and means the eighth of Mehr
    ],
)
def test_in_doubt_no_day(text: str, reason: str) -> None:
    dates = find_dates(text)
    assert [date.iso for date in dates] == [None]
    assert reason in str(dates[0].reason)


def test_every_weekday_decides_or_nothing_does() -> None:
    """Of all days of a year: the right century, or none."""
    names = ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"]
    decided = 0
    for offset in range(0, 365, 3):
        day = datetime.date(2018, 3, 21) + datetime.timedelta(offset)
        _, month, number = from_gregorian(day)
        text = f"{names[day.weekday()]} 97/{month:02}/{number:02}"
        (date,) = find_dates(text)
        assert date.iso in (day.isoformat(), None), text
        decided += date.iso is not None
    assert decided > 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۱۳۹۷/۰۷/۰۸\n۹۷/۷/۹", ["2018-09-30", "2018-10-01"]),
        ("30 September 2018\n97/7/10", ["2018-10-02"]),
        ("97/7/8\n۰۳/۰۷/۰۸\n۸ مهر ۱۳۹۷", ["2018-09-30", "2024-09-29", "2018-09-30"]),
        ("25/07/1397\n07/08/1397", ["2018-10-17", "2018-10-29"]),
        ("07/25/1397\n07/08/1397", ["2018-10-17", "2018-09-30"]),
        ("1405/12/20\n1406/01/05", ["2027-03-11", "2027-03-25"]),
        ("۸ مهر ۹۷ و ۹ مهر ۱۳۹۷", ["2018-09-30", "2018-10-01"]),
    ],
)
def test_the_other_dates_of_the_text(text: str, expected: list[str]) -> None:
    assert [date for date, _ in found(text)] == expected
    assert "text" in [evidence for _, evidence in found(text)]
    assert "text" not in [evidence for _, evidence in found(text, DateOptions())]


@pytest.mark.parametrize(
    "text",
    [
        "۲۲ بهمن ۵۷\n۸ مهر ۱۳۹۷",
        "97/7/10\n98/5/6",
        "25/07/1397\n07/25/1397\n07/08/1397",
        "۰۸/۰۷/۰۶\n۸ مهر ۱۳۹۷",
        "1405/12/20\n1440/01/05",
    ],
)
def test_what_the_text_does_not_decide(text: str) -> None:
    dates = find_dates(text, TEXT)
    assert "text" not in [date.evidence for date in dates]
    assert None in [date.iso for date in dates]


def test_evidence_of_a_page_serves_its_lines() -> None:
    evidence = text_evidence("باران\n۱۳۹۷/۰۷/۰۸\nمه\n۹۷/۷/۹")
    line = date_line("۹۷/۷/۹", evidence=evidence)
    assert line is not None
    assert (line.iso, line.evidence) == ("2018-10-01", "text")
    assert date_line("۹۷/۷/۹") is None
    assert text_evidence("باران") is None
