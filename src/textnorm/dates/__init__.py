"""Solar Hijri dates: found in text, converted, refused where they are not certain."""

from __future__ import annotations

from .calendar import (
    InvalidDateError,
    calendar_table,
    from_gregorian,
    is_leap,
    is_official,
    to_gregorian,
)
from .convert import convert_dates, explain_dates, parse_date
from .find import find_dates
from .found import FoundDate
from .lines import date_line, gregorian_date
from .options import DateOptions

__all__ = [
    "DateOptions",
    "FoundDate",
    "InvalidDateError",
    "calendar_table",
    "convert_dates",
    "date_line",
    "explain_dates",
    "find_dates",
    "from_gregorian",
    "gregorian_date",
    "is_leap",
    "is_official",
    "parse_date",
    "to_gregorian",
]
