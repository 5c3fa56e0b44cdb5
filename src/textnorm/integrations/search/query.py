"""What goes into the two fields of an index, and what a query asks of them, for any engine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

import regex

from textnorm import SearchKeys, search_keys
from textnorm.cache import BoundedCache

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

    No engine has to find the words by itself, so let it part the fields at spaces and do nothing else. What is left of
    code, tags and addresses is words, too, so these are folded as any others are.

    >>> field_texts("«کتاب‌های ذوب‌آهن»، ۱۲٪ #كامران")
    SearchKeys(glued='کتابهای ذوباهن 12 کامران', spaced='کتاب های ذوب اهن 12 کامران')
    """
    words = _words_of_fields(text)
    return SearchKeys(" ".join(words.glued), " ".join(words.spaced))


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
    words = _words_of_fields(text)
    parts = (Words("glued", words.glued, phrase), Words("spaced", words.spaced, phrase))
    return AnyOf(tuple(part for part in parts if part.words))


class _FieldWords(NamedTuple):
    glued: tuple[str, ...]
    spaced: tuple[str, ...]


def _words_of_fields(text: str) -> _FieldWords:
    keys = search_keys(text)
    return _FieldWords(*(_folded(_words(key), field) for key, field in zip(keys, keys._fields, strict=True)))


def _words(key: str) -> tuple[str, ...]:
    return tuple(_word().findall(key))


def _folded(words: tuple[str, ...], field: str) -> tuple[str, ...]:
    """Return words as they are folded alone, where `SEARCH` had left them as part of a tag, an address or code."""
    if not any(map(_is_unfolded, words)):
        return words
    return tuple(
        part for word in words for part in (getattr(_ALONE[word], field) if _is_unfolded(word) else (word,))
    )


def _folded_alone(word: str) -> _FieldWords:
    return _FieldWords(*map(_words, search_keys(word)))


#: letters and marks of the Arabic script, with their shaped forms, but for the letters of a folded word
_UNFOLDED = frozenset(
    map(chr, (*range(0x600, 0x700), *range(0x750, 0x780), *range(0x8A0, 0x900), *range(0xFB50, 0xFEFD)))
).difference("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
_ALONE: BoundedCache[str, _FieldWords] = BoundedCache(_folded_alone, 4096)


@cache
def _word() -> regex.Pattern[str]:
    return regex.compile(r"[\p{L}\p{M}\p{N}]+")


def _is_unfolded(word: str) -> bool:
    return not _UNFOLDED.isdisjoint(word)
