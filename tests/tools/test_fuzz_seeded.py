"""tools/fuzz_seeded.py tries the same texts at every run, hardly any others for one more example, and finds what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import islice

import pytest

from support.scripts import load_script
from support.shared_data import ROOT

sys.path.insert(0, str(ROOT / "tools"))
seeded = load_script("fuzz_seeded")


@pytest.mark.slow
def test_the_texts_hang_on_no_order_of_hashes() -> None:
    command = [sys.executable, str(ROOT / "tools" / "fuzz_seeded.py"), "--texts", "300"]
    runs = [
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "7")
    ]
    assert runs[0] == runs[1]
    assert "300 texts of seed 1, digest " in runs[0]


def test_each_seed_has_texts_of_its_own() -> None:
    first, again, other = (list(seeded.tried(seed, 400, ["a", "b"])) for seed in (1, 1, 2))
    assert first == again
    assert len(set(first) & set(other)) < 40
    assert {name for name, _ in first} == {"a", "b"}


def test_one_more_example_leaves_the_texts_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = seeded.examples()
    before = {text for _, text in seeded.tried(1, len(texts), ["a"])}
    monkeypatch.setattr(seeded, "examples", lambda: texts | {"بادی که نبود"})
    after = {text for _, text in seeded.tried(1, len(texts) + 1, ["a"])}
    assert len(after - before) < 8


def test_what_is_wrong_is_found_and_made_short() -> None:
    def wrong(text: str) -> None:
        if "ب" in text and "%" in text:
            raise AssertionError(("both", text))

    text = next(t for _, t in islice(seeded.tried(1, 30_000, ["a"]), 30_000) if "ب" in t and "%" in t)
    assert seeded.fault(wrong, text) == "AssertionError both"
    assert sorted(seeded.shortest(wrong, text, "AssertionError both")) == ["%", "ب"]
    assert seeded.fault(wrong, "باد") == ""
