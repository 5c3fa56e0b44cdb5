"""Windows cut into pieces that are remembered have the tokens that the tokenizer finds, by the pattern and by the native core."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from support.date_prose import items
from support.strategies import examples
from textnorm.core import native_module
from textnorm.dates import window_pieces
from textnorm.dates.kinds import Token
from textnorm.dates.tokenizer import has_numerals, tokens

#: signs and pieces whose tokens hang on their neighbours, or may seem to
PARTS = [
    *"019۱۳۹7٠٣:/.-،,٬٫_|\\()«»% \u00a0\t\n\r\u2028\u200c\u200f\u064e\u0301ـهقشظیلمASHPs",
    "مهر", "ساعت ", "۱۳۹۷", "ه.ش", "ه\u200d.ق", "ق.ظ", "A.P.", "S. Sh", "A.H. S", "سه", "شنبه", "سه\u200cشنبه", "بیست", " و ",
    "بیست\u200cو\u200cیکم", "هشتم\u200cمهر", "-ام", "th", "13971230", "12:30", "1397/07/0812:30", "۱,۲۳۴", "۳٫۵", "هزار", "سیصدو",
    "نود", ". ", "می\u200cرود", "هفته", "ہفتہ", "Day", "نه", "هشت", "هر", "\ufeff", "ﻣ", "😀",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=24).map("".join) | st.text(max_size=24)
CORE = native_module()
only_with_core = pytest.mark.skipif(CORE is None, reason="there is no native core here")


def is_same(text: str, start: int, end: int) -> bool:
    """Tell whether a window that is cut has the tokens of the tokenizer."""
    found = window_pieces.cut(text, start, end)
    if found is None:
        return True
    expected = tokens(text, start, end)
    return found.tokens() == expected and (has_numerals(found.shape) or found.shape == expected[1])


@examples(5)
@given(text=TEXTS, data=st.data())
def test_pieces_have_the_tokens_of_the_tokenizer(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert is_same(text, 0, len(text))
    assert is_same(text, start, end)


@only_with_core
@examples(5)
@given(text=TEXTS, data=st.data())
def test_the_core_cuts_as_the_pattern_does(text: str, data: st.DataObject) -> None:
    assert CORE is not None
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = CORE.date_pieces(text, start, end, window_pieces._classes(), window_pieces._PIECES)
    expected = window_pieces.cut_by_pattern(text, start, end)
    assert cut is None or expected is None or cut == expected


def test_most_windows_are_cut() -> None:
    texts = [item.text for item in items(1, 5)]
    cut = [text for text in texts if window_pieces.cut(text, 0, len(text)) is not None]
    assert len(cut) > 0.9 * len(texts)


@pytest.mark.parametrize("text", ["۸-ام مهر", "۴ شنبه", "ق.ظ", "هش", "۸ م مهر", "ساعت 12:3", "پایان.\nآغاز"])
def test_what_hangs_on_its_neighbours_is_left_to_the_tokenizer(text: str) -> None:
    assert window_pieces.cut(text, 0, len(text)) is None
    assert window_pieces.tokens_of(text, 0, len(text)) == tokens(text, 0, len(text))


def test_a_full_stop_that_ends_a_window_may_end_a_sentence() -> None:
    text = "باد ۱۳۹۷. باران"
    assert window_pieces.cut(text, 0, 9) is None
    assert window_pieces.tokens_of(text, 0, 9)[1] == "oY!"


@only_with_core
@pytest.mark.parametrize(
    ("start", "end", "classes"),
    [(0, 4, b""), (3, 2, bytes(0x2100)), (0, 5, bytes(0x2100)), (-1, 4, bytes(0x2100))],
)
def test_windows_and_tables_of_another_size_are_refused(start: int, end: int, classes: bytes) -> None:
    assert CORE is not None
    with pytest.raises(ValueError, match="classes and a window"):
        CORE.date_pieces("1397", start, end, classes, {})


@only_with_core
def test_what_is_no_piece_is_refused() -> None:
    assert CORE is not None
    with pytest.raises(KeyError):
        CORE.date_pieces("باد", 0, 3, window_pieces._classes(), {})
    with pytest.raises(ValueError, match="a start for each piece"):
        CORE.date_tokens(Token, [0], [])
    with pytest.raises(ValueError, match="type of tuples"):
        CORE.date_tokens(int, [], [])
