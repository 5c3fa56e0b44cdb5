"""Pages as tools write them: links as Markdown, rows that were cut, old letters; posts are what a browser shows."""

from __future__ import annotations

import textwrap

import pytest

from textnorm import clean, read_page
from textnorm.pages.document import Document
from textnorm.pages.link_markup import unlinked
from textnorm.pages.shown import shown_page

MENU = ["خانه", "اخبار", "درباره ما", "تماس با ما", "جستجو در سایت", "ورود کاربران"]
TITLE, DAY = "پل چوبی روستا را آب برد", "۱۲ مهر ۱۳۹۹"
TEXT = [
    "باران دیشب از ساعت ده آغاز شد و تا سپیده‌دم بر بام خانه‌های روستا بارید و کسی تا صبح نخوابید.",
    "صبح که شد رود از بستر خود بیرون زده بود و پل چوبی را که پارسال ساخته بودند با خود برده بود.",
    "دهیار می‌گوید تا پایان هفته گذرگاه دیگری از چوب‌های همان پل برای دانش‌آموزان ساخته می‌شود.",
]
FOOT = ["مطالب مرتبط", "تمامی حقوق این سایت محفوظ است.", "بازگشت به بالا"]
PAGE = "\n".join([*MENU, TITLE, DAY, *TEXT, *FOOT])


def found(text: str) -> tuple[str | None, str | None, str]:
    (post,) = read_page(text).posts
    return post.title, post.date_text, " ".join(post.body.split())


PLAIN = (TITLE, DAY, " ".join(TEXT))


def test_the_plain_page() -> None:
    assert found(PAGE) == PLAIN


def test_links_as_markdown() -> None:
    menu = [f"  * [{line}](https://bam.example/{n})" for n, line in enumerate(MENU)]
    text = "\n\n".join(
        [*menu, f"# [{TITLE}](https://bam.example/p)", DAY, *TEXT, f"### {FOOT[0]}", *FOOT[1:]]
    )
    assert found(text) == PLAIN


@pytest.mark.parametrize("width", [64, 76, 100])
def test_rows_that_were_cut(width: int) -> None:
    rows = [row for line in PAGE.split("\n") for row in [*textwrap.wrap(line, width), ""]]
    assert found("\n".join(rows)) == PLAIN


def test_old_letters_stay_in_the_posts() -> None:
    old = str.maketrans("یک۰۱۲۳۴۵۶۷۸۹", "يك٠١٢٣٤٥٦٧٨٩")
    title, day, body = PLAIN
    assert found(PAGE.translate(old)) == (title.translate(old), day.translate(old), body.translate(old))


def test_who_wrote_is_said_as_the_page_writes_it() -> None:
    text = PAGE.replace(DAY, f"نوشته شده توسط كيانوش دلاوري\n{DAY}")
    assert [post.author for post in read_page(text).posts] == ["كيانوش دلاوري"]


def test_verses_are_no_rows_that_were_cut() -> None:
    verses = [
        "بیا که باد بهاری ز کوه می‌آید و بوی خاک نمین را به کوچه می‌آرد",
        "هنوز خانه پر از آفتاب دیروز است و شب به پنجره‌ها دست هم نمی‌ساید",
    ]
    assert shown_page(Document("\n".join(verses * 4))).sizes == [1] * 8


def test_a_text_with_a_few_links_has_no_others_than_those() -> None:
    assert unlinked(["متن [پیوند](/a) دارد.", "* [خانه](/)", "پایان"]) is None


def test_numbers_of_links_go_with_their_list() -> None:
    menu = "\n".join(f"     * [{n}]{line}" for n, line in enumerate(MENU, 1))
    listed = "\n".join(f"   {n}. https://bam.example/{n}" for n in range(1, 8))
    text = f"{menu}\n\n   {TITLE}\n\n   [7]{DAY}\n\n" + "\n\n".join(f"   {line}" for line in TEXT)
    assert found(f"{text}\n\nReferences\n\n   Visible links\n{listed}\n") == PLAIN
    assert clean(f"{text}\n\n{listed}") != clean(f"{text}\n\nReferences\n\n{listed}")


def test_numbers_of_notes_stay() -> None:
    text = (
        f"{TEXT[0]} [1]\n\n{TEXT[1]} [2]\n\nReferences\n\n1. https://bam.example/a\n2. https://bam.example/b"
    )
    assert clean(text) == text


def test_a_page_of_few_lines_stays_one_of_as_many() -> None:
    rows = [*MENU[:2], TITLE, DAY, *(row for line in TEXT[:2] for row in textwrap.wrap(line, 78)), FOOT[1]]
    assert len(rows) >= 8
    assert shown_page(Document("\n".join(rows))).sizes == [1] * len(rows)
