"""What the words of a text say, line by line: the order in which they stand, and which of them are no words.

What one word says is the matter of `direction` and `torn`. To find the words and to add up what they say is done by the
native core where there is one, and by Python otherwise, with the same numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple, Protocol

from ..chars import (
    ARABIC_LETTERS,
    ARABIC_MARKS,
    DIGITS,
    HAMZA_ABOVE,
    HEH,
    PERSIAN_LETTERS,
    TATWEEL,
    ZWNJ,
)
from ..core import look_up_words, native_module, table
from ..lazy import lazy_pattern
from ..ruleset.extracted.direction import class_number, pair_table, pair_weights, word_weights
from ..ruleset.extracted.found_lines import LINE_ENDS
from ..ruleset.extracted.kashida_signs import CONTROLS
from ..ruleset.extracted.known import LONGEST_PIECE, is_piece
from ..ruleset.extracted.order import LATIN, NEUTRAL, PARTING, STRONG, Unit, logical_lines
from ..ruleset.extracted.triggers import SHAPES
from ..ruleset.extracted.visual import IN_WORD, TO_LAST, TO_NEXT, plain, shapes
from .cuts import as_left, as_right, joint_weights, kashida_weight
from .last import last

_PIECE = f"{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}"
_OTHER = "A-Za-z0-9\u06f0-\u06f9"
_EARLY_MARKS, _LATE_MARKS, _CLOSING = ".،؛:؟!", ".؛:؟!", r"»\")\]"
_LINE = lazy_pattern(f"[^{LINE_ENDS}]+")
_LETTER, _FORM = lazy_pattern(f"[{ARABIC_LETTERS}]"), lazy_pattern(f"[{''.join(sorted(SHAPES))}]")
#: words of stretched lines hold tatweels
_WORD = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{TATWEEL}]{{2,40}}")
_ORDER_OR_END = lazy_pattern(f"[{ARABIC_LETTERS}][{ARABIC_LETTERS}{ARABIC_MARKS}{TATWEEL}]*+|[{_OTHER}]+|\n")
_TOKEN = lazy_pattern(f"[{_PIECE}]+|[^{_PIECE}]+")
_LETTERS_ALONE = lazy_pattern(f"(?<![{_PIECE}])[{PERSIAN_LETTERS}]{{4,}}+(?![{ARABIC_MARKS}{ZWNJ}])")
#: characters of which the core knows no class
_FAR = "\U00010000-\U0010ffff"
_EARLY = lazy_pattern(rf"\s*+[{_EARLY_MARKS}](?:\s|[^\W\d_{_FAR}])")
_LATE = lazy_pattern(rf"[{_LATE_MARKS}](?:(?<=[^\W{_FAR}].)|(?<=[^\W{_FAR}][{_CLOSING}].))\s*+$")
_GLUED = lazy_pattern(f"[{ARABIC_LETTERS}][{_OTHER}]|[A-Za-z][{ARABIC_LETTERS}]")
#: what begins a left-to-right span
_MIXED = lazy_pattern(f"(?:{LATIN}|[{DIGITS}])(?<![{_FAR}])")
#: what may stand for a kashida beside a piece of a word; marks that have a place in the fonts of Arabic script
SIGN_BESIDE_WORDS = f"[{TATWEEL}{CONTROLS}0-9A-Za-z#-'*+;-@\\\\^-`|~-]"
MARKS_OF_WORDS = "؛؟"
#: the classes of characters that native/extracted.h knows, in the order of their bits
_CLASSES = (
    *(
        f"[{kind}]"
        for kind in (ARABIC_LETTERS, ARABIC_MARKS, _PIECE, _OTHER, "A-Za-z", IN_WORD, TO_NEXT, TO_LAST)
    ),
    *(_FORM.pattern, f"[{LINE_ENDS}]", r"\s", r"[^\W\d_]", r"\w"),
    *(f"[{kind}]" for kind in (_EARLY_MARKS, _LATE_MARKS, _CLOSING)),
    *(LATIN, f"[{DIGITS}]", "[.,/:٫٬]", STRONG, ZWNJ, "[ \t\xa0]", "[.،:!]", TATWEEL),
    *(f"[{CONTROLS}]", f"[{PARTING}]", f"[{NEUTRAL}]"),
    *(f"[{PERSIAN_LETTERS}]", SIGN_BESIDE_WORDS, f"[{MARKS_OF_WORDS}]", "[^ \n]"),
)
#: the units of lines that the core turns round, by their numbers in native/turn.c
_UNITS: tuple[Unit, ...] = ("letter", "word", "joined", "span", "block")
_FORMS = range(0xFB50, 0xFF00)
#: words that the core remembers
_MOST = 1 << 15
#: the core takes weights in eighths, and from 0 on
_EIGHTHS, _ZERO = 8, 128
#: what a word says at the most that is known backwards only
_TURNED = -2.0

#: where two words begin and end that a space parts, and where the second ends
Place = tuple[int, int, int]
#: a line with letters of Arabic script: where it begins and ends, the evidence for logical and for visual order, and how
#: many of its words are known backwards only
Line = tuple[int, int, float, float, int]
#: the evidence of a line for the order of its words; and what its edges say and what stands in it, as bits
Order = tuple[float, int]
#: a mark ends a line as it ends a sentence; one begins it; words of both scripts are glued; there is a left-to-right span
LATE, EARLY, GLUED, MIXED = 1, 2, 4, 8


class Orders(NamedTuple):
    """The evidence of lines for the order of their words, and what they say in all: the words, and how many of the lines end as
    sentences do, begin early, are loose (begin early or hold glued words), and are mixed."""

    lines: list[Order]
    words: float
    late: int
    early: int
    loose: int
    mixed: int


class Pieces(NamedTuple):
    """Where words stand that a space parts and one of which at least is no word; and odd words: of letters alone, four and more,
    which are no words, or too long for a piece of one."""

    places: list[Place]
    odd: list[tuple[int, int]]


#: fonts that have a glyph for heh with its small hamza give it under this code
_HEH_HAMZA = lazy_pattern("[\ufba4\ufba5]")


def plain_letters(text: str) -> str:
    """Return `text` with the letters that its shaped forms show, the ezafe of heh as Persian writes it.

    >>> plain_letters("\ufba5") == "\u0647\u0654"
    True
    """
    return plain(_HEH_HAMZA.sub(HEH + HAMZA_ABOVE, text))


class Runs(NamedTuple):
    """Runs of characters of some classes, as bits, in which one of two letters stands before one of others, or anywhere before none."""

    inside: int
    first: str
    second: str = ""


#: characters of words without half-spaces, of words with them, and what stands between spaces
WORDS, WORDS_WITH_HALF_SPACES, TOKENS = 1 << 1 | 1 << 27, 1 << 2, 1 << 30


class Evidence(Protocol):
    """What the words of a text say, added up."""

    def lines(self, text: str) -> list[Line]:
        """Return the lines with letters of Arabic script, and what the shapes of each, or else its words say."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where these lines begin and end."""

    def orders(self, text: str) -> Orders:
        """Return what the words and the edges of each line say for the order in which they stand; only line feeds end lines."""

    def joined(self, lines: Sequence[str]) -> list[str] | None:
        """Return lines of pieces in reverse order, put together again: see `pieces.joined_again`; None if that has to do it."""

    def pieces(self, text: str) -> Pieces:
        """Return where words stand that a space parts, one of which at least is no word; and where odd words stand."""

    def words(self, text: str) -> dict[str, list[int]] | None:
        """Return distinct words and where they begin: see `distinct.places_of_words`; None if that has to do it."""

    def runs(self, text: str, runs: Runs) -> dict[str, list[int]] | None:
        """Return distinct runs of characters and where they begin; None if Python has to do it by a pattern."""

    def turned(self, lines: Sequence[str], unit: Unit) -> list[str]:
        """Return the logical order of lines: see `logical_lines`."""

    def plain(self, text: str) -> str:
        """Return a text with the letters that its shaped forms show."""


