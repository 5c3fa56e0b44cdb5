"""Coverage-guided fuzzing of every public function with atheris.

    python tools/fuzz.py -max_total_time=30        bounded, for CI
    python tools/fuzz.py -max_total_time=36000     a night

Arguments are libFuzzer's. A finding is a crash file; run it again with its path as the argument.
"""

from __future__ import annotations

import contextlib
import sys

import atheris

with atheris.instrument_imports(include=["textnorm"]):
    import textnorm
    from textnorm import dates, explained, normaliser, pages, segments  # noqa: F401

PROFILES = (textnorm.STANDARD, textnorm.EDITORIAL, textnorm.SEARCH, textnorm.ENCODING)


def twice_is_once(text: str) -> None:
    """Every function from text to text does all its work the first time."""
    for profile in PROFILES:
        once = textnorm.normalise(text, profile)
        assert textnorm.normalise(once, profile) == once, ("normalise", profile, text)
    for function in (textnorm.clean, textnorm.convert_dates):
        once = function(text)
        assert function(once) == once, (function.__name__, text)


def offsets_are_true(text: str) -> None:
    """Segments join, changes splice, dates stand where they say."""
    assert "".join(text[s.start : s.end] for s in segments.segments(text)) == text, ("segments", text)
    for profile in PROFILES:
        done = textnorm.explain(text, profile)
        assert done.source == text, ("explain", profile, text)
        assert done.text == textnorm.normalise(text, profile), ("explain", profile, text)
    assert all(text[d.start : d.end] == d.text for d in textnorm.find_dates(text)), ("find_dates", text)
    textnorm.find_artefacts(text)
    textnorm.read_page(text)


def one_input(data: bytes) -> None:
    """One text: UTF-8 where it is, surrogates for what is not."""
    text = data.decode("utf-8", "surrogateescape")
    twice_is_once(text)
    offsets_are_true(text)
    with contextlib.suppress(textnorm.InvalidDateError):
        textnorm.parse_date(text)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
