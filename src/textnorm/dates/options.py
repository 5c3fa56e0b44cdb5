"""What the caller may ask of the date functions."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class DateOptions:
    """How dates are read and written. Frozen, hashable and picklable.

    >>> DateOptions(style="append").style
    'append'
    >>> DateOptions(style="beside")
    Traceback (most recent call last):
    ValueError: style must be 'replace' or 'append', not 'beside'
    """

    #: ``replace`` writes the Gregorian date in place of the Solar Hijri one, ``append`` in brackets after it
    style: Literal["replace", "append"] = "replace"
    #: wrap each written date in U+2066 … U+2069. An ASCII ISO date beside Persian letters is *shown* as
    #: 04-04-2023 by the bidirectional algorithm; the isolate keeps the order of 2023-04-04 on the screen
    isolate: bool = False
    #: ``refuse`` gives years of two digits no date; ``recent`` reads them as the hundred years that start
    #: with ``pivot``: with pivot 20, 92 is 1392, 20 is 1320 and 03 is 1403
    two_digit_years: Literal["refuse", "recent"] = "refuse"
    pivot: int = 20
    #: ``text`` lets the other dates of the text decide what one leaves open (a century, an order of day and
    #: month, solar or lunar); ``date`` only what stands beside it
    context: Literal["date", "text"] = "date"
    #: the day from which relative dates («دیروز») and dates without a year count; None leaves them alone
    reference: datetime.date | None = None
    #: also answer with Gregorian dates in words or with the year first («۳۰ سپتامبر ۲۰۱۸», 2018-09-30), as kind
    #: ``gregorian``
    gregorian: bool = False
    #: also read ``/1397/07/08/`` inside URLs and paths, and ``#۸_مهر_۱۳۹۷``
    urls: bool = False
    #: also read eight digits such as ``13970708``
    compact: bool = False

    def __post_init__(self) -> None:
        if self.style not in ("replace", "append"):
            raise ValueError(f"style must be 'replace' or 'append', not {self.style!r}")
        if self.two_digit_years not in ("refuse", "recent"):
            raise ValueError(f"two_digit_years must be 'refuse' or 'recent', not {self.two_digit_years!r}")
        if self.context not in ("date", "text"):
            raise ValueError(f"context must be 'date' or 'text', not {self.context!r}")
        if not (isinstance(self.pivot, int) and 0 <= self.pivot <= 99):
            raise ValueError(f"pivot must be between 0 and 99, not {self.pivot!r}")
        if not isinstance(self.reference, (datetime.date, type(None))):
            raise TypeError(
                f"reference must be a datetime.date, not {self.reference!r}: datetime.date.fromisoformat() reads ISO"
            )


DEFAULT = DateOptions()