class _Counted:
    """The evidence, found by Python."""

    turned = staticmethod(logical_lines)
    plain = staticmethod(plain_letters)

    def lines(self, text: str) -> list[Line]:
        return [_line(start, text[start:end]) for start, end in self.spans(text)]

    def spans(self, text: str) -> list[tuple[int, int]]:
        return [line.span() for line in _LINE.finditer(text) if _LETTER.search(line[0])]

    def orders(self, text: str) -> Orders:
        words = _ORDER_OR_END.findall(f"{text}\n")
        sums = list(accumulate(pair_weights(words)))
        ends = [0.0, *(sums[at] for at, word in enumerate(words) if word == "\n")]
        edges = list(map(_edges, text.split("\n")))
        lines = [(end - start, edge) for (start, end), edge in zip(pairwise(ends), edges, strict=True)]
        counts = (sum(edge & kind > 0 for edge in edges) for kind in (LATE, EARLY, EARLY | GLUED, MIXED))
        return Orders(lines, ends[-1], *counts)

    def joined(self, lines: Sequence[str]) -> None:
        return None

    def words(self, text: str) -> None:
        return None

    def runs(self, text: str, runs: Runs) -> None:
        return None

    def pieces(self, text: str) -> Pieces:
        tokens = _TOKEN.findall(text)
        ends = list(accumulate(map(len, tokens)))
        places = [
            (ends[at] - len(tokens[at]), ends[at], ends[at + 2])
            for at in range(len(tokens) - 2)
            if tokens[at + 1] == " " and (is_piece[tokens[at]] or is_piece[tokens[at + 2]])
        ]
        odd = [word.span() for word in _LETTERS_ALONE.finditer(text) if _is_odd(word[0])]
        return Pieces(places, odd)


