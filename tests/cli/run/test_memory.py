"""Memory: a large record is said beforehand, long texts are worked on in parts, and words met reach a plateau."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.shell import peak_megabytes, with_source
from textnorm.cli.io import parts, reading

linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the process table of Linux")
UNIT = "هوا سرد است و باران مي بارد. Weather in the north. "


def test_a_large_record_is_said_before_it_is_worked_on(
    command: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGE", 1_000)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": UNIT * 100}) + "\n", encoding="utf-8")
    ran = command("normalise", path)
    assert ran.code == 0
    assert ran.err.startswith(f"textnorm: {path}:1: a record of 0 MB, which takes some")


def test_a_long_text_is_worked_on_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONGEST_PART", 100)
    given: list[str] = []

    def edit(text: str) -> str:
        given.append(text)
        return text.upper()

    text = "rain and wind. " * 40 + "\n\n" + "x" * 500
    assert parts.edit_in_parts(text, edit) == text.upper()
    assert max(map(len, given)) <= 100


@linux
@pytest.mark.slow
def test_a_record_of_eighteen_megabytes_takes_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        json.dumps({"text": UNIT * (18_000_000 // len(UNIT.encode()))}, ensure_ascii=False), encoding="utf-8"
    )
    peak, said = peak_megabytes("normalise", "--isolated", path)
    assert "a record of 18 MB" in said
    assert peak < 18 * (reading.TIMES + 2)


_WORDS = """
import sys
from textnorm import normalise
def peak():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
letters = "ابپتثجچحخدذرزسشصضطظعغفقکگلمنوهی"
def word(number):
    made = ""
    while number:
        number, rest = divmod(number, len(letters))
        made += letters[rest]
    return made + "ها"
for number in range(2_000_000):
    if number % 10 == 0:
        line = " ".join(word(n) for n in range(number + 1, number + 11))
        normalise(line)
    if number in (999_990, 1_999_990):
        print(peak())
"""


@linux
@pytest.mark.nightly
def test_two_million_words_take_no_more_memory_than_one() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _WORDS], capture_output=True, text=True, env=with_source(), check=True
    )
    one, two = map(int, ran.stdout.split())
    assert two <= one + 16, (one, two)
