"""read_page(): posts, dates, titles; what must stay whole."""

from __future__ import annotations

import random

import pytest

from support.boilerplate_fa import POSTS, POSTS_EN, SHAPES, naive
from textnorm.pages import PageOptions, read_page

LANGUAGES = {"persian": POSTS, "english": POSTS_EN}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("seed", [1, 2])
def test_persian_residue(shape: str, count: int, seed: int) -> None:
    text, expected = SHAPES[shape](random.Random(seed * 10 + count), count)
    posts = read_page(text).posts
    assert [(p.title, p.date and p.date.isoformat(), tuple(p.body.split("\n"))) for p in posts] == list(
        expected.posts
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("seed", range(5))
def test_persian_naive(shape: str, count: int, language: str, seed: int) -> None:
    rng = random.Random(seed * 10 + count)
    text, expected = SHAPES[shape](rng, count, LANGUAGES[language])
    posts = read_page(naive(text, rng), PageOptions(mode="page")).posts
    assert [(p.title, p.date and p.date.isoformat()) for p in posts] == [row[:2] for row in expected.posts]
    for post, (_, _, body) in zip(posts, expected.posts, strict=True):
        assert post.body.split("\n") == list(body)


def test_a_diary_is_one_post() -> None:
    days = [
        f"{n} May 2021\nWe walked {n} miles along the river and slept in a hut near the bridge."
        for n in (3, 4, 5)
    ]
    text = "A week on the river\n\n" + "\n\n".join(days)
    (post,) = read_page(text).posts
    assert post.title == "A week on the river"
    assert all(day.split("\n")[1] in post.body for day in days)


def test_offsets_count_in_the_source() -> None:
    text, _ = SHAPES["blogspot"](random.Random(3), 3)
    padded = "\n\N{NO-BREAK SPACE}\n\n" + text
    for post in read_page(padded).posts:
        assert post.title is not None
        assert post.title in padded[post.start : post.end]


def test_author_and_tags() -> None:
    text = "Rain on the coast\n\nBy Dara Novak\n\nIt rained all day in the north, and the roads were wet.\n\nTags: rain, coast"
    (post,) = read_page(text).posts
    assert (post.author, post.tags) == ("Dara Novak", ("rain", "coast"))
    assert post.body == "It rained all day in the north, and the roads were wet."


def test_the_day_of_a_reader_below_a_text_dates_no_post() -> None:
    menu = ["خانه", "فروشگاه", "سبد خرید", "ورود", "جستجو", "تماس با ما", "چای کوهستان", "افزودن به سبد خرید"]
    text = ["این چای را در کارخانه‌ای کوچک خشک کرده‌اند و هیچ افزودنی ندارد و بوی بهار می‌دهد."]
    words = [
        "نظر خریداران",
        "پروین",
        "۱۴ مرداد ۱۴۰۱",
        "عطرش واقعا خوب بود.",
        "دیدگاه خود را بنویسید",
        "محصولات مرتبط",
        "حقوق محفوظ است",
    ]
    (post,) = read_page("\n".join([*menu, *text, *words])).posts
    assert (post.date, post.author) == (None, None)
    dated = [*text, "۱۴ مرداد ۱۴۰۱", *words[4:]]
    (post,) = read_page("\n".join([*menu, *dated])).posts
    assert post.date is not None


NEWS = [
    "خانه",
    "ورود",
    "جستجو",
    "تماس با ما",
    "زعفران قائنات به بازار رسید",
    "۲۳ آبان ۱۴۰۱ - ۱۱:۳۰",
    "برداشت زعفران در شهرستان قائنات از امروز آغاز شد و تا پایان ماه ادامه دارد.",
    "کشاورزان می‌گویند که باران پاییزی گل‌ها را دیرتر از سال گذشته باز کرده است.",
]


def test_tags_stand_on_lines_of_their_own_below_their_heading() -> None:
    (post,) = read_page("\n".join([*NEWS, "برچسب‌ها", "زعفران", "خراسان جنوبی", "لینک کوتاه"])).posts
    assert post.tags == ("زعفران", "خراسان جنوبی")
    (post,) = read_page("\n".join([*NEWS, "برچسب‌ها: زعفران", "پاییز", "لینک کوتاه"])).posts
    assert post.tags == ("زعفران", "پاییز")


def test_what_stands_below_a_heading_of_tags_is_no_tag_if_it_is_interface_or_a_sentence() -> None:
    below = ["اشتراک‌گذاری", "قیمت زعفران در بازار مشهد برای سومین هفته پیاپی بالا رفت."]
    for lines in (below, below[1:]):
        (post,) = read_page("\n".join([*NEWS, "برچسب‌ها", *lines])).posts
        assert post.tags == ()


def test_links_to_reply_are_no_comments_and_words_about_answers_are() -> None:
    said = [
        "۲ دیدگاه",
        "سمانه گفت:",
        "۲۴ آبان ۱۴۰۱ در ۱۰:۰۵",
        "پاسخ این پرسش را کسی نداد.",
        "پاسخ",
        "مراد گفت:",
        "۲۵ آبان ۱۴۰۱ در ۹:۰۵",
        "پاسخ: باران دیر آمد.",
        "پاسخ",
        "دیدگاه خود را بنویسید",
    ]
    (post,) = read_page("\n".join([*NEWS, *said]), PageOptions(comments="keep")).posts
    assert "پاسخ" not in post.comments
    assert {"پاسخ این پرسش را کسی نداد.", "پاسخ: باران دیر آمد."} <= set(post.comments)


def test_a_pair_with_a_day_among_pairs_of_the_text_is_text() -> None:
    pairs = ["سخنران: دکتر مینا کریمی", "زمان: سه‌شنبه ۱ آذر ۱۴۰۱، ساعت ۱۰", "مکان: تالار کتابخانه"]
    (post,) = read_page("\n".join([*NEWS[:7], *pairs, NEWS[7], "اشتراک‌گذاری"])).posts
    assert set(pairs) <= set(post.body.split("\n"))
    assert post.date is not None
    assert post.date.isoformat() == "2022-11-14"


def test_a_page_without_boilerplate_whose_lines_the_careful_detectors_change_is_read() -> None:
    said = "The ferry left an hour late because of the fog, and the people on the pier waited until the bell rang at last."
    days = [f"{said} It was day {number} of the fog." for number in range(14)]
    title = "Ferry leaves late again today"
    page = read_page(
        "\n\n".join([title, title, *days, "Read more", "Share", "Newsletter"]), PageOptions(mode="page")
    )
    assert [(post.title, post.body.split("\n\n")) for post in page.posts] == [(title, days)]
