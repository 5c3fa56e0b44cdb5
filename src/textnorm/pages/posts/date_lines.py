"""Date lines of posts: a line that is a date, a byline with a date, a labelled date, a row of fields with one.

A line is a date line when nothing is left of it that is no field: take the date and the clock out, cut the
rest at the separators that templates use, and each piece must be a label, a weekday, a counter or a name.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from textnorm.cache import BoundedCache
from textnorm.dates import FoundDate
from textnorm.lazy import lazy_pattern
from textnorm.pages.interface import role_bits
from textnorm.pages.keys import line_key
from textnorm.pages.posts.date_words import FIELD_LABEL, SMALL, WEEKDAY, folded
from textnorm.pages.posts.dating import LONGEST, Dating
from textnorm.pages.posts.names import name_from, name_of_maker
from textnorm.pages.posts.openings import starts_with, without_lead

Style = Literal["alone", "byline", "label", "signed"]

#: what stands between the fields of a row; the place of the date is one too
FIELDS = lazy_pattern(r"\s*(?:[|•·∙»«›‹\[\](){}<>،؛,;*★/\\\x00]|\s(?:[-–—_]+|\.)(?:\s|$)|^[-–—_]+\s)\s*")
_BREAK = lazy_pattern(r"[|•·∙»«›‹\[\](){}<>*★/\\]|\s(?:[-–—_]+|\.)(?:\s|$)|،|؛")
#: before and after noon behind a clock; its full stops end no sentence
HALF_DAY = lazy_pattern(
    r"(?<=[\d۰-۹])\s*(?:[بق]\.?[\s\u200c]?ظ\.?|[ap]\.?m\.?|صبح|عصر|شب|ظهر|(?:قبل|پیش|بعد)[\s\u200c]?از[\s\u200c]?ظهر)(?!\w)",
    re.IGNORECASE,
)
CLOCK = lazy_pattern(
    r"(?:ساعت|زمان|at|@)?\s*:?\s*(?<!\d)\d{1,2}\s?[:٫]\s?\d{2}(?:\s?:\s?\d{2})?(?!\d)", re.IGNORECASE
)
#: who wrote it, at the end of a row
BY_NAME = lazy_pattern(r"(?:(?<!\w)توسط|\bby)\s*:?\s+(\S+(?:\s+\S+){0,7})$", re.IGNORECASE)
_AGO = lazy_pattern(
    r"(?:(?:(?:حدود|بیش از|کمتر از|نزدیک به)\s)?(?:(?<!\d)\d++|یک|دو|سه|چهار|پنج|شش|چند)\s+(?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال)\s+(?:پیش|قبل)"
    r"|لحظاتی (?:پیش|قبل)|همین حالا|(?:an?|one|(?<!\d)\d++)\s(?:second|minute|hour|day|week|month|year)s?\sago"
    r"|(?:^|(?<=[|•·,،:(-]\s)|(?<=شده\s)|(?<=در\s))(?:امروز|دیروز|پریروز|today|yesterday)(?!\w))",
    re.IGNORECASE,
)
#: how long ago and where: «۳ ساعت پیش در تهرانپارس»
_AGO_THERE = lazy_pattern(
    rf"(?:{_AGO.pattern})\s(?:در|از|توسط|in|by|from)\s\S+(?:\s\S+){{0,3}}", re.IGNORECASE
)
_SPACES = lazy_pattern(r"\s+")
_NUMBER, _WORD = lazy_pattern(r"\d|هزار و"), lazy_pattern(r"[^\W\d_]+")
_ENDS = tuple(".!?؟…")
#: a note of an edit behind the date, in brackets, or the address of who comments
_EDITED = lazy_pattern(
    r"(?:(?<!\s)\s++)?[(\[](?=[^()\[\]]*(?:ویرایش|edited))[^()\[\]]*+[)\]]?\s*$|(?<=\d)\shttps?://\S+$",
    re.IGNORECASE,
)
_COUNTED = lazy_pattern(r"بازدید|visits|views", re.IGNORECASE)


def without_half_day(line: str) -> str:
    """Return a line without «before noon» and the like behind its clocks."""
    return HALF_DAY.sub("", line) if _NUMBER.search(line) else line


#: before the label of a change, which is a field of its own wherever it stands; so is the count of comments between a day and a name
_CHANGED = lazy_pattern(
    r"\s(?=(?:آخرین\s(?:(?:به|ب)[\s\u200c]?روز[\s\u200c]?رسانی|تغییر)|last\s(?:updated|modified))(?!\w))|\s(?:بدون|هیچ|یک|\d{1,4})\s(?:دیدگاه|نظر|کامنت)ی?(?=\s|\Z)",
    re.IGNORECASE,
)
#: what dates a line that is looked at without its page
_ALONE = Dating()


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that dates a post: its style, its date as written and read, and what else the line says."""

    style: Style
    found: FoundDate | None
    line: str
    date: datetime.date | None
    #: "published", "updated", another word for what the date is of, or nothing
    label: str = ""
    #: the words that may be names: behind «توسط» (*signed*) or alone in a field
    names: tuple[str, ...] = ()
    signed: bool = False
    text: str = ""

    @property
    def clock(self) -> bool:
        """Tell whether the line has a time of day."""
        return CLOCK.search(self.line) is not None


