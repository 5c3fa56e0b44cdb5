"""Repeated letters: what stays, then what is shortened."""

from __future__ import annotations

import pytest

from textnorm.ruleset.repeats import find_repeats


def shortened(text: str) -> str:
    for start, end, replacement, _ in reversed(find_repeats(text)):
        text = text[:start] + replacement + text[end:]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "الله",
        "متعدد",
        "تردد",
        "ممکن",
        "موفقیت",
        "محقق",
        "۱۱۱۱",
        "....",
        "!!!",
        "سلام",
        "لل",
    ],
)
def test_ordinary_doubles_digits_and_punctuation_stay(text: str) -> None:
    assert shortened(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("سلاممم", "سلام"),
        ("متعددییی", "متعددی"),
        ("اووووقات", "اوقات"),
        ("متعدددد", "متعدد"),
        ("تردددد", "تردد"),
        ("خیلییی خوووب", "خیلی خوب"),
        ("هواااا سررررد است", "هوا سرد است"),
        ("موفققققیت", "موفقیت"),
        ("می‌رووووم", "می‌روم"),
        ("کتاب‌هااااا", "کتاب‌ها"),
        ("الگوسازییی", "الگوسازی"),
        ("ققققزم", "قزم"),
        ("(گللللل!)", "(گل!)"),
    ],
)
def test_letters_repeated_for_emphasis_are_shortened(before: str, after: str) -> None:
    assert shortened(before) == after


def test_many_stretches_in_one_word_become_one_letter_each() -> None:
    assert shortened("ااابببپپپتتتثثث") == "ابپتث"
