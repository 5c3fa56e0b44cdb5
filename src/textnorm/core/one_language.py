"""Answers whether a line is of one language: of most lines the clauses tell, and nothing else need be loaded."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, PERSIAN_DIGITS, ZWNJ
from ..lazy import lazy_pattern
from ..script.clauses import is_surely_persian, other_languages
from . import loaded

#: characters without which no rule about marks and shapes matches
MAY_BE_MARKED = lazy_pattern(
    "[\u00ac\u00ad\u061c\u0640\u064e-\u0652\u0670\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufeff]"
)
#: a line that holds nothing of another script, nothing protected, and no verse
_PROSE = lazy_pattern(
    f"(?:[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}،؛؟.!«»()]|:(?![:()/])|[{PERSIAN_DIGITS}](?![-:./])|[ ](?! ))*+\n?"
)


def languages(line: str, unmarked: Callable[[str], str]) -> bool | bytes:
    """Return whether no word of a line is of another language, neither as it stands nor without its marks; where such words are
    all that is foreign to it, and have no marks, their bounds.

    >>> array("i", languages("او گفت: ئەم کتێبە باشە.", str)).tolist()
    [8, 23]
    """
    cut = _foreign(line)
    is_marked = MAY_BE_MARKED.search(line) is not None
    if any(kind == "other" for kind, _, _ in cut):
        alone = not is_marked and all(kind == "other" for kind, _, _ in cut)
        return array("i", [bound for _, *bounds in cut for bound in bounds]).tobytes() if alone else False
    return not is_marked or (bare := unmarked(line)) == line or not holds_others(bare)


def holds_others(line: str) -> bool:
    """Return what `segments.holds_others` does.

    >>> holds_others("این کتاب به زبان عربی است"), holds_others("این کتاب ئەم کتێبە باشە")
    (False, True)
    """
    return any(kind == "other" for kind, _, _ in _foreign(line))


def _foreign(line: str) -> Sequence[tuple[str, int, int]]:
    """Return what of a line is no Persian; of prose nothing else than words need be looked at."""
    if _PROSE.fullmatch(line):
        return [] if is_surely_persian(line, 0, len(line)) else other_languages(line, 0, len(line))
    pieces: Sequence[tuple[str, int, int]] = loaded(".script.segments").foreign_pieces(line)
    return pieces