def shape(mark: Mark) -> tuple[object, ...]:
    """Return how a date line is written: a template writes all of them alike."""
    found = mark.found
    if mark.style != "alone":
        return mark.style, mark.label
    form = found.form if found else "ago"
    return mark.style, mark.label, form, found is None or found.weekday_agrees is None, mark.clock


def mark_of(line: str, dating: Dating | None = None) -> Mark | None:
    """Return the mark that a line makes, if it dates a post and its day is certain.

    >>> mark_of("سارا رهنما | جمعه ۳۰ اردیبهشت ۱۴۰۱").names
    ('سارا رهنما',)
    """
    return _MARKS[line] if dating is None else _mark_of(line, dating)


def _mark_of(line: str, dating: Dating) -> Mark | None:
    mark = dated_row(line, dating)
    return mark if mark is not None and mark.date is not None and mark.style != "signed" else None


_MARKS: BoundedCache[str, Mark | None] = BoundedCache(lambda line: _mark_of(line, _ALONE), 2048)


def dated_row(line: str, dating: Dating) -> Mark | None:
    """Return the mark of a line that says when something was written, even if its day is not known.

    >>> dated_row("۲ سال پیش", Dating()).date is None, dated_row("۴ آبان ۹۷", Dating()).date is None
    (True, True)
    """
    if "(" in line or "[" in line or "://" in line:
        line = _EDITED.sub("", line)
    if not line or len(line) > LONGEST:
        return None
    if not ((_NUMBER.search(line) and dating.may_date(line)) or _is_ago(line)):
        return None
    if without_half_day(line).rstrip(" )»]")[-1:] in _ENDS:  # a sentence, not a line about a post
        return None
    found, spans = _dates_in(line, dating)
    if not spans:
        return None
    rest = line
    for start, end in reversed(spans):
        rest = f"{rest[:start]}\x00{rest[end:]}"
    read = _fields(WEEKDAY.sub("\x00", rest))
    if found is None and _AGO_THERE.fullmatch(line):
        read = Fields("", (), signed=False, glued=False)
    if read is None or (found is None and (read.glued or _COUNTED.search(line))):
        return None
    if read.glued and _is_signature(read, found, line):
        read = read._replace(signed=True, glued=False)
    stamped = CLOCK.search(line) is not None
    day = dating.day(found, line, stamped=stamped) if found and found.weekday_agrees is not False else None
    return Mark(
        _style(line, read),
        found,
        line,
        day,
        read.label,
        read.names,
        read.signed,
        found.text if found else line,
    )


def is_time_alone(mark: Mark) -> bool:
    """Tell whether a line says when and nothing else, as rows of archives do: not what happens then.

    >>> plan = dated_row("گروه دوم: یکشنبه ۲۷ شهریور از ساعت ۸", Dating())
    >>> is_time_alone(dated_row("یکشنبه ۲۷ شهریور", Dating())), is_time_alone(plan)
    (True, False)
    """
    assert mark.found is not None
    rest = WEEKDAY.sub(" ", mark.line.replace(mark.found.text, " ", 1))
    return all(line_key(word) in SMALL for word in _WORD.findall(rest))


def _is_signature(fields: Fields, found: FoundDate | None, line: str) -> bool:
    """Tell whether words beside a date are who wrote it: a short name, with a weekday that agrees and a clock.

    «کاوه سه‌شنبه 28 فروردین 1397 ساعت 08:22»
    """
    dated = found is not None and found.weekday_agrees is True and CLOCK.search(line) is not None
    return (
        dated
        and len(fields.names) == 1
        and line.startswith(fields.names[0])
        and fields.names[0].count(" ") < 3
    )


