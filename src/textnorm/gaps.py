"""What stands between two words of a Persian line: blanks that are too many, marks on the wrong side of one.

The rules for spaces and punctuation look no further than the nearest letters, and hardly ever at which letters
these are. So each gap is decided once, by the rules themselves, and the answer is remembered.
"""

from __future__ import annotations

from . import road
from .chars import PERSIAN_LETTERS
from .engine import Edit, Recorder
from .memo import Memo, PhraseMemo
from .offsets import shifted
from .plan import Plan, Step, run_steps
from .ruleset.joiners.scan import known_byte_of
from .segments import has_arabic
from .words import LATIN, NEUTRAL, NUMERIC, SPACED, TIMED, leading_marks

#: what may stand around a gap; where all of these get the same answer, so does any neighbour
_LETTER = "ب"
_LETTERS = frozenset(PERSIAN_LETTERS)
_BEFORE = ("", "ب", "بب")
_AFTER = ("ب", "ببب", "های", "است", "ه")
#: a word of another script: the run ends before it
_OTHER = "a"
#: brackets go in pairs, and their other half may stand anywhere
_FAR = ("(", ")")
_KEPT = 1 << 13

#: what stands in the gap afterwards, and the edits, with offsets from its start on
Closed = tuple[str, tuple[Edit, ...]]


class Gaps:
    """What one plan makes of gaps, remembered; *steps*: those of its rules that look at neighbours."""

    def __init__(self, plan: Plan, steps: tuple[Step, ...]) -> None:
        self.plan, self.steps = plan, steps
        self._parted = Memo(_parted, _KEPT).__getitem__
        self._closed = PhraseMemo(self._settle, _KEPT).__getitem__
        self._glued = Memo(self._glue, _KEPT).__getitem__

    def close(
        self, words: list[str], marks: bytes, places: list[int], mixed: bool, recorder: Recorder | None
    ) -> tuple[list[str], bytes] | None:
        """The words of a line and their marks with the gaps at *places* closed; None where that is not sure.

        A place is a word that may be no word, or may begin with marks of the one before. *mixed*: whether another
        script stands in the line; what is beside it may be its own.
        """
        kept: list[str] = []
        bits = bytearray()
        edits: list[Edit] = []
        done = at = start = counted = 0
        last = len(words) - 1
        while at < len(places):
            first = stop = places[at]
            kept += words[done:first]
            bits += marks[done:first]
            if recorder is not None:  # where the gap's first word stands
                start += sum(map(len, words[counted:first])) + first - counted
                counted = first
            if not mixed and kept and (at + 1 == len(places) or places[at + 1] > first + 1):
                before, rest = kept[-1], f"{words[first]}\n{words[first + 1][:1] if first < last else ''}"
                if glued := self._glued(f"{before[-1:]}\n{rest}") or self._glued(f"{before[-3:]}\n{rest}"):
                    closing, core, changes = glued
                    _close_up(kept, bits, closing, core)
                    if recorder is not None:
                        edits += shifted(changes, start - 1)
                    at += 1
                    done = first + 1
                    continue
            gap = core = ""
            while (
                not core and at < len(places) and places[at] == stop
            ):  # places beside each other are one gap
                lead, core = self._parted(words[stop])
                gap = f"{gap} {lead}" if stop else lead
                stop += 1
                at += 1
            if mixed and core and not has_arabic(core):
                return None  # it may be the other script's
            before, after = kept[-1] if kept else "", core
            mark = known_byte_of(core) if core else 0
            if not core and stop < len(words):
                after, mark = words[stop], marks[stop]
                gap += " "
                stop += 1
            done = stop
            closed = (
                self._beside_others(before, bits[-1] if bits else 0, gap, after, mark)
                if mixed
                else self._closed_by(before, gap, after)
            )
            if closed is None:
                return None
            becomes, changes = closed
            _put(kept, bits, becomes, after, mark)
            if recorder is not None:
                edits += shifted(changes, start - (first > 0))
        if recorder is not None:
            recorder.record(edits)
        return kept + words[done:], bytes(bits) + marks[done:]

    def _glue(self, key: str) -> tuple[str, str, tuple[Edit, ...]] | None:
        """What goes from a word to the one before it, what stays of it, and the edits; None if more happens.

        *key*: the last character before the word, or three, the word, and the first one behind it.
        """
        before, word, after = key.split("\n")
        lead, core = self._parted(word)
        if not before or after not in ("", *_LETTERS):
            return None
        closed = self._closed_by(before, f" {lead}" if core or not after else f" {lead} ", core or after)
        if closed is None:
            return None
        closing, blank, opening = closed[0].partition(" ")
        stays = bool(core or after)
        return (closing, core, closed[1]) if not opening and bool(blank) == stays else None

    def _closed_by(self, before: str, gap: str, after: str) -> Closed | None:
        """What becomes of *gap* between two words ("": where the line starts or ends); None if it is not sure."""
        head = _LETTER if after[:1] in _LETTERS else _head(after)
        known = self._closed((before[-1:], gap, head))
        return known if known is not None or len(before) < 3 else self._closed((before[-3:], gap, head))

    def _beside_others(self, before: str, left: int, gap: str, after: str, right: int) -> Closed | None:
        """The same in a line that holds another script; the marks of both words are given."""
        first = _side(before, left, gap[1:]) if before else ""
        last = _side(after, right, gap[-2::-1]) if after and gap[-1:] == " " else after
        return None if first is None or last is None else self._closed_by(first, gap, last)

    def _settle(self, key: tuple[str, ...]) -> Closed | None:
        before, gap, head = key
        if any(bracket in gap for bracket in _FAR):
            return None
        befores = (
            [more + before for more in _BEFORE[: 4 - len(before)]] if before not in ("", _OTHER) else [before]
        )
        if head in ("", _OTHER):
            afters = [head]
        elif head[-1] == _LETTER:
            afters = [head[:-1] + more for more in _AFTER]
        else:
            afters = [head, head + _LETTER]
        answers = {self._between(more, gap, after, None) for more in befores for after in afters}
        if len(answers) > 1:
            return None
        before, after = befores[0].removeprefix(_OTHER), afters[0].removeprefix(_OTHER)
        recorder = Recorder(before + gap + after)
        becomes = self._between(befores[0], gap, afters[0], recorder)
        if becomes is None:
            return None
        return becomes, tuple(recorder.edits(f"{before}{becomes}{after}", -len(before)))

    def _between(self, before: str, gap: str, after: str, recorder: Recorder | None) -> str | None:
        """What becomes of *gap* between two words; None if it is not the only thing that changes."""
        starts, ends = not before, not after
        before, after = before.removeprefix(_OTHER), after.removeprefix(_OTHER)
        line = run_steps(before + gap + after, self.steps, (), recorder)
        line = road.over_edges(line, self.plan.edges, starts, ends, recorder)
        becomes = line.removeprefix(before).removesuffix(after)
        if before + becomes + after != line or ("\t" in becomes and becomes != gap):
            return None
        return becomes


