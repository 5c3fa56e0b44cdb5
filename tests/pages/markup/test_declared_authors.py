"""Who wrote is told by cards of people (hCard) and links to an author's archive, whatever the name is."""

from __future__ import annotations

import pytest

from support.html_pages import LAKE, article, ld, paragraphs
from textnorm import read_html
from textnorm.pages.markup.people import name_in
from textnorm.pages.markup.tree import parse_page
from textnorm.pages.results import Post

HEADLINE = "تراز آب دریاچه پس از بارش بالا آمد"
CARD = "<span class='author vcard'><a class='url fn n' href='/author/z/'>{name}</a></span>"
LINK = "<a href='https://example.org/author/z/'>{name}</a>"


def read(row: str, below: str = "", head: str = "") -> Post:
    body = f"<article class='hentry'><h1>{HEADLINE}</h1><div class='m'>{row}</div>{paragraphs(LAKE)}{below}</article>"
    (post,) = read_html(article(body, f"<meta property='og:type' content='article'>{head}")).posts
    return post


@pytest.mark.parametrize(
    ("row", "source"), [(CARD, "hCard of the author"), (LINK, "link to the author")], ids=["card", "link"]
)
@pytest.mark.parametrize("name", ["Zuzanna Wróbel", "آونگ خاموش"])
def test_a_name_that_no_list_knows(row: str, source: str, name: str) -> None:
    post = read(f"<b>{row.format(name=name)}</b>")
    assert (post.author, post.sources["author"]) == (name, source)


def test_an_account_is_no_name() -> None:
    assert read(LINK.format(name="admin")).author is None


def test_a_reader_is_not_who_wrote() -> None:
    reader = f"<div class='comments'><div class='comment'>{CARD.format(name='آونگ خاموش')}<p>ممنون از شما.</p></div></div>"
    assert read("", reader).author is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نمایش همه نوشته‌ها از آونگ ←", "آونگ"),
        ("مشاهده همهٔ نوشته‌های توسط آونگ", "آونگ"),
        ("تمامی مطالب آونگ", "آونگ"),
        ("View all posts by Zuzanna →", "Zuzanna"),
        ("همه‌جا سپید", "همه‌جا سپید"),
        ("Postsby", "Postsby"),
    ],
)
def test_a_link_to_all_that_somebody_wrote_names_them(text: str, name: str) -> None:
    assert name_in(next(parse_page(f"<a>{text}</a>").iter("a"))) == name


def declared(name: str) -> str:
    return ld('{"@type":"NewsArticle","headline":"' + HEADLINE + '","author":{"name":"' + name + '"}}')


def test_a_declared_name_that_is_shown_is_surer_than_a_row_that_is_none() -> None:
    row = "<div>نویسنده: دبیر سیاسی</div><div class='box'>آونگ خاموش</div>"
    post = read(row, head=declared("آونگ خاموش"))
    assert post.author == "آونگ خاموش"
    assert [one.partition(":")[0] for one in post.conflicts] == ["author"]


@pytest.mark.parametrize("name", ["آونگ خاموش", "مینا"])  # not shown; but a part of what the text says
def test_the_name_in_the_text_stays(name: str) -> None:
    assert read("<div>نویسنده: مینا کریمی</div>", head=declared(name)).author == "مینا کریمی"


@pytest.mark.parametrize(
    "head",
    [
        f"<title>{HEADLINE} - کویرنیوز</title>",
        "<meta property='og:site_name' content='پایگاه خبری کویرنیوز'>",
    ],
)
def test_the_site_is_not_who_wrote(head: str) -> None:
    row = "<div>نویسنده: آونگ خاموش</div><div class='box'>کویرنیوز امروز</div>"
    assert read(row, head=head + declared("کویرنیوز")).author == "آونگ خاموش"