def _is_ago(line: str) -> bool:
    """Tell whether a line says how long ago something was: a look at its words spares most lines the search."""
    said = "روز" in line or "پیش" in line or "قبل" in line or "حالا" in line
    if not said:
        lower = line.casefold()
        said = "ago" in lower or "day" in lower
    return said and _AGO.search(line) is not None


def _style(line: str, fields: Fields) -> Style:
    if fields.glued:
        return "signed"
    if fields.label:
        return "label"
    if fields.signed or starts_with(line, "byline"):
        return "byline"
    return "label" if fields.names else "alone"


class Fields(NamedTuple):
    """What stands in a row beside its date."""

    label: str
    names: tuple[str, ...]
    #: a name stands behind a word such as «توسط», or signs the date
    signed: bool
    #: words that no separator parts from the date
    glued: bool


def _dates_in(line: str, dating: Dating) -> tuple[FoundDate | None, list[tuple[int, int]]]:
    """Return the date that counts, and the places of all that says when."""
    dates, gregorian = list(dating.dates_in(line)), dating.gregorian_in(line)
    if gregorian:
        near = [date for date in dates if date.start < gregorian.end and gregorian.start < date.end]
        if not any(date.date for date in near):
            dates = [*(date for date in dates if date not in near), gregorian]
    spans = [(date.start, date.end) for date in dates]
    found = min(dates, key=lambda date: (date.kind != "date", date.start), default=None)
    if found is None:
        spans += [match.span() for match in _AGO.finditer(line)]
    return found, sorted(spans)


def _fields(rest: str) -> Fields | None:
    """Read the fields of a row whose date is taken out; None where the rest is more than that."""
    rest = _CHANGED.sub(" | ", CLOCK.sub("\x00", without_half_day(rest)))
    names: list[str] = []
    label, unknown, signed, glued = "", 0, False, False
    for piece, apart in _pieces(rest):
        kind, value = _field(piece)
        if kind == "label":
            label = label or value
        elif kind == "name":
            names.insert(0, value)
            signed = True
        elif kind == "unknown":
            unknown += 1
            glued = glued or not apart
            names.append(piece)
            if len(piece.split()) > 6 or unknown > 3:
                return None
    if glued and (unknown > 2 or any(len(name.split()) > 5 for name in names)):
        return None
    return Fields(label, tuple(names), signed, glued)


def _pieces(rest: str) -> Iterator[tuple[str, bool]]:
    """Return the fields, each with whether a separator parts it from the date."""
    done = 0
    for match in [*FIELDS.finditer(rest), None]:
        start, end = match.span() if match else (len(rest), len(rest))
        if piece := rest[done:start].strip(" .:_-–—\u200f\u200e\t"):
            left, right = rest[max(done - 3, 0) : done], rest[start:end]
            touches = ("\x00" in left and not _BREAK.search(left)) or (
                "\x00" in right and not _BREAK.search(right)
            )
            yield piece, not touches
        done = end


def _field(piece: str) -> tuple[str, str]:
    """Return what a field is: a label, a name after its sign, nothing of weight, or unknown."""
    if label := _label(piece):
        name, rest = label
        inner = _field(rest) if rest else ("small", "")
        return ("label", name) if inner[0] in ("small", "label") else inner
    if by := BY_NAME.search(piece):
        return "name", by.group(1)
    phrase = starts_with(piece, "byline")
    if name := piece[len(phrase) :].strip(" :") if phrase else name_of_maker(piece) or name_from(piece):
        return "name", name
    if all(word.isdigit() or line_key(word) in SMALL for word in piece.split()) or not any(
        map(str.isalpha, piece)
    ):
        return "small", ""
    if piece[0] == "#" or (any(map(str.isdigit, piece)) and len(piece.split()) <= 5):
        return "small", ""
    if role_bits(piece) or starts_with(piece, "counter") or starts_with(piece, "tags") or "://" in piece:
        return "small", ""
    return "unknown", piece


def _label(piece: str) -> tuple[str, str] | None:
    """Return what the date is of, and what of the field follows the label."""
    clean = folded(without_lead(piece))
    if match := FIELD_LABEL.match(clean):
        return str(match.lastgroup), clean[match.end() :].strip(" :")
    phrase = starts_with(piece, "date_label")
    if not phrase:
        return None
    return "published", _SPACES.sub(" ", clean)[len(phrase) :].strip(" :")
