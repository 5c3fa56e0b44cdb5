"""Solar Hijri days of posts, which the page model takes for rows about a text: `tidy` is to write them as ISO dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

from textnorm.dates import FoundDate
from textnorm.dates.header_dates import date_line, dates_of_lines
from textnorm.lazy import lazy_pattern
from textnorm.pages.content.characters import LONGEST_HEADER
from textnorm.pages.content.columns import Column

#: how far above or below a line that stays a day may stand, in lines
_REACH = 2
_DIGIT = lazy_pattern(r"\d")


def with_days(lines: Sequence[str], kept: Sequence[bool]) -> list[bool]:
    """Return which lines stay: those that do already, and the days right above or below one of them.

    The clock of the page, rows with more than a day and Gregorian days are left as the page model says.

    >>> with_days(["خانه", "۱۳۹۷ مهر ۸, یکشنبه", "باران", "ورود"], [False, False, True, False])
    [False, True, True, False]
    """
    asked = [n for n in _near(kept) if _may_be_day(lines[n])]
    found = dates_of_lines([lines[n] for n in asked]) if asked else ()
    days = {n for n, dates in zip(asked, found, strict=True) if dates and _is_day(lines[n], dates)}
    return [stays or n in days for n, stays in enumerate(kept)] if days else list(kept)


def _near(kept: Sequence[bool]) -> Iterator[int]:
    """Return the lines that go right above or below one that stays, in order.

    >>> list(_near([False] * 5 + [True] + [False] * 3))
    [3, 4, 6, 7]
    """
    stays = Column(kept)
    return compress(range(len(kept)), stays.equals(0) & (stays.window(_REACH, _REACH) > 0))


def _may_be_day(line: str) -> bool:
    return len(line) <= LONGEST_HEADER and _DIGIT.search(line) is not None


def _is_day(line: str, found: Sequence[FoundDate]) -> bool:
    day = date_line(line, found=found)
    return day is not None and None not in day.solar
