"""Which parts of a text can be put into a normalisation form in linear time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..lazy import lazy_pattern

#: as many marks behind one letter as no language needs: what the stream-safe text format allows (UAX #15)
_MOST_MARKS = 30
_LONG_RUN = lazy_pattern(f"[^\\w\\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")


def stream_safe(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of *text* without letters that carry more than 30 marks, which no language writes.

    Such marks are sorted in quadratic time. The stream-safe format of Unicode would part them by a character
    of its own; nothing is put into a text here, so they are left alone, with their letter.

    >>> text = "ab" + "\u064b\u0651" * 20 + "c"
    >>> [text[start:end] for start, end in stream_safe(text)]
    ['a', 'c']
    """
    at = 0
    for run in _LONG_RUN.finditer(text):
        if _has_long_run(run[0]):
            yield at, max(at, run.start() - 1)
            at = run.end()
    yield at, len(text)


def _has_long_run(text: str) -> bool:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MOST_MARKS:
            return True
    return False
