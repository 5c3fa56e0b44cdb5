"""What stands beside a date: its era, weekday, Gregorian twin, and the other days of a range."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from .calendar import problem, to_gregorian
from .found import FoundDate
from .tokens import Token

_ERA_AFTER = re.compile(r"\(?(?P<hijri>H)?(?P<era>[ESLG])\)?|\(?(?P<alone>H)\)?")
#: a lunar or Gregorian era behind a time: «۱۳۹۷/۷/۸ ۱۲:۳۰ ه.ق»
_FOREIGN_AFTER = re.compile(r"[-,(|]{0,2}[ic]?T\)?[,(]?H?[LG]")
_ERA_BEFORE = re.compile(r"(?<![nyYg])H?(?P<era>[ELGH])[i:]?$")
_WEEKDAY_BEFORE = re.compile(r"W[,(rizt\-]{0,3}$")
_WEEKDAY_AFTER = re.compile(r"[,(]?W(?!,?r?(?:n|Y))")
TWIN = r"(?:g(?P<s>[-/.])(?:n)(?P=s)n|n(?P<t>[-/.])n(?P=t)g|ni?N,?i?g|Nn,?g|g,?Nn)"
_TWIN_AFTER = re.compile(rf"\)?[,(=/i\-|r]{{1,5}}W?,?(?P<twin>{TWIN})")
_TWIN_BEFORE = re.compile(rf"(?P<twin>{TWIN})G?\)?[,(=/i\-|]{{1,5}}(?:W,?)?$")


@dataclass(frozen=True, slots=True)
class Around:
    """What was found beside a date: the tokens of the date with its era, and the witnesses."""

    first: int
    last: int
    solar: bool
    hijri: bool
    foreign: bool
    weekday: int | None
    twin: datetime.date | None


def look(pieces: list[Token], shape: str, first: int, last: int, numeric: bool) -> Around:
    """Read the neighbours of the tokens ``first:last``."""
    start, end, era = first, last, ""
    core = shape[first:last]
    if (after := _ERA_AFTER.match(shape, last)) is not None:
        era = after["era"] or "H"
        end = after.end()
        if shape[end - 1] == ")" and shape[last] != "(":
            end -= 1
        elif shape[last] == "(" and shape[end - 1] != ")":
            end, era = last, ""
    elif _FOREIGN_AFTER.match(shape, last):
        era = "L"
    before = shape[max(0, first - 4) : first]
    if not era and (found := _ERA_BEFORE.search(before)) is not None:
        if found["era"] in "EH" or numeric:
            era = found["era"]
            start = first - (len(before) - found.start())
    if not era and "E" in core:
        era = "E"
    return Around(
        first=start,
        last=end - 1,
        solar=era in ("E", "S"),
        hijri=era == "H",
        foreign=era in ("L", "G"),
        weekday=weekday(pieces, shape, start, end),
        twin=twin(pieces, shape, start, end),
    )


def weekday(pieces: list[Token], shape: str, first: int, last: int) -> int | None:
    """The weekday before the tokens, or after them."""
    before = shape[max(0, first - 4) : first]
    if (match := _WEEKDAY_BEFORE.search(before)) is not None:
        return pieces[first - len(before) + match.start()].value
    if (match := _WEEKDAY_AFTER.match(shape, last)) is not None:
        return pieces[last + match.group().index("W")].value
    return None


def twin(pieces: list[Token], shape: str, first: int, last: int) -> datetime.date | None:
    """The Gregorian date that stands beside the tokens as their twin."""
    match = _TWIN_AFTER.match(shape, last)
    if match is not None:
        return gregorian(pieces[match.start("twin") : match.end("twin")])
    before = max(0, first - 16)
    match = _TWIN_BEFORE.search(shape[before:first])
    if match is not None:
        return gregorian(pieces[before + match.start("twin") : before + match.end("twin")])
    return None


def gregorian(pieces: list[Token]) -> datetime.date | None:
    """The day of the tokens of a Gregorian date."""
    year = next(piece.value for piece in pieces if piece.kind == "g")
    month = next((piece.value for piece in pieces if piece.kind == "N"), None)
    numbers = [piece.value for piece in pieces if piece.kind == "n"]
    if month is None:
        month, day = numbers if pieces[0].kind == "g" else reversed(numbers)
    else:
        day = numbers[0]
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def days_before(shape: str, pieces: list[Token], first: int, at: dict[str, int]) -> list[int]:
    """Token indexes of the days listed before a date that starts with its day: «۵، ۸ و ۱۲ مهر ۱۳۹۷»."""
    if at.get("d") != first:
        return []
    found: list[int] = []
    joined = False
    while first >= 2 and shape[first - 2] == "n" and shape[first - 1] in ("t&-," if joined else "t&-"):
        if pieces[first - 2].value >= pieces[first].value or (
            first >= 3 and shape[first - 3] in "kKSc-/.:NMm"
        ):
            break
        joined = shape[first - 1] != "-"
        first -= 2
        found.append(first)
        if not joined:
            break
    return found[::-1]


_RANGE = frozenset({"t", "-", "ti"})


def inherit_years(
    text: str, shape: str, found: list[tuple[int, int, FoundDate]]
) -> list[tuple[int, int, FoundDate]]:
    """Give «۸ مهر» in «۸ مهر تا ۱۲ آبان ۱۳۹۷» the year of the other end."""
    for index in range(len(found) - 2, -1, -1):
        first, last, date = found[index]
        after, _, following = found[index + 1]
        link = shape[last:after]
        if date.form != "day month" or following.date is None or link not in ("t", "-", "&", "ti"):
            continue
        year, month, day = following.solar[0], date.solar[1], date.solar[2]
        if (
            year is None
            or month is None
            or day is None
            or following.form not in ("day month year", "day month")
        ):
            continue
        if month > (following.solar[1] or 0):
            if link == "&":
                continue
            year -= 1
        if problem(year, month, day) is None:
            found[index] = (
                first,
                last,
                replace(
                    date,
                    date=to_gregorian(year, month, day),
                    kind="date",
                    reason=None,
                    solar=(year, month, day),
                ),
            )
    return found
