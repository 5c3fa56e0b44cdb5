"""Windows with nothing but a year are not read: none of them would give a date, and every month is seen."""

from __future__ import annotations

import pytest

from support.date_prose import items
from textnorm.dates import api, find_dates, months
from textnorm.dates.bare_years import is_bare_year
from textnorm.dates.options import DEFAULT
from textnorm.dates.windows import around, places


def is_skipped(text: str) -> bool:
    return any(is_bare_year(text, place) for place in around(text, places(text, DEFAULT)))


def test_what_is_skipped_holds_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [item.text for item in items(1, 7)]
    skipped = [text for text in texts if is_skipped(text)]
    assert len(skipped) > 5
    monkeypatch.setattr(api, "is_bare_year", lambda text, place: False)
    assert [text for text in skipped if find_dates(text)] == []


@pytest.mark.parametrize("table", [months.PLAIN, months.CAREFUL, months.SHORT])
def test_a_name_of_a_month_is_seen(table: dict[str, str]) -> None:
    names = [name for row in table.values() for variants in row.split() for name in variants.split("|")]
    texts = [f"در {spelling} ۱۳۹۷ باران" for name in names for spelling in (name, name.upper(), f"«{name}»")]
    assert [text for text in texts if is_skipped(text)] == []


@pytest.mark.parametrize(
    "text", ["۱۳۹۷", "در سال ۱۳۹۷ باران بارید", "the year 1397 was wet", "مردم در ۱۳۹۷ دیدند"]
)
def test_words_like_months_are_no_hindrance(text: str) -> None:
    assert is_skipped(text)
