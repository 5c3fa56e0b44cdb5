"""Code, tags, links and strings between Persian words: the core tells them as the rules do, and asks seldom."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

import textnorm
from support.native import built
from textnorm import by_rules, core, normalise, pipeline
from textnorm.compiled import compile_rules

PROFILES = (textnorm.STANDARD, textnorm.SEARCH)
_WORDS = "علي كتاب می روم خانه‌ها API props 12 ۱۲ \"برف\" 'باد' «ابر» (باران) ، . : , ( ) [ ] { } \" ' / ^ ; * \u200c \u200e ".split(
    " "
)
_SPANS = (
    "`code`",
    "`'a'`",
    '`f("a")`',
    "`['a', 'b']`",
    "`a: b; c: d`",
    "`\\d+`",
    "`it's`",
    "`<b>`",
    "<b>",
    "</b>",
    "<br>",
    '<sup class="new" />',
    "<span class='a: b; c'>",
    "<1>",
    "<code>",
    "</code>",
    "<!-- x -->",
    "<b ",
    "<i title='`'>",
    "[متن](/a/b#c)",
    '{#a"b}',
    'key "a";',
    "INTO t (",
    "/(a/g",
    "[code]",
    "[/code]",
    "&nbsp;",
)
spans = st.lists(
    st.one_of(st.sampled_from(_WORDS), st.sampled_from(_SPANS), st.just(" ")), min_size=2, max_size=16
).map("".join)
documents = st.lists(spans, min_size=2, max_size=5).map("\n".join)


@built
@pytest.mark.parametrize("options", PROFILES, ids=("STANDARD", "SEARCH"))
@given(text=st.one_of(spans, documents))
@example(text="دوست به\u200cطور ها</b> » ")
@example(text="آب <b>می روم</b> و <i>لطفاً</i> دوست<b> شان</b>")
@example(text="باد<b>API</b> و 5<b> %</b>")
@example(text="<code>علي</code>\n<!-- ي -->\nعلي\u00a0كتاب")
@example(text=".. math:: x\n  علي , x\nكتاب::\n  علي , x")
@example(text='> a# "";ا<b>')
@example(text="x=: ? .٪")
@example(text="2)\t` ؟")
def test_the_core_tells_spans_as_the_rules_do(options: textnorm.Options, text: str) -> None:
    assert normalise(text, options) == pipeline.run(text, compile_rules(options))


@built
@pytest.mark.parametrize(
    "line",
    [
        "تابع `f('a')` را با [راه `g(\"b\")`](/g#b) بخوانید",
        'پوشه "سبز" را با `rm` پاک کنید',
        'نسخه <sup class="new" data-text="2"/> از [راه](/way) بهتر است',
        "متن <b>پررنگ</b> و <br> سطر تازه",
        "- **پیش‌فرض:** `false` است",
        '* **راه:** [نوع متن](/guide/types#typing-of-text) <sup class="badge ts" />',
    ],
)
def test_spans_that_their_signs_tell_are_not_asked_for(line: str) -> None:
    one = core.new_core(core.native_module(), textnorm.STANDARD, 1 << 10)
    assert one.answer(line) == line
    assert one.counts()["asked spans"] == 0


@built
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("[code]علي , رضا[/code]", "[code]علي , رضا[/code]"),
        ("علي `x` ['a', `y`]", "علی `x` ['a', `y`]"),
        ("<p>علي&nbsp;</p>\nرضا&nbsp;و علي\n\nكتاب", "<p>علی&nbsp;</p>\nرضا&nbsp;و علی\n\nکتاب"),
    ],
)
def test_what_may_reach_further_is_asked_for(text: str, after: str) -> None:
    assert normalise(text) == pipeline.run(text, compile_rules(textnorm.STANDARD)) == after


@built
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("<b>كتاب</b> و <i>كت</i>اب", "<b>کتاب</b> و <i>کت</i>اب"),
        ("  <b>علي</b> رفت  ", "<b>علی</b> رفت"),
        ("<b>علي ,رضا</b> و كتاب هاي او", "<b>علی، رضا</b> و کتاب‌های او"),
    ],
)
def test_a_line_with_tags_is_done_without_them(text: str, after: str) -> None:
    one = core.new_core(core.native_module(), textnorm.STANDARD, 1 << 10)
    assert one.answer(text) == pipeline.run(text, compile_rules(textnorm.STANDARD)) == after


@built
@pytest.mark.parametrize(
    "text",
    ["می<b> رود</b>", "باد ,<b>باران</b>", "علي<b> ،</b> رضا", "باد \xad<b>\u06d2</b>", "باد كـ<b>ي</b>"],
)
def test_what_changes_beside_a_tag_is_left_to_the_rules(text: str) -> None:
    one = core.new_core(core.native_module(), textnorm.STANDARD, 1 << 10)
    assert one.answer(text) is None
    assert normalise(text) == pipeline.run(text, compile_rules(textnorm.STANDARD))


@built
@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "Last month, they said that it would close. خيلي كم بود",
            "Last month, they said that it would close. خیلی کم بود",
        ),
        ("for (int i=0; i<10; i++) { s += i; } اذان علي", "for (int i=0; i<10; i++) { s += i; } اذان علی"),
        ("Apples, pears, كتاب", "Apples, pears, کتاب"),
        ("«Hello, world»", "«Hello, world»"),
    ],
)
def test_marks_of_another_script_are_told_with_its_words(text: str, after: str) -> None:
    one = core.new_core(core.native_module(), textnorm.STANDARD, 1 << 10)
    assert one.answer(text) == pipeline.run(text, compile_rules(textnorm.STANDARD)) == after


@built
@pytest.mark.parametrize(
    "text",
    [
        "FROM USD? 100% 3.11?در خانه",
        '# علي – [1,2] دنیا www.b.com/y?z=1(print("a, اي-.',
        'install باد, رِندر <sup class="ts" />![a](b.png), می‌روم',
        "* x=1;\u00a0and,'README.md – \"fix: $5 سفارشي ;",
    ],
)
@pytest.mark.parametrize("options", [textnorm.STANDARD, textnorm.EDITORIAL], ids=("STANDARD", "EDITORIAL"))
def test_what_marks_say_of_what_stands_behind_them_is_kept(options: textnorm.Options, text: str) -> None:
    assert normalise(text, options) == pipeline.run(text, compile_rules(options))


@built
def test_a_gap_of_several_changes_is_explained_with_the_word_before_it() -> None:
    """What one of its rules did may be one change with that of the word."""
    text = "سفارشي ;این کتاب"
    assert textnorm.explain(text).changes == by_rules.explaining(textnorm.STANDARD)(text).changes
