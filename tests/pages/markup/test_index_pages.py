"""Pages that list headlines: each headline is a post; what is an article among lists stays one."""

from __future__ import annotations

import importlib.util

import pytest

from support.growth import assert_linear
from textnorm import html_to_lines, read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
HEADLINES = (
    "برف راه سه روستا را بست",
    "تیم شهر به دور نهایی رسید",
    "کتابخانه محله دو نوبت کار می‌کند",
    "قیمت سیب در بازار پایین آمد",
)
TEASER = "راهداران از بامداد امروز کار بازگشایی را آغاز کرده‌اند."
TEXT = "باران از نیمه‌شب آغاز شد و تا ظهر فردا ادامه داشت و آب رودخانه نیم متر بالا آمد. " * 3


def listed(row: str, *, around: str = "{}", title: str = "خبرها") -> str:
    """Return a page with a list; *row* may name the headline, its number and the teaser."""
    rows = "".join(row.format(n=n, title=text, teaser=TEASER) for n, text in enumerate(HEADLINES))
    return f"<html lang='fa'><head><title>{title}</title></head><body><h1>{title}</h1>{around.format(rows)}</body></html>"


@pytest.mark.parametrize(
    "row",
    [
        "<li><a href='/n/{n}'>{title}</a></li>",
        "<article><h2><a href='/n/{n}'>{title}</a></h2></article>",
        "<a href='/n/{n}'>{title}</a><br>",
        "<div><a href='/n/{n}'><img></a><a href='/n/{n}'>{title}</a><a href='/n/{n}#more'>ادامه مطلب</a></div>",
        "<a href='/n/{n}'><div class='title'>{title}</div><div>کد خبر</div></a>",
        "<p><a href='/n/{n}'>{title}</a> (۱۲)</p>",
    ],
)
def test_each_headline_is_a_post_with_its_address(row: str) -> None:
    posts = read_html(listed(row), url="https://example.org/news/").posts
    assert [(post.title, post.url, post.body) for post in posts] == [
        (title, f"https://example.org/n/{n}", "") for n, title in enumerate(HEADLINES)
    ]


def test_teasers_are_the_bodies_and_days_are_of_their_own_rows() -> None:
    row = "<li><h3><a href='/n/{n}'>{title}</a></h3><span>1{n} دی 1402</span><p>{teaser}</p></li>"
    posts = read_html(listed(row)).posts
    assert [post.body for post in posts] == [TEASER] * 4
    assert [post.date.isoformat() if post.date else None for post in posts] == [
        f"2023-12-3{1 + n}" if n == 0 else f"2024-01-0{n}" for n in range(4)
    ]


def test_the_earlier_of_two_days_is_that_of_a_topic() -> None:
    row = "<li><a href='/n/{n}'>{title}</a><div>۱۰ دی ۱۴۰۲</div><div>آخرین پاسخ: 1{n} بهمن 1402</div></li>"
    assert {str(post.date) for post in read_html(listed(row)).posts} == {"2023-12-31"}


@pytest.mark.parametrize(
    "around",
    [
        "<p>" + TEXT + "</p><div>۱۲ دی ۱۴۰۲</div><nav>{}</nav>",
        "<p>" + TEXT[:80] + ".</p><aside><ul>{}</ul></aside>",
        "<p>" + TEXT[:80] + ".</p><div class='related-posts'>{}</div>",
    ],
)
def test_an_article_beside_a_list_stays_one(around: str) -> None:
    page = listed("<li><a href='/n/{n}'>{title}</a></li>", around=around, title="آب رودخانه بالا آمد")
    (post,) = read_html(page).posts
    assert post.body.startswith("باران از نیمه‌شب")
    assert HEADLINES[1] not in post.body


@pytest.mark.parametrize(
    "row",
    [
        "<li><a href='#p{n}'>{title}</a></li>",
        "<li><a href='javascript:void({n})'>{title}</a></li>",
        "<li><a href='/user/{n}'>{title}</a></li>",
        "<li>{title}</li>",
    ],
)
def test_links_to_no_other_page_are_no_headlines(row: str) -> None:
    assert all(post.url is None for post in read_html(listed(row)).posts)


def test_every_line_is_in_a_post_or_dropped() -> None:
    html = listed("<li><a href='/n/{n}'>{title}</a><p>{teaser}</p></li>", around="<p>دسته خبر</p><ul>{}</ul>")
    text, page = html_to_lines(html), read_html(html)
    assert [text[one.start : one.end] for one in page.dropped] == ["خبرها", "دسته خبر"]
    assert [text[post.start : post.end] for post in page.posts] == [f"{t}\n{TEASER}" for t in HEADLINES]


@pytest.mark.slow
@pytest.mark.parametrize(
    "row",
    [
        "<li><h3><a href='/n/{n}'>باران در کوه و دشت</a></h3></li>",
        "<h3><a href='/n/{n}'>باران در کوه و دشت</a></h3><p>باران تا فردا می‌بارد.</p>",
        "<div><a href='/n/{n}'>باران {n} در کوه</a><time>۱۲ دی ۱۴۰۲</time></div>",
    ],
)
def test_work_grows_with_the_list_and_not_faster(row: str) -> None:
    def page(count: int) -> str:
        return "".join(row.format(n=n) for n in range(count))

    assert_linear(read_html, page(100), page(800), 8)


def test_what_products_of_a_shop_have_is_said_below_each() -> None:
    row = "<div class='product-item'><h3><a href='/p/{n}'>{title}</a></h3><ul class='key-features'><li>حافظه {n} گیگ</li><li>وزن کم</li></ul><ul class='tools'><li>مقایسه</li></ul><span>۲۰ تومان</span></div>"
    posts = read_html(listed(row)).posts
    assert [post.body for post in posts] == [f"حافظه {n} گیگ\nوزن کم" for n in range(4)]


def test_rows_of_a_table_below_a_headline_are_of_it() -> None:
    row = "<tr class='thing'><td>{n}.</td><td><a href='/n/{n}'>{title}</a></td></tr><tr><td></td><td>30 امتیاز | 1{n} مهر 1399 | <a href='/n/{n}'>۵ دیدگاه</a></td></tr>"
    posts = read_html(listed(row, around="<table>{}</table>")).posts
    assert [(post.title, str(post.date), post.body) for post in posts] == [
        (title, f"2020-10-0{n + 1}", "") for n, title in enumerate(HEADLINES)
    ]


@pytest.mark.parametrize(
    "row", ["127 points by lena 3 hours ago | 205 comments", "۱۲ امتیاز از سارا ۳ ساعت پیش | ۵ دیدگاه"]
)
def test_how_long_ago_a_headline_was_is_no_teaser(row: str) -> None:
    item = (
        f"<article><h2><a href='/n/{{n}}'>{{title}}</a></h2><div><a href='/n/{{n}}'>{row}</a></div></article>"
    )
    assert {post.body for post in read_html(listed(item)).posts} == {""}
