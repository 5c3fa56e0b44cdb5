"""The main stretch of a page, where each line stands beside it, and from which score on a line is text."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from textnorm.pages.content.columns import Column
from textnorm.pages.content.level import text_level
from textnorm.pages.content.main_stretch import main_stretch, stretch_columns


@pytest.mark.parametrize(
    ("scores", "sizes", "stretch"),
    [
        ([-3000, 2000, 2000, -3000], [3, 9, 9, 3], (1, 2)),  # one text
        ([2000, -500, 2000], [9, 2, 9], (0, 2)),  # a row inside it
        ([2000, -4000, -4000, -4000, 900], [9, 5, 5, 5, 9], (0, 0)),  # a teaser far below
        ([2000, -4000, -4000, -4000, 9000], [2, 5, 5, 5, 16], (4, 4)),  # the longer text wins
        ([-300, -100, -200], [1, 1, 1], (1, 1)),  # nothing is text: the least unlikely line
        ([-70_000, 900, -70_000], [9, 1, 9], (1, 1)),
    ],
)
def test_the_main_stretch(scores, sizes, stretch):
    assert tuple(line[0] for line in main_stretch(Column(scores), Column(sizes))) == stretch


def test_lines_know_where_they_stand_beside_it():
    scores, sizes = [-3000, -3000, 2000, 1000, 2000, -3000, 500], [1, 1, 9, 9, 9, 1, 1]
    columns = stretch_columns(Column(scores), Column(sizes), Column(score // 125 for score in scores))
    assert columns["main_away"].tolist() == [-2, -1, 0, 0, 0, 1, 2]
    assert columns["main_inside"].tolist() == [-1, -1, 0, 1, 0, -1, -1]
    assert set(columns["main_size"].tolist()) == {3}
    assert set(columns["main_rival"].tolist()) == {4}
    assert set(columns["main_mean"].tolist()) == {(16 + 8 + 16) // 3}


@given(st.lists(st.tuples(st.integers(-6000, 6000), st.integers(0, 16)), min_size=1, max_size=30))
def test_no_run_of_lines_has_a_greater_sum_than_the_main_stretch(rows):
    parts = [max(-4000, min(score, 4000)) * (size + 2) for score, size in rows]
    first, last = (
        line[0] for line in main_stretch(*(Column(numbers) for numbers in zip(*rows, strict=True)))
    )
    sums = [sum(parts[a : b + 1]) for a in range(len(rows)) for b in range(a, len(rows))]
    assert sum(parts[first : last + 1]) == max(sums)


def test_a_page_without_lines_has_empty_columns():
    assert [len(column) for column in stretch_columns(Column([]), Column([]), Column([])).values()] == [0] * 5


def test_doubtful_lines_stay_where_little_is_certain():
    certain = text_level(Column([4000, 4000, -4000, -4000]), Column([30, 30, 30, 30]))
    doubtful = text_level(Column([700, -200, -400, -900]), Column([30, 30, 30, 30]))
    assert doubtful < -300 < certain <= 0


def test_the_level_has_a_floor_and_needs_no_words():
    assert text_level(Column([-9000] * 5), Column([40] * 5)) == -1500
    assert text_level(Column([]), Column([])) == text_level(Column([9000]), Column([0])) == 0
    assert text_level(Column([-(10**9), 10**9]), Column([5, 5])) <= 0


def test_a_long_line_weighs_more_than_short_ones():
    short, long = [3, 3, 3, 3], [90, 3, 3, 3]
    scores = Column([4000, -500, -500, -500])
    assert text_level(scores, Column(long)) > text_level(scores, Column(short))
