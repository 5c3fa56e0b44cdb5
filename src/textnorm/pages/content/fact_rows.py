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
    words, bits = page.columns["words"], page.columns["bits"]
    allowed = bits.has(ALONE).equals(0) | bits.has(_OFFERED)
    facts = (page.columns["colon"] > 0) & (words > 1) & (words < _WORDS + 1) & allowed
    if not (facts.window(_ROWS - 1, 0) > _ROWS - 1).sum():
        return list(kept)
    stay: list[bool] = []
    rows = (fact and line[-1] != ":" for fact, line in zip(facts, page.lines, strict=True))
    for fact, run in groupby(zip(rows, kept, strict=True), key=lambda row: bool(row[0])):
        flags = [flag for _, flag in run]
        all_stay = fact and len(flags) >= _ROWS and 2 * sum(flags) >= len(flags)
        stay += [True] * len(flags) if all_stay else flags
    return stay
