"""What the rules do themselves (a join, a space that goes, a mark of Persian, a plain space) turns none of their judgements.

Whether a gap parts the halves of a verse, lines are rows of data, a number opens a list, or a comma is of another script,
is judged by spaces, marks and lengths, all of which rules change. The answer must be the same before and after.
"""

from __future__ import annotations

from itertools import product

import pytest

from support.public import PROFILES
from textnorm import EDITORIAL, SEARCH, STANDARD, Options, by_rules, explain, normalise

each_profile = pytest.mark.parametrize("profile", PROFILES)
#: halves of verses, and what stands in them that a rule makes shorter or longer
_HALVES = (
    "شا ه ی",
    "گفت روم کتاب",
    "گی ات آ",
    "كاربران شود ،",
    "باد و باران ها",
    "مي روم من",
    "رِندر را دیدم",
    "کار ها را دید",
)
_GAPS = ("\t", "\t\t", "    ", "\xa0\xa0\xa0\xa0", "     ")
VERSES = [first + gap + last for first, last, gap in product(_HALVES, _HALVES, _GAPS) if first != last]
#: what a rule writes otherwise, beside what is judged by it
TEXTS = {
    "the marker of a list before a mark": "1. ,ن",
    "the same below another line": ",(\n1.  , »",
    "the mark of a list before the day of a month, or what looks like one": "2) 5 می رود",
    "the same once a fold sets the number free": "12) ۵می روم",
    "the same, and a tag": "1. <a>، باد <b>x</b>",
    "the marker of a list before a comma and a word of another script with one": "1. ,c, ا",
    "the same in brackets": "12)  ؛باد",
    "a comma before a tag, and one behind a word of another script": 'ي,<su>("a, ر',
    "a comma before a tag at the start of a line": ",<v>d, که",
    "rows that are alike without their tags": ", a,<span> ب\n,<s> a, ",
    "rows that are alike without the line of tags beside them": ",ه,) \n, x, \nل<span c, ه, >ل",
    "rows that are alike once their spaces are plain": ",\xa0x, \n, a, و",
    "rows that are alike once a control character is gone, and then keep their spaces": "\xa0, », \n\x17\t, ا, A",
    "rows of data beside a line that is one of them once a comma is written otherwise": "د, x,\nی,\n,\n۰,",
    "the same above rows, and once a space before a mark is gone": "د , x,x\nی,\n۰,\nx,",
    "the same below a row that is none of them": "ی\nد, x,\nی,ی\n۰,\n,",
    "the same with semicolons": "x;\n;\n۰;\nد ; x;",
    "the same beside a tag": "د, <b>x</b>,\nی,\n,\n۰,",
    "a mark of direction on a line of an old system": "ن\r\u200f",
    "a mark behind words of another script, and a number on a word": "n ?\t1ي",
    "two spaces before a quotation mark of another script": 'm؟  "',
    "a word of another script that a fold sets free": "آنd s d, ؟",
    "digits that a half-space holds to a word": "ا\u200c۵ می رفت",
    "the same with two of them": "ها\u200c\u200c۱۵ می رفتند",
    "a mark with spaces round it before one that is closed up": "d? 1 , ؟",
    "an ending behind a word that a sign parts from another": "رِندر هاي…كاربران هاي۱۲مثال <b> ،<br> می\xadخانهٔ",
    "a soft hyphen in an address": ":\nwww.\xad",
    "code that opens what a mark closes": "`let x=` [1,2)\xadد;",
    "what is no address": "t:// ؟",
    "the same behind a sign": "/://x ؟",
    "a number behind the marker of a list": "1. 5،آ/g",
    "a verse above a line that is none": "باد آمد و\tبرف رفت و\nباران",
    "the same below one": "باران\nباد آمد و    برف رفت و\n",
    "a row that a mark hides, beside one of another language": "باد\tBرف \u20dd آب \u064e\n\nۆ\tم",
    "a drawn table, and a mark in its cell": "┐\tباد, برف",
    "the same with spaces, and a word before it": "بام│  باد ,",
    "another space behind the sign of a definition": "]:\xa0زیرکتر\u200f.",
    "another space behind a word of statements": "SELECT\xa0باد , FROM\xa0x",
    "a word of two short parts before a full stop": "درخت ها.او رفت",
    "an ezafe that stands apart, before a quotation": "لانه ی«باد»بود",
    "a word that Persian needs, in brackets behind another script": "Rasht (the city, که ما",
    "the same where they close": "Rasht (x, را دیدم), Iran",
    "what is joined behind a quotation": "«باد»می وزد",
}


