"""Words that are right in one and that edited text joins: cut where their line lost its half-spaces, and nowhere else."""

from __future__ import annotations

import pytest

from textnorm import SEARCH, Options, explain, normalise, pipeline
from textnorm.compiled import compile_rules

RULE = "joiners.stripped-compound"
VERBS = frozenset({"joiners.verb"})
#: lines without their half-spaces, in which another word surely lacks its own; _ stands for one
STRIPPED = {
    "شرکت کشتیرانی حقوق کارگران را میپردازد": "شرکت کشتی_رانی حقوق کارگران را می_پردازد",
    "کشتیرانیها تعطیل شدند و کارگران نمیآیند": "کشتی_رانی_ها تعطیل شدند و کارگران نمی_آیند",
    "مربیگری تیم را میپذیرد": "مربی_گری تیم را می_پذیرد",
    "بازیگری وحشیگری نمیخواهد": "بازیگری وحشی_گری نمی_خواهد",
    "خانهی ما نزدیک کشتیرانی است و صدا میآید": "خانه_ی ما نزدیک کشتی_رانی است و صدا می_آید",
}
#: lines that hold a half-space, or in which nothing else is lacking
OTHERS = (
    "سازمان بنادر و کشتیرانی تعطیل است",
    "کشتیرانی‌های جنوب",
    "رئیس کشتیرانی می‌آید",
    "کشتیرانی",
    "او وحشیگری نکرد",
)


@pytest.mark.parametrize("line", STRIPPED)
def test_a_line_that_lost_its_half_spaces_gets_all_of_them_back(line: str) -> None:
    whole = STRIPPED[line].replace("_", "\u200c")
    assert normalise(line) == whole == normalise(whole)
    assert RULE in {rule for change in explain(line).changes for rule in change.rules}


@pytest.mark.parametrize("line", OTHERS)
def test_what_is_right_in_one_stays_elsewhere(line: str) -> None:
    assert normalise(line) == line


def test_every_line_tells_for_itself() -> None:
    lines = [*STRIPPED, *OTHERS]
    assert normalise("\n".join(lines)) == "\n".join(map(normalise, lines))


@pytest.mark.parametrize("options", [Options(), Options(joins="all"), Options(ignore=VERBS), SEARCH])
def test_the_core_says_what_the_rules_say(options: Options) -> None:
    rules = compile_rules(options)
    for line in (*STRIPPED, *OTHERS):
        assert normalise(line, options) == pipeline.run(line, rules)


def test_likely_joins_need_no_such_line() -> None:
    assert normalise("کشتیرانی", Options(joins="all")) == "کشتی\u200cرانی"


def test_the_rule_may_be_left_out_and_a_users_word_stays() -> None:
    line = next(iter(STRIPPED))
    for options in (Options(ignore=frozenset({RULE})), Options(user_words=frozenset({"کشتیرانی"}))):
        assert "کشتیرانی" in normalise(line, options)


def test_a_search_finds_all_spellings() -> None:
    found = {normalise(word, SEARCH) for word in ("کشتیرانی", "کشتی\u200cرانی", "کشتی رانی")}
    assert len(found) == 1
