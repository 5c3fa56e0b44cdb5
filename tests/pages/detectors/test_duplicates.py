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


def lines(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_there_are_sixty():
    assert len(TEXTS) >= 60


@pytest.mark.parametrize("mode", [None, "careful", "auto"])
def test_every_line_stays(mode):
    options = PageOptions() if mode is None else PageOptions(mode=mode)
    kept = {name: lines(clean(text, options)) for name, text in TEXTS.items()}
    assert kept == {name: lines(text) for name, text in TEXTS.items()}


def test_of_a_headline_many_times_on_end_one_stays() -> None:
    line = "باران شمال را گرفت؛ پیش به سوی پاییز پربار"
    text = f"Home\nNews\nRead more\n۸ مهر ۱۳۹۷\nباران از دیشب در شمال می‌بارد و جاده‌ها تا شب بسته می‌ماند.\n{chr(10).join([line] * 40)}\n"
    cleaned = clean(text)
    assert cleaned.count(line) == 1
    assert clean(cleaned) == cleaned
