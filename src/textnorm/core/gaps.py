"""Asks the pipeline what becomes of a gap: all that stands between two words.

It is asked with several words of each class on both sides, and with stand-ins for what no rule may touch; where the
answers differ the gap cannot be judged by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from ..chars import HAMZA_ABOVE, INVISIBLE, NOT_SIGN
from ..lazy import lazy_pattern
from ..ruleset.extracted.signs import SIGNS
from ..script import segments

#: beginnings and endings of words that rules about gaps tell apart; beyond these only the number of letters counts
TOLD_APART_AT_START = ("ها", "است")
TOLD_APART_AT_END = (HAMZA_ABOVE,)
#: words for the classes of the core: by how many letters (up to three) stand beside the gap, then those told apart
LEFT = (("",), ("ب", "ر"), ("بد", "را"), ("بدر", "سراسر"), ("بدهٔ", "رسانهٔ"))
RIGHT = (("",), ("ب", "ر"), ("بد", "را"), ("بدر", "سراسر"), ("هابد", "هایی"), ("استب", "استان"))
#: the same words before a gap with something that cannot be seen, ending in a letter that joins the next one
JOINING = {1: "ب", 2: "کب", 3: "کتب"}
UNSEEN_CHARACTERS = frozenset(INVISIBLE + NOT_SIGN)
_WITHOUT_UNSEEN = dict.fromkeys(map(ord, UNSEEN_CHARACTERS))
#: one sign for whatever span of another script stands in a gap, and one for emoji: see native/gaps.c
_STAND_INS = {
    "\ue004": "<x> ab",
    "\ue005": "ab <x>",
    "\ue002": "ab cd",
    "\ue003": "<x>",
    "\ue000": "ab",
    "\ue001": "\U0001f600",
}
_STAND_IN = lazy_pattern(f"[{''.join(_STAND_INS)}]")
#: beside a span of another script these may belong to it
_BESIDE = "-/.:@\\\\#~_%+&=?$<>`'\""
_BESIDE_SPAN = lazy_pattern(
    f"[{_BESIDE}]([{INVISIBLE}{NOT_SIGN}]*)[\ue000-\ue005]|[\ue000-\ue005]([{INVISIBLE}{NOT_SIGN}]*)[{_BESIDE}]"
)
#: with a word behind or before them these begin or end a span of another script
_BEGINS_SPAN = lazy_pattern(r"[@#/\\~.:_-]\Z")
_ENDS_SPAN = lazy_pattern(r"[/.:@_-]++\S")
_STRUCTURED = lazy_pattern("[{}=$]|```|~~~")
_KASHIDA = lazy_pattern(f"([{SIGNS}])\\1+")
#: gaps whose other half may stand elsewhere in the line
_HALF_OF_A_PAIR = lazy_pattern(r"[(«]\s|\s[)»]")
_HALF_OF_A_QUOTATION = lazy_pattern("[\"“„”‟]|<<|>>|''")


def becomes(left: int, gap: str, right: int, run: Callable[[str], str], *, quotes: bool) -> str | None:
    """Return what becomes of a gap between words of these classes, the same for each of our words; None if it differs."""
    seen = gap.translate(_WITHOUT_UNSEEN)
    if (left and right >= 2 and seen.endswith(" .")) or (left and right and _KASHIDA.fullmatch(seen)):
        return None  # the words themselves decide
    if _HALF_OF_A_PAIR.search(seen) or (quotes and _HALF_OF_A_QUOTATION.search(seen)):
        return None
    if _STRUCTURED.search(gap) and any(sign in gap for sign in _STAND_INS):
        return None  # what stands in the span decides whether this is data
    places = [(place.start(), place[0]) for place in _STAND_IN.finditer(gap)]
    beside, unseen = _BESIDE_SPAN.search(gap), not UNSEEN_CHARACTERS.isdisjoint(gap)
    for sign, stands_for in _STAND_INS.items():
        gap = gap.replace(sign, stands_for)
    sides = list(zip(LEFT[left] * 2, RIGHT[right] * 2, strict=False))[:2]
    if unseen:
        sides += [(JOINING[left], after) for _, after in sides] if left in JOINING else []
    if beside and (beside[1] or beside[2]):
        return None
    if beside and any(_are_cut_otherwise(*side, gap, places) for side in sides):
        return None
    found = {_between(run, before, gap, after) for before, after in sides}
    answer = found.pop()
    if found or answer is None:
        return None
    if unseen and ((right and _BEGINS_SPAN.search(answer)) or (left and _ENDS_SPAN.match(answer))):
        return None  # without what cannot be seen the word beside it is part of a span
    for sign, stands_for in _STAND_INS.items():
        answer = answer.replace(stands_for, sign)
    if unseen and ((right and answer[-1:] in _STAND_INS) or (left and answer[:1] in _STAND_INS)):
        return None  # what was between the word and the span is gone
    return answer


def _between(run: Callable[[str], str], before: str, gap: str, after: str) -> str | None:
    line = run(f"{before}{gap}{after}")
    if not (line.startswith(before) and line.endswith(after)) or len(line) < len(before) + len(after):
        return None
    return line[len(before) : len(line) - len(after)]


def _are_cut_otherwise(before: str, after: str, gap: str, places: list[tuple[int, str]]) -> bool:
    """Return whether what stands beside the stand-ins in a gap makes longer spans of them than they stand for."""
    spans = [bounds for _, *bounds in segments.foreign_spans(f"{before}{gap}{after}")]
    at = len(before)
    for number, (place, sign) in enumerate(places):
        start = at + place + sum(len(_STAND_INS[earlier]) - 1 for _, earlier in places[:number])
        end = start + len(_STAND_INS[sign])
        if any(first < end and last > start and (first < start or last > end) for first, last in spans):
            return True
    return False
