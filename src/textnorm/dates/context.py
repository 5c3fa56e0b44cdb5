"""What stands beside a date: its era, weekday, Gregorian equivalent, and the other days of a range."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from textnorm.lazy import lazy_pattern

from .adjacency import is_foreign_letter, is_latin
from .candidate import Candidate, Window
from .gregorian import GREGORIAN, gregorian
from .kinds import Kind
from .match_key import fold
from .vocabulary import WEEKDAY_LETTERS as LETTERS

#: an era that stands before the next date, as the one before this date does
_NEXT_DATE = lazy_pattern(r"[i:]?Y([-/.])n\1n")
#: how many tokens on either side are looked at
_NEAR = 16
_ERAS = lazy_pattern("[ESLGH]")
_ERA_AFTER = lazy_pattern(r"\(?i?H?(?P<era>[ESLG])H?\)?|\(?(?P<alone>H)\)?")
#: a lunar or Gregorian era behind a time: «۱۳۹۷/۷/۸ ۱۲:۳۰ ه.ق»
_FOREIGN_AFTER = lazy_pattern(r"[-,(|X./!]{0,2}(?:s[.!]?)?(?:[ic]?T\)?[,(]?)?H?[LG](?![gY:])|/H")
#: the era behind the other end of a range in numbers: «08-07-1397 – 09-07-1397 ه.ش»
_ERA_OF_RANGE = lazy_pattern(r"[-t](?:n(?P<s>[-/.])n(?P=s)Y|Y(?P<t>[-/.])n(?P=t)n)\(?H?(?P<era>[ESLG])")
_LONGEST_RANGE = 20
_ERA_BEFORE = lazy_pattern(r"(?:(?<![nyYg])H?(?P<era>[ELGH])|(?<=[ro]\()H?(?P<bracketed>[ELGH])\))[i:]?$")
_WEEKDAY_BEFORE = lazy_pattern(r"W[,:(rizt\-]{0,3}$")
_WEEKDAY_AFTER = lazy_pattern(r"[,(]?W(?!,?r?(?:n|Y))")
_EQUIVALENT_AFTER = lazy_pattern(rf"\)?[,(=/i\-|Xr]{{1,5}}W?,?(?P<day>{GREGORIAN})")
_EQUIVALENT_BEFORE = lazy_pattern(rf"(?P<day>{GREGORIAN})G?\)?[,(=/i\-|X]{{1,5}}(?:W,?)?$")


class Context(NamedTuple):
    """What was found beside a date: the tokens of the date with its era, and the evidence."""

    first: int
    last: int
    solar: bool
    hijri: bool
    foreign: bool
    weekday: int | None
    equivalent: datetime.date | None


def read_context(candidate: Candidate) -> Context:
    """Read the neighbours of a candidate."""
    window = candidate.window
    near = window.shape[max(0, candidate.first - _NEAR) : candidate.last + _NEAR]
    era, start, end = "", candidate.first, candidate.last
    if _ERAS.search(near):
        era, start, end = era_beside(candidate)
    day = weekday(window, start, end) if Kind.WEEKDAY in near or start == 1 else None
    other = gregorian_equivalent(window, start, end) if Kind.GREGORIAN_YEAR in near else None
    solar, foreign = era in ("E", "S"), era in ("L", "G")
    if not era and other is None and (candidate.numeric or candidate.short_month):
        foreign = has_foreign_neighbour(candidate)
    return Context(start, end - 1, solar, era == "H", foreign, day, other)


def era_beside(candidate: Candidate) -> tuple[str, int, int]:
    """Return the era after the date, before it or inside, and the indexes of the tokens with it."""
    shape = candidate.window.shape
    start, last = candidate.first, candidate.last
    era, end = era_after(shape, last)
    if not era or (candidate.numeric and _NEXT_DATE.match(shape, end)):
        before, start = era_before(candidate)
        era, end = (before, last) if before else (era, end)
    if not era and "E" in shape[candidate.first : candidate.last]:
        era = "E"
    if not era and (candidate.numeric or candidate.short_month):
        era = era_of_range(candidate)
    return era, start, end


def era_of_range(candidate: Candidate) -> str:
    """Return the era behind the other end of a range: a year of the same age, which a lunar equivalent is not."""
    match = _ERA_OF_RANGE.match(candidate.window.shape, candidate.last)
    year = candidate.value("y")
    if match is None or year is None:
        return ""
    other = candidate.window.pieces[match.start() + match.group().index("Y")].value
    return match["era"] if abs(other - year) <= _LONGEST_RANGE else ""


#: signs between a date in numbers and the word of another calendar
_SIGNS_AFTER = lazy_pattern(r"[.!/(,X]{0,2}(?:[ic]?T)?[,(X]?")
_SIGNS_BEFORE = lazy_pattern(r"[.!):X]{0,2}$")
#: Latin eras of the lunar calendar that are no words, in capitals: Icelandic, Hungarian, Turkmen, Sardinian, Albanian
_CAPITALS = frozenset("EH MF HS E H".split())
#: words of Arabic before a date, which is lunar there
_ARABIC = frozenset(map(fold, "في الموافق الموافقة لسنة".split()))
#: the words that a date's neighbours are looked up in, beside those that have a kind
WORDS_OF_CONTEXT = frozenset(map(fold, _ARABIC | _CAPITALS))
_LUNAR_PHRASE = lazy_pattern(f"[{Kind.WORD}{Kind.LINK}{Kind.OTHER}]{{1,4}}{Kind.LUNAR}")


def has_foreign_neighbour(candidate: Candidate) -> bool:
    """Tell whether numbers stand beside a word of a script or calendar that is not Solar Hijri.

    «伊斯兰历1397/1/20», «ХЖ 20.01.1397», «20/01/1397 ère de l’Hégire»: nobody writes Solar Hijri dates there
    without an era.
    """
    window, first, last = candidate.window, candidate.first, candidate.last
    after = _SIGNS_AFTER.match(window.shape, last)
    before = _SIGNS_BEFORE.search(window.shape[max(0, first - 3) : first])
    right = after.end() if after else last
    left = first - 1 - (len(before.group()) if before else 0)
    if first and window.pieces[first - 1].key in _ARABIC:
        return True
    for index in (left, right):
        if 0 <= index < len(window.pieces) and is_foreign_letter(window.text[window.pieces[index].start]):
            return True
    if right < len(window.pieces):
        piece = window.pieces[right]
        if window.text[piece.start : piece.end] in _CAPITALS or window.text.startswith("e.E.", piece.start):
            return True
        phrase = _LUNAR_PHRASE.match(window.shape, right)
        return phrase is not None and is_latin(window.text[window.pieces[phrase.end() - 1].start])
    return False


def era_after(shape: str, last: int) -> tuple[str, int]:
    """Return the era behind the date, and the index after it; brackets only when both are there."""
    match = _ERA_AFTER.match(shape, last)
    if match is None:
        return ("L" if _FOREIGN_AFTER.match(shape, last) else ""), last
    end = match.end()
    opened, closed = shape[last] == "(", shape[end - 1] == ")"
    if opened and not closed:
        return "", last
    return match["era"] or "H", end - (closed and not opened)


def era_before(candidate: Candidate) -> tuple[str, int]:
    """Return the era before the date and its index. A lunar one counts only before numbers: else it ends a date."""
    before = candidate.before
    match = _ERA_BEFORE.search(before)
    era = match and (match["era"] or match["bracketed"])
    if not match or not era or not (era in "EH" or candidate.numeric or candidate.short_month):
        return "", candidate.first
    # a date does not take one in brackets with it
    return era, candidate.first - (len(before) - match.start() if match["era"] else 0)


def weekday(window: Window, first: int, last: int) -> int | None:
    """Return the weekday before the tokens, or after them."""
    pieces, shape = window.pieces, window.shape
    before = shape[max(0, first - 4) : first]
    if (match := _WEEKDAY_BEFORE.search(before)) is not None:
        return pieces[first - len(before) + match.start()].value
    if first == 1 and (letter := LETTERS.get(pieces[0].key)) is not None:
        return letter
    if (match := _WEEKDAY_AFTER.match(shape, last)) is not None:
        return pieces[last + match.group().index("W")].value
    return None


def gregorian_equivalent(window: Window, first: int, last: int) -> datetime.date | None:
    """Return the Gregorian date that stands beside the tokens as their equivalent."""
    pieces, shape = window.pieces, window.shape
    match = _EQUIVALENT_AFTER.match(shape, last)
    if match is not None:
        return gregorian(pieces[match.start("day") : match.end("day")])
    before = max(0, first - _NEAR)
    match = _EQUIVALENT_BEFORE.search(shape[before:first])
    if match is not None:
        return gregorian(pieces[before + match.start("day") : before + match.end("day")])
    return None
