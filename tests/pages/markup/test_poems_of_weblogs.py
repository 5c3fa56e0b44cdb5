"""Weblogs of verses: short lines of paragraphs, a headline that only the title of the page tells, tags as links beside each other."""

from __future__ import annotations

import pytest

from textnorm import read_html

pytest.importorskip("lxml")
VERSES = [
    ["بگذار باران", "بنویسد از باغ", "از سپیدار", "- لکنت خاموش این دیوار -"],
    ["این ابر", "این نارفیق اما", "در جست‌وجوی سایهٔ خورشید", "در آسمان تیرهٔ دلتنگی است"],
    ["با باد", "آبرویم را", "به پای برگ‌ها بریزاند و مرا با سنگ و رودخانه تنها بگذارد."],
    ["در کوه", "بی آواز", "سی‌پاره را بر سر بگذار", "بنویس بر لوح زمان آهنگ خیس باز باران را"],
]
POEM = "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in VERSES)
LINKS = "".join(f"<a href='/tags/{n}/'>{text}</a>" for n, text in enumerate(("کتاب", "باغ‌نوشت", "سفر")))
HEAD = f"<h1><a href='/'>برگ و باد</a></h1><p><a href='/about'>کاوه باغبان</a></p><div>{LINKS}</div>"
TAGS = "<div class=post-tags><b>برچسب‌ها:</b><a href=/t/1>باغ‌نوشت</a><a href=/t/2>شعر نو</a><a href=/t/3>باران</a></div>"


def html_of(poem: str, title: str = "باغ‌نوشت ۶۴ | برگ و باد") -> str:
    head = "<a href='/'>← بازگشت به صفحه اصلی</a><h2>باغ‌نوشت ۶۴</h2><div class=date>۰۹ بهمن ۱۳۹۹</div>"
    comments = "<div class=comments><h3>دیدگاه‌ها (۰)</h3></div>"
    return f"<html lang=fa><head><title>{title}</title></head><body>{HEAD}{head}<div>{poem}</div>{comments}{TAGS}</body></html>"


def test_verses_in_a_paragraph_are_text_together() -> None:
    (post,) = read_html(html_of(POEM)).posts
    assert [line for line in post.body.split("\n") if line] == [line for lines in VERSES for line in lines]


def test_a_paragraph_with_a_link_or_of_a_site_is_no_verse() -> None:
    rows = "<p><a href=/next>نوشتهٔ بعدی</a></p><p>تمام حقوق محفوظ است</p>"
    (post,) = read_html(html_of(POEM.replace("</p><p>", f"</p>{rows}<p>", 1))).posts
    assert not {"نوشتهٔ بعدی", "تمام حقوق محفوظ است"} & {*post.body.split("\n")}
    assert "این نارفیق اما" in post.body


@pytest.mark.parametrize("title", ["باغ‌نوشت ۶۴ | برگ و باد", "برگ و باد - باغ‌نوشت ۶۴"])
def test_the_heading_that_the_title_of_the_page_says_is_the_headline(title: str) -> None:
    (post,) = read_html(html_of(POEM, title)).posts
    assert (post.title, str(post.date)) == ("باغ‌نوشت ۶۴", "2021-01-28")


def test_links_beside_each_other_are_tags_of_their_own() -> None:
    (post,) = read_html(html_of(POEM)).posts
    assert post.tags == ("باغ‌نوشت", "شعر نو", "باران")
