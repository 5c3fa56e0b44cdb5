"""A line that a text says twice and means it stays, in every mode that the library takes by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from textnorm import PageOptions, clean

FILE = Path(__file__).with_name("repeated_lines.txt")
TEXTS = dict(
    part.split("\n", 1) for part in re.split(r"^=== ", FILE.read_text(encoding="utf-8"), flags=re.M)[1:]
)
#: the detectors of doubled captions and of links do not know these yet
NOT_YET = {
    "chant at the stadium",
    "interview with a repeated question",
    "email with a quoted mail",
    "quotation that holds a link text",
}


def lines(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_there_are_sixty():
    assert len(TEXTS) >= 60


@pytest.mark.parametrize("mode", [None, "careful", "auto"])
@pytest.mark.parametrize("name", TEXTS)
def test_every_line_stays(name, mode):
    if name in NOT_YET:
        pytest.xfail("a known fault")
    options = PageOptions() if mode is None else PageOptions(mode=mode)
    assert lines(clean(TEXTS[name], options)) == lines(TEXTS[name])
