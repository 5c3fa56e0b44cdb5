"""The native core finds the same evidence as Python, on any text."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from textnorm import ExtractedOptions, repair_extracted
from textnorm.core import native_module
from textnorm.extracted import repair, rules
from textnorm.extracted.evidence import _Counted, _Native
from textnorm.extracted.glance import EVERYTHING, calls
from textnorm.ruleset.rule import Rule

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


@pytest.mark.skipif(native_module() is None, reason="no core")
@given(st.lists(_SEEN, max_size=14).map("".join), st.sampled_from(["auto", "pdf", "html"]))
def test_a_glance_hides_nothing(text: str, source: str) -> None:
    options = ExtractedOptions(source=source)
    done = repair_extracted(text, options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repair, "calls", lambda _: EVERYTHING)
        assert repair_extracted(text, options) == done


@pytest.mark.skipif(native_module() is None, reason="no core")
@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.id)
def test_examples_of_rules_are_seen(rule: Rule) -> None:
    steps = repair._Steps(None)
    for before, _ in rule.examples:
        assert steps._may_find(rule.id, before)


@pytest.mark.skipif(native_module() is None, reason="no core")
def test_clean_text_calls_for_nothing() -> None:
    clean = "هوا امروز خوب است و بچه‌ها در حیاط بازی می‌کنند؛ ساعت ۱۲ باران آمد.\nزبان Python و APIهای آن، PDFها: «خوب»."
    assert calls(clean) == 0
