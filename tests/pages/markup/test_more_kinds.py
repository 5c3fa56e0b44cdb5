"""Tables inside a text, questions and answers, cards of a front page with their day at the end, boxes that offer a newsletter."""

from __future__ import annotations

import importlib.util

import pytest

from support.three_paragraphs import MENU, TEXT
from textnorm import html_to_text, read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)


def page(title: str, content: str) -> str:
    return f"<html lang=fa><head><title>{title} | موج</title><meta property='og:site_name' content='موج'></head><body><ul>{MENU}</ul>{content}<div class=bottom>روزنامه موج</div></body></html>"


def test_a_table_between_two_paragraphs_is_of_the_text() -> None:
    table = "<table><caption>به تومان</caption><tr><th>ماهی</th><th>قیمت</th></tr><tr><td>شیر</td><td>۴۵۰</td></tr><tr><td>حلوا</td><td>۶۲۰</td></tr></table>"
    text = html_to_text(
        page(
            "قیمت ماهی",
            f"<h1>قیمت ماهی</h1><div class=date>شنبه ۳ دی ۱۴۰۱</div><div><p>{TEXT[1]}</p>{table}<p>{TEXT[2]}</p></div>",
        )
    )
    assert (
        text.split("\n")[-5:] == [TEXT[1], "به تومان", "ماهی | قیمت", "شیر | ۴۵۰", "حلوا | ۶۲۰", TEXT[2]][-5:]
    )
    linked = table.replace("شیر", "<a href=/x>شیر</a>")
    text = html_to_text(
        page(
            "قیمت ماهی",
            f"<h1>قیمت ماهی</h1><div><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div><div>{linked}</div><p>{TEXT[0]}</p>",
        )
    )
    assert text.startswith("قیمت ماهی\n\n" + TEXT[1])


def test_the_first_question_of_an_interview_is_of_the_text() -> None:
    answers = f"<dl><dt>چند سال است که روی آب کار می‌کنید؟</dt><dd>{TEXT[1]}</dd><dt>سخت‌ترین روز کدام بود؟</dt><dd>{TEXT[2]}</dd></dl>"
    (post,) = read_html(
        page(
            "گفتگو با ناخدا رستم",
            f"<h1>گفتگو با ناخدا رستم</h1><p class=info>گفتگو از: نرگس بهاری | ۵ مرداد ۱۳۹۸</p>{answers}",
        )
    ).posts
    assert (post.title, post.author, str(post.date)) == ("گفتگو با ناخدا رستم", "نرگس بهاری", "2019-07-27")
    assert post.body.split("\n")[0] == "چند سال است که روی آب کار می‌کنید؟"


def test_cards_of_a_front_page_with_their_day_at_the_end() -> None:
    titles = ("پل کهنه و آب تازه", "مردمی که ماندند", "راه کنارگذر")
    names = ("مریم کاظمی", "رضا امینی", "ندا صدر")
    cards = "".join(
        f"<div class=card><span class=cat>فرهنگ</span><h3><a href=/a/{n}>{title}</a></h3><p>{text}</p><div><span class=author>{name}</span>"
        f"<span class=date>{12 - n} آبان ۱۴۰۱</span></div><a class=more href=/a/{n}>ادامه مطلب</a></div>"
        for n, (title, name, text) in enumerate(zip(titles, names, TEXT, strict=True))
    )
    posts = read_html(page("ماهنامه", f"<main>{cards}</main>")).posts
    assert [(post.title, post.author, post.body) for post in posts] == list(
        zip(titles, names, TEXT, strict=True)
    )
    assert [str(post.date) for post in posts] == ["2022-11-03", "2022-11-02", "2022-11-01"]


def test_a_box_that_offers_a_newsletter_is_no_text() -> None:
    box = "<div class='Promo_box__8'><h3>هیچ خبری را از دست ندهید</h3><p>نامه ما را هر جمعه با بهترین نوشته‌های هفته در صندوق خود بگیرید.</p>{}</div>"
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    (post,) = read_html(
        page(
            "پل کهنه بسته شد",
            f"<div class=story><h1>پل کهنه بسته شد</h1>{text}{box.format('<button>عضویت</button>')}</div>",
        )
    ).posts
    assert post.body == "\n".join(TEXT)
    (post,) = read_html(
        page("پل کهنه بسته شد", f"<div class=promo><h1>پل کهنه بسته شد</h1>{text}<button>چاپ</button></div>")
    ).posts
    assert post.body == "\n".join(TEXT)


def test_a_title_that_the_markup_tells_of_one_of_several_posts() -> None:
    head = '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "پل کهنه بسته شد و آب بالا آمد"}</script>'
    posts = "".join(
        f"<article><h2><a href=/p/{n}>{title}</a></h2><time datetime=2022-11-0{n + 1}>۱۴۰۱</time><p>{TEXT[n]}</p><h1>پل کهنه بسته شد و آب بالا آمد</h1></article>"
        for n, title in enumerate(("پل کهنه بسته شد", "مردمی که ماندند", "راه کنارگذر"))
    )
    found = read_html(page("موج", head + posts)).posts
    assert "".join(post.body for post in found).count(TEXT[1]) == 1
