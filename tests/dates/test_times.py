"""The time beside a date: where it stands, which half of the day, and the zone that a text states."""

from __future__ import annotations

import pytest

from textnorm.dates import find_dates


def times(text: str) -> list[str]:
    return [str(date.time) for date in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۸ مهر ۱۳۹۷ ساعت ۶:۰۱", "06:01:00"),
        ("یکشنبه، ۸ مهرماه ۱۳۹۷ ساعت ۱۲:۳۰", "12:30:00"),
        ("11:16 ب.ظ - ۸ مهر ۱۳۹۷", "23:16:00"),
        ("تاریخ : شنبه ۷ مهر ۱۳۹۷ | ۰۶:۰۵ ب.ظ | نویسنده", "18:05:00"),
        ("۸ مهر ۱۳۹۷، ۱۲:۲۷ ق‌ظ", "00:27:00"),
        ("۸ مهر ۱۳۹۷، ۱۲:۲۷ بعد از ظهر", "12:27:00"),
        ("بعد از ظهر 06:05 08 مهر 1397", "18:05:00"),
        ("[ یکشنبه هشتم مهر ۱۳۹۷ ] [ ۰۰:۴۵ صبح ] [ سارا ]", "00:45:00"),
        ("مهر ۱۳۹۷ ۰۸   ۱۸:۰۵  ب ظ", "18:05:00"),
        ("Sun Meh 08 18:05:09 1397", "18:05:09"),
        ("ساعت ۱۱:۰۸ ب.ظ روز چهارشنبه ۱۷ تیر ۱۳۸۸", "23:08:00"),
        ("۱۲:۳۰ - ۱۳۹۷/۷/۸", "12:30:00"),
        ("سارا - ۱۳۹۷/۷/۸ - ۱۲:۳۰: عالی", "12:30:00"),
        ("۱۳۹۷/۰۷/۰۸۱۲:۳۰", "12:30:00"),
        ("12:301397/07/08", "12:30:00"),
        ("یکشنبه هشتم مهر ۱۳۹۷ساعت 21:33", "21:33:00"),
        ("Mehr 08, 1397 at 10:20 am", "10:20:00"),
        ("۸ مهر ۱۳۹۷ ساعت ۱۱:۰۰ شب", "23:00:00"),
        ("1397-07-08T10:20:33+03:30", "10:20:33+03:30"),
        ("1397-07-08T10:20:33Z", "10:20:33+00:00"),
        ("Sunday, Mehr 8th, 1397 at 6:05:09 PM GMT+03:30", "18:05:09+03:30"),
        ("8 Mehr 1397 10:20 UTC", "10:20:00+00:00"),
        ("ساعت:۱۰:۰۵ تاریخ:۱۳۹۷/۰۷/۰۸", "10:05:00"),
        ("دوشنبه نهم مهر ۱۳۹۷ساعت 9:5 توسط سارا", "09:05:00"),
        ("۸ مهر ۱۳۹۷ ۰۶:۴۰\nعصر باران بارید", "06:40:00"),
    ],
)
def test_a_time(text: str, expected: str) -> None:
    assert times(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "۸ مهر ۱۳۹۷",
        "۸ مهر ۱۳۹۷ باران در ۱۲:۳۰ بارید",
        "نتیجه 2:30 بود. ۸ مهر ۱۳۹۷",
        "۸ مهر ۱۳۹۷ ساعت ۲۵:۳۰",
        "۸ مهر ۱۳۹۷\nساعت ۱۲:۳۰",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == ["None"]


def test_a_zone_is_stated_and_never_assumed() -> None:
    (stated,) = find_dates("۸ مهر ۱۳۹۷ ساعت ۱۰:۳۰ به وقت تهران")
    (plain,) = find_dates("۸ مهر ۱۳۹۷ ساعت ۱۰:۳۰")
    assert stated.time is not None
    assert plain.time is not None
    assert (str(stated.time.tzinfo), plain.time.tzinfo) == ("Asia/Tehran", None)
