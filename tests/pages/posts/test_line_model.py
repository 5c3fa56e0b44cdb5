"""The second look at the lines of texts: small, in whole numbers; it drops what is no text and gives the reason."""

from __future__ import annotations

from importlib.resources import files
from itertools import chain

import pytest

from textnorm.pages import PageOptions, read_page
from textnorm.pages.posts.line_model import line_model, second_look
from textnorm.pages.posts.line_signs import lines_of, signs_of
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.read_page import Reading
from textnorm.pages.posts.split import spans_of

HEAD = [
    "خانه",
    "درباره ما",
    "تماس با ما",
    "جستجو",
    "ورود کاربران",
    "اقتصادی",
    "ورزشی",
    "پل تازه رودخانه باز شد",
    "۱۲ مهر ۱۳۹۹",
]
TEXT = [
    "پل تازه رودخانه پس از دو سال کار باز شد و مردم دو روستا دوباره به هم رسیدند.",
    "راننده‌ها می‌گویند راه شهر نیم ساعت کوتاه‌تر شده است و دیگر کسی از جاده کوهستان نمی‌رود.",
    "دهیار روستا گفت که پل برای سی سال آینده ساخته شده و هر بهار از آن بازدید می‌کنند.",
]
FOOT = [
    "مطالب مرتبط",
    "باران سیل‌آسا در راه است",
    "دیدگاهتان را بنویسید",
    "نام",
    "ایمیل",
    "تمامی حقوق این سایت محفوظ است.",
]


def lines(text: list[str]) -> PageLines:
    return Reading("\n".join(text), PageOptions()).lines()


def test_it_is_small() -> None:
    assert len(files("textnorm.pages").joinpath("data", "line_model.json").read_bytes()) <= 70_000


@pytest.mark.parametrize("times", [1, 3])
def test_every_sign_has_a_number_for_each_line(times: int) -> None:
    page = lines([*HEAD, *TEXT * times, *FOOT])
    spans = spans_of(page)
    asked = [lines_of(span) for span in spans]
    signs = signs_of(page, spans, asked)
    assert set(line_model().features) <= set(signs)
    assert {len(column) for column in signs.values()} == {len([*chain(*asked)])}
    assert all(isinstance(value, int) for column in signs.values() for value in column.tolist())


def test_sentences_and_a_whole_text_stay() -> None:
    page = lines([*HEAD, *TEXT, *FOOT])
    spans = spans_of(page)
    texts = [[n for n, line in enumerate(page.texts) if line in TEXT]]
    assert second_look(page, spans, texts) == texts
    only = [[n for n, line in enumerate(page.texts) if line == FOOT[0]]]
    assert second_look(page, spans, only) == only


def test_what_is_dropped_has_its_reason() -> None:
    text = "\n".join([*HEAD, *TEXT, "پل", "رودخانه", "روستا", "۱۲ نظر", "اشتراک گذاری", *FOOT])
    page = read_page(text)
    (post,) = page.posts
    assert post.body.split("\n") == TEXT
    assert {"پل", "رودخانه", "روستا"} <= {text[a.start : a.end].strip() for a in page.dropped}
