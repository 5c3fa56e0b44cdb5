"""The quick road: lines whose words decide all.

Every word of a line is known (`words`), and where that is enough the line is put together from what is known; any
other line goes the whole road (`road`). No rule is written twice, and the tests hold both roads equal on
arbitrary text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise

from . import road
from .engine import Edit, Recorder, splice
from .memo import Memo
from .options import Options
from .plan import plan_of, run_steps
from .ruleset.encoding import ENTITY, has_markup
from .ruleset.joiners.scan import byte_of, found, joined
from .segments import has_arabic, is_persian_throughout, persian_spans
from .words import (
    ADRIFT,
    ARABIC_WORD,
    BLANKS,
    ENTITY_HELD,
    HARD_HINT,
    HINT,
    LATIN,
    NEUTRAL,
    NUMERIC,
    SEVERAL,
    TIMELIKE,
    WORDS_KEPT,
    Words,
)

_BLANK = re.compile("[ \t]")
_ANY = re.compile(b"[\x20-\xff]")
_UNSURE = re.compile(b"[\x80-\xff]")
_MAY_BE_ARABIC = re.compile(b"[\x60-\x7f\xe0-\xff]")
_NUMBER_BEFORE_VERB = re.compile(bytes([NEUTRAL]) + b"[\x08-\x0f\x18-\x1f]")
_SCAN_BITS = bytes(byte & 31 for byte in range(256))
#: folds bring forth new words, to be looked at anew; a line stays as it is long before this
_MOST_PASSES = 8


class Lines:
    """What one plan makes of lines."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.plan = plan_of(options)
        self.words = Words(self.plan)
        self.together = tuple(step for step in self.words.alone if step[0] is None and not step[3].local)

    @cached_property
    def of_markup(self) -> Lines:
        """The same for lines of a text that keeps its entities."""
        return lines_of(replace(self.options, ignore=self.options.ignore | {ENTITY.id}))

    def line(self, line: str, recorder: Recorder | None = None) -> str | None:
        """The line after the plan, None when its words alone cannot tell (then what was recorded is void)."""
        words = line.split(" ")
        marks = bytes(map(self.words.marks.__getitem__, words))
        if _ANY.search(marks):
            if LATIN in marks and _NUMBER_BEFORE_VERB.search(marks):
                return None  # whose number is it?
            if _UNSURE.search(marks):
                return self._mended_line(line, words, marks, recorder)
            marks = marks.translate(_SCAN_BITS)
        return self._joined(line, words, marks, recorder)

    def _joined(self, line: str, words: list[str], marks: bytes, recorder: Recorder | None) -> str:
        """The line with its words joined; *marks*: their bits for the scan."""
        if self.plan.unjoined is None:
            return line
        if recorder is None:
            return joined(words, marks, self.plan.unjoined) or line
        edits = found(words, marks, self.plan.unjoined)
        recorder.record(edits)
        return splice(line, edits)

    def _joined_anew(self, line: str, recorder: Recorder | None) -> str:
        words = line.split(" ")
        return self._joined(line, words, bytes(map(byte_of, words)), recorder)

    def _mended_line(
        self, line: str, words: list[str], marks: bytes, recorder: Recorder | None
    ) -> str | None:
        """A line with words that must be mended, or whose letters leave its language open."""
        now = bytearray(marks)
        facts = 0
        for match in _UNSURE.finditer(marks):
            at = match.start()
            words[at], more, now[at] = self.words.mended[words[at]]
            if more < 0:
                return None
            facts |= more
        if (
            not has_arabic(line)
            or (facts & ENTITY_HELD and "<" in line)
            or (facts & ADRIFT and LATIN in marks)
            or not self._is_persian(line, marks, facts)
        ):
            return None
        if recorder is not None:
            recorder.record(self._word_edits(line, marks))
        if facts & BLANKS:
            return None if facts & TIMELIKE else self._spaced(words, marks, recorder)
        mended = " ".join(words)
        if facts & SEVERAL:
            return self._joined_anew(mended, recorder)
        return self._joined(mended, words, bytes(now.translate(_SCAN_BITS)), recorder)

    def _word_edits(self, line: str, marks: bytes) -> list[Edit]:
        """What was mended in the words of a line."""
        words = line.split(" ")
        edits: list[Edit] = []
        done = start = 0
        for match in _UNSURE.finditer(marks):
            at = match.start()
            start += sum(map(len, words[done:at])) + at - done
            done = at
            edits += [(start + a, start + b, new, ids) for a, b, new, ids in self.words.edits[words[at]]]
        return edits

    def _is_persian(self, line: str, marks: bytes, facts: int) -> bool:
        """Whether letters of other keyboards leave the line Persian, before and after marks are taken away."""
        if not (
            facts & HARD_HINT or (facts & HINT and (facts & ARABIC_WORD or _MAY_BE_ARABIC.search(marks)))
        ):
            return True
        if LATIN in marks:  # it ends a clause, as a full stop does
            words = (
                "." if mark == LATIN else word for word, mark in zip(line.split(" "), marks, strict=True)
            )
            line = " ".join(words)
        if not is_persian_throughout(line):
            return False
        odd = road.odd_characters(line)
        return self.plan.triggers.isdisjoint(odd) or is_persian_throughout(
            run_steps(line, self.plan.removing, odd)
        )

    def _spaced(self, words: list[str], marks: bytes, recorder: Recorder | None) -> str | None:
        """A line, its words mended, after the steps that look at neighbours: these see its Persian runs."""
        latin = [at for at, mark in enumerate(marks) if mark == LATIN] if LATIN in marks else []
        pieces: list[str] = []
        edits: list[Edit] = []
        start = 0
        for before, end in pairwise([-1, *latin, len(words)]):
            left, right = before >= 0, end < len(words)
            run = self._run(words[before + 1 : end], marks[before + 1 : end], left, right)
            if run is None:
                return None
            own = None if recorder is None else Recorder(run)
            after = self._spaced_run(run, left, right, own) if _UNSURE.search(marks, before + 1, end) else run
            if own is not None:
                edits += own.edits(after, start)
            pieces += (after, *words[end : end + 1])
            start += len(run) + (len(words[end]) if right else 0)
        if recorder is not None:
            recorder.record(edits)
        return self._joined_anew("".join(pieces), recorder)

    def _run(self, words: list[str], marks: bytes, left: bool, right: bool) -> str | None:
        """The words between two of another script, with their blanks; None when it is open where Persian begins."""
        if not words:
            return " " if left and right else ""
        if _UNSURE.search(marks):
            first, last = _BLANK.split(words[0], 1)[0], _BLANK.split(words[-1])[-1]
            if NUMERIC in marks or (left and not has_arabic(first)) or (right and not has_arabic(last)):
                return None
        return f"{' ' * left}{' '.join(words)}{' ' * right}"

    def _spaced_run(self, run: str, left: bool, right: bool, recorder: Recorder | None) -> str:
        run = run_steps(run, self.together, (), recorder)
        if (not left and run[:1] in road.BLANKS) or (not right and run[-1:] in road.BLANKS):
            return road.over_edges(run, self.plan.edges, not left, not right, recorder)
        return run


