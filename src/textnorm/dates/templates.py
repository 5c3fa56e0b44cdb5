"""Lines that differ in their numbers only are read once: a log, a column or an archive repeats its template.

What the whole way finds in a short window is remembered under the window's text with its digits masked. The next
window of that template takes its day, month, year and time from the same places. That is done only where nothing
but the day itself depends on the numbers: one date, in an order that is certain, and no other number beside it.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from textnorm.cache import MAX_KEY_LENGTH, BoundedCache

from .calendar import day_of, problem
from .candidate import Candidate, Window
from .context import read_context
from .kinds import Kind
from .numbers import FIRST_LUNAR_LOOKALIKE, MIXED_DIGITS
from .official import FIRST_YEAR, LEAP
from .results import FoundDate
from .times import read_time, time_token
from .tokenizer import classify

_LAST_YEAR = FIRST_YEAR + len(LEAP) - 1
#: `str.translate` takes four times as long
_DIGIT = re.compile(r"\d")
Span = tuple[int, int]


class Template(NamedTuple):
    """What is found in windows of one text but for its digits: places are relative to their start."""

    place: Span
    #: where the number stands, or the number itself, which is written in words
    year: Span | int
    month: Span | int
    day: Span | int
    last_year: int
    weekday: int | None
    time: Span | None
    form: str


class Head(NamedTuple):
    """What a window is known by: its text with the digits masked, and where what it stands for ends."""

    key: str
    end: int


def head_of(text: str, start: int, end: int) -> Head | None:
    """Return what a window is known by, or None where it is too long or a word or number goes on outside."""
    if (start and not text[start - 1].isspace()) or (end < len(text) and not text[end].isspace()):
        return None
    match = _DATE_AND_WORDS.match(text, start, end)
    if match is not None and is_inert(text[match.end() : end]):
        # where plain words go on, it does not matter which
        return Head(_DIGIT.sub("0", match[0]) + "\n", match.end())
    return None if end - start > MAX_KEY_LENGTH else Head(_DIGIT.sub("0", text[start:end]), end)


#: a year with the numbers beside it near the start of a window, and two words
_DATE_AND_WORDS = re.compile(
    r"[^\n]{0,28}?(?<!\d)[1۱١]\d{3}(?!\d)(?:[-/:.,T \t]*+\d++)*+[^\w\s]{0,3}(?:[ \t]+[^\s\d]+){2}(?=[ \t])"
)
#: numbers that may be a date or a time; years without a month are none
_TELLING = re.compile(r"\d[-/:\\|_]|[-/:.\\|_]\d")
_LETTERS = re.compile(r"[^\W\d_]+")
#: kinds of words that say nothing of a date two words before them, and are no date
_INERT = frozenset(
    (Kind.WORD, Kind.LINK, Kind.IN, Kind.AND, Kind.TO, Kind.DATED, Kind.DAY_WORD, Kind.LABEL, Kind.MEASURE)
)


def is_inert(tail: str) -> bool:
    """Tell whether what follows two words behind a date says nothing of it and holds no other date.

    >>> is_inert(" started task 52"), is_inert(" started 12:30"), is_inert(" تا ۹ مهر")
    (True, False, False)
    """
    return all(map(_inert_words.__getitem__, _LETTERS.findall(tail))) and _TELLING.search(tail) is None


def _is_inert_word(word: str) -> bool:
    return len(word) > 1 and classify(word)[0] in _INERT


_inert_words: BoundedCache[str, bool] = BoundedCache(_is_inert_word, 1 << 13)


def date_of(template: Template, text: str, start: int) -> FoundDate | None:
    """Return the date of a window of this template, or None where its numbers are no day."""
    (left, right), year, month, day, last_year, weekday, clock, form = template
    solar = _number(year, text, start), _number(month, text, start), _number(day, text, start)
    if not FIRST_YEAR <= solar[0] <= last_year or problem(*solar) is not None:
        return None
    left, right, date = start + left, start + right, day_of(*solar)
    written = text[left:right]
    if not written.isascii() and MIXED_DIGITS.search(written):
        return None
    time: datetime.time | None = (
        None if clock is None else read_time(text, start + clock[0], start + clock[1])
    )
    agrees = None if weekday is None else date.weekday() == weekday
    return FoundDate(left, right, written, date, "date", None, agrees, None, True, solar, form, None, time)


def _number(value: Span | int, text: str, start: int) -> int:
    return value if isinstance(value, int) else int(text[start + value[0] : start + value[1]])


#: what is known of a window without a template: it came once, or it has none
SEEN_ONCE, NO_TEMPLATE = "seen once", "no template"


def template_of(window: Window, start: int, end: int, seen: Candidate, date: FoundDate) -> Template | str:
    """Return the template of a window in which one date was found; `NO_TEMPLATE` where others may be read otherwise."""
    form = seen.form
    if date.kind != "date" or date.evidence or date.twin_agrees is not None or Kind.SHEEN in seen.before:
        return NO_TEMPLATE
    if form.year != "four" or form.compact or (form.numeric and form.order != "ymd"):
        return NO_TEMPLATE
    year, month, day = (_place(seen, part, start) for part in "ymd")
    weekday, time = _weekday(seen, date), _time(seen, start)
    spans = [span for span in (year, month, day, time) if isinstance(span, tuple)]
    if None in (year, month, day) or not _holds_all_digits(window.text[start:end], spans):
        return NO_TEMPLATE
    return Template(
        place=(date.start - start, date.end - start),
        year=year,  # type: ignore[arg-type]
        month=month,  # type: ignore[arg-type]
        day=day,  # type: ignore[arg-type]
        last_year=FIRST_LUNAR_LOOKALIKE - 1 if form.numeric else _LAST_YEAR,
        weekday=weekday,
        time=time,
        form=form.name,
    )


def _weekday(seen: Candidate, date: FoundDate) -> int | None:
    """Return the weekday beside a date, right or wrong."""
    if date.weekday_agrees is None or date.date is None:
        return None
    return date.date.weekday() if date.weekday_agrees else read_context(seen).weekday


def _time(seen: Candidate, start: int) -> Span | None:
    """Return where the time beside a date stands."""
    if Kind.TIME not in seen.window.shape:
        return None
    context = read_context(seen)
    index = time_token(seen.window, context.first, context.last + 1)
    if index is None:
        return None
    piece = seen.window.pieces[index]
    return piece.start - start, piece.end - start


def _place(seen: Candidate, part: str, start: int) -> Span | int | None:
    """Return where the number of a part stands, or the number of a word; None for digits with marks in them."""
    if part not in seen.at:
        return None
    piece = seen.window.pieces[seen.at[part]]
    if not piece.key.isdigit():
        return piece.value
    end = piece.start + len(piece.key)
    return (piece.start - start, end - start) if seen.window.text[piece.start : end].isdecimal() else None


def _holds_all_digits(text: str, spans: list[Span]) -> bool:
    """Tell whether the spans hold every digit of the window."""
    inside = sum(sum(map(str.isdigit, text[left:right])) for left, right in spans)
    return inside == sum(map(str.isdigit, text))


def _never(key: str) -> Template | str:
    raise KeyError(key)


#: templates by their keys
TEMPLATES: BoundedCache[str, Template | str] = BoundedCache(_never, 1 << 12)
