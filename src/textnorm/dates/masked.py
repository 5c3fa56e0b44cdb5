"""A text with its digits masked and its words folded, in which a few calls of C tell what no rule looks at.

Rules look at words that they know: names of months, eras, «شماره», «ساعت». All other words beside a date are alike to
them, and so are the digits of its numbers. `Masked.head` names a window by what is left when these are masked: windows of
one name are read in one way. No letter is looked at by Python: `str.replace` folds a whole text, and a set tells whether
one of its words is known.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from textnorm import chars
from textnorm.lazy import lazy_pattern

from .context import WORDS_OF_CONTEXT
from .filters import OWN, RANKED
from .kinds import Kind
from .match_key import Translation, fold
from .months import PLAIN, PLAIN_MONTHS
from .named import BEFORE_DATES
from .noun_months import WORDS_OF_NOUNS
from .times import WORDS_OF_TIMES
from .tokenizer import KIND_OF_WORD, LOOSE_ENDINGS
from .windows import Place

_ZWNJ = chars.ZWNJ
#: stands for a word of Latin and of Arabic letters that no rule knows
_LATIN, _OTHER = _MASKS = ("\ue000", "\ue001")
#: stands for the name of a month in either script
_LATIN_MONTH, _MONTH = "\ue002", "\ue003"
#: stands for a character that words beside a date are not made of
_STRANGE = "\ufffe"
#: a word is Latin if its first letter is: rules look at no other
_ARABIC_BEGINS = "\u0600"
#: letters that rules fold and that words beside a date are made of, besides those that stay; rarer ones are strange
_FOLDED = "آأإٱؤۆۇۋئيىېۍێےكڪګھہەةۀۃړڕڵژڼ"
_LETTERS = "اءبپتثجچحخدذرزسشصضطظعغفقکگلمنوهیټڈډڑښڤڭٹ"
_SIGNS = "،؛؟٪«»…–—‹›“”‘’\u00a0"
_ASCII_SIGNS = "\t" + "".join(char for char in map(chr, range(33, 127)) if not char.isalnum())
_IS_STRANGE = lazy_pattern(rf"[^a-z{_LETTERS}{chars.ZWNJ} \n0]")
_DIGIT_SETS = (chars.PERSIAN_DIGITS, chars.ARABIC_DIGITS)
_ZEROS = "0" + "".join(digits[0] for digits in _DIGIT_SETS)
#: what is written for what: of ASCII, and of the rest
_ASCII_TO_ZERO = tuple((digit, "0") for digit in "123456789")
_TO_ZERO = (*_ASCII_TO_ZERO, *((digit, digits[0]) for digits in _DIGIT_SETS for digit in digits[1:]))
_ASCII_TO_WORDS = tuple((sign, " ") for sign in _ASCII_SIGNS)
_TO_WORDS = (
    *_ASCII_TO_WORDS,
    *((zero, "0") for zero in _ZEROS[1:]),
    *((sign, " ") for sign in _SIGNS),
    *((letter, fold(letter)) for letter in _FOLDED),
)


def _looked_at() -> set[str]:
    """Return the words that rules look at, whatever kind they are of. Single letters are such words."""
    words = WORDS_OF_CONTEXT | OWN | RANKED | BEFORE_DATES | WORDS_OF_NOUNS | WORDS_OF_TIMES
    single = map(chr, [*range(ord("a"), ord("z") + 1), *range(0x620, 0x6D6)])
    return {"", *map(fold, words), *LOOSE_ENDINGS, *single}


def _harmless(kinds: str) -> frozenset[str]:
    """Return the words of some kinds that rules look at for their kind alone, «و» among them."""
    words = {word for word, kind in KIND_OF_WORD.items() if kind in [*kinds]} - _looked_at()
    return frozenset(words | ({"و"} if Kind.AND in kinds else set()))


_LINKS = Kind.LINK + Kind.IN + Kind.AND + Kind.GREGORIAN_MONTH
#: what matters beside a date; of these, what does not matter some words before it, and some words behind it
_NEXT, _BEFORE = frozenset(_looked_at() | KIND_OF_WORD.keys()), _harmless(_LINKS)
_BEHIND = _harmless(_LINKS + Kind.TO + Kind.DATED + Kind.DAY_WORD + Kind.LABEL + Kind.MEASURE)
#: names of months, as most write them
_MONTHS = {
    spelling: PLAIN_MONTHS[fold(spelling)]
    for language in ("fa", "en")
    for name in re.split("[ |]", PLAIN[language])
    for spelling in (name, name.lower())
}
#: numbers that may be a date or a time, or belong to a word; years without a month are no date
_TELLING = lazy_pattern(rf"[{_ZEROS}][-/:.\\|_]|[-/:.\\|_][{_ZEROS}]")
_GLUED = lazy_pattern("0[^ 0]|[^ 0]0")
#: behind the last place of a window, the rest of its numbers: of the date, of a time
_NUMBERS = lazy_pattern(rf"[^ \n]*+(?: (?:[^ \n]{{1,5}} )?[^ \n]{{0,3}}?[{_ZEROS}][^ \n]*+)*+")
_new = tuple.__new__
#: most words beside a date, numbers and punctuation among them, that are searched for one that no rule knows
_MOST = 6


class Head(NamedTuple):
    """What a window is known by, and the part of it that this stands for."""

    key: str
    start: int
    end: int
    #: where a month whose name is masked ends, and its number; 0 where there is none
    month_end: int
    month: int


class Masked(NamedTuple):
    """A text with its digits masked; and the same with its letters folded and spaces for its signs."""

    exact: str
    words: str

    def head(self, place: Place) -> Head | None:
        """Return what a window is known by; None where a word goes on outside."""
        start, end, first, last = place
        exact = self.exact
        if (start and exact[start - 1] not in " \n") or (end < len(exact) and exact[end] not in " \n"):
            return None
        touching = exact.rfind(" ", start, first) + 1 or start
        middle = _NUMBERS.match(exact, last, end).end()  # type: ignore[union-attr]
        left, before = (start, "") if touching == start else self._left(start, touching)
        right, after = (end, "") if middle == end else self._right(middle, end)
        month_end, month, core = self._month(first, middle)
        key = "\n".join((before, exact[touching:first], core, after))
        # the constructor of a named tuple takes twice as long
        return _new(Head, (key, left, right, month_end, month))

    def _left(self, start: int, touching: int) -> tuple[int, str]:
        """Return the words before a date that matter, masked, and where they begin; all if the rest says something of it."""
        exact, words, left, known = self.exact, self.words, touching, 0
        masked: list[str] = []
        while left > start and known < 2 and len(masked) < _MOST:
            right, left = left - 1, exact.rfind(" ", start, left - 1) + 1 or start
            folded = words[left:right]
            word = self._masked(left, right, folded)
            masked.append(word)
            if word[:1] in _MASKS:
                break
            known += _is_word(folded)
        rest = words[start:left]
        if rest and (len(masked) == _MOST or "0" in rest or not _is_idle(rest, _BEFORE)):
            return start, self._all_masked(start, touching - 1)
        return left, " ".join(masked[::-1])

    def _right(self, middle: int, end: int) -> tuple[int, str]:
        """Return the same of the words behind a date, and where they end."""
        exact, words, right, known = self.exact, self.words, middle, 0
        masked: list[str] = []
        while right < end and known < 2 and len(masked) < _MOST:
            left, right = right + 1, exact.find(" ", right + 1, end)
            right = end if right < 0 else right
            folded = words[left:right]
            word = self._masked(left, right, folded)
            masked.append(word)
            if word[:1] in _MASKS:
                break
            known += _is_word(folded)
        rest = words[right:end]
        if rest and (len(masked) == _MOST or self._tells(rest, right, end) or not _is_idle(rest, _BEHIND)):
            return end, self._all_masked(middle + 1, end)
        return right, " ".join(masked)

    def _tells(self, rest: str, start: int, end: int) -> bool:
        """Tell whether a number of the rest may be a date or a time, or belongs to a word."""
        if "0" not in rest:
            return False
        return bool(_GLUED.search(rest) or _TELLING.search(self.exact, start, end))

    def _month(self, first: int, middle: int) -> tuple[int, int, str]:
        """Return the end and the number of a month between two numbers, and the date with its name masked."""
        exact = self.exact
        left = exact.find(" ", first, middle) + 1
        right = exact.find(" ", left, middle) if left else -1
        if right < 0 or (name := exact[left:right]) not in _MONTHS or exact[right + 1] not in _ZEROS:
            return middle, 0, exact[first:middle]
        mask = _LATIN_MONTH if name.isascii() else _MONTH
        return right, _MONTHS[name], exact[first:left] + mask + exact[right:middle]

    def _masked(self, start: int, end: int, folded: str) -> str:
        """Return what stands between two spaces; a word that no rule knows is masked, its signs stay."""
        if folded in _NEXT:
            return self.exact[start:end]
        if folded.isalpha():
            return _LATIN if folded < _ARABIC_BEGINS else _OTHER
        chunk, word = self.exact[start:end], folded.strip(" ")
        at = folded.find(word)
        if word in _NEXT or not word.replace(_ZWNJ, "").isalpha():
            return chunk
        masked = _LATIN if word < _ARABIC_BEGINS else _OTHER
        if _ZWNJ in word:
            masked = _masked_parts(chunk[at : at + len(word)], word)
        return chunk[:at] + masked + chunk[at + len(word) :]

    def _all_masked(self, start: int, end: int) -> str:
        """Return the same of all that stands between two places."""
        masked = []
        while start <= end:
            right = self.exact.find(" ", start, end)
            right = end if right < 0 else right
            masked.append(self._masked(start, right, self.words[start:right]))
            start = right + 1
        return " ".join(masked)

    def is_masked(self, start: int, end: int) -> bool:
        """Tell whether a word between the offsets is masked in the name of its window."""
        masked = self._all_masked(self.exact.rfind(" ", 0, start) + 1, end)
        return _LATIN in masked or _OTHER in masked


def _masked_parts(exact: str, word: str) -> str:
    """Return a word with half-spaces, its parts that no rule knows masked: how many of them there are does not matter."""
    parts = word.split(_ZWNJ)
    if "".join(parts) in _NEXT:
        return exact
    pieces = zip(parts, exact.split(_ZWNJ), strict=True)
    masked = [piece if part in _NEXT or part.isascii() else _OTHER for part, piece in pieces]
    return _OTHER if {*masked} == {_OTHER} else _ZWNJ.join(masked)


def _is_word(folded: str) -> bool:
    """Tell whether it is a word, without signs."""
    return len(folded) > 1 and folded.replace(_ZWNJ, "").isalpha()


def _is_idle(rest: str, harmless: frozenset[str]) -> bool:
    """Tell whether no rule knows a word of the rest of a window, but for harmless ones."""
    if _ZWNJ in rest:
        if not harmless.issuperset(_NEXT.intersection(rest.replace(_ZWNJ, "").split())):
            return False
        rest = rest.replace(_ZWNJ, " ")
    return harmless.issuperset(_NEXT.intersection(rest.split())) and _STRANGE not in rest


def masked(text: str) -> Masked | None:
    """Return a text with its digits masked; None for one that holds what stands for words.

    >>> heads = [masked(f"{text} باد").head(Place(0, 18, 3, 13)) for text in ("تا ۸ مهر ۱۳۹۷،", "تا ۹ تیر ۱۳۹۸،")]
    >>> heads[0].key == heads[1].key
    True
    """
    plain = text.isascii()
    change = _translated if len(text) <= _SHORT else _replaced
    exact = change(text, _ASCII_TO_ZERO if plain else _TO_ZERO)
    words = exact.lower()
    if len(words) != len(exact):  # İ has two small letters
        return None
    words = change(words, _ASCII_TO_WORDS if plain else _TO_WORDS)
    if _IS_STRANGE.search(words):
        if any(mask in text for mask in (*_MASKS, _LATIN_MONTH, _MONTH)):
            return None
        words = _IS_STRANGE.sub(_STRANGE, words)
    return Masked(exact, words)


#: in texts of up to this length `str.translate` is faster
_SHORT = 48


@cache
def _table(changes: tuple[tuple[str, str], ...]) -> Translation:
    return Translation((ord(before), after) for before, after in changes)


def _translated(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    return text.translate(_table(changes))


def _replaced(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    """Return the text with characters replaced: several times as fast as `str.translate` on long texts."""
    for before, after in changes:
        text = text.replace(before, after)
    return text
