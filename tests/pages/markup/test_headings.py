"""Titles of several posts: the heading of each block, and lines of verse that are no titles."""

from __future__ import annotations

import importlib.util

import pytest

from textnorm import read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
VERSES = (
    "کاش می شد سرنوشت را از سر نوشت<br>کاش می شد پاییز را یک بار دیگر با تو قدم زد<br>و هیچ کس نمی پرسید کجا می رویم",
    "قاصدک هان چه خبر آوردی امشب<br>نامه ای از تو نیامد و من هنوز کنار پنجره نشسته ام<br>شاید فردا بیاید آن که باید",
)


def front(heading: str) -> str:
    posts = "".join(
        f'<div class="post">{heading.format(title)}<div class="post-body">{text}</div>'
        f'<div class="post-info">نوشته شده توسط باران در {day} بهمن 1392 | لینک ثابت</div></div>'
        for title, text, day in zip(("دلتنگی", "قاصدک"), VERSES, (14, 5), strict=True)
    )
    return f"<title>خانه</title><body><div id=header><ul><li>صفحه نخست</li><li>آرشیو</li><li>پست الکترونیک</li></ul><h1><a href='/'>خانه</a></h1></div><div id=left>{posts}</div>"


@pytest.mark.parametrize("heading", ["<h2 class=t><a href='/{0}'>{0}</a></h2>", "<h3>{0}</h3>"])
def test_headings_are_the_titles_of_verses(heading: str) -> None:
    posts = read_html(front(heading)).posts
    assert [post.title for post in posts] == ["دلتنگی", "قاصدک"]
    assert [post.body.split("\n") for post in posts] == [verse.split("<br>") for verse in VERSES]


def test_days_above_posts_are_no_titles() -> None:
    html = front("<h3 class=t><a href='/{0}'>{0}</a></h3>")
    for day, _ in ((14, 0), (5, 0)):
        html = html.replace('<div class="post">', f"<div class='post '><h2 class=day>{day} بهمن 1392</h2>", 1)
    assert [post.title for post in read_html(html).posts] == ["دلتنگی", "قاصدک"]


def test_the_day_behind_its_label_below_the_text() -> None:
    text = "<p>باران از دیشب در شمال می‌بارد و راه‌ها را بسته است.</p><p>مردم در خانه‌ها مانده‌اند تا هوا روشن شود.</p>"
    rows = "<ul><li><strong>تاریخ</strong> 23.03.2019</li><li><strong>موضوع</strong> هوا</li></ul>"
    page = f"<h1>باران در شمال</h1>{text}{rows}<div class=related><p>تاریخ 01.02.2019</p></div>"
    assert [str(post.date) for post in read_html(page).posts] == ["2019-03-23"]
    two = page.replace("</ul>", "<li>تاریخ: 24.03.2019</li></ul>")
    assert [post.date for post in read_html(two).posts] == [None]


def test_who_wrote_a_review_wrote_no_page() -> None:
    text = "<p>این کوله از پارچه ضد آب دوخته شده و شانه را خسته نمی‌کند.</p><p>دو جیب کناری برای آب دارد و روکش باران.</p>"
    review = "<div id=product-comments><div class=comment-date>۱۴۰۰/۰۷/۱۱</div><div class=comment-author>توسط حمید</div><p>زیپ‌هایش محکم است.</p></div>"
    menu = "<ul><li><a>پوشاک</a></li><li><a>کوله</a></li></ul>"
    (post,) = read_html(
        f"{menu}<h1>کوله کوهنوردی</h1><p>۲,۸۵۰,۰۰۰ تومان</p>{text}<h2>نظرات</h2>{review}"
    ).posts
    assert (post.author, post.date) == (None, None)


def test_the_heading_of_a_member_is_no_title() -> None:
    """Ranks of members stand in headings of their cards, one in each message."""
    said = ("تسمه را تازه عوض کرده‌ام و صدا هنوز هست.", "بلبرینگ را هم ببین، شاید خشک شده باشد.")
    cards = (("نگار", "تازه‌وارد", "۱۵ مرداد ۱۳۹۹"), ("پیام", "استادکار", "۱۶ مرداد ۱۳۹۹"))
    messages = "".join(
        f'<article class="message"><div class="message-user"><h4 class="message-name"><a href="/members/{n}/">{name}</a></h4><h5>{rank}</h5></div>'
        f'<div class="message-main"><header>{day}</header><div class="bbWrapper">{text}</div></div></article>'
        for n, ((name, rank, day), text) in enumerate(zip(cards, said, strict=True))
    )
    menu = "<ul><li><a>انجمن</a></li><li><a>تازه‌ها</a></li></ul>"
    posts = read_html(f"<title>صدای موتور | انجمن</title>{menu}<h1>صدای موتور</h1>{messages}").posts
    assert [post.title in (None, "صدای موتور") for post in posts] == [True, True]
    assert [post.author for post in posts] == ["نگار", "پیام"]
