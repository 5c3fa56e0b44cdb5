"""A line read from its template is read as it would be without one."""

from __future__ import annotations

import datetime
import random
import re
from types import ModuleType

import pytest
from hypothesis import given, strategies as st

from support.date_cases import FOUND, REFUSED
from support.date_forms import FORMS, NUMERIC
from support.strategies import date_texts, examples, spaced_dates
from textnorm.dates import (
    DateOptions,
    FoundDate,
    adjacency,
    api,
    context,
    filters,
    find_dates,
    from_gregorian,
    months,
    noun_months,
    numbers,
    numerals,
    ranges,
    resolve,
    times,
    vocabulary,
)
from textnorm.dates.line_templates import TEMPLATES
from textnorm.dates.masked import _NEXT
from textnorm.dates.match_key import fold
from textnorm.dates.options import DEFAULT


def whole(text: str, options: DateOptions = DEFAULT) -> list[FoundDate]:
    """Return the dates without a look at templates."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(api, "_DENSE", 0)
        return find_dates(text, options)


def other_numbers(text: str, chance: random.Random) -> str:
    """Return the text with other digits of the same scripts."""
    return "".join(
        chr(ord(char) - int(char) + chance.randrange(10)) if char.isdecimal() else char for char in text
    )


@pytest.mark.parametrize("name", [*FORMS, *NUMERIC])
def test_days_of_a_template(name: str) -> None:
    write, chance = FORMS.get(name) or NUMERIC[name], random.Random(name)
    for _ in range(40):
        day = datetime.date(1880, 1, 1) + datetime.timedelta(chance.randrange(70_000))
        for text in (
            (write(*from_gregorian(day)), write(chance.randrange(1206, 1499), 12, chance.randrange(25, 32)))
            if not ("weekday" in name or name in ("header", "paired"))
            else (write(*from_gregorian(day)),)
        ):
            assert find_dates(text) == whole(text), text


@pytest.mark.slow
@pytest.mark.parametrize("text", [*(text for text, _ in FOUND), *REFUSED])
def test_other_numbers_in_every_case(text: str) -> None:
    chance = random.Random(text)
    TEMPLATES.clear()
    find_dates(text), find_dates(text)  # a template is made when its window comes again
    for _ in range(12):
        other = other_numbers(text, chance)
        assert find_dates(other) == whole(other), other


@examples(2.5)
@given(text=date_texts | spaced_dates, seed=st.integers(0, 1000))
def test_other_numbers_in_any_text(text: str, seed: int) -> None:
    find_dates(text), find_dates(text)
    other = other_numbers(text, random.Random(seed))
    assert find_dates(other) == whole(other)


def test_mixed_digits_and_options_are_not_read_from_templates() -> None:
    assert find_dates("۸ مهر ۱۳۹۷")[0].iso == "2018-09-30"
    assert find_dates("۸ مهر ۱۳۹7")[0].iso is None
    assert find_dates("13970708") == []
    assert find_dates("13970708", DateOptions(compact=True))[0].iso == "2018-09-30"
    assert find_dates("13970708") == []


def test_a_window_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other numbers, other months and other words that no rule knows make no other window."""
    TEMPLATES.clear()
    read: list[str] = []
    whole_way = resolve.candidates_of
    monkeypatch.setattr(
        resolve, "candidates_of", lambda window: read.append(window.text) or whole_way(window)
    )
    lines = [
        "ابر سیاه یکشنبه ۸ مهر ۱۳۹۷ ساعت ۱۲:۳۰ باران بارید",
        "برگ زرد یکشنبه ۸ مهر ۱۳۹۷ ساعت ۰۹:۰۱ لاله شکفت و پژمرد",
    ]
    assert [find_dates(line)[0].iso for line in lines] == ["2018-09-30"] * 2
    assert read == lines[:1]


#: what may stand behind a date and two words: words that say something of a date, and words and numbers that do not
TAIL = (
    "worker 17 5623 1398 2019 started باران بارید در از و تا مورخ روز به نفر بار ساعت ۱۲:۳۰ 12:30 قمری میلادی شمسی ه.ق ق م "
    "مهر آبان Mehr سپتامبر September هشتم یکشنبه سال ماه 97/7/8 ۹۷ ۱۲ AH AP CE هجری برابر با (۲۰۱۸ ) - / هفته ۱۳۹۸/۲/۳ د"
).split()
HEADS = (
    "1397-07-08 12:30:45 INFO worker",
    "1397/7/8 was sunny",
    "۸ مهر ۱۳۹۷ باران بارید",
    "یکشنبه ۸ مهر ۱۳۹۷ هوا خوب",
    "[1397-07-08 02:03] a b",
    "۱۳۹۷/۰۷/۰۸ - خبر تازه",
    "8 Mehr 1397 it rained",
    "۱۳۹۷ مهر ۸ باد وزید",
)


