"""A match of a form in a window, with everything the checks need to know of it."""

from __future__ import annotations

from typing import NamedTuple

from textnorm.lazy import lazy_pattern

from .adjacency import is_latin
from .evidence import TextEvidence
from .fits import Fit
from .forms import Form
from .kinds import Kind, Token
from .options import DateOptions

#: how many tokens away a word still tells the language
_NEAR = 8
#: Latin eras of languages that write the day first: French, Finnish and Romanian
_DAY_FIRST_ERAS = frozenset({"a. p.", "persico"})
_LABEL = lazy_pattern(f"{Kind.DATED}[{Kind.LINK}{Kind.WORD}:]{{0,2}}$")


class Window(NamedTuple):
    """A piece of the text with its tokens, and their kinds as a string."""

    text: str
    pieces: list[Token]
    shape: str
    options: DateOptions
    evidence: TextEvidence | None = None


class Candidate(NamedTuple):
    """The tokens ``first:last`` of a window, which look like a date of the form."""

    window: Window
    form: Form
    first: int
    last: int
    #: token index of the parts y, m, d
    at: dict[str, int]
    #: only digits and separators, no month name
    numeric: bool
    #: the kinds of the tokens before, eight at most
    before: str
    #: offsets of the first token, and after the last one
    start: int
    end: int

    @property
    def alone(self) -> bool:
        """Tell whether no word is near it."""
        near = self.window.pieces[max(0, self.first - _NEAR) : self.last + _NEAR]
        return not any(piece.key.isalpha() for piece in near)

    @property
    def in_latin(self) -> bool:
        """Tell whether the nearest word, before it or else after it, is in Latin letters."""
        pieces, text = self.window.pieces, self.window.text
        before = [piece for piece in pieces[max(0, self.first - _NEAR) : self.first] if piece.key.isalpha()]
        after = [piece for piece in pieces[self.last : self.last + _NEAR] if piece.key.isalpha()]
        near = before[-1] if before else after[0] if after else None
        return near is not None and is_latin(text[near.start])

    @property
    def latin_era(self) -> bool:
        """Tell whether a solar era in Latin letters is beside it, perhaps behind the other end of a range."""
        near, text = self.window.pieces[max(0, self.first - 2) : self.last + _NEAR], self.window.text
        eras = (text[piece.start : piece.end] for piece in near if piece.kind == Kind.ERA)
        return any(is_latin(era[0]) and era.lower() not in _DAY_FIRST_ERAS for era in eras)

    @property
    def short_month(self) -> bool:
        """Tell whether its month is abbreviated."""
        return "m" in self.at and self.window.shape[self.at["m"]] == Kind.SHORT_MONTH

    @property
    def separator(self) -> str:
        """Return the kind of the sign between its numbers."""
        return self.window.shape[self.first + 1]

    @property
    def day_first(self) -> bool:
        """Tell whether it is written as Persian hands write dates with the year last: in their digits, or behind «مورخ»."""
        if self.latin_era:
            return False
        return not self.ascii or bool(self.label and not is_latin(self.window.text[self.label.start]))

    @property
    def label(self) -> Token | None:
        """Return the word before it that says that a date follows: «مورخ», «تاریخ»."""
        match = _LABEL.search(self.before)
        return None if match is None else self.window.pieces[self.first - len(self.before) + match.start()]

    @property
    def ascii(self) -> bool:
        """Tell whether it is written in ASCII characters only."""
        return self.window.text[self.start : self.end].isascii()

    def value(self, part: str) -> int | None:
        """Return the number of a part, None when the form has none."""
        return self.window.pieces[self.at[part]].value if part in self.at else None


def candidate(window: Window, fit: Fit) -> Candidate:
    """Return the candidate where a form fits the shape of a window."""
    form, first, last, at = fit
    before = window.shape[first - _NEAR if first > _NEAR else 0 : first]
    start, end = window.pieces[first].start, window.pieces[last - 1].end
    # the constructor of a named tuple takes twice as long
    return _new(Candidate, (window, form, first, last, at, form.numeric, before, start, end))


_new = tuple.__new__
