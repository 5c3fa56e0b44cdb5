"""search_keys(): two keys for an index of two fields, so that every way of typing half-spaces finds."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from .chars import ZWNJ
from .lexicon import is_word
from .normalisation import SEARCH, Options, normalise

#: a word that may end in an ezafe which was glued to its heh
_LONG_WORD = re.compile("(?<![آ-ی])[آ-ی]{5,}+")

#: rules that put a space into a word or take one away, as the words of the lexicon say
_SPLITS = {"search-zwnj", "search-apart", "search-prefix", "search-be", "search-ending"}


class SearchKeys(NamedTuple):
    """What to index and to ask for: one key for each of two fields."""

    glued: str
    spaced: str


def search_keys(text: str) -> SearchKeys:
    """Return *text* folded as `SEARCH` folds, once with its half-spaces left out and once with spaces for them.

    Why: «می‌روم», «می روم» and «میروم» are one word, but no single key can be right for words that no lexicon knows:
    whoever types «برگشت داده» for «برگشت‌داده» types two words. Index the two keys of a document in two fields and ask
    for the keys of a query in the field of the same name; a document that has either is found. Neither key
    depends on what a lexicon makes of words side by side, so that a part of a text has a part of its keys.
    Left alone: everything that `SEARCH` leaves alone. Raises TypeError for anything but
    str.

    >>> search_keys("کتاب‌های ذوب‌آهن")
    SearchKeys(glued='کتابهای ذوباهن', spaced='کتاب های ذوب اهن')
    >>> search_keys("کتاب های ذوب آهن").spaced == search_keys("کتابهای ذوب‌آهن").spaced
    True
    """
    glued, spaced = _options()
    whole = normalise(text, glued).replace(ZWNJ, "")
    apart = normalise(text.replace(ZWNJ, " "), spaced).replace(ZWNJ, " ")
    return SearchKeys(_LONG_WORD.sub(_without_ezafe, whole), apart)


@cache
def _options() -> tuple[Options, Options]:
    keep = SEARCH.ignore | _SPLITS
    return replace(SEARCH, joins="none", ignore=keep), replace(SEARCH, ignore=keep)


def _without_ezafe(word: re.Match[str]) -> str:
    return word[0][:-1] if word[0].endswith("هی") and not is_word(word[0]) else word[0]
