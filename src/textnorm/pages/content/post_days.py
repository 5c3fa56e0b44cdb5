"""Solar Hijri days of posts, which the page model takes for rows about a text: `tidy` is to write them as ISO dates."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.dates import FoundDate
from textnorm.dates.header_dates import date_line, dates_of_lines
from textnorm.pages.content.characters import LONGEST_HEADER

#: how far above or below a line that stays a day may stand, in lines
_REACH = 2


def with_days(lines: Sequence[str], kept: Sequence[bool]) -> list[bool]:
    """Return which lines stay: those that do already, and the days right above or below one of them.

    The clock of the page, rows with more than a day and Gregorian days are left as the page model says.

    >>> with_days(["خانه", "۱۳۹۷ مهر ۸, یکشنبه", "باران", "ورود"], [False, False, True, False])
    [False, True, True, False]
    """
    near = (
        n for n, stays in enumerate(kept) if not stays and True in kept[max(0, n - _REACH) : n + _REACH + 1]
    )
    asked = [n for n in near if _may_be_day(lines[n])]
    found = dates_of_lines([lines[n] for n in asked]) if asked else ()
    days = {n for n, dates in zip(asked, found, strict=True) if dates and _is_day(lines[n], dates)}
    return [stays or n in days for n, stays in enumerate(kept)] if days else list(kept)


def _may_be_day(line: str) -> bool:
    return len(line) <= LONGEST_HEADER and any(map(str.isdigit, line))


def _is_day(line: str, found: Sequence[FoundDate]) -> bool:
    day = date_line(line, found=found)
    return day is not None and None not in day.solar
