"""Comments of a page as records: author, day, text, the page's own name of each; in two markups, nested ones too."""

from __future__ import annotations

import importlib.util

import pytest

from textnorm import PageOptions, read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
POST = (
    "<html lang=fa><head><link rel=canonical href='https://garden.example/1'></head><body><nav><a href=/>خانه</a><a>درباره</a></nav>"
    "<article><h1>باران در شمال</h1><time datetime='2020-02-18'>۲۹ بهمن ۱۳۹۸</time>"
    "<p>دیشب در شمال باران سنگینی بارید و راه روستا تا ظهر بسته ماند. اهالی با بیل راه را باز کردند.</p>"
    "<p>بچه‌ها در حیاط مدرسه آدم‌برفی ساختند و معلم هم به آن‌ها کمک کرد.</p></article>"
)
WORDPRESS = (
    "<div id='comments'><h2>۲ دیدگاه</h2><ol class='comment-list'><li id='comment-7' class='comment'><article id='div-comment-7' class='comment-body'>"
    "<footer class='comment-meta'><div class='comment-author vcard'><b class='fn'>سارا</b> <span class='says'>می‌گوید:</span></div>"
    "<div class='comment-metadata'><a><time datetime='2020-02-19T10:00:00+03:30'>۳۰ بهمن ۱۳۹۸ در ۱۰:۰۰</time></a></div></footer>"
    "<div class='comment-content'><p>خیلی خوب بود</p><p>باز هم بنویسید</p></div><div class='reply'><a>پاسخ</a></div></article>"
    "<ol class='children'><li id='comment-8' class='comment'><article class='comment-body'><div class='comment-author'><b class='fn'>نرگس</b></div>"
    "<div class='comment-metadata'><time datetime='2020-02-20'>دیروز</time></div><div class='comment-content'><p>سپاس</p></div></article></li></ol>"
    "</li></ol><form><h3>دیدگاه بگذارید</h3></form></div></body></html>"
)
PORTAL = (
    "<div id=nazarat><h3>نظرات</h3><div class='comment'><div class='comment-header'><span class='name'>سارا</span><span class='date'>۳۰ بهمن ۱۳۹۸</span></div>"
    "<div class='comment-body'><p>خیلی خوب بود</p></div></div><div class='comment'><div class='comment-header'><span class='name'>امید</span>"
    "<span class='date'>۱ اسفند ۱۳۹۸</span></div><div class='comment-body'><p>ممنون</p><p>عالی</p></div></div></div></body></html>"
)
KEEP = PageOptions(comments="keep")


def test_wordpress() -> None:
    post, one, two = read_html(POST + WORDPRESS, KEEP).posts
    assert post.kind == "post"
    assert (one.kind, one.id, one.author, one.date and one.date.isoformat()) == (
        "comment",
        "comment-7",
        "سارا",
        "2020-02-19",
    )
    assert one.body == "خیلی خوب بود\nباز هم بنویسید"
    assert one.url == "https://garden.example/1#comment-7"
    assert (two.id, two.author, two.date and two.date.isoformat(), two.body) == (
        "comment-8",
        "نرگس",
        "2020-02-20",
        "سپاس",
    )
    assert two.sources["date"] == "time datetime"


def test_names_and_days_in_one_line() -> None:
    _, one, two = read_html(POST + PORTAL, KEEP).posts
    assert [(c.author, c.date_text, c.body) for c in (one, two)] == [
        ("سارا", "۳۰ بهمن ۱۳۹۸", "خیلی خوب بود"),
        ("امید", "۱ اسفند ۱۳۹۸", "ممنون\nعالی"),
    ]


@pytest.mark.parametrize("thread", [WORDPRESS, PORTAL])
def test_they_are_dropped_by_default(thread: str) -> None:
    (post,) = read_html(POST + thread).posts
    assert "خیلی خوب" not in post.body
    assert post.comments == ()
