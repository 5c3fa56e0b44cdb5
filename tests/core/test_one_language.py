"""Whether a line is of one language is answered as the pipeline cuts it, also where only its clauses are looked at."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from support.strategies import texts
from textnorm.core.one_language import holds_others
from textnorm.script import segments

WORDS = "من و را که باد اخیراً تأثیر کتاب هذا الكتاب وهو في إلى ئەم کتێبە باشە یہ ہے میں وہ رِوَانی عربی کردی: می‌گویند لیست".split()
LINES = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", " ", "، ", ". ", "! ", " «", "» ", "؛", ".", "؟"]),
        min_size=len(words),
        max_size=len(words),
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)))
)


@pytest.mark.thorough
@given(line=st.one_of(LINES, LINES.map(lambda line: line + "\n"), texts))
@example(line="این کتاب ئەم کتێبە باشە")
@example(line="باد بود. هذا الكتاب")
@example(line="من کتاب را دیدم")
def test_the_answer_is_that_of_the_pipeline(line: str) -> None:
    assert holds_others(line) == segments.holds_others(line)
