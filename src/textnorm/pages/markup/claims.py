"""What a page declares about an article, each claim with its source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from textnorm.lazy import lazy_pattern
from textnorm.pages.keys import line_key
from textnorm.pages.markup.days import Day, read_day

_BLANK = lazy_pattern(r"\s+")
#: what may stand between a title and the name of its site
_SEPARATOR = lazy_pattern(r"(?<!\s)\s++[-|–—•·»«/]++\s+|(?:(?<!\s)\s++)?(?:::++|[|｜]++)\s*")
#: and between the name of a section or a site and a title that is a heading
_COLON = lazy_pattern(r"(?<!\s)\s*+(?::\s++|：\s*+)")
#: names of accounts rather than of people
_ACCOUNTS = lazy_pattern(
    r"(?:admin|administrator|super user|webmaster|editor|manager|(?:هیئت )?تحریریه|مدیر(?: سایت| وبلاگ| سیستم)?|ادمین|user|root|author|writer|(?:نام )?نویسنده|https?:.*)",
    re.IGNORECASE,
)
#: an address behind a name
_ADDRESS = lazy_pattern(r"(?<=\S)\s+[-–—|(<]\s{0,3}(?:https?://|www\.|\S{1,60}@)\S*$")
_LONGEST = 400
#: a title without a space has at least this many letters
_TELLING = 8
#: the separators at each end of a title that are tried; only broken pages have more
_MOST_CUTS = 8
FIELDS = ("title", "author", "date", "modified", "url", "language", "tags")


def plain(value: object) -> str:
    """Return a declared string as text: entities read, spaces as one; nothing for what is no short string."""
    if not isinstance(value, str) or len(value) > 4 * _LONGEST:
        return ""
    text = _BLANK.sub(" ", html.unescape(value)).strip()
    return text if len(text) <= _LONGEST else ""


@dataclass
class Claims:
    """Claims about one article: for each field the values with their sources, the most trusted first."""

    found: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    #: the text of the article, where it is declared
    text: str = ""

    def add(self, name: str, value: object, source: str) -> None:
        """Note a claim, unless it says nothing."""
        text = plain(value)
        if name == "author":
            text = _ADDRESS.sub("", text)
        if not text or (name == "author" and _ACCOUNTS.fullmatch(text)):
            return
        values = self.found.setdefault(name, [])
        if (text, source) not in values:
            values.append((text, source))

    def first(self, name: str) -> tuple[str, str] | None:
        """Return the most trusted claim about a field."""
        return next(iter(self.found.get(name, ())), None)

    def all(self, name: str) -> list[str]:
        """Return the different values of the most trusted source of a field."""
        first = self.first(name)
        values = [text for text, source in self.found.get(name, ()) if first and source == first[1]]
        return list(dict.fromkeys(values))

    def days(self, name: str) -> Iterator[tuple[Day, str]]:
        """Yield the claims about a day that are days."""
        for text, source in self.found.get(name, ()):
            day = read_day(text)
            if day is not None:
                yield day, source

    def then(self, other: Claims) -> Claims:
        """Return these claims, and behind them others that are trusted less."""
        joined = Claims({name: list(values) for name, values in self.found.items()})
        for name, values in other.found.items():
            joined.found.setdefault(name, []).extend(values)
        return joined


def same_title(first: str | None, second: str | None) -> bool:
    """Tell whether two titles are one, or one a part of the other that is long enough to be it."""
    one, two = line_key(first or ""), line_key(second or "")
    if not one or not two:
        return False
    short, long = sorted((one, two), key=len)
    return short == long or (len(short) >= 12 and short in long)


def without_site(title: str, site: str | None, headings: list[str]) -> str:
    """Return a title without the name of its site: the piece that is a heading, or the rest beside the name.

    >>> without_site("باران در شمال | خبرگزاری نمونه", "خبرگزاری نمونه", []), without_site("A - B", None, ["A"])
    ('باران در شمال', 'A')
    >>> without_site("Rain - a poem", "Harbour Gazette", [])
    'Rain - a poem'
    >>> without_site("Geology 1: Rocks and fire", None, ["Rocks and fire"])
    'Rocks and fire'
    """
    keys = {line_key(heading) for heading in headings} - {""}
    if line_key(title) in keys:
        return title
    name = line_key(site or "")
    for before, after in _cut(title, _SEPARATOR):
        for piece, rest in ((before, after), (after, before)):
            if (name and line_key(rest) == name) or (line_key(piece) in keys and line_key(rest)):
                return piece.strip()
    pieces = (
        piece.strip()
        for before, after in _cut(title, _COLON)
        for piece, rest in ((after, before), (before, after))
        if line_key(rest) and (" " in piece.strip() or len(piece) >= _TELLING)
    )
    return next((piece for piece in pieces if line_key(piece) in keys), title)


def pieces_of(title: str) -> list[str]:
    """Return the pieces of a title between the signs that part it from the name of a site."""
    return [piece.strip() for piece in _SEPARATOR.split(title)]


def _cut(title: str, pattern: Any) -> list[tuple[str, str]]:
    """Return what stands before and behind the first and the last matches of a pattern: a site's name stands at an end."""
    bounds = list(pattern.finditer(title))
    return [
        (title[: b.start()], title[b.end() :])
        for b in (*bounds[:_MOST_CUTS], *bounds[_MOST_CUTS:][-_MOST_CUTS:])
    ]
