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
from itertools import pairwise

from . import road
from .chars import (
    ARABIC_DIGITS,
    HAMZA_ABOVE,
    INVISIBLE,
    LETTER_VARIANTS,
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
from .languages import is_arabic, may_be_arabic
from .memo import LONGEST_KEY, Memo
from .options import Options
from .plan import plan_of, run_steps
from .ruleset.editorial import QUOTES
from .ruleset.encoding import ENTITY, has_markup
from .ruleset.joiners.scan import byte_of, join_words, joined
from .segments import (
    has_arabic,
    has_hard_hint,
    has_language_hint,
    is_persian_throughout,
    is_plain,
    persian_spans,
)

# --- what a word may look like ---------------------------------------------------------------------------
_LETTERS = PERSIAN_LETTERS.replace(TEH_MARBUTA, "")  # its rule looks at the next word
_DIGITS = PERSIAN_DIGITS + ARABIC_DIGITS
_VARIANTS = "".join(letter for letter in LETTER_VARIANTS if LETTER_VARIANTS[letter] != TEH_MARBUTA)
_SPELT = f"{_LETTERS}{_VARIANTS}\ufb50-\ufdf9\ufe70-\ufefc"
_NOISE = f"\t{INVISIBLE}{NOT_SIGN}{TATWEEL}{SHORT_VOWELS}{TANVIN}{HAMZA_ABOVE}{MADDA_ABOVE}{ODD_SPACES}"
_MARK = "[،؛؟!:.,;?]"
#: nothing but letters that leave no doubt about the language: most words of a text
_BARE = re.compile(f"[{_LETTERS.translate(dict.fromkeys(map(ord, 'أإ')))}]{{2,}}+")
_BARE_OR_EMPTY = re.compile(f"[{_LETTERS}]*").fullmatch
_OPEN, _CLOSE = r"[«(\[\"“”„]", r"[»)\]\"“”]"
_QUOTE = re.compile('["“”„]')
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
#: what is known of a mended word: the line must say if it is Persian, soon or after a close look; it may be Arabic;
#: its blanks may be wrong; it looks like a time; it has become several words; it held an entity
_HINT, _HARD_HINT, _ARABIC_WORD, _BLANKS, _NUMERIC, _SEVERAL, _ENTITY = 1, 2, 4, 8, 16, 32, 64
_MOST_PASSES = 8
_WORDS_KEPT = 1 << 15


class Words:
    """What one plan does with words, remembered."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.plan = plan = plan_of(options)
        self.alone = tuple(step for step in plan.repairing if step not in plan.joining)
        self.bare = tuple(
            step for step in self.alone if step[0] is None and any(map(_BARE_OR_EMPTY, step[1]))
        )
        self.together = tuple(step for step in self.alone if step[0] is None and not step[3].local)
        self.sets_quotes = any(step[3] is QUOTES for step in self.alone)
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
            if _LATIN_MARK in marks and _NUMBER_BEFORE_VERB.search(marks):
                return None  # whose number is it?
            if _UNSURE.search(marks):
                return self._mended_line(line, words, marks)
            marks = marks.translate(_SCAN_BITS)
        unjoined = self.plan.unjoined
        return line if unjoined is None else joined(words, marks, unjoined) or line

    def _mended_line(self, line: str, words: list[str], marks: bytes) -> str | None:
        """A line with words that must be mended, or whose letters leave its language open."""
        now = bytearray(marks)
        facts = 0
        for found in _UNSURE.finditer(marks):
            at = found.start()
            words[at], more, now[at] = self.mended[words[at]]
            if more < 0:
                return None
            facts |= more
        if (
            not has_arabic(line)
            or (facts & _ENTITY and "<" in line)
            or not self._is_persian(line, marks, facts)
        ):
            return None
        if facts & _BLANKS:
            return None if facts & _NUMERIC else self._spaced(words, marks)
        unjoined = self.plan.unjoined
        mended = " ".join(words)
        if unjoined is None:
            return mended
        if facts & _SEVERAL:
            return join_words(mended, unjoined)
        return joined(words, bytes(now.translate(_SCAN_BITS)), unjoined) or mended

    def _is_persian(self, line: str, marks: bytes, facts: int) -> bool:
        """Whether letters of other keyboards leave the line Persian, before and after marks are taken away."""
        if not (
            facts & _HARD_HINT or (facts & _HINT and (facts & _ARABIC_WORD or _MAY_BE_ARABIC.search(marks)))
        ):
            return True
        if _LATIN_MARK in marks:  # it ends a clause, as a full stop does
            words = (
                "." if mark == _LATIN_MARK else word
                for word, mark in zip(line.split(" "), marks, strict=True)
            )
            line = " ".join(words)
        if not is_persian_throughout(line):
            return False
        odd = road.odd_characters(line)
        return self.plan.triggers.isdisjoint(odd) or is_persian_throughout(
            run_steps(line, self.plan.removing, odd)
        )

    def _spaced(self, words: list[str], marks: bytes) -> str | None:
        """A line, its words mended, after the steps that look at neighbours: these see its Persian runs."""
        latin = [at for at, mark in enumerate(marks) if mark == _LATIN_MARK] if _LATIN_MARK in marks else []
        pieces: list[str] = []
        for before, end in pairwise([-1, *latin, len(words)]):
            run = self._run(words[before + 1 : end], marks[before + 1 : end], before >= 0, end < len(words))
            if run is None:
                return None
            pieces += (run, *words[end : end + 1])
        line = "".join(pieces)
        return line if self.plan.unjoined is None else join_words(line, self.plan.unjoined)

    def _run(self, words: list[str], marks: bytes, left: bool, right: bool) -> str | None:
        """The words between two of another script, with their blanks; None when it is open where Persian begins."""
        if not words:
            return " " if left and right else ""
        run = f"{' ' * left}{' '.join(words)}{' ' * right}"
        if not _UNSURE.search(marks):
            return run
        first, last = words[0].split(" ", 1)[0], words[-1].rsplit(" ", 1)[-1]
        if _NUMERIC_MARK in marks or (left and not has_arabic(first)) or (right and not has_arabic(last)):
            return None
        run = run_steps(run, self.together, ())
        if (not left and run[:1] in road.BLANKS) or (not right and run[-1:] in road.BLANKS):
            return road.over_edges(run, self.plan.edges, not left, not right, None)
        return run

    def _mark(self, word: str) -> int:
        if _BARE.fullmatch(word):
            if run_steps(word, self.bare, ()) != word:
                return _UNSETTLED
            mark = 0 if self.plan.unjoined is None else byte_of(word)
            return mark | _ARABIC if is_arabic(word) else mark
        if _PLAIN.fullmatch(word) and not self._is_half_quoted(word):
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

    def _is_half_quoted(self, word: str) -> bool:
        """Whether another word may hold the other quotation mark, for a plan that sets both."""
        return self.sets_quotes and _QUOTE.search(word) is not None

    def _keeps(self, word: str) -> bool:
        """Whether the rules for the whole text leave *word* as it is."""
        return road.repaired(word, (), self.plan.text, None)[0] == word

    def _mend(self, word: str) -> tuple[str, int, int]:
        """The word as its own letters make it, what is known of it (-1: it cannot be judged alone), its byte."""
        facts = 0
        if "&" in word:
            decoded = road.repaired(word, (), self.plan.text, None)[0]
            facts = _ENTITY if decoded != word else -1
        else:
            decoded = word
        rest = _LEADING.sub("", decoded, 1)
        if facts < 0 or len(word) > LONGEST_KEY or not _is_mendable(rest) or self._is_half_quoted(rest):
            return word, -1, 0
        tabs = decoded[
            : len(decoded) - len(decoded.lstrip("\t"))
        ]  # a line that starts with a tab is something else
        after = tabs + self._alone(decoded[len(tabs) :])
        facts |= self._facts(decoded, after)
        for part in after.split(" "):
            if self.marks[part] == _UNSETTLED:
                facts |= _BLANKS
                core = _LEADING.sub("", part, 1)
                if self.marks[core] == _UNSETTLED and not _SPACED.fullmatch(core):
                    return word, -1, 0
        return after, facts, 0 if facts & (_BLANKS | _SEVERAL) else self.marks[after]

    def _facts(self, word: str, after: str) -> int:
        facts = 0 if is_plain(word, 0, len(word)) else _NUMERIC
        if has_language_hint(word):
            facts |= _HARD_HINT if has_hard_hint(word) else _HINT
        if may_be_arabic(word) or may_be_arabic(after):
            facts |= _ARABIC_WORD
        return facts | _SEVERAL if " " in after else facts

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
        pieces: list[str] = []
        at = 0
        for start, end in persian_spans(word):
            pieces += (word[at:start], run_steps(word[start:end], self.folds, ()))
            at = end
        return self._case("".join([*pieces, word[at:]]))


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
