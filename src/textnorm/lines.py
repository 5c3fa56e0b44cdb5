"""Lines of a text that a step has to do with: those that changed, those that hold something, those outside blocks.

No rule for Persian looks over the end of a line, so what stays as it is need not be looked at again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from .script.blocks import blocks
from .script.clauses import may_hold_others
from .script.segments import holds_others

#: bounds of stretches of whole lines, sorted and disjoint, the last line break with them
Lines = list[tuple[int, int]]
#: characters that are done in one go: small enough for the processor's cache, large enough to keep calls few
CHUNK = 16_384


def changed_lines(before: str | None, after: str) -> Lines | None:
    """Return the lines of *after* that are others in *before*; None where that tells nothing: lines or blocks came or went,
    or there is one line only.

    >>> changed_lines("a\\nb\\nc", "a\\nx\\nc")
    [(2, 4)]
    >>> changed_lines("a\\nb", "a\\nb\\n")
    """
    if before is None or "\n" not in after or before.count("\n") != after.count("\n"):
        return None
    if before == after:
        return []
    if _contents(before) != _contents(after):
        return None
    old, new = before.split("\n"), after.split("\n")
    found: Lines = []
    at = 0
    for was, line in zip(old, new, strict=True):
        end = at + len(line) + 1
        if was != line:
            _add(found, at, min(end, len(after)))
        at = end
    return found


def lines_holding(pattern: re.Pattern[str], text: str, lines: Lines | None = None) -> Lines:
    """Return the lines in which *pattern* is found; *lines*: of these alone.

    >>> lines_holding(re.compile("b"), "a\\nab\\nb\\na")
    [(2, 7)]
    """
    found: Lines = []
    for start, stop in [(0, len(text))] if lines is None else lines:
        at = start
        while (match := pattern.search(text, at, stop)) is not None:
            first = text.rfind("\n", at, match.start()) + 1 or at
            at = text.find("\n", match.end(), stop) + 1 or stop
            _add(found, first, at)
    return found


def _add(found: Lines, start: int, end: int) -> None:
    if found and found[-1][1] == start:
        found[-1] = (found[-1][0], end)
    else:
        found.append((start, end))


def held_others(before: str, after: str) -> bool:
    """Return whether a line that was changed held words of other languages, of which some may be Persian beside what it is now."""
    changed = changed_lines(after, before)
    return any(
        may_hold_others(before, start, end) and any(map(holds_others, before[start:end].split("\n")))
        for start, end in ([(0, len(before))] if changed is None else changed)
    )


def outside_blocks(text: str, lines: Lines | None = None) -> Iterator[tuple[int, int]]:
    """Yield what stands outside the blocks of *text*, in pieces of whole lines where they are long; *lines*: of these alone."""
    at = 0
    for start, end in [*blocks(text), (len(text), len(text))]:
        for first, last in [(at, start)] if lines is None else _between(lines, at, start):
            while first < last:
                cut = _end_of_chunk(text, first, last)
                yield first, cut
                first = cut
        at = end


def without_new_blocks(text: str, start: int, end: int) -> Lines:
    """Return the lines between *start* and *end* in pieces that hold the blocks of *text* and no others: lines that are rows of
    data by themselves may be none beside others.

    >>> without_new_blocks("a,b\\n1,2\\n3,c,\\n4,d,\\n", 0, 16)
    [(0, 16)]
    """
    if start == end:
        return []
    known = [(a, b) for a, b in blocks(text) if start <= a and b <= end]
    if [(start + a, start + b) for a, b in blocks(text[start:end])] == known:
        return [(start, end)]
    found: Lines = []
    for first, last in [*known, (end, end)]:
        while start < first:
            stop = text.find("\n", start, first) + 1 or first
            found.append((start, stop))
            start = stop
        if first < last:
            found.append((first, last))
        start = last
    return found


def keeps_blocks(before: str, after: str) -> bool:
    """Return whether the same lines are blocks in what a text has become: a comma less makes rows of data of other lines.

    >>> keeps_blocks("a,b\\n1,باد", "a,b\\n1,باد"), keeps_blocks("a,b, c\\n1,باد\\n2,برف", "a,b، c\\n1,باد\\n2,برف")
    (True, False)
    """
    return "\n" not in after or before == after or lines_of_blocks(before) == lines_of_blocks(after)


def lines_of_blocks(text: str) -> list[tuple[int, int]]:
    """Return the numbers of the first and the last line of each block."""
    found: list[tuple[int, int]] = []
    at = line = 0
    for start, end in blocks(text):
        first = line + text.count("\n", at, start)
        at, line = end, first + text.count("\n", start, end)
        found.append((first, line))
    return found


def _between(lines: Lines, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for number in range(max(0, bisect_right(lines, (start, start)) - 1), len(lines)):
        first, last = lines[number]
        if first >= stop:
            return
        yield max(first, start), min(last, stop)


def _end_of_chunk(text: str, start: int, stop: int) -> int:
    if stop - start <= CHUNK:
        return stop
    return text.rfind("\n", start, start + CHUNK) + 1 or text.find("\n", start + CHUNK, stop) + 1 or stop


def _contents(text: str) -> list[str]:
    return [text[start:end] for start, end in blocks(text)]
