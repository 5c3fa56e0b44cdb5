"""Half-spaces for which a file draws a space and a no-break space, at which readers cut lines: the pieces stand in reverse order.

«کتاب‌ها را می‌خوانند» is read as «خوانند  ها را می  کتاب».
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..chars import ZWNJ
from ..edits import Edit
from .cuts import first_word, last_word
from .half_spaces import join_weight

RULE = "no-break-gap"
_GAP = " \xa0"
#: gaps that a half-space may fill, at the least, and one in how many of all
_LEAST, _SHARE = 3, 2


def find_no_break_gaps(text: str) -> list[Edit]:
    r"""Return the edits that set the pieces of lines in order that were cut at half-spaces, where several gaps prove it.

    >>> text = "خوانند \xa0ها را می \xa0کتاب\nروند \xa0ها می \xa0بچه"
    >>> print(find_no_break_gaps(text)[0][2].replace("\u200c", "|"))
    کتاب|ها را می|خوانند
    >>> find_no_break_gaps("باد \xa0باران \xa0برف \xa0مه")
    []
    """
    if text.count(_GAP) < _LEAST:
        return []
    lines = list(_lines(text))
    joints = [
        join_weight(last_word(left), first_word(right))
        for _, parts in lines
        for right, left in pairwise(parts)
    ]
    fitting = sum(weight > 0 for weight in joints)
    if fitting < _LEAST or fitting * _SHARE < len(joints):
        return []
    return [
        (*span, ZWNJ.join(part.strip(" \xa0") for part in reversed(parts)), RULE) for span, parts in lines
    ]


def _lines(text: str) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """Yield where lines stand that hold such gaps, and their parts."""
    at = text.find(_GAP)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        parts = text[start:end].split(_GAP)
        if all(part.strip(" \xa0\r") for part in parts):
            yield (start, end), parts
        at = text.find(_GAP, end)
