"""Asks the pipeline what becomes of a gap: all that stands between two words.

It is asked with several words of each class on both sides, and with stand-ins for what no rule may touch; where the
answers differ the gap cannot be judged by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from ..chars import HAMZA_ABOVE, INVISIBLE, NOT_SIGN
from ..lazy import lazy_pattern
from ..ruleset.extracted.kashida_signs import SIGNS
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
#: what stands for spans that no rule may touch, the classes behind those of words: see native/gaps.c
SPANS = ("ab", "\U0001f600", "ab cd", "<x>", "<x> ab", "ab <x>", "ab://cd", "ab ab://cd")
WORDS = max(len(LEFT), len(RIGHT))
SIDES = WORDS + len(SPANS)
#: a word far from the gap, on the other side of a span
_FAR = ("بدر", "سراسر")
#: beside a span of another script these may belong to it
_BESIDE = "-/.:@\\\\#~_%+&=?$<>`'\""
_BEFORE_SPAN = lazy_pattern(f"[{_BESIDE}]([{INVISIBLE}{NOT_SIGN}]*)\\Z")
_BEHIND_SPAN = lazy_pattern(f"([{INVISIBLE}{NOT_SIGN}]*)[{_BESIDE}]")
#: with a word behind or before them these begin or end a span of another script
_BEGINS_SPAN = lazy_pattern(r"[@#/\\~.:_-]\Z")
_ENDS_SPAN = lazy_pattern(r"[/.:@_-]++\S")
_STRUCTURED = lazy_pattern(r"[{}=$]|;[^\s;]+;|```|~~~")
_KASHIDA = lazy_pattern(f"([{SIGNS}])\\1+")
#: gaps whose other half may stand elsewhere in the line
_HALF_OF_A_PAIR = lazy_pattern(r"[(«][^\S\n]|\s[)»]")
#: the same gaps between words of which one is b, for the pattern of still_gaps.py
OTHER_WORDS_DECIDE = (r"b[()]b", r"[(«][ \t]", r"[ \t\n][)»]")
_HALF_OF_A_QUOTATION = lazy_pattern("[\"“„”‟]|<<|>>|''")


def becomes(left: int, gap: str, right: int, run: Callable[[str], str], *, quotes: bool) -> str | None:
    """Return what becomes of a gap between words or spans of these classes, the same for each of ours; None if it differs."""
    seen = gap.translate(_WITHOUT_UNSEEN)
    between_words = 0 < left < WORDS and 0 < right < WORDS
    if between_words and (
        (right >= 2 and seen.endswith((" .", "\t."))) or _KASHIDA.fullmatch(seen) or seen in ("(", ")")
    ):
        return None  # the words themselves decide, or whether there are several in the brackets
    if _HALF_OF_A_PAIR.search(seen) or (quotes and _HALF_OF_A_QUOTATION.search(seen)):
        return None
    unseen = seen != gap
    sides = _sides(left, right)
    if left >= WORDS or right >= WORDS:
        if not _is_apart(left, gap, right, sides):
            return None
    else:
        if unseen and left in JOINING:
            sides += [(JOINING[left], after) for _, after in sides]
        if left and _STRUCTURED.search(gap):  # statements and cells are known by what begins their line
            sides += [(f"{_FAR[0]} {before}", after) for before, after in sides]
    found = {_between(run, before, gap, after) for before, after in sides}
    answer = found.pop()
    if found or answer is None:
        return None
    if unseen and ((right and _BEGINS_SPAN.search(answer)) or (left and _ENDS_SPAN.match(answer))):
        return None  # without what cannot be seen the word beside it is part of a span
    if unseen and {_between(run, before, answer, after) for before, after in sides} != {answer}:
        return None  # what was hidden is a span now, which other rules leave alone
    if unseen and not answer and (left >= WORDS or right >= WORDS):
        return None  # what was between the word and the span is gone
    return answer


def _sides(left: int, right: int) -> list[tuple[str, str]]:
    """Return what is put before and behind a gap: a word of the class, or a span with a word beyond it, and without one."""
    befores, afters = _words(LEFT, left), _words(RIGHT, right)
    if left >= WORDS:
        span = SPANS[left - WORDS]
        befores = [f"{_FAR[0]} {span}", span if 0 < right < WORDS else f"{_FAR[1]} {span}"]
        if 0 < right < WORDS:  # what begins with the span is a Persian line all the same
            afters[1] += f" {_FAR[1]} {_FAR[1]}"
    if right >= WORDS:
        span = SPANS[right - WORDS]
        afters = [f"{span} {_FAR[0]}", span if 0 < left < WORDS else f"{span} {_FAR[1]}"]
    return list(zip(befores, afters, strict=True))


def _words(words: tuple[tuple[str, ...], ...], side: int) -> list[str]:
    return list(words[side] * 2)[:2] if side < WORDS else []


def _between(run: Callable[[str], str], before: str, gap: str, after: str) -> str | None:
    line = run(f"{before}{gap}{after}")
    if not (line.startswith(before) and line.endswith(after)) or len(line) < len(before) + len(after):
        return None
    return line[len(before) : len(line) - len(after)]


def _is_apart(left: int, gap: str, right: int, sides: list[tuple[str, str]]) -> bool:
    """Return whether the spans beside a gap end where it begins, and begin where it ends, and nothing unseen hides that."""
    behind = _BEHIND_SPAN.match(gap) if left >= WORDS else None
    before = _BEFORE_SPAN.search(gap) if right >= WORDS else None
    if any(match is not None and match[1] for match in (behind, before)):
        return False
    structured = _STRUCTURED.search(gap) is not None
    for first, last in sides:
        bounds = len(first), len(first) + len(gap)
        for _, start, end in segments.foreign_spans(f"{first}{gap}{last}"):
            if (left >= WORDS and start < bounds[0] < end) or (right >= WORDS and start < bounds[1] < end):
                return False
            if structured and start < bounds[1] and end > bounds[0]:
                return False  # with what stands beside it, it is more than a gap
    return True
