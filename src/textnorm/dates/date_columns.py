"""Whole columns of Solar Hijri dates: a million strings a second, since a column has few different days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Literal

from textnorm import chars
from textnorm.arguments import check_options, check_several
from textnorm.lazy import lazy_pattern

from .api import find_dates, not_one, one_day, text_evidence
from .calendar import InvalidDateError, day_of, problem
from .evidence import Order, TextEvidence
from .numbers import MIXED_DIGITS
from .options import DEFAULT, DateOptions

#: the year first, by the first character: all digits of one script, both separators the same sign
_YEAR_FIRST = {
    digit: lazy_pattern(rf"([{digits}]{{4}})([/.\-_ ])([{digits}]{{1,2}})\2([{digits}]{{1,2}})")
    for digits in (chars.ASCII_DIGITS, chars.PERSIAN_DIGITS, chars.ARABIC_DIGITS)
    for digit in digits
}
_OTHER_NUMBERS = lazy_pattern(r"(\d{4})(\d\d)(\d\d)|(\d{1,2})([/.\-])(\d{1,2})\5(\d{4})")
#: a time behind a date of ten characters
_TIME = lazy_pattern(r"[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
#: how many different strings of a column are remembered
_SIZE = 1 << 18


def to_gregorian_many(
    values: Iterable[object],
    options: DateOptions = DEFAULT,
    *,
    order: Order | None = None,
    errors: Literal["raise", "none"] = "raise",
) -> list[datetime.date | None]:
    """Return the Gregorian days of a column of Solar Hijri dates, in its order.

    Numbers are read as Solar Hijri whatever their year: «۱۳۹۷/۰۷/۰۸», ``1397-7-8``, ``13970708`` (also as a
    number), with or without a time. In *order* "dmy" or "mdy" the year may stand last; without it such numbers
    are read only where a day above 12 shows the order. All else is read as :func:`find_dates` reads it, if it is
    one certain date; with ``context="text"`` the column decides what one of its strings leaves open.

    None, NaN and empty strings give None. What is no certain date raises an :class:`InvalidDateError` that says
    why, or gives None with ``errors="none"``.

    >>> to_gregorian_many(["۱۳۹۷/۰۷/۰۸", "1397-7-8", 13970708, "۸ مهر ۱۳۹۷", None])[:3]
    [datetime.date(2018, 9, 30), datetime.date(2018, 9, 30), datetime.date(2018, 9, 30)]
    >>> to_gregorian_many(["مهر ۱۳۹۷"], errors="none")
    [None]
    """
    if errors not in ("raise", "none"):
        raise ValueError(f"errors must be 'raise' or 'none', not {errors!r}")
    check_options(options, DateOptions)
    values = list(check_several(values))
    evidence = text_evidence("\n".join(map(str, values)), options) if options.context == "text" else None
    days = _Days(options, order, errors == "raise", evidence)
    return list(map(days.__getitem__, values))


class _Days(dict[object, "datetime.date | None"]):
    """The day of each different value of a column."""

    def __init__(
        self, options: DateOptions, order: Order | None, strict: bool, evidence: TextEvidence | None
    ) -> None:
        super().__init__()
        self._options, self._order, self._strict, self._evidence = options, order, strict, evidence

    def __missing__(self, value: object) -> datetime.date | None:
        if isinstance(value, str) and len(value) > 15 and _TIME.fullmatch(value, 10):
            return self[value[:10]]
        if len(self) >= _SIZE:
            self.clear()
        try:
            day = self._day(value)
        except InvalidDateError:
            if self._strict:
                raise
            day = None
        self[value] = day
        return day

    def _day(self, value: object) -> datetime.date | None:
        """Return the day of a value: the plainest way of writing it is tried first."""
        if (
            isinstance(value, str)
            and (pattern := _YEAR_FIRST.get(value[:1]))
            and (match := pattern.fullmatch(value))
        ):
            year, _, month, day = match.groups()
            return _checked(value, int(year), int(month), int(day))
        return None if _is_missing(value) else self._read(str(value))

    def _read(self, text: str) -> datetime.date:
        """Return the day of any other text."""
        match = None if _is_mixed(text) else _OTHER_NUMBERS.fullmatch(text.strip())
        if match is None:
            return one_day(text, find_dates(text, self._options, evidence=self._evidence))
        return _checked(text, *_values(text, match, self._order))


def _is_mixed(text: str) -> bool:
    """Tell whether a number has digits of two scripts."""
    return not text.isascii() and MIXED_DIGITS.search(text) is not None


def _checked(text: str, year: int, month: int, day: int) -> datetime.date:
    """Return the Gregorian day, or raise an error that shows the text."""
    if (why := problem(year, month, day)) is not None:
        raise not_one(text, why)
    return day_of(year, month, day)


def _values(text: str, match: re.Match[str], order: Order | None) -> tuple[int, int, int]:
    """Return year, month and day of eight digits, or of numbers with the year last."""
    if match[1]:
        return int(match[1]), int(match[2]), int(match[3])
    left, middle, year = int(match[4]), int(match[6]), int(match[7])
    if order == "mdy" or (order is None and middle > 12 >= left):
        return year, left, middle
    if order == "dmy" or left > 12 or left == middle:
        return year, middle, left
    raise not_one(text, "day and month may stand in either order: say order='dmy' or order='mdy'")


def _is_missing(value: object) -> bool:
    """Tell whether a value stands for none: None, NaN, NaT, an empty string."""
    return value is None or value != value or value == ""
