"""Where a text ends: lists, letters and questions below its last sentence belong to it, what a site shows does not."""

from __future__ import annotations

import pytest

from textnorm.pages import PageOptions, read_page

HEAD = ["خانه", "ورود", "جستجو", "تماس با ما", "کوزه سفالی لعاب‌دار", "۵ بهمن ۱۴۰۱"]
TEXT = [
    "این کوزه را سفالگران لالجین با دست ساخته‌اند و لعاب فیروزه‌ای آن در کوره هیزمی پخته شده است.",
    "بلندی آن سی سانتی‌متر است و چون لعاب درونش هم هست آب را چند روز خنک نگه می‌دارد.",
]
FOOT = ["اشتراک‌گذاری", "مطالب مرتبط", "کاسه سفالی", "تمامی حقوق محفوظ است."]


def body(lines: list[str]) -> list[str]:
    (post,) = read_page("\n".join([*HEAD, *TEXT, *lines, *FOOT])).posts
    return post.body.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        ["مشخصات فنی", "وزن: ۱۸۰۰ گرم", "جنس: خاک رس", "رنگ: فیروزه‌ای"],
        ["نقاط قوت", "لعاب یکدست", "لبه صاف", "نقاط ضعف", "وزن زیاد برای سفر"],
        ["والسلام علیکم و رحمة الله"],
        ["تا هفته بعد،", "پریسا"],
        ["شما از کجا کوزه می‌خرید؟"],
    ],
)
def test_what_ends_a_text_belongs_to_it(lines: list[str]) -> None:
    assert body(lines) == [*TEXT, *lines]


@pytest.mark.parametrize(
    "lines",
    [
        ["آیا این راهنما کامل و روشن بود؟", "بله", "خیر"],
        ["فایل پوستر", "دریافت (۲۳۴ کیلوبایت)"],
        ["بازدید: ۳۴۵", "کد خبر: ۱۲۳۴۵"],
    ],
)
def test_what_a_site_shows_below_a_text_does_not(lines: list[str]) -> None:
    assert body(lines) == TEXT


def test_a_greeting_right_above_a_text_belongs_to_it_and_a_section_does_not() -> None:
    for line, found in (("قابل توجه هنرمندان و همکاران گرامی", True), ("صنایع دستی", False)):
        (post,) = read_page("\n".join([*HEAD, line, *TEXT, *FOOT])).posts
        assert (line in post.body.split("\n")) == found


def test_what_a_site_says_at_the_end_of_a_thread_is_no_comment() -> None:
    said = [
        "نقد و نظر اعضا",
        "پروانه",
        "۵ بهمن ۱۴۰۱",
        "رنگش از عکس هم قشنگ‌تر بود.",
        "فقط اعضا می‌توانند نظر بدهند",
    ]
    (post,) = read_page("\n".join([*HEAD, *TEXT, *said]), PageOptions(comments="keep")).posts
    assert list(post.comments) == said[1:4]
    assert post.body.split("\n") == TEXT


GOES_ON = "وی افزود: «سفالگران جوان هم به لالجین برگشته‌اند.»"
OTHER = "سفالگران لالجین نقش ماهی را دوست دارند."


@pytest.mark.parametrize(("sentence", "stays"), [(GOES_ON, True), (OTHER, False)])
def test_a_text_goes_on_below_a_link_with_its_heading(sentence: str, *, stays: bool) -> None:
    lines = ["بیشتر بخوانید", "کاسه سفالی لالجین", "بشقاب لعابی میبد", sentence]
    assert body(lines) == [*TEXT, *[sentence] * stays]


def test_votes_are_no_comments() -> None:
    first = ["ناهید", "۱۸:۴۱ - ۱۴۰۱/۱۱/۰۶", "ما هم یکی داریم و آب را خنک نگه می‌دارد."]
    second = ["سعید", "۱۹:۰۳ - ۱۴۰۱/۱۱/۰۶", "لعابش بعد از دو سال ترک خورد."]
    said = ["نظرات کاربران", *first, "پاسخ", "۲", "۱۷", *second, "پاسخ", "۰", "۹"]
    (post,) = read_page("\n".join([*HEAD, *TEXT, *said, *FOOT]), PageOptions(comments="keep")).posts
    assert post.comments == (*first, *second)
