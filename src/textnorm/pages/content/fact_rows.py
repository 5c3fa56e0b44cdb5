"""Rows of facts («مساحت: ۸۵ متر», `Price: 12`) are judged together: one of them has the words of a shop or of a footer, others have not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textnorm.pages.content.line_features import Own
from textnorm.pages.interface import ALONE, mask

#: the fewest rows on end, and most words of one
_ROWS, _WORDS = 3, 14
#: what is certain to be no text elsewhere: a price
_OFFERED = mask("shop")


def with_facts(page: Own, kept: Sequence[bool]) -> list[bool]:
    """Return which lines stay: those that do already, and rows of facts among which half do.

    Of three rows and more on end, each a name and what it is with a colon between them, all stay if half of them do.
    """
    columns = page.columns
    rows = zip(page.lines, columns["colon"], columns["words"], columns["bits"], strict=True)
    facts = [
        colon > 0 and 1 < words <= _WORDS and (not bits & ALONE or bits & _OFFERED > 0) and line[-1] != ":"
        for line, colon, words, bits in rows
    ]
    stay: list[bool] = []
    for fact, run in groupby(zip(facts, kept, strict=True), key=lambda row: row[0]):
        flags = [flag for _, flag in run]
        all_stay = fact and len(flags) >= _ROWS and 2 * sum(flags) >= len(flags)
        stay += [True] * len(flags) if all_stay else flags
    return stay
