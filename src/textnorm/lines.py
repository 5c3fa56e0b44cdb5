"""What one plan makes of a line whose words decide all.

Every word of a line is known (`words`), and where that is enough the line is put together from what is known. No rule
is written twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import partial
from itertools import accumulate, compress

from . import road
from .chars import (
    ARABIC_KAF,
    ARABIC_YEH,
    BIDI_CONTROLS,
    BIDI_MARKS,
    HAMZA_ABOVE,
    LETTER_VARIANTS,
    PERSIAN_DIGITS,
    PERSIAN_LETTERS,
    ZWNJ,
)
from .engine import Edit, Recorder, splice
from .gaps import Gaps
from .languages import leaves_no_doubt
from .options import Options
from .patterns import late
from .plan import applied, plan_of, run_steps
from .ruleset.encoding import DECODING, ODD_SPACE
from .ruleset.joiners.boundaries import OPENING, PREFIX
from .ruleset.joiners.scan import Joiner, found
from .ruleset.spacing import LINE_END, LINE_START, SPACE_RUN
from .segments import SENTENCE_END, has_arabic, is_persian_throughout, is_plain
from .words import (
    ARABIC,
    ARABIC_WORD,
    BLANKS,
    EMPTY,
    HARD_HINT,
    HINT,
    HINTED,
    LATIN,
    NEUTRAL,
    NUMERIC,
    ODD,
    RESPELT,
    SEVERAL,
    SIGNS,
    TIMED,
    TIMELIKE,
    UNSETTLED,
    Words,
)

#: code within a line, and hashtags, of characters that no rule repairs
_CODE = late(
    "``[ -_a-~]{1,2000}``|`[ -_a-~]{1,2000}`"
    f"|(?<![^ ])#[A-Za-z0-9_{PERSIAN_DIGITS}{PERSIAN_LETTERS}{ARABIC_YEH}{ARABIC_KAF}{ZWNJ}]{{1,140}}(?![^ ])"
)
_TICK = late("`")
_IS_UNSURE = bytes(byte >= UNSETTLED for byte in range(256))
_IS_OPEN = bytes(UNSETTLED <= byte < RESPELT for byte in range(256))
_MAY_BE_ARABIC = re.compile(b"[\x60-\x7f\xe0-\xff]")
#: what belongs to both scripts before what begins a verb
NUMBER_BEFORE_VERB = re.compile(
    bytes([NEUTRAL, *b"[", *(byte for byte in range(LATIN) if byte & OPENING == PREFIX), *b"]"])
)
#: signs without a letter between words of another script, or between one and an end of the line, are its own
_SIGNS_OF_LATIN = late(b"(?:^|(?<= ))[\x40\x41\x81]+(?:(?= )|\\Z)")
#: and mostly those behind one
_SIGNS_BEHIND_LATIN = late(b"(?<= )[\x40\x81]++(?!\x41)")
#: one of them may look like a version
_VERSION = late(r"[0-9]{1,9}(?:\.[0-9]{1,9}){1,3}")
#: whether more must be known of the line than that a word is to be spelt in another way
_IS_HARD = bytes(byte >= ARABIC and not RESPELT <= byte < HINTED for byte in range(256))
LETTERS = frozenset((*PERSIAN_LETTERS, *LETTER_VARIANTS))
_EMPTY = bytes([EMPTY])
#: the bits that are the scan's
_SCANNED = bytes(range(32)) * 8
#: whether it may hold another script or a protected span
_IS_MIXED = bytes(byte in (LATIN, NUMERIC, TIMED, UNSETTLED, SIGNS, ODD) for byte in range(256))
#: whether what stands beside it may be its own
_IS_SHARED = bytes(byte in (LATIN, NUMERIC, TIMED) for byte in range(256))


class Lines:
    """What one plan makes of lines."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.plan = plan_of(options)
        self.words = Words(self.plan)
        self.join = _none_joined if self.plan.unjoined is None else Joiner(self.plan.unjoined).joined
        self._mark_of, self._mended = self.words.marks.__getitem__, self.words.mended.__getitem__
        self._signs, self._edits = self.words.signs.__getitem__, self.words.edits.__getitem__
        #: letters of the most common other keyboard, each of which is set in one call
        self.letters = tuple(
            (letter, rule.mapping[letter])
            for *_, rule in self.plan.repairing
            for letter in (ARABIC_YEH, ARABIC_KAF)
            if rule.mapping and letter in rule.mapping and rule.family == "letters"
        )
        self.gaps = Gaps(
            self.plan, tuple(step for step in self.words.alone if step[0] is None and not step[3].local)
        )
        self.decoding = tuple(rule for rule in self.plan.text if rule in DECODING)
        #: whether odd spaces become plain ones
        self.spaces = ODD_SPACE in self.plan.text
        #: what may stand before the first letter of a line and goes
        self.unseen = " \t" + "".join(self.plan.triggers.intersection(BIDI_MARKS + BIDI_CONTROLS))
        #: whether all rules are there that make blanks too many go
        self.trims = (
            self.spaces
            and {LINE_START.id, LINE_END.id} <= {rule.id for rule in self.plan.edges}
            and any(step[3] is SPACE_RUN for step in self.words.alone)
        )

    def line(self, line: str, recorder: Recorder | None = None) -> str | None:
        """The line after the plan, None when its words alone cannot tell (then what was recorded is void)."""
        hidden = "\xa0" in line
        if hidden:
            line = line.replace("\xa0", " ")
        spaced = line.replace("\t", " ") if "\t" in line else line
        spelt = self._spelt(spaced) if recorder is None else spaced
        words = spelt.split(" ")
        marks = bytes(map(self._mark_of, words))
        if hidden and (LATIN in marks or ODD in marks or not self.spaces):
            return None  # they may be part of mojibake
        if spaced is not line or not marks.isascii():
            if ODD in marks:
                return self._odd_line(line, recorder)
            if spaced is not line or EMPTY in marks:
                inside = bool(words[0] and words[-1])  # how blanks at the ends go is recorded elsewhere
                if not (recorder is None or inside) or not self._may_trim(line, marks):
                    return self._odd_line(line, recorder)
                words, marks = [*filter(None, words)], marks.replace(_EMPTY, b"")
                joined = " ".join(words)
                if recorder is not None and applied(SPACE_RUN, line, recorder) != joined:
                    return None  # a word ends in an odd space
                line, spelt = (joined if spelt is spaced else spaced), joined
        return self._line(line, spelt, words, marks, recorder)

    def cased(self, line: str) -> str:
        """The line after what the plan does to words of any script."""
        return line

    def repaired(self, line: str, recorder: Recorder | None) -> str:
        """The line after rules for the whole text; most damage is undone by those that decode, without a look at each letter."""
        decoded = line
        for rule in self.decoding:
            decoded = applied(rule, decoded, recorder)
        if self.spaces and "\xa0" in decoded:
            decoded = applied(ODD_SPACE, decoded, recorder)
        if decoded != line and all(rule.function(decoded) == decoded for rule in self.decoding):
            return decoded
        if recorder is not None:
            recorder.forget()
        return road.repaired(line, road.odd_characters(line), self.plan, recorder)[0]

    def _spelt(self, line: str) -> str:
        """The line in Persian letters, as far as one call each sets them; the line itself where there is nothing to do."""
        spelt = line
        for letter, persian in self.letters:
            if letter in line:
                spelt = spelt.replace(letter, persian)
        # with a hamza they would be another letter
        return line if spelt is not line and HAMZA_ABOVE in line else spelt

    def _may_trim(self, line: str, marks: bytes) -> bool:
        """Whether runs of blanks become one, and those at the ends nothing, whatever the other rules do."""
        return (
            self.trims
            and line.lstrip(self.unseen)[:1] in LETTERS  # others may keep their indent
            and (1 not in marks.translate(_IS_MIXED) or is_plain(line, 0, len(line)))
        )

    def _odd_line(self, line: str, recorder: Recorder | None) -> str | None:
        """A line with a word that says more of it than of itself, or with blanks whose changes are recorded."""
        if "~~~" in line:
            return None  # it may open a block of code
        body = line.removesuffix("\r")
        if "`" in body or "#" in body:
            after = self._around_code(body, recorder)
        else:
            after = self._known_line(body, recorder)
        return None if after is None else after + line[len(body) :]

    def _around_code(self, line: str, recorder: Recorder | None) -> str | None:
        """A line with code or hashtags in it: each stands for one Latin word."""
        code = _CODE.findall(line)
        short = _CODE.sub("`", line)
        if short.count("`") != len(code):
            return None
        own = None if recorder is None else Recorder(short)
        after = self._known_line(short, own)
        if after is None:
            return None
        if recorder is not None and own is not None:
            recorder.record(_with_code(own.edits(after, 0), short, code))
        pieces = iter(code)
        return _TICK.sub(lambda _: next(pieces), after)

    def _known_line(self, line: str, recorder: Recorder | None) -> str | None:
        """A line whose words stand for themselves, its runs of blanks as one blank."""
        if ("  " in line or "\t" in line) and self._may_trim(line, bytes([ODD])):
            line = applied(SPACE_RUN, line, recorder)
        spelt = line if recorder is not None else self._spelt(line)
        words = spelt.split(" ")
        return self._line(line, spelt, words, self.words.known(words), recorder)

    def _line(
        self, line: str, spelt: str, words: list[str], marks: bytes, recorder: Recorder | None
    ) -> str | None:
        """The line of these words and their marks; *spelt*: what they make, *line*: what it was in its own letters."""
        if LATIN in marks:
            if SIGNS in marks:
                marks = _SIGNS_OF_LATIN.sub(_as_latin, marks)
                marks = _SIGNS_BEHIND_LATIN.sub(partial(_as_latin_behind, words), marks)
            if NUMBER_BEFORE_VERB.search(marks):
                return None  # whose number is it?
        right = marks.isascii()
        if not (right and spelt is line) and 1 in marks.translate(_IS_HARD):
            return self._mended_line(line, spelt is not line, words, marks, recorder)
        if right:
            return self._joined(spelt, words, marks, recorder)
        unsure = [*_unsure(marks)]
        if recorder is not None:
            recorder.record(self._word_edits(words, unsure))
        for at in unsure:
            words[at] = self._mended(words[at])[0]
        return self._joined(None, words, marks, recorder)

    def _joined(self, line: str | None, words: list[str], marks: bytes, recorder: Recorder | None) -> str:
        """The line with its words joined; None: as the words make it."""
        if recorder is None:
            return self.join(words, marks) or line or " ".join(words)
        if self.plan.unjoined is None:
            return line or " ".join(words)
        line = line or " ".join(words)
        if edits := found(words, marks.translate(_SCANNED), self.plan.unjoined):
            recorder.record(edits)
            line = splice(line, edits)
        return line

    def _mended_line(
        self, line: str, hinted: bool, words: list[str], marks: bytes, recorder: Recorder | None
    ) -> str | None:
        """A line with words that must be mended, or whose letters leave its language open."""
        own = words.copy()
        bits = bytearray(marks)
        facts = HINT if hinted else 0
        several: list[int] = []
        unsure = [*_unsure(marks)]
        for at in unsure:
            words[at], more, bits[at] = self._mended(own[at])
            if more < 0:
                return None
            facts |= more
            if more & SEVERAL:
                several.append(at)
        if (
            (facts & BLANKS and (facts & TIMELIKE or (several and LATIN in marks)))
            or (facts & (HINT | HARD_HINT) and not self._is_persian(line, own, marks, facts))
            or (line[0] not in LETTERS and not has_arabic(line))
        ):
            return None
        if recorder is not None:
            recorder.record(self._word_edits(own, unsure))
        now = bytes(bits)
        if several:
            words, now = self._apart(words, now, several)
        if (facts & BLANKS or several) and (places := [*compress(range(len(now)), now.translate(_IS_OPEN))]):
            closed = self.gaps.close(words, now, places, 1 in now.translate(_IS_SHARED), recorder)
            if closed is None:
                return None
            words, now = closed
        return self._joined(None, words, now, recorder)

    def _apart(self, words: list[str], marks: bytes, several: list[int]) -> tuple[list[str], bytes]:
        """The words and their marks with those at *several* taken apart, which have come to hold blanks."""
        kept: list[str] = []
        bits = bytearray()
        done = 0
        for at in several:
            pieces = words[at].split(" ")
            kept += words[done:at] + pieces
            bits += marks[done:at] + self.words.known(pieces)
            done = at + 1
        return kept + words[done:], bytes(bits) + marks[done:]

    def _word_edits(self, words: list[str], places: list[int]) -> list[Edit]:
        """What was mended in the words of a line at *places*."""
        lengths = [*accumulate(map(len, words), initial=0)]
        edits: list[Edit] = []
        for at in places:
            start = lengths[at] + at
            for a, b, new, ids in self._edits(words[at]):
                edits.append((start + a, start + b, new, ids))
        return edits

    def _is_persian(self, line: str, words: list[str], marks: bytes, facts: int) -> bool:
        """Whether letters of other keyboards leave a line Persian, before and after marks are taken away."""
        if not (
            facts & HARD_HINT or (facts & HINT and (facts & ARABIC_WORD or _MAY_BE_ARABIC.search(marks)))
        ):
            return True
        if leaves_no_doubt(sum(map(self._signs, compress(words, marks.translate(_IS_HARD))))):
            return True
        if facts & TIMELIKE or NUMERIC in marks or TIMED in marks:
            return False  # numbers that may end a clause
        own = line.split(" ")  # in its own letters
        if len(own) > len(words):  # its blanks have been trimmed
            own = [*filter(None, own)]
        # another script ends a clause, as a full stop does
        line = " ".join(["." if mark == LATIN else word for word, mark in zip(own, marks, strict=True)])
        odd: Collection[str] = road.odd_characters(line)
        if road.may_need_repair(line, odd, self.plan):
            line, odd = road.repaired(line, odd, self.plan, None)
        if not is_persian_throughout(line):
            return False
        return self.plan.triggers.isdisjoint(odd) or is_persian_throughout(
            run_steps(line, self.plan.removing, odd)
        )


