"""The quick road: lines whose words are all known, one by one.

The words of a text come again and again, and most need nothing. Each word between two blanks is judged
once, by the plan's own rules and as if it stood alone in a Persian line, and the answer is remembered:
right as it stands, to be mended alone, to be mended together with its neighbours, or not to be judged here.
A line is taken only where its words decide all; any other goes the whole road. No rule is written twice,
and the tests hold both roads equal on arbitrary text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache

from . import road
from .chars import (
    ALEF_MAKSURA,
    ARABIC_DIGITS,
    ARABIC_KAF,
    ARABIC_YEH,
    HAMZA_ABOVE,
    INVISIBLE,
    MADDA_ABOVE,
    NOT_SIGN,
    ODD_SPACES,
    PERSIAN_DIGITS,
    PERSIAN_LETTERS,
    SHORT_VOWELS,
    TANVIN,
    TATWEEL,
    TEH_MARBUTA,
    ZWNJ,
)
from .languages import may_be_arabic
from .memo import LONGEST_KEY, Memo
from .options import Options
from .plan import plan_of, run_steps
from .ruleset.encoding import ENTITY, has_markup
from .ruleset.joiners.scan import byte_of, join_words, joined
from .segments import has_arabic, has_language_hint, has_vocalised, is_persian_throughout, is_plain

# --- what a word may look like ---------------------------------------------------------------------------
_LETTERS = PERSIAN_LETTERS.replace(TEH_MARBUTA, "")  # its rule looks at the next word
_DIGITS = PERSIAN_DIGITS + ARABIC_DIGITS
_SPELT = f"{_LETTERS}{ARABIC_YEH}{ALEF_MAKSURA}{ARABIC_KAF}\ufb50-\ufdf9\ufe70-\ufefc"
_NOISE = f"\t{INVISIBLE}{NOT_SIGN}{TATWEEL}{SHORT_VOWELS}{TANVIN}{HAMZA_ABOVE}{MADDA_ABOVE}{ODD_SPACES}"
_MARK = "[،؛؟!:.,;?]"
_OPEN, _CLOSE = r"[«(\[]", r"[»)\]]"
#: a word of a Persian line that has no effect on its neighbours; a lone ی is the ending of the word before
_PLAIN = re.compile(
    f"{_OPEN}?(?!ی(?![{_LETTERS}{ZWNJ}]))"
    f"(?:[{_LETTERS}{PERSIAN_DIGITS}][{_LETTERS}{PERSIAN_DIGITS}{TANVIN}{HAMZA_ABOVE}{ZWNJ}]*+"
    f"|[{PERSIAN_DIGITS}]+(?:[:/.٫٬-][{PERSIAN_DIGITS}]+)*[٪%]?)"
    f"{_CLOSE}?(?:[،؛؟!:.…]{{0,3}}{_CLOSE}?|-)"
)
#: a word of another script; what could open a tag or a piece of code of several words is not
_LATIN = re.compile(r"(?=[^A-Za-z]*[A-Za-z])(?:[!-;=-_a-~]|<(?!/?[A-Za-z][A-Za-z0-9:-]*$|!))+")
#: what belongs to the words around it and is the same in Persian and in Latin
_NEUTRAL = re.compile(r"(?![.:!,;?)])[!#-%*-;=?@\[-_{-~…–—•(]+(?<!\()")
#: a word that its own letters and marks decide
_CORE = f"[{_SPELT}{_NOISE}]+"
_MENDABLE = re.compile(
    f"(?=[^{_SPELT}{_DIGITS}]*[{_SPELT}{_DIGITS}])"
    f"{_OPEN}?(?:[{_SPELT}{_NOISE}{_DIGITS}]++(?!(?:[»)]|{_MARK})+[«(]?{_CORE})|{_CORE}(?:[»)]?{_MARK}{{1,3}}[«(]?{_CORE})*)"
    f"{_CLOSE}?(?:{_MARK}{{0,3}}{_CLOSE}?|-)[{_NOISE}]*"
)
#: what may stand wrong beside a blank: marks that close, brackets that open, a lone ی, nothing at all
_SPACED = re.compile(f"[\t»)،؛؟!:.,;?]{{0,3}}|[«(]|ی{_MARK}{{0,3}}")
_UNSEEN = re.compile(f"[{INVISIBLE}]*")
_LEADING = re.compile("[\t»)،؛؟!:.,;?]{0,3}")

# --- what is known of a word: five bits of the scan for joins, and above them --------------------------------
_LATIN_MARK, _NEUTRAL_MARK, _NUMERIC_MARK = 32, 64, 65  # the last: what might be a time, a version, a path
_ARABIC, _UNSETTLED, _HINTED = 96, 128, 192
_ANY = re.compile(b"[\x20-\xff]")
_UNSURE = re.compile(b"[\x80-\xff]")
_UNLIKE_PERSIAN = re.compile(bytes([_LATIN_MARK]) + b"|" + bytes([_NUMERIC_MARK]))
_MAY_BE_ARABIC = re.compile(b"[\x60-\x7f\xe0-\xff]")
_NUMBER_BEFORE_VERB = re.compile(bytes([_NEUTRAL_MARK]) + b"[\x08-\x0f\x18-\x1f]")
_SCAN_BITS = bytes(byte & 31 for byte in range(256))
#: what is known of a mended word
_HINT, _ARABIC_WORD, _BLANKS, _NUMERIC = 1, 2, 4, 8
_MOST_PASSES = 8
_WORDS_KEPT = 1 << 15


class Words:
    """What one plan does with words, remembered."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.plan = plan = plan_of(options)
        self.alone = tuple(step for step in plan.repairing if step not in plan.joining)
        self.together = tuple(step for step in self.alone if step[0] is None and not step[3].local)
        self.marks = Memo(self._mark, _WORDS_KEPT)
        self.mended = Memo(self._mend, _WORDS_KEPT)

    @cached_property
    def of_markup(self) -> Words:
        """The same for lines of a text that keeps its entities."""
        return words_of(replace(self.options, ignore=self.options.ignore | {ENTITY.id}))

    def line(self, line: str) -> str | None:
        """The line after the plan, None when its words alone cannot tell."""
        words = line.split(" ")
        marks = bytes(map(self.marks.__getitem__, words))
        if _ANY.search(marks):
            if _UNSURE.search(marks):
                facts = self._mend_words(words, marks)
                if facts < 0 or (facts & _HINT and not self._is_persian(line, marks, facts)):
                    return None
                if not has_arabic(line):
                    return None
                line = " ".join(words)
                if facts & _BLANKS:
                    return None if facts & _NUMERIC or _UNLIKE_PERSIAN.search(marks) else self._spaced(line)
                words = line.split(" ")
                marks = bytes(map(self.marks.__getitem__, words))
            if _LATIN_MARK in marks and _NUMBER_BEFORE_VERB.search(marks):
                return None  # whose number is it?
            marks = marks.translate(_SCAN_BITS)
        unjoined = self.plan.unjoined
        return line if unjoined is None else joined(words, marks, unjoined) or line

    def _is_persian(self, line: str, marks: bytes, facts: int) -> bool:
        """Whether letters of other keyboards leave the line Persian."""
        if facts & _ARABIC_WORD or _MAY_BE_ARABIC.search(marks):
            return _LATIN_MARK not in marks and is_persian_throughout(line)
        return True

    def _mend_words(self, words: list[str], marks: bytes) -> int:
        """Mend each word that must be and tell what is known of them all; -1 when one cannot be mended."""
        facts = 0
        for found in _UNSURE.finditer(marks):
            at = found.start()
            words[at], more = self.mended[words[at]]
            if more < 0:
                return more
            facts |= more
        return facts

    def _spaced(self, line: str) -> str:
        """A line of nothing but Persian, its words mended, after the steps that look at neighbours."""
        line = run_steps(line, self.together, ())
        if self.plan.unjoined is not None:
            line = join_words(line, self.plan.unjoined)
        if line[:1] in road.BLANKS or line[-1:] in road.BLANKS:
            return road.over_edges(line, self.plan.edges, True, True, None)
        return line

    def _mark(self, word: str) -> int:
        if _PLAIN.fullmatch(word):
            if road.odd_characters(word) or run_steps(word, self.alone, ()) != word:
                return _UNSETTLED
            if not is_plain(word, 0, len(word)):
                return _NUMERIC_MARK
            mark = 0 if self.plan.unjoined is None else byte_of(word)
            if may_be_arabic(word):
                mark |= _ARABIC
            return mark | _HINTED if has_language_hint(word) else mark
        if _LATIN.fullmatch(word) and self._keeps(word):
            return _LATIN_MARK
        if _NEUTRAL.fullmatch(word) and self._keeps(word) and run_steps(word, self.alone, ()) == word:
            return _NEUTRAL_MARK if is_plain(word, 0, len(word)) else _NUMERIC_MARK
        return _UNSETTLED

    def _keeps(self, word: str) -> bool:
        """Whether the rules for the whole text leave *word* as it is."""
        return road.repaired(word, (), self.plan.text, None)[0] == word

    def _mend(self, word: str) -> tuple[str, int]:
        """The word as its own letters make it, and what is known of it; -1 when it cannot be judged alone."""
        rest = _LEADING.sub("", word, 1)
        if len(word) > LONGEST_KEY or not _is_mendable(rest) or has_vocalised(rest):
            return word, -1
        tabs = word[
            : len(word) - len(word.lstrip("\t"))
        ]  # at the start of a line they would be something else
        after = tabs + self._alone(word[len(tabs) :])
        facts = 0 if is_plain(word, 0, len(word)) else _NUMERIC
        if has_language_hint(rest):
            facts |= _HINT
        if may_be_arabic(rest) or may_be_arabic(after):
            facts |= _ARABIC_WORD
        for part in after.split(" "):
            if self.marks[part] == _UNSETTLED:
                facts |= _BLANKS
                core = _LEADING.sub("", part, 1)
                if self.marks[core] == _UNSETTLED and not _SPACED.fullmatch(core):
                    return word, -1
        return after, facts

    def _alone(self, word: str) -> str:
        """The word after all rules but joins, as a Persian line of its own, until it stays."""
        for _ in range(_MOST_PASSES):
            before = word
            word, odd = road.repaired(word, road.odd_characters(word), self.plan.text, None)
            word = run_steps(word, self.plan.removing, odd)
            word = run_steps(word, self.alone, road.odd_characters(word))
            if word == before:
                break
        return word


