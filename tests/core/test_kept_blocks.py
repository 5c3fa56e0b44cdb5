"""The core sees at one look that no block comes or goes; what it says of it is what `blocks` says of both texts."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st

import textnorm
from support.native import built
from support.shared_data import dev_rows
from textnorm import core, pipeline
from textnorm.chars import PERSIAN_LETTERS
from textnorm.compiled import compile_rules
from textnorm.core.cutting import are_surely_kept
from textnorm.lines import lines_of_blocks
from textnorm.rare import rare_characters

PROFILES = ("STANDARD", "SEARCH", "EDITORIAL", "ENCODING")
#: beginnings and ends of blocks of each kind, rows, keys, and prose beside them
LINES = [
    *"``` ~~~ ```js $$ --- +++ ---- { } [ ] = { return [ [/code] {% raw %} BEGIN:VCARD @@ -1,2 +1,2 @@ -علي +علی".split(" "),
    *("<pre>", "</pre>", "<code>", "<!--", "-->", "<a\nhref='x'>", "<br>", "<?php", "?>", "[code]", "{% endraw %}"),
    *("\\begin{equation}", "\\end{equation}", "#+begin_src", "#+end_src", ":PROPERTIES:", ":END:", "[source]\n----"),
    *("title: x", "نام: باد", "- نام: علی", "  سن: ۱۲", "- name: x", "x = 5", "x=باد", "[section]", "[باد]", 'key: "باد"'),
    *('"key": 5,', "'باد', 5", "try:", "  علي()", "def باد(x):", "if x == 'باد':", "for x in باد:", "name: |", "  متن"),
    *("text::", "    کد", ".. code-block:: sql", 'File "x.py", line 5, in باد', "ValueError: باد", "a,b,c", "1,باد,3"),
    *("باد, 3", "باد,2", "a;b;c", "باد;برف;5", "a\tb", "باد\t3", '"باد","برف"', "باد  \"\",3", "&amp;", "&zwnj;", "`باد`"),
    *("`<`", "- باد", "* باد", "1. باد", "> باد", "كتاب ها و می روم", "(باد) «برف» 12", "it's", "N'باد'", "// باد", "# باد"),
]  # fmt: skip
#: what comes and goes between letters and signs, and cannot be told from where a line stands
SPACES = [" ", " ", "\u200c", "\u200d", "\u200f", "\u200b", "\ufeff", "\u064e", "\u0640", "\u00a0"]
LETTERS = [*"آبيكهةئ", "ب\u200cا", "ب ا", ""]

line = st.tuples(
    st.sampled_from(["", "", " ", "  ", "\t"]), st.sampled_from(LINES), st.sampled_from(["", "", " ", *LINES])
)
before = st.lists(line.map("".join), min_size=1, max_size=6).map("\n".join)
edits = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "letter"]), st.integers(0, 1 << 16), st.integers(0, 99)),
    min_size=1,
    max_size=5,
)


def edited(text: str, changes: list[tuple[str, int, int]]) -> str:
    """Return *text* with spaces and marks added or dropped, and letters that are other letters."""
    for kind, where, which in changes:
        if kind == "add":
            at = where % (len(text) + 1)
            text = text[:at] + SPACES[which % len(SPACES)] + text[at:]
            continue
        kinds = "".join(SPACES) if kind == "drop" else PERSIAN_LETTERS
        if places := [at for at, character in enumerate(text) if character in kinds]:
            at = places[where % len(places)]
            text = text[:at] + ("" if kind == "drop" else LETTERS[which % len(LETTERS)]) + text[at + 1 :]
    return text


@pytest.fixture(scope="module")
def is_kept() -> Callable[[str, str], bool]:
    native: Any = core.new_core(core.native_module(), textnorm.STANDARD, 1 << 10)
    return lambda one, other: are_surely_kept(one, other, native.keeps_blocks)


def states(text: str, profile: str) -> list[str]:
    """Return a text, what it is after the rules for the whole text, and after all."""
    rules = compile_rules(getattr(textnorm, profile))
    first = pipeline.run_text_rules(text, rare_characters(text), rules, None)[0]
    return [text, first, pipeline.run(text, rules)]


@built
@settings(max_examples=400)
@given(text=before, changes=edits)
@example(text=',\n,\nباد "",i', changes=[("drop", 0, 0)])
@example(text="a,b, c\n1,باد\n2,برف", changes=[("drop", 0, 0)])
@example(text="- نام: علی\n  سن: ۱۲", changes=[("drop", 0, 0)])
@example(text="متن:\n  باد", changes=[("drop", 0, 0)])
def test_blocks_are_the_same_lines_where_the_core_says_so(
    is_kept: Callable[[str, str], bool], text: str, changes: list[tuple[str, int, int]]
) -> None:
    after = edited(text, changes)
    if is_kept(text, after):
        assert lines_of_blocks(after) == lines_of_blocks(text)


@built
@pytest.mark.parametrize("profile", PROFILES)
@given(text=before)
def test_blocks_are_the_same_lines_in_what_a_profile_makes_of_a_text(
    is_kept: Callable[[str, str], bool], profile: str, text: str
) -> None:
    found = states(text, profile)
    for one, other in ((0, 1), (1, 2), (0, 2)):
        if is_kept(found[one], found[other]):
            assert lines_of_blocks(found[one]) == lines_of_blocks(found[other])


@built
def test_most_texts_of_the_dev_set_are_told_at_one_look_and_rightly(
    is_kept: Callable[[str, str], bool],
) -> None:
    rows, chance = (
        [row["noisy"] for row in dev_rows("clean", "mixed-noise", "mixed-script")],
        random.Random(1),
    )
    kept = 0
    texts = ["\n".join(chance.choices(rows, k=5)) for _ in range(100)]
    for text in texts:
        found = states(text, "SEARCH")
        if is_kept(found[1], found[2]):
            kept += 1
            assert lines_of_blocks(found[1]) == lines_of_blocks(found[2])
    assert kept > 40


@built
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("كتاب ها را\nمي خواند", "کتاب‌ها را\nمی‌خواند"),
        ("باد (برف)\nباران", "باد( برف )\nباران"),
        ("a,b,c\n1,باد,3\nكتاب", "a,b,c\n1,باد,3\nکتاب"),
        ("- باد هاي\n- برف", "- بادهای\n- برف"),
        ("<b>باد ها</b>\n", "<b>بادها</b>\n"),
    ],
)
def test_spelling_makes_no_block(is_kept: Callable[[str, str], bool], text: str, after: str) -> None:
    assert is_kept(text, after)


@built
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a,b,c\n1,باد, 3", "a,b,c\n1,باد,3"),
        ("نام: باد\nسن: ۵", "نام باد\nسن: ۵"),
        ("متن\n``` باد", "متن\n``` باد\n"),
        ("باد:\n  برف", "باد :\n  برف"),
        ("باد\tبرف", "باد\tبرف "),
        ("<pre باد>", "<preباد>"),
        ("- باد", "-باد"),
        ("[باد]\nx", "[باد ]\nx"),
    ],
)
def test_what_may_make_a_block_is_not_told_at_one_look(
    is_kept: Callable[[str, str], bool], text: str, after: str
) -> None:
    assert not is_kept(text, after)
