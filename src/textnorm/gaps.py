"""What stands between two words of a Persian line: blanks that are too many, marks on the wrong side of one.

The rules for spaces and punctuation look no further than the nearest letters, and hardly ever at which letters
these are. So each gap is decided once, by the rules themselves, and the answer is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from . import road
from .chars import PERSIAN_LETTERS
from .engine import Edit, Recorder
from .memo import Memo
from .plan import Plan, Step, run_steps
from .ruleset.joiners.scan import byte_of
from .segments import has_arabic
from .words import LATIN, NEUTRAL, NUMERIC, SPACED, leading_marks

#: what may stand around a gap; where all of these get the same answer, so does any neighbour
_LETTER = "ب"
_BEFORE = ("", "ب", "بب")
_AFTER = ("ب", "ببب", "های", "است", "ه")
#: brackets go in pairs, and their other half may stand anywhere
_FAR = ("(", ")")
_KEPT = 1 << 13

#: what stands in the gap afterwards, and the edits, with offsets from its start on
Closed = tuple[str, tuple[Edit, ...]]


class Gaps:
    """What one plan makes of gaps, remembered; *steps*: those of its rules that look at neighbours."""

    def __init__(self, plan: Plan, steps: tuple[Step, ...]) -> None:
        self.plan, self.steps = plan, steps
        self._parted = Memo(_parted, _KEPT)
        self._closed = Memo(self._settle, _KEPT)

    def close(
        self, words: list[str], marks: bytes, places: list[int], mixed: bool, recorder: Recorder | None
    ) -> tuple[list[str], bytes] | None:
        """The words of a line and their marks with the gaps at *places* closed; None where that is not sure.

        A place is a word that may be no word, or may begin with marks of the one before. *mixed*: whether another
        script stands in the line; what is beside it may be its own.
        """
        kept: list[str] = []
        bits = bytearray()
        starts = [] if recorder is None else [0, *accumulate(len(word) + 1 for word in words)]
        edits: list[Edit] = []
        done = 0
        for first, stop, gap, core in self._together(words, places):
            kept += words[done:first]
            bits += marks[done:first]
            done = stop
            before = kept[-1] if kept else ""
            after = core or (words[stop] if stop < len(words) else "")
            if mixed and (
                (before and not _is_persian(before, bits[-1]))
                or (after and not core and not _is_persian(after, marks[stop]))
            ):
                return None
            closed = self.closed(before, gap if core or not after else f"{gap} ", after)
            if closed is None:
                return None
            becomes, changes = closed
            kept[-1:] = fresh = f"{before}{becomes}{after}".split(" ")
            bits[-1:] = bytes(map(byte_of, fresh))
            done += bool(after and not core)
            if recorder is not None:
                base = starts[first] - (first > 0)
                edits += [(base + a, base + b, new, ids) for a, b, new, ids in changes]
        if recorder is not None:
            recorder.record(edits)
        return kept + words[done:], bytes(bits) + marks[done:]

    def _together(self, words: list[str], places: list[int]) -> Iterator[tuple[int, int, str, str]]:
        """Places beside each other are one gap: its first word, the word behind it, its text, what its last word is."""
        at = 0
        while at < len(places):
            first = stop = places[at]
            gap, core = "", ""
            while not core and at < len(places) and places[at] == stop:
                lead, core = self._parted[words[stop]]
                gap = f"{gap} {lead}" if stop else lead
                stop += 1
                at += 1
            yield first, stop, gap, core

    def closed(self, before: str, gap: str, after: str) -> Closed | None:
        """What becomes of *gap* between two words ("": where the line starts or ends); None if it is not sure."""
        head = _LETTER if after[:1] in PERSIAN_LETTERS and after else after[:1]
        known = self._closed[before[-1:], gap, head]
        return known if known is not None or len(before) < 3 else self._closed[before[-3:], gap, head]

    def _settle(self, key: tuple[str, str, str]) -> Closed | None:
        before, gap, head = key
        if any(bracket in gap for bracket in _FAR):
            return None
        befores = [more + before for more in _BEFORE[: 4 - len(before)]] if before else [""]
        afters = _AFTER if head == _LETTER else (head, head + _LETTER) if head else ("",)
        answers = {self._between(more, gap, after, None) for more in befores for after in afters}
        if len(answers) > 1:
            return None
        recorder = Recorder(befores[0] + gap + afters[0])
        becomes = self._between(befores[0], gap, afters[0], recorder)
        if becomes is None:
            return None
        return becomes, tuple(recorder.edits(f"{befores[0]}{becomes}{afters[0]}", -len(befores[0])))

    def _between(self, before: str, gap: str, after: str, recorder: Recorder | None) -> str | None:
        """What becomes of *gap* between two words; None if it is not the only thing that changes."""
        line = run_steps(before + gap + after, self.steps, (), recorder)
        line = road.over_edges(line, self.plan.edges, not before, not after, recorder)
        becomes = line.removeprefix(before).removesuffix(after)
        if before + becomes + after != line or ("\t" in becomes and becomes != gap):
            return None
        return becomes


def _is_persian(word: str, mark: int) -> bool:
    """Whether a word is Persian for certain, whatever else stands in its line."""
    return mark not in (LATIN, NEUTRAL, NUMERIC) and has_arabic(word)


def _parted(word: str) -> tuple[str, str]:
    """The marks and tabs that a word begins with, and the rest: nothing, or what stands for itself."""
    lead = leading_marks(word)
    core = word[len(lead) :]
    return (word, "") if SPACED.fullmatch(core) else (lead, core)
