"""SEARCH by the native core folds as the pipeline does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, strategies as st

import textnorm
from support.native import built, lines
from support.shared_data import dev_rows
from support.strategies import texts
from textnorm import core, normalise, pipeline
from textnorm.compiled import compile_rules
from textnorm.core import common_gaps, fold_tables
from textnorm.core.asking import Asking
from textnorm.core.folding import unfolded
from textnorm.ruleset import search_words
from textnorm.ruleset.joiners.affixes import GLUED, VERB_PREFIXES


@built
@given(text=st.one_of(lines, texts))
@example(text="ب\u200b\u200c2")
@example(text="iphone\u200cهاي «ذوب آهن» ۱٬۲۵۰ خانه ی")
@example(text="<P>\n&nbsp;")
@example(text="&nbsp\u064b;\n<e>")
@example(text="ه\u0654۳")
@example(text="%\u200c\u202aە")
@example(text="در دوست شان تر – و 1,250 (۵۰ ٪) www.a.ir: b–c\n```\nA – ۱,۲۵۰\n```")
@example(text="کسی تری و دوست ترین شان")
@example(text="<A>\n\x83؟&zwj;")
@example(text="\n```\u00a0")
@example(text="خانه\u0654۱%\u200c")
@example(text="باد 5 \u200c ٪ا")
@example(text="باد ۳\t ٪")
@example(text="1\t/\n!\tباد_x000D_\r\n\u00a0")
@example(text="Name: باد\nAge: 1\nTown: ری")
@example(text="board ٪هم\u200cپر ;")
@example(text="this is %هم\u200cپر ; board")
@example(text="[\u200e@vueها](https://a.ir) به Vueها `b\u200cبا` )\u200e آ\u200cb (c)\u200cی")
@example(text="باد `\r\u200eو` باد\u200e\r5")
@example(text="www.–")
@example(text="## Ref()\u200e – {#Ref} 1\u200e,000\nباد")
@example(text="باد <b>`a`</b><i>`b`</i> می رود و `c()\u200e` <i>آب ها</i>")
@example(text="`\u0640``\n\u2013 باد")
@example(text="~\u200c~~\n\u2013 باد")
@example(text="\xabباد\xab{\n\xa0(\n}")
@example(text="آب\n```js\nA – ۱\n```\nباد\n```\n\u200eB\n```")
def test_folds_by_the_core_are_those_of_the_pipeline(text: str) -> None:
    assert core.folding_for(textnorm.SEARCH) is not None
    assert normalise(text, textnorm.SEARCH) == pipeline.run(text, compile_rules(textnorm.SEARCH))


PARTS = (
    *GLUED,
    *sorted(VERB_PREFIXES),
    *search_words.STARTS,
    *search_words.LEFTS,
    *search_words.RIGHTS,
    "بزودی",
    "برای",
    "کتاب",
    "خانه",
)
PARTS += ("وگو", "الله", "ذوب", "آهن", "نویس", "اشیاء", "جست", "کاملاً", "ه", "گر")


@built
@given(
    parts=st.lists(st.sampled_from(PARTS), min_size=1, max_size=4),
    between=st.sampled_from(["\u200c", "\u200c", ""]),
    behind=st.sampled_from(["", " باد", "\u200c", " تر"]),
)
def test_words_of_parts_are_folded_as_the_pipeline_folds_them(
    parts: list[str], between: str, behind: str
) -> None:
    text = between.join(parts) + behind
    assert normalise(text, textnorm.SEARCH) == pipeline.run(text, compile_rules(textnorm.SEARCH))


@built
def test_the_rules_are_not_asked_about_half_spaces_at_affixes() -> None:
    folding = core.folding_for(textnorm.SEARCH)
    assert folding is not None
    asked: list[str] = []
    word, folding.word = folding.word, lambda text: asked.append(text) or word(text)  # type: ignore[method-assign,func-returns-value]
    module, given_core, tables = folding._given
    folder = module.Folder(given_core, tables, folding)
    folding.word = word  # type: ignore[method-assign]
    assert (
        folder.normalise("کتاب\u200cها را می\u200cخوانند و به ذوب\u200cآهن می\u200cروند")
        == "کتابها را میخوانند و به ذوب اهن میروند"
    )
    assert asked == ["ذوب\u200cآهن"]


@built
def test_folds_of_the_dev_set() -> None:
    rules = compile_rules(textnorm.SEARCH)
    for row in dev_rows()[::41]:
        assert normalise(row["noisy"], textnorm.SEARCH) == pipeline.run(row["noisy"], rules)


@pytest.mark.thorough
@built
def test_each_character_is_folded_as_the_rules_fold_it() -> None:
    rules = compile_rules(textnorm.SEARCH)
    for start in range(0x20, 0x3000):
        text = f"باد {chr(start)} a{chr(start)}b"
        assert normalise(text, textnorm.SEARCH) == pipeline.run(text, rules), hex(start)


@built
def test_the_flags_of_folds_are_those_of_the_header() -> None:
    header = (Path(core.__file__).parent / "native" / "fold.h").read_text(encoding="utf-8")
    for place, name in enumerate(fold_tables.FLAGS, 21):
        assert re.search(rf"\b{name.upper()}\b =? ?\(?1u? << {place}\b", header), name


@pytest.mark.thorough
@built
def test_gaps_that_are_shipped_hold_for_the_core_of_search() -> None:
    options = unfolded(textnorm.SEARCH)
    assert options is not None
    search, standard = Asking(options), Asking(textnorm.Options())
    for gap, sides in common_gaps.common():
        for left, right in sides[::3]:
            answer = standard.gap(left, gap, right)
            assert answer in (None, search.gap(left, gap, right)), (left, gap, right)


@built
@pytest.mark.parametrize(
    "ignored", [{"search-zwnj"}, {"search-apart", "search-zwnj"}, {"search-prefix", "search-ending"}]
)
def test_half_spaces_stay_where_the_rule_for_them_is_left_out(ignored: set[str]) -> None:
    search = textnorm.SEARCH
    options = replace(search, ignore=search.ignore | ignored)
    for text in ("کتاب‌های ذوب‌آهن را می‌خوانم", "به‌عنوان خانه‌ای بزرگ‌تر", "نمی‌روم و آن‌ها را کتابخانه‌ها"):
        assert normalise(text, options) == pipeline.run(text, compile_rules(options))
