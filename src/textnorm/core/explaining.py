"""Explains by the core, which says what of a line changed: the rules are asked once for each such word and gap.

The pipeline records what it does to a piece by itself. Pieces that meet are asked about together, for what was done to
both may be one change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import pipeline
from ..chars import ARABIC_DIGITS, ASCII_DIGITS, PERSIAN_DIGITS, PERSIAN_LETTERS, ZWNJ
from ..compiled import CompiledRules, compile_rules
from ..edits import Edit, Region, merged, splice
from ..explained import Explained, explained
from ..lazy import lazy_pattern
from ..line_edges import EDGE_SPACES
from ..options import Options
from ..rare import rare_characters
from ..recorder import Recorder
from ..ruleset.encoding import NFC
from ..ruleset.joiners import scan
from ..script import segments
from ..stages import LETTERS, SPACING, WORDS, StagedRun
from .cutting import pieces_of, stay_blocks
from .gaps import LEFT, RIGHT
from .joining import RULE_NUMBERS
from .many_lines import remembered
from .regions import changes, hold_nfc, may_part, meet_otherwise, moved

if TYPE_CHECKING:
    from .cutting import Compare, How

#: something between letters that is no part of a word
_GAP_INSIDE = lazy_pattern(f"[^{PERSIAN_LETTERS}{ZWNJ}]")
#: what a text becomes, and its changed places
Found = tuple[str, list[Region]]
#: a changed piece is a row of seven numbers, see native/trace.c; the class of the word before a gap is in the lower bits
_ROW, _GAP, _JOIN, _CLASS = 7, 1, 2, 255
_RULE_IDS = {number: rule for rule, number in RULE_NUMBERS.items()}
#: as often the rules for marks and shapes may change a piece that is explained by itself
_MARK_PASSES = 2
#: the class of longer words, for spaces that become one whatever stands beside them
_PLAIN_SIDE = 3
#: pieces whose explanations are remembered, and how long they are at most
_MOST, _LONGEST = 1 << 14, 200
#: the digits of a gap are all the same to the rules
_SHAPE = {
    ord(digit): digits[1] for digits in (ASCII_DIGITS, PERSIAN_DIGITS, ARABIC_DIGITS) for digit in digits
}


class Explaining:
    """The changes of texts by some options, equal to those that the pipeline records."""

    def __init__(self, options: Options, core: Any) -> None:
        self._rules = compile_rules(options)
        self._look = scan.scanner_of(frozenset(), options.joins == "all").look
        self._trace: Callable[[str, bool], Any] = core.trace
        self._compare: Compare = core.keeps_blocks
        self._known: dict[tuple[str, str, str], Found | None] = {}
        #: what a letter becomes, and by which rule
        self._letters = {
            letter: (becomes, (rule.rule.id,))
            for rule in self._rules.staged.stages[LETTERS]
            for letter, becomes in (rule.rule.mapping or {}).items()
        }
        self._pass = pipeline.PersianPass(self._rules)
        self._by_pipeline = remembered(self._line_by_pipeline)

    @cached_property
    def _in_markup(self) -> CompiledRules:
        return self._rules.in_markup()

    def explain(self, text: str) -> Explained | None:
        """Return *text* as the options say, with its changes; None for a text that is not done line by line."""
        found = self._line(text) if "\n" not in text[:-1] else self._by_lines(text)
        if found is None:
            return None
        after, regions = found
        return explained(text, after, regions) if regions else Explained(after, ())

    def _by_lines(self, text: str) -> Found | None:
        """Return what becomes of several lines and their changes; None for a text that is done as a whole."""
        cut = pieces_of(text, self._rules, self._compare)
        if cut is None:
            return None
        pieces: list[str] = []
        regions: list[Region] = []
        source = result = 0
        for piece, how in cut:
            for line in _lines(piece) if how == "lines" else [piece]:
                after, own = self._line(line) if how == "lines" else self._block(line, how)
                pieces.append(after)
                regions += moved(own, source, result)
                source, result = source + len(line), result + len(after)
        done = "".join(pieces)
        return (done, regions) if done == text or stay_blocks(text, done, self._compare) else None

    def _block(self, block: str, how: How) -> Found:
        if how == "stays":
            return block, []
        return self._explained(block, self._in_markup if how == "markup" else self._rules)

    def _line(self, line: str) -> Found:
        traced = self._trace(line, False)
        found = self._told(line, *traced) if isinstance(traced, tuple) else None
        return found if found is not None else self._by_pipeline(line)

    def _line_by_pipeline(self, line: str) -> Found:
        """Return the same for a line that the core does not tell as it stands."""
        recorder = Recorder(line)
        after = pipeline.run_text_rules(line, rare_characters(line), self._rules, recorder)[0]
        traced = self._trace(after, True)
        told = self._told(after, *traced) if isinstance(traced, tuple) else None
        if told is None or meet_otherwise(recorder.regions, told[1]):
            return self._explained(line)
        text, regions = told
        edits: list[Edit] = [(s0, s1, text[c0:c1], ids) for s0, s1, c0, c1, ids in regions]
        return text, [region for region in merged(recorder.regions, edits) if changes(region, line, text)]

    def _told(self, line: str, text: str, trace: bytes) -> Found | None:
        """Return the regions of what the core says has changed; None where only the whole line can tell."""
        regions: list[Region] = []
        if not trace:
            return text, regions
        numbers = memoryview(trace).cast("I").tolist()
        at, end = 0, len(numbers)
        while at < end:
            kind, start, stop, place, to = numbers[at : at + 5]
            own: list[Region] | None
            known = None if kind else self._known.get(("", line[start:stop], ""))
            is_apart = at + _ROW == end or numbers[at + _ROW + 1] > stop
            if known is not None and is_apart and known[0] == text[place:to]:
                own, at = known[1], at + _ROW
            else:
                own, at = self._cluster(numbers, at, line, text)
            if own is None:
                return None
            for s0, s1, c0, c1, ids in own:
                regions.append((s0 + start, s1 + start, c0 + place, c1 + place, ids))
        return text, regions

    def _cluster(
        self, numbers: list[int], first: int, line: str, text: str
    ) -> tuple[list[Region] | None, int]:
        """Return the regions of the pieces from *first* on whose changes meet, and where the next piece begins."""
        own = self._together(numbers, first, first, line, text)
        start, at = numbers[first + 1], first + _ROW
        while own and at < len(numbers) and own[-1][1] + start == numbers[at + 1]:
            following = self._together(numbers, at, at, line, text)
            if following is None or not following or following[0][0]:
                return (None if following is None else own), at
            if not (may_part(own[-1]) or may_part(following[0])):
                return own, at  # two that stay apart, each with something before and after
            if _JOIN in (numbers[at], numbers[at - _ROW]):
                return None, at
            own = self._together(numbers, first, at, line, text)
            at += _ROW
        return own, at

    def _together(
        self, numbers: list[int], first: int, last: int, line: str, text: str
    ) -> list[Region] | None:
        """Return the regions of the pieces from *first* to *last*; None where they become something else in the line."""
        kind, start, stop, place, to, left, right = numbers[first : first + _ROW]
        if last > first:
            _, _, stop, _, to, _, right = numbers[last : last + _ROW]
        source = line[start:stop]
        if kind == _JOIN:
            return self._joined(source, left, right, to - place)
        becomes = text[place:to]
        if kind == _GAP and last == first:
            source, becomes = source.translate(_SHAPE), becomes.translate(_SHAPE)
            if left and right and becomes == " " and source.isspace():
                left = right = _PLAIN_SIDE
        before = LEFT[left & _CLASS][0] if kind == _GAP else ""
        after = RIGHT[right][0] if numbers[last] == _GAP else ""
        key = before, source, after
        if key in self._known:
            found = self._known[key]
        elif kind or last > first or (found := self._of_letters(source, becomes))[0] != becomes:
            found = self._keep(key, self._between(*key))
        else:
            self._keep(key, found)
        return found[1] if found is not None and found[0] == becomes else None

    def _of_letters(self, word: str, becomes: str) -> Found:
        """Return what the rules for marks and letters, and for joins where it *becomes* more, make of a word, and the changes."""
        letters = self._letters
        word, marks = self._unmarked(word)
        regions: list[Region] = [
            (at, at + 1, at, at + 1, letters[letter][1])
            for at, letter in enumerate(word)
            if letter in letters
        ]
        for region in regions:
            word = f"{word[: region[0]]}{letters[word[region[0]]][0]}{word[region[1] :]}"
        if word != becomes and self._rules.disabled_joins is not None:
            inside = [edit for edit in self._look(word).inside if edit[3] not in self._rules.disabled_joins]
            if inside:
                word, regions = splice(word, inside), merged(regions, inside)
        if not marks:
            return word, regions
        return word, merged(marks, [(s0, s1, word[c0:c1], ids) for s0, s1, c0, c1, ids in regions])

    def _unmarked(self, word: str) -> Found:
        """Return a word after the rules for marks and shapes, and the changes; as it is where its marks stand in another order than the rules see them in."""
        if not self._rules.mark_signs.search(word) or NFC.function(word) != word:
            return word, []
        recorder = Recorder(word)
        return self._without_marks(word, recorder), recorder.regions

    def _without_marks(self, text: str, recorder: Recorder) -> str:
        """Return a text after the rules for marks and shapes."""
        step, signs = pipeline.mark_pass(self._rules), self._rules.mark_signs
        for _ in range(_MARK_PASSES):
            if not signs.search(text):
                break
            text = _recorded(step, text, recorder)
        return text

    def _keep(self, key: tuple[str, str, str], found: Found | None) -> Found | None:
        if len(key[1]) <= _LONGEST:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = found
        return found

    def _joined(self, source: str, left: int, right: int, size: int) -> list[Region] | None:
        """Return the regions of a gap in whose place a half-space was put, or nothing behind a letter that never joins."""
        edit: Edit = (0, 1, ZWNJ if size else "", _RULE_IDS[left >> 8])
        if source == " ":
            return [(0, 1, 0, size, (_RULE_IDS[left >> 8],))]
        sides = (_PLAIN_SIDE, _PLAIN_SIDE) if source.isspace() else (left & _CLASS, right)
        key = LEFT[sides[0]][0], source, RIGHT[sides[1]][0]
        found = self._known[key] if key in self._known else self._keep(key, self._between(*key))
        if found is None or found[0] != " " or len(found[1]) > 1:
            return None  # in which order several changes come together here, the piece does not tell
        return merged(found[1], [edit])

    def _between(self, before: str, piece: str, after: str) -> Found | None:
        """Return what becomes of a piece between two words, and the changes; None where the words change too."""
        line = f"{before}{piece}{after}"
        sooner = self._spacing if _GAP_INSIDE.search(line) else self._words
        text, regions = (
            self._in_one_run(line, sooner) or self._in_one_run(line, self._pass) or self._explained(line)
        )
        start, end = len(before), len(text) - len(after)
        is_inside = text.startswith(before) and text.endswith(after) and start <= end
        if is_inside and regions:
            is_inside = regions[0][0] >= start and regions[-1][3] <= end and not hold_nfc(regions)
        return (text[start:end], moved(regions, -start, -start)) if is_inside else None

    def _spacing(self, text: str, recorder: Recorder | None) -> str:
        """Return a text after the rules for letters and spaces, which alone have to do with most gaps."""
        way = StagedRun(self._rules.staged, text, recorder)
        return way.after(SPACING, way.after(LETTERS, text))

    def _words(self, text: str, recorder: Recorder | None) -> str:
        """Return a text after the rules for letters and words, which alone have to do with most words."""
        way = StagedRun(self._rules.staged, text, recorder)
        return way.after(WORDS, way.after(LETTERS, text))

    def _explained(self, piece: str, rules: CompiledRules | None = None) -> Found:
        """Return what the pipeline makes of a piece that stands alone, and the changes; *rules*: if not those of the options."""
        recorder = Recorder(piece)
        after = pipeline.run(piece, rules or self._rules, recorder)
        return after, [region for region in recorder.regions if changes(region, piece, after)]

    def _in_one_run(self, piece: str, step: pipeline.Step) -> Found | None:
        """Return the same for a piece between words that is one Persian run and done after one *step*; None for any other.

        What the line becomes is known, so this need not ask whether the line is Persian.
        """
        recorder = Recorder(piece)
        text = pipeline.run_text_rules(piece, rare_characters(piece), self._rules, recorder)[0]
        if "\n" in text or "<" in text:
            return None
        text = _recorded(step, self._without_marks(text, recorder), recorder)
        at_edge = not {text[:1], text[-1:]}.isdisjoint(EDGE_SPACES)
        if at_edge or not segments.is_persian(text, 0, len(text)) or self._trace(text, False) != (text, b""):
            return None
        return text, [region for region in recorder.regions if changes(region, piece, text)]


def _recorded(step: pipeline.Step, text: str, recorder: Recorder) -> str:
    """Return a text after a step, all of whose changes are recorded as one."""
    own = Recorder(text)
    after = step(text, own)
    recorder.record(own.edits(after, 0))
    return after


def _lines(text: str) -> list[str]:
    """Return the lines of *text*, each with its line break; nothing but a line feed ends one."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), last] if last else [f"{line}\n" for line in lines]
