"""Columns of a page, from the places of its pieces alone."""

from __future__ import annotations

from textnorm.extracted.page_columns import Piece, columns


def piece(left: float, right: float, line: int, text: str = "") -> Piece:
    bottom = 800.0 - 15 * line
    return Piece(left, right, bottom, bottom + 10, text or f"{left:.0f}-{line}")


def lines(left: float, right: float, first: int, count: int) -> list[Piece]:
    return [piece(left, right, number) for number in range(first, first + count)]


def texts(pieces: list[Piece]) -> list[list[str]]:
    return [[found.text for found in group] for group in columns(pieces)]


def test_the_right_column_comes_first_though_the_gutter_is_narrow() -> None:
    left, right = lines(50, 290, 0, 8), lines(302, 540, 0, 8)
    assert texts([*left, *right]) == [[found.text for found in side] for side in (right, left)]


def test_what_lies_across_ends_the_columns_above_it() -> None:
    above = [*lines(50, 290, 1, 7), *lines(302, 540, 1, 7)]
    below = [*lines(50, 290, 9, 7), *lines(302, 540, 9, 7)]
    title, heading = piece(60, 530, 0, "title"), piece(60, 530, 8, "heading")
    found = texts([*above, title, heading, *below])
    assert [group[0] for group in found] == ["title", "302-1", "50-1", "heading", "302-9", "50-9"]


def test_a_table_is_no_pair_of_columns() -> None:
    cells = [piece(left, left + 40, line) for line in range(10) for left in (50, 180, 350, 480)]
    assert len(columns(cells)) == 1


def test_a_few_lines_side_by_side_are_no_columns() -> None:
    assert len(columns([*lines(50, 290, 0, 4), *lines(302, 540, 0, 4)])) == 1


def test_columns_above_each_other_are_none_side_by_side() -> None:
    assert len(columns([*lines(50, 290, 0, 8), *lines(302, 540, 20, 8)])) == 1


def test_nothing_is_lost() -> None:
    pieces = [*lines(50, 290, 0, 8), *lines(302, 540, 0, 8), piece(100, 400, 9, "across")]
    assert sorted(found for group in columns(pieces) for found in group) == sorted(pieces)
    assert columns([]) == []
