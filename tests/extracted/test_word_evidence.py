"""The native core finds the same evidence as Python, on any text."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given, strategies as st

from textnorm import ExtractedOptions, repair_extracted
from textnorm.core import native_module
from textnorm.extracted import (
    clues,
    distinct,
    every_lam_alef,
    font_rules,
    glance,
    hinted_patterns,
    late_half_spaces,
    pdf_rules,
    pieces,
    portions,
    repair,
    rules,
    span_edges,
    word_order,
)
from textnorm.extracted.glance import EVERYTHING, calls
from textnorm.extracted.pieces import _joined_again, joined_again
from textnorm.extracted.word_evidence import _UNITS, Evidence, _Counted, _Native
from textnorm.ruleset.rule import Rule

_WORDS = "باد نم هب می روم ها کتا ب خانه\u0654 \u064b \u200c ۱۴۰۲ 12 ab \ufeb3 \ufee1 . ، \x07 😀 \u06c5 \u0640 هناخ تسا ½ é _"
_PIECES = st.sampled_from([*_WORDS.split(" "), *" \t\xa0()[]«»؟:/-", "  ", "2024-12-05", "ا" * 41, "ن" * 90])
_texts = st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=40)
_with_ends = st.lists(_PIECES | st.sampled_from("\n\r\f"), max_size=30).map("".join) | st.text(max_size=40)
both = pytest.mark.skipif(native_module() is None, reason="no core")


def native() -> Evidence:
    return _Native(native_module().Evidence)


@both
@given(_with_ends)
def test_the_core_finds_what_python_finds(text: str) -> None:
    counted, found = _Counted(), native()
    assert found.lines(text) == counted.lines(text)
    assert found.spans(text) == counted.spans(text)
    assert found.orders(text) == counted.orders(text)
    assert found.pieces(text) == counted.pieces(text)
    assert found.plain(text) == counted.plain(text)


@both
@given(st.lists(_texts, min_size=1, max_size=3), st.sampled_from(_UNITS))
def test_the_core_turns_lines_as_python_does(texts: list[str], unit: str) -> None:
    lines = [text.replace("\n", " ") for text in texts]
    assert native().turned(lines, unit) == _Counted().turned(lines, unit)


_TOKENS = st.sampled_from(
    "می روم ها های کتاب برف گیر نم خوب. را، و از خانه نمی گفت تر 12 ا 11 == __ \u0640 \u064b \u0654 \x07 \x1d 55 << ( \u200c « » ». .. ه س".split(
        " "
    )
)
_GAPS = st.sampled_from(["", " ", " ", " ", "  ", "   ", "\t", "\xa0"])


@both
@given(st.lists(st.tuples(_TOKENS, _GAPS), min_size=2, max_size=16), st.integers(1, 9))
def test_the_core_joins_lines_as_python_does(parts: list[tuple[str, str]], times: int) -> None:
    line = "".join(map("".join, parts))
    lines = [line, line * times, "".join(f"{token} " for token, _ in parts)]
    assert native().joined(lines) == list(map(_joined_again, lines))


@both
def test_the_core_leaves_characters_without_classes_to_python() -> None:
    assert native().joined(["باد \U0001d400"]) is None
    assert joined_again(["روم \U0001f600 می"]) == ["\U0001f600 می\u200cروم"]


@both
@given(_with_ends)
def test_the_core_finds_the_same_words_as_patterns_do(text: str) -> None:
    patterns = every_lam_alef._WORD, late_half_spaces._WORD
    found = distinct.places_of_words(text), [pattern.find(text) for pattern in patterns]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(distinct, "evidence", _Counted)
        assert found == (distinct.places_of_words(text), [pattern.find(text) for pattern in patterns])


_HINTED = [
    value
    for rules_module in (rules, pdf_rules, font_rules, word_order, pieces)
    for module in (rules_module, portions, span_edges, *vars(rules_module).values())
    if isinstance(module, ModuleType)
    for value in vars(module).values()
    if isinstance(value, hinted_patterns.HintedPattern)
]
_SEAMS = st.sampled_from(
    [
        *"باد آ ا\u064bل ه\u0654م 1 ۲۳۴ ٪ ٬ , . ، : » « ( ) [ a@b // www /x/ + # \u0640".split(" "),
        *("–", "؟", "\ue000", "•", "x", "==", "dd"),
        " ",
        " ",
        "\n",
    ]
)


@both
@given(st.lists(_SEAMS, max_size=30).map("".join) | _with_ends)
def test_lines_that_need_nothing_are_ready(text: str) -> None:
    lines = text.split("\n")
    whole = "\n".join(lines)
    sign, may_be_swapped = portions.stretching_sign(whole), span_edges.may_be_swapped(whole)
    ready = portions.all_made_ready(lines)
    for number, line in enumerate(lines):
        expected = portions.made_ready(span_edges.swapped(line) if may_be_swapped else line, sign)
        assert ready.get(number, portions.Ready("", line, "")) == expected


@both
@given(st.lists(_SEAMS, max_size=30).map("".join) | _with_ends)
def test_hints_hide_no_match(text: str) -> None:
    assert len(_HINTED) > 15
    for pattern in _HINTED:
        assert [m.span() for m in pattern.finditer(text)] == [
            m.span() for m in pattern.pattern.finditer(text)
        ]


def test_what_is_counted() -> None:
    found = _Counted()
    assert [line[2:4] for line in found.lines("هوا خوب است\nتسا بوخ اوه")] == [(6.0, 0.0), (0.0, 6.0)]
    assert found.pieces("هواشناس ی خوب").places == [(0, 7, 9), (8, 9, 13)]
    assert found.pieces("ازطلوع، آفتاب ازطلوع\u064b").odd == [(0, 6)]
    (better, _), (worse, _) = found.orders("این کتاب را خواند\nخواند را کتاب این").lines
    assert better == -worse > 0
    edges = found.orders(".باد آمد\nباد 12 آمد.\nبادrain").lines
    assert [edge for _, edge in edges] == [2, 1 | 8, 4 | 8]


_SEEN = st.sampled_from(
    [
        *_WORDS.split(" "),
        *" \n\r./9",
        "می",
        "ها",
        "های",
        "API",
        "\u202a",
        "\u202c",
        "\xad",
        "\u2010",
        "a@b",
        "://http",
        " هب ",
        "تسا ",
        " .",
        "۷۹۳۱",
        "۲۰۲۰",
        "۰۵",
        "۹۹:۹۹",
        "هر",
        "و",
        "\u200c\u200c",
        "یک\u200cدو\u200cسه\u200c",
    ]
)


@both
@given(st.lists(_SEEN, max_size=14).map("".join), st.sampled_from(["auto", "pdf", "html"]))
def test_a_glance_hides_nothing(text: str, source: str) -> None:
    options = ExtractedOptions(source=source)
    done = repair_extracted(text, options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(glance, "calls", lambda _: EVERYTHING)
        clues._clues.cache_clear()
        assert repair_extracted(text, options) == done
    clues._clues.cache_clear()


@both
@given(st.lists(_SEEN, max_size=14).map("".join))
def test_a_glance_sees_the_same_clues(text: str) -> None:
    seen = clues.Clues(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(glance, "calls", lambda _: EVERYTHING)
        looked_for = clues.Clues(text)
    for name in ("forms", "turned_letters", "odd_hamza", "turned_words", "signs", "many_signs"):
        assert getattr(seen, name) == getattr(looked_for, name)


#: a text of some length, and what calls for another order of its words or for kashidas, so many times all over it
_CLEAN = "هوا امروز خوب است و بچه‌ها در حیاط بازی می‌کنند.\n" * 80
_ODD = ("باد .مه ", "آب‌می ", "رسمی\n", "زبانPython ", "Pythonهاب ", "خ/ط ", "باد/مه ")


@both
@pytest.mark.parametrize("odd", _ODD)
@pytest.mark.parametrize("times", range(5))
def test_a_glance_counts_as_python_does(odd: str, times: int) -> None:
    size = len(_CLEAN) // 5
    text = "".join(odd * (place < times) + _CLEAN[place * size : (place + 1) * size] for place in range(5))
    test_a_glance_sees_the_same_clues.hypothesis.inner_test(text)


def test_few_odd_places_of_a_long_text_call_for_nothing() -> None:
    few, many = f"باد .مه\n{_CLEAN}", f"{'باد .مه و {} آب' * 4}\n{_CLEAN}"
    assert [clues.Clues(text).turned_words for text in (few[:60], few, many)] == [True, False, True]


@both
@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.id)
def test_examples_of_rules_are_seen(rule: Rule) -> None:
    for before, _ in rule.examples:
        in_text, in_parts = repair._seen(before)
        assert rule.id not in repair._IN_TEXT or repair._IN_TEXT[rule.id] & in_text
        assert rule.id not in repair._IN_PARTS or repair._IN_PARTS[rule.id] & in_parts


@both
def test_clean_text_calls_for_nothing() -> None:
    clean = "هوا امروز خوب است و بچه‌ها در حیاط بازی می‌کنند؛ ساعت ۱۲ باران آمد.\nزبان Python و APIهای آن، PDFها: «خوب»."
    assert calls(clean) & ~glance.OF_PDF == 0
