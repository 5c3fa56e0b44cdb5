"""Solar Hijri dates: found in text, converted, refused where they are not certain."""

from __future__ import annotations

from .api import convert_dates, explain_dates, find_dates, parse_date, text_evidence
from .calendar import (
    InvalidDateError,
    calendar_table,
    from_gregorian,
    is_leap,
    is_official,
    to_gregorian,
)
from .date_columns import to_gregorian_many
from .evidence import TextEvidence
from .header_dates import date_line, gregorian_date
from .options import DateOptions
from .results import FoundDate

__all__ = [
    "DateOptions",
    "FoundDate",
    "InvalidDateError",
    "TextEvidence",
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
    "text_evidence",
    "to_gregorian",
    "to_gregorian_many",
]
