"""Where a date could stand: the native core names the places at which the patterns are tried, and no place is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from textnorm import find_dates
from textnorm.core import native_module
from textnorm.dates import DateOptions, windows

OPTIONS = DateOptions()
#: characters and pieces of dates, and signs that stand between them
PIECES = [
    *"019۱۳۹٧:./-، \u200c\u200f\u00a0\t\nـملتهزاروسچد|abJM",
    " مهر", "آبان", "خرداد", "ماه", "هزار و سیصد", "هـز\u200cار", "دوم مهر", "هشتم\u00a0خرداد", "اول ماه مهر", "1397/07/08",
    "۸ مهر", "12:301397/07/08", "۰۸.۰۷.۹۷", "May 3", "سنبله", "ثور",
    "tİr", "TİR 9", "مِهـر ", "مهرِ 8", "ﻻ", "شهريور‌", "Ábán 2", "\u212a", "ماه ۷", "𝐱",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.skipif(native_module() is None, reason="there is no native core here")
@given(TEXTS | st.text(max_size=40))
def test_the_core_names_all_places(text):
    found = windows.places(text, OPTIONS)
    runs = [*windows._hits(text, windows._RUN.finditer(text), OPTIONS)]
    words = [match.span() for pattern in windows._WORDS for match in pattern.finditer(text)]
    tried, in_words = windows._tries(text)
    assert ([*windows._hits(text, tried, OPTIONS)], sorted(in_words)) == (runs, sorted(words))
    assert found == sorted(found)


@pytest.mark.parametrize(
    "text", ["۸ مهر ۱۳۹۷", "1397/07/08", "هزار و سیصد", "هشتم مهر", "ساعت 12:301397/07/08", "۰۸.۰۷.۹۷"]
)
def test_texts_with_places(text):
    assert windows.has_places(text, OPTIONS)


@pytest.mark.parametrize(
    "text", ["", "باران ۸ روز ماند", "+98 21 8800", "۲۵ کتاب", "v3.12", "هزار درخت", "قلم خرد"]
)
def test_texts_without_places(text):
    assert not windows.has_places(text, OPTIONS)


@pytest.mark.skipif(native_module() is None, reason="there is no native core here")
@pytest.mark.parametrize(
    ("classes", "pairs", "letters", "endings"),
    [
        (0, "", 1 << 16, 1 << 12),
        (1 << 16, "abc", 1 << 16, 1 << 12),
        (1 << 16, "ab" * 100, 1 << 16, 1 << 12),
        (1 << 16, "ab", 1, 1 << 12),
        (1 << 16, "ab", 1 << 16, 1),
    ],
)
def test_tables_of_another_size_are_refused(classes, pairs, letters, endings):
    with pytest.raises(ValueError, match="classes and letters"):
        native_module().date_places("1397", bytes(classes), pairs, bytes(letters), bytes(endings))


@pytest.mark.parametrize("stretch", range(0, 40, 3))
@pytest.mark.parametrize("before", ["", "باران از "])
def test_a_day_in_two_words_is_never_cut(before: str, stretch: int) -> None:
    text = f"{before}بیست و نهم مر{'ـ' * stretch}داد لغایت بیست و هفتم شهریورماه ۱۳۹۳"
    assert "2014-07-31" not in {str(found.date) for found in find_dates(text)}
