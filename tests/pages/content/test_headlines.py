"""The headline of a text stays in a page that is cleaned, and what stands round it goes."""

from __future__ import annotations

from importlib.resources import files

import pytest

from textnorm import clean, explain_clean, read_page, tidy
from textnorm.pages.content import headlines
from textnorm.pages.content.columns import Column
from textnorm.pages.content.headlines import with_headlines
from textnorm.pages.content.judged import judged
from textnorm.pages.content.line_features import own_features
from textnorm.pages.content.model import page_model

MENU = ["خانه", "درباره ما", "تماس با ما", "جستجو", "ورود کاربران", "اقتصادی", "ورزشی"]
TITLE, DAY = "قنات‌های روستا دوباره آب می‌دهند", "۱۲ مهر ۱۳۹۹"
TEXT = [
    "قنات‌های روستا پس از ده سال خشکی از امسال بهار دوباره آب می‌دهند و باغ‌ها جان گرفته‌اند.",
    "مقنی‌های پیر می‌گویند لایروبی سه ماه طول کشید و هر روز دو سطل گل بیرون می‌آمد.",
    "اهالی روستا نوبت آب را مثل گذشته با یک کاسه سوراخ‌دار اندازه می‌گیرند و کسی گله‌ای ندارد.",
]
TEXT_WITH_CAPITALS = [
    "The old channels carry water again after ten dry years, and the gardens are green."
] * 2
FOOT = ["مطالب مرتبط", "سیل در راه است", "دیدگاهتان را بنویسید", "نام", "ایمیل", "تمامی حقوق محفوظ است."]


@pytest.mark.parametrize(
    "head",
    [
        [TITLE, DAY],
        [DAY, TITLE],
        [TITLE],
        ["جامعه", TITLE, "کد خبر: ۱۲۳۴۵", DAY],
        [TITLE, DAY, "چاپ", "ارسال به دوستان"],
    ],
    ids=["above the day", "below the day", "alone", "between rows", "above tools"],
)
def test_a_headline_stays_above_its_text(head: list[str]) -> None:
    page = "\n".join([*MENU, *head, *TEXT, *FOOT])
    done = clean(page)
    assert [line for line in done.split("\n") if line] == [
        *(line for line in head if line in (TITLE, DAY)),
        *TEXT,
    ]
    assert clean(done) == done == explain_clean(page).text
    assert tidy(tidy(page)) == tidy(page)


def test_each_text_of_a_page_has_its_headline() -> None:
    other = [
        "کبوترهای بام مسجد کوچ کردند",
        "۲ آبان ۱۳۹۹",
        "کبوترهای بام مسجد با اولین سرما به دشت کوچ کردند و تا بهار برنمی‌گردند.",
    ]
    page = "\n".join([*MENU, TITLE, DAY, *TEXT, "نظرات (۳)", *other, "نظرات (۱)", *FOOT])
    assert [line for line in clean(page).split("\n") if line] == [TITLE, DAY, *TEXT, *other]


@pytest.mark.parametrize("row", ["خانه", "ورود", "اقتصادی", "بازدید: ۱۲۳", "۲ نظر", "چاپ", "بیشتر بخوانید"])
def test_rows_of_the_site_are_no_headline(row: str) -> None:
    page = "\n".join([*MENU, row, *TEXT, *FOOT])
    assert clean(page).split() == " ".join(TEXT).split()


def test_pages_with_capitals_are_judged_as_before() -> None:
    lines = [
        "Home",
        "About",
        "Contact",
        "Log in",
        "Water returns to the village",
        *TEXT_WITH_CAPITALS,
        "Share this",
    ]
    assert max(judged(own_features(lines), page_model())["headline"].tolist()) <= 0
    assert max(judged(own_features([*MENU, TITLE, *TEXT]), page_model())["headline"].tolist()) > 0


def test_a_headline_stands_near_its_text_and_is_said_once() -> None:
    lines = ["باران", "برف", *"abcdefgh", "باد آمد.", "برف", "برف آمد.", "پایان"]
    kept = [line.endswith(".") for line in lines]
    score = Column([2000, 900, *[-900] * 8, 0, 800, 0, 2000])
    assert [line for line, stays in zip(lines, with_headlines(lines, kept, score), strict=True) if stays] == [
        "باد آمد.",
        "برف",
        "برف آمد.",
    ]
    assert with_headlines(["باران", "باران"], [False, True], Column([900, 0])) == [False, True]


def test_posts_are_read_as_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "\n".join([*MENU, TITLE, DAY, *TEXT, *FOOT])
    before = read_page(page)
    monkeypatch.setattr(headlines, "headline_model", lambda: pytest.fail("asked"))
    assert read_page(page) == before


def test_it_is_small() -> None:
    assert len(files("textnorm.pages").joinpath("data", "headline_model.json").read_bytes()) <= 35_000
