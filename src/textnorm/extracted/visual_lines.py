"""Whole lines in visual order: judged a line at a time, in doubt by what the whole text says."""

from __future__ import annotations

from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.direction import MOST
from ..ruleset.extracted.triggers import SHAPES
from .clues import FORM as _MAY_HAVE_FORMS, clues
from .judged_lines import lines_of, sampled
from .two_directions import in_one_direction
from .word_evidence import Line, evidence

RULE, SHAPED = "visual-order", "presentation-form"
_HAS_FORMS = lazy_pattern(f"[{''.join(sorted(SHAPES))}]")
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
    lines = lines_of(text)
    sides = list(map(_side, lines))
    visual = sum(line[3] for line, side in zip(lines, sides, strict=True) if side < 0)
    if not visual or is_mixed(lines):
        return []
    draws = visual > _MAJORITY * sum(line[2] for line, side in zip(lines, sides, strict=True) if side > 0)
    turned = [
        (start, end)
        for (start, end, logical, visual, _), side in zip(lines, sides, strict=True)
        if side <= 0 and (draws or (side < 0 and _is_sure_alone(visual - logical, text[start:end])))
    ]
    if not turned:
        return []
    seen = in_one_direction([text[start:end] for start, end in turned])
    written = evidence().turned(seen, "letter")
    if _MAY_HAVE_FORMS.search(text):
        written = evidence().plain("\n".join(written)).split("\n")
    return [(start, end, after, RULE) for (start, end), after in zip(turned, written, strict=True)]


def may_be_visual(text: str) -> bool:
    """Return whether shapes, or lines from all over the text, call for a look at every line."""
    found = clues(text)
    return found.forms or (
        (found.turned_letters or found.turned_words) and any(map(_is_turned, sampled(text)))
    )


def _is_turned(line: Line) -> bool:
    _, _, logical, visual, _ = line
    return visual - logical >= _SURE and logical * 3 < visual


def _side(line: Line) -> int:
    """Return -1 for a line that is surely in visual order, 1 for one in logical order, 0 for one that does not say."""
    _, _, logical, visual, _ = line
    if visual - logical >= _SURE and logical * 3 < visual:
        return -1
    return 1 if logical - visual >= _SURE and visual * 3 < logical else 0


def _is_sure_alone(weight: float, line: str) -> bool:
    return weight >= _SURE_ALONE or _HAS_FORMS.search(line) is not None


#: lines that say much for both orders, in a hundred of those that say anything; and how many times as much all lines together
#: say for visual order where that is the noise of words that were cut to pieces
_MIXED_SHARE, _ONE_SIDED = 15, 3


def is_mixed(lines: list[Line]) -> bool:
    """Return whether words in both orders stand side by side, as some readers turn words one by one."""
    mixed = telling = 0
    logical = visual = 0.0
    for _, _, for_logical, for_visual, _ in lines:
        mixed += for_logical >= 3 and for_visual >= 3
        telling += for_logical + for_visual >= 3
        logical += for_logical
        visual += for_visual
    return mixed * 100 > _MIXED_SHARE * telling and visual <= _ONE_SIDED * logical


def find_shaped_lines(text: str) -> list[Edit]:
    """Return the edits that write the letters themselves in each line that holds shaped forms."""
    if not clues(text).forms:
        return []
    spans = evidence().spans(text)  # a line without forms is written as it stands
    lines = [text[start:end] for start, end in spans]
    written = evidence().plain("\n".join(lines)).split("\n")
    return [
        (*span, after, SHAPED)
        for span, line, after in zip(spans, lines, written, strict=False)
        if after != line
    ]
