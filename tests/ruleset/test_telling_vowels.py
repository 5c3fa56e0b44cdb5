"""A short vowel that tells a word from another one stays; others go, and joins are found as without it."""

from __future__ import annotations

import pytest

from textnorm import SEARCH, normalise
from textnorm.chars import NON_JOINING, SHORT_VOWELS
from textnorm.ruleset.telling_vowels import NAMES, VERBS, find_vowels, lists

STAY = [
    "نُه تن از یازده بازیکن",
    "خانه‌ای از گِل ساخت",
    "او در جنگ مُرد",
    "بعد از اِعمال تغییرات، اِشکال برطرف شد",
    "کُشتی‌گیر از کِشتی پیاده شد",
    "نمی‌کُشم",
    "عُمَر خیام",
    "مُسَکِّن خورد",
    "نامه را خوانَد",
]
CHANGE = [
    ("بَعد از باران", "بعد از باران"),
    ("گُلِ سرخ", "گل سرخ"),
    ("گِلِ سرخ", "گِل سرخ"),
    ("می کُشد", "می\u200cکُشد"),
    ("ميکُشد", "می\u200cکُشد"),
    ("مُهر های شاهی", "مُهرهای شاهی"),
    ("گِلها", "گِل\u200cها"),
    ("كُشتي گير", "کُشتی\u200cگیر"),
    ("دُر\u200cهای گران", "دُرهای گران"),
    ("کِرمانشاه", "کرمانشاه"),
    ("سَلامِ گَرم", "سلام گرم"),
    ("در مُدَّتِ این قِسْمَتِ", "در مدت این قسمت"),
    ("می\u200cکُنَدْ و می\u200cشَوَدْ", "می\u200cکند و می\u200cشود"),
    ("جَوانِ مُسَلْمان نِشَسْت", "جوان مسلمان نشست"),
    ("حرکتِ کُند", "حرکت کُند"),
    ("گَنده\u200cدِبی", "گَنده\u200cدِبی"),
]


@pytest.mark.parametrize("text", STAY)
def test_a_vowel_that_tells_a_word_stays(text: str) -> None:
    assert normalise(text) == text


@pytest.mark.parametrize(("text", "expected"), CHANGE)
def test_other_vowels_go_and_joins_are_found(text: str, expected: str) -> None:
    assert normalise(text) == expected == normalise(expected)


def test_search_folds_them_all() -> None:
    assert normalise("نُه تن", SEARCH) == "نه تن"


@pytest.mark.parametrize("word", sorted(NAMES | VERBS))
def test_each_listed_word_is_one_with_its_mark_inside(word: str) -> None:
    bare = "".join(letter for letter in word if letter not in SHORT_VOWELS)
    assert word != bare
    assert word[-1] not in SHORT_VOWELS, "an ezafe stands at the end"
    assert find_vowels(word) == []
    assert bare in lists()["vowelled"]
    assert (bare in lists()["vowelled_verbs"]) >= (word in VERBS)


def test_the_end_of_a_word_is_told_by_what_is_seen() -> None:
    assert "ر" in NON_JOINING
    assert find_vowels("گِل\u200cکار") == [] == find_vowels("گِل")
    assert find_vowels("گِلکار") != []
