"""Whole lines in visual order: judged a line at a time, in doubt by what the whole text says."""

from __future__ import annotations

from ..edits import Edit
from ..ruleset.extracted.direction import MOST
from ..ruleset.extracted.order import logical
from ..ruleset.extracted.visual import plain
from .clues import clues
from .lines import Line, arabic_lines, has_forms, sample, weighed, weights_of

RULE, SHAPED = "visual-order", "presentation-form"
#: what a line must say to be judged by itself, and what share of the text its side must have to draw others along
_SURE, _MAJORITY = 2.0, 4.0
#: what a line without shapes must say to be turned against the other lines: more than one word does
_SURE_ALONE = MOST + 1


def find_visual_lines(text: str) -> list[Edit]:
    """Return the edits that turn round the lines of `text` that stand in the order of the page.

    >>> print(find_visual_lines("تسا بوخ اوه\\nلودج")[1][2])
    جدول
    """
    if not may_be_visual(text):
        return []
    lines = weighed(text)
    visual = sum(line.visual for line in lines if _is_sure(line) and line.weight < 0)
    if not visual or is_mixed(lines):
        return []
    draws = visual > _MAJORITY * sum(line.logical for line in lines if _is_sure(line) and line.weight > 0)
    return [
        (line.start, line.end, plain(logical(text[line.start : line.end])), RULE)
        for line in lines
        if (line.weight < 0 and (draws or _is_sure_alone(line, text)) if _is_sure(line) else draws)
    ]


def may_be_visual(text: str) -> bool:
    """Return whether shapes, or lines from all over the text, call for a look at every line."""
    found = clues(text)
    return found.forms or (found.turned_letters and any(map(_is_turned, weights_of(sample(text)))))


def _is_turned(line: tuple[float, float]) -> bool:
    logical, visual = line
    return visual - logical >= _SURE and logical * 3 < visual


def _is_sure(line: Line) -> bool:
    return abs(line.weight) >= _SURE and (line.logical * 3 < line.visual or line.visual * 3 < line.logical)


def _is_sure_alone(line: Line, text: str) -> bool:
    return -line.weight >= _SURE_ALONE or has_forms(text[line.start : line.end])


#: lines that say much for both orders, in a hundred of those that say anything
_MIXED_SHARE = 15


def is_mixed(lines: list[Line]) -> bool:
    """Return whether words in both orders stand side by side, as some readers turn words one by one."""
    mixed = sum(line.logical >= 3 and line.visual >= 3 for line in lines)
    return mixed * 100 > _MIXED_SHARE * sum(line.logical + line.visual >= 3 for line in lines)


def find_shaped_lines(text: str) -> list[Edit]:
    """Return the edits that write the letters themselves in each line that holds shaped forms."""
    if not clues(text).forms:
        return []
    return [
        (start, end, after, SHAPED)
        for start, end in arabic_lines(text)
        if (after := plain(text[start:end])) != text[start:end]
    ]
