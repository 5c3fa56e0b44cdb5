"""The choice of a headline: small, in whole numbers, and what sites say of themselves is none."""

from __future__ import annotations

from importlib.resources import files

import pytest

from textnorm.pages import PageOptions, read_page
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.split import title_candidates
from textnorm.pages.posts.title_model import seen_titles, title_model, title_signs
from textnorm.pages.posts.titles import named_signs, scored_titles, title_lines

TEXT = [
    "دیروز چرخ خیاطی مادرم را از انبار بیرون آوردم و روغن زدم.",
    "سوزنش شکسته بود و تسمه‌اش پوسیده، اما هنوز نرم می‌چرخید.",
    "شب نشستم و لبه‌ی پرده‌ها را دوختم و یاد زمستان‌های قدیم افتادم.",
]
FOOT = ["نوشته شده در ۱۲ مهر ۱۳۹۹ ساعت ۲۱:۱۵", "۳ نظر", "آرشیو", "پیوندها", "تمامی حقوق محفوظ است."]


def test_it_is_small() -> None:
    assert len(files("textnorm.pages").joinpath("data", "title_model.json").read_bytes()) <= 15_000


def test_every_sign_has_a_number_for_each_line() -> None:
    page = Reading(
        "\n".join(["چرخ", "نخ‌هایی که به روز می‌بندم", "خانه", "چرخ خیاطی", *TEXT, *FOOT]), PageOptions()
    ).lines()
    places, first, body = title_candidates(page)
    rows, scores = scored_titles(page, title_lines(page, places, body), first, body)
    seen = seen_titles(scores)
    columns = title_signs(page, scores, named_signs(rows, seen), first)
    assert len(seen) > 1
    assert set(title_model().features) <= set(columns)
    assert {len(column) for column in columns.values()} == {len(seen)}


@pytest.mark.parametrize("own", ["نخ‌هایی که به روز می‌بندم", "روزمره‌های یک خیاط خسته"])
def test_what_a_blog_says_of_itself_is_no_title(own: str) -> None:
    (post,) = read_page(
        "\n".join(["سوزن", own, "خانه", "پروفایل مدیر وبلاگ", "پست الکترونیک", "چرخ خیاطی", *TEXT, *FOOT])
    ).posts
    assert post.title == "چرخ خیاطی"


def test_lines_far_below_the_best_are_not_asked_about() -> None:
    assert seen_titles({1: 0.0, 2: 5.0, 4: 5.5, 6: -9.0, 7: 5.5, 8: 1.0}) == [2, 4, 7, 8]
