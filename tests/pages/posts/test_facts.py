"""Rows of facts above a text, headings of its parts and who asked: what belongs to a text, and the near-misses."""

from __future__ import annotations

import pytest

from textnorm import Post, read_page
from textnorm.pages.posts.bylines import name_in

MENU = "خانه\nاخبار\nدرباره ما\nتماس با ما\nجستجو در سایت\nورود کاربران\n"
TEXT = (
    "باران دیشب از ساعت ده آغاز شد و تا سپیده‌دم بر بام خانه‌های روستا بارید.\n"
    "صبح که شد رود از بستر خود بیرون زده بود و پل چوبی را با خود برده بود."
)
FOOT = "\nتمامی حقوق این سایت محفوظ است.\nبازگشت به بالا"


def post(text: str, *, row: str = "۱۲ مهر ۱۳۹۹") -> Post:
    (found,) = read_page(f"{MENU}پل چوبی روستا را آب برد\n{row}\n{text}{FOOT}").posts
    return found


@pytest.mark.parametrize(
    "facts",
    [
        "عنوان: پل چوبی\nنویسنده: کیانوش دلاوری\nناشر: نشر بام",
        "کارگردان: مهتاب رضوان\nبازیگران: سعید کرمی، نگار وفایی\nسال ساخت: ۱۳۹۸",
        "حاضران: بهزاد نیازی، طاهره قنبری\nغایبان: ناصر یوسفی\nدستور جلسه: پل روستا",
        "زمان: سه‌شنبه ۱۸ مهر ۱۳۹۹، ساعت ۱۸\nمکان: خانهٔ هنر ترنج\nورودی: رایگان",
    ],
)
def test_facts_of_what_a_text_is_about_are_part_of_it(facts: str) -> None:
    found = post(f"{facts}\n{TEXT}", row="نویسنده: هنگامه فروتن\n۱۲ مهر ۱۳۹۹")
    assert (found.body, found.author) == (f"{facts}\n{TEXT}", "هنگامه فروتن")


@pytest.mark.parametrize(
    "rows",
    [
        "شناسنامه فیلم\nکارگردان: مهتاب رضوان\nبازیگران: سعید کرمی، نگار وفایی\nسال ساخت: ۱۳۹۸",
        "نویسنده: کیانوش دلاوری\nمترجم: نگار وفایی\nویراستار: سعید کرمی",
        "شماره ابلاغ: ۲۲۳۱\nمرجع تصویب: شورا\nگروه: قوانین",
    ],
)
def test_boxes_and_rows_of_a_post_are_no_text(rows: str) -> None:
    assert post(f"{rows}\n{TEXT}").body == TEXT


def test_the_writer_of_a_book_is_not_that_of_its_review() -> None:
    assert post(f"عنوان: پل چوبی\nنویسنده: کیانوش دلاوری\nناشر: نشر بام\n{TEXT}").author is None


def test_the_first_part_of_a_text_keeps_its_heading_where_a_second_follows() -> None:
    first, second = TEXT.split("\n")
    parts = f"روز اول\n{first}\nروز دوم\n{second}"
    assert post(parts).body == parts
    assert post(f"روز اول\n{TEXT}").body == TEXT


def test_an_invocation_opens_a_notice() -> None:
    assert post(f"انا لله و انا الیه راجعون\n{TEXT}").body.startswith("انا لله")


@pytest.mark.parametrize(
    "line",
    ["گفت‌وگو از شیدا مهرانی", "گفت‌وگوکننده: شیدا مهرانی", "مصاحبه: شیدا مهرانی", "مصاحبه‌گر: شیدا مهرانی"],
)
def test_who_asks_is_the_author_of_an_interview(line: str) -> None:
    assert name_in(line) == "شیدا مهرانی"


@pytest.mark.parametrize(
    "line", ["گفت‌وگو با شیدا مهرانی", "گفت‌وگو از سر گرفته شد", "مصاحبه: چرا باران نبارید"]
)
def test_no_other_line_on_an_interview_names_its_author(line: str) -> None:
    assert name_in(line) is None


SUMS = "جمع کمک‌ها: ۹۴۰ میلیون تومان\nخرید خوراک: ۸۱۰ میلیون تومان\nمانده: ۱۳۰ میلیون تومان"


def test_sums_on_end_are_part_of_a_text() -> None:
    first, second = TEXT.split("\n")
    assert post(f"{first}\n{SUMS}\n{second}").body == f"{first}\n{SUMS}\n{second}"


@pytest.mark.parametrize(
    "row",
    [
        "قیمت: ۸۱۰ هزار تومان",
        "قیمت: ۹۴۰ هزار تومان\nتخفیف: ۱۳۰ هزار تومان\nخرید: ۸۱۰ هزار تومان",
        "قیمت: ۹۴۰ هزار تومان\nخرید نقدی: ۸۱۰ هزار تومان\nخرید قسطی: ۹۹۰ هزار تومان",
    ],
)
def test_the_price_of_a_shop_is_not(row: str) -> None:
    first, second = TEXT.split("\n")
    assert "قیمت" not in post(f"{first}\n{row}\n{second}").body


SALE = "متراژ: ۹۵ متر\nسال ساخت: ۱۳۹۶\nپارکینگ: دارد\nآسانسور: دارد"


def test_facts_need_no_label_that_is_known() -> None:
    assert post(f"{SALE}\n{TEXT}").body == f"{SALE}\n{TEXT}"


def test_no_fact_is_the_title() -> None:
    text = f"{MENU}خانه‌ای کنار رود\n{SALE}\n{TEXT}{FOOT}"
    assert [found.title for found in read_page(text).posts] == ["خانه‌ای کنار رود"]


def test_what_every_post_has_is_no_fact() -> None:
    rows = "کد خبر: ۵۵۱۲\nگروه: شهر\nتعداد بازدید: ۱۲\nمنبع: روزنامه بام"
    assert post(f"{rows}\n{TEXT}").body == TEXT


def test_the_day_among_facts_is_that_of_the_post() -> None:
    rows = SALE.replace("\nپارکینگ", "\nتاریخ انتشار: ۳ آبان ۱۳۹۹\nپارکینگ")
    (found,) = read_page(f"{MENU}خانه‌ای کنار رود\n{rows}\n{TEXT}{FOOT}").posts
    assert (found.date_text, "پارکینگ: دارد" in found.body) == ("۳ آبان ۱۳۹۹", True)


def test_the_paper_behind_a_name_is_no_part_of_it() -> None:
    text = f"روزنامه راه مدنی\n{MENU}پل چوبی روستا را آب برد\nشکیلا نظری، راه مدنی\n۱۲ مهر ۱۳۹۹\n{TEXT}{FOOT}"
    assert [found.author for found in read_page(text).posts] == ["شکیلا نظری"]
    other = text.replace("روزنامه راه مدنی", "روزنامه بام")
    assert [found.author for found in read_page(other).posts] != ["شکیلا نظری"]
