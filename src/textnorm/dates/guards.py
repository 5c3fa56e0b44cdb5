"""What makes a match no date, or a date without a day: the refusals and the reasons."""

from __future__ import annotations

import re

from textnorm import chars

from .beside import Around
from .calendar import problem, to_gregorian
from .found import Kind
from .grammar import Form
from .official import FIRST_YEAR
from .options import DateOptions
from .tokens import Token

#: characters that, glued to a date, make it a part of a path, a query, a tag or a sum
_GLUE_BEFORE = "/\\=&#@%~_+$€£*^<"
_GLUE_AFTER = "=&#@%~_+$€£*^"
#: lunar years 1406-1500 are 1986-2077 and look the same as numbers
FIRST_LUNAR_LOOKALIKE = 1406
#: in front of a number, alone or with a colon, these say that it counts something
_KEY = re.compile(r"[kKS][:.]?$")
_KEY_COLON = re.compile(r"k[oia]{1,2}:$")
_CLOCK = re.compile(r"c$")


def refuses(
    text: str, pieces: list[Token], shape: str, form: Form, first: int, last: int, options: DateOptions
) -> bool:
    """Is the match part of something that is no date?"""
    if form.name == "compact" and not options.compact:
        return True
    start, end = pieces[first].start, pieces[last - 1].end
    if glued_before(text, start, options) or glued_after(text, end, options):
        return True
    before = shape[max(0, first - 4) : first]
    if counted(form, shape, before, first) or (
        shape[last - 1] == "Y" and shape[last : last + 1] in ("u", "K")
    ):
        return True
    return form.name.startswith("numeric") and numeric_neighbours(pieces, shape, first, last)


def counted(form: Form, shape: str, before: str, first: int) -> bool:
    """Does a word such as «صفحه» or «شماره» own the first number?"""
    if shape[first] not in "nYyC":
        return False
    if _KEY.search(before) or (shape[first] == "n" and _CLOCK.search(before) and "month" in form.name):
        return True
    return form.name.startswith("numeric") and bool(_KEY_COLON.search(before))


def glued_before(text: str, start: int, options: DateOptions) -> bool:
    """Does the character before the date make it part of a path, a file name or a longer number?"""
    index = start - 1
    while index >= 0 and text[index] in chars.INVISIBLE and start - index < 16:
        index -= 1
    if index < 0:
        return False
    char = text[index]
    if char.isspace():
        return False
    if options.urls and char in "/-=_":
        return False
    if is_latin(char) or char.isdigit():
        return True
    if char == "/" and index and is_persian(text[index - 1]):
        return in_url(text, start)
    if char in _GLUE_BEFORE:
        return True
    if char in "-.:," and index:
        return is_latin(text[index - 1]) or (text[index - 1].isdigit() and char != ",") or in_url(text, start)
    return in_url(text, start)


def glued_after(text: str, end: int, options: DateOptions) -> bool:
    """Does the character after the date make it part of a path, a file name or a longer number?"""
    index = end
    size = len(text)
    while index < size and text[index] in chars.INVISIBLE and index - end < 16:
        index += 1
    if index >= size:
        return False
    char = text[index]
    if char in _GLUE_AFTER:
        return not (options.urls and char in "_&#")
    following = text[index + 1 : index + 2]
    if char == "T" and following.isdigit():
        return False
    if is_latin(char):
        return True
    if options.urls:
        return False
    if char in "/\\":
        return is_latin(following)
    return char == "." and is_latin(following) and following.islower()


def is_latin(char: str) -> bool:
    """A letter of the Latin script (ASCII and its accented relatives)."""
    return char.isalpha() and char < "\u0250"


def is_persian(char: str) -> bool:
    """A letter of the Arabic script."""
    return "\u0620" <= char <= "\u06ff" and char.isalpha()


_URL = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)


def in_url(text: str, start: int) -> bool:
    """Does the run without white space before the date start as a URL does?"""
    piece = text[max(0, start - 300) : start].rsplit(None, 1)
    return bool(piece) and not text[start - 1].isspace() and bool(_URL.search(piece[-1]))


