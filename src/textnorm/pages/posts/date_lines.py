"""Date lines of posts: a line that is a date, a byline with a date, a labelled date."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from textnorm.dates import FoundDate, date_line, find_dates, gregorian_date
from textnorm.pages import phrases

Style = Literal["alone", "byline", "label"]

#: a year of four digits, without which nothing is a date line; numeric dates may have two digits
_YEAR = re.compile(r"(?<![0-9۰-۹٠-٩])[12۱۲١٢][0-9۰-۹٠-٩]{3}(?![0-9۰-۹٠-٩])")
_LEAD = re.compile(r"^[\s+♦•*|◊■▪–—-]+")
_LONGEST = 160
_PARTS = re.compile(r"\s[|•·]\s|\s[-–—]\s|\s?\]\s?\[\s?")
#: before and after noon behind a clock; its full stops end no sentence
HALF_DAY = re.compile(r"(?<=[\d۰-۹])\s*(?:[بق]\.?\s?ظ\.?|[ap]\.?m\.?)(?=\s*$)", re.IGNORECASE)
#: who wrote it, at the end of a row
BY_NAME = re.compile(r"(?:توسط|\bby)\s+(\S+(?:\s+\S+){0,7})$", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that dates a post: its style, its date as written and read."""

    style: Style
    found: FoundDate
    line: str

    @property
    def date(self) -> datetime.date | None:
        """The Gregorian day."""
        return self.found.date


def shape(mark: Mark) -> tuple[Style, str, bool, bool]:
    """How a date line is written, with or without weekday and clock: a template writes all of them alike."""
    return mark.style, mark.found.form, mark.found.weekday_agrees is None, bool(_CLOCK.search(mark.line))


def is_header_date(line: str, *, weekday: bool = False) -> bool:
    """Whether a line is a date and nothing else, and its weekday agrees (it must have one, if asked)."""
    found = _alone(line) if len(line) < 48 and _YEAR.search(line) else None
    return found is not None and (not weekday or found.weekday_agrees is True)


def _alone(line: str) -> FoundDate | None:
    found = date_line(HALF_DAY.sub("", line))
    return found if found is not None and found.weekday_agrees is not False else None


@cache
def _starts(kind: str) -> tuple[str, ...]:
    return tuple(text.casefold() for text in phrases.texts(kind))


def starts_with(line: str, kind: str) -> str:
    """The phrase of a kind that the line begins with as whole words, or nothing."""
    folded = _SPACES.sub(" ", _LEAD.sub("", line)).casefold()
    for text in _starts(kind):
        if folded.startswith(text) and not (
            folded[len(text) : len(text) + 1].isalnum() and text[-1].isalnum()
        ):
            return text
    return ""


def mark_of(line: str) -> Mark | None:
    """The mark a line makes, if it dates a post."""
    if len(line) > _LONGEST or not _YEAR.search(line):
        return None
    if HALF_DAY.sub("", line)[-1] in ".!?؟…":  # a sentence, not a line about a post
        return None
    found = _alone(line)
    if found is not None:
        return Mark("label" if starts_with(line, "date_label") else "alone", found, line)
    style: Style = "byline"
    if starts_with(line, "date_label"):
        style = "label"
    elif not starts_with(line, "byline"):
        return _slashed(line) or _signed(line)
    found = _inside(line)
    return Mark(style, found, line) if found is not None else None


def _signed(line: str) -> Mark | None:
    """``۲۱ دی ۱۳۹۹ توسط مینا`` and ``November 4, 2020 by Dara Novak``: a date, then who wrote it."""
    by = BY_NAME.search(line)
    found = _alone(line[: by.start()].strip()) if by else None
    return Mark("byline", found, line) if found is not None else None


def _inside(line: str) -> FoundDate | None:
    dates = [date for date in find_dates(line) if date.date is not None]
    return dates[0] if dates else gregorian_date(line)


def row_parts(line: str) -> list[str]:
    """The parts of a row like ``۱۲ مهر ۱۴۰۱ | ۱۰:۲۵ | کد خبر: ۱۲۳``."""
    return [part.strip() for part in _PARTS.split(line.strip("[]| "))]


def _slashed(line: str) -> Mark | None:
    """``۱۲ مهر ۱۴۰۱ | ۱۰:۲۵ | کد خبر: ۱۲۳`` and ``Dara Novak | 4 May 2018``: parts, one a date."""
    parts = row_parts(line)
    if not 2 <= len(parts) <= 5 or any(len(part.split()) > 6 for part in parts):
        return None
    found = _inside(line)
    if found is None or not any(map(_alone, parts)):
        return None
    return Mark("label", found, line)
