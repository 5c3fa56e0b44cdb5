"""Days as markup declares them: ISO 8601 and RFC 822, Solar Hijri where a plugin writes its own calendar."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from textnorm.dates import InvalidDateError, to_gregorian

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_ISO = re.compile(
    r"\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
    r"(?:(?:T|\s{1,3})(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
#: with points the day stands first, wherever they are written so
_POINTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\S)")
#: a day as mail and RSS write it; the parser of mail takes «30 Nov -0001», which drafts have, for a day of 2000
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},?\s{0,3})?\d{1,2}[\s-][A-Za-z]{3,9}[\s-](?:\d{4}|\d\d)(?:\s|$)")
_SOLAR = range(1200, 1600)
#: the web is younger; what is before is the zero of some counter
_EARLIEST, _LATEST = 1980, 2100
_APART = datetime.timedelta(hours=15)
#: numbers that are seconds or thousandths of them since 1970, from the year 1990 on
_SECONDS, _THOUSANDTHS = range(631_152_000, 4_102_444_800), range(631_152_000_000, 4_102_444_800_000)
#: «Wed Feb 18 08:30:00 +0000 2020», as Twitter writes moments
_TWEETED = re.compile(r"\w{3} (\w{3}) (\d\d?) ([\d:]{8}) ([+-]\d{4}) (\d{4})")
_NUMBER = re.compile(r"(\d{9,13})(?:\.\d{1,9})?")
#: a day in the path of an address, before what the page is called there
_IN_PATH = re.compile(r"(?:https?:/)?(?:/[^/?#]{1,200}){1,5}?/(\d{4})/(\d{1,2})/(\d{1,2})/[^/?#]")


class Day(NamedTuple):
    """A declared day, in Gregorian; ``moment`` where the time and its zone are declared with it."""

    date: datetime.date
    moment: datetime.datetime | None = None

    @property
    def is_of_greenwich(self) -> bool:
        """Return whether the moment is declared in UTC, so that the day may be another one where it was written."""
        return self.moment is not None and not self.moment.utcoffset()

    def agrees(self, other: Day) -> bool:
        """Tell whether two declarations can mean one day."""
        if self.moment and other.moment:
            return abs(self.moment - other.moment) < _APART or self.date == other.date
        return self.allows(other.date) or other.allows(self.date)

    def allows(self, date: datetime.date) -> bool:
        """Tell whether a day that is written as local can be this one: UTC may be a day behind or ahead."""
        if self.date == date:
            return True
        return self.is_of_greenwich and abs(self.date - date) == datetime.timedelta(days=1)


def read_day(written: str) -> Day | None:
    """Return the day of a declared date, or ``None`` where it is none: never a guess.

    >>> read_day("2020-02-18T10:00:00+03:30").date.isoformat(), read_day("۱۳۹۸-۱۱-۲۹T10:00").date.isoformat()
    ('2020-02-18', '2020-02-18')
    >>> read_day("18.02.2020 10:00").date.isoformat()
    '2020-02-18'
    >>> read_day("Tue, 18 Feb 2020 08:00:00 +0000").date.isoformat(), read_day("1970-01-01"), read_day("today")
    ('2020-02-18', None, None)
    """
    text = written[:80].translate(_DIGITS).strip()
    match = _ISO.match(text)
    try:
        if points := _POINTS.match(text):
            return _iso(_ISO.match("{2}-{1}-{0}".format(*points.groups())))
        return _iso(match) if match else _rfc(text)
    except (ValueError, TypeError, OverflowError, InvalidDateError):
        return None


def read_moment(value: object) -> Day | None:
    """Return the day of a declared date or moment: numbers are seconds since 1970, or thousandths of them, in the zone of Greenwich.

    >>> read_moment(1582014600).date.isoformat(), read_moment("1582014600.000200").date.isoformat(), read_moment(12)
    ('2020-02-18', '2020-02-18', None)
    """
    return read_day(moment_text(value))


def day_in_address(address: str) -> Day | None:
    """Return the day that the path of an address has before the name of a page, as blogs make permanent links.

    >>> day_in_address("https://example.org/blog/1395/03/12/rain").date.isoformat()
    '2016-06-01'
    >>> day_in_address("https://example.org/2016/06/01/"), day_in_address("https://example.org/a?of=/2016/06/01/b")
    (None, None)
    """
    match = _IN_PATH.match(address[:1000])
    return read_day("-".join(match.groups())) if match else None


def moment_text(value: object) -> str:
    """Return a declared date or moment as `read_day` reads it; nothing for what is none.

    >>> moment_text(1582014600123), moment_text("2020-02-18"), moment_text(None)
    ('2020-02-18T08:30:00Z', '2020-02-18', '')
    """
    if isinstance(value, str) and (number := _NUMBER.fullmatch(value.strip())):
        value = int(number[1])
    if isinstance(value, str) and (moment := _TWEETED.fullmatch(value)):
        return "{1} {0} {4} {2} {3}".format(*moment.groups())
    if isinstance(value, float) and 0 < value < _THOUSANDTHS.stop:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        seconds = value if value in _SECONDS else value // 1000 if value in _THOUSANDTHS else None
        return (
            ""
            if seconds is None
            else f"{datetime.datetime.fromtimestamp(seconds, datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"
        )
    return value if isinstance(value, str) else ""


def _iso(match: re.Match[str] | None) -> Day | None:
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    if year in _SOLAR:
        return Day(to_gregorian(year, month, day))
    if not _EARLIEST <= year <= _LATEST:
        return None
    date = datetime.date(year, month, day)
    if not match[8]:
        return Day(date)
    clock = datetime.time(int(match[5]), int(match[6]), int(match[7] or 0), tzinfo=_zone(match[8]))
    return Day(date, datetime.datetime.combine(date, clock))


def _zone(written: str) -> datetime.timezone:
    if written in "Zz":
        return datetime.UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    offset = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-offset if written[0] == "-" else offset)


def _rfc(text: str) -> Day | None:
    if not _MAIL.match(text):
        return None
    moment = parsedate_to_datetime(text)
    if moment.year in _SOLAR:
        return None  # which calendar its month is of nobody can tell
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    return Day(moment.date(), moment if moment.tzinfo else None)
