"""Several days that share a month or a year: «۸ تا ۱۲ مهر ۱۳۹۷», «۸ مهر تا ۱۲ آبان ۱۳۹۷»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textnorm.lazy import lazy_pattern

from .adjacency import touch
from .calendar import problem, to_gregorian
from .candidate import Candidate
from .forms import Form
from .kinds import Kind, Token
from .results import FoundDate

#: what joins the days of a list, nearest to the date; a comma only further away
_LINKS = "t&-"
#: behind a date that starts with its year: the last day of the month, or another month and day
_LAST_DAY = lazy_pattern(r"[t-]n(?![MmNuvK:/.\\-]|o{1,2}[YL])")
_RANGE_LINK = lazy_pattern(r",?W?[t-]W?,?")
_DATE_LINK = lazy_pattern(r",?W?[t&,-]i?z?W?,?")
#: a day, and what joins it to the next one, which may have a weekday
_DAY_LINK = lazy_pattern(r"n(?P<link>[t&,-])z?W?,?$")
#: kinds before the first day that make it something else
_NOT_A_DAY = "kKSc-/.:NMm"


def days_before(candidate: Candidate) -> list[int]:
    """Return token indexes of the days listed before a date that starts with its day: «۵، ۸ و ۱۲ مهر ۱۳۹۷»."""
    shape, pieces, first = candidate.window.shape, candidate.window.pieces, candidate.first
    found: list[int] = []
    if candidate.at.get("d") != first or candidate.numeric:
        return found
    links = _LINKS
    while (match := _DAY_LINK.search(shape, max(0, first - 4), first)) and match["link"] in links:
        earlier = match.start()
        if pieces[earlier].value >= pieces[first].value or marks_a_list(candidate, earlier + 1):
            break
        links = "" if match["link"] in "-t" else "&,"
        first = earlier
        found.append(first)
    if first and found and shape[first - 1] in _NOT_A_DAY:
        return []
    return found[::-1]


def marks_a_list(candidate: Candidate, index: int) -> bool:
    """Tell whether the dash is that of a list mark, «۱- ۸ مهر ۱۳۹۷», and not that of a range."""
    pieces = candidate.window.pieces
    if pieces[index].kind != "-":
        return False
    text, dash = candidate.window.text, pieces[index]
    left = not touch(text, pieces[index - 1].end, dash.start)
    right = not touch(text, dash.end, pieces[index + 1].start)
    return left != right or (left and index == 1 and text[dash.start] == "-")


def earlier_days(candidate: Candidate, date: FoundDate) -> Iterator[FoundDate]:
    """Yield the days written before the date that share its month and year."""
    year, month, _ = date.solar
    if date.date is None or year is None or month is None:
        return
    pieces = candidate.window.pieces
    month_first = "d0" in candidate.at
    for index in [candidate.at["d0"]] if month_first else days_before(candidate):
        piece = pieces[index]
        if problem(year, month, piece.value) is not None:
            continue
        start = pieces[candidate.at["m"]].start if month_first else piece.start
        yield _shared(candidate, date, start, piece.end, piece.value)


def later_day(candidate: Candidate, date: FoundDate) -> Iterator[FoundDate]:
    """Yield the other end of a range behind a date that ends with its day: «۱۳۹۷ مهر ۸–۱۲»."""
    year, month, first = date.solar
    if date.date is None or year is None or month is None or first is None:
        return
    match = _LAST_DAY.match(candidate.window.shape, candidate.last)
    if not candidate.form.hands_year_on or match is None:
        return
    link, piece = candidate.window.pieces[candidate.last : match.end()]
    if starts_a_phrase(candidate, link, match.end()):
        return
    if piece.value > first and problem(year, month, piece.value) is None:
        yield _shared(candidate, date, piece.start, piece.end, piece.value)


def starts_a_phrase(candidate: Candidate, link: Token, index: int) -> bool:
    """Tell whether a dash begins something else: it has a space on one side only, or on both and a word behind the number.

    «۱۳۹۷ مهر ۸ -۱۲», «۱۳۹۷ مهر ۸ - ۱۲ دیدگاه»
    """
    text, shape = candidate.window.text, candidate.window.shape
    if link.kind != "-":
        return False
    spaced = text[link.end : link.end + 1].isspace()
    return spaced is not text[link.start - 1].isspace() or (spaced and shape[index : index + 1] == Kind.WORD)


def _shared(candidate: Candidate, date: FoundDate, start: int, end: int, day: int) -> FoundDate:
    """Return another day of the month and year of a date."""
    year, month, _ = date.solar
    solar = (year or 0, month or 0, day)
    text = candidate.window.text[start:end]
    official = date.official
    return FoundDate(
        start,
        end,
        text,
        to_gregorian(*solar),
        "date",
        official=official,
        solar=solar,
        form="range",
        evidence="range",
    )


def inherit_years(found: list[tuple[Candidate, FoundDate]]) -> None:
    """Give «۸ مهر» in «۸ مهر تا ۱۲ آبان ۱۳۹۷» the year of the other end, in place."""
    for index in range(len(found) - 2, -1, -1):
        (seen, date), (later, following) = found[index : index + 2]
        first = (days_before(later) or [later.first])[0]
        link = seen.window.shape[seen.last : first]
        if seen.form.year == "none" and _DATE_LINK.fullmatch(link):
            found[index] = seen, _inherited(date, following, later.form, link)
    for index in range(1, len(found)):
        (seen, date), (later, following) = found[index - 1 : index + 1]
        link = seen.window.shape[seen.last : later.first]
        if seen.form.hands_year_on and later.form.order == "md" and _RANGE_LINK.fullmatch(link):
            found[index] = later, _handed_on(date, following)


def _handed_on(date: FoundDate, following: FoundDate) -> FoundDate:
    """Return the second date in the year of the first, or in the year after it when Nowruz lies between."""
    year, first, _ = date.solar
    _, month, day = following.solar
    if date.date is None or year is None or first is None or month is None or day is None:
        return following
    year += month < first
    if problem(year, month, day) is not None:
        return following
    solar = (year, month, day)
    return replace(
        following, date=to_gregorian(*solar), kind="date", reason=None, solar=solar, evidence="range"
    )


def _inherited(date: FoundDate, following: FoundDate, form: Form, link: str) -> FoundDate:
    """Return the date in the year of the one that follows; in the year before it when a range crosses Nowruz."""
    year, later, _ = following.solar
    _, month, day = date.solar
    if following.date is None or year is None or later is None or month is None or day is None:
        return date
    if not form.lends_year:
        return date
    if month > later:
        if not {"t", "-"} & set(link):
            return date
        year -= 1
    if problem(year, month, day) is not None:
        return date
    return replace(
        date,
        date=to_gregorian(year, month, day),
        kind="date",
        reason=None,
        solar=(year, month, day),
        evidence="range",
    )
