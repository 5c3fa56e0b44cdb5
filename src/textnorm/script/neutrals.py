"""Which side neutral characters belong to: spaces, digits and marks beside words of another script.

A line is cut at its words of other scripts (:func:`segments.foreign_spans`). What stands between these and Persian belongs
to one of them: a number to the word before it, a mark of ASCII with spaces round it to what follows. In a sentence of
another script that names a few Persian words, commas, semicolons and question marks are those of that sentence, and in a
line that begins in another script those beside its words; guillemets alone, which French and Russian have too, make nothing
of a line Persian.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from ..chars import (
    ARABIC_DIGITS,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    BIDI_CONTROLS,
    BIDI_MARKS,
    INVISIBLE,
    NON_ASCII_SPACES,
    NOT_SIGN,
    PERSIAN_DIGITS,
)
from ..lazy import lazy_pattern
from .protected import is_address
from .sentences import marks_of_others

if TYPE_CHECKING:  # to make such types takes longer than to load a module
    Kind = Literal["persian", "latin", "protected", "other"]
    Cut = list[tuple[Kind, int, int]]  # what is not Persian in a line, sorted and disjoint

#: what can only stand in Persian or its neighbours: letters, marks, digits and punctuation of Arabic script
ARABIC_SIGNS = f"\u0640{ARABIC_LETTERS}{ARABIC_MARKS}{PERSIAN_DIGITS}{ARABIC_DIGITS}،؛؟٪٫٬۔«»"
SIGN = lazy_pattern(f"[{ARABIC_SIGNS}]")
#: of these, those that no other script has
OWN_SIGN = lazy_pattern(f"(?![«»])[{ARABIC_SIGNS}]")
#: after these a stretch of another script ends with the word
SENTENCE_END = ".!?؟:؛…"
#: marks of Persian that close what stands before them
_CLOSING = "،؛؟»"
#: of these, those that no space stands before once the rules are done: what parts a mark from one is nothing then
_ATTACHED = "،؛؟"
#: a mark of ASCII with spaces on both sides, which belongs to what follows, in quotation marks and brackets too
_PARTING = lazy_pattern('(?<![ \t])[ \t]+[,;?][ \t]+["“(\\[]{0,2}\\Z')
#: a comma behind words of another script that goes on in Persian: one of the Persian sentence
_CLAUSE = lazy_pattern("(?<![ \t])[ \t]*,[ \t]*\\Z")
#: the space that keeps a mark out of the address before it: readers that find addresses in a text take it in
_APART = lazy_pattern("[ \t]+(?:(?=[،؛؟])|[,;?](?=[ \t]))")
#: the mark of a list that ends with a bracket: a number behind it is none of it
_LIST_MARK = lazy_pattern(r"[ \t]*[0-9]{1,3}\)")
_LONGEST_QUOTED = 500
_BIDI = BIDI_MARKS + BIDI_CONTROLS
_BLANK = frozenset(" \t\r\n\f\v" + NON_ASCII_SPACES + _BIDI)
_JOINERS = f"{INVISIBLE}{NOT_SIGN}\u0640"


def with_neutrals(line: str, foreign_spans: Cut) -> Cut:
    """Return each foreign-script span with the neutral characters that belong to it: Persian is what is left."""
    found: Cut = []
    floor = 0  # up to here the line is shared out
    run = 0  # here words of other scripts began that nothing Persian parts
    marks = marks_of_others(line, foreign_spans)
    whole = any(kind == "latin" for kind, _, _ in foreign_spans) and not OWN_SIGN.search(line)
    for index, (kind, start, end) in enumerate(foreign_spans):
        following = foreign_spans[index + 1][1] if index + 1 < len(foreign_spans) else len(line)
        # what stands beside a tag is on its own side of it
        is_tag = line[start] == "<" and line[end - 1] == ">"
        if whole:
            first = floor
        elif is_tag:
            first = start if SIGN.search(line, floor, start) else floor
        else:
            first = _before(line, floor, start, index > 0)
        run = start if not index or first > floor else run
        if whole:
            last = following
        elif is_tag:
            last = end if SIGN.search(line, end, following) else following
        else:
            last = _after(line, end, following, not marks and _has_no_list(line, run, start, end))
            if last == end and is_address(line[start:end]) and (gap := _APART.match(line, end)):
                last = gap.end()
        found += _latin(first, start)
        found.append((kind, start, end))
        found += _latin(end, last)
        floor = last
    return _with_marks(line, found, marks) if marks else found


def _has_no_list(line: str, run: int, start: int, end: int) -> bool:
    """Return whether no comma stands among words of another script, so that one behind them may be of a Persian sentence.

    A comma behind an address stays: readers that find addresses in a text would take a Persian one in.
    """
    return line.find(",", run, end) < 0 and not is_address(line[start:end])


def _with_marks(line: str, cut: Cut, marks: list[int]) -> Cut:
    """Return a cut with marks that stood between Persian words and are of the other script all the same.

    So is what stands behind them up to the next word of that script, or to the end.
    """
    found: Cut = []
    at = 0  # the next mark
    for item in [*cut, ("latin", len(line), len(line))]:
        while at < len(marks) and marks[at] < item[1]:
            following = marks[at + 1] if at + 1 < len(marks) else item[1]
            end = min(following, item[1])
            found += _latin(marks[at], marks[at] + 1 if SIGN.search(line, marks[at], end) else end)
            at += 1
        while at < len(marks) and marks[at] < item[2]:
            at += 1
        if item[1] < item[2]:
            found.append(item)
    return found


def _latin(start: int, end: int) -> Cut:
    return [("latin", start, end)] if start < end else []


def _after(line: str, start: int, stop: int, goes_on: bool) -> int:
    """Return where the neutral characters after a foreign-script span end; *stop* if nothing Persian follows.

    A comma before Persian is of the Persian sentence, if that may go on here.
    A number that a closing mark follows is of that span, whether a space stands before the mark or not («Python 3، …»).
    """
    sign = SIGN.search(line, start, stop)
    if sign is None:
        return stop
    spaces = [index for index in range(start, sign.start()) if line[index] in _BLANK]
    if not spaces:
        return sign.start()
    number = sign.start()  # digits that are written on to the sign are of it, whichever they are
    while number > start and line[number - 1].isdigit():
        number -= 1
    if sign[0] not in _ATTACHED and (parting := _PARTING.search(line, start, number)):
        return sign.start() if _ends_quotation(line, start, sign) else parting.start()
    ends = line[spaces[0] - 1] in SENTENCE_END or _LIST_MARK.fullmatch(line, 0, spaces[0])
    if ends or line[spaces[0]] in _BIDI:
        return spaces[0]
    last = spaces[-1]
    if sign[0] in _CLOSING and last + 1 < sign.start():
        return sign.start()
    while last > start and line[last - 1] in _BLANK:
        last -= 1
    if goes_on and (comma := _CLAUSE.search(line, start, last)):
        return comma.start()
    return last


def _ends_quotation(line: str, start: int, sign: re.Match[str]) -> bool:
    """Return whether *sign* closes guillemets between which nothing Persian stands: a mark before it is of what is quoted."""
    opening = line.rfind("«", max(0, start - _LONGEST_QUOTED), start) if sign[0] == "»" else -1
    return opening >= 0 and SIGN.search(line, opening + 1, start) is None


def _before(line: str, floor: int, start: int, inside: bool) -> int:
    """Return where the neutral characters before a foreign-script span begin; *floor* if nothing Persian precedes."""
    last = start
    while last > floor and not SIGN.match(line, last - 1):
        last -= 1
    if last == floor:
        return floor if not inside or floor == start else start
    spaces = [index for index in range(last, start) if line[index] in _BLANK]
    if spaces:
        return (spaces[0] if line[spaces[0] - 1] in SENTENCE_END else spaces[-1]) + 1
    return last + len(line[last:start].rstrip(_JOINERS)) if line[start - 1] in _JOINERS else start
