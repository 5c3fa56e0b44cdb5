"""Folds for index and query: what readers take for the same word becomes the same string."""

from __future__ import annotations

import unicodedata

from ..chars import ARABIC_DIGITS, ARABIC_MARKS, ASCII_DIGITS, PERSIAN_DIGITS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule
from .stream_safe import stream_safe

_INK = lazy_pattern(r"\S+")

_FOLDED_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ۀ": "ه", "ة": "ه", "ئ": "ی"}


def _folded(word: str) -> str:
    once = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    return unicodedata.normalize("NFKC", once.casefold())


def _casefold(text: str) -> list[Edit]:
    return [
        (word.start(), word.end(), after, "search-casefold")
        for start, end in stream_safe(text)
        if _folded(text[start:end]) != text[start:end]
        for word in _INK.finditer(text, start, end)
        if (after := _folded(word[0])) != word[0] and not set(after) & set("\n")
    ]


FIRST = (
    Rule(
        id="search-casefold",
        family="search",
        scope="text",
        why="Case and compatibility forms do not matter in a search.",
        find=_casefold,
        profiles=("SEARCH",),
        examples=(("Straße ＡＢＣ", "strasse abc"),),
        near_misses=("abc", "کتاب"),
        source="Unicode, NFKC_Casefold",
    ),
)

LAST = (
    Rule(
        id="search-mark",
        family="search",
        why="Marks, tanvin and small hamza are left out in most queries.",
        pattern=f"[{ARABIC_MARKS}]+",
        profiles=("SEARCH",),
        examples=(("کاملاً", "کاملا"), ("همهٔ", "همه")),
        near_misses=("کتاب",),
        source="practice of Persian search engines",
    ),
    Rule(
        id="search-letter",
        family="search",
        why="Hamza carriers, alef with madda and teh marbuta are typed in two ways.",
        mapping=_FOLDED_LETTERS,
        profiles=("SEARCH",),
        examples=(("مسئول", "مسیول"), ("آب", "اب")),
        near_misses=("کتاب",),
        source="practice of Persian search engines",
    ),
    Rule(
        id="search-digit",
        family="search",
        why="A number is the same number in any digits.",
        mapping=dict(zip(PERSIAN_DIGITS + ARABIC_DIGITS, ASCII_DIGITS * 2, strict=True)),
        profiles=("SEARCH",),
        examples=(("سال ۱۴۰۲", "سال 1402"),),
        near_misses=("1402",),
        source="CLDR fa",
    ),
    Rule(
        id="search-zwnj",
        family="search",
        why="The half-space is left out: «می‌رود», «می رود» and «میرود» meet in one string once joins are restored.",
        pattern=f"{ZWNJ}+",
        literals=(ZWNJ,),
        profiles=("SEARCH",),
        examples=(("کتاب\u200cها", "کتابها"),),
        near_misses=("کتابها",),
        source="practice of Persian search engines",
    ),
)
