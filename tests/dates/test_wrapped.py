"""Dates over the line breaks of wrapped prose, and lines that are no wrapped prose."""

from __future__ import annotations

import pytest

from textnorm.dates import convert_dates, find_dates

BEFORE = "باران در شمال کشور از صبح روز"
AFTER = "آغاز شد و تا شب ادامه داشت."


@pytest.mark.parametrize(
    "date",
    ["۸ مهر\n۱۳۹۷", "۸\nمهر ۱۳۹۷", "۸ مهرماه\n۱۳۹۷", "هشتم مهر\n۱۳۹۷", "۸ مهر\nسال ۱۳۹۷", "8 Mehr\n1397"],
)
def test_over_a_break(date: str) -> None:
    text = f"{BEFORE} {date} {AFTER}"
    (found,) = find_dates(text)
    assert (found.iso, found.text) == ("2018-09-30", date)
    assert convert_dates(text) == f"{BEFORE} 2018-09-30 {AFTER}"


@pytest.mark.parametrize(
    "text",
    [
        "۸ مهر\n۱۳۹۷",
        f"{BEFORE} ۸ مهر\n\n۱۳۹۷ {AFTER}",
        f"{BEFORE} ۸ مهر\n۱۳۹۷",
        f"{BEFORE} ۸ مهر\n۱۳۹۷\n{AFTER}",
        f"نظرها\n۸\nمهر ۱۳۹۷ {AFTER}",
        f"{BEFORE} ۸ مهر\n۱۳۹۷/۷/۹ {AFTER}",
        f"{BEFORE} ۲۰۱۸\nمهر ۱۳۹۷ {AFTER}",
        f"{BEFORE} خبرگزاری مهر\n۱۳۹۷ خبر داد که باران می‌بارد",
    ],
)
def test_lines_apart(text: str) -> None:
    assert "2018-09-30" not in [date.iso for date in find_dates(text)]
