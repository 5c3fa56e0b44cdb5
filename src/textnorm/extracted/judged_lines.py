"""The lines of an extracted text, and what each says for and against visual order."""

from __future__ import annotations

from functools import lru_cache

from ..lazy import lazy_pattern
from ..ruleset.extracted.found_lines import LINE_ENDS
from .word_evidence import Line, evidence

_LINE = lazy_pattern(f"[^{LINE_ENDS}]+")
#: a longer text is judged by a sample of lines: length of a short text, lines sampled, characters read of a line
_SHORT, _SAMPLE, _LONGEST = 20_000, 100, 400
#: spreads places evenly without a rhythm that the text might share
_GOLDEN = 0.6180339887498949


@lru_cache(maxsize=4)
def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` with letters of Arabic script, and what each says.

    >>> lines_of("هوا خوب است\\n12\\nتسا بوخ اوه")
    [(0, 11, 6.0, 0.0, 0), (15, 26, 0.0, 6.0, 3)]
    """
    return evidence().lines(text)


@lru_cache(maxsize=4)
def sample(text: str) -> tuple[str, ...]:
    """Return the lines of a short text, and lines of a long one from its beginning to its end.

    >>> 1 < len(sample("\\n".join(["باد"] * 10_000))) <= 100
    True
    """
    if len(text) <= _SHORT:
        return tuple([text[line[0] : min(line[1], line[0] + _LONGEST)] for line in lines_of(text)])
    return tuple(_some_lines(text.replace("\r\n", "\n")))


def sampled(text: str) -> list[Line]:
    """Return what the lines of `sample` say."""
    if len(text) <= _SHORT:
        lines = lines_of(text)
        if max([line[1] - line[0] for line in lines], default=0) <= _LONGEST:
            return lines
    return lines_of("\n".join(sample(text)))


def _some_lines(text: str) -> list[str]:
    found: dict[int, str] = {}
    for number in range(_SAMPLE):
        place = int(number * _GOLDEN % 1 * len(text))
        start = text.rfind("\n", max(0, place - _LONGEST), place) + 1 or place
        line = _LINE.match(text, start, start + _LONGEST)
        if line is not None:
            found[start] = line[0]
    lines = "\n".join(found.values())
    return [lines[line[0] : line[1]] for line in lines_of(lines)]
