"""The lines of an extracted text, and what each says for and against visual order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..chars import ARABIC_LETTERS
from ..lazy import lazy_pattern
from ..ruleset.extracted.direction import word_weight
from ..ruleset.extracted.visual import FORMS, shapes, words_of

_HAS_LETTERS = lazy_pattern(f"[{ARABIC_LETTERS}]")
_HAS_FORMS = lazy_pattern(f"[{''.join(sorted(FORMS))}]")
_LINE = lazy_pattern("[^\n\f]+")


class Line(NamedTuple):
    """A line with letters of Arabic script: its place, and the evidence for logical (+) and visual (-) order."""

    start: int
    end: int
    logical: float
    visual: float

    @property
    def weight(self) -> float:
        """What the line says in sum."""
        return self.logical - self.visual


def arabic_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the lines that hold letters of Arabic script."""
    for line in _LINE.finditer(text):
        if _HAS_LETTERS.search(line[0]):
            yield line.span()


def weigh(text: str, start: int, end: int) -> Line:
    """Return what the words and shapes of the line say for the order in which it stands."""
    logical = visual = 0.0
    line = text[start:end]
    if _HAS_FORMS.search(line):
        against, for_it = shapes(line, 0, len(line))
        logical, visual = 2.0 * for_it, 2.0 * against
    else:
        for word in words_of(line):
            weight = word_weight(word)
            if weight > 0:
                logical += weight
            else:
                visual -= weight
    return Line(start, end, logical, visual)