def _none_joined(words: list[str], marks: bytes) -> None:
    """What a plan without joins does to the words of a line."""


def _unsure(marks: bytes) -> Iterable[int]:
    """The indexes of the words that are not known to be right."""
    return compress(range(len(marks)), marks.translate(_IS_UNSURE))


def _as_latin(match: re.Match[bytes]) -> bytes:
    return match[0].replace(bytes([SIGNS]), bytes([LATIN]))


def _as_latin_behind(words: list[str], match: re.Match[bytes]) -> bytes:
    """Signs behind a word of another script that ends no sentence, up to the next word of Persian."""
    signs = words[match.start() : match.end()]
    following = match.string[match.end()] if match.end() < len(words) else 0
    if (
        words[match.start() - 1][-1:] in SENTENCE_END  # or it is no word
        or not all(map(_is_sign_of_latin, signs))
        or (signs[-1][-1].isdigit() and following & OPENING == PREFIX)  # whose number is it?
    ):
        return match[0]
    return _as_latin(match)


def _is_sign_of_latin(sign: str) -> bool:
    return (
        bool(sign) and "\t" not in sign and (is_plain(sign, 0, len(sign)) or bool(_VERSION.fullmatch(sign)))
    )


def _with_code(edits: list[Edit], short: str, code: list[str]) -> list[Edit]:
    """Edits of a line whose pieces of code are one character each, as edits of the line itself."""
    ticks = [match.start() for match in _TICK.finditer(short)]
    lags = [0, *accumulate(len(piece) - 1 for piece in code)]
    return [
        (start + lags[bisect_left(ticks, start)], end + lags[bisect_left(ticks, end)], after, ids)
        for start, end, after, ids in edits
    ]
