"""Titles that a page says in other words than its heading, and those of pages without headings; more metadata of old sites."""

from __future__ import annotations

import pytest

from support.three_paragraphs import MENU, TEXT
from textnorm import Post, html_to_text, read_html
from textnorm.pages.markup.claims import _MOST_CUTS, _SEPARATOR, _cut, without_site

pytest.importorskip("lxml")
BODY = "".join(f"<p>{line}</p>" for line in TEXT)
HEAD = "پل کهنه شمال پس از سیل بسته شد"
ARTICLE = "<meta property='og:type' content='article'>"


def post_of(meta: str, body: str, title: str = "") -> Post:
    """The one post of a page with a menu above its text."""
    html = f"<html lang=fa><head><title>{title}</title>{meta}</head><body><ul>{MENU}</ul>{body}<div class=matn>{BODY}</div></body></html>"
    (post,) = read_html(html).posts
    return post


@pytest.mark.parametrize(
    ("declared", "site"),
    [
        ("سیل پل کهنه شمال را بست", ""),
        (f"{HEAD}: گزارشی از ساحل", ""),
        (f"{HEAD}：روزنامه باغ", ""),
        (f"{HEAD}｜روزنامه باغ", "روزنامه باغ"),
        (f"{HEAD} : جامعه", ""),
    ],
)
def test_a_heading_that_says_the_same_in_other_words(declared: str, site: str) -> None:
    meta = f"{ARTICLE}<meta property='og:title' content='{declared}'><meta property='og:site_name' content='{site}'>"
    post = post_of(meta, f"<p class=label>گزارش روز</p><h1>{HEAD}</h1><p>۱۲ مهر ۱۳۹۹</p>")
    assert (post.title, post.body) == (HEAD, "\n".join(TEXT))


def test_the_second_title_that_is_declared_is_a_heading() -> None:
    meta = f"{ARTICLE}<meta property='og:title' content='چه کسی باید پاسخ دهد؟'><meta name='twitter:title' content='{HEAD}'>"
    assert post_of(meta, f"<b>ویژه</b><h1>{HEAD}</h1>").title == HEAD


def test_a_heading_about_something_else_is_no_title() -> None:
    meta = f"{ARTICLE}<meta property='og:title' content='سیل پل کهنه شمال را بست'>"
    post = post_of(meta, "<h1>دفتر یادداشت‌های یک باغبان پیر</h1><h2>سیل پل کهنه شمال را بست</h2>")
    assert post.title == "سیل پل کهنه شمال را بست"


def test_the_name_of_the_site_may_be_a_heading_too() -> None:
    head = f"<h2>خبر باغ ما</h2><h1>{HEAD}</h1><b>عکس: ساحل</b>"
    assert post_of("", head, f"{HEAD} - خبر باغ ما").title == HEAD


def test_the_only_heading_right_above_a_text() -> None:
    table = "<table><tr><th>شهر</th><th>باران</th><th>باد</th></tr><tr><td>رشت</td><td>۱۲</td><td>۳</td></tr></table>"
    assert post_of("", f"<article><h1>{HEAD}</h1>{table}</article>", "گزارش هفتگی").title == HEAD
    site = "<header><h1>دفتر یک باغبان</h1></header><b>پل کهنه بسته شد</b>"
    assert post_of("", site, "پل کهنه بسته شد - دفتر یک باغبان").title != "دفتر یک باغبان"


def test_a_page_without_headings_is_called_as_its_text_says() -> None:
    words = " ".join(TEXT[0].split()[:4])
    assert post_of("", "", f"{words} | وبلاگ باغ").title == words
    assert post_of("", "", "وبلاگ باغ من").title != "وبلاگ باغ من"


@pytest.mark.parametrize(
    ("meta", "day", "author"),
    [
        ("<meta name='og:article:published_time' content='2019-05-07T11:59:43+00:00'>", "2019-05-07", None),
        ("<meta name='date' content='2016-12-15'><meta name='author' content='لیلا مرادی - https://b.example/'>", "2016-12-15", "لیلا مرادی"),
        ("<meta name='sailthru.date' content='2016-12-15 10:00'><meta name='sailthru.author' content='Lena Ortmann'>", "2016-12-15", "Lena Ortmann"),
        ("<meta property='article:published_time' content='2016-12-15'><meta name='date' content='2020-01-01'>", "2016-12-15", None),
    ],
)  # fmt: skip
def test_metadata_of_old_sites(meta: str, day: str, author: str | None) -> None:
    post = post_of(f"{ARTICLE}{meta}", f"<h1>{HEAD}</h1>", HEAD)
    assert (str(post.date), post.author, post.conflicts) == (day, author, ())


def test_the_author_in_the_head_of_a_page_that_is_its_only_heading() -> None:
    post = post_of("<meta name='author' content='لیلا مرادی'>", f"<h1>{HEAD}</h1>", HEAD)
    assert (post.author, post.sources["author"]) == ("لیلا مرادی", "meta author")


@pytest.mark.parametrize("name", ["author-card__details__name", "authorText", "authorname-txt", "c-byline__author-name"])  # fmt: skip
def test_elements_called_after_the_name_of_an_author(name: str) -> None:
    post = post_of(ARTICLE, f"<h1>{HEAD}</h1><div><span class='{name}'>لیلا مرادی</span></div>", HEAD)
    assert post.author == "لیلا مرادی"


