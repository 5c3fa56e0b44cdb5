"""Words that were stretched to fill their line, and that a reader tore at the kashidas: اش ـ ــاره for اشاره."""

from __future__ import annotations

import re

from ..chars import ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, TATWEEL, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import UNKNOWN, standing

RULE = "stretched-word"
_W = f"[{PERSIAN_LETTERS}{ARABIC_MARKS}{ZWNJ}]"
_KASHIDA = f" ?{TATWEEL}+(?: {TATWEEL}+)*"
#: a word with kashidas, some of which stand apart
_WORD = lazy_pattern(f"(?<!{_W}){_W}++(?:{_KASHIDA}{_W}++)+")
_STRETCH = lazy_pattern(_KASHIDA)
#: words that prove the fault, at the least
_LEAST = 3


def find_stretched_words(text: str) -> list[Edit]:
    """Return the edits that take out kashidas with spaces before or between them, where they make known words of several.

    A single tatweel behind a space («پسوند ـها») proves nothing, and neither does one behind a letter that never joins.

    >>> text = "اش ـ ــاره نویسن ـ ــده ک ـ ــه"
    >>> [text[start:end] for start, end, *_ in find_stretched_words(text)]
    [' ـ ــ', ' ـ ــ', ' ـ ــ']
    >>> find_stretched_words("پسوند ـها و ـتر")
    []
    """
    if (
        TATWEEL not in text or f" {TATWEEL}" not in text
    ):  # the first is found sooner, and most texts have none
        return []
    words = [word for word in _WORD.finditer(text) if f" {TATWEEL}" in word[0]]
    torn = [word for word in words if TATWEEL * 2 in word[0] and _is_one(word[0])]
    if len(torn) < _LEAST:
        return []
    return [edit for word in words if _is_one(word[0]) for edit in _edits(word)]


def _is_one(word: str) -> bool:
    """Return whether the parts of a stretched word make one that is known, and could be stretched where they meet."""
    parts = _STRETCH.split(word)
    whole = "".join(parts)
    joins = all(part[-1] not in NON_JOINING for part in parts[:-1])
    return joins and all(standing(part) > UNKNOWN for part in whole.split(ZWNJ) if part)


def _edits(word: re.Match[str]) -> list[Edit]:
    return [
        (word.start() + stretch.start(), word.start() + stretch.end(), "", RULE)
        for stretch in _STRETCH.finditer(word[0])
        if " " in stretch[0]
    ]
