"""Which words the native core tells without asking the rules, and that it tells what the rules say."""

from __future__ import annotations

from typing import Any

import pytest

from textnorm import STANDARD, core, pipeline
from textnorm.compiled import compile_rules
from textnorm.options import Options

built = pytest.mark.skipif(core.state() != "yes", reason="the core is not built")
GLUED = Options(joins="all")


def _core(options: Options) -> Any:
    return core.new_core(core.native_module(), options, 1 << 10)


@built
@pytest.mark.parametrize("options", [STANDARD, GLUED])
@pytest.mark.parametrize(
    ("word", "after"),
    [
        ("زفگپبها", "زفگپب\u200cها"),  # a plural of a word that no lexicon has
        ("زفگپبهایمان", "زفگپب\u200cهایمان"),
        ("زفگها", "زفگها"),  # too short for one
        ("زفگپر\u200cهای", "زفگپرهای"),  # a half-space that cannot be seen, before an ending
        ("زفگپو\u200cام", "زفگپوام"),
        ("تکزفگپب", "تکزفگپب"),  # begins as adjectives do, but no word follows
    ],
)
def test_endings_of_unknown_words_are_told(options: Options, word: str, after: str) -> None:
    one = _core(options)
    assert one.answer(word) == pipeline.run(word, compile_rules(options)) == after
    assert one.counts()["asked words"] == 0


@built
@pytest.mark.parametrize(
    "word",
    [
        "اجارهبها",  # holds «بها», behind a word
        "بینرشتهای",  # holds «رشته‌ای»
        "زفگروهها",  # its heh is sounded
        "رو\u200cبه",  # two words
        "زفگپر\u200cسازان",
        "تکسلول",  # a word follows
        "پروانه ای\u200cمیل",  # a joiner holds the ending to another word
        "پروانه ای\u200cام\u200cآی",
        "پروانه های\u200cشان",
        "در ارسلان زاده شد",  # a participle that is a verb here
        "ارسلان زاده رفت",
    ],
)
def test_words_that_hold_others_are_what_the_rules_say(word: str) -> None:
    assert _core(STANDARD).normalise(word) == pipeline.run(word, compile_rules(STANDARD))
