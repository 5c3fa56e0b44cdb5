"""The lines of an extracted text, and what each says for and against visual order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..chars import ARABIC_LETTERS
from ..lazy import lazy_pattern
from ..ruleset.extracted.lines import LINE_ENDS
from ..ruleset.extracted.visual import FORMS, WORD, shapes
from .evidence import evidence

_HAS_LETTERS = lazy_pattern(f"[{ARABIC_LETTERS}]")
_HAS_FORMS = lazy_pattern(f"[{''.join(sorted(FORMS))}]")
_LINE = lazy_pattern(f"[^{LINE_ENDS}]+")
_WORDS_AND_ENDS = lazy_pattern(f"{WORD}|\n")
#: a longer text is judged by a sample of lines: length of a short text, lines sampled, characters read of a line
_SHORT, _SAMPLE, _LONGEST = 20_000, 100, 400
#: spreads places evenly without a rhythm that the text might share
_GOLDEN = 0.6180339887498949


class Line(NamedTuple):
    """A line with letters of Arabic script: its place, and the evidence for logical (+) and visual (-) order."""

    start: int
    end: int
    logical: float
    visual: float

    @property
    def weight(self) -> float:
        """Return what the line says in sum."""
        return self.logical - self.visual


def arabic_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the lines that hold letters of Arabic script."""
    for line in _LINE.finditer(text):
        if _HAS_LETTERS.search(line[0]):
            yield line.span()


def sample(text: str) -> tuple[str, ...]:
    """Return the lines of a short text, and lines of a long one from its beginning to its end.

    >>> 1 < len(sample("\\n".join(["باد"] * 10_000))) <= 100
    True
    """
    text = text.replace("\r\n", "\n") if "\r" in text else text
    return _all_lines(text) if len(text) <= _SHORT else _some_lines(text)


@lru_cache(maxsize=2)
def _all_lines(text: str) -> tuple[str, ...]:
    return tuple(line[:_LONGEST] for line in _LINE.findall(text) if _HAS_LETTERS.search(line))


def _some_lines(text: str) -> tuple[str, ...]:
    found: dict[int, str] = {}
    for number in range(_SAMPLE):
        place = int(number * _GOLDEN % 1 * len(text))
        start = text.rfind("\n", max(0, place - _LONGEST), place) + 1 or place
        line = _LINE.match(text, start, start + _LONGEST)
        if line is not None and _HAS_LETTERS.search(line[0]):
            found[start] = line[0]
    return tuple(found.values())


@lru_cache(maxsize=2)
def words_and_ends(lines: tuple[str, ...]) -> list[str]:
    r"""Return the words of all lines, and a line feed at the end of each.

    >>> words_and_ends(("هوا خوب است",))
    ['هوا', 'خوب', 'است', '\n']
    """
    return _WORDS_AND_ENDS.findall("\n".join((*lines, "")))


def weights_of(lines: tuple[str, ...]) -> tuple[tuple[float, float], ...]:
    """Return what the words of each line say for logical and for visual order.

    >>> weights_of(("هوا خوب است", "تسا بوخ اوه"))
    ((6.0, 0.0), (0.0, 6.0))
    """
    return tuple(evidence().directions("\n".join(lines))[: len(lines)])


def has_forms(text: str) -> bool:
    """Return whether `text` holds shaped forms of letters."""
    return _HAS_FORMS.search(text) is not None


def weighed(text: str) -> list[Line]:
    """Return what the words and shapes of each line say for the order in which it stands."""
    spans = list(arabic_lines(text))
    weights = weights_of(tuple(text[start:end] for start, end in spans))
    shaped = has_forms(text)
    return [
        _by_shapes(text, start, end) if shaped and has_forms(text[start:end]) else Line(start, end, *weight)
        for (start, end), weight in zip(spans, weights, strict=True)
    ]


def _by_shapes(text: str, start: int, end: int) -> Line:
    against, for_it = shapes(text[start:end], 0, end - start)
    return Line(start, end, 2.0 * for_it, 2.0 * against)
