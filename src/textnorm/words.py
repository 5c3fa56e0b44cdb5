"""What a plan makes of a word that stands alone between two blanks, in a line of Persian.

The words of a text come again and again, and most need nothing. Each is judged once, by the plan's own rules, and
the answer is remembered: right as it stands, to be mended alone, to be mended together with its neighbours, or
not to be judged here. `lines` puts the answers together; no rule is written twice.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

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
from .engine import Edit, Recorder
from .languages import is_arabic, may_be_arabic, most_signs
from .memo import LONGEST_KEY, Memo
from .patterns import late
from .plan import Plan, run_steps
from .ruleset.editorial import QUOTES
from .ruleset.encoding import may_be_mojibake
from .ruleset.joiners.boundaries import OPENING
from .ruleset.joiners.scan import byte_of, byte_of_known
from .segments import PROTECTED, has_arabic, has_hard_hint, has_language_hint, is_plain, language_signs

# --- what a word may look like ---------------------------------------------------------------------------
_LETTERS = PERSIAN_LETTERS.replace(TEH_MARBUTA, "")  # its rule looks at the next word
_DIGITS = PERSIAN_DIGITS + ARABIC_DIGITS
_VARIANTS = "".join(letter for letter in LETTER_VARIANTS if LETTER_VARIANTS[letter] != TEH_MARBUTA)
_SPELT = f"{_LETTERS}{_VARIANTS}\ufb50-\ufdf9\ufe70-\ufefc"
_VANISHING = f"{INVISIBLE}{NOT_SIGN}{TATWEEL}{SHORT_VOWELS}{TANVIN}{HAMZA_ABOVE}{MADDA_ABOVE}"
_NOISE = f"\t{_VANISHING}{ODD_SPACES}"
_MARK = "[،؛؟!:.,;?]"
#: nothing but letters that leave no doubt about the language: most words of a text
_BARE = late(f"[{_LETTERS.translate(dict.fromkeys(map(ord, 'أإ')))}{ZWNJ}]{{2,}}+")
#: letters, in whatever code points: what most words to be mended are
_SPELT_ONLY = late(f"{ZWNJ}{{0,8}}+[{_LETTERS}{_VARIANTS}][{_LETTERS}{_VARIANTS}{ZWNJ}]*+[،؛؟!:.]?")
#: the same with shapes and marks that go; the same with a mark of punctuation
_MARKED = late(f"[{_SPELT}{_VANISHING}]++[،؛؟!:.]?[{INVISIBLE}]*")
_ENDED = late(f"[{_LETTERS}{_VARIANTS}{ZWNJ}]{{2,63}}+(?<!{ZWNJ})[،؛؟!:.]")
#: what both may hold when they are spelt as Persian, and so a rule with work to do there may look for
_SPELT_LETTERS, _ENDING_MARKS = frozenset(_LETTERS + ZWNJ), frozenset("،؛؟!:.")
_OPENING, _CLOSE = r"(?:[«(\[\"“”„]|<<|'')", r"(?:[»)\]\"“”]|>>|'')"
_QUOTE = late("[\"“”„]|<<|>>|''")
#: a word of a Persian line that has no effect on its neighbours; a lone ی is the ending of the word before
_LONE_YEH = f"ی(?![{_LETTERS}{ZWNJ}])"
_PLAIN_CORE = f"[{_LETTERS}{PERSIAN_DIGITS}][{_LETTERS}{PERSIAN_DIGITS}{TANVIN}{HAMZA_ABOVE}{ZWNJ}]*+"
_PLAIN = late(
    f"{_OPENING}?(?!{_LONE_YEH})"
    f"(?:{_PLAIN_CORE}(?:[-–/_+=|]{_PLAIN_CORE}){{0,8}}"
    f"|[{PERSIAN_DIGITS}]+(?:[:/.٫٬،,-][{PERSIAN_DIGITS}]+)*[٪%]?|[0-9]{{1,20}}(?=[،؛؟]))"
    f"{_CLOSE}?(?:[،؛؟!:.…]{{0,3}}{_CLOSE}?|-)"
)
#: a word of another script; what could open a tag of several words is not. A backtick stands for code or a hashtag
_LATIN_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
_HAS_LATIN = f"(?=[^{_LATIN_LETTERS}`]*[{_LATIN_LETTERS}`])"
_LATIN_CORE = f"(?:[!-;=-~‘’“”„–—…{_LATIN_LETTERS}]|<(?!/?[A-Za-z][A-Za-z0-9:-]*$|!))+"
_LATIN = late(_HAS_LATIN + _LATIN_CORE)
#: the same with marks of Persian around it
_LATIN_MARKED = late(f'{_HAS_LATIN}«?{_LATIN_CORE}(?<![“”„"])[»،؛؟]{{0,3}}')
#: what belongs to the words around it and is the same in Persian and in Latin
_NEUTRAL = late(r"(?![.:!,;?)])[!#-%*-;=?@\[-_{-~–…—•°·€£¥§¶™(]+(?<!\()|\([0-9]{1,20}\)")
#: what stands between the runs of all scripts
_EMOJI = late(f"(?:{PROTECTED['emoji']}){{1,20}}")
#: what may be of another script too, but in Persian its blanks may be wrong
_SIGNS = late("[!-/:;=-@\\[-_{-~0-9\t]*")
#: part of what is more than a word: code, a hashtag, the line break of another system
_PARTIAL = late("[\r`#]|~~~")
#: a word that its own letters and marks decide; one that would come to start with a blank is not
_CORE = f"[{_SPELT}{_NOISE}]+"
_MENDABLE = late(
    f"(?=[^{_SPELT}{_DIGITS}]*[{_SPELT}{_DIGITS}])(?![{_NOISE}]{{0,64}}[{_VANISHING}][\t{ODD_SPACES}])"
    f"[{INVISIBLE}]*+{_OPENING}?(?:[{_SPELT}{_NOISE}{_DIGITS}]++(?!(?:[»)]|{_MARK})+[«(]?{_CORE})|{_CORE}(?:(?:[»)]?{_MARK}{{1,3}}[«(]?|(?<=\t)[«(]){_CORE})*)"
    f"(?:{_CLOSE}?(?:{_MARK}{{0,3}}{_CLOSE}?{_MARK}?|-)|٬)[{_NOISE}]*"
)
#: what may stand wrong beside a blank: marks that close, brackets that open, a lone ی, nothing at all
_STARTS_WITH_YEH = late(f"{_OPENING}?{_LONE_YEH}")
SPACED = late(f"[\t»)،؛؟!:.,;?]{{0,3}}|[«(]|ی{_MARK}{{0,3}}")
_UNSEEN = late(f"[{INVISIBLE}\t]*+(?:{_MARK}[{INVISIBLE}]*+)?")
_LEADING = late("[\t»)،؛؟!:.,;?]{0,3}")

# --- what is known of a word: five bits of the scan for joins, and above them --------------------------------
#: of another script; of either; either, and maybe a time, a version or a path
LATIN, NEUTRAL, NUMERIC = 32, 64, 65
#: no word of another script, but what stands beside one may be shared: times, dates, paths, emoji
TIMED = 68
#: Persian that may be Arabic too; to be mended; right, but the line must say in which language it is
ARABIC, UNSETTLED, HINTED = 96, 128, 192
#: the bits that are not the scan's
_KIND = 0xE0
#: to be mended in Persian, right in another script
SIGNS = 129
#: no word, as between two blanks; one that says more of its line than of itself: both are to be looked at anew
EMPTY, ODD = 130, 131
#: to be spelt in another way, whatever stands beside it, unless the line may be Arabic
RESPELT = 160
#: facts about a word that was mended: the line must say if it is Persian, at a quick look or a close one; it may be
#: Arabic; its blanks may be wrong; it looks like a time; it has become several words
HINT, HARD_HINT, ARABIC_WORD, BLANKS, TIMELIKE, SEVERAL = 1, 2, 4, 8, 16, 32
_MOST_PASSES = 8
#: how many words a memo keeps, for each of its two generations
WORDS_KEPT = 1 << 15


class Words:
    """What one plan makes of single words, remembered."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.alone = tuple(step for step in plan.repairing if step not in plan.joining)
        self.bare = tuple(
            step for step in self.alone if step[0] is None and any(map(_SPELT_LETTERS.issuperset, step[1]))
        )
        spelt = _SPELT_LETTERS | _ENDING_MARKS
        self.spelling = tuple(
            step for step in self.alone if step[0] is not None or any(map(spelt.issuperset, step[1]))
        )
        self.ending = tuple(step for step in self.spelling if not _ENDING_MARKS.isdisjoint(step[1]))
        #: whether any rule looks at blanks; that of teh marbuta does, but no word with one is taken
        self.spaces = bool(plan.edges) or any(
            step[0] is None and not step[3].local and step[1] != (TEH_MARBUTA,) for step in self.alone
        )
        self.sets_quotes = any(step[3] is QUOTES for step in self.alone)
        self.marks = Memo(self._mark, WORDS_KEPT)
        self._odd = Memo(self._judged, WORDS_KEPT)
        self.mended = Memo(self._mend, WORDS_KEPT)
        self.edits = Memo(self._edits, WORDS_KEPT)
        self.signs = Memo(self._signs, WORDS_KEPT)

    def known(self, words: list[str]) -> bytes:
        """The marks of words for themselves, even of the odd ones."""
        marks = bytes(map(self.marks.__getitem__, words))
        if ODD in marks:
            pairs = zip(words, marks, strict=True)
            marks = bytes([self._odd[word] if mark == ODD else mark for word, mark in pairs])
        return marks.replace(bytes([EMPTY]), self.nothing)

    @cached_property
    def nothing(self) -> bytes:
        """The mark of the empty word for itself, as a byte."""
        return bytes([self._odd[""]])

    def known_mark(self, word: str) -> int:
        """The mark of a word for itself, even of an odd one."""
        mark = self.marks[word]
        return self._odd[word] if mark in (EMPTY, ODD) else mark

    def _mark(self, word: str) -> int:
        if not word:
            return EMPTY
        return ODD if not word.isalpha() and _PARTIAL.search(word) else self._judged(word)

    def _judged(self, word: str) -> int:
        if _BARE.fullmatch(word):
            known = None if self.plan.folds else byte_of_known(word)
            if known is not None or run_steps(word, self.bare, ()) == word:
                mark = 0 if self.plan.unjoined is None else byte_of(word) if known is None else known
                return mark | ARABIC if is_arabic(word.replace(ZWNJ, "")) else mark
        elif _ENDED.fullmatch(word) and (ended := self._ended(word)) is not None:
            return ended
        elif _PLAIN.fullmatch(word) and not self._is_half_quoted(word):
            if not self._stays(word):
                return UNSETTLED
            mark = 0 if self.plan.unjoined is None else byte_of(word)
            if not _is_plain(word):
                return UNSETTLED if mark else TIMED
            if may_be_arabic(word):
                mark |= ARABIC
            return mark | HINTED if has_language_hint(word) else mark
        if (respelt := self._respelt(word)) is not None:
            self.mended.keep(word, respelt)
            return RESPELT | respelt[2] if respelt[1] in (0, HINT) else UNSETTLED
        odd = road.odd_characters(word)
        if _NEUTRAL.fullmatch(word) and self._stays(word):
            return NEUTRAL if is_plain(word, 0, len(word)) else NUMERIC
        if _EMOJI.fullmatch(word) and self._stays(word):
            return TIMED
        if _SIGNS.fullmatch(word) and self._keeps(word, odd):
            return SIGNS if self.spaces or not is_plain(word, 0, len(word)) else NEUTRAL
        if _LATIN.fullmatch(word) and not may_be_mojibake(word) and self._keeps(word, odd):
            return LATIN
        return UNSETTLED

    def _ended(self, word: str) -> int | None:
        """What is known of a word with a mark behind it, from what is known of the word; None where that is not enough."""
        if run_steps(word, self.ending, ()) != word:
            return None
        mark = self.marks[word[:-1]]
        ended = mark & ~OPENING
        if mark < LATIN or mark & _KIND == ARABIC:
            return ended
        if mark & _KIND != RESPELT:
            return None
        after, facts, bits = self.mended[word[:-1]]
        self.mended.keep(word, (after + word[-1], facts, bits & ended))
        return ended

    def _is_half_quoted(self, word: str) -> bool:
        """Whether another word may hold the other quotation mark, for a plan that sets both."""
        return self.sets_quotes and _QUOTE.search(word) is not None

    def _keeps(self, word: str, odd: Collection[str]) -> bool:
        """Whether the rules for the whole text leave *word* as it is; *odd*: what is rare in it."""
        return (
            not road.may_need_repair(word, odd, self.plan)
            or road.repaired(word, odd, self.plan, None)[0] == word
        )

    def _stays(self, word: str) -> bool:
        """Whether all rules leave *word* as it is."""
        odd = road.odd_characters(word)
        return (
            self.plan.triggers.isdisjoint(odd)
            and self._keeps(word, odd)
            and run_steps(word, self.alone, odd) == word
        )

    def _mend(self, word: str) -> tuple[str, int, int]:
        """The word as its own letters make it, what is known of it (-1: it cannot be judged alone), its byte."""
        if (respelt := self._respelt(word)) is not None:
            return respelt
        if may_be_mojibake(word):  # its line decides
            return word, -1, 0
        if _LATIN_MARKED.fullmatch(word) and self._keeps(word, road.odd_characters(word)):
            return word, TIMELIKE, 0
        if (
            len(word) > LONGEST_KEY
            or not _is_mendable(word[len(leading_marks(word)) :])
            or self._is_half_quoted(word)
        ):
            return word, -1, 0
        after = self._becomes(word, None)
        # beside another script it would not have become Persian
        if has_arabic(after) and not has_arabic(word):
            return word, -1, 0
        facts = self._facts(word, after)
        for part in after.split(" ") if self.spaces else ():
            if not has_arabic(part):  # beside another script it may not be Persian's
                facts |= BLANKS
            if self._is_open(part):
                facts |= BLANKS
                core = part[len(leading_marks(part)) :]
                if self._is_open(core) and not SPACED.fullmatch(core):
                    return word, -1, 0
        if facts & (BLANKS | SEVERAL):
            return after, facts, UNSETTLED
        return after, facts, 0 if self.plan.unjoined is None else byte_of(after)

    def _respelt(self, word: str) -> tuple[str, int, int] | None:
        """The same at less cost for a word of nothing but letters and what goes from between them, if that settles it."""
        if not _MARKED.fullmatch(word):
            return None
        bare, odd = word, road.odd_characters(word)
        if not self._keeps(word, odd):
            return None
        if not self.plan.triggers.isdisjoint(odd):
            bare = run_steps(word, self.plan.removing, odd)
            odd = road.odd_characters(bare)
            if road.may_need_repair(bare, odd, self.plan) or not self.plan.triggers.isdisjoint(odd):
                return None
        if not _SPELT_ONLY.fullmatch(bare):
            return None
        after = run_steps(bare, self.spelling, odd)
        mark = UNSETTLED if after == word else self.marks[after]
        if mark >= LATIN and mark & _KIND != ARABIC:
            return None
        facts = ARABIC_WORD if mark & _KIND == ARABIC else 0
        if len(after) != len(bare) and may_be_arabic(word):  # with all its letters it was another word
            facts = ARABIC_WORD
        if has_language_hint(word):
            facts |= HARD_HINT if has_hard_hint(word) else HINT
        return after, facts, mark & ~_KIND

    def _is_open(self, word: str) -> bool:
        """Whether no more is known of a word than that neighbours may change it."""
        if not UNSETTLED <= self.known_mark(word) < HINTED:
            return False
        if (
            leading_marks(word)
            or "\t" in word
            or SPACED.fullmatch(word)
            or _STARTS_WITH_YEH.match(word)
            or not has_arabic(word)
        ):
            return True
        return not _is_mendable(word) or self._becomes(word, None) != word

    def _facts(self, word: str, after: str) -> int:
        facts = 0 if _is_plain(word) else TIMELIKE
        if has_language_hint(word):
            facts |= HARD_HINT if has_hard_hint(word) else HINT
        if may_be_arabic(word) or may_be_arabic(after):
            facts |= ARABIC_WORD
        return facts | SEVERAL if " " in after else facts

    def _edits(self, word: str) -> tuple[Edit, ...]:
        """What changes in a word that is mended, for explanations."""
        if self.mended[word][0] == word:
            return ()
        recorder = Recorder(word)
        return tuple(recorder.edits(self._becomes(word, recorder), 0))

    def _signs(self, word: str) -> int:
        """The signs of other languages, as it stands, repaired and without its marks: the most of each."""
        mark = self.known_mark(word)
        if mark < LATIN and word.isalpha():
            return 0
        if mark < UNSETTLED:
            return language_signs(word)
        repaired, odd = road.repaired(word, road.odd_characters(word), self.plan, None)
        forms = {word, repaired, run_steps(repaired, self.plan.removing, odd)}
        return most_signs(map(language_signs, forms)) if len(forms) > 1 else language_signs(word)

    def _becomes(self, word: str, recorder: Recorder | None) -> str:
        odd: Collection[str] = road.odd_characters(word)
        if road.may_need_repair(word, odd, self.plan):
            word, odd = road.repaired(word, odd, self.plan, recorder)
        blanks = len(word) - len(word.lstrip(" \t"))  # a line that starts with them is another thing
        own = None if recorder is None else Recorder(word[blanks:])
        after = self._alone(word[blanks:], odd, own)
        if recorder is not None and own is not None:
            recorder.record(own.edits(after, blanks))
        return word[:blanks] + after

    def _alone(self, word: str, odd: Collection[str], recorder: Recorder | None) -> str:
        """The repaired word after all rules but joins, as a Persian line of its own, until it stays; *odd*: what is rare in it."""
        for _ in range(_MOST_PASSES):
            before = word
            while not self.plan.triggers.isdisjoint(odd):
                after = run_steps(word, self.plan.removing, odd, recorder)
                if after == word:
                    break
                word, odd = road.repaired(after, road.odd_characters(after), self.plan, recorder)
            word = run_steps(word, self.alone, odd, recorder)
            odd = road.odd_characters(word)
            if word == before or not road.may_change_again(before, odd):
                break
            if road.may_need_repair(word, odd, self.plan):
                word, odd = road.repaired(word, odd, self.plan, recorder)
        return word


def leading_marks(word: str) -> str:
    """What stands before the word itself and may belong to the one before: tabs, and marks that close."""
    match = _LEADING.match(word)
    return match[0] if match else ""


def _is_mendable(word: str) -> bool:
    return bool(_UNSEEN.fullmatch(word) or _MENDABLE.fullmatch(word)) or word in ("«", "(")


def _is_plain(word: str) -> bool:
    """Whether a word of Persian holds nothing of another script, behind the signs that stand for a guillemet."""
    return is_plain(word, len("<<") if word.startswith("<<") else 0, len(word))