def test_what_react_sends_later_stands_at_its_template() -> None:
    html = f"""<title>{HEAD}</title><main><h1>{HEAD}</h1><template id="B:0"></template><div class="skeleton"></div></main>
<footer><p>همه حقوق محفوظ است</p></footer><div hidden id="S:0"><p>{TEXT[0]}</p><template id="P:1"></template></div>
<div hidden id="S:1"><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div><div hidden id="S:2"><p>پنهان می‌ماند، چون جایی ندارد.</p></div>"""
    (post,) = read_html(html).posts
    assert (post.title, post.body) == (HEAD, "\n".join(TEXT))


def test_a_dialogue_about_cookies_is_none_of_the_page() -> None:
    asked = "<div role=alertdialog><h2>تنظیم کوکی‌ها</h2><p>ما برای به یاد سپردن خواسته‌های شما از کوکی بهره می‌گیریم، مگر آن که نخواهید.</p></div>"
    post = post_of("", f"{asked}<h1>{HEAD}</h1>", HEAD)
    assert (post.title, post.body) == (HEAD, "\n".join(TEXT))


@pytest.mark.parametrize(
    "html",
    [
        f"<!doctype html><meta charset=utf-8><title>{HEAD}</title><header><h1>{HEAD}</h1></header><article><p>{TEXT[0]}</p></article>",
        f"<title>{HEAD}</title><main><h1>{HEAD}</h1>{TEXT[0]}</main>",
        f"<title>{HEAD}</title><section><h1>{HEAD}</h1></section><p>{TEXT[0]}",
    ],
)
def test_pages_without_the_tag_of_a_body(html: str) -> None:
    assert html_to_text(html) == f"{HEAD}\n\n{TEXT[0]}"


@pytest.mark.parametrize(
    ("row", "author"), [("نرگس", "نرگس"), ("نوشته لیلا", "لیلا"), ("مدیر", None), ("جامعه", None)]
)
def test_a_given_name_in_an_element_called_after_an_author(row: str, author: str | None) -> None:
    html = f"<title>{HEAD} | باغ</title><ul>{MENU}</ul><div class=post><h1>{HEAD}</h1><span class=author>{row}</span><div>{BODY}</div></div>"
    (post,) = read_html(html).posts
    assert (post.title, post.author) == (HEAD, author)


def test_of_two_claims_of_one_moment_the_one_with_its_zone_tells_the_day() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-02-26 19:38:17Z"}</script>'
    post = post_of(data, f"<h1>{HEAD}</h1><time datetime='2025-02-27T00:08:17+04:30'>دیروز</time>", HEAD)
    assert (str(post.date), post.sources["date"], post.conflicts) == ("2025-02-27", "time datetime", ())


def test_one_claim_may_list_all_tags() -> None:
    post = post_of(
        f"{ARTICLE}<meta property='article:tag' content='قاچاق کالا , سیل، پل'>", f"<h1>{HEAD}</h1>"
    )
    assert post.tags == ("قاچاق کالا", "سیل", "پل")


def test_titles_of_separators_alone_are_cut_a_bounded_number_of_times() -> None:
    assert len(_cut("باد - " * 5_000, _SEPARATOR)) == 2 * _MOST_CUTS
    many = " - ".join(["باد"] * 3 * _MOST_CUTS)
    assert without_site(f"{many} | باغ", "باغ", []) == many
    assert without_site(f"باغ | {many}", "باغ", []) == many


def test_a_row_of_links_is_no_title_of_a_page_that_shows_none() -> None:
    menu = "".join(f"<a href=/{n}>{text}</a> " for n, text in enumerate(("دفتر و خبر", "نوشته‌ها", "ساخته‌ها")))
    meta = f"{ARTICLE}<meta property='og:title' content='{HEAD}'>"
    html = f"<html lang=fa><head><title>{HEAD} · باغ</title>{meta}</head><body><nav><span>{menu}</span></nav><main>{BODY}</main></body></html>"
    (post,) = read_html(html).posts
    assert (post.title, post.sources["title"]) == (HEAD, "meta og:title")
    (linked,) = read_html(html.replace(f"<nav><span>{menu}", f"<nav><h1><a href=/n>{HEAD}</a></h1>")).posts
    assert linked.title == HEAD


def test_the_topic_of_a_board_is_the_title_of_its_first_post() -> None:
    row = "<tr><td><b><a href='member.php?u={0}'>{1}</a></b></td><td><div>ارسال شده در: {0} مهر ۱۳۸۸</div><div>{2}</div></td></tr>"
    said = (
        "برای مهرماه کدام راه کوه را پیشنهاد می‌کنید؟ دو نفر ما تازه‌کارند.",
        "راه شیرپلا آسان است و جان‌پناه هم دارد، شب را همان‌جا بمانید.",
    )
    rows = row.format(2, "sabalan_89", said[0]) + row.format(3, "damavand_7", said[1])
    html = "<title>{} - تالار کوه</title><body><table><tr><td>موضوع: راه کوه در پاییز</td></tr>{}</table>"
    assert [post.title for post in read_html(html.format("راه کوه در پاییز", rows)).posts] == [
        "راه کوه در پاییز",
        None,
    ]
    assert [post.title for post in read_html(html.format("چراغ دریایی", rows)).posts] == [None, None]