class FoldedLines(Lines):
    """The same for a plan that folds: folds are for one word each, and what they bring forth is looked at anew."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.unfolded = lines_of(replace(options, fold=False))
        self.cases = tuple(rule.function for rule in self.plan.text if rule.family == "search")
        self.folds = tuple(step for step in self.plan.repairing if step[3].family == "search")
        self.cased = Memo(self._case, WORDS_KEPT)
        self.folded = Memo(self._fold, WORDS_KEPT)

    def line(self, line: str, recorder: Recorder | None = None) -> str | None:
        """The line after the plan, None when its words alone cannot tell; what folds is not recorded here."""
        if recorder is not None:
            return None
        line = " ".join(map(self.cased.__getitem__, line.split(" ")))
        for _ in range(_MOST_PASSES):
            unfolded = self.unfolded.line(line)
            if unfolded is None:
                return None
            before, line = line, " ".join(map(self.folded.__getitem__, unfolded.split(" ")))
            if line == before:
                break
        return line

    def _case(self, word: str) -> str:
        for function in self.cases:
            word = function(word)
        return word

    def _fold(self, word: str) -> str:
        pieces: list[str] = []
        at = 0
        for start, end in persian_spans(word):
            pieces += (word[at:start], run_steps(word[start:end], self.folds, ()))
            at = end
        return self._case("".join([*pieces, word[at:]]))


@lru_cache(maxsize=8)
def lines_of(options: Options) -> Lines:
    """What the plan of *options* does with lines."""
    return FoldedLines(options) if options.fold else Lines(options)


def run(text: str, lines: Lines, recorder: Recorder | None = None) -> str:
    """*text* after the plan: line by line where words decide, on the whole road where they do not."""
    if "\n" not in text:
        return _run_line(text, lines, recorder)
    if "```" in text or "~~~" in text:
        return road.run(text, lines.plan, recorder)
    if "&" in text and has_markup(text):
        lines = lines.of_markup  # decided for the text, not for each line
    if recorder is None:
        return "\n".join([_run_line(line, lines, None) for line in text.split("\n")])
    results: list[str] = []
    edits: list[Edit] = []
    start = 0
    for line in text.split("\n"):
        own = Recorder(line)
        results.append(_run_line(line, lines, own))
        edits += own.edits(results[-1], start)
        start += len(line) + 1
    recorder.record(edits)
    return "\n".join(results)


def _run_line(line: str, lines: Lines, recorder: Recorder | None) -> str:
    if not line.isascii():
        ending = "\r" if line.endswith("\r") else ""
        after = lines.line(line.removesuffix(ending), recorder)
        if after is not None:
            return after + ending
        _forget(recorder)
        repaired, _ = road.repaired(line, road.odd_characters(line), lines.plan.text, recorder)
        if (
            repaired != line
            and not repaired.isascii()
            and (after := lines.line(repaired, recorder)) is not None
        ):
            return after
        _forget(recorder)
    return road.run(line, lines.plan, recorder)


def _forget(recorder: Recorder | None) -> None:
    if recorder is not None:
        recorder.regions = []
