"""Whether a line is of one language is answered as the pipeline cuts it, also where only its clauses are looked at."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from support.native import built
from support.strategies import texts
from textnorm import STANDARD, core, pipeline
from textnorm.compiled import compile_rules
from textnorm.core.one_language import holds_others
from textnorm.script import segments

WORDS = "من و را که باد اخیراً تأثیر کتاب هذا الكتاب وهو في إلى ئەم کتێبە باشە یہ ہے میں وہ رِوَانی عربی کردی: می‌گویند لیست".split()
LINES = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.lists(
        st.sampled_from(
            [
                " ",
                " ",
                "، ",
                ". ",
                "! ",
                " «",
                "» ",
                "؛",
                ".",
                "؟",
                ": ",
                " (",
                ") ",
                "::",
                " ۱۲ ",
                "۱۲:۳",
                "۲.)",
            ]
        ),
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


def questions(line: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return for which lines a core without memories asks whether they are of one language."""
    asked: list[str] = []
    told: Any = core._LateAsking.language
    monkeypatch.setattr(core._LateAsking, "language", lambda self, of: asked.append(of) or told(self, of))
    answer = core.new_core(core.native_module(), STANDARD, 1 << 10).normalise(line)
    assert answer == pipeline.run(line, compile_rules(STANDARD))
    return asked


@built
@pytest.mark.parametrize(
    "line",
    [
        "اين ليست را با تأكيد ببين",  # a word of Arabic alone, in a clause with Persian words
        "او السلام را نوشت و تأثير آن را ديد",
    ],
)
def test_a_word_alone_is_no_question(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert questions(line, monkeypatch) == []


@built
@pytest.mark.parametrize(
    "line",
    [
        "اين ليست بعد را ديدم",  # beside another one that may be of Arabic
        "ليست باد باران برف",  # in a clause without a word of Persian
        "ل\u200cيست لی خود را ديد",
        "او السلام عليكم گفت",
    ],
)
def test_words_that_may_be_a_phrase_are_asked_about(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert questions(line, monkeypatch) == [line]


def left(line: str) -> int:
    """Return how many lines a core without memories leaves to the pipeline, whose answer it must give."""
    native = core.new_core(core.native_module(), STANDARD, 1 << 10)
    assert native.normalise(line) == pipeline.run(line, compile_rules(STANDARD))
    return int(native.counts()["left"])


@built
@pytest.mark.parametrize(
    "line",
    [
        "و فرمود: الولد للفراش و للعاهر الحجر.",
        "در آن کتاب (قال الله الذی) آمده است",
    ],
)
def test_words_of_others_are_spans_in_a_line_that_stays(line: str) -> None:
    assert left(line) == 0


@built
@pytest.mark.parametrize(
    "line",
    [
        "كتاب را ديد: ئەم کتێبە باشە و رفت",  # what is mended may be of another language beside them
        "؟ .تلك باد",
    ],
)
def test_what_else_is_to_be_done_beside_them_is_left_to_the_rules(line: str) -> None:
    assert left(line) > 0
