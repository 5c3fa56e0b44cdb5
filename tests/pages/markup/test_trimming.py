"""What templates put into lines goes, and what writers put there stays."""

from __future__ import annotations

import importlib.util

import pytest

from support.growth import assert_linear
from textnorm import html_to_lines, read_html

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<h2 id='a'>نصب<a href='#a'>¶</a></h2>", "نصب"),
        ("<h2>نصب <a href='#a'>#</a> و راه‌اندازی</h2>", "نصب و راه‌اندازی"),
        ("<h2>نصب<span class='mw-editsection'>[<a href='/e'>ویرایش</a>]</span></h2>", "نصب"),
        (
            "<p>باران آمد. <a class='more-link' href='/1'>ادامه را ببینید</a></p>",
            "باران آمد.\nادامه را ببینید",
        ),
        ("<p>باران آمد. <a href='/1'>ادامه مطلب</a></p>", "باران آمد.\nادامه مطلب"),
        ("<blockquote><div><cite>مینا نوشته:</cite>باران آمد.</div></blockquote>", "مینا نوشته:\nباران آمد."),
        ("<p><time class='published'>۲ مهر</time><time class='updated'>۳ مهر</time></p>", "۲ مهر"),
    ],
)
def test_what_templates_put_there(html: str, lines: str) -> None:
    assert html_to_lines(html) == lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>بند <a href='#n1'>۱</a> را ببینید</p>", "بند ۱ را ببینید"),
        ("<p>نشان <a href='/pilcrow'>¶</a> بند است</p>", "نشان ¶ بند است"),
        ("<h3><a class='permalink' href='/7'>درود</a></h3>", "درود"),
        ("<h2>ویرایش <span class='edited'>دوم</span></h2>", "ویرایش دوم"),
        ("<p>برای <a href='/1'>ادامه مطلب</a> صبر کنید</p>", "برای ادامه مطلب صبر کنید"),
        ("<p><time class='updated'>۳ مهر</time></p>", "۳ مهر"),
    ],
)
def test_what_writers_put_there(html: str, lines: str) -> None:
    assert html_to_lines(html) == lines


def test_a_page_of_nothing_but_links_to_read_on() -> None:
    link = "<p>باران تمام روز در شمال بارید و جاده‌ها تا عصر بسته ماند و کسی به شهر ما نیامد.</p>"
    links = "".join(f"<div><a class='more-link' href='/{n}'>{link}</a></div>" for n in range(12))
    assert html_to_lines(links).count("باران") == 12
    read_html(links)


def test_a_name_in_the_element_of_another_post_is_not_taken() -> None:
    """The name stands above the day and in no element called after it."""
    rows = "".join(
        f"<article class='item'><div><b>{name}</b></div><div>{day} آبان ۱۳۹۷</div><p>{text}</p></article>"
        for name, day, text in (
            ("سارا کریمی", 3, "امروز تا ظهر باران بارید و بعد هوا صاف شد و همه به کوچه آمدیم."),
            ("مینا نوری", 4, "در شهر ما برف آمد و مدرسه‌ها بسته شد و بچه‌ها خوشحال بودند."),
        )
    )
    names = [post.author for post in read_html(f"<main>{rows}</main>").posts]
    assert names in (["سارا کریمی", "مینا نوری"], [None, None])


@pytest.mark.thorough
@pytest.mark.parametrize(
    "piece",
    ["<a href='#'>¶</a>x ", "<a class='more-link' href='/1'>b</a>w", "<time datetime='2020-01-01'>b</time>"],
)
def test_work_grows_with_the_page(piece: str) -> None:
    text = "<p>باران تمام روز در شمال بارید و جاده‌ها تا عصر بسته ماند و کسی نیامد.</p>" * 9
    small, large = (f"{text}<div class='last-updated'>{piece * size}</div>" for size in (300, 1200))
    assert_linear(read_html, small, large, 4)
