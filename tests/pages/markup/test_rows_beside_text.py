"""Rows of a template beside a text: marks of a review, tags below their heading, banners of a small page, titles behind a section."""

from __future__ import annotations

import importlib.util

import pytest

from textnorm import read_html, read_page

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("lxml"), reason="lxml (the extra html) is not installed"
)
RAIN = "باران از دیشب در شمال می‌بارد و جاده‌ها تا شب بسته می‌ماند."
MENU = "".join(
    f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(("خانه", "اخبار", "درباره ما", "تماس"))
)


def page(body: str, title: str = "باران در شمال") -> str:
    return f"<html lang=fa><head><title>{title}</title></head><body><ul class=menu>{MENU}</ul>{body}</body></html>"


@pytest.mark.parametrize(("called", "stays"), [("score", False), ("rating-box", False), ("", True)])
def test_the_mark_that_a_review_gives_is_no_text(called: str, stays: bool) -> None:
    row = f"<p class='{called}'>۸ نفر در این باران زخمی شدند.</p>"
    (post,) = read_html(
        page(
            f"<h1>باران در شمال</h1><article><p>{RAIN}</p>{row}<p>{RAIN} و باد.</p><p>{RAIN} همین.</p></article>"
        )
    ).posts
    assert ("۸ نفر" in post.body) is stays


def test_tags_stand_in_the_row_below_their_heading() -> None:
    (post,) = read_page(f"باران در شمال\n\nکلیدواژه‌ها:\nباران، آب و هوا، شمال\n\n{RAIN}\n{RAIN}\n").posts
    assert post.tags == ("باران", "آب و هوا", "شمال")
    assert "آب و هوا، شمال" not in post.body
    (other,) = read_page(
        f"باران در شمال\n\nکلیدواژه‌ها\nبا باران، باد هم آمد و همه به خانه رفتند.\n{RAIN}\n"
    ).posts
    assert "باد هم آمد" in other.body


def test_banners_of_a_small_page_are_no_text_and_its_title_is_its_first_line() -> None:
    small = f"<title>باران در شمال</title><div id=top-banner>ساخته شده با برنامه</div><div><p>باران در شمال<p>{RAIN}</div>"
    (post,) = read_html(small).posts
    assert (post.title, post.body) == ("باران در شمال", RAIN)
    inside = f"<title>باران</title><div class=content><div class=banner><p>{RAIN}</div><p>{RAIN} و باد.</div>"
    assert RAIN in read_html(inside).posts[0].body.split("\n")  # a banner inside of a text is part of it


@pytest.mark.parametrize(
    ("title", "expected"),
    [("هواشناسی ۲: باران در شمال", "باران در شمال"), ("باران در شمال: دو کشته", "باران در شمال: دو کشته")],
)
def test_a_title_may_stand_behind_the_name_of_a_section(title: str, expected: str) -> None:
    heading = expected if title == expected else "باران در شمال"
    (post,) = read_html(
        page(
            f"<h1>{heading}</h1><div><button>علامت‌گذاری به عنوان خوانده</button></div><p>{RAIN}</p><p>{RAIN} و باد.</p>",
            title,
        )
    ).posts
    assert post.title == expected


def test_numbers_in_a_list_above_a_text_count_something() -> None:
    facts = "<dl><div><dt>نېټه</dt><dd>۱۴۰۱ د تلې ۹</dd></div><div><dt>لیدونکي</dt><dd>۳۱۲</dd></div></dl>"
    (post,) = read_html(
        page(f"<h1>باران در شمال</h1>{facts}<div class=prose><p>{RAIN}</p><p>{RAIN} و باد.</p></div>")
    ).posts
    assert (post.body.split("\n")[0], str(post.date)) == (RAIN, "2022-10-01")


def test_who_wrote_stands_in_the_parts_of_a_card() -> None:
    cards = "".join(
        f"<div class=card><h3 class=card__title><a href=/{n}>{title}</a></h3><p class=card__text>{RAIN} {title}.</p>"
        f"<span class=post-card__author>{name}</span><span>{day}</span></div>"
        for n, (title, name, day) in enumerate(
            [
                ("باد آمد در جنوب", "گیتا همایون", "۱۴۰۲/۰۸/۰۳"),
                ("برف نشست در غرب", "بهزاد میرزایی", "۱۴۰۲/۰۷/۲۸"),
            ]
        )
    )
    posts = read_html(page(f"<div class=grid>{cards}</div>", "مجله")).posts
    assert [(p.title, p.author) for p in posts] == [
        ("باد آمد در جنوب", "گیتا همایون"),
        ("برف نشست در غرب", "بهزاد میرزایی"),
    ]
