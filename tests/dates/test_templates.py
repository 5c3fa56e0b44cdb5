"""A line read from its template is read as it would be without one."""

from __future__ import annotations

import datetime
import random

import pytest
from hypothesis import given, strategies as st

from support.date_cases import FOUND, REFUSED
from support.date_forms import FORMS, NUMERIC
from support.strategies import date_texts, examples, spaced_dates
from textnorm.dates import DateOptions, FoundDate, api, find_dates, from_gregorian, resolve
from textnorm.dates.templates import TEMPLATES


def whole(text: str) -> list[FoundDate]:
    """Return the dates without a look at templates."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(api, "_DENSE", 0)
        return find_dates(text)


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
