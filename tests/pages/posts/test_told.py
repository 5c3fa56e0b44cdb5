"""What a line tells is found out once, unless its page has a say in it."""

from __future__ import annotations

from textnorm.pages.posts import told
from textnorm.pages.posts.dating import Dating
from textnorm.pages.posts.told import line_told

SHORT, WHOLE = "۹۷/۰۷/۰۹", "۱۳۹۷/۰۷/۰۸"


def days_of(line: str, pages: list[list[str]]):
    marks = [line_told(line, 0, Dating(lines=page)).mark for page in pages]
    return [mark and mark.date and mark.date.isoformat() for mark in marks]


def test_a_page_decides_its_own_dates_alone():
    with_year, without = [SHORT, WHOLE], [SHORT, "باران"]
    assert days_of(SHORT, [with_year, without, with_year]) == ["2018-10-01", None, "2018-10-01"]
    assert days_of(WHOLE, [with_year, without, [WHOLE]]) == ["2018-09-30"] * 3


def test_lines_of_other_pages_are_not_asked_again(monkeypatch):
    asked: list[str] = []
    row = told.dated_row
    monkeypatch.setattr(told, "dated_row", lambda line, dating: asked.append(line) or row(line, dating))
    menu = ["باران‌های شمالی ۱", "نوشته شده توسط نسیم بارانی", "۱۲ مهر ۱۳۹۱ - ۱۰:۴۷", "۱۲ مهر ۹۱"]
    for page in (menu, menu):
        for line in menu:
            line_told(line, 0, Dating(lines=page))
    assert sorted(asked) == sorted([*menu, menu[-1]])  # a year of two digits hangs on its page