@each_profile
def test_verses_are_judged_the_same_before_and_after(profile: str) -> None:
    options = PROFILES[profile]
    once = [normalise(verse, options) for verse in VERSES]
    assert [normalise(verse, options) for verse in once] == once
    assert [explain(verse, options).text for verse in VERSES] == once


@pytest.mark.parametrize(("profile", "text"), list(product(PROFILES, TEXTS.values())))
def test_once_is_enough_and_the_core_agrees(profile: str, text: str) -> None:
    options = PROFILES[profile]
    once = normalise(text, options)
    assert normalise(once, options) == once
    assert once == by_rules.normalising(options)(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("باران گرفت و باد آمد    برف آمد و سرد شد هوا", "باران گرفت و باد آمد    برف آمد و سرد شد هوا"),
        ("باران گرفت و باد آمد\tبرف آمد و كتاب ها ماند", "باران گرفت و باد آمد\tبرف آمد و کتاب‌ها ماند"),
        ("گفت روم کتاب\tكاربران شود ،", "گفت روم کتاب کاربران شود،"),
        ("باران گرفت و باد آمد،    برف آمد و سرد شد هوا", "باران گرفت و باد آمد،    برف آمد و سرد شد هوا"),
        ("کار های…برف", "کارهای…برف"),
        ("کار ها-برف", "کارها-برف"),
        ("تر ها.او", "تر ها.او"),
        ("1. ، باد", "1. ، باد"),
        ("1.   باد", "1. باد"),
        ("باد Python , باران", "باد Python، باران"),
        ("باد آمد و\tبرف رفت و\nكتاب ها", "باد آمد و\tبرف رفت و\nکتاب‌ها"),
        ("│  باد , برف  │", "│  باد، برف  │"),
        ("درخت ها.او رفت", "درخت‌ها. او رفت"),
        ("لانه ی«باد»بود", "لانه‌ی «باد» بود"),
        ("«باد»می وزد", "«باد» می‌وزد"),
    ],
)
def test_what_becomes_of_them(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize("options", [STANDARD, EDITORIAL, SEARCH, Options(joins="all")])
def test_an_address_behind_a_tag_is_known_whatever_came_before(options: Options) -> None:
    assert normalise("<p>x, از", options) == "<p>x، از"
    assert normalise("<p>s://x, از", options) == "<p>s://x, از"


def test_other_lines_say_nothing_of_an_address() -> None:
    assert [normalise(text, SEARCH) for text in ("www.\xadباد", ":\nwww.\xadباد")] == [
        "www.\xadباد",
        ":\nwww.\xadباد",
    ]


def test_what_a_line_becomes_does_not_hang_on_the_texts_before() -> None:
    above, below = "باد\tBرف \u20dd آب \u064e\n", "\nۆ\tم"
    assert normalise(above + below, SEARCH).startswith(alone := by_rules.normalising(SEARCH)(above))
    assert normalise(above, SEARCH) == alone


@pytest.mark.parametrize("text", ["پِ&nbsp;", "هاي. تایپِ &nbsp; ![a](b.png)-", "تایپِ &nbsp; باد"])
def test_rules_are_named_in_the_same_order_with_the_core(text: str) -> None:
    assert explain(text).changes == by_rules.explaining(STANDARD)(text).changes
