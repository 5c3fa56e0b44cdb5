"""The edges of texts, and days and names beside them: what goes, and the near-misses that stay."""

from __future__ import annotations

import pytest

from textnorm import PageOptions, read_page
from textnorm.pages.posts.date_lines import dated_row
from textnorm.pages.posts.dating import Dating
from textnorm.pages.posts.likeness import interface_words

MENU = "خانه\nاخبار\nدرباره ما\nتماس با ما\nجستجو در سایت\nورود کاربران\n"
TEXT = (
    "باران دیشب از ساعت ده آغاز شد و تا سپیده‌دم بر بام خانه‌های روستا بارید.\n"
    "صبح که شد رود از بستر خود بیرون زده بود و پل چوبی را با خود برده بود."
)
FOOT = "\nتمامی حقوق این سایت محفوظ است.\nبازگشت به بالا"


def page(*, above: str = "", below: str = "") -> str:
    return f"{MENU}پل چوبی روستا را آب برد\n۱۲ مهر ۱۳۹۹\n{above}{TEXT}{below}{FOOT}"


@pytest.mark.parametrize("line", ["مشاهده خبر در قالب PDF", "فایل های مرتبط", "← خبر پیش از این"])
def test_interface_words_below_a_text_are_none_of_it(line: str) -> None:
    (post,) = read_page(page(below=f"\n{line}")).posts
    assert post.body == TEXT


@pytest.mark.parametrize("line", ["نامه‌ای به رود بنویسید و بخوانید.", "و پل هرگز ساخته نشد."])
def test_a_sentence_below_a_text_stays(line: str) -> None:
    (post,) = read_page(page(below=f"\n{line}")).posts
    assert post.body == f"{TEXT}\n{line}"


def test_a_word_of_threads_above_a_text_opens_none() -> None:
    text = page().replace("پل چوبی روستا", "گفت‌وگو\nپل چوبی روستا")
    (post,) = read_page(text, PageOptions(comments="keep")).posts
    assert (post.title, post.comments) == ("پل چوبی روستا را آب برد", ())


def test_a_heading_that_menus_have_stays_inside_a_text() -> None:
    first, second = TEXT.split("\n")
    (post,) = read_page(page().replace(TEXT, f"{first}\nتاریخچه\n{second}")).posts
    assert post.body == f"{first}\nتاریخچه\n{second}"


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("۰۷ شهریور ۹۸ ، ۲۳:۱۰", "2019-08-29"),
        ("شنبه 93 مهر 5 , ساعت 8:40 عصر", "2014-09-27"),
        ("« پاسخ #1 : آذر 07, 1398, 08:40:02 قبل از ظهر »", "2019-11-28"),
        ("الهام صادقی . معرفی کتاب . ۱۷ اردیبهشت ۱۴۰۱", "2022-05-07"),
    ],
)
def test_days(row: str, day: str) -> None:
    mark = dated_row(row, Dating())
    assert mark is not None
    assert str(mark.date) == day


def test_a_year_of_two_digits_without_a_clock_is_open() -> None:
    mark = dated_row("۷ شهریور ۹۸", Dating())
    assert mark is not None
    assert mark.date is None


def test_a_name_weekday_day_and_clock_sign_a_post() -> None:
    mark = dated_row("کاوه سه‌شنبه 28 فروردین 1397 ساعت 08:22", Dating())
    assert mark is not None
    assert (mark.style, mark.names, mark.signed) == ("byline", ("کاوه",), True)


def test_words_of_a_text_are_not_those_of_interfaces() -> None:
    known, telling = interface_words("نامه‌ای به همسایه روبه‌رویی")
    assert known < telling
