"""Days that are counted from the day of writing: «پارسال», «سال گذشته», and what is counted from elsewhere."""

from __future__ import annotations

import datetime

import pytest

from textnorm import DateOptions, find_dates

JUNE = DateOptions(reference=datetime.date(2020, 6, 1))  # 12 Khordad 1399


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("۱۸ خرداد پارسال", "2019-06-08"),
        ("پارسال ۱۸ خرداد باران بارید", "2019-06-08"),
        ("در ۱۸ خرداد سال گذشته", "2019-06-08"),
        ("امسال در روز ۲۰ تیر", "2020-07-10"),
        ("۱۸ خرداد سال جاری", "2020-06-07"),
        ("شنبه ۱۸ خرداد پارسال", "2019-06-08"),
        ("۳ فروردین سال آینده", "2021-03-23"),
        ("۳۰ اسفند سال آینده", None),  # 1400 is no leap year
        ("جمعه ۱۸ خرداد پارسال", None),  # it was a Saturday
        ("۱۸ خرداد سال گذشته (۱۳۹۷)", None),
        ("در ۱۳۸۰، ۱۸ خرداد سال گذشته", None),
        ("۱۸ خرداد سال بعد", None),  # after another year of the text, perhaps
        ("۱۸ خرداد سال قبل", None),
        ("۱۸ خرداد سه سال پیش", None),
        ("۱۸ خرداد همان سال", None),
    ],
)
def test_a_year_that_is_named_from_the_day_of_writing(text: str, iso: str | None) -> None:
    first = find_dates(text, JUNE)[0] if "۱۳۸۰" not in text else find_dates(text, JUNE)[-1]
    assert first.iso == iso
    assert [date.iso for date in find_dates(text, JUNE) if date.date] == ([iso] if iso else [])


@pytest.mark.parametrize(
    "text",
    [
        "روز: ۱۸ خرداد\nسال: ۱۳۷۵",
        "سال ورود: ۱۳۷۵\nروز ورود: ۱۸ خرداد",
        "۳ بهمن دیگر فرو ریخت",
        "هفت تیر را در دست گرفت",
        "پنج مهر را کنار هم چید",
        "حملات ۱۱ سپتامبر",
        "میدان ۹ نوامبر",
    ],
)
def test_days_of_another_year_and_things_that_are_counted(text: str) -> None:
    options = DateOptions(reference=datetime.date(2020, 6, 1), gregorian=True)
    assert [date.iso for date in find_dates(text, options) if date.date] == []


@pytest.mark.parametrize("text", ["۱۸ خرداد پارسال", "پارسال ۱۸ خرداد"])
def test_without_a_reference_the_year_stays_open(text: str) -> None:
    assert [date.iso for date in find_dates(text)] == [None]


@pytest.mark.parametrize(
    "text",
    ["سی‌ام سپتامبر سال ۲۰۱۸", "۳۰ سپتامبر سال ۲۰۱۸ میلادی", "سی‌ام ماه سپتامبر ۲۰۱۸", "30 September 2018"],
)
def test_gregorian_days_with_the_words_for_month_and_year(text: str) -> None:
    assert [date.iso for date in find_dates(text, DateOptions(gregorian=True))] == ["2018-09-30"]
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "۸ مهر، ۹۷",
        "۸ مهر (۹۷)",
        "۸ مهر/۹۷",
        "۸ مهر ـ ۹۷",
        "۸ مهر سال نود و هفت",
        "سال نود و هفت، ۸ مهر",
        "۸ مهر هشتاد و هشت",
        "۲۲ بهمن ۲۵۳۷",
        "22 Bahman 2537",
        "هر سال ۸ مهر",
        "۸ مهر هر سال",
        "on 8 Mehr every year",
        "8 Mehr two years ago",
        "۸ مهر دوسال قبل",
        "سال‌ها پیش، ۸ مهر",
        "۸ مهر، قرن ۱۳",
        "۱۵ خرداد دههٔ ۴۰",
        "۸ مهر\n۱۳۹۷",
        "خیابان ۱۷ شهریور جنوبی",
        "کودتای ۲۸ مرداد",
        "شهدای هفتم تیر",
        "متولد ۸ مهر",
        "۲ دی اکسید کربن",
        "۵ سی دی خریدم",
        "۵ مهر و موم شد",
    ],
)
def test_another_year_or_no_day_at_all(text: str) -> None:
    assert [date.iso for date in find_dates(text, JUNE) if date.date] == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("در ۸ تیر، ۱۲ نفر آمدند", "2020-06-28"),
        ("۸ تیر ساعت ۱۲:۳۰", "2020-06-28"),
        ("۸ تیر ۱۲:۳۰", "2020-06-28"),
        ("از ۸ تیر سی نفر می‌آیند", None),  # «سی» may be a year
        ("۸ دی ماه", "2019-12-29"),
        ("سی‌ام دی", "2020-01-20"),
        ("در خیابان، ۸ تیر", "2020-06-28"),
        ("۸ تیر در میدان", "2020-06-28"),
    ],
)
def test_what_stands_beside_and_is_no_year(text: str, iso: str | None) -> None:
    assert [date.iso for date in find_dates(text, JUNE) if date.date] == ([iso] if iso else [])
