"""What is Persian, and what no rule may touch."""

from __future__ import annotations

import re

import pytest

from textnorm import normalise
from textnorm.script.segments import segments

#: text, then the pieces of it that are not Persian, in order
CASES = [
    ("سایت example.com را با Python 3.11 نوشت", ["example.com", "Python 3.11"]),
    ("سال 1402 و ۱۴۰۲", []),
    ("API‌ها و IP‌های تازه", ["API\u200c", "IP\u200c"]),
    ("کتاب (book) را", ["(book)"]),
    ("گفت Hello, world! و رفت", ["Hello, world!"]),
    ("است. 100% of 3.14 = 3.14; نگاهی", ["100% of 3.14 = 3.14;"]),
    ("به https://a.example/خانه?x=1&y=2، بروید", ["https://a.example/خانه?x=1&y=2"]),
    ("نشانی www.example.ir/news/84/ بود", ["www.example.ir/news/84/"]),
    ("به ali.r@sub.example.org بنویس", ["ali.r@sub.example.org"]),
    ("با @user_name و #هوای_خوب نوشت", ["@user_name", "#هوای_خوب"]),
    ("کد `باد ،باران` و <b class='x'>باد</b> بود", ["`باد ،باران`", "<b class='x'>", "</b>"]),
    ("در /usr/local/bin و C:\\Users\\a.txt", ["/usr/local/bin", "C:\\Users\\a.txt"]),
    ("نشانی 192.168.1.10:8080 و نسخهٔ 2.10.3", ["192.168.1.10:8080", "2.10.3"]),
    ("ساعت 12:30 و ۱۲:۳۰:۱۵ بود", ["12:30", "۱۲:۳۰:۱۵"]),
    ("خانواده 👨‍👩‍👧‍👦 و ❤️ و 👍🏽 بود", ["👨‍👩‍👧‍👦", "❤️", "👍🏽"]),
    ("گفت إِنَّ رَبّی مَعَ النّاسِ و رفت", ["إِنَّ رَبّی مَعَ النّاسِ"]),
    ("این مُلکِ ما و حِکمتِ اوست", []),
    ("او آن لڑکا را در خیابان دید", ["لڑکا"]),
    ("او آن کتێب را در خانه دید", ["کتێب"]),
    ("این Москва است", ["Москва"]),
    ("git commit -m 'x' را بزن", ["git commit", "-m 'x'"]),
    ("او «ذهب الولد إلى المدرسة» را خواند", ["ذهب الولد إلى المدرسة"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[ascii(text) for text, _ in CASES])
def test_what_is_not_persian(text: str, expected: list[str]) -> None:
    assert [
        text[s.start : s.end].strip()
        for s in segments(text)
        if s.kind != "persian" and text[s.start : s.end].strip()
    ] == expected


WHOLE = [
    ("latin", "The quick brown fox, 1402 - and “quotes”."),
    ("latin", "12 - 3 = 9"),
    ("latin", "Café à la carte"),
    ("other", "یہ ایک اچھی کتاب ہے"),
    ("other", "ئەم کتێبە زۆر باشە"),
    ("other", "ذهب الولد إلى المدرسة في الصباح"),
    ("other", "دا یو ښه کتاب دی"),
    ("persian", "علي كتاب را به خانة ما آورد"),
    ("persian", "او بہ خانھ رفت"),
    ("persian", "بَعد از باران، هوا خوب شد."),
    ("protected", "```\nباد  ،باران\n```"),
]


@pytest.mark.parametrize(("kind", "text"), WHOLE, ids=[ascii(text) for _, text in WHOLE])
def test_whole_texts(kind: str, text: str) -> None:
    assert {s.kind for s in segments(text)} == {kind}


@pytest.mark.parametrize("text", [text for kind, text in WHOLE if kind != "persian"], ids=ascii)
def test_what_is_not_persian_comes_out_as_it_went_in(text: str) -> None:
    assert normalise(text) == text


def test_fenced_code_is_kept_over_several_lines() -> None:
    text = "متن ،باران\n```python\nx  =  'باد ،باران'\n```\nباز ،باران\n"
    assert normalise(text) == "متن، باران\n```python\nx  =  'باد ،باران'\n```\nباز، باران\n"


def test_an_unclosed_fence_protects_the_rest() -> None:
    text = "```\nباد ،باران"
    assert normalise(text) == text


def test_iso_dates_keep_their_digits() -> None:
    from textnorm import EDITORIAL

    assert (
        normalise("جلسه در 2018-09-30 بود و 12-15 نفر آمدند", EDITORIAL)
        == "جلسه در 2018-09-30 بود و ۱۲-۱۵ نفر آمدند"
    )


@pytest.mark.thorough
def test_the_quick_look_misses_no_letter_of_another_script() -> None:
    from textnorm.script import segments as module

    foreign, mixed = re.compile(module.FOREIGN_LETTER), module._MIXED
    every = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
    assert [c for c in every if foreign.match(c) and not mixed.match(c)] == []
