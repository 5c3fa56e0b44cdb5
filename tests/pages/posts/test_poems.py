"""Titles of poems: of one word, or a number, above verses that read more like titles."""

from __future__ import annotations

import pytest

from textnorm.pages import PageOptions, read_page
from textnorm.pages.posts.poems import over_verses
from textnorm.pages.posts.read_page import Reading

MENU = ["دفتر شعر باران", "جستجو", "ورود", "تماس با ما"]
VERSES = [
    "ماه از پشت بام ما گذشت",
    "و کسی نام او را نخواند",
    "باد در را به هم زد و رفت",
    "حوض خانه دوباره تنها ماند",
    "تا سحر چشم به راه تو بودم",
    "شمع در دست من آب شد و ماند",
]
FOOT = ["نظرات (۳)", "شعر بعدی", "تمامی حقوق محفوظ است."]


@pytest.mark.parametrize("title", ["مهتاب", "غزل شماره ۸", "شماره ۸"])
def test_a_short_title_stands_above_verses(title: str) -> None:
    (post,) = read_page("\n".join([*MENU, title, *VERSES, *FOOT])).posts
    assert post.title == title
    assert post.body.split("\n") == VERSES


@pytest.mark.parametrize("above", ["خانه › شعرها", "جستجو", "این شعر را برای مادرم در شبی از زمستان نوشتم،"])
def test_what_is_no_title_stays_above_the_first_verse(above: str) -> None:
    page = Reading("\n".join([*MENU, above, *VERSES, *FOOT]), PageOptions()).lines()
    assert over_verses(page, page.texts.index(VERSES[0])) is None


def test_sentences_are_no_verses() -> None:
    text = ["باران دیشب تا صبح بارید و کوچه‌ها را آب گرفت و مدرسه‌ها بسته شد."] * 2
    page = Reading("\n".join([*MENU, "باران", *text, *FOOT]), PageOptions()).lines()
    assert over_verses(page, page.texts.index(text[0])) is None
