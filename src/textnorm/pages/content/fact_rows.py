"""Rows of facts («مساحت: ۸۵ متر», `Price: 12`) are judged together: one of them has the words of a shop or of a footer, others have not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from textnorm.pages.content.columns import Column
from textnorm.pages.interface import ALONE, mask

#: the fewest rows on end, and most words of one
_ROWS, _WORDS = 3, 14
#: what is certain to be no text elsewhere: a price
_OFFERED = mask("shop")


def fact_columns(own: Mapping[str, Column]) -> dict[str, Column]:
    """Return which lines may be rows of facts, and which are the last of enough of them on end."""
    words, bits = own["words"], own["bits"]
    allowed = bits.has(ALONE).equals(0) | bits.has(_OFFERED)
    facts = (own["colon"] > 0) & (words > 1) & (words < _WORDS + 1) & allowed
    return {"fact": facts, "facts": facts.window(_ROWS - 1, 0) > _ROWS - 1}


def with_facts(lines: Sequence[str], told: Mapping[str, Column], kept: list[bool]) -> list[bool]:
    """Return which lines stay: those that do already, and rows of facts among which half do, by their `fact_columns`.

    Of three rows and more on end, each a name and what it is with a colon between them, all stay if half of them do.
    """
    if not told["facts"].sum():
        return kept
    stay: list[bool] = []
    rows = (fact and line[-1] != ":" for fact, line in zip(told["fact"], lines, strict=True))
    for fact, run in groupby(zip(rows, kept, strict=True), key=lambda row: bool(row[0])):
        flags = [flag for _, flag in run]
        all_stay = fact and len(flags) >= _ROWS and 2 * sum(flags) >= len(flags)
        stay += [True] * len(flags) if all_stay else flags
    return stay
