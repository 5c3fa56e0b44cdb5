"""The choice of who wrote a page's only post: small, in whole numbers, and no name is taken from where none stands."""

from __future__ import annotations

from importlib.resources import files

import pytest

from textnorm.pages import PageOptions, read_page
from textnorm.pages.posts.name_model import name_line, name_model, name_places, name_signs
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.split import spans_of

MENU = ["خانه", "درباره ما", "تماس با ما", "جستجو", "ورود کاربران", "اقتصادی", "ورزشی"]
TEXT = [
    "باغبان‌های شهر از امسال به جای چمن گیاهان کم‌آب می‌کارند و حوض‌های خشک را پر از شن می‌کنند.",
    "کارگرها می‌گویند آبیاری نصف شده است و درخت‌ها هم سالم‌تر از پارسال به نظر می‌رسند.",
    "پارک بزرگ شهر تا پایان پاییز به همین شکل در می‌آید و بعد نوبت میدان‌ها می‌شود.",
]
FOOT = [
    "مطالب مرتبط",
    "باران سیل‌آسا در راه است",
    "دیدگاهتان را بنویسید",
    "نام",
    "ایمیل",
    "تمامی حقوق محفوظ است.",
]
TITLE, DAY = "چمن از پارک‌ها جمع می‌شود", "۱۲ مهر ۱۳۹۹"


def lines(text: list[str]) -> PageLines:
    return Reading("\n".join(text), PageOptions()).lines()


def test_it_is_small() -> None:
    assert len(files("textnorm.pages").joinpath("data", "name_model.json").read_bytes()) <= 20_000


def test_every_sign_has_a_number_for_each_line() -> None:
    page = lines([*MENU, "سمیرا رستمی", TITLE, DAY, *TEXT, *FOOT])
    (span,) = spans_of(page)
    places = name_places(page, span)
    signs = name_signs(page, span, places)
    assert set(name_model().features) <= set(signs)
    assert {len(column) for column in signs.values()} == {len(places)}


@pytest.mark.parametrize(
    "head",
    [
        ["سمیرا رستمی", TITLE, DAY],
        [TITLE, "سمیرا رستمی", DAY],
        [TITLE, DAY, "سمیرا رستمی"],
        ["سمیرا رستمی", "دنبال کردن", TITLE, "خواندن ۴ دقیقه", DAY],
    ],
    ids=["above the title", "below the title", "below the day", "with a button"],
)
def test_a_name_beside_the_title_is_found(head: list[str]) -> None:
    (post,) = read_page("\n".join([*MENU, *head, *TEXT, *FOOT])).posts
    assert post.author == "سمیرا رستمی"


def test_no_name_is_taken_where_none_stands() -> None:
    text = [*MENU, TITLE, DAY, *TEXT, *FOOT]
    page = lines(text)
    assert name_line(page, spans_of(page)[0]) is None
    (post,) = read_page("\n".join(text)).posts
    assert post.author is None
