"""Laws of the joiners and the repeated letters, on arbitrary text."""

from __future__ import annotations

import re

import pytest
from growth import assert_linear
from hypothesis import given, settings, strategies as st

from textnorm.chars import HAMZA_ABOVE, PERSIAN_LETTERS, ZWNJ
from textnorm.lexicon.keys import words
from textnorm.ruleset.joiners import Edit, find_joins
from textnorm.ruleset.joiners.affixes import (
    COMPARATIVE_FORMS,
    COMPARATIVES,
    COPULAS,
    PLURALS,
    POSSESSIVES,
    VERB_PREFIXES,
)
from textnorm.ruleset.repeats import find_repeats

HOSTS = words(
    "کتاب خانه رفته شده گفته کار بد بزرگ تنها دختر زندگی برنامه ریزی پیش بینی دانش آموز اعلام انجام در از "
    "را است ماه جام رود روم گوید هوشمندان روز حرف حرفه آن این هم بی سی که و ۱۲ خوش دست پا راه نامه ساز "
    "کننده شناس جمع"
)
ATOMS = sorted({*HOSTS, *PLURALS, *COMPARATIVES, *COMPARATIVE_FORMS, *COPULAS, *POSSESSIVES, *VERB_PREFIXES})
SEPARATORS = [" ", " ", " ", ZWNJ, "", "\n", "، ", ". ", " («"]
ANY = st.text(PERSIAN_LETTERS + ZWNJ + "   \n۱۲۳،.«»()\u064b\u0654", max_size=60)
LIKE_WORDS = st.lists(st.tuples(st.sampled_from(ATOMS), st.sampled_from(SEPARATORS)), max_size=12).map(
    lambda parts: "".join(word + separator for word, separator in parts)
)
REPEATED = st.lists(st.tuples(st.sampled_from(PERSIAN_LETTERS + " ۱.!"), st.integers(1, 5)), max_size=20).map(
    lambda parts: "".join(letter * times for letter, times in parts)
)


def apply(text: str, edits: list[Edit]) -> str:
    for start, end, replacement, _ in reversed(edits):
        text = text[:start] + replacement + text[end:]
    return text


def letters(text: str) -> str:
    return text.replace(ZWNJ, "").replace(" ", "")


@pytest.mark.parametrize("certainty", ["certain", "likely"])
@settings(max_examples=300, deadline=None)
@given(text=st.one_of(ANY, LIKE_WORDS))
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


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(LIKE_WORDS.map(lambda text: text.replace("\n", " ")), max_size=4))
def test_lines_are_joined_each_for_itself(lines: list[str]) -> None:
    whole = "\n".join(lines)
    alone = "\n".join(apply(line, find_joins(line)) for line in lines)
    assert apply(whole, find_joins(whole)) == alone


@settings(max_examples=200, deadline=None)
@given(text=REPEATED)
def test_repeats_leave_two_letters_at_most_and_everything_else(text: str) -> None:
    out = apply(text, find_repeats(text))
    assert find_repeats(out) == []
    found = re.findall(f"[{PERSIAN_LETTERS}{HAMZA_ABOVE}]+", out)
    assert not any(letter * 3 in word for word in found if len(set(word)) > 1 for letter in word)
    assert [c for c in out if c not in PERSIAN_LETTERS] == [c for c in text if c not in PERSIAN_LETTERS]


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
