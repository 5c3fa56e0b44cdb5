"""A user's own words: never cut, joined as written, or kept apart."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from support.strategies import examples
from textnorm import Options, explain, normalise
from textnorm.chars import ZWNJ

WORDS = frozenset({f"گل{ZWNJ}نما", f"سرو{ZWNJ}ناز", "پیش بینی", "سالها", "پیاده", f"خوش{ZWNJ}رنگ{ZWNJ}ساز"})
MINE = Options(user_words=WORDS)
PIECES = st.lists(
    st.tuples(
        st.sampled_from("گل نما سرو ناز پیش بینی سالها سال ها پیاده رو خوش رنگ ساز می رود شد در".split()),
        st.sampled_from([" ", " ", ZWNJ, "", "، ", "\n"]),
    ),
    max_size=10,
).map(lambda parts: "".join(piece + between for piece, between in parts))


@pytest.mark.parametrize(
    ("text", "with_words", "without"),
    [
        ("پیش بینی هوا", "پیش بینی هوا", f"پیش{ZWNJ}بینی هوا"),
        ("گل نما و گلنما", f"گل{ZWNJ}نما و گل{ZWNJ}نما", "گل نما و گلنما"),
        ("«گل نما»", f"«گل{ZWNJ}نما»", "«گل نما»"),
        ("سرو ناز", "سروناز", "سرو ناز"),
        ("سالها گذشت", "سالها گذشت", f"سال{ZWNJ}ها گذشت"),
        ("پیاده رو شلوغ بود", "پیاده رو شلوغ بود", f"پیاده{ZWNJ}رو شلوغ بود"),
        ("خوش رنگ ساز", f"خوش{ZWNJ}رنگ{ZWNJ}ساز", None),
        ("پیاده ها", "پیاده\u200cها", "پیاده\u200cها"),
    ],
)
def test_words_are_joined_and_kept_as_they_are_written(
    text: str, with_words: str, without: str | None
) -> None:
    assert normalise(text, MINE) == with_words
    if without is not None:
        assert normalise(text) == without


@examples(2.5)
@given(PIECES)
def test_twice_is_once_and_explained(text: str) -> None:
    once = normalise(text, MINE)
    assert normalise(once, MINE) == once
    assert explain(text, MINE).text == once


def test_words_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text(f"\ufeff# names\nپیش بینی   # apart\n\nگل{ZWNJ}نما\n", encoding="utf-8")
    options = Options(user_words=path)  # type: ignore[arg-type]
    assert options.user_words == {"پیش بینی", f"گل{ZWNJ}نما"}
    path.unlink()
    assert normalise("پیش بینی", options) == "پیش بینی"  # read once
    assert pickle.loads(pickle.dumps(options)) == options
    assert hash(options) != hash(Options())


def test_what_is_no_set_of_words_is_refused() -> None:
    for wrong in (1, None, [1]):
        with pytest.raises(TypeError, match="user_words"):
            Options(user_words=wrong)  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        Options(user_words="/nowhere/words.txt")  # type: ignore[arg-type]
