"""What happened in a line, in code points: ``U+064A→U+06CC ×2 [arabic-yeh]``."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from .changed_lines import Row
from .character_names import code

#: the longest side of a change that is written in code points
_MOST = 4


class Note(NamedTuple):
    """One kind of change in a line, and how often it stands there."""

    before: str
    after: str
    rules: tuple[str, ...]
    times: int

    def __str__(self) -> str:
        times = f" ×{self.times}" if self.times > 1 else ""
        return f"{codes(self.before)}→{codes(self.after)}{times} [{', '.join(self.rules)}]"


class Summary(NamedTuple):
    """All that happened in a line, however little of it is shown: its rules, its first notes, how many more."""

    rules: tuple[str, ...]
    notes: tuple[Note, ...]
    more: int

    def __str__(self) -> str:
        more = (f"and {self.more} more",) if self.more else ()
        return ", ".join((*map(str, self.notes), *more))


#: kinds of changes named of one line
_MOST_NOTES = 12


def summary(row: Row) -> Summary:
    """Return what happened in a row."""
    found = notes(row)
    return Summary(row.rules, tuple(found[:_MOST_NOTES]), max(0, len(found) - _MOST_NOTES))


def notes(row: Row) -> list[Note]:
    """Return the kinds of changes in a row, in the order in which they first stand there."""
    kinds = Counter((p.before, p.after, p.rules) for p in row.pieces if p.rules)
    return [Note(before, after, rules, times) for (before, after, rules), times in kinds.items()]


def codes(text: str) -> str:
    """Return the code points of a short text, the length of a long one, ∅ for none.

    >>> codes("ی"), codes(""), codes("abcdef")
    ('U+06CC', '∅', '6 characters')
    """
    if len(text) > _MOST:
        return f"{len(text):,} characters"
    return " ".join(map(code, text)) or "∅"
