"""The strings of ICU (by Node, a test tool only): solar ones are found, Gregorian and lunar ones refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from textnorm.dates import find_dates

NODE = shutil.which("node")
#: the days of 1206-1498; every eighth day in each of eight styles is every day in one of them
FIRST, LAST = "1827-03-22", "2120-03-19"
STEP = 8 if os.environ.get("TEXTNORM_SLOW_TESTS") else 1409
LOCALES = ["fa", "fa-AF", "ps", "ckb", "mzn", "lrc", "uz-Arab", "ar", "ur", "en", "tr", "tg"]
#: later, numbers without an era could as well be a lunar year
LAST_CERTAIN_NUMBERS = "2027-03-20"
#: calendar, style, ISO day, text
Row = tuple[str, str, str, str]

pytestmark = pytest.mark.skipif(
    NODE is None, reason="node is not on this machine: it writes the CLDR strings"
)


def rows(locale: str) -> Iterator[Row]:
    """The strings of a locale, one after the other: there are millions of them."""
    command = [str(NODE), str(Path(__file__).parent / "cldr.js"), locale, FIRST, LAST, str(STEP)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as node:
        assert node.stdout is not None
        for line in node.stdout:
            calendar, style, iso, text = json.loads(line)
            yield calendar, style, iso, text
    assert node.returncode == 0


@pytest.fixture(scope="module", autouse=True)
def full_icu() -> None:
    """Skip where Node was built without the languages."""
    done = subprocess.run(
        [str(NODE), "-p", "new Intl.DateTimeFormat('fa-u-ca-persian', {month: 'long'}).format(0)"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    if "دی" not in done.stdout:
        pytest.skip("this node has no full ICU: it writes English for every locale")


#: in these locales ICU writes lunar dates in numbers without an era: nothing in the text says that it is one
WITHOUT_ERA = ("da", "lo")
#: languages in which every string is found, but for those whose order or century stands nowhere
COMPLETE = "fa fa-AF ps ckb uz-Arab mzn lrc en ar de fr es".split()
OPEN = ("either order", "year of two digits", "look the same")


def everywhere() -> Iterator[tuple[str, str, str, str, str]]:
    """Yield what ICU writes in all locales: locale, calendar, style, day, text."""
    every = "1" if os.environ.get("TEXTNORM_SLOW_TESTS") else "7"
    command = [str(NODE), str(Path(__file__).parent / "cldr_locales.js"), every]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    for line in done.stdout.splitlines():
        locale, calendar, style, iso, text = json.loads(line)
        yield locale, calendar, style, iso, text


@pytest.mark.slow
def test_no_wrong_day_in_any_locale() -> None:
    wrong, right = [], 0
    for locale, calendar, style, iso, text in everywhere():
        days = [date.iso for date in find_dates(text) if date.date]
        if calendar == "persian":
            right += days == [iso]
            wrong += [(locale, style, text, days)] if days not in ([], [iso]) else []
        elif days and locale.split("-")[0] not in WITHOUT_ERA:
            wrong.append((locale, style, text, days))
    assert not wrong
    assert right > 1000


@pytest.mark.slow
@pytest.mark.parametrize("locale", COMPLETE)
def test_none_missed(locale: str) -> None:
    """Of the days of a year in all styles: each is found, or its order or century is open."""
    command = [str(NODE), str(Path(__file__).parent / "cldr.js"), locale, "2018-03-21", "2019-03-20", "23"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    for line in done.stdout.splitlines():
        calendar, _, iso, text = json.loads(line)
        found = find_dates(text)
        if calendar != "persian":
            assert not [date for date in found if date.date], text
        elif [date.iso for date in found] != [iso]:
            (date,) = found
            assert date.iso is None, text
            assert any(reason in str(date.reason) for reason in OPEN), (text, date.reason)


def uncertain(locale: str, style: str, iso: str, text: str) -> bool:
    """Numbers that could be lunar, and «7/8/1397 AP», written by English and Urdu in opposite orders."""
    if style not in ("short", "numericTimed"):
        return False
    if locale in ("en", "ur"):
        first, second = text.split("/")[:2]
        return max(int(first), int(second)) <= 12
    return locale in ("fa", "fa-AF") and iso > LAST_CERTAIN_NUMBERS


def check_solar(locale: str, style: str, iso: str, text: str) -> None:
    """The day, its weekday; where it is uncertain no other day."""
    found = [date for date in find_dates(text) if date.date]
    if uncertain(locale, style, iso, text):
        assert all(date.iso == iso for date in found), text
        return
    assert [date.iso for date in found] == [iso], text
    assert found[0].weekday_agrees in ((True,) if style == "full" else (True, None)), text


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_solar_strings_are_found_and_others_refused(locale: str) -> None:
    seen = set()
    for calendar, style, iso, text in rows(locale):
        seen.add((calendar, style))
        if calendar == "persian":
            check_solar(locale, style, iso, text)
        else:
            assert not [date for date in find_dates(text) if date.date], text
    assert len(seen) == 4 * 8


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_ranges(locale: str) -> None:
    """Both ends, of names of months; of numbers, which may stand in either order, no other day."""
    command = [str(NODE), str(Path(__file__).parent / "cldr_ranges.js"), locale]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    for line in done.stdout.splitlines():
        style, first, last, text = json.loads(line)
        days = [date.iso for date in find_dates(text) if date.date]
        if style == "short" or (locale, style) == ("tr", "full"):
            assert set(days) <= {first, last}, text
        else:
            assert days == [first, last], text
