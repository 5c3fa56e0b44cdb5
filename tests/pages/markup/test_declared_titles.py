"""A title that the page says to have is surer than a line that was taken for one and that nothing says."""

from __future__ import annotations

import pytest

from support.html_pages import LAKE, LEAD, article, ld, paragraphs
from textnorm import read_html
from textnorm.pages.markup.declared_data import is_of_site
from textnorm.pages.markup.heads_of_text import Heads
from textnorm.pages.markup.tree import built, parse_page

HEADLINE = "تراز آب دریاچه پس از بارش بالا آمد"
DECK = "گزارشی کوتاه از روستاهای کنار دریاچه و مردمی که سال‌ها منتظر آب بودند"
SITE = "کوهستان"
TITLED = f"<title>{HEADLINE} - {SITE}</title>"
PICTURED = (
    "<header class='site-header featured-image'><div class='site-featured-image'><div class='entry-header'>"
    "<h1 class='{name}'>باران</h1></div></div></header>"
)


def title_of(body: str, head: str) -> str | None:
    (post,) = read_html(article(body, head)).posts
    return post.title


@pytest.mark.parametrize(
    ("name", "of_site"),
    [("entry-title", False), ("post-title", False), ("title", True), ("site-title", True)],
)
def test_the_title_of_an_entry_may_stand_in_the_head_of_the_site(name: str, *, of_site: bool) -> None:
    root = parse_page(PICTURED.format(name=name))
    (heading,) = root.iter("h1")
    assert is_of_site(heading) is of_site


def test_what_is_declared_is_surer_than_a_line_that_nothing_says() -> None:
    linked = ld('{"@type":"NewsArticle","headline":"' + HEADLINE + '","datePublished":"2020-02-18"}')
    body = f"<div class='t'>{DECK}</div><article>{paragraphs(LAKE)}</article><h3>پیوندهای ما</h3>"
    (post,) = read_html(article(body, linked)).posts
    assert (post.title, post.sources["title"]) == (HEADLINE, "JSON-LD")
    assert post.body.split("\n")[0] == DECK
    assert LEAD in post.body


@pytest.mark.parametrize(
    "declared",
    [
        "خانه‌ی شعر و داستان و نقد کتاب ما",  # nothing of it is in the text
        "وبلاگ سارا",  # no headline
    ],
)
def test_what_the_text_does_not_say_is_not_believed(declared: str) -> None:
    body = f"<div class='t'>آب دریاچه بالا آمد</div><article>{paragraphs(LAKE)}</article>"
    assert title_of(body, f"<meta property='og:title' content='{declared}'>") != declared


def test_a_longer_form_of_the_declared_title_stays() -> None:
    body = f"<div class='t'>{HEADLINE} و کشاورزان خوشحال شدند</div><article>{paragraphs(LAKE)}</article>"
    assert (
        title_of(body, f"<meta property='og:title' content='{HEADLINE}'>")
        == f"{HEADLINE} و کشاورزان خوشحال شدند"
    )


def test_a_heading_below_the_text_is_no_title() -> None:
    below = f"<div class='box'><h3>{HEADLINE}</h3></div>"
    body = f"<div class='t'>آب دریاچه بالا آمد</div><article>{paragraphs(LAKE)}</article>{below}"
    assert title_of(body, TITLED) != HEADLINE


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(
    ("line", "is_text"),
    [("نوشته‌هایی از روزهای معمولی سارا", False), ("آب که بیاید همه‌ی روستا جان می‌گیرد.", True)],
)
def test_lines_above_the_element_of_a_headline_and_its_text(line: str, *, is_text: bool, alone: bool) -> None:
    entry = f"<div class='entry'><h3>{HEADLINE}</h3>{paragraphs(LAKE)}</div>"
    found = built(parse_page(f"<body><div>{line}</div><div>{entry}</div></body>"))
    own = range(len(found.lines))
    heads = Heads(HEADLINE, own, [n for n in own if found.lines[n] not in ("", HEADLINE)], found, alone=alone)
    number = found.lines.index(line)
    assert heads.are_below(number, line, found.main[number]) is (alone and not is_text)


def test_what_items_of_lists_declare_is_not_the_day_of_the_page() -> None:
    item = (
        "<li><meta itemprop='datePublished' content='2020-01-01'><a href='/1'>خبر دیگری از همین جا</a></li>"
    )
    body = f"<article><h1>{HEADLINE}</h1>{paragraphs(LAKE)}</article><ul class='related'>{item}</ul>"
    (post,) = read_html(article(body, "<meta property='og:type' content='article'>")).posts
    assert post.date is None


def test_the_first_heading_may_lead_to_its_own_page() -> None:
    side = "<aside><h2>زیرساخت</h2><ul><li><a href='/1'>فهرست</a></li></ul></aside>"
    body = f"{side}<h1><a href='/x'>{HEADLINE}</a></h1><div id='c'>{paragraphs(LAKE)}</div>"
    assert title_of(body, f"<title>{HEADLINE} - زیرساخت - {SITE}</title>") == HEADLINE
