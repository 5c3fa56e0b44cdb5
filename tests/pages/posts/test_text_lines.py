"""Lines between the sentences of a post: links, films, captions and calls are none of its text; headings and questions are. And lines about it."""

import pytest

from textnorm import read_page

_HEAD = "خانه\nدرباره ما\nتماس با ما\nجستجو\nآسیاب‌های بادی دوباره چرخیدند\n۱۲ مهر ۱۴۰۱\n"
_FIRST = "آسیاب‌های بادی خواف پس از بیست سال دوباره به دست استادکاران محلی تعمیر شدند و چرخیدند."
_LAST = "استاد محمد می‌گوید چوب تازه باید دو تابستان بماند تا باد آن را نشکند و صدا ندهد."
_FOOT = "\nچاپ خبر\nارسال به دوستان\nنظر شما\nنام\nایمیل\nتمام حقوق محفوظ است."


def _body(*between: str) -> str:
    (post,) = read_page("\n".join((_HEAD.rstrip(), _FIRST, *between, _LAST)) + _FOOT).posts
    return post.body


@pytest.mark.parametrize(
    "between",
    [
        ("مقاله‌های مرتبط:", "آسیاب بادی چیست و چگونه می‌چرخد در باد؟", "سفر به خواف در پاییز"),
        ("بیشتر بخوانید:", "باد صد و بیست روزه از کجا می‌آید؟"),
        ("فیلم | چرخش نخستین آسیاب",),
        ("ویدئوی این گزارش را ببینید",),
        ("توضیح تصویر،", "آسیابی در خواف"),
    ],
)
def test_what_stands_between_sentences_goes(between: tuple[str, ...]) -> None:
    assert _body(*between) == f"{_FIRST}\n{_LAST}"


@pytest.mark.parametrize("between", [("چرا چوب تازه باید آن همه بماند؟",), ("هنر فراموش شده",)])
def test_headings_and_questions_stay(between: tuple[str, ...]) -> None:
    assert _body(*between) == "\n".join((_FIRST, *between, _LAST))


def test_a_call_for_donations_goes() -> None:
    asked = "این گزارش را پسندیدید؟ کمک مالی شما به این رسانه کار ما را ممکن می‌کند."
    assert read_page(f"{_HEAD}{_FIRST}\n{_LAST}\n{asked}{_FOOT}").posts[0].body == f"{_FIRST}\n{_LAST}"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("عنوان: آسیاب‌های بادی خواف", "آسیاب‌های بادی خواف"),
        ("نقد فیلم «آسیاب» | بادی که آرام می‌گیرد", "نقد فیلم «آسیاب» | بادی که آرام می‌گیرد"),
        ("آسیاب‌هایی که دوباره دیدم\nسه‌شنبه‌ها با بادها — شماره‌ی ۱۸", "آسیاب‌هایی که دوباره دیدم"),
        ("صفحه اول | سیاست | اقتصاد | فرهنگ\nآسیاب‌های بادی چرخیدند", "آسیاب‌های بادی چرخیدند"),
    ],
)
def test_titles(head: str, title: str) -> None:
    page = read_page(f"خانه\nدرباره ما\nتماس\n{head}\n۱۲ مهر ۱۴۰۱\n{_FIRST}\n{_LAST}{_FOOT}")
    assert page.posts[0].title == title


@pytest.mark.parametrize("by", ["توسط", "به‌وسیله‌ی", "بوسیله", "به وسیلهٔ"])
def test_words_that_sign_a_row(by: str) -> None:
    page = read_page(
        f"خانه\nدرباره\nآسیاب‌های بادی\nنوشته‌شده در 22 آوریل 2012 {by} کیوان\n{_FIRST}\n{_LAST}{_FOOT}"
    )
    (post,) = page.posts
    assert (post.author, str(post.date)) == ("کیوان", "2012-04-22")
