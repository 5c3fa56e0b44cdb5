"""Answers whether a line is of one language: of most lines the clauses tell, and nothing else need be loaded."""

from __future__ import annotations

from collections.abc import Callable

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, ZWNJ
from ..lazy import lazy_pattern
from ..script.clauses import is_surely_persian, other_languages

#: characters without which no rule about marks and shapes matches
MAY_BE_MARKED = lazy_pattern(
    "[\u00ac\u00ad\u061c\u0640\u064e-\u0652\u0670\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufeff]"
)
#: a line that holds nothing of another script, nothing protected, and no verse
_PROSE = lazy_pattern(f"(?:[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}،؛؟.!«»]|[ ](?! ))*+\n?")


def is_of_one_language(line: str, unmarked: Callable[[str], str]) -> bool:
    """Return whether no word of a line is of another language, neither as it stands nor without its marks."""
    if holds_others(line):
        return False
    if not MAY_BE_MARKED.search(line) or (bare := unmarked(line)) == line:
        return True
    return not holds_others(bare)


def holds_others(line: str) -> bool:
    """Return what `segments.holds_others` does.

    >>> holds_others("این کتاب به زبان عربی است"), holds_others("این کتاب ئەم کتێبە باشە")
    (False, True)
    """
    if _PROSE.fullmatch(line):
        return not is_surely_persian(line, 0, len(line)) and bool(other_languages(line, 0, len(line)))
    from ..script import segments

    return segments.holds_others(line)