def numeric_neighbours(pieces: list[Token], shape: str, first: int, last: int) -> bool:
    """Do separators and numbers go on beside the form, as in a version or an IP address?"""
    start, end = pieces[first].start, pieces[last - 1].end
    separator = shape[first + 1]
    if (
        first >= 2
        and shape[first - 1] in "/-.\\:"
        and shape[first - 2] in "nyYxgC"
        and (pieces[first - 1].end == start or shape[first - 1] == separator)
    ):
        return pieces[first - 2].end == pieces[first - 1].start
    if first and shape[first - 1] in "xC" and separator in "nyY":
        return True
    after = shape[last : last + 2]
    if len(after) == 2 and after[0] in "/-.\\:" and after[1] in "nyYxgC":
        glued = pieces[last].start == end and pieces[last + 1].start == pieces[last].end
        return glued and not (after[0] == "-" and separator != "-")
    return False


# --- reasons ---------------------------------------------------------------------------------------------
def judge(
    text: str,
    pieces: list[Token],
    shape: str,
    form: Form,
    at: dict[str, int],
    values: tuple[int | None, int | None, int | None],
    around: Around,
    options: DateOptions,
) -> tuple[Kind, str | None]:
    """The kind of the date, and the reason when it has no day."""
    year, month, day = values
    if "two-digit" in form.name:
        return two_digits(shape, form, at, options)
    if year is None:
        return "partial", "no year"
    if day is None:
        return "partial", "no day"
    if month is None or month > 12:
        return "invalid", "the month must be between 1 and 12"
    if form.name == "compact":
        return "date", None
    if not form.name.startswith("numeric"):
        return named(form, around)
    return numeric(text, pieces, form, at, (year, month, day), around)


def named(form: Form, around: Around) -> tuple[Kind, str | None]:
    """A month name leaves no doubt about the calendar."""
    return "date", None


def two_digits(shape: str, form: Form, at: dict[str, int], options: DateOptions) -> tuple[Kind, str | None]:
    """A year of two digits: refused, or read by the pivot."""
    if options.two_digit_years == "refuse":
        return "ambiguous", "year of two digits"
    if form.name == "numeric, two-digit year" and shape[at["y"]] == "n" and shape[at["d"]] == "n":
        return "ambiguous", "year of two digits, and the order is not certain"
    return "date", None


def full_year(year: int | None, form: Form, options: DateOptions) -> int | None:
    """The year of four digits that ``two_digit_years='recent'`` makes of two."""
    if year is None or year >= 100 or "two-digit" not in form.name:
        return year
    return 1300 + year if year >= options.pivot else 1400 + year


def numeric(
    text: str,
    pieces: list[Token],
    form: Form,
    at: dict[str, int],
    values: tuple[int, int, int],
    around: Around,
) -> tuple[Kind, str | None]:
    """Numbers alone: the order and the calendar must be certain."""
    year, month, day = values
    sure = around.solar
    if problem(year, month, day) is None and not sure:
        date = to_gregorian(year, month, day) if year >= FIRST_YEAR else None
        if date is not None:
            sure = around.twin == date or around.weekday == date.weekday()
    if (
        form.name == "numeric, year last"
        and month_first_possible(text, pieces, at, month, day)
        and around.twin is None
    ):
        return "ambiguous", "day and month may stand in either order"
    if around.hijri and not sure:
        return "ambiguous", "«هجری» may be solar or lunar"
    if not sure and year >= FIRST_LUNAR_LOOKALIKE:
        return "ambiguous", "lunar years 1406-1500 look the same: no era or weekday decides"
    if not sure and year < FIRST_YEAR:
        return "ambiguous", "a year before the official calendar, without an era"
    return "date", None


def month_first_possible(text: str, pieces: list[Token], at: dict[str, int], month: int, day: int) -> bool:
    """Could an English reader mean month/day/year?"""
    if day > 12 or day == month or text[pieces[at["y"] - 1].start] not in "/-":
        return False
    year = pieces[at["y"]]
    if not text[year.start : year.end].isascii():
        return False
    words = [piece for piece in pieces[at["d"] - 1 :: -1] if piece.key.isalpha()] if at["d"] else []
    words += [piece for piece in pieces[at["y"] + 1 :] if piece.key.isalpha()] if not words else []
    near = words[0] if words else None
    return near is not None and is_latin(text[near.start])
