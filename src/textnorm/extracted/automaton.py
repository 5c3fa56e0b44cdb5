"""Makes the automaton of `glance` out of its clues, for the tables of the core.

A clue is a row of sets of characters, of which some may be repeated.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from ..chars import (
    ARABIC_DIGITS,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    DIGITS,
    NON_JOINING,
    PERSIAN_DIGITS,
    PERSIAN_LETTERS,
    ZWNJ,
)
from ..lazy import lazy_pattern
from ..ruleset.extracted.kashida_signs import CONTROLS, NAMELESS as _CODES
from .glance import (
    ANY_OTHER,
    BACKWARDS,
    CLUE_BITS,
    CONTROL,
    DIGIT,
    ENDINGS,
    FONT_GAP,
    FORM,
    GLUE,
    GLUED,
    HAMZA,
    HYPHENS,
    LONG_WORD,
    LOOSE,
    NAMELESS,
    READER_SIGN,
    SIGN,
    TANVIN,
    TURNED_LETTERS,
)

#: a set of characters as a pattern, and whether any number of them may stand there
_Step = tuple[str, bool]
#: a clue by its number, and how many of its steps are behind
_Place = tuple[int, int]
_L, _D = f"[{ARABIC_LETTERS}]", f"[{PERSIAN_DIGITS}{ARABIC_DIGITS}]"
_SIGN_OR_DIGIT, _OF_WORD = f"[{CONTROLS}!-~]", f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]"
#: a kashida follows a letter that joins the next one
_BEFORE_KASHIDA = f"(?![{NON_JOINING}])[{PERSIAN_LETTERS}{ARABIC_MARKS}]"
_LM, _RUN = f"[{ARABIC_LETTERS}{ARABIC_MARKS}]", f"[A-Za-z{DIGITS}٪]"
_N, _CODE = f"[{DIGITS}]", f"[{_CODES}]"
#: a character of a name in an address
_OF_NAME = "[A-Za-z0-9-]"
_MARK, _INNER = "[.،؛؟!:]", rf"[^\s{ZWNJ}]"


def _row(*sets: str) -> list[_Step]:
    """Return the steps of a clue; a set that ends in a star may be missing, or stand there more than once."""
    return [(kind.removesuffix("*"), kind.endswith("*")) for kind in sets]


def _spelt_sets(text: str) -> list[str]:
    return [f"[{letter}]" for letter in text]


def _spelt(text: str) -> list[_Step]:
    return _row(*_spelt_sets(text))


def _behind_latin() -> Iterator[list[_Step]]:
    """Yield clues for letters behind a Latin one that are none of the `ENDINGS`, nor the beginning of one."""
    for read in sorted({ending[:size] for ending in ENDINGS for size in range(len(ending) + 1)}):
        following = "".join(e[len(read)] for e in ENDINGS if e.startswith(read) and e != read)
        yield [*_row("[A-Za-z]"), *_spelt(read), *_row(f"(?![{following}]){_L}" if following else _L)]
        if read and read not in ENDINGS:
            yield [*_row("[A-Za-z]"), *_spelt(read), *_row(f"[^{_L[1:]}")]


_EARLY = (_row("[ ]", _MARK, _L), _row(r"[\n]", _MARK, "[ «]*", _L))
_PARTS = (f"[{ZWNJ}]", *(part for _ in range(2) for part in (_INNER, f"{_INNER}*", f"[{ZWNJ}]")))
_CLUES: tuple[tuple[int, tuple[list[_Step], ...]], ...] = (
    (CONTROL, (_row("[\u202a-\u202e]"),)),
    (HYPHENS, (_row("[\xad\u2010]"), _row(r"[\n]", f"(?!و)[{PERSIAN_LETTERS}]", r"[\r\n]"))),
    (READER_SIGN, (*map(_spelt, ("://http", "://ftp")), _row(r"[\s(]", "[»]", _L), _spelt(" \xa0"))),
    (READER_SIGN, (_row("[.]", _OF_NAME, f"{_OF_NAME}*", "[@]"),)),
    (
        FONT_GAP,
        (
            _row(*_PARTS),
            _row(f"[{ZWNJ}]", "[ا]", f"[^{_OF_WORD[1:]}"),
            _row(
                f"[^{_OF_WORD[1:]}",
                f"(?![{NON_JOINING}])[{PERSIAN_LETTERS}]",
                f"[{ZWNJ}]",
                f"[{PERSIAN_LETTERS}]",
            ),
        ),
    ),
    (FORM, (_row("[\ufb50-\ufdff\ufe70-\ufefc]"),)),
    (TURNED_LETTERS, tuple(map(_spelt, BACKWARDS))),
    (
        LOOSE,
        (*map(_spelt, (f"ها{ZWNJ}", f"های{ZWNJ}")), _row(*_spelt_sets(f"{ZWNJ}می"), f"[^{_L[1:-1]}{ZWNJ}]")),
    ),
    (
        LOOSE,
        (*(_row(f"[^{_L[1:]}", *_spelt_sets(end)) for end in ("می\n", "می \n", "نمی\n", "نمی \n")), *_EARLY),
    ),
    (LOOSE, (*_behind_latin(), _row(_L, "[A-Za-z]"))),
    (SIGN, (_row(_BEFORE_KASHIDA, _SIGN_OR_DIGIT, f"{_SIGN_OR_DIGIT}*", _OF_WORD),)),
    (NAMELESS, (_row(_OF_WORD, _CODE), _row(_CODE, _OF_WORD), _spelt("(cid:"))),
    (DIGIT, (_row(f"[^{_D[1:]}", "[۰٠]"), _row(_D, "[:]", _D))),
    (DIGIT, (_row(_D, _D, "[۲۳۴۹٢٣٤٩]", "[۱١]"), _row(_D, "[۰۱۲٠١٢]", "[۰٠]", "[۲٢]"))),
    (GLUED, (_row(_L, f"[{DIGITS}]"), _row(f"[{DIGITS}]", _L), _row(*[f"[{PERSIAN_LETTERS}]"] * LONG_WORD))),
    (GLUE, (_row(_LM, _RUN), _row(_LM, "[؛؟،:.]", _RUN), _row(_LM, "[/]", "[A-Za-z]"), _row(_RUN, _LM))),
    (
        GLUE,
        (
            _row(_N, "[٬,]", _N, _N, _N, _N),
            _row("[٫]", _N, f"{_N}*", "[٫]"),
            _row(_N, "[٪]", _N),
            _row("[+#]", _LM),
            _row("[»)]", _L),
            _row(_LM, "[.]", _L),
            _row(_LM, "[(]", _RUN),
            _row("[ا]", "[\u064b]", _L),
            _row("[ه]", "[\u0654]", _L),
        ),
    ),
    (HAMZA, (_row(f"[^{_LM[1:]}", "[ه]", "[\u0654]", "[ ]"),)),
    (HAMZA, (_row("[^ه]", "[\u0654]"), _row("[ؤ]", "[ه]"), _row("[ه]", "[\u0629\u064c\u064d]"))),
    (
        TANVIN,
        (
            _row("[^ا]", "[\u064b]"),
            _row("[\u064b]", "[ل]"),
            *(_row("[ ]", *lam, "[ا]", "[\u064b]") for lam in ((), ("[ل]",))),
        ),
    ),
)
_SETS = {kind: lazy_pattern(kind) for _, found in _CLUES for row in found for kind, _ in row}
#: each row as a pattern that tells where it ends wherever it begins
_PATTERNS = [
    (clue, lazy_pattern("(?=(" + "".join(kind + "*" * repeated for kind, repeated in row) + "))"))
    for clue, found in _CLUES
    for row in found
]
#: the characters that the sets tell apart; all others are as good as one of them
_TOLD_APART = (
    *range(0x900),
    0x1680,
    *range(0x2000, 0x2070),
    0x3000,
    *range(0xE000, 0xF900),
    *range(0xFB50, 0xFF00),
    0xFFFD,
    0xFFFF,
)


def count(clue: int, text: str) -> int:
    """Return how often the automaton finds `clue` in `text`, which starts a line and ends one."""
    lines = f"\n{text}\n"
    ends: set[int] = set()
    for number, pattern in _PATTERNS:
        if number == clue:
            ends.update(match.end(1) for match in pattern.finditer(lines))
    return len(ends)


def make() -> dict[str, bytes]:
    """Return the column of each character below U+10000; and a row for each state, which says by column where the row of the
    next state begins (behind the bits of the clues) and which clues are found then."""
    clues = [(clue, row) for clue, found in _CLUES for row in found]
    columns, kinds = _columns()
    moves = {
        (number, at): [_after(number, at, row, kind) for kind in kinds]
        for number, (_, row) in enumerate(clues)
        for at in range(len(row) + 1)
    }
    begun = [
        frozenset[_Place]().union(*found)
        for found in zip(*(moves[n, 0] for n in range(len(clues))), strict=True)
    ]
    states = {begun[columns[ord("\n")]]: 0}
    rows: list[frozenset[_Place]] = []
    waiting = list(states)
    for state in waiting:
        for begins, *found in zip(begun, *map(moves.__getitem__, state), strict=True):
            reached = begins.union(*found)
            rows.append(reached)
            if reached not in states:
                states[reached] = len(states) * len(kinds)
                waiting.append(reached)
    finds = {
        state: row << CLUE_BITS
        | sum({clues[number][0] for number, at in state if at == len(clues[number][1])})
        for state, row in states.items()
    }
    written = array("I", map(finds.__getitem__, rows)).tobytes()
    return {"glance_columns": columns, "glance_rows": written}


def _after(number: int, at: int, row: list[_Step], kind: frozenset[str]) -> frozenset[_Place]:
    """Return how far a clue has been read after one more character, from one place on."""
    reached = set()
    for wanted, repeated in row[at:]:
        if wanted in kind:
            reached.add((number, at if repeated else at + 1))
        if not repeated:
            break
        at += 1
    return frozenset(reached)


def _columns() -> tuple[bytes, list[frozenset[str]]]:
    """Return the column of each character below U+10000, and the sets that each column belongs to."""
    told_apart = "".join(map(chr, _TOLD_APART)) + ANY_OTHER
    of_character: list[list[str]] = [[] for _ in told_apart]
    for kind, pattern in sorted(_SETS.items()):
        for match in pattern.finditer(told_apart):
            of_character[match.start()].append(kind)
    kinds: dict[frozenset[str], int] = {}
    numbers = [kinds.setdefault(frozenset(found), len(kinds)) for found in of_character]
    columns = bytearray([numbers[-1]]) * (1 << 16)
    for code, number in zip(_TOLD_APART, numbers, strict=False):
        columns[code] = number
    return bytes(columns), list(kinds)
