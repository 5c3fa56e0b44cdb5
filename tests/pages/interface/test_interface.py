"""The list of interface phrases: each role meets its example and leaves its near-miss; the file is up to date."""

from __future__ import annotations

import pytest

from textnorm.pages.interface import ALONE, ROLES, ROW, SLOT, mask, role_bits, roles_of
from textnorm.pages.interface.lookup import made_table, packed, shipped_table, unpacked
from textnorm.pages.interface.match import bits_of_words
from textnorm.pages.interface.templates import key_of, phrases, roles_data, templates

ENTRIES = roles_data()


@pytest.fixture(scope="module")
def made():
    return made_table(ROLES, ALONE)


def test_the_roles_of_the_file_are_the_roles():
    assert [entry["name"] for entry in ENTRIES if entry["name"] not in ROLES] == []
    assert {entry["name"] for entry in ENTRIES} == set(ROLES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_example_and_near_miss(entry):
    assert entry["name"] in roles_of(entry["example"])
    assert not role_bits(entry["near_miss"]) & ALONE


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_every_plain_phrase_is_known_and_a_sentence_with_it_is_not(entry):
    bit = mask(entry["name"])
    plain = [
        p
        for t in templates(entry.get("alone", ""))
        for p in phrases(t)
        if "{" not in p and key_of(p).strip("0")
    ]
    for phrase in plain:
        assert role_bits(phrase) & (bit | ALONE) == bit | ALONE, phrase
        assert role_bits(f"«{phrase}»…") == role_bits(phrase), phrase


@pytest.mark.thorough
def test_the_shipped_tables_are_those_of_the_list(made):
    shipped, again = shipped_table(), unpacked(packed(*made))
    assert shipped == again, "run tools/make_interface.py"


@pytest.mark.parametrize(
    "line",
    [
        "۱. وزن و ضخامت",
        "۳ پیمانه آرد",
        "[02:10] Arriving at the pass",
        "۱۲ مهر ۱۳۹۹",
        "20",
        "By noon it rained in the hills and nobody went out.",
        "باران آمد.",
        "آذر",
    ],
)
def test_text_is_never_certain(line):
    assert not role_bits(line) & ALONE


def test_spelling_does_not_matter():
    forms = ["دیدگاه‌ها (۳)", "دیدگاه ها ( 3 )", "ديدگاه‌ها: 12", "دیدگاهها ۴"]
    assert {role_bits(form) for form in forms} == {role_bits("دیدگاه‌ها ۳")}
    assert role_bits("DON’T MISS") == role_bits("Don't miss") > 0


def test_dates_are_numbers():
    assert role_bits("تاریخ عضویت: ۱۲ مهر ۱۳۹۱") == role_bits("تاریخ عضویت: 1391/7/12") > 0
    assert "archive" in roles_of("آرشیو مهر ۱۳۹۱")


def test_rows_of_phrases():
    bits = role_bits("چاپ | لینک ثابت | ۳ نظر")
    assert bits & ROW
    assert bits & mask("tool")
    assert bits & mask("comment_count")
    assert not bits & ALONE
    assert role_bits("چاپ | لینک ثابت | باران") == 0


def test_slots_take_words_and_not_too_many():
    assert role_bits("پاسخ به مینا") & SLOT
    assert role_bits("Copyright 2020 North Wind Press") & mask("footer")
    assert role_bits("Copyright " + "word " * 30) == 0
    assert role_bits("") == role_bits("***") == 0


def test_work_is_linear():
    """Lines of many words are not looked at, and the words of others a bounded number of times."""
    assert bits_of_words(["نظر"] * 1000) == 0
    assert bits_of_words(["a" * 100_000]) == 0
