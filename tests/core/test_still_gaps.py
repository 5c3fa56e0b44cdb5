"""A gap that the pattern takes for one that stays is changed by no rule."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import example, given, strategies as st

from textnorm import STANDARD
from textnorm.core import gaps, still_gaps
from textnorm.core.asking import Asking

KINDS = "".join(kind for kind in still_gaps.KINDS if kind not in (still_gaps.WORD, still_gaps.SPAN, "\n"))
GAPS = st.text(alphabet=st.sampled_from(KINDS + " " * 20 + ".،:()«»-۱1" * 2), max_size=7)
LEFT = st.sampled_from([side for side in range(gaps.SIDES) if side != len(gaps.LEFT)])
RIGHT = st.sampled_from(range(gaps.SIDES))


@cache
def _asking() -> Asking:
    return Asking(STANDARD)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(still_gaps.pattern_of(_asking().alone))


def stays(left: int, gap: str, right: int) -> bool:
    return _pattern().search(still_gaps.written(left, gap, right)) is None


@pytest.mark.thorough
@given(left=LEFT, gap=GAPS, right=RIGHT, breaks=st.booleans())
@example(left=3, gap=" .", right=6, breaks=False)
@example(left=3, gap="(", right=3, breaks=False)
@example(left=0, gap="  ", right=2, breaks=False)
@example(left=2, gap=" ", right=0, breaks=True)
def test_no_rule_changes_a_gap_that_stays(left: int, gap: str, right: int, breaks: bool) -> None:
    gap = gap + "\n" if breaks and not right else gap
    if stays(left, gap, right) and (gap or min(left, right)):
        assert _asking().gap(left, gap, right) in (gap, None)


@pytest.mark.parametrize(
    ("left", "gap", "right"),
    [
        (3, ": [", 6),
        (3, "](", 12),
        (12, ") ", 3),
        (6, " 11.1+ ", 3),
        (8, " + [", 3),
        (0, "::: ", 6),
        (3, ". (11/11/1111 11:11 ", 6),
        (3, " **1 ", 2),
        (2, " ", 7),
    ],
)
def test_gaps_with_which_no_rule_has_to_do_are_told(left: int, gap: str, right: int) -> None:
    assert stays(left, gap, right)
    assert _asking().gap(left, gap, right) == gap


@pytest.mark.parametrize(
    ("left", "gap", "right"),
    [
        (3, " ،", 3),
        (3, "  ", 3),
        (3, ",", 0),
        (3, "«", 3),
        (1, " .", 2),
        (3, ".", 3),
        (0, " ", 3),
        (3, " \n", 0),
        (3, "11", 3),
        (3, "\u200b ", 3),
    ],
)
def test_gaps_that_a_rule_may_change_are_asked_about(left: int, gap: str, right: int) -> None:
    assert not stays(left, gap, right)
