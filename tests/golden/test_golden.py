"""The golden texts come out as they were accepted; accepting a change is reading the diff of golden.txt."""

from __future__ import annotations

import difflib
import os

import pytest

from support import golden


def test_the_golden_texts() -> None:
    now = golden.rendered()
    if os.environ.get("TEXTNORM_ACCEPT"):
        golden.FILE.write_text(now, encoding="utf-8")
    accepted = golden.FILE.read_text(encoding="utf-8")
    if now != accepted:
        changes = list(
            difflib.unified_diff(accepted.split("\n"), now.split("\n"), "accepted", "now", lineterm="", n=2)
        )
        pytest.fail(
            "\n".join(["outputs changed; if that is meant, see the head of golden.txt", *changes[:80]])
        )


def test_there_are_some_hundreds() -> None:
    assert 200 <= len(golden.texts()) <= 600
