"""Front pages, archives and threads: every post once, with its day and title, whatever the template."""

from __future__ import annotations

import importlib.util

import pytest

from support.front_pages import FORUMS, ITEMS, TEMPLATES, WITHOUT_DAYS, front_page
from textnorm import read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_post_once(name: str) -> None:
    posts = read_html(front_page(name)).posts
    assert len(posts) == len(ITEMS)
    for post, item in zip(posts, ITEMS, strict=True):
        assert item.first in post.body
        assert item.second in post.body
        assert (post.date and post.date.isoformat()) == (None if name in WITHOUT_DAYS else item.iso)
        if name not in FORUMS:
            assert post.title == item.title
            assert post.body.split("\n") == [item.first, item.second] or name == "cards"


def test_links_of_titles() -> None:
    posts = read_html(front_page("without days"), url="https://garden.example/").posts
    assert [post.url for post in posts] == [f"https://garden.example/p{n}" for n in range(3)]


def test_other_articles_below_one_do_not_part_it() -> None:
    text = "".join(f"<p>{item.first} {item.second}</p>" for item in ITEMS * 2)
    more = "".join(
        f"<div class='more'><h3><a href='/p{n}'>{item.title}</a></h3><p>{item.first}</p></div>"
        for n, item in enumerate(ITEMS)
    )
    html = (
        front_page("WordPress").partition("<article")[0]
        + f"<article><h1>نامه</h1>{text}</article>{more}</div></body>"
    )
    (post,) = read_html(html).posts
    assert post.body.startswith(ITEMS[0].first)


def test_sections_of_an_article_do_not_part_it() -> None:
    sections = "".join(
        f"<section class='part'><h2>{item.title}</h2><p>{item.first}</p><p>{item.second}</p></section>"
        for item in ITEMS
    )
    (post,) = read_html(f"<html><body><article><h1>راهنما</h1>{sections}</article></body></html>").posts
    assert all(item.second in post.body for item in ITEMS)


PRODUCTS = "".join(
    f"<div class='brand'><h3><a href='/b{n}'>{name}</a></h3><p>از {n + 3} فروردین ۱۴۰۰ در بازار است و در فروشگاه‌های شهر پیدا می‌شود.</p>"
    f"<p>کسانی که آن را خریده‌اند از دوام و دوخت آن راضی بوده‌اند.</p></div>"
    for n, name in enumerate(["کفش گیوه", "کیف نمدی", "شال پشمی", "جوراب پنبه‌ای"])
)


def test_a_list_in_an_article_is_part_of_it() -> None:
    head = "<meta property='og:type' content='article'><meta property='og:title' content='پوشیدنی‌های ساخت ایران'>"
    text = "<h1>چهار پوشیدنی ساخت ایران برای زمستان</h1><p>در این نوشته چهار پوشیدنی را که امسال آزموده‌ایم معرفی می‌کنیم و می‌گوییم کجا پیدا می‌شوند.</p>"
    (post,) = read_html(
        f"<html><head>{head}</head><body><article>{text}{PRODUCTS}</article></body></html>"
    ).posts
    assert post.body.count("راضی بوده‌اند") == 4