def _close_up(words: list[str], marks: bytearray, closing: str, core: str) -> None:
    """Put *closing* behind the last of the words, and then the word *core* if there is one."""
    words[-1] += closing
    marks[-1] = known_byte_of(words[-1])
    if core:
        words.append(core)
        marks.append(known_byte_of(core))


def _put(words: list[str], marks: bytearray, gap: str, after: str, mark: int) -> None:
    """Put *gap* and the word *after* it, whose mark is given, behind the last of the words."""
    before = words[-1] if words else ""
    fresh = f"{before}{gap}{after}".split(" ")
    bits = bytearray(map(known_byte_of, fresh))
    if before and fresh[0] == before:
        bits[0] = marks[-1]
    if after and fresh[-1] == after:
        bits[-1] = mark
    words[-1:] = fresh
    marks[-1:] = bits


def _side(word: str, mark: int, gap: str) -> str | None:
    """A word beside a gap of a line that holds another script: itself, `_OTHER`, or None if it is open.

    *gap*: what follows the word's blank, away from it. Beside another script a sign of Persian begins the run.
    """
    if mark == LATIN and has_arabic(gap[:1]):
        return _OTHER
    return word if mark not in (LATIN, NEUTRAL, NUMERIC, TIMED) and has_arabic(word) else None


def _head(word: str) -> str:
    """What a word begins with, as far as its first letter, for which any other would do."""
    for place, character in enumerate(word[:2]):
        if character in PERSIAN_LETTERS:
            return word[:place] + _LETTER
    return word[:2]


def _parted(word: str) -> tuple[str, str]:
    """The marks and tabs that a word begins with, and the rest: nothing, or what stands for itself."""
    lead = leading_marks(word)
    core = word[len(lead) :]
    return (word, "") if SPACED.fullmatch(core) else (lead, core)
