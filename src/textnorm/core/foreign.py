"""Answers what of a line is of another script, or of none: this question needs none of the rules that change a text."""

from __future__ import annotations

from array import array

from ..chars import INVISIBLE
from ..lazy import lazy_pattern
from ..script import markup, segments
from ..script.blocks import IN_LINE, blocks
from .many_lines import remembered

#: what a block that is one line alone begins with, or a tag
_BLOCK_SIGNS = (*IN_LINE, "<")
#: the marker of a list before signs: what stands behind it is no gap behind a word
_LONE_MARKER = lazy_pattern(r"[0-9]{1,3}[.)][ \t]+[^\w\s`]")

_UNSEEN = lazy_pattern(f"[{INVISIBLE}]+")


def _spans(line: str) -> bytes | None:
    if any(sign in line for sign in _BLOCK_SIGNS):
        if blocks(line):
            return None
        if tags := markup.inline_tags(line):  # the pipeline reads over them
            return array("i", [-1, -1, *(bound for tag in tags for bound in tag)]).tobytes()
    found = _found(line)
    if any(_LONE_MARKER.match(line, start) for start, end in found if not line[start].isalpha()):
        return None
    seen = _UNSEEN.sub("", line)
    if seen != line and [seen[a:b] for a, b in _found(seen)] != [
        _UNSEEN.sub("", line[a:b]) for a, b in found
    ]:
        return None  # where these characters go, an address may begin or end elsewhere
    return array("i", [bound for bounds in found for bound in bounds]).tobytes()


def _found(line: str) -> list[tuple[int, int]]:
    if segments.is_persian(line, 0, len(line)):
        return []
    return [(start, end) for _, start, end in segments.foreign_spans(line)]


_remembered = remembered(_spans)


def spans(line: str) -> bytes | None:
    """Return the bounds of what is Latin or protected in a line, or of its inline tags behind a pair below 0; None: a block."""
    return _remembered(line)
