"""What meets under SEARCH, what stays apart, and the two keys by which every way of typing finds."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given

from support.shared_data import ROOT
from support.strategies import texts
from textnorm import SEARCH, normalise, search_keys
from textnorm.chars import ZWNJ

GUIDE = (ROOT / "docs" / "guides" / "search.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (meet|apart) \| (.*?) \|$", GUIDE, re.MULTILINE)


@pytest.mark.parametrize(("relation", "row"), ROWS)
def test_the_table_of_the_guide(relation: str, row: str) -> None:
    folded = [normalise(text, SEARCH) for text in row.split(" · ")]
    assert len(folded) > 1
    assert len(set(folded)) == (1 if relation == "meet" else len(folded))


def test_the_table_has_both_kinds() -> None:
    assert {relation for relation, _ in ROWS} == {"meet", "apart"}


@given(text=texts)
def test_no_key_has_a_half_space(text: str) -> None:
    assert ZWNJ not in "".join(search_keys(text))


@pytest.mark.parametrize(
    "text",
    ["پیش‌پردازش‌های داده‌محور", "چند‌صفحه‌ای و تک‌صفحه‌ای", "رفت‌و‌آمدهای شهری", "iPhone‌های نو", "نگه‌دارنده‌ی باد"],
)
def test_every_way_of_typing_finds(text: str) -> None:
    document = search_keys(f"باران آمد و {text} را دید")
    half_spaces = [at for at, character in enumerate(text) if character == ZWNJ]
    for typed in itertools.product((ZWNJ, " ", ""), repeat=len(half_spaces)):
        if len(set(typed)) > 1:
            continue  # who types, types in one way
        letters = list(text)
        for at, sign in zip(half_spaces, typed, strict=True):
            letters[at] = sign
        query = search_keys("".join(letters))
        assert query.glued in document.glued or query.spaced in document.spaced


@pytest.mark.parametrize(
    "quotation",
    ["طلب العلم فريضة على كل مسلم", "إن الله مع الصابرين", "إِنَّ اللَّهَ مَعَ الصَّابِرِينَ", "هذا كتاب جديد في المدرسة"],
)
def test_each_word_of_an_arabic_quotation_is_found_by_itself(quotation: str) -> None:
    words = normalise(f"پیامبر فرمود: «{quotation}» و رفت", SEARCH).replace('"', "").split()
    for word in quotation.split():
        assert normalise(word, SEARCH) in words
        assert normalise(word.replace("ي", "ی").replace("ك", "ک"), SEARCH) in words


@pytest.mark.parametrize("text", ["ئەم کتێبە زۆر باشە", "یہ ایک کتاب ہے", "دا يو ښه کتاب دی"])
def test_words_that_only_another_language_spells_so_keep_their_letters(text: str) -> None:
    assert normalise(text, SEARCH) == text
