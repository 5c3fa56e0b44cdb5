"""Lines of pdfminer.six that go back to the left, as in files of LibreOffice, from stand-ins for its objects."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from textnorm.extracted.page_columns import Piece, in_turn
from textnorm.extracted.reader import _stretches


@dataclass
class Letter:
    text: str
    x0: float
    x1: float

    def get_text(self) -> str:
        return self.text


class Space:
    def get_text(self) -> str:
        return " "


class Line(list[object]):
    height, y0, y1 = 10.0, 0.0, 10.0

    @property
    def x0(self) -> float:
        return min(part.x0 for part in self if isinstance(part, Letter))


def word(text: str, left: float, width: float = 6.0) -> list[Letter]:
    return [Letter(c, left + width * at, left + width * (at + 1)) for at, c in enumerate(text)]


def written(*parts: list[Letter] | list[Space]) -> list[str]:
    return [piece.text for piece in in_turn(list(_stretches(Line(chain(*parts)))))]


def test_a_number_that_comes_before_the_brackets_round_it_stands_between_them() -> None:
    assert written(word("۷", 12), word(".)", 0), word("( هدام", 18)) == [".)", "۷", "( هدام"]
    assert written(word(".)", 0), word("( هدام", 24), word("۱۲", 12)) == [".)", "۱۲", "( هدام"]


def test_letters_from_left_to_right_are_one_stretch() -> None:
    assert written(word("هدام", 0), [Space()], word("۷", 27)) == ["هدام ۷"]
    # a mark is drawn a little further to the left than the letter before it ends
    assert written(word("هس", 0), [Letter("\u0651", 8, 11)], word("ر", 12)) == ["هس\u0651ر"]


def test_pieces_side_by_side_and_over_each_other_stay_whole() -> None:
    left, right = (
        Piece(0, 20, 0, 10, "ab", ((0, 10), (10, 20))),
        Piece(18, 40, 0, 10, "cd", ((18, 30), (30, 40))),
    )
    assert in_turn([right, left]) == [left, right]
    over = Piece(2, 9, 0, 10, "x", ((2, 9),))
    assert [piece.text for piece in in_turn([left, over])] == ["ab", "x"]
