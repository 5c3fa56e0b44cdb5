"""What a style changes (%, quotation marks, three dots, digits, ezafe) is changed before the gaps beside it are judged."""

from __future__ import annotations

from itertools import product
from string import punctuation

import pytest

from textnorm import EDITORIAL, SEARCH, STANDARD, Options, explain, normalise
from textnorm.script.words import CLAUSE_ENDS

#: what a style sets: percent, dots, quotation marks, digits, ezafe, and what these become
CHANGED = (
    *"% ... \" “ ” <<باد>> ''باد'' \"باد\" 3 ٣ ۀ ه\u200cی ه\u0020ی".split(" "),
    *'3% ۳% 3" 3... ۀ% « » … ٪'.split(" "),
)
#: every kind of sign that may stand beside it
BESIDE = ("", " ", *'بa۵5،,:؛;.!؟?()[]{}«»"…%*_`/', "\u064e", "\u200c", "باد")
STYLES = {
    "EDITORIAL": EDITORIAL,
    "signs": Options(signs="persian"),
    "quotes": Options(quotes="guillemets"),
    "digits": Options(digits="persian"),
    "ezafe": Options(ezafe="hamza"),
}


def assert_settled(text: str, options: Options) -> None:
    """Once is twice, and explaining is doing."""
    once = normalise(text, options)
    assert (text, normalise(once, options)) == (text, once)
    assert (text, explain(text, options).text) == (text, once)


@pytest.mark.parametrize(
    "text", ["۵۰%:ک", "باد3%,باد", 'باد3":باد', "*''ب''باد)باد", "باد»باد)باد", "باد...:باد"]
)
@pytest.mark.parametrize("style", STYLES)
def test_a_gap_is_judged_by_what_a_style_makes_of_its_edge(text: str, style: str) -> None:
    assert_settled(text, STYLES[style])


def test_the_space_behind_a_mark_is_set_at_once() -> None:
    assert normalise("۵۰%:باد", EDITORIAL) == "۵۰٪: باد"
    assert normalise("50%،باد", EDITORIAL) == "۵۰٪، باد"
    assert normalise("(50%)", EDITORIAL) == "(50%)"  # no Persian run


@pytest.mark.parametrize(
    "style",
    [
        pytest.param(style, marks=pytest.mark.thorough if style == "EDITORIAL" else pytest.mark.slow)
        for style in STYLES
    ],
)
@pytest.mark.parametrize("changed", CHANGED)
def test_all_neighbours_on_both_sides(changed: str, style: str) -> None:
    for before, behind, (first, last) in product(BESIDE, BESIDE, (("باد ", "باد"), ("باد", " باد"))):
        assert_settled(f"{first}{before}{changed}{behind}{last}", STYLES[style])


@pytest.mark.parametrize("mark", punctuation)
@pytest.mark.parametrize("options", [STANDARD, EDITORIAL, SEARCH], ids=["STANDARD", "EDITORIAL", "SEARCH"])
def test_a_mark_ends_a_clause_before_and_after_it_is_written_persian(mark: str, options: Options) -> None:
    """Languages are judged clause by clause, so the clauses of a line must be the same before and after the rules."""
    before = normalise("باد آمد", options)
    written = normalise(f"باد آمد{mark} باران رفت", options).removeprefix(before).lstrip()[0]
    assert (written in CLAUSE_ENDS) == (mark in CLAUSE_ENDS), written
    assert_settled(f"۲\u200cأد د{mark}اره،فیل", options)


@pytest.mark.parametrize("options", [STANDARD, EDITORIAL, SEARCH], ids=["STANDARD", "EDITORIAL", "SEARCH"])
@pytest.mark.parametrize("emphasis", ["*", "**", "***", "_", "__", "~", "~~", "*_"])
def test_a_mark_behind_emphasis_is_judged_by_what_is_emphasised_as_it_will_be_written(
    emphasis: str, options: Options
) -> None:
    for word, inner, mark in product(
        ("ر", "باد", "«باد»", "۳"), ("?", "!", "؟", "؟?", ";", ",", "%"), "?,;:.!،؛؟"
    ):
        assert_settled(f"{word}{inner}{emphasis}{mark}", options)
        assert_settled(f"{emphasis}{word}{inner}{emphasis}{mark} باران", options)
