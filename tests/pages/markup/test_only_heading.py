"""The one heading that is the whole title of a page: its headline, unless it may be the name of a site."""

from __future__ import annotations

import importlib.util

import pytest

from support.three_paragraphs import MENU, TEXT
from textnorm import read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)


def page(title: str, head: str) -> str:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    return f"<html lang=fa><head><title>{title}</title></head><body><ul>{MENU}</ul>{head}<div class=matn>{text}</div></body></html>"


def test_the_deck_below_a_headline_is_not_the_headline() -> None:
    head = "<div class=rutitr>گزارش ما از ساحل:</div><h1>سیل در شمال؛ پل کهنه بسته شد</h1><h2>آب تا کمر بالا آمد و کسی آسیب ندید</h2>"
    (post,) = read_html(page("سیل در شمال؛ پل کهنه بسته شد", head)).posts
    assert post.title == "سیل در شمال؛ پل کهنه بسته شد"
    assert post.body.split("\n")[-3:] == list(TEXT)
    assert "سیل در شمال" not in post.body


def test_a_headline_with_a_label_is_no_byline() -> None:
    head = "<span class=brand>Baran</span><article><h1>یادداشت: باران</h1><address>نویسنده: <a rel=author href=/a/1>لیلا مرادی</a></address>"
    (post,) = read_html(page("یادداشت: باران", head)).posts
    assert (post.title, post.author, post.body) == ("یادداشت: باران", "لیلا مرادی", "\n".join(TEXT))


def test_the_name_of_a_site_is_no_headline() -> None:
    head = "<h1>دفتر باران</h1><h2>پل کهنه بسته شد</h2>"
    (post,) = read_html(page("دفتر باران", head)).posts
    assert post.title == "پل کهنه بسته شد"
    linked = "<h1>یادداشت‌های روزانه یک باغبان پیر</h1><h2><a href='/p/1'>پل کهنه بسته شد</a></h2>"
    (post,) = read_html(page("یادداشت‌های روزانه یک باغبان پیر", linked)).posts
    assert post.title == "پل کهنه بسته شد"


@pytest.mark.parametrize(
    ("row", "author"),
    [
        ("نوشته مریم کاظمی - ۱۲ آبان ۱۴۰۱", "مریم کاظمی"),
        ("یادداشتی از مریم کاظمی - ۱۲ آبان ۱۴۰۱", "مریم کاظمی"),
        ("نوشته‌های تازه - ۱۲ آبان ۱۴۰۱", None),
        ("متن کامل - ۱۲ آبان ۱۴۰۱", None),
    ],
)
def test_a_name_behind_a_word_for_a_text_and_before_a_day(row: str, author: str | None) -> None:
    head = f"<h1>پل کهنه بسته شد</h1><div class='v-card__subtitle'><span>{row}</span></div>"
    (post,) = read_html(page("پل کهنه بسته شد - پیک شمال", head)).posts
    assert (post.title, post.author, str(post.date)) == ("پل کهنه بسته شد", author, "2022-11-03")