@pytest.mark.thorough
@pytest.mark.parametrize("head", HEADS)
def test_other_words_behind(head: str) -> None:
    chance = random.Random(head)
    TEMPLATES.clear()
    for _ in range(300):
        text = other_numbers(head, chance) if chance.random() < 0.5 else head
        text += " " + " ".join(chance.choices(TAIL[: chance.choice((14, len(TAIL)))], k=chance.randrange(6)))
        assert find_dates(text) == whole(text), text
        two = f"{text}\n{text}"
        assert find_dates(two) == whole(two), two


#: syllables of words that no rule knows, and of some that begin as those do that rules know
SYLLABLES = "با را تن سو می رو شا فر مه آب دا کی نا له پر تو گل یک شش هز ساع قم ba ro mi Ne tal For Aza day ver se".split()
#: words that rules know, or whose signs they look at
KNOWN = [
    *TAIL,
    *"(باد) «باد» باد: باد، باد. خانه‌ام می‌رود کتاب‌های شماره صفحه بند مدل شب‌در عصرانه تاریخ hegira (ه) (AP)".split(),
]


def any_words(chance: random.Random, most: int) -> list[str]:
    """Return words, few of which a rule knows."""
    words = []
    for _ in range(chance.randrange(most)):
        made = "".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3))))
        words.append(chance.choice(KNOWN) if chance.random() < 0.2 else made)
    return words


@pytest.mark.thorough
@pytest.mark.parametrize("name", [*FORMS, *NUMERIC])
def test_other_words_around(name: str) -> None:
    """What is masked beside a date changes nothing: words are of all kinds, before and behind, days of all months."""
    write, chance = FORMS.get(name) or NUMERIC[name], random.Random(name)
    TEMPLATES.clear()
    for _ in range(60):
        day = from_gregorian(datetime.date(1990, 1, 1) + datetime.timedelta(chance.randrange(15_000)))
        line = " ".join([*any_words(chance, 8), write(*day), *any_words(chance, 8)])
        assert find_dates(line) == whole(line), line


RANGES = (
    "۵ تا ۸ مهر ۱۳۹۷", "۵–۸ مهر ۱۳۹۷", "۲۸ مهر تا ۳ آبان ۱۳۹۷", "۲۸ اسفند تا ۳ فروردین ۱۳۹۷", "۵، ۸ و ۱۲ مهر ۱۳۹۷", "Mehr 5-8, 1397",
    "۱۳۹۷ مهر ۵–۸", "۱۳۹۷/۷/۸ تا ۱۳۹۷/۷/۹", "۹۷/۷/۸", "8/7/97", "97/7/8 تا 97/7/9", "14مهر92", "۱۴ مهر ۹۲", "۸ مهر ۱۳۹۷ و ۹ آبان ۱۳۹۸",
    "از 12:30 ۸ مهر ۱۳۹۷", "1397-07-08T12:30:45+03:30", "[1397/07/08 12:30:45]", "۸ تیر تا ۱۲ مرداد ۱۳۹۷",
)  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("date", RANGES)
def test_other_words_around_several_dates(date: str) -> None:
    chance = random.Random(date)
    TEMPLATES.clear()
    for _ in range(150):
        other = other_numbers(date, chance) if chance.random() < 0.7 else date
        line = " ".join([*any_words(chance, 6), other, *any_words(chance, 6)])
        assert find_dates(line) == whole(line), line
        assert find_dates(line, DateOptions(context="text")) == whole(line, DateOptions(context="text")), line


def words_in(value: object) -> set[str]:
    """Return the folded words of Arabic letters in a constant: of sets, tables and patterns."""
    if isinstance(value, re.Pattern):
        # what is in brackets are letters; the rest may be words with marks and spaces between their letters
        return words_in(re.sub(r"\[[^]]*\]|\(\?P<\w+>", " ", value.pattern))
    if isinstance(value, str):
        words = re.findall(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*", value)
        return {key for key in map(fold, words) if re.fullmatch(r"[\u0620-\u06d5]{2,}", key)}
    if isinstance(value, dict):
        return words_in([*value, *value.values()])
    if isinstance(value, (list, tuple, set, frozenset)):
        return {word for item in value for word in words_in(item)}
    return set()


#: names of months and numbers in other tables, which no rule beside a Solar Hijri date looks at
ELSEWHERE = words_in([months.LEVANT, months.LEVANT_MONTHS])
RULES = (adjacency, context, filters, months, noun_months, numbers, numerals, ranges, times, vocabulary)


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.__name__)
def test_every_word_that_a_rule_names_is_known(module: ModuleType) -> None:
    """A new word of a rule is known, or this fails: what is masked is in no vocabulary."""
    constants = [value for name, value in vars(module).items() if not name.startswith("__")]
    named = words_in(constants) - ELSEWHERE - set(map(fold, vocabulary.SUFFIX))
    assert {word for word in named if word not in _NEXT} == set()


def test_words_of_rules_are_found() -> None:
    """The test before this one sees words in tables, sets and patterns."""
    assert {"مهر", "شماره", "فشنگ", "بعد", "لغایت", "حدود"} <= words_in([*map(vars, RULES)])
