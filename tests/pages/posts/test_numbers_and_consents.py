"""Which of a series something is, above its headline; what sites say of embedded posts; votes between a reader and what he said."""

import pytest

from textnorm import PageOptions, Post, read_page

_MENU = "خانه\nقسمت‌ها\nدرباره ما\nتماس با ما\nجستجو\n"
_TEXT = (
    "در این برنامه به کارگاهی می‌رویم که هنوز با دست کاغذ می‌سازد و شاگرد تازه هم می‌گیرد.\n"
    "استاد کارگاه می‌گوید که پوست درخت توت را یک شب در آب می‌خواباند و صبح می‌کوبد."
)
_FOOT = "\nدیدگاهتان را بنویسید\nنام\nایمیل\nتمامی حقوق محفوظ است"


def _posts(head: str, text: str = _TEXT, foot: str = _FOOT, comments: str = "drop") -> tuple[Post, ...]:
    options = PageOptions(comments="keep") if comments == "keep" else PageOptions()
    return read_page(_MENU + head + text + foot, options).posts


@pytest.mark.parametrize("number", ["اپیزود ۱۷", "قسمت سوم", "فصل دوم"])
def test_the_number_of_an_episode_above_its_headline_is_none(number: str) -> None:
    (post,) = _posts(f"{number}\nکاغذهای دست‌ساز\nانتشار: ۲۳ اردیبهشت ۱۴۰۱\n")
    assert (post.title, post.author) == ("کاغذهای دست‌ساز", None)


def test_where_nothing_else_is_a_headline_the_number_is() -> None:
    (post,) = _posts("اپیزود ۱۷\nانتشار: ۲۳ اردیبهشت ۱۴۰۱\n")
    assert post.title == "اپیزود ۱۷"


def test_a_headline_that_begins_like_one_stays() -> None:
    (post,) = _posts("قسمت سوم از کاغذهای دست‌ساز\nمینا کریمی\n۲۳ اردیبهشت ۱۴۰۱\n")
    assert (post.title, post.author) == ("قسمت سوم از کاغذهای دست‌ساز", "مینا کریمی")


@pytest.mark.parametrize(
    "consent",
    [
        "این مطلب شامل محتوایی از YouTube است. برای دیدن آن باید موافقت کنید.",
        "اجازه نمایش محتوای Instagram را می‌دهید؟",
        "پایان YouTube پست",
        "مشاهده این پست در اینستاگرام",
        "این ویدیو در دسترس نیست",
    ],
)
def test_what_sites_say_of_embedded_posts_is_no_text(consent: str) -> None:
    first, second = _TEXT.split("\n")
    (post,) = _posts("کاغذهای دست‌ساز\n۲۳ اردیبهشت ۱۴۰۱\n", f"{first}\n{consent}\n{second}")
    assert post.body == _TEXT


@pytest.mark.parametrize(
    "own",
    [
        "این کتاب شامل گفت‌وگوهایی با پنج کاغذساز است که هیچ‌کدام شاگرد ندارند.",
        "این گزارش شامل محتوایی از آرشیو ملی است که تا امروز جایی منتشر نشده بود.",
        "در این بخش محتوایی از دهه چهل نگهداری می‌شود که بسیار شکننده است.",
        "برای دیدن این محتوا باید به ساختمان دوم موزه بروید و کارت پژوهش نشان دهید.",
        "او اجازه نداد که از دستگاه عکس بگیریم و گفت که کار ناتمام است.",
    ],
)
def test_sentences_like_these_stay(own: str) -> None:
    first, second = _TEXT.split("\n")
    (post,) = _posts("کاغذهای دست‌ساز\n۲۳ اردیبهشت ۱۴۰۱\n", f"{first}\n{own}\n{second}")
    assert post.body == f"{first}\n{own}\n{second}"


def test_what_the_last_reader_said_stands_below_the_votes() -> None:
    said = ["کاش نشانی کارگاه را هم می‌نوشتید.", "شاگرد هم می‌پذیرد یا نه؟"]
    thread = "\nنظرات\n" + "\n".join(
        f"{name}\n{day} مهر ۱۴۰۲\nپاسخ\n۳\n۱۲\n{words}"
        for name, day, words in zip(("رضا", "سارا"), (5, 6), said, strict=True)
    )
    (post,) = _posts("کاغذهای دست‌ساز\n۲۳ اردیبهشت ۱۴۰۱\n", foot=thread + _FOOT, comments="keep")
    assert post.body == _TEXT
    assert [line for line in post.comments if line in said] == said