def _is_mendable(word: str) -> bool:
    return bool(_MENDABLE.fullmatch(word) or _UNSEEN.fullmatch(word)) or word in ("«", "(")


class FoldedWords(Words):
    """The same for a plan that folds: folds are for one word each, and what they bring forth is looked at anew."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.unfolded = words_of(replace(options, fold=False))
        self.cases = tuple(rule.function for rule in self.plan.text if rule.family == "search")
        self.folds = tuple(step for step in self.plan.repairing if step[3].family == "search")
        self.cased = Memo(self._case, _WORDS_KEPT)
        self.folded = Memo(self._fold, _WORDS_KEPT)

    def line(self, line: str) -> str | None:
        """The line after the plan, None when its words alone cannot tell."""
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
        return self._case(run_steps(word, self.folds, ()) if has_arabic(word) else word)


@lru_cache(maxsize=8)
def words_of(options: Options) -> Words:
    """What the plan of *options* does with words."""
    return FoldedWords(options) if options.fold else Words(options)


def run(text: str, words: Words) -> str:
    """*text* after the plan: line by line where words decide, on the whole road where they do not."""
    if "\n" not in text:
        return _run_line(text, words)
    if "```" in text or "~~~" in text:
        return road.run(text, words.plan)
    if "&" in text and has_markup(text):
        words = words.of_markup  # decided for the text, not for each line
    return "\n".join([_run_line(line, words) for line in text.split("\n")])


def _run_line(line: str, words: Words) -> str:
    if line.isascii():
        return road.run(line, words.plan)
    ending = "\r" if line.endswith("\r") else ""
    after = words.line(line.removesuffix(ending))
    if after is not None:
        return after + ending
    repaired, _ = road.repaired(line, road.odd_characters(line), words.plan.text, None)
    after = None if repaired == line or repaired.isascii() else words.line(repaired)
    return road.run(repaired, words.plan) if after is None else after
