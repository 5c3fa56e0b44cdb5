"""Answers what of a line is of another script, or of none: this question needs none of the rules that change a text."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from ..chars import ARABIC_LETTERS, INVISIBLE
from ..lazy import lazy_pattern
from ..script import markup, segments
from ..script.blocks import IN_LINE, blocks
from ..script.neutrals import OWN_SIGN, SENTENCE_END, with_neutrals
from ..script.protected import is_address
from ..script.sentences import MARK
from .many_lines import remembered

if TYPE_CHECKING:
    from ..script.neutrals import Cut

#: what a block that is one line alone begins with, or a tag
_BLOCK_SIGNS = (*IN_LINE, "<")
#: the marker of a list before signs or a number: what stands behind it is no gap behind a word
_LONE_MARKER = lazy_pattern(r"[0-9]{1,3}[.)][ \t]+(?:[^\w\s`]|\d|`(?![^`\n]+`))")

_UNSEEN = lazy_pattern(f"[{INVISIBLE}]+")
_BLANKS = " \t\n"
_ONE_BLANK = lazy_pattern(r"(?:[^ \t\n]?[ \t\n])?")
#: what stands behind marks of another script: nothing, or a word; a number belongs to what stands before these
_APART = lazy_pattern(rf"[ \t]+[{ARABIC_LETTERS}]|[ \t]*\n?\Z")


def _spans(line: str) -> bytes | None:
    if any(sign in line for sign in _BLOCK_SIGNS):
        if blocks(line):
            return None
        if tags := markup.inline_tags(line):  # the pipeline reads over them
            return array("i", [-1, -1, *(bound for tag in tags for bound in tag)]).tobytes()
    found = _found(line)
    if found is None:
        return None
    if any(_LONE_MARKER.match(line, start) for start, end in found if not line[start].isalpha()):
        return None
    if any(line[end - 1] in SENTENCE_END and not _APART.match(line, end) for _, end in found):
        return None  # a sentence ends there, and what follows is none of the span's
    seen = _UNSEEN.sub("", line)
    if seen != line and [seen[a:b] for a, b in _found(seen) or ()] != [
        _UNSEEN.sub("", line[a:b]) for a, b in found
    ]:
        return None  # where these characters go, an address may begin or end elsewhere
    return array("i", [bound for bounds in found for bound in bounds]).tobytes()


def _found(line: str) -> list[tuple[int, int]] | None:
    """Return the bounds of what is of another script or protected: with the marks beside it where these may be of its language."""
    if segments.is_persian(line, 0, len(line)):
        return []
    spans = segments.foreign_spans(line)
    if MARK.search(line) or not OWN_SIGN.search(line):
        return _with_marks(line, spans)
    return [(start, end) for _, start, end in spans]


def _with_marks(line: str, spans: Cut) -> list[tuple[int, int]] | None:
    """Return the bounds of the spans with all that belongs to them but the spaces that this puts at their ends.

    Where several meet, the last is a span of its own: it says whether there is an address before what follows.

    None where that meets a Persian word, or an address: what it does to these, the spans alone do not tell.
    """
    starts, ends = {start for _, start, _ in spans}, {end for _, _, end in spans}
    addresses = [end for _, start, end in spans if is_address(line[start:end])]
    found = []
    for start, end in _whole(with_neutrals(line, spans)):
        inside = line[start:end]
        if end not in ends:
            end = start + len(inside.rstrip(_BLANKS))
        if start not in starts:
            start = end - len(line[start:end].lstrip(_BLANKS))
        if start and not (line[start].isascii() or line[start].isalpha()):
            return None  # the space before a sign of no script is the sign's
        if start not in starts and (line[start] in "<>" or not _ONE_BLANK.fullmatch(line[:start][-2:])):
            return None  # two spaces before a mark are not those before a word
        if end not in ends and (line[end - 1] in "<>" or not _APART.match(line, end)):
            return None
        if end not in ends and any(start < address < end for address in addresses):
            return None
        last = max((place for place in starts if start < place < end), default=start)
        found += [(start, last), (last, end)] if start < last else [(start, end)]
    return found


def _whole(cut: Cut) -> list[tuple[int, int]]:
    """Return the bounds of what meets in a cut, as one."""
    found: list[tuple[int, int]] = []
    for _, start, end in cut:
        if found and found[-1][1] == start:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


_remembered = remembered(_spans)


def spans(line: str) -> bytes | None:
    """Return the bounds of what is Latin or protected in a line, or of its inline tags behind a pair below 0; None: a block."""
    return _remembered(line)
