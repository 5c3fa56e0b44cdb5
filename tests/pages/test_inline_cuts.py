"""Pages whose strings stand on lines of their own: the sentences that links and strong words cut are whole for the rules."""

from __future__ import annotations

import pytest

from textnorm import clean, read_page
from textnorm.pages.document import Document
from textnorm.pages.inline_cuts import sentences

MENU = ["خانه", "اخبار", "درباره ما", "تماس با ما", "جستجو در سایت", "ورود کاربران"]
TITLE, DAY = "پل چوبی روستا را آب برد", "۱۲ مهر ۱۳۹۹"
#: pieces of sentences, a list for each paragraph
TEXT = [
    ["باران دیشب از ساعت ده آغاز شد و به گفته", "هواشناسی استان", "، تا سپیده‌دم بر بام خانه‌های روستا بارید."],
    ["صبح که شد رود از بستر خود بیرون زده بود و پل چوبی را که", "دهیاری", "ساخته بود با خود برد."],
    ["دهیار می‌گوید گذرگاه دیگری از چوب‌های همان پل برای", "دانش‌آموزان", "(", "نقشه راه", ") ساخته می‌شود."],
]
FOOT = ["مطالب مرتبط", "نان این هفته گران شد", "تمامی حقوق این سایت محفوظ است.", "بازگشت به بالا"]


def rows(text: str) -> list[str]:
    """The lines of a text, those together that are one sentence."""
    document = Document(text)
    return [" ".join(document.lines[n] for n in row) for row in sentences(document) or []]


def test_a_page_with_its_sentences_in_pieces() -> None:
    pieces = [piece for paragraph in TEXT for piece in paragraph]
    (post,) = read_page("\n".join([*MENU, TITLE, DAY, *pieces, *FOOT])).posts
    assert (post.title, post.date_text, post.body.split("\n")) == (TITLE, DAY, pieces)


def test_paragraphs_headlines_and_menus_stay_apart() -> None:
    pieces = [piece for paragraph in TEXT for piece in paragraph]
    found = rows("\n".join([*MENU, TITLE, DAY, *pieces, *FOOT]))
    assert found == [*MENU, TITLE, DAY, *map(" ".join, TEXT), *FOOT]


def test_code_that_was_cut_at_each_sign_is_one_line() -> None:
    code = ["import", "re", "print", "(", "re", ".", "escape", "(", "'a.b'", ")", ")"]
    text = "\n".join(
        ["تابع", "escape", "، نقطه را", "می‌پوشاند", "، پس بنویسید:", *code, "و خروجی را ببینید."]
    )
    assert " ".join(code) in rows(text)


def test_numbers_and_bullets_stand_before_their_items() -> None:
    assert rows("شرط‌ها\n1.\n\nداشتن کارت\n2.\n\nدو قطعه عکس\n\nپایان") == [
        "شرط‌ها",
        "1. داشتن کارت",
        "2. دو قطعه عکس",
        "",
        "پایان",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "صفحه\n1\n2\n3\nبعدی",
        "طبقه\n2.\nآقای کریمی",
        "\n".join(" ".join(paragraph) for paragraph in TEXT),
        "باد می‌آید از آن سوی در و\nمن نشسته‌ام به یاد تو که\nرفته‌ای با باران و\nهیچ",
        "```\nf(\n  a\n)\ng(\n  b\n)\n```",
        "f(\n  a\n)\ng(\n  b\n)",
        "پیوندها\n» باران\n» باد\n» برف",
        "خانه\n»\nاخبار\n»\nشهر\n»\nباران بارید",
        "نام\n*\nایمیل\n*\n1\n2\n…\n»",
    ],
)
def test_other_texts_are_not_joined(text: str) -> None:
    assert sentences(Document(text)) is None


def test_clean_keeps_the_pieces_of_sentences() -> None:
    pieces = [piece for paragraph in TEXT * 2 for piece in paragraph]
    cleaned = clean("\n".join([*MENU, TITLE, *pieces, *FOOT]))
    assert [line for line in cleaned.split("\n") if line in pieces] == pieces
    assert not {*MENU} & {*cleaned.split("\n")}
    assert clean(cleaned) == cleaned
