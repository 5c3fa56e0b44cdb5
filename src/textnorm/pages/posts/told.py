"""What a line of a page tells of its post: when it was written, who wrote it, or what part of the site it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from textnorm.cache import BoundedCache
from textnorm.pages.interface import ALONE, mask, role_bits
from textnorm.pages.posts.bylines import byline
from textnorm.pages.posts.date_lines import Mark, dated_row, is_time_alone
from textnorm.pages.posts.dating import Dating
from textnorm.pages.posts.entry_rows import row_of_entry, sender
from textnorm.pages.posts.line_forms import LONGEST_TITLE, row_bits

_SKIP = re.compile(r"(?:رد شدن|رفتن|پرش|عبور|گذر) (?:به|از) (?:محتوا|نوشته|مطلب|بخش)|skip to ", re.IGNORECASE)


class Told(NamedTuple):
    """The day that a line says, the name in a byline, and the roles of a line that says neither."""

    mark: Mark | None
    author: str
    bits: int


NOTHING = Told(None, "", 0)
#: what lines tell on whatever page they stand: sites say the same on all their pages
_TOLD: BoundedCache[str, Told] = BoundedCache(
    lambda line: line_told(line, role_bits(line), Dating()), 4096, LONGEST_TITLE
)


def lines_told(lines: Sequence[str], roles: Sequence[int], dating: Dating) -> list[Told]:
    """Return what each line of a page tells, with the roles that it has as it stands."""
    bits_of = dict(zip(lines, roles, strict=True))
    known = {line: line_told(line, bits, dating) for line, bits in bits_of.items()}
    return [known[line] for line in lines]


def line_told(line: str, bits: int, dating: Dating) -> Told:
    """Return what a line tells, with the roles that it has as it stands and the dates of its page.

    >>> line_told("نوشته شده توسط نسیم", 0, Dating()).author, line_told("رفتن به محتوا", 0, Dating()).bits > 0
    ('نسیم', True)
    """
    if len(line) > LONGEST_TITLE:
        return NOTHING
    known = _TOLD.recall(line) if dating.plain else None
    if known is not None:
        return known
    row = row_of_entry(line)
    told = _look(line, row, bits, dating)
    if not dating.decides(row):
        _TOLD.put(line, told)
    return told


def _look(line: str, row: str, bits: int, dating: Dating) -> Told:
    mark = dated_row(row, dating)
    if mark and not mark.date and mark.found and mark.found.kind == "partial":
        alone = mark.style == "alone" and is_time_alone(mark)
        bits = ALONE | mask("date_label" if mark.clock else "archive") if alone else bits
        return Told(None, "", bits if bits & ALONE else 0)  # a month of an archive, or words with one
    author = "" if mark else byline(row) or sender(line)
    if _SKIP.match(line):
        return Told(None, "", ALONE | mask("skip_link"))
    return Told(mark, author, 0 if mark else bits or row_bits(line))
