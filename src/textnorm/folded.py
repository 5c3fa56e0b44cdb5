"""What a plan that folds makes of a line: folds are for one word each, and what they bring forth is looked at anew."""

from __future__ import annotations

from .chars import PERSIAN_DIGITS, PERSIAN_LETTERS, ZWNJ
from .engine import Recorder
from .lines import NUMBER_BEFORE_VERB, Lines
from .memo import Memo
from .options import Options
from .patterns import late
from .plan import run_steps
from .ruleset.encoding import may_be_mojibake
from .ruleset.joiners.scan import without_joins
from .segments import persian_spans
from .words import LATIN, UNSETTLED, WORDS_KEPT

#: characters that may have another case or compatibility form
_CASED = late(f"[^ -@\\[-~{PERSIAN_LETTERS}{PERSIAN_DIGITS}{ZWNJ}«»،؛؟]")
#: folds bring forth new words, to be looked at anew; a line stays as it is long before this
_MOST_PASSES = 8


class FoldedLines(Lines):
    """What one plan that folds makes of lines."""

    def __init__(self, options: Options, unfolded: Lines) -> None:
        """*unfolded*: what the same options do without folds."""
        super().__init__(options)
        self.unfolded = unfolded
        self.cases = tuple(rule.function for rule in self.plan.text if rule.family == "search")
        self.folds = tuple(step for step in self.plan.repairing if step[3].family == "search")
        self._cased = Memo(self._case, WORDS_KEPT)
        self.folded = Memo(self._fold, WORDS_KEPT)
        self.folded_marks = Memo(self._folded_mark, WORDS_KEPT)

    def line(self, line: str, recorder: Recorder | None = None) -> str | None:
        """The line after the plan, None when its words alone cannot tell; what folds is not recorded here."""
        if recorder is not None or "\xa0" in line:
            return None
        ending = "\r" if "\r" in line and line.endswith("\r") else ""
        line = line.removesuffix(ending)
        if _CASED.search(line):
            if may_be_mojibake(line):
                return None  # a fold of one of its signs would hide what it shows
            line = self.cased(line)
        for _ in range(_MOST_PASSES):
            unfolded = self.unfolded.line(line)
            if unfolded is None:
                return None
            words = unfolded.split(" ")
            folded = list(map(self.folded.__getitem__, words))
            before, line = line, " ".join(folded)
            if line == before or self._stays(folded, bytes(map(self.folded_marks.__getitem__, words))):
                break
        return line + ending

    def _stays(self, words: list[str], marks: bytes) -> bool:
        """Whether another pass would change nothing in a line of folded words."""
        if not marks.isascii() or (LATIN in marks and NUMBER_BEFORE_VERB.search(marks)):
            return False
        return self.unfolded.join(words, marks) is None

    def _folded_mark(self, word: str) -> int:
        """What is known of a word once it is folded, save of the joins inside it that a fold takes away."""
        folded = self.folded[word]
        mark = self.unfolded.words.known_mark(folded) if " " not in folded else UNSETTLED
        inside = self.unfolded.line(folded) if mark < UNSETTLED else None
        return UNSETTLED if inside is None or self.folded[inside] != folded else without_joins(mark)

    def cased(self, line: str) -> str:
        """The line after the folds for words of any script."""
        return " ".join(map(self._cased.__getitem__, line.split(" ")))

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
