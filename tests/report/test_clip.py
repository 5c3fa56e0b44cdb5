"""Long lines are cut to what can be read, and never inside what a reader takes for one character."""

from __future__ import annotations

import pytest

from textnorm.report.changed_lines import Piece, Row
from textnorm.report.clip import AROUND, CHANGED, HEAD, clipped, whole

FAMILY = "👨\u200d👩\u200d👧"
UNITS = [FAMILY, "🇮🇷", "سَّ", "e\u0301\u0323", "a", "👍🏽", "\r\n"]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_no_character_is_cut(unit: str) -> None:
    text = unit * 700
    parts = clipped(Row(1, (Piece(text, text), Piece(text, text[::-1], ("a-rule",)), Piece(text, text))))
    shown = [piece.before for piece in parts.pieces if not piece.left_out]
    for part, limit in zip(shown, (HEAD, AROUND, CHANGED, CHANGED, AROUND), strict=True):
        assert part == "" or (
            len(part) <= limit + len(unit) and len(part) % len(unit) == 0 and text.startswith(part)
        )


def test_what_is_hidden_is_counted() -> None:
    text = FAMILY * 500
    parts = clipped(Row(1, (Piece(text, text),)))
    assert sum(piece.left_out + len(piece.before) for piece in parts.pieces) == len(text)


def test_a_cut_between_words_stays_where_it_is() -> None:
    text = "باد و باران " * 100
    assert [whole(text, at) for at in range(60)] == list(range(60))


def test_a_cluster_without_an_end_costs_no_more_than_its_neighbourhood() -> None:
    assert whole("ا" + "\u064e" * 100_000, 50_000) in range(49_000, 50_001)
