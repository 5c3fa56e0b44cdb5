"""A path to the page is no headline, and a headline with strokes is no path."""

from __future__ import annotations

import pytest

from textnorm.pages import read_page

MENU = ["خبرگان", "خانه", "عکس", "اقتصاد", "پرسش و پاسخ", "ورود"]
DAY = "۱۲ مهر ۱۴۰۲ - ۱۰:۲۰"
TEXT = [
    "کارگران حفاری فاضلاب در محله به کوزه‌ای سفالی برخوردند که سکه نقره ساسانی در آن بود.",
    "فرمانده یگان گفت: سکه‌ها سالم هستند و کاوش ادامه دارد.",
]
FOOT = ["ارسال نظر", "مطالب مرتبط"]


def title(*head: str) -> str | None:
    (post,) = read_page("\n".join([*MENU, *head, DAY, *TEXT, *FOOT])).posts
    return post.title


@pytest.mark.parametrize(
    "headline",
    [
        "یورو گران شد / دلار آرام گرفت / سکه ریخت",
        "عکس / سکه‌های ساسانی",
        "گزارش تصویری / کاوش در چاه یک خانه",
        "رکورد گرما > ۵۰ درجه",
    ],
)
def test_headlines_with_strokes(headline: str) -> None:
    assert title(headline) == headline


@pytest.mark.parametrize(
    "path", ["پرسش و پاسخ / سکه ساسانی", "اقتصاد › سکه", "خانه / سکه ساسانی", "میراث > دوره ساسانی > سکه"]
)
def test_paths_are_no_headlines(path: str) -> None:
    assert title(path, "گنج نهاوند") == "گنج نهاوند"
