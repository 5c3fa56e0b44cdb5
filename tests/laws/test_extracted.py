"""The laws of repair_extracted on texts that are shaken together of what readers give."""

from __future__ import annotations

import pytest
from hypothesis import given

from support.strategies import extracted_texts
from textnorm import ExtractedOptions, explain_extracted, normalise, repair_extracted
from textnorm.edits import splice

OPTIONS = (
    ExtractedOptions(),
    ExtractedOptions(source="pdf"),
    ExtractedOptions(source="html"),
    ExtractedOptions(reflow=True),
)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@given(text=extracted_texts)
def test_twice_is_once_and_explaining_is_doing(options: ExtractedOptions, text: str) -> None:
    done = explain_extracted(text, options)
    assert done.text == repair_extracted(text, options)
    assert repair_extracted(done.text, options) == done.text
    assert splice(text, [(c.start, c.end, c.after, c.rules) for c in done.changes]) == done.text


@given(text=extracted_texts)
def test_normalising_afterwards_is_stable(text: str) -> None:
    once = normalise(repair_extracted(text))
    assert normalise(once) == once


@given(text=extracted_texts)
def test_no_letter_is_lost_but_signs_for_kashidas(text: str) -> None:
    def left(text: str) -> list[str]:
        return sorted(c for c in normalise(text) if c.isalpha())

    before, after = left(text), left(repair_extracted(text))
    assert len(after) >= len(before) - text.count("1")
