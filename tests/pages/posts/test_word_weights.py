"""Weights of words: small, in whole numbers; a button of a wording that no list has is told by them, lines of lists and of code stay."""

from __future__ import annotations

from importlib.resources import files

import pytest

from textnorm.pages import read_page
from textnorm.pages.interface import role_bits
from textnorm.pages.posts.word_weights import KINDS, line_evidence, word_signs, word_weights

HEAD = ["خانه", "درباره ما", "تماس با ما", "جستجو", "ورود کاربران", "اقتصادی", "ورزشی", "پل تازه رودخانه باز شد", "۱۲ مهر ۱۳۹۹"]  # fmt: skip
TEXT = [
    "پل تازه رودخانه پس از دو سال کار باز شد و مردم دو روستا دوباره به هم رسیدند.",
    "راننده‌ها می‌گویند راه شهر نیم ساعت کوتاه‌تر شده است و دیگر کسی از جاده کوهستان نمی‌رود.",
]
FOOT = ["مطالب مرتبط", "باران سیل‌آسا در راه است", "دیدگاهتان را بنویسید", "نام", "ایمیل", "تمامی حقوق این سایت محفوظ است."]  # fmt: skip


def body(*lines: str) -> list[str]:
    (post,) = read_page("\n".join([*HEAD, *TEXT, *lines, *FOOT])).posts
    return post.body.split("\n")[len(TEXT) :]


def test_they_are_small_and_whole_numbers() -> None:
    assert len(files("textnorm.pages").joinpath("data", "word_weights.json").read_bytes()) <= 80_000
    weights = word_weights()
    assert sorted(weights) == sorted(KINDS)
    assert all(
        isinstance(number, int) and abs(number) <= 30 for of in weights.values() for number in of.values()
    )


def test_what_sites_show_weighs_more_than_what_texts_have() -> None:
    site = [line_evidence(line)[0] for line in ("مشاهده همه مطالب", "ارسال نظر", "ورود به سایت")]
    text = [line_evidence(line)[0] for line in ("او آن شب نخوابید", "و باران می‌بارید", "")]
    assert min(site) > 0 >= max(text)


def test_every_line_has_each_sign_and_those_beside_it() -> None:
    signs = word_signs(["ارسال نظر", "او آن شب نخوابید"], [0, 1])
    assert {len(column) for column in signs.values()} == {2}
    assert signs["site sum"][0] == signs["site sum-1"][1]
    assert signs["site sum+1"][1] == 0


@pytest.mark.parametrize(
    "line", ["نظر همسایه‌ها درباره پل را ببینید", "بازدیدکنندگان این صفحه", "همه خبرهای پل"]
)
def test_what_is_on_no_list_goes_by_its_words(line: str) -> None:
    assert not role_bits(line)
    assert line not in body(line)


@pytest.mark.parametrize(
    "lines",
    [
        ("کارهای مانده:", "رنگ نرده", "چراغ دو سر پل", "تابلوی راه"),
        ("00:40 دیدن پل", "02:15 گفت‌وگو با دهیار"),
        ("سپاس از همه.", "شاد باشید"),
    ],
)
def test_lists_rows_and_wishes_stay(lines: tuple[str, ...]) -> None:
    assert body(*lines) == list(lines)
