"""The forms of dates, as data: regular expressions over the kinds of kinds.py, one letter a token.

A form names its tokens ``y``, ``m`` and ``d``. Each has an example that must be found in that form and a
near-miss that must not give a date; tests are made from both. Spaces are not tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

#: any month name; careful names (m, D) stand only in forms with a day and a year of four digits
_MONTH = r"(?:ai?)?(?P<m>[MmbD])(?:(?<=b)[.!])?a?(?:[/(](?P<m2>[Mm])a?\)?)?"
#: before its day: «Day 14, 1388» is Dey, «Day 14 of 1388» is none
_MONTH_FIRST = "(?:ai?)?(?P<m>[Mmb]|D(?=n,?Y))a?[ia]*"
_JOIN = r"[-/.,_\\]?"
#: between a day and its month there is no comma: «سال دوم، مهر ۱۳۹۷»
_DASH = r"[-/._\\]?"
_YEAR = "[isEHz]*(?P<y>Y)"
#: behind month and day, their year: the one before them is that of something else, «سال ۱۳۸۰، مهر ۸, ۱۳۹۷»
_OTHER_YEAR = ",?Y(?!,?i*[MmbD]a?n)"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date."""

    name: str
    pattern: str
    example: str
    near_miss: str
    #: only digits and separators, no month name
    numeric: bool = False
    year: Literal["four", "two", "none"] = "four"
    #: nothing but spaces between its numbers
    spaced: bool = False
    #: one number of eight digits, read on request
    compact: bool = False
    #: without its year, it is read in the year that a reference gives
    nearest: bool = False
    #: the order of its parts, a letter each, as the pattern names them
    order: str = field(init=False)

    def __post_init__(self) -> None:
        """Read the order off the pattern."""
        parts = dict.fromkeys(re.findall(r"\(\?P<([ymd])2?>", self.pattern))
        object.__setattr__(self, "order", "".join(parts))

    @property
    def lends_year(self) -> bool:
        """Give its year to a date before it: «۸ مهر تا ۱۲ آبان ۱۳۹۷»."""
        return not self.numeric and self.order[0] != "y"

    @property
    def hands_year_on(self) -> bool:
        """Give its year to a day after it: «۱۳۹۷ مهر ۸–۱۲»."""
        return self.order == "ymd" and not self.numeric and not self.compact


