"""Speech made formal beside the other options."""

from __future__ import annotations

import sys

import pytest

from textnorm import HAZM, Options, normalise


def test_hazm_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hazm", None)
    assert normalise("میخوام", Options(informal="formal", joins="all")) == "می‌خواهم"


def test_hazm_has_its_own() -> None:
    assert Options(engine="hazm", informal="formal") != HAZM


def test_other_options_hold() -> None:
    assert normalise("اگه 3 تا", Options(informal="formal", digits="persian")) == "اگر ۳ تا"


def test_a_row_of_half_spaces_is_no_word() -> None:
    text = "\u200cی" * 20_000
    assert normalise(text, Options(informal="formal")) == normalise(text)
    assert normalise("خونه‌هاشون‌رو", Options(informal="formal")) != "خونه‌هاشون‌رو"
