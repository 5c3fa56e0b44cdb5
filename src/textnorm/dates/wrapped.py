"""Dates over a line break in wrapped prose: «در روز ۸ مهر⏎۱۳۹۷ باران بارید».

A break is read as a space only inside prose: both lines are full of text, and the date is cut where its day, its
month and its year meet. Lists, headings and tables, whose lines are short, keep their lines apart.
"""

from __future__ import annotations

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .months import PLAIN

#: a line of wrapped prose is at least so long before the break, and goes on for so long behind the date
_LONG_LINE, _GOES_ON = 25, 8
_DIGIT = f"[{chars.DIGITS}]"
_MONTHS = "|".join(
    name for language in ("fa", "en") for variants in PLAIN[language].split() for name in variants.split("|")
)
#: the digits of a year
_YEAR = 4
#: what stands between a line break and a year
_BREAK = lazy_pattern(rf"\n(?P<month>(?:{_MONTHS})(?:[ \u200c]?ماه)?[ ،,]{{1,2}})?(?:سال[ ])?")
_GLUED = lazy_pattern(r"[\w/.:_-]")
#: how a line ends before the year, and before the month
_DAY = rf"(?:(?<!{_DIGIT}){_DIGIT}{{1,2}}(?:[ \u200c]?(?:ام|م|th|st|nd|rd))?|(?<!\w)\w+م|اول)"
_BEFORE_YEAR = lazy_pattern(rf"(?<![{chars.DIGITS}/.:-]){_DAY}[ ](?:{_MONTHS})(?:[ \u200c]?ماه)?[،,]?$")
_BEFORE_MONTH = lazy_pattern(rf"\w[ ]{_DAY}$")
#: how far before a break is looked
_NEAR = 48


def unwrapped(text: str, places: list[tuple[int, int]]) -> str:
    """Return the text, of the same length, with the line breaks inside dates as spaces.

    *places* are those of `windows.places`, the years among them.
    """
    if "\n" not in text:
        return text
    years = sorted({start for start, end in places if end - start == _YEAR and text[start].isdecimal()})
    found = (_break_in_date(text, start, start + _YEAR) for start in years)
    breaks = [index for index in found if index is not None]
    if not breaks:
        return text
    pieces = (text[left + 1 : right] for left, right in zip([-1, *breaks], [*breaks, len(text)], strict=True))
    return " ".join(pieces)


def _break_in_date(text: str, start: int, end: int) -> int | None:
    """Return where the line break in a date with this year is, or None: from one full line to the next."""
    if text.find("\n", end, end + _GOES_ON) >= 0 or len(text) - end < _GOES_ON:
        return None
    index = text.rfind("\n", max(0, start - _NEAR), start)
    if index < 0 or _GLUED.match(text, end) or (match := _BREAK.fullmatch(text, index, start)) is None:
        return None
    line = text.rfind("\n", max(0, index - _LONG_LINE), index) + 1
    if line or index < _LONG_LINE:
        return None
    before = _BEFORE_MONTH if match["month"] else _BEFORE_YEAR
    return index if before.search(text[max(0, index - _NEAR) : index]) else None
