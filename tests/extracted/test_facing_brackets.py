"""Brackets of lines that stood in the order of the page: what stands beside them tells which way they face."""

from __future__ import annotations

import pytest

from textnorm import repair_extracted
from textnorm.ruleset.extracted.order import logical, mirrored

LINES = {
    # a quotation that ends in this line, and one that begins
    "ناراب» :تفگ وا و دمآ «.دش درس": "سرد شد.» آمد و او گفت: «باران",
    # marks of a list, which only close
    "داب )ب و ناراب )فلا": "الف) باران و ب) باد",
}


@pytest.mark.parametrize(("seen", "meant"), LINES.items(), ids=range(len(LINES)))
def test_brackets_face_the_words_that_they_stand_beside(seen: str, meant: str) -> None:
    assert logical(seen) == meant


@pytest.mark.parametrize(
    "line",
    ["آمد.» او گفت: «باد", "الف) باد ب) باران", "باد (خنک) و «تند»", "(باد) و (باران", "f(x)[i] و g(y)"],
)
def test_brackets_that_face_their_words_stay(line: str) -> None:
    assert mirrored(line) == line


def test_a_line_of_a_dialogue_comes_back_with_its_quotation_marks() -> None:
    seen = "ناراب و داب زا» :تفگ و دمآ هناخ هب وا «.میتفر هسردم هب ام\n«.میوگ‌یم نخس"
    assert repair_extracted(seen) == "ما به مدرسه رفتیم.» او به خانه آمد و گفت: «از باد و باران\nسخن می‌گویم.»"
