"""Days of posts stay in a page that is cleaned, and those of a site go."""

from __future__ import annotations

import pytest

from textnorm import clean, explain_tidy, tidy
from textnorm.pages.content.post_days import with_days

MENU = ["خانه", "درباره ما", "تماس با ما", "ورود", "عضویت", "جستجو"]
FIRST = "باران پاییزی از بامداد در شمال آغاز شد و قایق‌ها تا ظهر در بندر ماندند."
SECOND = "هفته پایانی تابستان خشک بود و نسیم ملایمی از سوی دریا تا خانه‌ها می‌آمد."
FOOT = ["نظر بدهید", "مطالب قدیمی‌تر", "نوشته‌های پیشین", "ورود", "تماس با ما", "تمامی حقوق محفوظ است"]


def test_days_above_posts_stay_and_become_iso_dates() -> None:
    page = "\n".join([*MENU, "۱۳۹۷ مهر ۸, یکشنبه", FIRST, "۱۳۹۷ شهریور ۲۴, شنبه", SECOND, *FOOT])
    assert (
        clean(page).split() == " ".join(["۱۳۹۷ مهر ۸, یکشنبه", FIRST, "۱۳۹۷ شهریور ۲۴, شنبه", SECOND]).split()
    )
    done = tidy(page)
    assert done.splitlines()[0] == "2018-09-30، یکشنبه"
    assert "2018-09-15، شنبه" in done
    assert (tidy(done), explain_tidy(page).text) == (done, done)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("۸ مهر ۱۳۹۷", True),
        ("تاریخ انتشار: ۱۶ دی ۱۳۹۹", True),
        ("یکشنبه ۸ مهر ۱۳۹۷ ساعت ۱۲:۳۰", True),
        ("مهر ۱۳۹۷", False),
        ("امروز: چهارشنبه ۱۷ دی ۱۳۹۹", False),
        ("۸ مهر ۱۳۹۷ | ۱۲ نظر | چاپ", False),
        ("30 September 2018", False),
        ("کد خبر: 139707", False),
    ],
)
def test_only_a_solar_day_that_is_alone_stays(line: str, stays: bool) -> None:
    assert with_days([line, "متن"], [False, True]) == [stays, True]


def test_a_day_far_from_the_text_goes() -> None:
    lines = ["۸ مهر ۱۳۹۷", "خانه", "ورود", "متن", "ورود", "خانه", "۹ مهر ۱۳۹۷"]
    kept = [line == "متن" for line in lines]
    assert with_days(lines, kept) == kept
