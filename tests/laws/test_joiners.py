"""Laws of the joiners and the repeated letters, on arbitrary text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from support.growth import assert_linear
from support.strategies import examples, persian_letters, repeated_letters, words_to_join
from textnorm.chars import HAMZA_ABOVE, PERSIAN_LETTERS, ZWNJ
from textnorm.edits import Edit
from textnorm.ruleset.joiners.finding import find_joins
from textnorm.ruleset.repeats import find_repeats


def apply(text: str, edits: list[Edit]) -> str:
    for start, end, replacement, _ in reversed(edits):
        text = text[:start] + replacement + text[end:]
    return text


def letters(text: str) -> str:
    return text.replace(ZWNJ, "").replace(" ", "")


@pytest.mark.parametrize("certainty", ["certain", "likely"])
@examples(2.5)
@given(text=st.one_of(persian_letters, words_to_join))
def test_twice_is_once_and_only_joins_change(certainty: str, text: str) -> None:
    edits = find_joins(text, certainty)
    end = 0
    for start, stop, replacement, _ in edits:
        assert end <= start <= stop
        assert text[start:stop] != replacement
        assert text[start:stop] in ("", " ")
        assert replacement in ("", ZWNJ)
        end = stop
    out = apply(text, edits)
    assert letters(out) == letters(text)
    assert find_joins(out, certainty) == []


@examples(1.67)
@given(lines=st.lists(words_to_join.map(lambda text: text.replace("\n", " ")), max_size=4))
def test_lines_are_joined_each_for_itself(lines: list[str]) -> None:
    whole = "\n".join(lines)
    alone = "\n".join(apply(line, find_joins(line)) for line in lines)
    assert apply(whole, find_joins(whole)) == alone


@examples(1.67)
@given(text=repeated_letters)
def test_repeats_leave_two_letters_at_most_and_everything_else(text: str) -> None:
    out = apply(text, find_repeats(text))
    assert find_repeats(out) == []
    found = re.findall(f"[{PERSIAN_LETTERS}{HAMZA_ABOVE}]+", out)
    assert not any(letter * 3 in word for word in found if len(set(word)) > 1 for letter in word)
    assert [c for c in out if c not in PERSIAN_LETTERS] == [c for c in text if c not in PERSIAN_LETTERS]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["کتاب ها ", "می ", " ", ZWNJ, "ا", "\n", "میم", "هاهاها", "۱", "کتاب‌", "، ", "رفتهام"],
    ids=lambda unit: repr(unit),
)
def test_work_grows_with_the_text_and_not_faster(unit: str) -> None:
    small = unit * (40_000 // len(unit))
    assert_linear(lambda text: (find_joins(text), find_repeats(text)), small, 8 * small, 8)


@pytest.mark.parametrize(
    "text",
    ["شمار های بالا", "جدار های خانه", "دور های بعد", "تر های باد", "بزرگ تر هایی", "چار های شان"],
)
def test_what_joins_without_a_zwnj_is_not_cut_anew(text: str) -> None:
    """A host in a letter that does not join, its suffix beside it, may look like another word: «شماره‌ای»."""
    once = apply(text, find_joins(text))
    assert find_joins(once) == []
