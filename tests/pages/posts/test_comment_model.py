"""Comments that no heading opens: found by trees that are small and whole numbers; prose below a text is none."""

from __future__ import annotations

from importlib.resources import files

from textnorm.pages import PageOptions, read_page
from textnorm.pages.posts.comment_model import comment_columns, comment_model, unheaded
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.read_page import Reading

MENU = [
    "خانه",
    "فروشگاه",
    "سبد خرید",
    "ورود",
    "جستجو",
    "تماس با ما",
    "کوزه سفالی لعاب‌دار",
    "افزودن به سبد خرید",
]
TEXT = [
    "این کوزه را سفالگران لالجین با دست ساخته‌اند و لعاب فیروزه‌ای آن در کوره هیزمی پخته شده است.",
    "بلندی آن سی سانتی‌متر است و چون لعاب درونش هم هست آب را چند روز خنک نگه می‌دارد.",
]
FOOT = ["محصولات مرتبط", "کاسه سفالی", "خبرنامه", "ایمیل خود را وارد کنید", "تمامی حقوق محفوظ است."]
SAID = [
    "نظر خریداران",
    "پروانه",
    "۵ بهمن ۱۴۰۱",
    "رنگش از عکس هم قشنگ‌تر بود.",
    "کاوه",
    "۹ بهمن ۱۴۰۱",
    "بسته‌بندی خوب بود.",
]


def lines(text: list[str]) -> PageLines:
    return Reading("\n".join(text), PageOptions()).lines()


def test_it_is_small() -> None:
    assert len(files("textnorm.pages").joinpath("data", "comment_model.json").read_bytes()) <= 30_000


def test_every_sign_has_a_number_for_each_line() -> None:
    page = lines([*MENU, *TEXT, *FOOT])
    columns = comment_columns(page)
    assert set(comment_model().features) <= set(columns)
    assert {len(column) for column in columns.values()} == {len(page)}


def test_words_of_readers_are_comments() -> None:
    (post,) = read_page("\n".join([*MENU, *TEXT, *SAID, *FOOT]), PageOptions(comments="keep")).posts
    assert "رنگش از عکس هم قشنگ‌تر بود." in post.comments
    assert post.body.split("\n") == TEXT


def test_a_page_without_comments_has_none() -> None:
    page = lines([*MENU, *TEXT, *FOOT])
    assert unheaded(page) == set()


def test_the_text_itself_is_no_comment() -> None:
    page = lines([*MENU, *TEXT * 3, *FOOT])
    assert not {page.texts[n] for n in unheaded(page)} & set(TEXT)
