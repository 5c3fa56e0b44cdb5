"""The native core finds the same evidence as Python, on any text."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from textnorm.core import native_module
from textnorm.extracted.evidence import _Counted, _Native

_WORDS = (
    "باد نم هب می روم ها کتا ب خانه\u0654 \u064b \u200c ۱۴۰۲ 12 ab \ufeb3 . ، \x07 😀 \u06c5 \u0640 هناخ تسا"
)
_PIECES = st.sampled_from([*_WORDS.split(" "), " ", "  ", "\n", "ا" * 41, "ن" * 90])


@pytest.mark.skipif(native_module() is None, reason="no core")
@given(st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=40))
def test_the_core_finds_what_python_finds(text: str) -> None:
    counted, native = _Counted(), _Native(native_module().Evidence)
    assert native.directions(text) == counted.directions(text)
    assert native.orders(text) == counted.orders(text)
    assert native.pieces(text) == counted.pieces(text)


def test_what_is_counted() -> None:
    found = _Counted()
    assert found.directions("هوا خوب است\nتسا بوخ اوه") == [(6.0, 0.0), (0.0, 6.0)]
    assert found.pieces("هواشناس ی خوب") == [(0, 7, 9), (8, 9, 13)]
    better, worse = found.orders("این کتاب را خواند\nخواند را کتاب این")
    assert better == -worse > 0
