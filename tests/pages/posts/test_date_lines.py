"""The lines that date a post, as templates write them, and lines that do not."""

from __future__ import annotations

import pytest

from textnorm import read_page
from textnorm.pages.posts.date_lines import dated_row, is_time_alone, mark_of
from textnorm.pages.posts.dating import Dating

MARKS = {
    "تاریخ انتشار : ۱۲ مهر ۱۴۰۱ - ۱۰:۲۵": ("label", "2022-10-04"),
    "نوشته شده توسط مینا رستگار در ۴ شهریور ۱۳۸۹ ساعت ۱۳:۲۰": ("byline", "2010-08-26"),
    "+ نوشته شده در شنبه بیست و چهارم شهریور ۱۳۹۷ساعت 13:20  توسط آرش": ("label", "2018-09-15"),
    "ارسال شده در ۱۳۹۷/۰۷/۰۸ توسط مدیر": ("label", "2018-09-30"),
    "۱۳۹۷ مهر ۸, یکشنبه": ("alone", "2018-09-30"),
    "مهر ۸, ۱۳۹۷": ("alone", "2018-09-30"),
    "[ چهارشنبه چهارم شهریور ۱۳۸۸ ] [ 13:20 ] [ آرش ]": ("label", "2009-08-26"),
    "By Dara Novak | September 30, 2018": ("byline", "2018-09-30"),
    "Posted on May 4, 2018 by Dara Novak": ("label", "2018-05-04"),
}
NONE = [
    "در ۸ مهر ۱۳۹۷ باران بارید و رودخانه بالا آمد.",
    "By 4 May 2018 the bridge was open.",
    "1990",
    "۱۳۹۷ مهر ۸, جمعه",
]


@pytest.mark.parametrize("line", MARKS)
def test_marks(line: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert mark.date is not None
    assert (mark.style, mark.date.isoformat()) == MARKS[line]


@pytest.mark.parametrize("line", NONE)
def test_no_marks(line: str) -> None:
    assert mark_of(line) is None


def test_a_plan_of_days_is_text() -> None:
    plan = [
        "۱) دانشجویان ۱۳۹۸: یکشنبه ۵ آذر از ساعت ۹",
        "۲) دانشجویان ۱۳۹۹: دوشنبه ۶ آذر از ساعت ۹",
        "۳) داوطلبان آزاد ۱۴۰۰: سه‌شنبه ۷ آذر از ساعت ۱۰",
    ]
    lead = "آزمون پایان دوره در سه روز برگزار می‌شود و هر گروه باید نیم ساعت پیش از آغاز در سالن باشد:"
    last = "آوردن کارت شناسایی برای همه گروه‌ها لازم است و بدون آن کسی به سالن راه داده نمی‌شود."
    page = read_page(
        "\n".join(["خانه", "تماس با ما", "زمان آزمون پایان دوره", "۱ آذر ۱۴۰۱", lead, *plan, last])
    )
    assert page.posts[0].body.split("\n")[-5:] == [lead, *plan, last]


@pytest.mark.parametrize(
    ("line", "alone"),
    [("۶ آذر", True), ("دوشنبه ۶ آذر ساعت ۹", True), ("گروه دوم ۱۴۰۰: ۶ آذر ساعت ۹", False)],
)
def test_what_happens_on_a_day_is_no_row_of_an_archive(line: str, alone: bool) -> None:
    mark = dated_row(line, Dating())
    assert mark is not None
    assert is_time_alone(mark) == alone
