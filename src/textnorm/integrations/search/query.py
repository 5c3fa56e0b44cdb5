"""What goes into the two fields of an index, and what a query asks of them, for any engine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from textnorm import SearchKeys, search_keys

Field = Literal["glued", "spaced"]


@dataclass(frozen=True)
class Words:
    """All these words stand in a field; side by side, where it is a phrase."""

    field: Field
    words: tuple[str, ...]
    phrase: bool = False


@dataclass(frozen=True)
class All:
    """Each of these holds."""

    parts: tuple[Query, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one of these holds; none does where there is none."""

    parts: tuple[Query, ...]


Query = Words | All | AnyOf


def field_texts(text: str) -> SearchKeys:
    """Return what to index of *text* in each of the two fields: its words between single spaces.

    No engine has to find the words by itself, so let it part the fields at spaces and do nothing else.

    >>> field_texts("«کتاب‌های ذوب‌آهن»، ۱۲٪")
    SearchKeys(glued='کتابهای ذوباهن 12', spaced='کتاب های ذوب اهن 12')
    """
    keys = search_keys(text)
    return SearchKeys(" ".join(_words(keys.glued)), " ".join(_words(keys.spaced)))


def query(text: str, *, phrase: bool = False) -> Query:
    """Return what to ask for when somebody types *text*: all of its words, or the phrase.

    The words are looked for as they would be indexed, in either field; and one by one, since whoever types one word with
    a half-space may type the next one without. A text without letters and digits finds nothing.

    >>> query("کتاب‌ها", phrase=True)
    AnyOf(parts=(Words(field='glued', words=('کتابها',), phrase=True), Words(field='spaced', words=('کتاب', 'ها'), phrase=True)))
    """
    whole = _in_either(text, phrase)
    typed = text.split()
    if phrase or len(typed) < 2:
        return whole
    single = tuple(either for word in typed if (either := _in_either(word, phrase)).parts)
    return AnyOf((*whole.parts, All(single))) if single else whole


def _in_either(text: str, phrase: bool) -> AnyOf:
    keys = search_keys(text)
    parts = (
        Words("glued", _words(keys.glued), phrase),
        Words("spaced", _words(keys.spaced), phrase),
    )
    return AnyOf(tuple(part for part in parts if part.words))


def _words(key: str) -> tuple[str, ...]:
    return tuple(_pattern().findall(key))


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(r"[\p{L}\p{M}\p{N}]+")