FORMS = (
    Form(
        "day month year",
        rf"(?P<d>n)(?:!|[iz]*{_DASH}){_MONTH}i*{_JOIN}{_YEAR}",
        "هشتم مهرماه سال ۱۳۹۷",
        "۸ سپتامبر ۲۰۱۸",
    ),
    Form(
        "day month, year apart",
        r"(?P<d>n)[iz]*(?P<m>M)a?(?:,?js(?P<y>Y)|\(j?s?(?P<y2>Y)[HE]*\))",
        "۸ مهر (۱۳۹۷)",
        "۸ مهر در ۱۳۹۷ شهر",
    ),
    Form(
        "year month day",
        rf"(?P<y>Y)[sEHi]*{_JOIN}i*{_MONTH}{_JOIN}[iaz]*(?P<d>n)(?![uvbK]|i*a?[MmN]|(?<=[Ys]mn)[ozj]|{_OTHER_YEAR})",
        "۱۳۹۷ مهر ۸",
        "سال ۱۳۹۷ خبرگزاری مهر ۸ خبر داد",
    ),
    Form(
        "month days year",
        rf"(?<!n){_MONTH_FIRST}(?P<d0>n)[-t&](?P<d>n){_JOIN}{_YEAR}",
        "Mehr 8-12, 1397",
        "Mehr 8-12",
    ),
    Form(
        "month day year",
        rf"(?<!n){_MONTH_FIRST}[-/]?(?P<d>n){_JOIN}{_YEAR}",
        "مهر ۸, ۱۳۹۷",
        "مهر ۸",
    ),
    Form(
        "month day time year",
        r"(?P<m>[Mb])(?P<d>n)T(?P<y>Y)",
        "یکشنبه مهر 08 12:34:56 1397",
        "مهر 08 12:34 1397 نفر",
    ),
    Form(
        "month year day",
        r"(?P<m>[Mb])a?,?(?P<y>Y)(?P<d>n)(?=T)",
        "مهر ۱۳۹۷ ۰۸   ۱۲:۳۴",
        "مهر ۱۳۹۷ ۸ خبر",
    ),
    Form(
        "era, year month day",
        rf"(?<=E)(?P<y>Y),?i*{_MONTH}i*(?P<d>n)(?![uvbK])",
        "د AP ۱۳۹۷ تله ۸ نېټه",
        "د ۱۳۹۷ تله ۸ نفر",
    ),
    Form(
        "year era, day month",
        r"(?P<y>Y)(?:HE|E)(?P<d>n)i*(?:ai?)?(?P<m>[Mm])a?(?![isEHz,]*[Yy])",
        "۱۴۰۱ هجری شمسی ۲۳ فروردین",
        "سال ۱۴۰۱ هجری شمسی، ۲۳ فروردین",
    ),
    Form(
        "numeric",
        r"(?P<y>Y)(?P<s>[-/.\\_|])(?P<m>[ny])(?P=s)(?P<d>[ny])",
        "۱۳۹۷/۷/۸",
        "۱۳۹۷/۷",
        numeric=True,
    ),
    Form(
        "numeric, year last",
        r"(?P<d>[ny])(?P<s>[-/.\\])(?P<m>[ny])(?P=s)(?P<y>Y)",
        "۸/۷/۱۳۹۷",
        "۸/۷/۲۰۱۸",
        numeric=True,
    ),
    Form(
        "numeric, spaced",
        r"(?<![nyYxgC])(?P<y>Y)(?P<m>n)(?P<d>n)(?![nyYxguvbKC])",
        "1397 07 08",
        "1397 07 08 12",
        numeric=True,
        spaced=True,
    ),
    Form(
        "day, month, year in fields",
        r"(?:(?<=z)|(?<=z:))(?P<d>n),?a:?(?P<m>[nMm])a?,?s:?(?P<y>Y)",
        "روز: ۸ ماه: ۷ سال: ۱۳۹۷",
        "۸ ماه ۷ سال ۱۳۹۷",
    ),
    Form(
        "year, month, day in fields",
        r"(?:(?<=s)|(?<=s:))(?P<y>Y),?a:?(?P<m>[nMm])a?,?z:?(?P<d>n)(?![uvbK])",
        "سال: ۱۳۹۷ ماه: ۷ روز: ۸",
        "سال: ۱۳۹۷ ماه: ۷ ساعت: ۸",
    ),
    Form(
        "compact",
        r"(?P<y>C)",
        "13970708",
        "13971308",
        compact=True,
    ),
    Form(
        "two-digit year",
        r"(?P<d>n)a?(?P<m>M)a?s?[|X]?(?P<y>[ny])(?![uvbKnyxMmN])",
        "14مهر92",
        "۸ مهر ۵ نفر",
        year="two",
    ),
    Form(
        "two-digit year first",
        r"(?<=W)(?P<y>y)(?P<m>M)a?(?P<d>n)(?![uvbKnyxMmN])",
        "شنبه 93 مهر 5",
        "93 مهر 5 نفر",
        year="two",
    ),
    Form(
        "numeric, two-digit year",
        r"(?P<y>[ny])(?P<s>[-/])(?P<m>[ny])(?P=s)(?P<d>[ny])",
        "97/7/8",
        "3-2",
        numeric=True,
        year="two",
    ),
    Form(
        "numeric with dots, two-digit year",
        r"(?P<y>[ny])\.(?P<m>n)\.(?P<d>[ny])(?=E)",
        "08.07.97 AP",
        "08.07.97",
        numeric=True,
        year="two",
    ),
    Form(
        "day of a range",
        rf"(?P<d>n)(?P<m>m)a?(?=,?[t-]z?W?,?i*n[mM]a?{_JOIN}[isEHz]*Y)",
        "۸ میزان تا ۱۲ عقرب ۱۳۹۷",
        "۸ میزان تا ۱۲ درصد",
        year="none",
    ),
    Form(
        "month day of a range",
        rf"(?P<m>m)a?(?P<d>n)(?=,?[t-]W?,?[mM]a?n{_JOIN}[isEHz]*Y)",
        "میزان ۸ – عقرب ۱۲, ۱۳۹۷",
        "میزان ۸ – ۱۲ درصد",
        year="none",
    ),
    Form(
        "day month",
        r"(?P<d>n)i*(?:ai?)?(?P<m>M)a?",
        "هشتم مهر",
        "خبرگزاری مهر",
        year="none",
        nearest=True,
    ),
    Form(
        "month day",
        r"(?P<m>M)a?(?P<d>n)(?![uvbK])",
        "Mehr 8",
        "مهر",
        year="none",
    ),
    Form(
        "month year",
        r"(?P<m>M)a?,?[isEH]*(?P<y>Y)(?!u|[iEH]*Mn)",
        "مهر ۱۳۹۷",
        "مهر ۲۰۱۸",
    ),
    Form(
        "year month",
        r"(?P<y>Y)[sEHi]*,?i*(?:ai?)?(?P<m>M)a?(?!n,?Y)",
        "۱۳۹۷ مهر",
        "۲۰۱۸ مهر",
    ),
)


#: the forms that a reference gives a year
NEAREST = frozenset(form.name for form in FORMS if form.nearest)
#: numbers alone; those with the year last, and those with a year of two digits
NUMBERS = frozenset(form.name for form in FORMS if form.numeric)
YEAR_LAST = frozenset(
    form.name for form in FORMS if form.numeric and form.year == "four" and form.order == "dmy"
)
SHORT_NUMBERS = frozenset(form.name for form in FORMS if form.numeric and form.year == "two")
