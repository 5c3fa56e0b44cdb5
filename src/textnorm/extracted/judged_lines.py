"""The lines of an extracted text, and what each says for and against visual order."""

from __future__ import annotations

from collections.abc import Sequence

from ..ruleset.extracted.found_lines import LINE_ENDS
from .last import last
from .word_evidence import Line, evidence

#: line ends that are no line feeds
_OTHER_ENDS = LINE_ENDS[1:]
#: a longer text is judged by a sample of lines: length of a short text, lines sampled, characters read of a line
_SHORT, _SAMPLE, _LONGEST = 20_000, 100, 400
#: spreads places evenly without a rhythm that the text might share
_GOLDEN = 0.6180339887498949


@last(4)
def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` with letters of Arabic script, and what each says.

    >>> lines_of("هوا خوب است\\n12\\nتسا بوخ اوه")
    [(0, 11, 6.0, 0.0, 0), (15, 26, 0.0, 6.0, 3)]
    """
    return evidence().lines(text)


@last(4)
def sample(text: str) -> tuple[str, ...]:
    """Return the lines of a short text, and lines of a long one from its beginning to its end.

    >>> 1 < len(sample("\\n".join(["باد"] * 10_000))) <= 100
    True
    """
    if len(text) <= _SHORT:
        return tuple([text[line[0] : min(line[1], line[0] + _LONGEST)] for line in lines_of(text)])
    return tuple(_some_lines(text.replace("\r\n", "\n")))


@last(4)
def sampled(text: str) -> list[Line]:
    """Return what the lines of `sample` say."""
    if len(text) <= _SHORT:
        lines = lines_of(text)
        if max([line[1] - line[0] for line in lines], default=0) <= _LONGEST:
            return lines
    return lines_of(in_one_text(sample(text)))


@last(8)
def in_one_text(lines: Sequence[str]) -> str:
    """Return `lines` as one text, the same one for the same lines."""
    return "\n".join(lines)


def _first_line(text: str, ends: set[str]) -> str:
    """Return what stands in `text` before the first of *ends*."""
    for end in ends:
        text = text.partition(end)[0]
    return text


def _some_lines(text: str) -> list[str]:
    found: dict[int, str] = {}
    for number in range(_SAMPLE):
        place = int(number * _GOLDEN % 1 * len(text))
        start = text.rfind("\n", max(0, place - _LONGEST), place) + 1 or place
        if start not in found:
            end = text.find("\n", start, start + _LONGEST)
            found[start] = text[start : start + _LONGEST if end < 0 else end]
    lines = "\n".join(found.values())
    if others := {end for end in _OTHER_ENDS if end in lines}:
        lines = "\n".join(_first_line(line, others) for line in found.values())
    return [lines[start:end] for start, end in evidence().spans(lines)]