def _is_odd(word: str) -> bool:
    return is_piece[word] or len(word) > LONGEST_PIECE


def _line(start: int, line: str) -> Line:
    weights = [word_weights[word] for word in _WORD.findall(line)]
    logical, visual = sum(w for w in weights if w > 0), -sum(w for w in weights if w < 0)
    if _FORM.search(line):
        visual, logical = (2.0 * found for found in shapes(line, 0, len(line)))
    return start, start + len(line), float(logical), float(visual), sum(w <= _TURNED for w in weights)


def _edges(line: str) -> int:
    """Return what the edges of a line say, and what stands in it."""
    last = len(line.rstrip()) - 1
    late = last >= 0 and line[last] in _LATE_MARKS and _LATE.search(line, last) is not None
    glued, mixed = _GLUED.search(line) is not None, _MIXED.search(line) is not None
    return late * LATE | (_EARLY.match(line) is not None) * EARLY | glued * GLUED | mixed * MIXED


class _Native:
    """The evidence, found by the core, which asks what a word says once."""

    def __init__(self, new: Callable[..., Any]) -> None:
        questions: tuple[Callable[[str], int], ...] = (
            lambda word: round(word_weights[word] * _EIGHTHS) + _ZERO,
            class_number,
            is_piece.__getitem__,
            as_left,
            as_right,
            lambda pair: joint_weights[tuple(pair.split("\n"))],
            lambda pair: kashida_weight(*pair.split("\n")),
        )
        look_up_words()
        core = new(bytes(table("read_classes")), lambda question, word: int(questions[question](word)), _MOST)
        self.lines, self.spans, self.words = core.lines, core.spans, core.words
        self._core, self._table, self._forms = core, pair_table(), _forms()

    def orders(self, text: str) -> Orders:
        return Orders(*self._core.orders(text, *self._table))

    def pieces(self, text: str) -> Pieces:
        return Pieces(*self._core.pieces(text))

    def runs(self, text: str, runs: Runs) -> dict[str, list[int]]:
        found: dict[str, list[int]] = self._core.runs(text, *runs)
        return found

    def joined(self, lines: Sequence[str]) -> list[str] | None:
        found = self._core.joined("\n".join(lines), *self._table)
        return None if found is None else found.split("\n")

    def turned(self, lines: Sequence[str], unit: Unit) -> list[str]:
        text = "\n".join(lines)
        known = unit in _UNITS and "(cid:" not in text
        found = self._core.turned(text, _UNITS.index(unit)) if known else None
        return logical_lines(lines, unit) if found is None else found.split("\n")

    def plain(self, text: str) -> str:
        return str(self._core.plain(text, self._forms))


@cache
def evidence() -> Evidence:
    """Return what finds the evidence: the core, or Python where there is none."""
    module = native_module()
    return _Counted() if module is None else _Native(module.Evidence)


@last(1)
def pieces(text: str) -> Pieces:
    """Return the same as `Evidence.pieces`, for which more than one rule asks."""
    return evidence().pieces(text)


def classes() -> bytes:
    """Return the classes of the characters below U+10000 as native/extracted.h knows them."""
    found = [0] * (1 << 16)
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 1 << 16))))
    for bit, pattern in enumerate(_CLASSES):
        for match in lazy_pattern(pattern).finditer(every):
            found[ord(match[0])] |= 1 << bit
    return array("I", found).tobytes()


def _forms() -> bytes:
    """Return where the letters of each shaped form begin, and these, as native/turn.c reads them."""
    shown = [plain_letters(chr(code)) for code in _FORMS]
    letters = ["" if after == chr(code) else after for code, after in zip(_FORMS, shown, strict=True)]
    starts = accumulate(map(len, letters), initial=0)
    return array("I", (*starts, *map(ord, "".join(letters)))).tobytes()
