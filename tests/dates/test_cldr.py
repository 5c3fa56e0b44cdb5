"""The strings of ICU (by Node, a test tool only): solar ones are found, Gregorian and lunar ones refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from textnorm.dates import find_dates

NODE = shutil.which("node")
STEP = "1" if os.environ.get("TEXTNORM_SLOW_TESTS") else "211"
LOCALES = ["fa", "fa-AF", "ps", "ckb", "mzn", "lrc", "uz-Arab", "ar", "ur", "en", "tr", "tg"]
Row = tuple[str, str, str, str, str]

pytestmark = pytest.mark.skipif(
    NODE is None, reason="node is not on this machine: it writes the CLDR strings"
)


@lru_cache(maxsize=1)
def rows() -> list[Row]:
    """locale, calendar, style, ISO day, text, for 1284-1405 (lunar 1323-1448)."""
    command = [str(NODE), str(Path(__file__).parent / "cldr.js"), "1905-03-21", "2027-03-20", STEP]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found: list[Row] = [tuple(json.loads(line)) for line in done.stdout.splitlines()]
    probe = next(row for row in found if row[:3] == ("fa", "persian", "long"))
    if "فروردین" not in probe[4]:
        pytest.skip("this node has no full ICU: it writes English for every locale")
    return found


def of(locale: str, persian: bool) -> Iterator[Row]:
    return (row for row in rows() if row[0] == locale and (row[1] == "persian") is persian)


def either_order(locale: str, style: str, text: str) -> bool:
    """«7/8/1397 AP» alone is written by English and by Urdu, in opposite orders."""
    first, second = [*text.split("/"), "99"][:2]
    return (
        locale in ("en", "ur") and style in ("short", "numericTimed") and max(int(first), int(second)) <= 12
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_solar_strings_are_found(locale: str) -> None:
    for _, _, style, iso, text in of(locale, persian=True):
        found = [date for date in find_dates(text) if date.date]
        if style in ("short", "numericTimed") and either_order(locale, style, text):
            assert all(date.iso == iso for date in found), text
        else:
            assert [date.iso for date in found] == [iso], text
            assert found[0].weekday_agrees is not False
            assert style != "full" or found[0].weekday_agrees, text


@pytest.mark.parametrize("locale", LOCALES)
def test_other_calendars_are_refused(locale: str) -> None:
    seen = 0
    for *_, text in of(locale, persian=False):
        assert not [date for date in find_dates(text) if date.date], text
        seen += 1
    assert seen
