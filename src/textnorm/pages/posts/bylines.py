"""Who wrote a post: the name in a byline, or in the row that dates the post. Nothing is guessed."""

from __future__ import annotations

import re

from textnorm.pages.posts.date_lines import BY_NAME, HALF_DAY, Mark, row_parts, starts_with

_NAME_WORDS = 6
_LONGEST = 80
_CLOCK = r"[\d۰-۹]{1,2}:[\d۰-۹]{2}(?::[\d۰-۹]{2})?"
#: ``در ۱۰:۲۰`` and ``at 9:14`` at the end of a byline
_TIME_END = re.compile(rf"\s*(?:در|در ساعت|ساعت|at|,|،)\s*{_CLOCK}$", re.I)
_NAME_END = re.compile(
    r"\s+(?:در|on|at|ساعت|تاریخ|روز|in|and published)\b.*|\s*[|•·,،(–—].*|\s*-\s.*|\d.*|[۰-۹].*",
    re.IGNORECASE,
)


def name_in(line: str) -> str | None:
    """The name a byline gives: at most six words, no sentence.

    >>> name_in("ارسال شده توسط کاوه در ۱۰:۲۰ ب.ظ."), name_in("By noon it rained.")
    ('کاوه', None)
    """
    if len(line) > _LONGEST:
        return None
    line = _TIME_END.sub("", HALF_DAY.sub("", line))
    phrase = starts_with(line, "byline")
    if not phrase or line[-1] in ".!?؟…":
        return None
    return _name(after(line, phrase))


def name_beside(mark: Mark) -> str | None:
    """The name in a row that dates a post: in a byline of it, after «توسط» or by, or alone in brackets."""
    parts = row_parts(mark.line)
    for part in (mark.line, *parts):
        if name := name_in(part):
            return name
    if match := BY_NAME.search(mark.line):
        return _name(match.group(1))
    if mark.line.startswith("[") and mark.line.endswith("]"):
        names = [part for part in parts if not any(map(str.isdigit, part))]
        return _name(names[0]) if len(names) == 1 else None
    return None


def after(line: str, phrase: str) -> str:
    """What stands behind a phrase of the line."""
    place = line.casefold().find(phrase)
    return line[place + len(phrase) :].strip(" :\t")


def _name(words: str) -> str | None:
    name = _NAME_END.sub("", words).strip(" :ـ-|")
    few = 0 < len(name.split()) <= _NAME_WORDS
    return name if few and (not name[:1].isascii() or name[:1].isupper()) else None
